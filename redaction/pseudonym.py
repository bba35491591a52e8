"""Pseudonyms that stay the same for one person through a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redaction.names.neighbours import Neighbours
from redaction.names.propagation import key_of, parts_of

DEFAULT_ROLE = "PERSON"
_ORDER = {"DETAINEE": 0, "RELATIVE": 1, "STAFF": 2}
# What earlier redaction has left: it is never masked again.
PSEUDONYM = re.compile(
    r"\[(?:(?:DETAINEE|STAFF|RELATIVE|PERSON) \d+|ID|CONTACT|DATE OF BIRTH|ADDRESS|CELL|PLATE|age|nationality|role|"
    r"health condition|detail|date(?: in \d{4})?|in their (?:teens|\d0s)|under 10|over 90)\]"
    r"|\bin their (?:teens|[2-9]0s)\b"
)
_RELATIVE = "RELATIVE"
# Shorter words of names are the same only if they are equal.
_LEAST_ALIKE = 4
_NUMBERED = re.compile(r"\[(DETAINEE|STAFF|RELATIVE|PERSON) (\d+)\]")


@dataclass
class Person:
    """One person of a document: the words of the name and where it stands."""

    number: int
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
        self._bearers: dict[str, list[int]] = {}
        self._spellings = Neighbours(1)
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
            # "Mr Example … his cousin Ann Example": who comes first is not the relative.
            if person and len(keys) == 1 and span.role != _RELATIVE == self._role(person) and span.start < person.first:
                person = None
            if person is None:
                person = Person(len(self._persons), set(), set(initials), first=span.start)
                self._persons.append(person)
            if len(keys) > 1 or not person.keys:
                self._take(person, keys)
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
        alike = {key: self._alike(key) for key in keys}
        known = frozenset[str]().union(*alike.values())
        bearers = {number for key in known for number in self._bearers[key]}
        best: tuple[int, bool, int] | None = None
        found: Person | None = None
        for person in map(self._persons.__getitem__, sorted(bearers)):
            shared = sum(not similar.isdisjoint(person.keys) for similar in alike.values())
            strangers = len(keys) - shared
            others = len(person.keys) - shared
            if strangers and others and shared < 2:
                continue
            if initials and others and not any(other[:1] in initials for other in person.keys - known):
                continue
            # A lone surname of a family is rather that of the person whom the text is about.
            score = (shared - strangers, _RELATIVE not in person.roles, -abs(start - latest[id(person)]))
            if best is None or score > best:
                best, found = score, person
        return found

    def _take(self, person: Person, keys: frozenset[str]) -> None:
        """Add to the words of a person's name."""
        for key in keys - person.keys:
            self._bearers.setdefault(key, []).append(person.number)
            self._spellings.add(key)
        person.keys |= keys

    def _alike(self, key: str) -> frozenset[str]:
        """Return the words of known names that are the same as ``key``, but for a letter in longer ones."""
        from rapidfuzz.distance import OSA

        found = {key} & self._bearers.keys()
        if len(key) >= _LEAST_ALIKE:
            found |= {
                other
                for other in self._spellings.near(key)
                if len(other) >= _LEAST_ALIKE and key[:1] == other[:1] and OSA.distance(key, other, score_cutoff=1) <= 1
            }
        return frozenset(found)
