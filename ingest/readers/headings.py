"""Headings of a laid-out page: larger or bold type, short, standing alone; their levels by size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.readers.lines import Line
from ingest.readers.markers import starts_block
from ingest.readers.paragraphs import Draft, Metrics
from ingest.readers.plain import is_heading

_LONGEST = 220
_TITLE_WORDS = 9
# "106. The following recommendations will be examined by ...:" and the first lines of such a sentence.
_SENTENCE_TO_LIST = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)]\s+\S.*(?::|[a-z]|,)$")


class Headings:
    """Knows the type of one document."""

    def __init__(self, lines: Sequence[Line], usual: Metrics, *, rough: bool) -> None:
        """Measure the sizes that are larger than running text; ``rough`` where sizes come from OCR."""
        self._usual = usual
        self._rough = rough
        larger: Counter[float] = Counter()
        for line in lines:
            if line.size > 1.1 * usual.size:
                larger[_bucket(line.size)] += 1
        self._sizes = sorted(larger, reverse=True)[:5]
        heavy = sum(len(line.text) for line in lines if line.bold)
        # Where most of a page is bold, bold marks no heading there (lists of recommendations of the United Nations).
        letters: Counter[int] = Counter()
        bold: Counter[int] = Counter()
        for line in lines:
            letters[line.page] += len(line.text)
            bold[line.page] += len(line.text) if line.bold else 0
        self._bold_pages = {page for page, count in letters.items() if bold[page] > 0.5 * count}
        self._mostly_bold = heavy > 0.4 * max(1, sum(len(line.text) for line in lines))
        self._last: Line | None = None

    def level(self, draft: Draft) -> int:
        """Return the level of a heading from 1, or 0 for any other block."""
        text = draft.text
        if len(text) > _LONGEST or not any(one.isalpha() for one in text):
            return 0
        first = draft.lines[0]
        if first.size <= 1.1 * self._usual.size and _SENTENCE_TO_LIST.match(text) and len(text.split()) > _TITLE_WORDS:
            return 0
        alone = not text.endswith((".", ";", ",")) or (len(text) < 60 and not text.endswith((";", ",")))
        if self._rough:
            large = first.size > 1.3 * self._usual.size and len(draft.lines) <= 3 and len(text) < 120
            return (1 if large else 2) if alone and (large or (len(draft.lines) == 1 and _titled(text))) else 0
        if first.size > 1.1 * self._usual.size and len(draft.lines) <= 5:
            bucket = _bucket(first.size)
            return 1 + (self._sizes.index(bucket) if bucket in self._sizes else len(self._sizes))
        plain = self._mostly_bold or (first.page in self._bold_pages and (len(text) > 60 or starts_block(text)))
        if first.bold and draft.lines[-1].bold and not plain and alone and len(draft.lines) <= 3:
            return min(6, len(self._sizes) + 1)
        letters = sum(one.isalpha() for one in text)
        if len(draft.lines) == 1 and text.isupper() and 4 < len(text) < 80 and alone and letters > 0.6 * len(text):
            return min(6, len(self._sizes) + 2)
        return 0

    def note(self, draft: Draft) -> None:
        """Remember the heading that was just placed."""
        self._last = draft.lines[-1]

    def continues(self, draft: Draft, above: int, level: int) -> bool:
        """Say whether a heading goes on with the one before: same type, next line, no new number.

        Args:
            draft: the heading.
            above: level of the heading before it.
            level: its own; in OCR, where a line without tall letters measures less, it may look like a lower one.
        """
        last, first = self._last, draft.lines[0]
        if last is None or last.page != first.page or first.text[:1].isdigit():
            return False
        rough = self._rough and above < level
        if not rough and (above != level or abs(last.size - first.size) > 0.5 or last.bold != first.bold):
            return False
        size = max(first.size, last.size)
        if not 0 < first.base - last.base < 1.4 * size:
            return False
        # A line that breaks because the next word had no room.
        full = last.x1 + 0.3 * size + first.words[0].x1 - first.words[0].x0 > last.right - 0.4 * size
        return (not rough and first.text[:1].islower()) or (full and not starts_block(first.text))


def _bucket(size: float) -> float:
    return round(size * 2) / 2


def _titled(text: str) -> bool:
    return is_heading(text) and len(text) <= 70
