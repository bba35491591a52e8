"""Mirrors: register entries that print or repeat earlier ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.question.terms import STOP, fold, stem, tokens
from ingest.passage import DocumentKind, DocumentRecord, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

_REPEATED = re.compile(
    r"\(repeat\w*|\brepeat(?:ed|s)? (?:recommendation|deficienc|finding|concern|request)|"
    r"\bagain recommend|\brecommends? again|"
    r"\b(?:repeat|reiterate|renew)(?:s|d|ed)? (?:my|our|its|his|her|the|this|these|that)\b|"
    r"\b(?:is|are|recommendation) (?:therefore |hereby )?(?:repeated|reiterated|renewed)\b(?! in\b| by\b| to\b)|"
    r"\bfor the (?:second|third|fourth) time\b|\bas (?:was )?already (?:requested|recommended|asked|proposed)\b|"
    r"\((?:formerly|previously) (?:measure|recommendation|no)\b",
    re.IGNORECASE,
)
_REITERATED = re.compile(r"\breiterat(?:e|es|ed|ing)\b")
_OPENING = 160
_SHARED = 0.4


def merged(
    entries: Sequence[RegisterEntry], document: Callable[[str], DocumentRecord | None] = lambda _: None
) -> tuple[list[RegisterEntry], dict[str, tuple[RegisterEntry, ...]]]:
    """Take an entry once that a response or follow-up prints again: in a table, or under its number and in its words.

    A recommendation that a later visit makes once more, outside a table, counts once more.

    Args:
        entries: of any documents.
        document: looks a document up; where it knows none, numbers and words decide alone.

    Returns:
        the entries, and by their id those that print them again.
    """
    held = {entry.entry_id: entry for entry in entries}
    echoes: dict[str, tuple[RegisterEntry, ...]] = {}
    kept: list[RegisterEntry] = []
    for entry in entries:
        first = next((name for name in entry.repeats if name in held and _mirrors(entry, held[name], document)), None)
        if first is not None and first != entry.entry_id:
            echoes[first] = (*echoes.get(first, ()), entry)
        else:
            kept.append(entry)
    return kept, echoes


def repeated(library: Library, entries: Sequence[RegisterEntry], *, by_name: bool = False) -> set[str]:
    """Return the ids of the entries that repeat an earlier one; with ``by_name`` those that are called so.

    Where a document calls some of its entries repeated, only those are, and recommendations that are linked to one of
    another document; where it calls none so, those that are linked to an earlier one in its words.
    """
    passages = library.ledger.passages([entry.passage_id for entry in entries if entry.passage_id])
    called: set[str] = set()
    linked: set[str] = set()
    made_again: set[str] = set()
    for entry in entries:
        passage = passages.get(entry.passage_id or "")
        printed = str(passage.text)[:_OPENING] if passage is not None else ""
        if _REPEATED.search(f"{entry.locator} {str(entry.text)[:_OPENING]} {printed}"):
            called.add(entry.entry_id)
        earlier = [library.ledger.entry(name) for name in entry.repeats]
        if any(one is None or entry.locator.startswith("table ") or _shares_words(entry, one) for one in earlier):
            linked.add(entry.entry_id)
        others = any(one is not None and one.document_id != entry.document_id for one in earlier)
        if others and entry.kind == "recommendation" and not entry.locator.startswith("table "):
            made_again.add(entry.entry_id)
    if by_name:
        return called
    called |= made_again
    own = {entry.document_id for entry in entries if entry.entry_id in called and entry.entry_id in linked}
    return called | {entry.entry_id for entry in entries if entry.entry_id in linked and entry.document_id not in own}


def _mirrors(entry: RegisterEntry, first: RegisterEntry, document: Callable[[str], DocumentRecord | None]) -> bool:
    """Whether an entry prints an earlier one again; a recommendation that is made once more counts once more."""
    record = document(entry.document_id)
    if record is not None and record.kind == DocumentKind.RESPONSE:
        # Who replies makes no recommendations of his own; he may number those he answers as he likes.
        return entry.locator.startswith("table ") or _shares_words(entry, first)
    if entry.number != first.number:
        return False
    if entry.locator.startswith("table "):
        return True
    if record is not None and not entry.status_verified:
        return False
    return _shares_words(entry, first)


def _shares_words(one: RegisterEntry, other: RegisterEntry) -> bool:
    ours = {stem(word) for word in tokens(str(one.text)) if word not in STOP}
    theirs = {stem(word) for word in tokens(str(other.text)) if word not in STOP}
    return len(ours & theirs) >= _SHARED * min(len(ours), len(theirs))


def reiterated(question: str, entries: Sequence[RegisterEntry], again: set[str]) -> set[str]:
    """Return the ids of the entries that say of themselves what a question asks, "reiterated"; all where none does."""
    if not _REITERATED.search(fold(question)):
        return again
    told = {entry.entry_id for entry in entries if _REITERATED.search(fold(str(entry.text)))}
    return told or again
