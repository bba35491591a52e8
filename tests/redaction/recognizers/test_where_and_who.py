"""Where one person is kept or lives, and what is told of that person's life; rooms and offices of nobody are left."""

from __future__ import annotations

import pytest

from redaction.particulars.papers import of_the_letter
from redaction.recognizers.address import Addresses
from redaction.recognizers.age import Ages
from redaction.recognizers.cell import Cells
from redaction.recognizers.circumstances import Circumstances
from redaction.recognizers.formats import FormatNumbers
from redaction.recognizers.health import RareConditions
from redaction.recognizers.labelled import LabelledNumbers
from redaction.recognizers.named import NamedSigns
from redaction.recognizers.plates import Plates
from redaction.span import Detector, SpanType


def found(detector: Detector, text: str, kind: SpanType) -> list[str]:
    return [text[span.start : span.end] for span in detector.detect(text) if span.type is kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mr Orlo Venk slept in bed 3 of room 12 for a week.", "bed 3 of room 12"),
        ("He was put in sobering-up room 4 on his stomach.", "sobering-up room 4"),
        ("She lay in room 8 of the infirmary without a bell.", "room 8 of the infirmary"),
        ("He sleeps in dormitory 7, space 41.", "dormitory 7, space 41"),
        ("The man showed us his cell (No. 118).", "118"),
        ("He had been locked in arrest cell 6 overnight.", "arrest cell 6"),
    ],
)
def test_the_place_of_one_person_is_found_whole(text: str, place: str) -> None:
    assert place in found(Cells(), text, SpanType.CELL)


@pytest.mark.parametrize(
    "text",
    [
        "Room 4 measures 6 m² and has no window.",
        "In two of them the button failed; in room 11 the drain gave off a smell.",
        "The governor was asked to take cell No. 8 out of service.",
        "Cells 1 to 8 are on the ground floor.",
        "The Minister should suspend the use of cell No. 5.",
        "Security cell S2 has no daylight and is monitored by camera.",
        "Room 9, meant for classes, stores mattresses.",
    ],
)
def test_a_room_without_anybody_is_left(text: str) -> None:
    assert found(Cells(), text, SpanType.CELL) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("It was sent to Lindevænget 14, 2. tv., 7788 Nørby.", "Lindevænget 14, 2. tv., 7788 Nørby"),
        ("He wants to go home to Mäe talu, Metsaküla, 47113 Ida-Virumaa.", "Mäe talu, Metsaküla, 47113 Ida-Virumaa"),
        ("They live at Petőfi utca 12., 3. em. 4, 6720 Halas.", "Petőfi utca 12., 3. em. 4, 6720 Halas"),
        ("Her flat is at Rruga e Kavajës 45, ap. 12, Tirana.", "Rruga e Kavajës 45, ap. 12, Tirana"),
        ("Write to Jalan Ampang No. 12, Ipoh.", "Jalan Ampang No. 12, Ipoh"),
        ("Her mother lives in Carrera 7 No. 45-12, Bogotá.", "Carrera 7 No. 45-12, Bogotá"),
    ],
)
def test_homes_are_found_as_many_countries_write_them(text: str, address: str) -> None:
    assert address in found(Addresses(), text, SpanType.ADDRESS)


def test_places_of_a_visit_are_no_homes() -> None:
    for text in ("The prison is in the village of Orlivka.", "Done at Skopje, 20 March 2021 in two copies."):
        assert found(Addresses(), text, SpanType.ADDRESS) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Her mother works in the canteen of the station.", "Her mother works in the canteen of the station"),
        ("Jan Tyl has served twenty years, more than any other here.", "twenty years, more than any other here"),
        ("He was adopted abroad after the earthquake.", "adopted abroad after the earthquake"),
        ("Mr Osk met a retired conductor of the city orchestra.", "a retired conductor of the city orchestra"),
        ("The only woman, Fanta D., was alone.", "The only woman"),
        ("She is the only one who presented a complaint.", "the only one who presented a complaint"),
        ("He comes from a village with ninety inhabitants.", "from a village with ninety inhabitants"),
        ("Mr Pell spent nineteen days in a coma.", "nineteen days in a coma"),
        ("He was released to his uncle, the muezzin of Dabou.", "his uncle, the muezzin of Dabou"),
    ],
)
def test_what_tells_of_one_life_is_raised(text: str, told: str) -> None:
    assert told in [text[span.start : span.end] for span in Circumstances().detect(text)]


def test_what_is_told_of_groups_is_not_raised() -> None:
    for text in ("Most prisoners had spent six months there.", "The report was published a year after the visit."):
        assert [span for span in Circumstances().detect(text) if span.type is not SpanType.DATE_PERSONAL] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the van in which Summer Dale, 16, sat in a cubicle", "Summer Dale"),
        ("It was built by a patient who used to be a bricklayer, Stoyche.", "Stoyche"),
    ],
)
def test_names_that_an_age_or_a_noun_gives_away(text: str, name: str) -> None:
    assert name in found(NamedSigns(), text, SpanType.NAME)


def test_small_children_have_ages() -> None:
    for text, age in (("with her son Milo (14 months)", "14 months"), ("a child of five months", "five months")):
        assert age in found(Ages(), text, SpanType.AGE)


def test_rare_conditions_and_devices_of_one_person() -> None:
    for text in (
        "Mr Ule has stiff-person syndrome.",
        "She has achalasia.",
        "His removal was due to a rare allergy to rye mould.",
        "Ms Ort, who has a ventriculoperitoneal shunt, fell.",
    ):
        assert found(RareConditions(), text, SpanType.HEALTH_RARE)
    assert not found(RareConditions(), "Patients with multiple sclerosis are seen monthly.", SpanType.HEALTH_RARE)


@pytest.mark.parametrize(
    "line",
    [
        "Case No. 23/04817-9",
        "No. 34/7-118, 20 January 2025",
        "NPM No. 12-91/4, Varin",
        "MOJ/107/3/12. Tembe, 16 May 2025",
    ],
)
def test_the_number_of_a_letter_stands_in_a_line_of_its_own(line: str) -> None:
    number = next(i for i, c in enumerate(line) if c.isdigit())
    start = line.rfind(" ", 0, number) + 1
    assert of_the_letter(f"Ministry\n{line}\nDear Sir", len("Ministry\n") + start)
    assert not of_the_letter(f"Mr Orlo Venk ({line}) told us", len("Mr Orlo Venk (") + start)


def test_numbers_of_establishments_and_sums_are_left() -> None:
    assert found(LabelledNumbers(), "the Closed Prison No. 457, Barun", SpanType.ID) == []
    assert found(Plates(), "drives a car worth PHP 36,000 in all", SpanType.PLATE) == []
    assert found(FormatNumbers(), "kept under ZEMIS 18 402 771.3 since", SpanType.ID) == ["ZEMIS 18 402 771.3"]
