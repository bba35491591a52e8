"""Words of institutions, numbers of things and rooms that are spoken of stay; the same words of persons go."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.lexicon import lexicon
from redaction.names.public_names import is_public
from redaction.particulars.things import of_a_thing
from redaction.recognizers.address import of_an_institution
from redaction.recognizers.cell import Cells
from redaction.recognizers.rooms import of_the_room
from redaction.span import SpanType


def masked(redactor: Redactor, text: str) -> set[str]:
    return {text[span.start : span.end] for span in redactor.redact([text]).spans}


def test_words_of_an_institution_stay_where_they_stand_alone(redactor: Redactor) -> None:
    text = (
        "The team went to the Hope Valdine Rehabilitation Youth Centre. Grace Tolvane, who is held there, was seen. "
        "At Hope Valdine the young people keep bees. Hope Tolvane visits her."
    )
    found = masked(redactor, text)
    assert not any("Valdine" in surface for surface in found)
    assert any("Tolvane" in surface for surface in found)


def test_a_person_who_bears_the_name_of_a_house_is_masked(redactor: Redactor) -> None:
    text = (
        "The visit was to the Oskar Trelmin Youth Centre. Mr Oskar Trelmin, a detainee, asked for a doctor. "
        "Oskar Trelmin was in pain."
    )
    result = redactor.redact([text])
    assert "Oskar Trelmin was in pain" not in result.segments[0]
    assert "Mr Oskar Trelmin" not in result.segments[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cyclone Ardenna left two wings without water.", "Cyclone Ardenna"),
        ("After the find of the drugs dog Balko visits stopped.", "Balko"),
        ("Wide Under Larches, home for older people, has two floors.", "Wide Under Larches"),
    ],
)
def test_storms_animals_and_homes_are_nobody(text: str, words: str) -> None:
    start = text.index(words)
    assert is_public(text, start, start + len(words), lexicon())


@pytest.mark.parametrize(
    ("text", "number", "thing"),
    [
        ("The number 90-1174-22 is the register number of the kitchen's permit.", "90-1174-22", True),
        ("Bank reference 0440117720.", "0440117720", True),
        ("The random seed was 20010917.", "20010917", True),
        ("The number 90-1174-22 is the register number of the detainee.", "90-1174-22", False),
        ("His reference is 0440117720.", "0440117720", False),
    ],
)
def test_numbers_of_things_are_told_by_their_words(text: str, number: str, thing: bool) -> None:
    start = text.index(number)
    assert of_a_thing(text, start, start + len(number), SpanType.ID) is thing
    assert not of_a_thing(text, start, start + len(number), SpanType.NAME)


@pytest.mark.parametrize(
    ("text", "room", "spoken_of"),
    [
        ("The Regional Guarantor recommends that cell 4.07 be withdrawn from service.", "cell 4.07", True),
        ("The NPM asks staff to no longer use room 2.11 for punishment.", "room 2.11", True),
        ("Varga was kept in cell 4.07 after the fight.", "cell 4.07", False),
    ],
)
def test_rooms_that_an_office_speaks_of_are_nobodys(text: str, room: str, spoken_of: bool) -> None:
    start = text.index(room)
    assert of_the_room(text, start, start + len(room)) is spoken_of


def test_the_one_cell_of_its_kind_is_a_place_of_somebody() -> None:
    text = "A woman was kept in the corridor cell, Almond Quay, for hours."
    assert "the corridor cell, Almond Quay" in {text[s.start : s.end] for s in Cells().detect(text)}


def test_the_address_after_an_office_is_its_own() -> None:
    text = "Inspectorate of Prisons, 3rd floor, 10 Larch Street, Oldtown"
    assert of_an_institution(text, text.index("10 Larch"))
    text = "Ann Example, 10 Larch Street, Oldtown"
    assert not of_an_institution(text, text.index("10 Larch"))


def test_letters_between_digits_make_no_number_of_their_own(redactor: Redactor) -> None:
    text = "Fiscal code RSSMRA71P18D612Y of Mr Rossi. Protocol RSS 71 18 612 is the register number of the oven."
    assert "71 18 612" in redactor.redact([text]).segments[0]
