"""Letter-spaced type: ``R E P O R T`` is one word, and is joined where the spacing says so."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.lines import Word

_LEAST = 5  # letters in a row
_WIDEST = 0.95  # type sizes between letters of one word; cells of a table stand farther apart
_NEXT_WORD = 1.5  # times the usual gap between letters
_SHARE = 0.8  # of a line that must be single letters


def join_spaced(words: Sequence[Word]) -> list[Word]:
    """Join letters that are set apart evenly to words; a wider gap parts two words.

    Args:
        words: of one page, in content order.

    Returns:
        the words; a joined one stands where its first letter stood.
    """
    single = [word for word in words if len(word.text) == 1]
    if len(single) < _LEAST:
        return list(words)
    joined: dict[int, Word] = {}
    gone: set[int] = set()
    for line in _lines(words):
        if sum(len(word.text) == 1 for word in line) < max(_LEAST, _SHARE * len(line)):
            continue
        for run in _runs(line):
            for letters in _parted(run):
                text = "".join(word.text for word in letters)
                joined[id(letters[0])] = replace(letters[0], text=text, x1=letters[-1].x1)
                gone.update(id(word) for word in letters[1:])
    return [joined.get(id(word), word) for word in words if id(word) not in gone]


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda one: (round(one.base), one.x0)):
        if line and round(word.base) != round(line[0].base):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _runs(line: Sequence[Word]) -> Iterator[list[Word]]:
    """Give runs of single letters of one size; a list of letters in their order (wings A, B and C) is none."""
    run: list[Word] = []
    for word in [*line, None]:
        if word is not None and len(word.text) == 1 and (not run or _follows(run[-1], word)):
            run.append(word)
            continue
        letters = [one.text for one in run if one.text.isalpha()]
        listed = all(a.casefold() < b.casefold() for a, b in pairwise(letters))
        if len(letters) >= max(_LEAST, 0.6 * len(run)) and not listed:
            yield run
        run = [word] if word is not None and len(word.text) == 1 else []


def _follows(before: Word, word: Word) -> bool:
    return abs(before.size - word.size) < 0.3 and word.x0 - before.x1 < 3 * _WIDEST * word.size


def _parted(run: Sequence[Word]) -> Iterator[list[Word]]:
    # The middle gap is one within a word, as words have more letters than there are spaces between them.
    usual = statistics.median(b.x0 - a.x1 for a, b in pairwise(run))
    if usual > _WIDEST * run[0].size:
        return
    letters = [run[0]]
    for before, word in pairwise(run):
        if word.x0 - before.x1 > _NEXT_WORD * max(usual, 0.1 * word.size):
            yield letters
            letters = []
        letters.append(word)
    yield letters
