"""The columns of an exported register: what each is called, what it holds, how wide it is on a sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.passage import DocumentRecord, RegisterEntry

NOTICE = "Pseudonymised, not anonymous: treat as confidential."
Value = str | int | None | list[str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: its name in JSON.
        heading: its name for people.
        meaning: one sentence for the legend.
        width: in characters of a sheet.
        read: gives the value of an entry and its document; several values are a list.
    """

    key: str
    heading: str
    meaning: str
    width: int
    read: Callable[[RegisterEntry, DocumentRecord | None], Value]


def _of_document(name: str) -> Callable[[RegisterEntry, DocumentRecord | None], Value]:
    def read(entry: RegisterEntry, record: DocumentRecord | None) -> Value:
        value = getattr(record.metadata, name) if record else None
        return None if value is None else str(value)

    return read


def _of_entry(name: str) -> Callable[[RegisterEntry, DocumentRecord | None], Value]:
    def read(entry: RegisterEntry, record: DocumentRecord | None) -> Value:
        value = getattr(entry, name)
        if value is None or isinstance(value, int):
            return value
        return [str(each) for each in value] if isinstance(value, tuple) else str(value)

    return read


COLUMNS: tuple[Column, ...] = (
    Column("id", "Entry", "The entry's id; opcat show ID shows it with its context.", 16, _of_entry("entry_id")),
    Column("place", "Place", "The place visited.", 24, _of_document("place")),
    Column("place_type", "Place type", "Type of place, from a controlled list.", 16, _of_document("place_type")),
    Column("body", "Body", "The inspecting body.", 24, _of_document("inspecting_body")),
    Column("jurisdiction", "Jurisdiction", "Country or part of it.", 16, _of_document("jurisdiction")),
    Column("visit_start", "Visit start", "First day of the visit, as far as known.", 12, _of_document("visit_start")),
    Column("visit_end", "Visit end", "Last day of the visit, as far as known.", 12, _of_document("visit_end")),
    Column("published", "Published", "Date of publication, as far as known.", 12, _of_document("published")),
    Column("document_title", "Document title", "Title of the document.", 32, _of_document("title")),
    Column("source", "Source", "Name of the file.", 24, lambda entry, record: record.source if record else None),
    Column("kind", "Kind", "Recommendation, finding, concern, response and so on.", 16, _of_entry("kind")),
    Column("number", "Number", "Number as printed.", 10, _of_entry("number")),
    Column("text", "Text", "The words of the document, redacted.", 70, _of_entry("text")),
    Column("addressee", "Addressee", "Who is asked to act.", 24, _of_entry("addressee")),
    Column("themes", "Themes", "Themes, from a controlled list.", 22, _of_entry("themes")),
    Column("urgency", "Urgency", "Where the text or its heading says so.", 12, _of_entry("urgency")),
    Column("due", "Due", "Deadline as printed.", 16, _of_entry("due")),
    Column("response", "Response", "The authority's words, redacted.", 50, _of_entry("response")),
    Column(
        "status_claimed",
        "Status claimed",
        "What the authority says became of it; nobody has checked that.",
        16,
        _of_entry("status_claimed"),
    ),
    Column(
        "status_verified",
        "Status verified",
        "What a later visit found, apart from what the authority says.",
        16,
        _of_entry("status_verified"),
    ),
    Column("repeats", "Repeats", "Ids of earlier entries that it repeats.", 18, _of_entry("repeats")),
    Column("followed_up_by", "Followed up by", "Ids of later entries on it.", 18, _of_entry("followed_up_by")),
    Column("locator", "Locator", "Paragraph, recommendation or row in the source.", 16, _of_entry("locator")),
    Column("page", "Page", "Page in the source, where it has pages.", 8, _of_entry("page")),
    Column("criteria_cited", "Criteria cited", "Provisions that the text itself cites.", 20, _of_entry("criteria")),
    Column(
        "criteria_suggested",
        "Criteria suggested",
        "Provisions near in meaning, suggested by the program for entries that cite none; check before use.",
        22,
        _of_entry("criteria_suggested"),
    ),
    Column("note", "Note", "How to treat the row.", 30, lambda entry, record: NOTICE),
)


def flat(value: Value) -> str | int | None:
    """Return a value as one cell holds it: several values with a semicolon between them."""
    return "; ".join(value) if isinstance(value, list) else value
