"""Dates, notice and places that short reports tell in a manner of their own."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.metadata.place_title import place_in_title
from ingest.metadata.return_visits import is_of_return_visit
from ingest.passage import Metadata

_TITLE = "# Report on Elm Prison"
_VISITED = "The Prison Monitoring Commission visited Elm Prison on 3 May 2024."


def read(*lines: str) -> Metadata:
    built = report(*lines)
    return read_metadata(built, "report.pdf", classify(built, "report.pdf"), None)


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("Nobody at the prison awaited the delegation, which came on 3 May 2024.", False),
        ("No one was waiting for the team when it visited the prison on 3 May 2024.", False),
        ("We visited Elm Prison on 3 May 2024 with the knowledge of the Regional Director.", True),
        ("We visited Elm Prison on 3 May 2024. The Governor had received our letter a week earlier.", True),
        ("We visited Elm Prison on 3 May 2024 without the knowledge of the Governor.", False),
        ("We visited Elm Prison on 3 May 2024. A mother had received her letter a week earlier.", None),
    ],
)
def test_notice(sentence: str, announced: bool | None) -> None:
    assert read(_TITLE, sentence).announced is announced


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Date of disclosure: July 1, 2024", "2024-07-01"),
        ("Posted: 2024-06-28", "2024-06-28"),
        ("Online since: 28 June 2024", "2024-06-28"),
        ("Elmford, Elmland, 2024", "2024"),
        ("Elmford, 2024", "2024"),
        ("Placed in the Parliamentary Library on 2 July 2024", "2024-07-02"),
        ("Fans were placed in all rooms in June 2024.", None),
        ("Annual Report, 2024", None),
        ("Elm Prison, 2024", None),
        ("Elmford, 2023", None),
    ],
)
def test_published(line: str, published: str | None) -> None:
    assert read(_TITLE, line, _VISITED).published == published


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("The visit took four days and began on 27 March 2024, ending on 30 March.", "2024-03-27", "2024-03-30"),
        ("The visit lasted three days, starting on 27 March 2024.", "2024-03-27", "2024-03-29"),
        (
            "On the night of 9 August 2024, at 21:40, without having informed anyone, three members "
            "presented themselves at the gate.",
            "2024-08-09",
            "2024-08-09",
        ),
    ],
)
def test_days(sentence: str, first: str, last: str) -> None:
    found = read(_TITLE, sentence, "Visits were suspended between March 2020 and November 2021.")
    assert (found.visit_start, found.visit_end) == (first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Visits were suspended between March 2020 and November 2021.",
        "No visits were possible from 3 March to 4 June 2021.",
        "Visits by families had been banned between 3 and 9 May 2022.",
    ],
)
def test_visits_that_did_not_take_place(sentence: str) -> None:
    assert read(_TITLE, sentence).visit_start is None


def test_the_month_of_a_visit_that_a_reply_answers() -> None:
    found = read(
        "# Response to the Monitoring Report on Elm Prison",
        "20th November, 2024",
        "The Chairperson, Commission for Custodial Rights",
        "Your report of September 2024 on the visit in June 2024 is acknowledged.",
    )
    assert (found.visit_start, found.visit_end, found.published) == ("2024-06", "2024-06", "2024-11-20")


@pytest.mark.parametrize(
    ("sentence", "previous"),
    [
        ("It is two years since we last crossed this threshold, in February 2022.", "2022-02"),
        ("The findings were compared with those of the monitoring of 26 June 2018.", "2018-06-26"),
        ("They were compared with the results from the inspection of 26 June 2018.", "2018-06-26"),
        ("The law was compared with that of 2018.", None),
    ],
)
def test_previous_visit(sentence: str, previous: str | None) -> None:
    assert read(_TITLE, _VISITED, sentence).previous_visit == previous


def test_names_in_capitals_and_in_the_language_of_the_country() -> None:
    assert (
        read("# Proceedings on Elm Home", "BEFORE THE COMMISSION FOR CUSTODY, OAKSHIRE, INDIA").jurisdiction == "India"
    )
    found = read("^ Mecanismo Nacional de Observación", _TITLE, "Three members visited it on 3 May 2024.")
    assert found.inspecting_body == "Mecanismo Nacional de Observación"


def test_a_question_in_a_title_names_no_place() -> None:
    assert place_in_title("Return to Elmford: Have the Cells Changed?") is None
    assert place_in_title("Elm Prison: What Has Changed?") == "Elm Prison"


@pytest.mark.parametrize(
    ("title", "returns"),
    [
        ("Return to Elmford: Have the Cells Changed?", True),
        ("Elm Hospital, one year on", True),
        ("Back at Elm Prison", True),
        ("Elm Hospital: Eighteen months later", True),
        ("Report on the return of property at Elm Prison", False),
        ("One year on the wards of Elm Hospital", False),
    ],
)
def test_titles_of_return_visits(title: str, returns: bool) -> None:
    assert is_of_return_visit((), title) is returns


def test_what_became_of_demands_is_looked_into_on_a_return_visit() -> None:
    lines = ("# Elm Hospital", "Two inspectors came to see what had become of the demands made in 2023.")
    assert is_of_return_visit(report(*lines).blocks, "Elm Hospital")
    assert not is_of_return_visit(
        report(lines[0], "They asked what happens to requests for leave.").blocks, "Elm Hospital"
    )
