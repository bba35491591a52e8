"""Patterns that are tried only where they can match: each knows letters of which every match of it holds some.

What a match must hold is read from the parsed pattern, so nobody has to keep it in step by hand. What is not
understood asks for nothing: a sieve lets too much through, never too little.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, Final

# A match holds one string of each set of one alternative; strings are in small letters, every digit a nought, every
# white space a blank.
Alternative = tuple[frozenset[str], ...]

# Letters that patterns without regard to case take for others which they are not in small letters.
_OTHER_CASE: Final = re.compile("[\u0130\u0131\u017f\u1e9e\u212a\u212b\ufb05\ufb06]")
_DIGIT: Final = re.compile(r"\d")
_SPACE: Final = re.compile(r"\s")
_FOLDED: Final = {
    code: "0" if chr(code).isdecimal() else " " for code in range(128) if chr(code).isdecimal() or chr(code).isspace()
}
_GRAM: Final = 4
# More strings than this are not spelt out, larger classes of characters neither.
_MOST: Final = 64
_CLASS: Final = 5
# Repetitions up to so many are spelt out.
_TIMES: Final = 4
# An alternative asks for no more than so much.
_CLAUSES: Final = 3
_FREQUENT: Final = " etaoinsrhldcumfpgwybvkxjqz"
_PARSER: Final = importlib.import_module("re._parser")


class _Strings:
    """The strings that the sieves of this process ask for, found in a text by four of their letters."""

    def __init__(self) -> None:
        self.version = 0
        self._short: set[str] = set()
        self._grams: dict[str, list[str]] = {}

    def add(self, strings: Iterable[str]) -> None:
        for string in strings:
            if len(string) < _GRAM:
                self._short.add(string)
            elif string not in self._grams.setdefault(gram := _rarest(string), []):
                self._grams[gram].append(string)
        self.version += 1

    def of(self, text: str) -> frozenset[str] | None:
        """Return those that stand in ``text``; ``None`` where its letters are not to be trusted."""
        low = text.lower().translate(_FOLDED)
        if not text.isascii():
            if _OTHER_CASE.search(text):
                return None
            low = _SPACE.sub(" ", _DIGIT.sub("0", low))
        found = {string for string in self._short if string in low}
        grams = {low[at : at + _GRAM] for at in range(len(low) - _GRAM + 1)}
        for gram in self._grams.keys() & grams:
            found.update([string for string in self._grams[gram] if string in low])
        return frozenset(found)


_strings: Final = _Strings()


@lru_cache(maxsize=4)
def _standing(text: str, _version: int) -> frozenset[str] | None:
    return _strings.of(text)


class Sieve:
    """A pattern with the part of its interface that the detectors use; compiled where it is first tried.

    Args:
        pattern: a regular expression.
        flags: as for :func:`re.compile`.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take the pattern."""
        self._source, self._flags = pattern, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self._source, self._flags)

    @cached_property
    def needed(self) -> tuple[Alternative, ...]:
        """What matches hold, one of these alternatives; empty where nothing is known."""
        found = needed(self._source, self._flags)
        _strings.add(string for alternative in found for clause in alternative for string in clause)
        return found

    def may_match(self, text: str) -> bool:
        """Say whether ``text`` has what a match needs; if not, there is none."""
        alternatives = self.needed
        if not alternatives:
            return True
        standing = _standing(text, _strings.version)
        if standing is None:
            return True
        for alternative in alternatives:
            for clause in alternative:
                if standing.isdisjoint(clause):
                    break
            else:
                return True
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text``, as a pattern does."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())


def needed(pattern: str, flags: int = 0) -> tuple[Alternative, ...]:
    """Return what every match of a pattern holds, one of some alternatives; nothing where nothing is known."""
    try:
        parsed = list(_PARSER.parse(pattern, flags))
        if len(parsed) == 1 and str(parsed[0][0]) == "BRANCH":
            found = tuple(_Reader().sequence(branch) for branch in parsed[0][1][1])
        else:
            found = (_Reader().sequence(parsed),)
    except (AttributeError, RecursionError, TypeError, ValueError):
        # The parser of another Python: the pattern is then tried everywhere.
        return ()
    return found if all(found) else ()


class _Reader:
    """Walks a parsed pattern from left to right and gathers the strings of which one stands in every match.

    Strings that follow each other grow together: ``_run`` are the spellings of what was read since the last gap.
    """

    def __init__(self) -> None:
        self._run: list[str] = [""]
        self._clauses: list[frozenset[str]] = []

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> Alternative:
        """Return the clauses of a sequence, the one that fewest texts meet first."""
        self._read(items)
        self._flush()
        return tuple(sorted(dict.fromkeys(self._clauses), key=_weight)[:_CLAUSES])

    def _read(self, items: Iterable[tuple[Any, Any]]) -> None:
        for operator, argument in items:
            name = str(operator)
            if name in ("LITERAL", "IN"):
                self._characters([(operator, argument)] if name == "LITERAL" else argument)
            elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
                self._read(argument[3] if name == "SUBPATTERN" else argument)
            elif name == "BRANCH":
                self._branch(argument[1])
            elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                self._repeat(*argument)
            elif name == "ASSERT":
                self._clauses += _Reader().sequence(argument[1])
            elif name not in ("AT", "ASSERT_NOT"):
                self._flush()

    def _characters(self, members: Sequence[tuple[Any, Any]]) -> None:
        found = _spelt(members)
        if found is None:
            self._flush()
        else:
            self._grow(sorted(found))

    def _branch(self, branches: Sequence[Iterable[tuple[Any, Any]]]) -> None:
        spelt = [_spellings(branch) for branch in branches]
        if all(found is not None for found in spelt):
            self._grow(sorted({string for found in spelt for string in found or ()}))
            return
        self._flush()
        inner = [_Reader().sequence(branch) for branch in branches]
        if all(inner):
            self._clauses.append(_one_of(string for clauses in inner for string in clauses[0]))

    def _repeat(self, least: int, most: int, items: Sequence[tuple[Any, Any]]) -> None:
        once = _spellings(items)
        found = _repeated(once, least, most)
        if least == most == 1:
            self._read(items)
        elif found is not None:
            self._grow(sorted(found))
        elif least == 0:
            self._flush()
        elif once is not None and "" not in once:
            # The first time follows what stands before, the last time comes before what follows.
            self._grow(sorted(once))
            self._flush()
            self._grow(sorted(once))
        else:
            self._flush()
            self._clauses += _Reader().sequence(items)
            self._run = [""]

    def _grow(self, endings: Sequence[str]) -> None:
        if len(endings) * len(self._run) > _MOST:
            self._flush()
        if len(endings) > _MOST:
            # Too many to go on from, but one of them stands there.
            if all(endings):
                self._clauses.append(_one_of(endings))
            return
        self._run = [start + ending for start in self._run for ending in endings]

    def _flush(self) -> None:
        if all(string.strip() for string in self._run):
            self._clauses.append(_one_of(self._run))
        self._run = [""]


def _spelt(members: Sequence[tuple[Any, Any]]) -> set[str] | None:
    """Return the characters that a class stands for, as strings have them; ``None`` for others and for many."""
    found: set[str] = set()
    for operator, argument in members:
        name = str(operator)
        if name == "LITERAL":
            found.add(_folded(chr(argument)))
        elif name == "RANGE" and argument[1] - argument[0] < 2 * _CLASS:
            found.update(_folded(chr(code)) for code in range(argument[0], argument[1] + 1))
        elif name == "CATEGORY" and str(argument) in ("CATEGORY_DIGIT", "CATEGORY_SPACE"):
            found.add("0" if str(argument) == "CATEGORY_DIGIT" else " ")
        else:
            return None
    return found if len(found) <= _CLASS and all(char.isascii() for char in found) else None


def _folded(char: str) -> str:
    return "0" if char.isdecimal() else " " if char.isspace() else char.lower()


def _repeated(once: set[str] | None, least: int, most: int) -> set[str] | None:
    """Return the strings that ``once``, repeated so often, stands for, if they are not too many; else ``None``."""
    if once is None or most > _TIMES or len(once) ** most > _MOST:
        return None
    found, row = set[str](), {""}
    for times in range(most + 1):
        found |= row if times >= least else set()
        row = {start + ending for start in row for ending in once}
    return found


def _spellings(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """Return all strings that a part of a pattern stands for, if they are plain and not too many; else ``None``."""
    found = {""}
    for operator, argument in items:
        more = _spellings_of(str(operator), argument)
        if more is None or len(more) * len(found) > _MOST * 8:
            return None
        found = {start + ending for start in found for ending in more}
    return found


def _spellings_of(name: str, argument: Any) -> set[str] | None:
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if name in ("LITERAL", "IN"):
        return _spelt([(name, argument)] if name == "LITERAL" else argument)
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _spellings(argument[3] if name == "SUBPATTERN" else argument)
    if name == "BRANCH":
        parts = [_spellings(branch) for branch in argument[1]]
        return None if any(part is None for part in parts) else {s for part in parts for s in part or ()}
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(_spellings(argument[2]), argument[0], argument[1])
    return None


def _one_of(strings: Iterable[str]) -> frozenset[str]:
    """Return the clause for some strings; those that hold another of them say nothing more."""
    chosen: list[str] = []
    for string in sorted(set(strings), key=lambda s: (len(s), s)):
        if not any(other in string for other in chosen):
            chosen.append(string)
    return frozenset(chosen)


def _weight(clause: frozenset[str]) -> float:
    """Return how much of all text meets a clause, roughly: the longer a string, the rarer."""
    return sum(0.2 ** len(string) for string in clause)


def _rarest(string: str) -> str:
    """Return the letters of ``string`` that other text shares least."""
    grams = [string[at : at + _GRAM] for at in range(len(string) - _GRAM + 1)]
    return max(grams, key=lambda gram: sum(_FREQUENT.find(letter) % len(_FREQUENT) for letter in gram))
