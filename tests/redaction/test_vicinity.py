"""Details beside a person are raised, those of visits and statistics are not."""

from __future__ import annotations

import pytest

from redaction.manuscript import SEPARATOR
from redaction.particulars.vicinity import details_beside
from redaction.span import Span, SpanType


def raised(text: str, name: str) -> set[tuple[str, str]]:
    start = text.index(name)
    people = [Span(start, start + len(name), SpanType.NAME, 0.9, ("names",))]
    return {(text[s.start : s.end], s.type.value) for s, _ in details_beside(text, people, people)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harkin came on Tuesday 10 June 2025 at 4.50 a.m. and wept.",
         ("Tuesday 10 June 2025 at 4.50 a.m.", "DATE_PERSONAL")),
        ("Harkin was then sixteen.", ("sixteen", "AGE")),
        ("Harkin, a national of Martinique, had no papers.", ("a national of Martinique", "NATIONALITY")),
        ("Harkin, head of the Northern Division, came.", ("head of the Northern Division", "ROLE_UNIQUE")),
        ("Harkin is the man who painted the town hall and was later held there.",
         ("the man who painted the town hall and was later held there", "INDIRECT")),
        ("Harkin slept. She had arrived on 31.V.2025 by boat.", ("31.V.2025", "DATE_PERSONAL")),
    ],
)  # fmt: skip
def test_details_beside_a_person_are_raised(text: str, expected: tuple[str, str]) -> None:
    assert expected in raised(text, "Harkin")


def test_other_paragraphs_are_left() -> None:
    text = f"Harkin slept.{SEPARATOR}The visit took place on 3 March 2025. A third were Polish. The only shower leaked."
    assert raised(text, "Harkin") == set()


def test_what_is_masked_is_not_raised_again() -> None:
    text = "Harkin came on 3 March 2025."
    people = [Span(0, 6, SpanType.NAME, 0.9, ("names",))]
    date = Span(15, 27, SpanType.DATE_PERSONAL, 0.9, ("dates",))
    assert list(details_beside(text, people, [*people, date])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Harkin was given a menu in Polish.",
        "Harkin wrote to the Irish Prison Service.",
        "Harkin was brought from Larch Hill.",
        "Harkin was told that there are now two doctors.",
        "Harkin, head of mission; 5 to 14 June 2023.",
    ],
)
def test_languages_bodies_counts_and_days_of_visits_are_not_raised(text: str) -> None:
    kinds = {kind for _, kind in raised(text, "Harkin")}
    assert not kinds & {"NATIONALITY", "AGE", "DATE_PERSONAL"}


def test_an_occupation_alone_is_no_office() -> None:
    assert ("the psychiatrist", "ROLE_UNIQUE") not in raised("We met the psychiatrist, Harkin, there.", "Harkin")
    assert ("the chief psychiatrist", "ROLE_UNIQUE") in raised(
        "We met the chief psychiatrist, Harkin, there.", "Harkin"
    )
