"""One count broken down: by theme, type of place, addressee, response, what was found; each number with its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.comparing.standing import Outcome, is_answered, judged_status, outcome_of
from ingest.folding import fold
from ingest.passage import DocumentRecord, RegisterEntry

NOT_JUDGED = "not judged by a visit"
NO_REPLY = "no reply in the library"
UNKNOWN = "not known"
# A name of a function that a body of any State may have.
_FUNCTION = re.compile(
    r"(?:national |state )?(?:preventi\w+ mechanism|npm|ombuds\w*|human rights commission|public defender|committee)"
    r"(?: against torture| prevention torture| for prevention torture)?"
)
_ARTICLES = frozenset({"the", "a", "an", "of", "for"})

Keys = Callable[[RegisterEntry], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One number of a breakdown.

    Attributes:
        ids: of the entries that it counts.
        outcomes: how many of them have which outcome; ``not judged by a visit`` for the rest.
        answered: how many have an answer.
    """

    label: str
    ids: tuple[str, ...]
    outcomes: Mapping[str, int]
    answered: int

    @property
    def count(self) -> int:
        """How many entries."""
        return len(self.ids)

    @property
    def judged(self) -> int:
        """How many have a verdict that says more or less achieved: the denominator of implementation rates."""
        return sum(
            self.outcomes.get(each.value, 0) for each in (Outcome.ACHIEVED, Outcome.PARTLY, Outcome.NOT_ACHIEVED)
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "label": self.label,
            "count": self.count,
            "answered": self.answered,
            "judged": self.judged,
            "achieved": self.outcomes.get(Outcome.ACHIEVED.value, 0),
            "partly_achieved": self.outcomes.get(Outcome.PARTLY.value, 0),
            "not_achieved": self.outcomes.get(Outcome.NOT_ACHIEVED.value, 0),
            "ids": list(self.ids),
        }


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All numbers of one question.

    Attributes:
        name: stable, ``theme`` for instance.
        title: for people.
        of: how many entries were looked at.
        several: whether one entry may count under several labels, so that the parts sum to more than the whole.
    """

    name: str
    title: str
    of: int
    parts: tuple[Part, ...]
    several: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "by": self.name,
            "of": self.of,
            "several_labels": self.several,
            "parts": [part.to_json() for part in self.parts],
        }


def breakdowns(entries: Sequence[RegisterEntry], records: Mapping[str, DocumentRecord]) -> tuple[Breakdown, ...]:
    """Break recommendations down.

    Args:
        entries: each thing that was asked for once.
        records: their documents by id.
    """
    spelling = _spellings(entry.addressee for entry in entries if entry.addressee)

    bodies = body_names(records)

    def data(entry: RegisterEntry, name: str) -> str:
        return str(getattr(records[entry.document_id].metadata, name) or UNKNOWN)

    wanted: tuple[tuple[str, str, Keys, bool], ...] = (
        ("theme", "Theme", lambda each: [_spoken(theme) for theme in each.themes] or ["no theme found"], True),
        ("place_type", "Type of place", lambda each: [data(each, "place_type")], False),
        ("addressee", "Addressee", lambda each: [spelling.get(_folded(each.addressee or ""), UNKNOWN)], False),
        ("response", "Response of the authority", lambda each: [_response(each)], False),
        ("status", "What a later visit found", lambda each: [_found(each)], False),
        ("urgency", "Urgency as printed", lambda each: [_spoken(each.urgency or "none printed")], False),
        ("kind", "Kind", lambda each: [_spoken(each.kind)], False),
        ("body", "Inspecting body", lambda each: [bodies[each.document_id]], False),
        ("place", "Place", lambda each: [data(each, "place")], False),
    )
    return tuple(breakdown(name, title, entries, keys, several) for name, title, keys, several in wanted)


def body_names(records: Mapping[str, DocumentRecord]) -> dict[str, str]:
    """Return the inspecting body of each document under a name that no body of another State shares.

    Where documents call a body only by its function, the State stands beside it; documents whose State is not known
    are not taken for those of any.
    """
    found = {}
    for name, record in records.items():
        body = record.metadata.inspecting_body
        if not body:
            found[name] = UNKNOWN
        elif _FUNCTION.fullmatch(_folded(body)):
            found[name] = f"{body} ({record.metadata.jurisdiction or 'State not known'})"
        else:
            found[name] = body
    return found


def breakdown(name: str, title: str, entries: Sequence[RegisterEntry], keys: Keys, several: bool = False) -> Breakdown:
    """Count entries by labels, the most frequent first."""
    held: dict[str, list[RegisterEntry]] = {}
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            held.setdefault(key, []).append(entry)
    parts = [part(label, own) for label, own in held.items()]
    return Breakdown(
        name, title, len(entries), tuple(sorted(parts, key=lambda each: (-each.count, each.label))), several
    )


def part(label: str, entries: Sequence[RegisterEntry]) -> Part:
    """Return the number of some entries with what became of them."""
    outcomes = Counter(_found(entry, by_outcome=True) for entry in entries)
    return Part(label, tuple(entry.entry_id for entry in entries), dict(outcomes), sum(map(answered, entries)))


def answered(entry: RegisterEntry) -> bool:
    """Say whether the library has an authority's answer to an entry."""
    return is_answered(entry)


def _response(entry: RegisterEntry) -> str:
    if entry.status_claimed:
        return entry.status_claimed
    return "answered, position not read" if entry.response else NO_REPLY


def _found(entry: RegisterEntry, *, by_outcome: bool = False) -> str:
    outcome = outcome_of(judged_status(entry))
    if outcome is None:
        return NOT_JUDGED
    return outcome.value if by_outcome else str(entry.status_verified)


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _folded(name: str) -> str:
    return " ".join(word for word in fold(name) if word not in _ARTICLES)


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """Return the most frequent spelling of each name, by its words without case and articles."""
    counted: dict[str, Counter[str]] = {}
    for name in names:
        counted.setdefault(_folded(name), Counter())[name] += 1
    return {key: spelled.most_common(1)[0][0] for key, spelled in counted.items()}
