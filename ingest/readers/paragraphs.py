"""Lines to blocks: paragraphs, headings, list items, footnotes and rows of tables without ruling.

The same rules serve PDF text and OCR. A new block starts at a gap, a change of type, a printed number or bullet after a
finished line, an indented first line, or after a line that ended although the next word would have fitted.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.columns import Region
from ingest.readers.hyphens import keeps_hyphen, suspends
from ingest.readers.lines import Line
from ingest.readers.markers import bullet, is_labelled, is_number_mark, starts_block
from ingest.readers.oneline import one_line

_ENDS = (".", ":", ";", "?", "!", "”", '"', ")", "]", "’", "…")
_CLOSING = ("”", '"', ")", "]", "’")  # a sentence often goes on behind these
_NUMBERED_TITLE = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z][^.]*$")
_LEADERS = re.compile(r"(?:\s?[.…_·]){4,}\s*")
_ADDRESS = re.compile(r"\w@\w|://|\bwww\.")  # of mail or of a page, whose hyphens are its own


@dataclass(frozen=True, slots=True)
class Metrics:
    """What is usual in a document: the size of its running text and the distance of its lines in type sizes."""

    size: float
    leading: float


@dataclass(slots=True)
class Draft:
    """A block in the making."""

    lines: list[Line]
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its lines as one, broken words mended."""
        return join(line.text for line in self.lines)


