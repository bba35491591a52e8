"""Pseudonyms that stay the same for one person through a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redaction.names.neighbours import Neighbours
from redaction.names.written import Written, calling_of, other_calling, sex_of, two_persons, written

DEFAULT_ROLE = "PERSON"
_ORDER = {"DETAINEE": 0, "RELATIVE": 1, "STAFF": 2}
# What earlier redaction has left: it is never masked again.
PSEUDONYM = re.compile(
    r"\[(?:(?:DETAINEE|STAFF|RELATIVE|PERSON) \d+|ID|CONTACT|DATE OF BIRTH|ADDRESS|CELL|PLATE|age|nationality|role|"
    r"health condition|detail|date(?: in \d{4})?|in their (?:teens|\d0s)|\d0- to \d9-year-old|\d0 to \d9|teenage(?:r| years)?|under 10|over 90)\]"  # noqa: E501
    r"|\b(?:in )?their (?:teens|[2-9]0s)\b"
)
_RELATIVE = "RELATIVE"
_STAFF = "STAFF"
_DETAINEE = "DETAINEE"
# Shorter words of names are the same only if they are equal; so are those of mentions that share no other word.
_LEAST_ALIKE = 4
_LEAST_ALONE = 5
# How much farther a person is who comes only later.
_AHEAD = 3
# From so many initials on they tell whose they are.
_TELLING = 2
# What two spellings of one given name may differ by: "Yonathan", "Kristjan", "Mohammed".
_SOUND = re.compile(r"(.)\1|(?<=.)h|[jy]|w|ph|z")
_SOUNDS = {"w": "v", "j": "i", "y": "i", "ph": "f", "z": "s"}
_NUMBERED = re.compile(r"\[(DETAINEE|STAFF|RELATIVE|PERSON) (\d+)\]")


@dataclass
class Person:
    """One person of a document: the words of the name and where it stands."""

    number: int
    keys: set[str] = field(repr=False)
    units: list[frozenset[str]] = field(default_factory=list, repr=False)
    short: set[str] = field(default_factory=set, repr=False)
    letters: set[str] = field(default_factory=set, repr=False)
    sexes: set[str] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    roles: dict[str, int] = field(default_factory=dict)
    first: int = 0
    last: int = 0
    starts: set[int] = field(default_factory=set)
    label: str = ""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name in the text as the linker sees it.

    Attributes:
        before: what stands before it, from the name before on.
        after: the words after it.
        previous: start of the name that ends where ``before`` begins, if there is one.
    """

    start: int
    name: str = field(repr=False)
    role: str | None
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)
    previous: int | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    form: Written = field(repr=False)
    keys: frozenset[str] = field(repr=False)
    role: str | None
    sex: str | None
    calling: str | None
    apart: frozenset[int]


