"""Mirrors: register entries that print or repeat earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.terms import STOP, stem, tokens
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library


def merged(entries: Sequence[RegisterEntry]) -> tuple[list[RegisterEntry], dict[str, tuple[RegisterEntry, ...]]]:
    """Take an entry once that a response or follow-up prints again: in a table, or under its number and in its words.

    Returns:
        the entries, and by their id those that print them again.
    """
    held = {entry.entry_id: entry for entry in entries}
    echoes: dict[str, tuple[RegisterEntry, ...]] = {}
    kept: list[RegisterEntry] = []
    for entry in entries:
        first = next((name for name in entry.repeats if name in held and _mirrors(entry, held[name])), None)
        if first is not None and first != entry.entry_id:
            echoes[first] = (*echoes.get(first, ()), entry)
        else:
            kept.append(entry)
    return kept, echoes


def is_repeat(library: Library, entry: RegisterEntry) -> bool:
    """Say whether an entry repeats an earlier one: it says so, or is linked to one in its words."""
    if "repeat" in f"{entry.locator} {entry.text[:80]}".casefold():
        return True
    earlier = [library.ledger.entry(name) for name in entry.repeats]
    return any(one is None or entry.locator.startswith("table ") or _shares_words(entry, one) for one in earlier)


def _mirrors(entry: RegisterEntry, first: RegisterEntry) -> bool:
    """Whether an entry prints an earlier one again; a recommendation that is made once more counts once more."""
    if entry.number != first.number:
        return False
    if entry.locator.startswith("table "):
        return True
    return _shares_words(entry, first)


def _shares_words(one: RegisterEntry, other: RegisterEntry) -> bool:
    ours = {stem(word) for word in tokens(str(one.text)) if word not in STOP}
    theirs = {stem(word) for word in tokens(str(other.text)) if word not in STOP}
    return len(ours & theirs) >= 0.5 * min(len(ours), len(theirs))
