"""Persons: one pseudonym each, through a document, and never one for two."""

from __future__ import annotations

import pytest

from redaction.names.written import FEMALE, MALE, other_calling, sex_of, two_persons, written
from redaction.pseudonym import Linker, NamedSpan
from redaction.redactor import Redactor

FILLER = "The delegation visited the establishment in May. The cells were clean and the staff were polite to everyone. "


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


def labels(*names: str) -> list[str]:
    """Return the pseudonyms of names that stand far from each other."""
    spans = [NamedSpan(100 * place, name, None) for place, name in enumerate(names)]
    linked = Linker(frozenset({"de"}), given=frozenset({"amra", "azra", "kristjan", "kristian"})).link(spans)
    return [linked[span.start] for span in spans]


@pytest.mark.parametrize(
    "names",
    [
        ("Kwabena Asare-Tenkorang", "Mercy Asare-Tenkorang"),
        ("D. Lomidze", "N. Lomidze"),
        ("Okwir P.", "Okwir J."),
        ("Ulan Sadykov", "Anara Sadykova"),
        ("Amra", "Azra"),
        ("Thi Lan Pham", "Pham Lan-Ellery"),
        ("Maria Rossini", "Mario Rossini"),
        ("Kristjan Mägil", "Kristian Mäkil"),
    ],
)
def test_two_names_are_two_persons(names: tuple[str, str]) -> None:
    first, second = labels(*names)
    assert first != second


@pytest.mark.parametrize(
    "names",
    [
        ("Kristjan Vesik", "Kristian Vesik"),
        ("Ludmila Poparu", "L. Poparu"),
        ("TANASOIU Gheorghe", "Gh. Tanasoiu"),
        ("Mugira alias Rastaman", "Rastaman"),
        ('Wing-Kwong "Uncle Rocky" Szetho', "Uncle Rocky"),
        ("Radoslaw Kozubski", "Kozubskj"),
        ("Tena Simun Bakaric", "T.S.B."),
        ("D.K.", "D.K."),
        ("Loyiso Septembre", "L. Sept-\nembre"),
    ],
)
def test_one_person_however_the_name_is_written(names: tuple[str, str]) -> None:
    first, second = labels(*names)
    assert first == second


def test_initials_of_two_persons_name_neither() -> None:
    first, second, letters = labels("Ivo Marek", "Ilja Moravec", "I.M.")
    assert len({first, second, letters}) == 3


def test_a_lone_surname_is_that_of_whoever_bears_just_it() -> None:
    sister, brother, lone = labels("Bernadette Devlin", "Oisin Devlin-Harte", "Devlin")
    assert lone == sister != brother


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Mr Idris Bellow and his brother Musa Bellow were held. Later Mr Bellow wept.", (0, 2)),
        ("Mrs Ines Ferrandy slept. Mr Lucien Ferrandy rang. Mrs Ferrandy woke.", (0, 2)),
        ("Dr Smithson examined Mr Smithson. Dr Smithson wrote a note.", (0, 2)),
        ("Detainee John Tembeka complained of Officer Tembeka. Later Mr John Tembeka slept.", (0, 2)),
    ],
)
def test_titles_and_kin_tell_bearers_of_one_surname_apart(redactor: Redactor, text: str, same: tuple[int, int]) -> None:
    redaction = redactor.redact([FILLER, text])
    found = [span.replacement for span in redaction.spans if span.segment == 1 and span.type == "NAME"]
    assert len(found) == 3, redaction.segments[1]
    assert found[same[0]] == found[same[1]] and len(set(found)) == 2


def test_names_in_one_row_have_a_pseudonym_each(redactor: Redactor) -> None:
    redaction = redactor.redact([FILLER, "Signed: T. Vujanic, F. Softaic.", "W. Dhondts / F. Barrya"])
    assert redaction.segments[1].count("[") == 2 and ", " in redaction.segments[1]
    assert redaction.segments[2].count("[") == 2 and " / " in redaction.segments[2]


def test_the_parts_of_a_mention() -> None:
    form = written("Legal Adviser Päivi Kesä-Lehto", (), {"adviser"})
    assert form.units == (frozenset({"paivi"}), frozenset({"kesa", "lehto"})) and form.letters == {"pkl"}
    assert written('Leapu "Sonny').nicknames == {"sonny"}
    assert written("King, Peter", (), {"king"}).keys == {"king", "peter"}
    assert written("J. P.").initials and not written("J. Perov").initials


def test_what_stands_beside_a_mention() -> None:
    assert sex_of("Example", "his mother, ") == FEMALE and sex_of("Example", "met M. ") == MALE
    assert sex_of("Example", "met ", ", brother of") == MALE and sex_of("Example", "met ") is None
    assert two_persons(" and his brother ", {"mr"}) and two_persons(" / ") and two_persons(" (not ")
    assert not two_persons(" or ") and not two_persons(", who is called ") and not two_persons(", ")
    assert other_calling("officer", {"held"}) and not other_calling("officer", {"plain"})
    assert other_calling("doctor", {"plain"}) and not other_calling("plain", {"held"})