class Linker:
    """Links mentions to persons and numbers the persons.

    Numbers go on after the pseudonyms that a text already holds.
    """

    def __init__(
        self,
        particles: frozenset[str],
        taken: Iterable[str] = (),
        *,
        titles: frozenset[str] = frozenset(),
        given: frozenset[str] = frozenset(),
    ) -> None:
        """Take what the names are written with.

        Args:
            particles: they link nobody.
            taken: texts with earlier pseudonyms.
            titles: titles and offices in small letters, no part of a name before which they stand.
            given: given names in small letters; two of them that differ are two persons.
        """
        self._particles, self._titles, self._given = particles, titles, given
        self._persons: list[Person] = []
        self._bearers: dict[str, list[int]] = {}
        self._spellings = Neighbours(1)
        self._next: dict[str, int] = {}
        self._times: Counter[str] = Counter()
        for text in taken:
            for match in _NUMBERED.finditer(text):
                role, number = match.group(1), int(match.group(2))
                self._next[role] = max(self._next.get(role, 0), number)

    def link(self, spans: Sequence[NamedSpan]) -> dict[int, str]:
        """Return the pseudonym for each span, by its start.

        Mentions with more words are read first, so that a lone surname finds its bearer.
        """
        chosen: dict[int, Person] = {}
        mentions = self._mentions(spans)
        self._times.update(key for mention in mentions for key in mention.keys)
        for mention in sorted(
            mentions, key=lambda mention: (-len(mention.keys), not mention.form.short, mention.start)
        ):
            person = self._find(mention) or self._by_letters(mention)
            # "Mr Example … his cousin Ann Example": who comes first is not the relative.
            lone = len(mention.keys) == 1 and not mention.form.short
            first = person is not None and mention.start < person.first
            if person and lone and first and mention.role != _RELATIVE == self._role(person):
                person = None
            if person is None:
                person = Person(len(self._persons), set(), first=mention.start, letters=set(mention.form.letters))
                self._persons.append(person)
            self._take(person, mention)
            chosen[mention.start] = person
        for person in sorted({id(person): person for person in chosen.values()}.values(), key=lambda each: each.first):
            role = self._role(person)
            number = self._next[role] = self._next.get(role, 0) + 1
            person.label = f"[{role} {number}]"
        return {start: person.label for start, person in chosen.items()}

    def _mentions(self, spans: Sequence[NamedSpan]) -> list[_Mention]:
        apart: dict[int, set[int]] = {}
        for span in spans:
            if span.previous is not None and two_persons(span.before, self._titles):
                apart.setdefault(span.start, set()).add(span.previous)
                apart.setdefault(span.previous, set()).add(span.start)
        found = []
        for span in spans:
            form = written(span.name, self._particles, self._titles)
            sex = sex_of(span.name, span.before, span.after)
            calling = calling_of(span.name, span.before)
            others = frozenset(apart.get(span.start, ()))
            found.append(_Mention(span.start, form, form.keys, span.role, sex, calling, others))
        return found

    def _role(self, person: Person) -> str:
        if not person.roles:
            return DEFAULT_ROLE
        return max(person.roles, key=lambda role: (person.roles[role], -_ORDER.get(role, 9)))

    def _find(self, mention: _Mention) -> Person | None:
        """Return the person whose name a mention is or is part of: no word and no initial of the two may disagree."""
        alike = {key: self._alike(key) for key in mention.keys}
        bearers = {number for found in alike.values() for key in found for number in self._bearers[key]}
        best: tuple[int, bool, bool, int] | None = None
        found: Person | None = None
        for person in map(self._persons.__getitem__, sorted(bearers)):
            exact = len(mention.keys & person.keys)
            if not self._agree(mention, alike, person, exact):
                continue
            whole = any(unit in person.units for unit in mention.form.units)
            # A lone surname of a family is rather that of the person whom the text is about.
            score = (exact, whole, _RELATIVE not in person.roles, -_far(mention.start, person.last))
            if best is None or score > best:
                best, found = score, person
        return found

    def _agree(self, mention: _Mention, alike: dict[str, frozenset[str]], person: Person, exact: int) -> bool:
        if not mention.apart.isdisjoint(person.starts):
            return False
        shared = sum(not similar.isdisjoint(person.keys) for similar in alike.values())
        if shared - exact > 1 or not (exact or self._misspelt(mention)):
            return False
        matched = frozenset[str]().union(*alike.values())
        others = [key for unit in person.units for key in unit if key not in matched]
        strangers = [key for key, similar in alike.items() if similar.isdisjoint(person.keys)]
        strangers = [key for key in strangers if not any(key.startswith(short) for short in person.short)]
        if strangers and others:
            return False
        if len(mention.keys) == 1 and (
            (mention.sex and person.sexes and mention.sex not in person.sexes)
            or (person.callings and other_calling(mention.calling, person.callings))
        ):
            return False
        short = mention.form.short
        if short and (others or person.short):
            known = [*others, *person.short]
            return any(key.startswith(letter) or letter.startswith(key) for letter in short for key in known)
        return True

    def _misspelt(self, mention: _Mention) -> bool:
        """Say whether a mention that shares no word with anybody may be another's with a mistake, made once."""
        return all(len(key) >= _LEAST_ALONE and self._times[key] < _TELLING for key in mention.keys)

    def _by_letters(self, mention: _Mention) -> Person | None:
        """Return the one person whose initials a mention is."""
        if not mention.form.initials:
            return None
        bearers = [person for person in self._persons if not mention.form.letters.isdisjoint(person.letters)]
        bearers = [
            person
            for person in bearers
            if mention.apart.isdisjoint(person.starts)
            and not (mention.sex and person.sexes and mention.sex not in person.sexes)
            and not {_STAFF, _DETAINEE} <= {mention.role, *person.roles}
        ]
        alone = [person for person in bearers if not person.keys]
        if alone:
            return alone[0]
        telling = max(map(len, mention.form.letters)) >= _TELLING
        return bearers[0] if telling and len(bearers) == 1 else None

    def _take(self, person: Person, mention: _Mention) -> None:
        """Add a mention, and the words of it, to a person."""
        person.first = min(person.first, mention.start)
        person.last = mention.start
        person.starts.add(mention.start)
        if mention.role:
            person.roles[mention.role] = person.roles.get(mention.role, 0) + 1
        if mention.sex:
            person.sexes.add(mention.sex)
        if mention.calling:
            person.callings.add(mention.calling)
        person.short.update(mention.form.short)
        keys = mention.keys if len(mention.keys) > 1 or not person.keys else frozenset[str]()
        if keys:
            person.letters |= mention.form.letters
            person.units += [unit for unit in mention.form.units if unit not in person.units]
        for key in (keys | mention.form.nicknames) - person.keys:
            self._bearers.setdefault(key, []).append(person.number)
            self._spellings.add(key)
        person.keys |= keys | mention.form.nicknames

    def _alike(self, key: str) -> frozenset[str]:
        """Return the words of known names that are the same as ``key``, but for a letter in longer ones."""
        from rapidfuzz.distance import OSA

        found = {key} & self._bearers.keys()
        if len(key) >= _LEAST_ALIKE:
            found |= {
                other
                for other in self._spellings.near(key)
                if len(other) >= _LEAST_ALIKE
                and key[:1] == other[:1]
                and OSA.distance(key, other, score_cutoff=1) <= 1
                and not self._two_names(key, other)
            }
        return frozenset(found)

    def _two_names(self, key: str, other: str) -> bool:
        """Say whether two words that differ by a letter are two names: "Maria" and "Mario", "-ov" and "-ova"."""
        shorter, longer = sorted((key, other), key=len)
        if longer[-1] == "a" and shorter[-1] != "a" and longer[:-1] in (shorter, shorter[:-1]):
            return True
        if longer[-1] != "a" and shorter[-1] == "a" and len(shorter) == len(longer) and longer[:-1] == shorter[:-1]:
            return True
        return key in self._given and other in self._given and _sound(key) != _sound(other)


def _sound(key: str) -> str:
    """Return a form in which the spellings of one given name are equal."""
    return _SOUND.sub(lambda match: match.group(1) or _SOUNDS.get(match.group(), ""), key)


def _far(start: int, last: int) -> int:
    """Return how far a mention is from the latest of a person; a name refers back rather than ahead."""
    return start - last if last <= start else _AHEAD * (last - start)
