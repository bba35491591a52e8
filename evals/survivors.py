"""What of a document's identifiers still stands in its redacted copy, by a search of the whole copy.

The rule for words that are also ordinary text: a word of a name (``Hope``, ``May``, ``Wallace`` of ``Wallace Hall``)
or another value that also stands outside the direct identifiers of the document, KEEP stretches included, may stand in
the copy exactly as often as it stands there. Each time more is a survivor. All other words may not stand there at all.
Words are compared whole, letter case aside; words of one letter (initials) are not searched for, and neither are the
few words that generalisation itself writes (``in their 30s``). The coverage of their spans judges those.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.datasets import GoldDocument
from redaction.pseudonym import PSEUDONYM
from redaction.span import SpanType

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORTEST_NAME, _SHORTEST_VALUE = 2, 4
_GENERALISING = frozenset({"in", "their", "teens"})


@dataclass(frozen=True)
class SurvivorSearch:
    """What may not stand in a copy of one document.

    Attributes:
        names: words of persons' names, folded.
        values: other direct identifiers, folded.
        allowed: how often each of them stands outside the direct identifiers.
    """

    names: frozenset[str]
    values: frozenset[str]
    allowed: Counter[str]

    @classmethod
    def of(cls, names: Iterable[str], values: Iterable[str], outside: str) -> SurvivorSearch:
        """Prepare the search.

        Args:
            names: persons' names as written.
            values: surfaces of other direct identifiers.
            outside: the document with its direct identifiers blanked.
        """
        words = {token.casefold() for name in names for token in TOKEN.findall(name)}
        kept = frozenset(word for word in words if len(word) >= _SHORTEST_NAME and word not in _GENERALISING)
        whole = frozenset(value.casefold() for value in values if len(value) >= _SHORTEST_VALUE) - kept
        return cls(kept, whole, _count(kept, whole, outside))

    @classmethod
    def of_document(cls, document: GoldDocument) -> SurvivorSearch:
        """Prepare the search for the copy of ``document``."""
        names: list[str] = []
        outside = []
        for segment in document.segments:
            direct = [(span.start, span.end) for span in segment.spans if span.direct]
            outside.append(blanked(segment.text, direct))
            names += [segment.text[span.start : span.end] for span in segment.spans if span.type is SpanType.NAME]
        return cls.of(names, document.direct_values(), "\n".join(outside))

    def surviving(self, copy: str) -> Counter[str]:
        """Return what stands in ``copy`` more often than it may, and how often more."""
        return _count(self.names, self.values, PSEUDONYM.sub(" ", copy)) - self.allowed

    def names_surviving(self, copy: str) -> int:
        """Return how many different words of names survive."""
        return sum(word in self.names for word in self.surviving(copy))


def blanked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return ``text`` with spaces in place of ``ranges``."""
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _count(names: frozenset[str], values: frozenset[str], text: str) -> Counter[str]:
    found = Counter(word for token in TOKEN.findall(text) for word in _readings(token) if word in names)
    folded = text.casefold()
    for value in values:
        if times := len(re.findall(rf"(?<!\w){re.escape(value)}(?!\w)", folded)):
            found[value] = times
    return found


def _readings(token: str) -> set[str]:
    """Return a word as it is written and without what follows an apostrophe: ``Hope's`` holds ``Hope``."""
    low = token.casefold()
    return {low, re.split("['’]", low)[0]}
