"""Words of a verdict: the sentence in which a visit says what became of something, with what it needs beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.retrieval.sentences import split_sentences
from ingest.passage import Passage, RegisterEntry
from ingest.register.implied import implied_verdict
from ingest.register.status import find_statuses

_ROOM = 260  # characters; the verdict itself may be longer
_AHEAD = 6
_ROW = " | "
_LEANING = re.compile(
    r"^(?:(?:with|for|on|in|as to) )?(?:this|these|that|it|they|both|thus|therefore|so)\b", re.IGNORECASE
)


def verdict_words(entry: RegisterEntry, passage: Passage, section: Sequence[Passage]) -> tuple[str, Passage]:
    """Return the words that say what became of an entry, white space folded, and the passage they stand in.

    Args:
        entry: with the status that a visit gave it.
        passage: that it was read from.
        section: passages of the same heading after it, up to the next verdict: a report may print the recommendation
            first, then what was found, and last what it comes to.

    Returns:
        of a row of a table the cells after what was asked for; the entry's own words where no sentence says the status
        in words that are known.
    """
    own = " ".join(str(passage.text).split())
    if _is_row(own):
        return _of_row(own, str(entry.text)), passage
    for one in (passage, *section[:_AHEAD]):
        text = " ".join(str(one.text).split())
        sentences = split_sentences(text)
        said = [at for at, sentence in enumerate(sentences) if entry.status_verified in _statuses(sentence)]
        if said and not _is_row(text):
            return _with_neighbours(text, sentences, said[-1]), one
    wanted = " ".join(str(entry.text).split())
    return (wanted, passage) if wanted and wanted in own else (own, passage)


def _is_row(text: str) -> bool:
    return _ROW in text


def _of_row(row: str, asked: str) -> str:
    """Leave out the cells up to the one that prints again what was asked for."""
    wanted = " ".join(asked.split())
    before, found, after = row.partition(f"{_ROW}{wanted}{_ROW}")
    return after if found and _ROW in after and _ROW not in before else row


def _statuses(sentence: str) -> set[str | None]:
    return {implied_verdict(sentence), *(status for _, _, status in find_statuses(sentence))} - {None}


def _with_neighbours(text: str, sentences: Sequence[str], at: int) -> str:
    """Add neighbouring sentences while there is room: the one before first where the verdict leans on it."""
    spans: list[tuple[int, int]] = []
    for sentence in sentences:
        # Sentences are exact pieces in their order; one may be said twice.
        start = text.find(sentence, spans[-1][1] if spans else 0)
        if start < 0:
            return sentences[at]
        spans.append((start, start + len(sentence)))
    first = last = at
    while True:
        before, after = (first - 1, last), (first, last + 1)
        ordered = (before, after) if _LEANING.match(sentences[first]) else (after, before)
        fit = [
            (low, high)
            for low, high in ordered
            if low >= 0 and high < len(spans) and spans[high][1] - spans[low][0] <= _ROOM
        ]
        if not fit:
            return text[spans[first][0] : spans[last][1]]
        first, last = fit[0]
