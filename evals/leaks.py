"""Identifiers of the gold standard that survive somewhere: in a text, in the bytes of a directory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.datasets import GoldDocument
from evals.survivors import TOKEN
from redaction.span import SpanType

_SHORTEST_NAME, _SHORTEST_VALUE = 3, 4
# In the bytes of databases short strings occur by chance.
_SHORTEST_IN_BYTES = 5


@dataclass(frozen=True)
class Identifiers:
    """What must not be readable of one or more documents.

    Attributes:
        names: words of persons' names that stand nowhere in the documents outside an identifier. A word such as
            ``Hope`` or ``May`` that is also ordinary text cannot be searched for; coverage of its span judges it.
        values: surfaces of numbers, addresses, cells and other direct identifiers.
    """

    names: frozenset[str]
    values: frozenset[str]
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, documents: Iterable[GoldDocument]) -> Identifiers:
        """Collect the identifiers of ``documents``."""
        names: set[str] = set()
        ordinary: set[str] = set()
        values: set[str] = set()
        for document in documents:
            values |= {value for value in document.direct_values() if len(value) >= _SHORTEST_VALUE}
            for segment in document.segments:
                bare = list(segment.text)
                for span in segment.spans:
                    if span.type is SpanType.NAME:
                        names |= set(TOKEN.findall(segment.text[span.start : span.end]))
                    if span.direct:
                        bare[span.start : span.end] = " " * (span.end - span.start)
                ordinary |= {token.casefold() for token in TOKEN.findall("".join(bare))}
        kept = {name for name in names if len(name) >= _SHORTEST_NAME and name.casefold() not in ordinary}
        return cls(frozenset(kept), frozenset(values), _pattern(kept))

    def apart_from(self, texts: Iterable[str]) -> Identifiers:
        """Leave out names that are words of ``texts``: an answer may quote a treaty that says ``power``."""
        ordinary = {token.casefold() for text in texts for token in TOKEN.findall(text)}
        kept = {name for name in self.names if name.casefold() not in ordinary}
        return Identifiers(frozenset(kept), self.values, _pattern(kept))

    def surviving(self, text: str) -> Counter[str]:
        """Return the identifiers that stand in ``text`` as whole words, letter case aside for names."""
        found: Counter[str] = Counter()
        if self._pattern is not None:
            found.update(match.casefold() for match in self._pattern.findall(text))
        for value in self.values:
            if times := len(re.findall(rf"(?<!\w){re.escape(value)}(?!\w)", text)):
                found[value] += times
        return found

    def in_bytes(self, directory: Path) -> Counter[str]:
        """Return the identifiers of five or more characters that stand in any file below ``directory``."""
        found: Counter[str] = Counter()
        wanted = [item for item in sorted(self.names | self.values) if len(item) >= _SHORTEST_IN_BYTES]
        for path in sorted(directory.rglob("*")):
            if not path.is_file():
                continue
            data = path.read_bytes()
            for item in wanted:
                if re.search(rb"(?<![A-Za-z0-9])" + re.escape(item.encode()) + rb"(?![A-Za-z0-9])", data):
                    found[item] += 1
        return found


def _pattern(names: Sequence[str] | set[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