def metrics(lines: Sequence[Line]) -> Metrics:
    """Measure running text: the commonest size by characters, and the commonest distance of lines of that size."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    steps: Counter[float] = Counter()
    for before, line in itertools.pairwise(lines):
        step = line.base - before.base
        alike = abs(before.size - line.size) < 0.6 and before.page == line.page
        if alike and abs(line.size - size) <= 0.75 and 0.8 * size < step < 2.6 * size and line.left == before.left:
            steps[round(step / size, 1)] += 1
    common = steps.most_common(3)
    leading = min((step for step, count in common if count >= 0.5 * common[0][1]), default=1.3)
    return Metrics(size, leading)


def drafts(region: Region, usual: Metrics) -> list[Draft]:
    """Part the lines of one column into blocks.

    Returns:
        drafts in reading order; those with ``cells`` are rows of a table.
    """
    out: list[Draft] = []
    right = _usual_right(region)
    rows = [[_one(row)] if _is_spread(row) else row for row in _rows(region.lines)]
    tables = _tables(rows, usual)
    for index, row in enumerate(rows):
        if index in tables:
            if tables[index]:
                out.append(Draft(list(row), tuple(one_line(part.text) for part in row)))
            else:
                _attach(out[-1], row)
            continue
        line = _one(row)
        before = out[-1] if out else None
        if before is None or before.cells or _parts(before, line, usual, right):
            out.append(Draft([line]))
        else:
            before.lines.append(line)
    return out


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].base - line.base) <= 0.35 * max(line.size, 4.0):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.x0)
    return rows


def _one(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    return Line(tuple(word for part in row for word in part.words), row[0].page, row[0].left, row[0].right)


def _is_spread(row: list[Line]) -> bool:
    """Say whether a row is one line of justified text in a narrow column: all its words stand equally far apart."""
    words = [word for part in row for word in part.words]
    gaps = sorted(b.x0 - a.x1 for a, b in itertools.pairwise(words))
    return len(row) > 1 and len(gaps) >= 2 and 0 < gaps[-1] <= 1.2 * gaps[0] and gaps[-1] < 2.5 * row[0].size


def _has_cells(row: list[Line]) -> bool:
    """Say whether a row has parts that are more than a number or bullet with its text, or a line of contents."""
    if len(row) == 1:
        return False
    first = row[0].text
    if len(row) == 2 and (is_number_mark(first) or (bullet(f"{first} x")[0] and len(first) <= 3)):
        return False
    return not _LEADERS.search(f"{first} ")


def _usual_right(region: Region) -> float:
    """Return where lines of running text end: the upper quartile, so that one long line does not count."""
    ends = sorted(line.x1 for line in region.lines)
    return ends[min(len(ends) - 1, int(0.9 * len(ends)))] if ends else region.right


def _parts(draft: Draft, line: Line, usual: Metrics, right: float) -> bool:
    """Say whether ``line`` starts a new block after ``draft``."""
    before = draft.lines[-1]
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.09 * size + 0.2:
        return True
    step = line.base - before.base
    own = [b.base - a.base for a, b in itertools.pairwise(draft.lines)]
    # A picture of text shows some lines a little larger than they are, and those stand no farther apart.
    own_size = min(line.size, usual.size) if line.size <= 1.25 * usual.size else line.size
    usual_step = statistics.median(own) if own else usual.leading * own_size
    if step < 0 or (step > 1.22 * usual_step + 0.1 * size and step > 1.05 * size):
        return True
    large = line.size > 1.12 * usual.size
    if before.bold != line.bold:
        short_bold = before.bold and len(draft.lines) == 1 and len(line.text) < 12 and not line.bold
        if not short_bold and (before.bold or starts_block(line.text) or _short(before, line, right)):
            return True
    ended = before.text.rstrip().endswith(_ENDS)
    if before.text.rstrip().endswith(_CLOSING) and line.text[:1].islower() and not starts_block(line.text):
        ended = False
    if closes_bracket(draft.text, line.text):
        return False
    short = _short(before, line, right)
    if starts_block(line.text) and (ended or short):
        return True
    if len(draft.lines) == 1 and short and not ended and _NUMBERED_TITLE.match(before.text) and line.text[:1].isupper():
        return True
    if is_labelled(line.text) and re.match(r"\s*\w+(?:\s\w+)*\s+[A-Z]{0,2}\d+[.:]", line.text) and (ended or short):
        return True
    if large and line.bold == before.bold:
        return False
    if ended and (short or _indented(draft, line)):
        return True
    return line.x0 < before.x0 - 1.2 * size and len(draft.lines) > 1 and ended and not _hangs(draft)


def closes_bracket(before: str, text: str) -> bool:
    """Say whether a text closes a round bracket that the text before it left open, so that both are one sentence."""
    opened, closed = before.rfind("("), before.rfind(")")
    return opened > closed and len(before) - opened < 120 and ")" in text.partition("(")[0][:120]


def _short(before: Line, line: Line, right: float) -> bool:
    """Say whether the next word would have fitted behind ``before``."""
    first = line.words[0]
    return before.x1 + 0.3 * line.size + (first.x1 - first.x0) < min(right, before.right) - 0.4 * line.size


def _indented(draft: Draft, line: Line) -> bool:
    first = draft.lines[0]
    hangs = len(first.words) > 1 and is_number_mark(first.words[0].text)
    own = first.words[1].x0 if hangs else first.x0  # a paragraph hangs on its printed number
    edge = statistics.median([one.x0 for one in draft.lines[1:]] or [own])
    return line.x0 > edge + 0.9 * line.size and not bullet(draft.lines[0].text)[0]


def _hangs(draft: Draft) -> bool:
    return draft.lines[0].x0 < draft.lines[1].x0 - 0.5 * draft.lines[0].size


def _tables(rows: list[list[Line]], usual: Metrics) -> dict[int, bool]:
    """Find tables that no rule marks: rows of cells that stand together and start at the same places.

    Returns:
        indexes of rows that belong to a table; false for those that only go on with the cells above.
    """
    found: dict[int, bool] = {}
    index = 0
    while index < len(rows):
        if not _has_cells(rows[index]):
            index += 1
            continue
        members = [index]
        end = index + 1
        while end < len(rows) and (_has_cells(rows[end]) or _goes_on(rows, end, usual)):
            members.append(end)
            end += 1
        full = [at for at in members if _has_cells(rows[at])]
        if (len(full) >= 3 or (len(full) == 2 and min(len(rows[at]) for at in full) >= 3)) and _aligned(rows, full):
            found.update({at: at in full for at in members if at <= full[-1] or _goes_on(rows, at, usual, last=True)})
        index = end
    return found


def _goes_on(rows: list[list[Line]], at: int, usual: Metrics, *, last: bool = False) -> bool:
    """A single short line close below a row of cells, and between two of them: the rest of a cell."""
    line = rows[at][0]
    if len(rows[at]) > 1 or at == 0 or last:
        return False
    after = any(_has_cells(row) for row in rows[at + 1 : at + 3])
    step = line.base - rows[at - 1][0].base
    return after and step < 1.25 * usual.leading * usual.size and line.x1 - line.x0 < 0.6 * (line.right - line.left)


def _aligned(rows: list[list[Line]], full: list[int]) -> bool:
    """Say whether most rows share the place where a second cell starts, or where the last one ends."""
    starts = Counter(round(part.x0 / 6) for at in full for part in rows[at][1:])
    # Ends at the edge of the column prove nothing: that is where justified text ends too.
    edge = rows[full[0]][0].right - 8
    ends = Counter(round(part.x1 / 6) for at in full for part in rows[at][1:] if part.x1 < edge or len(rows[at]) == 2)
    return max(max(starts.values(), default=0), max(ends.values(), default=0)) >= 0.6 * len(full)


def _attach(above: Draft, row: list[Line]) -> None:
    cells = list(above.cells)
    for line in row:
        nearest = min(range(len(cells)), key=lambda i: abs(above.lines[i].x0 - line.x0))
        cells[nearest] = join([cells[nearest], line.text])
    above.cells = tuple(cells)


def join(lines: Iterable[str]) -> str:
    """Join lines to one text and mend words that were broken at the end of a line.

    ``deten-`` + ``tion`` becomes ``detention``; a hyphen that belongs to the word stays where the rest starts with a
    capital or a figure, and where the first part is one that is written with a hyphen (``re-entry``, ``self-harm``).
    """
    out = ""
    for line in lines:
        part = one_line(line)
        if not part:
            continue
        match = re.search(r"([^\W\d_]+)[-‐]$", out)
        if not out:
            out = part
        elif match and suspends(part):
            out = f"{out} {part}"
        elif match and part[0].islower():
            keep = keeps_hyphen(match[1].lower(), part) or "-" in out[max(0, match.start() - 1) : match.start()]
            keep = keep or _ADDRESS.search(f"{out.rpartition(' ')[2]}{part.partition(' ')[0]}") is not None
            out = out + part if keep else out[:-1] + part
        elif (re.search(r"\w[-‐–/]$", out) and part[0].isalnum()) or (
            re.search(r"https?://\S*$", out) and "/" in part[:40]
        ):
            out += part
        else:
            out = f"{out} {part}"
    return one_line(_LEADERS.sub(" ", out))
