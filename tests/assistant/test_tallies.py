"""Numbers worked out from a table: only where every word of the question has its place in it."""

from __future__ import annotations

import pytest

from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.tables.grades import grade
from assistant.tables.table import Table, figure, same_value
from assistant.tables.tallies import tally
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from redaction.text import restore

NAMES = Names(places=("Quellmoor Prison",))


def table(headers: str, *rows: str, whole: bool = True, heading: str = "Key figures") -> Table:
    """A table of an invented report."""
    metadata = Metadata("Visit to Quellmoor Prison", "Quellmoor Prison", "prison", "Ostmark Custody Council", "Ostmark")
    record = DocumentRecord("d-1", "quellmoor.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, metadata)
    path = ("Visit to Quellmoor Prison", heading, headers)
    passages = [
        Passage(f"p-{at}", "d-1", at, restore(row), f"table 1 row {at}", 1, "table_row", path)
        for at, row in enumerate(rows, 1)
    ]
    return Table(record, tuple(headers.split(" | ")), tuple(passages), whole)


WINGS = table(
    "Wing | Places | Men held | Visits planned | Visits made | Grade before | Grade",
    "Elm | 60 | 72 | 50 | 44 | good | requires improvement",
    "Oak | 80 | 75 | 60 | 60 | good | good",
    "Ash | 40 | 41 | 20 | 0 | inadequate | good",
    "Total | 180 | 188 | 130 | 104 | good | good",
)
PEOPLE = table(
    "People on 17 May 2030 | Women | Men | Total",
    "Residents | 31 | 18 | 49",
    "of these, using a wheelchair | 12 | 9 | 21",
    "of these, without relatives | 5 | 9 | 14",
)
HEADS = table("Category | Number", "Prisoners | 12", "Nurses | 5", "Cooks | 2")
SMALL = table("Wing | Places | Men", "Elm | 60 | 72", "Oak | 80 | 75")
LATE = table("No. | Summary", "7 | Heating", "9 | Showers", heading="Late replies")
LOG = table(
    "No. | Complaint | Wing | Outcome",
    "1 | Cold food | Elm | Open",
    "2 | Lost parcel | Elm | Not upheld",
    "3 | Broken bell | Oak | Upheld",
    "4 | Late post | Oak | Partly upheld",
    "5 | No blanket | Oak | Open",
)
FAULTS = table(
    "Complaint | Measure | Term",
    "Cold food | Warm it | at once",
    "Broken bell | Mend it | May",
    "No soap | Buy it | June",
)
DONE = table(
    "Request | Compliance",
    "Repair the bells | Implemented",
    "Heat the yard | Not implemented",
    "Mend the roof | Implemented",
)
YEARS = table("Indicator | 2021 | 2023", "Assaults | 31 | 58", "Days without visits | 12 | 4")


@pytest.mark.parametrize(
    ("question", "held", "number"),
    [
        ("How many complaints in the log of Quellmoor are still open?", LOG, 2),
        ("How many complaints were upheld?", LOG, 1),
        ("How many complaints were partly upheld?", LOG, 1),
        ("How many complaints were not upheld?", LOG, 1),
        ("How many complaints from Oak are open?", LOG, 1),
        ("How many of the earlier requests were found to be implemented in full?", DONE, 2),
        ("How many planned visits were not made at Quellmoor?", WINGS, 26),
        ("How many planned visits were not made in Elm?", WINGS, 6),
        ("How many wings held more men than places?", WINGS, 2),
        ("How many wings got fewer visits than planned?", WINGS, 2),
        ("In how many wings were no visits made?", WINGS, 1),
        ("How many wings held more than 70 men?", WINGS, 2),
        ("How many men were held altogether?", WINGS, 188),
        ("How many visits were made in Elm?", WINGS, 44),
        ("How many more men were held in Elm than in Ash?", WINGS, 31),
        ("In how many wings was the grade worse than before?", WINGS, 1),
        ("How many wings improved their grade?", WINGS, 1),
        ("By how many did assaults rise between 2021 and 2023?", YEARS, 27),
        ("How many fewer days without visits were there in 2023 than in 2021?", YEARS, 8),
        ("How many women at Quellmoor had no relatives in May 2030?", PEOPLE, 5),
        ("How many people of Quellmoor used a wheelchair?", PEOPLE, 21),
        ("How many prisoners and nurses were there altogether?", HEADS, 17),
        ("How many men were held in all in the three wings of Quellmoor?", WINGS, 188),
        ("How many men and places were there altogether in Elm?", SMALL, 132),
        ("How many late replies were there?", LATE, 2),
        ("By how many was Elm over its places?", WINGS, 12),
        ("By how many was the prison over its capacity?", WINGS, 8),
        ("How many complaints does the log list?", FAULTS, 3),
    ],
)
def test_numbers_from_a_table(question: str, held: Table, number: float) -> None:
    query = understand(question, NAMES)
    found = tally(question, [n for n in query.needs if not set(n.label.split()) <= query.naming_words], [held])
    assert found is not None
    assert found.number == number
    assert found.rows


@pytest.mark.parametrize(
    "question",
    [
        "How many complaints about dentists are open?",
        "How many planned inspections of kitchens were not made?",
        "How many juveniles were held in Elm?",
        "How many visits longer than 72 hours were made in Elm?",
        "What is the grade of Elm?",
        "How many more assaults were there in 2021 than in 2019?",
    ],
)
def test_a_word_without_a_place_leaves_the_table_out(question: str) -> None:
    query = understand(question, NAMES)
    assert tally(question, query.needs, [LOG, WINGS, YEARS]) is None


def test_unread_rows_are_known() -> None:
    part = table("Wing | Men held", "Elm | 72", "Oak | 75", whole=False)
    question = "How many men were held altogether?"
    found = tally(question, understand(question, NAMES).needs, [part])
    assert found is not None
    assert (found.number, found.whole) == (147, False)


@pytest.mark.parametrize(
    ("cell", "value"), [("1,104", 1104), ("88%", 88), ("14.2", 14.2), ("-3", -3), ("12 of 14", None), ("", None)]
)
def test_figures(cell: str, value: float | None) -> None:
    assert figure(cell) == value


def test_a_value_is_not_its_contrary() -> None:
    cells = ["Met", "Not met", "Partly met"]
    assert same_value(cells, [0, 1, 2], "how many standards were met") == [0]
    assert same_value(cells, [0, 1, 2], "how many standards were not met") == [1]
    assert same_value(cells, [0, 1, 2], "how many standards were partly met") == [2]


def test_grades_are_ordered() -> None:
    ordered = ["Inadequate", "Requires improvement", "Adequate", "Good", "Outstanding"]
    grades = [grade(one) for one in ordered]
    assert grades == sorted(grades, key=lambda value: value or 0)
    assert None not in grades
    assert grade("Appropriate adult took nine hours to arrive") is None


def test_a_span_of_rows_takes_in_those_between() -> None:
    years = table("Year | Deaths", "FY 2031 | 3", "FY 2032 | 4", "FY 2033 | 5", "FY 2034 | 6")
    question = "How many deaths were there from FY 2031 to FY 2033 in total?"
    found = tally(question, understand(question, NAMES).needs, [years])
    assert found is not None
    assert found.number == 12
