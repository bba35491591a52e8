"""Whose entries a question counts: the first visit, the follow-up, not the answer of the authority."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.question.scope import is_of_year, looks_again, of_occasion, year_made
from assistant.question.topic import topic_of
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from redaction.text import restore

NAMES = Names(
    places=("Osterby Remand Centre for Women",),
    about={name: frozenset(["osterby", "women"]) for name in ("first", "again", "reply")},
)


def _record(name: str, kind: DocumentKind, title: str) -> DocumentRecord:
    metadata = Metadata(title=title, place="Osterby Remand Centre for Women")
    return DocumentRecord(name, f"{name}.pdf", kind, DocumentStatus.INDEXED, None, metadata)


RECORDS = {
    "first": _record("first", DocumentKind.VISIT_REPORT, "Report on the visit to Osterby"),
    "again": _record("again", DocumentKind.VISIT_REPORT, "Follow-up visit to Osterby"),
    "reply": _record("reply", DocumentKind.RESPONSE, "Reply on Osterby"),
}
LIBRARY: Any = SimpleNamespace(ledger=SimpleNamespace(document=RECORDS.get))


def _entry(document: str, number: str, verified: str | None = None) -> RegisterEntry:
    text = restore("Repair the bells.")
    return RegisterEntry(
        f"{document}{number}", document, None, number, "recommendation", text, None, (), None, None, verified
    )


ENTRIES = [_entry("first", "1"), _entry("first", "2"), _entry("again", "1", "implemented"), _entry("again", "5")]
ENTRIES += [_entry("reply", "9")]


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("How many recommendations did the report on Osterby make?", {"first1", "first2"}),
        ("How many recommendations did the follow-up report on Osterby make?", {"again5"}),
        ("How many Osterby recommendations were rejected?", {"first1", "first2", "again1", "again5"}),
        ("How many recommendations did the second visit to Osterby make?", {"again5"}),
        (
            "How many recommendations of the first Osterby visit were repeated?",
            {"first1", "first2", "again1", "again5"},
        ),
        ("Number of recommendations at the end of the Osterby follow-up", {"again5"}),
        ("How many recommendations are there on Osterby?", {"first1", "first2", "again1", "again5"}),
    ],
)
def test_the_visit_that_is_meant(question: str, kept: set[str]) -> None:
    entries, _ = of_occasion(LIBRARY, understand(question, NAMES), ENTRIES)
    assert {entry.entry_id for entry in entries} == kept


def test_what_is_left_out_is_said() -> None:
    query = understand("How many recommendations did the report on Osterby make?", NAMES)
    assert of_occasion(LIBRARY, query, ENTRIES)[1] == "of the first report, follow-ups left out"
    assert of_occasion(LIBRARY, query, ENTRIES[:2])[1] is None


def test_titles_that_look_again() -> None:
    assert looks_again(RECORDS["again"])
    assert not looks_again(RECORDS["first"])


def test_words_of_a_name_are_no_topic() -> None:
    query = understand("How many good practices did the report on Osterby Remand Centre for Women make?", NAMES)
    assert topic_of(query) == []
    query = understand(
        "How many recommendations on food did the report on Osterby Remand Centre for Women make?", NAMES
    )
    assert [need.label for need in topic_of(query)] == ["food"]


def test_what_is_published_later_on_the_same_visit_is_no_first_report() -> None:
    dates = {
        "first": ("2023-03-02", "2023-06-01"),
        "reply": ("2023-03-02", "2023-11-01"),
        "again": ("2024-05-01", None),
    }
    records = {
        name: replace(
            RECORDS[name],
            kind=DocumentKind.VISIT_REPORT,
            metadata=replace(RECORDS[name].metadata, visit_end=visit, published=published),
        )
        for name, (visit, published) in dates.items()
    }
    library: Any = SimpleNamespace(ledger=SimpleNamespace(document=records.get))
    question = "How many recommendations did the first report on Osterby make?"
    entries, said = of_occasion(library, understand(question, NAMES), ENTRIES)
    assert {entry.entry_id for entry in entries} == {"first1", "first2"}
    assert said == "of the first of 2 reports"


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("how many of the 2029 osterby recommendations were implemented in 2031?", "2029"),
        ("how many recommendations of 2029 had been carried out by 2031?", "2029"),
        ("how many recommendations made in march 2029 were accepted?", "2029"),
        ("how many recommendations were implemented in 2031?", None),
        ("how many recommendations did the 2029 report make?", None),
    ],
)
def test_the_year_in_which_entries_were_made(question: str, year: str | None) -> None:
    assert year_made(question) == year


def test_only_what_was_made_in_the_year_is_looked_at() -> None:
    dated = {
        name: replace(record, metadata=replace(record.metadata, visit_end=day))
        for (name, record), day in zip(RECORDS.items(), ("2029-03-01", "2031-05-01", "2029-09-01"), strict=True)
    }
    library: Any = SimpleNamespace(ledger=SimpleNamespace(document=dated.get))
    asked = understand("How many of the 2029 Osterby recommendations were implemented in 2031?", NAMES)
    entries, said = of_occasion(library, asked, ENTRIES)
    assert {entry.entry_id for entry in entries} == {"first1", "first2"}
    assert said == "made in 2029"
    assert is_of_year(dated["again"], ["2031"]) and not is_of_year(dated["again"], ["2029"])
