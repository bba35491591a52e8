"""The type of place that a text tells of without naming it: whom it holds and why, who works there, which law applies.

The trained reader of sentences (``models/statuses.md``) says of each of the first sentences which type it speaks of,
and of the title and the name of the place, which count twice; what most of them tell together is the type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.metadata.sighting import Sighting
from ingest.register.sentence import sentence_spans
from ingest.register.status_reader import LONGEST, OTHER, PLACES, status_reader
from ingest.report import Block
from redaction.text import RedactedText

_SENTENCES, _SHORT, _SHORTEST = 40, 90, 12
_LEAST = 0.3  # of the sentence that tells the type best; where none does, nobody knows
_OF_NAMES = 2.0  # chosen on 96 annotated reports, none of which was trained on


def told_kind(names: Sequence[str], blocks: Sequence[Block[RedactedText]]) -> Sighting[str] | None:
    """Return the type of place of which names and first sentences tell most, with the sentence that tells it best.

    ``None`` where no sentence tells it.

    Args:
        names: title and place, where known; may be empty.
        blocks: of the document, in reading order.
    """
    reader = status_reader()
    spans = [span for _, span in zip(range(_SENTENCES), _sentences(blocks), strict=False)]
    if not reader.usable or not spans:
        return None
    labels = reader.labels(PLACES)
    told = reader.chances([block.text[start:end][:LONGEST] for block, start, end in spans], PLACES)
    votes = told.sum(axis=0)
    if names:
        votes = votes + _OF_NAMES * reader.chances(list(names), PLACES).sum(axis=0)
    votes[labels.index(OTHER)] = 0
    best = int(votes.argmax())
    if told[:, best].max() < _LEAST:
        return None
    block, start, end = spans[int(told[:, best].argmax())]
    return Sighting(labels[best], block, start, end, round(min(0.8, 0.5 + float(votes[best] / votes.sum())), 2))


def _sentences(blocks: Sequence[Block[RedactedText]]) -> Iterator[tuple[Block[RedactedText], int, int]]:
    for block in blocks:
        spans = [(0, len(block.text))] if len(block.text) < _SHORT else sentence_spans(block.text)
        yield from ((block, start, end) for start, end in spans if end - start > _SHORTEST)
