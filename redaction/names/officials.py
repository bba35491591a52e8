"""Office holders whom a deployment leaves named: where their full names stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redaction.lexicon import Lexicon, lexicon
from redaction.names.forms import FUNCTION
from redaction.normalise import fold, normalise
from redaction.span import Span, SpanGroup, SpanType
from redaction.union import Ranges

_LONGEST = 100
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
# What stands between two words of one name.
_GAP = re.compile(r"\.?[ \n]{1,2}|\.")
_BESIDE_AFTER = re.compile(r"(?P<gap>[ \n]|[-–])(?P<word>[^\W\d_][\w'’ʼ-]*)")
_BESIDE_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’ʼ-]*)(?P<gap>\.?[ \n]|[-–])$")
# "Minister for Health Jane Example": what the office is over, not a name.
_OVER = re.compile(r"[\w'’]+ (?:of|for) (?:the )?(?:[A-Z][\w'’-]*,? (?:and )?){1,5}$")
_HONOURS = frozenset({"MP", "MEP", "MSP", "MS", "MLA", "TD", "KC", "QC", "SC", "QPM", "OBE", "CBE", "MBE", "KCB"})
_REACH = 60


def is_full_name(name: str) -> bool:
    """Say whether a listed name has two words that are no titles: one word alone would unmask all its bearers."""
    if not 0 < len(name.strip()) <= _LONGEST:
        return False
    return len([word for word in _core(_words(name), lexicon()) if len(word) > 1]) > 1


class OfficeHolders:
    """The full names that stay."""

    def __init__(self, names: Sequence[str], lexicon: Lexicon) -> None:
        """Take names with or without titles, and the word lists."""
        self._lexicon = lexicon
        self._names: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            core = _core(_words(name), lexicon)
            self._names.setdefault(core[0], []).append(core)

    def read(self, text: str) -> Ranges:
        """Return where the full names stand in a normalised text; as part of a longer name they are another person."""
        if not self._names:
            return Ranges()
        matches = list(_WORD.finditer(text))
        words = [fold(match.group()) for match in matches]
        found: list[tuple[int, int]] = []
        for index, word in enumerate(words):
            for core in self._names.get(_plain(word), ()):
                last = index + len(core) - 1
                if last >= len(words) or tuple(map(_plain, words[index : last + 1])) != core:
                    continue
                steps = zip(matches[index:last], matches[index + 1 : last + 1], strict=True)
                if not all(_GAP.fullmatch(text, one.end(), two.start()) for one, two in steps):
                    continue
                start, end = matches[index].start(), matches[last].end()
                if not self._goes_on(text, start, end):
                    found.append((start, end - 2 if _owned(words[last]) else end))
        return Ranges(_apart(found))

    def without(self, spans: Iterable[Span], text: str, official: Ranges) -> list[Span]:
        """Return the spans with the names of office holders cut out of them, and titles that are left alone dropped."""
        left: list[Span] = []
        for span in spans:
            touching = official.touching(span.start, span.end) if _of_words(span.type) else []
            if not touching:
                left.append(span)
                continue
            start = span.start
            for first, last in [*touching, (span.end, span.end)]:
                left += self._piece(span, text, start, min(first, span.end))
                start = max(start, last)
        return left

    def _piece(self, span: Span, text: str, start: int, end: int) -> list[Span]:
        words = list(_WORD.finditer(text, start, max(start, end)))
        own = [word for word in words if not self._is_title(word.group()) and word.group().lower() not in ("s", "and")]
        return [replace(span, start=own[0].start(), end=own[-1].end())] if own else []

    def _is_title(self, word: str) -> bool:
        low = word.lower()
        return low in self._lexicon.titles or low in self._lexicon.roles

    def _goes_on(self, text: str, start: int, end: int) -> bool:
        """Say whether a name goes on at either side of a range: then it is the name of somebody else."""
        after = _BESIDE_AFTER.match(text, end, min(len(text), end + _REACH))
        if after is not None and (after["gap"] in ("-", "–") or self._is_name(after["word"])):
            return True
        before = text[max(0, start - _REACH) : start]
        beside = _BESIDE_BEFORE.search(before)
        if beside is None:
            return False
        over = _OVER.search(before)
        if over is not None and self._is_title(over.group().partition(" ")[0]):
            return False
        return beside["gap"] in ("-", "–") or self._is_name(beside["word"])

    def _is_name(self, word: str) -> bool:
        """Say whether a word may be a name; many first names are ordinary words, so only small words are not."""
        if not word[0].isupper():
            # "de Example": the particle is the first part of a longer surname.
            return word.lower() in self._lexicon.particles and not self._lexicon.is_common(word)
        return not (word in _HONOURS or self._is_title(word) or word.lower() in FUNCTION or self._lexicon.is_safe(word))


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(normalise(name).text))


def _core(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return a name without the titles before it."""
    first = 0
    while first < len(words) and (words[first] in lexicon.titles or words[first] in lexicon.roles):
        first += 1
    return tuple(words[first:])


def _of_words(kind: SpanType) -> bool:
    """Say whether spans of a type can hold a name among other words; numbers and addresses are masked whole."""
    return kind is SpanType.NAME or kind.group is SpanGroup.QUASI


def _owned(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _plain(word: str) -> str:
    return word[:-2] if _owned(word) else word


def _apart(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop ranges that overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges, key=lambda item: (item[0], -item[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
