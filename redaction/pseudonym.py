"""Pseudonyms that stay the same for one person through a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redaction.propagation import key_of, parts_of

DEFAULT_ROLE = "PERSON"
_ORDER = {"DETAINEE": 0, "RELATIVE": 1, "STAFF": 2}
# What earlier redaction has left: it is never masked again.
PSEUDONYM = re.compile(
    r"\[(?:(?:DETAINEE|STAFF|RELATIVE|PERSON) \d+|ID|CONTACT|DATE OF BIRTH|ADDRESS|CELL|PLATE|age|nationality|role|"
    r"health condition|detail|date(?: in \d{4})?|in their (?:teens|\d0s)|under 10|over 90)\]"
)
_NUMBERED = re.compile(r"\[(DETAINEE|STAFF|RELATIVE|PERSON) (\d+)\]")


@dataclass
class Person:
    """One person of a document: the words of the name and where it stands."""

    keys: set[str] = field(repr=False)
    initials: set[str] = field(default_factory=set, repr=False)
    roles: dict[str, int] = field(default_factory=dict)
    first: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name in the text as the linker sees it."""

    start: int
    name: str = field(repr=False)
    role: str | None


class Linker:
    """Links mentions to persons and numbers the persons.

    Numbers go on after the pseudonyms that a text already holds.
    """

    def __init__(self, particles: frozenset[str], taken: Iterable[str] = ()) -> None:
        """Take the particles, which link nobody, and texts with earlier pseudonyms."""
        self._particles = particles
        self._persons: list[Person] = []
        self._next: dict[str, int] = {}
        for text in taken:
            for match in _NUMBERED.finditer(text):
                role, number = match.group(1), int(match.group(2))
                self._next[role] = max(self._next.get(role, 0), number)

    def link(self, spans: Sequence[NamedSpan]) -> dict[int, str]:
        """Return the pseudonym for each span, by its start.

        Mentions with more words are read first, so that a lone surname finds its bearer.
        """
        chosen: dict[int, Person] = {}
        latest: dict[int, int] = {}
        for span in sorted(spans, key=lambda span: (-len(self._keys(span.name)[0]), span.start)):
            keys, initials = self._keys(span.name)
            person = self._find(keys, initials, span.start, latest)
            if person is None:
                person = Person(set(keys), set(initials), first=span.start)
                self._persons.append(person)
            person.keys |= keys if len(keys) > 1 or not person.keys else set()
            person.first = min(person.first, span.start)
            latest[id(person)] = span.start
            if span.role:
                person.roles[span.role] = person.roles.get(span.role, 0) + 1
            chosen[span.start] = person
        for person in sorted(chosen.values(), key=lambda person: person.first):
            if not person.label:
                role = self._role(person)
                number = self._next[role] = self._next.get(role, 0) + 1
                person.label = f"[{role} {number}]"
        return {start: person.label for start, person in chosen.items()}

    def _role(self, person: Person) -> str:
        if not person.roles:
            return DEFAULT_ROLE
        return max(person.roles, key=lambda role: (person.roles[role], -_ORDER.get(role, 9)))

    def _keys(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        parts = [part for part in parts_of(name) if part not in self._particles]
        keys = frozenset(key_of(part) for part in parts if len(part) > 1)
        return keys, frozenset(key_of(part) for part in parts if len(part) == 1)

    def _find(
        self, keys: frozenset[str], initials: frozenset[str], start: int, latest: dict[int, int]
    ) -> Person | None:
        best: tuple[int, bool, int] | None = None
        found: Person | None = None
        for person in self._persons:
            shared = sum(any(_same(key, other) for other in person.keys) for key in keys)
            if not shared:
                continue
            strangers = len(keys) - shared
            others = len(person.keys) - shared
            if strangers and others and shared < 2:
                continue
            if (
                initials
                and others
                and not any(
                    other[:1] in initials for other in person.keys if not any(_same(key, other) for key in keys)
                )
            ):
                continue
            # A lone surname of a family is rather that of the person whom the text is about.
            score = (shared - strangers, "RELATIVE" not in person.roles, -abs(start - latest[id(person)]))
            if best is None or score > best:
                best, found = score, person
        return found


def _same(first: str, second: str) -> bool:
    if first == second:
        return True
    if min(len(first), len(second)) < 4 or first[:1] != second[:1]:
        return False
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(first, second, score_cutoff=1) <= 1)
