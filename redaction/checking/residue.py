"""The second pass: does anything of what was found still stand in the output?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from redaction.analyzer import Analysis
from redaction.manuscript import Manuscript
from redaction.names.propagation import KnownNames, key_of
from redaction.names.runs import WORD
from redaction.normalise import fold
from redaction.pseudonym import PSEUDONYM
from redaction.span import SpanGroup, SpanType
from redaction.union import Ranges

# Groups of digits joined by what people put between them.
_NUMBER = re.compile(r"\d(?:[ .,/()+-]{0,2}\d){4,30}")
_DIGIT = re.compile(r"\d")
_LEAST_DIGITS = 6
_LEAST_SCATTERED = 9
_SCATTERED = re.compile(r"\d[^\W\d_]+\d")
# A masked number of so many digits is found within a longer one too.
_LEAST_WITHIN = 8
_LEAST_SURFACE = 5
# Up to so many surfaces are looked for one by one.
_FEW = 200
_LEAST_HIDDEN = 6
_GLUED = re.compile(r"[^\W\d_]{6,}")
_PARTS = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that still stands; offsets into the manuscript of the output."""

    start: int
    end: int
    type: SpanType
    why: str


class ResidueSearch:
    """Searches outputs for what was masked in their originals."""

    def __init__(
        self, known: KnownNames, surfaces: Iterable[tuple[SpanType, str]], ordinary: Callable[[str], bool]
    ) -> None:
        """Take the names, the direct surfaces with their types, and what says whether a word is ordinary English."""
        self._ordinary = ordinary
        self._names = {key for key in known.strange if len(key) >= 3}
        self._hidden = sorted(key for key in self._names if len(key) >= _LEAST_HIDDEN)
        self._pattern = re.compile("|".join(map(re.escape, self._hidden))) if self._hidden else None
        self._numbers: dict[str, SpanType] = {}
        self._surfaces: dict[str, SpanType] = {}
        for kind, surface in surfaces:
            digits = "".join(_DIGIT.findall(surface))
            # Digits with letters between them make a number of their own only where they are many.
            least = _LEAST_SCATTERED if _SCATTERED.search(surface) else _LEAST_DIGITS
            if kind in (SpanType.ID, SpanType.CONTACT) and len(digits) >= least:
                self._numbers[digits] = kind
            folded = fold(surface).strip()
            if kind is SpanType.ADDRESS and not digits:
                # The town of an address is a place like others.
                continue
            if kind is not SpanType.NAME and len(folded) >= _LEAST_SURFACE and not folded.isalpha() and kind in (
                SpanType.ID, SpanType.CONTACT, SpanType.ADDRESS, SpanType.PLATE):  # fmt: skip
                self._surfaces[folded] = kind

    def search(
        self, manuscript: Manuscript, analyses: Sequence[Analysis], kept: Sequence[tuple[int, int]], threshold: float
    ) -> list[Leftover]:
        """Return what still stands in an output.

        Args:
            manuscript: of the output.
            analyses: what the detectors find in it, per segment.
            kept: ranges of institutions and case names in it, sorted.
            threshold: score from which a direct finding counts.
        """
        protected = [match.span() for match in PSEUDONYM.finditer(manuscript.text)]
        found = [
            *self._detected(manuscript, analyses, threshold),
            *self._words(manuscript.text),
            *self._values(manuscript.text),
        ]
        guard, keep = Ranges(protected), Ranges(kept)
        return [
            left
            for left in found
            if not guard.touching(left.start, left.end)
            and not (left.type is SpanType.NAME and keep.touching(left.start, left.end))
        ]

    def _detected(self, manuscript: Manuscript, analyses: Sequence[Analysis], threshold: float) -> Iterable[Leftover]:
        for base, analysis in zip(manuscript.starts, analyses, strict=True):
            for span in analysis.spans:
                if span.type.group is SpanGroup.DIRECT and span.score >= threshold:
                    yield Leftover(span.start + base, span.end + base, span.type, "a detector finds it in the output")

    def _words(self, text: str) -> Iterable[Leftover]:
        if not self._names:
            return
        for match in WORD.finditer(text):
            if key_of(match.group()) in self._names:
                yield Leftover(*match.span(), SpanType.NAME, "part of a name")
                continue
            for part in _PARTS.finditer(match.group()):
                key = key_of(part.group())
                stem = key[:-1] if key.endswith("s") else key
                if key in self._names or (stem in self._names and len(stem) > 3 and part.group()[-2:-1] in "'’"):
                    start = match.start() + part.start()
                    yield Leftover(start, start + len(part.group()), SpanType.NAME, "part of a name")
        if self._pattern is None:
            return
        for match in _GLUED.finditer(text):
            if self._ordinary(match.group()):
                continue
            inner = self._pattern.search(key_of(match.group()))
            # Glued words and file names hide whole names; a name inside a longer ordinary word is chance.
            if inner and len(inner.group()) * 4 >= len(match.group()) * 3:
                yield Leftover(*match.span(), SpanType.NAME, "part of a name")

    def _values(self, text: str) -> Iterable[Leftover]:
        for match in _NUMBER.finditer(text):
            digits = "".join(_DIGIT.findall(match.group()))
            kind = self._kind(digits)
            if kind is not None:
                yield Leftover(*match.span(), kind, "digits of an identifier")
        folded = fold(text)
        if len(folded) == len(text):
            for start, surface in self._places(folded):
                yield Leftover(start, start + len(surface), self._surfaces[surface], "an identifier")

    def _kind(self, digits: str) -> SpanType | None:
        """Return the type of the masked number that ``digits`` are, or of a long one that stands in them."""
        if digits in self._numbers:
            return self._numbers[digits]
        for length in range(_LEAST_WITHIN, len(digits)):
            for start in range(len(digits) - length + 1):
                if digits[start : start + length] in self._numbers:
                    return self._numbers[digits[start : start + length]]
        return None

    def _places(self, folded: str) -> Iterator[tuple[int, str]]:
        """Yield where masked surfaces stand, each with the surface; of many, one walk over the text finds all."""
        if len(self._surfaces) <= _FEW:
            for surface in self._surfaces:
                start = folded.find(surface)
                while start >= 0:
                    yield start, surface
                    start = folded.find(surface, start + 1)
            return
        heads: dict[str, list[str]] = {}
        for surface in self._surfaces:
            heads.setdefault(surface[:_LEAST_SURFACE], []).append(surface)
        for start in range(len(folded) - _LEAST_SURFACE + 1):
            for surface in heads.get(folded[start : start + _LEAST_SURFACE], ()):
                if folded.startswith(surface, start):
                    yield start, surface
