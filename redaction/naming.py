"""The pseudonyms of all masked names of a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from redaction.lexicon import Lexicon, lexicon
from redaction.normalise import normalise
from redaction.pseudonym import Linker, NamedSpan
from redaction.rendering import Mark
from redaction.span import SpanType

# How much of what stands before a name is read: titles, words of kin, "and".
_REACH = 60


def pseudonyms(marks: Sequence[Mark], originals: Sequence[str]) -> dict[tuple[int, int], str]:
    """Return the pseudonym of each masked name, by its segment and start.

    Args:
        marks: of the document, in any order; those of names count.
        originals: its segments.
    """
    offsets = [0]
    for original in originals:
        offsets.append(offsets[-1] + len(original) + 1)
    places: dict[int, tuple[int, int]] = {}
    spans: list[NamedSpan] = []
    last: Mark | None = None
    for mark in sorted(marks, key=lambda mark: (mark.segment, mark.start)):
        if mark.type is not SpanType.NAME:
            continue
        text = originals[mark.segment]
        low = max(0, mark.start - _REACH)
        near = last is not None and last.segment == mark.segment and last.end >= low
        before = text[last.end if last and near else low : mark.start]
        start = offsets[mark.segment] + mark.start
        previous = offsets[mark.segment] + last.start if last and near else None
        after = text[mark.end : mark.end + _REACH // 2]
        name = normalise(text[mark.start : mark.end]).text
        spans.append(NamedSpan(start, name, mark.role, before, after, previous))
        places[start] = (mark.segment, mark.start)
        last = mark
    words = lexicon()
    linker = Linker(words.particles, originals, titles=_titles(), given=words.given_names)
    return {places[start]: label for start, label in linker.link(spans).items()}


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Return what stands before names and is none: titles and offices."""
    words: Lexicon = lexicon()
    listed = words.titles | words.roles.keys()
    return frozenset(listed - words.given_words - words.given_names)
