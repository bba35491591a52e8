"""The classifier's word probabilities as stretches of text: neighbouring words of one class are one reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from redaction.classification.classifier import CLASSES, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Classes that are taken together: that a number is somebody's is surer than whether it is a plate or a cell.
GROUPS: Final = (("ID", "CONTACT", "ADDRESS", "CELL", "PLATE"), ("DOB", "DATE_PERSONAL"))
# Words of one class belong together when nothing but this stands between them.
_GAP: Final = re.compile(r"[ \u00a0]?[-–'’./]?[ \u00a0]?")
# The place of a person is told in parts: "Example Wing, left side, room 3".
_TOLD_IN_PARTS: Final = frozenset({"CELL", "ADDRESS"})
_COMMA: Final = re.compile(r",\s|\s\(")
# Below this probability a part is not joined to what stands beside it.
_PART: Final = 0.3
_INITIAL: Final = 2
_MAYBE_BORN: Final = 0.3


@dataclass(frozen=True, slots=True)
class Reading:
    """What the classifier thinks of a stretch of text: a class of ``CLASSES`` but ``O``, and its probability."""

    start: int
    end: int
    label: str
    score: float


def readings(text: str, words: Words, scores: NDArray[np.float32], floors: Mapping[str, float]) -> list[Reading]:
    """Join words of one class that stand together, by start.

    Args:
        text: that was read.
        words: of it.
        scores: probability of each class (words, classes).
        floors: probability per class from which a word counts.
    """
    import numpy as np

    found: list[Reading] = []
    grouped = {label for group in GROUPS for label in group}
    for column, label in enumerate(CLASSES[1:], start=1):
        if label not in grouped:
            found += _joined(text, words, scores[:, column], label, floors[label])
    for group in GROUPS:
        columns = [CLASSES.index(label) for label in group]
        floor = min(floors[label] for label in group)
        for reading in _joined(text, words, scores[:, columns].sum(axis=1), "", floor):
            inside = slice(*np.searchsorted(words.starts, (reading.start, reading.end)))
            sums = scores[inside, columns].sum(axis=0)
            # A date that may well be somebody's birth is treated as one.
            born = group[0] == "DOB" and sums[0] >= _MAYBE_BORN * sums.sum()
            label = group[0] if born else group[int(sums.argmax())]
            found.append(replace(reading, label=label))
    return _whole(text, sorted(found, key=lambda reading: (reading.start, reading.end)))


def _whole(text: str, found: list[Reading]) -> list[Reading]:
    """Return readings with the parts of one place as one."""
    whole: list[Reading] = []
    last: dict[str, int] = {}
    for reading in found:
        place = last.get(reading.label, -1)
        if place >= 0:
            before = whole[place]
            if min(before.score, reading.score) >= _PART and _COMMA.fullmatch(text, before.end, reading.start):
                whole[place] = replace(before, end=reading.end, score=max(before.score, reading.score))
                continue
        if reading.label in _TOLD_IN_PARTS:
            last[reading.label] = len(whole)
        whole.append(reading)
    return whole


def _joined(text: str, words: Words, column: NDArray[np.float32], label: str, threshold: float) -> Iterator[Reading]:
    """Yield the runs of neighbouring words whose probability reaches the threshold."""
    start = end = tail = -1
    score = 0.0
    for index in (column >= threshold).nonzero()[0].tolist():
        first, last = int(words.starts[index]), int(words.ends[index])
        # A full stop joins initials; after a whole name it ends the sentence, and the next name is another's.
        over = label == "NAME" and "." in text[end:first] and end - tail > _INITIAL
        if start >= 0 and first - end <= 3 and _GAP.fullmatch(text, end, first) and not over:
            tail, end, score = first, last, max(score, float(column[index]))
            continue
        if start >= 0:
            yield Reading(start, end, label, score)
        start, tail, end, score = first, first, last, float(column[index])
    if start >= 0:
        yield Reading(start, end, label, score)
