"""Tagging: which words of a question ask for entries of the register, and what each of them means.

A small network reads a question word by word. It was trained by ``python -m assistant.training.tagging`` on questions
written for the purpose; ``models/question_tagger.md`` says how well it reads questions that it has not seen.
"""

from __future__ import annotations

import functools
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from ingest.embedding.embedder import ModelUnusable, checked, pinned_tokenizer, read_card
from ingest.embedding.onnx import session_of
from ingest.entry_kinds.classifier import softmax

KINDS: Final = (
    "recommendation", "deficiency", "concern", "finding", "area_for_improvement", "good_practice", "housekeeping",
    "request_for_information", "entry",
)  # fmt: skip
"""Kinds of entries as a question names them; ``entry`` is any of them ("points", "items")."""
STANDINGS: Final = (
    "accepted", "partly_accepted", "rejected", "no_reply", "answered", "noted", "implemented", "partly_implemented",
    "not_implemented", "in_progress", "superseded",
)  # fmt: skip
OTHERS: Final = ("to", "repeated", "new", "topic", "where", "when", "due", "found", "said")
LABELS: Final = ("", *KINDS, *STANDINGS, *OTHERS)
MODELS: Final = Path(__file__).with_name("models")
PIECES: Final = 96
_NAME: Final = "question_tagger.onnx"
WORD: Final = re.compile(r"\w[\w'’-]*")
"""A word of a question, as tags stand on."""


@dataclass(frozen=True)
class Tag:
    """Words of a question with what they mean.

    Attributes:
        label: one of :data:`LABELS` but the first.
        start, end: of the words in the question.
        sure: mean probability of the label over the words.
    """

    label: str
    start: int
    end: int
    sure: float


class QuestionTagger:
    """The network with its tokenizer, loaded on first use (about 0.1 s)."""

    def __init__(self, folder: Path = MODELS, *, threads: int = 2) -> None:
        """Read the card in ``folder``.

        Raises:
            ModelUnusable: the card is missing or is that of another version.
        """
        card, self._digest = read_card(folder / "question_tagger.json")
        if tuple(card.get("labels", ())) != LABELS:
            raise ModelUnusable("question_tagger.json is of another version", hint="install the package again")
        self._path, self._threads = folder / _NAME, threads
        self._loading = threading.Lock()
        self._model: tuple[Any, Any] | None = None

    def tags(self, question: str) -> tuple[Tag, ...]:
        """Return the tags of a question in its order; none where it is longer than :data:`PIECES` pieces.

        Raises:
            ModelUnusable: the network is missing or changed.
        """
        tokenizer, session = self._loaded()
        encoding = tokenizer.encode(question)
        if len(encoding.ids) > PIECES:
            return ()
        feed = {"input_ids": encoding.ids, "attention_mask": encoding.attention_mask}
        arrays = {name: np.asarray([values], dtype=np.int64) for name, values in feed.items()}
        scores = session.run(None, arrays)[0][0]
        return tuple(_joined(question, words_of(question, encoding.offsets), softmax(scores)))

    def _loaded(self) -> tuple[Any, Any]:
        with self._loading:
            if self._model is None:
                session = session_of(checked(self._path, self._digest), self._threads)
                self._model = (pinned_tokenizer(), session)
            return self._model


def words_of(question: str, offsets: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return (start, end, piece) of each word: where it stands and its first piece."""
    first = {start: piece for piece, (start, end) in reversed(list(enumerate(offsets))) if end > start}
    words = [(match.start(), match.end()) for match in WORD.finditer(question)]
    return [(start, end, first[start]) for start, end in words if start in first]


def _joined(question: str, words: list[tuple[int, int, int]], rows: Any) -> list[Tag]:
    """Join neighbouring words of one label; a mark between them that ends a clause parts them."""
    found: list[Tag] = []
    held: list[float] = []
    for start, end, piece in words:
        best = int(rows[piece].argmax())
        label, sure = LABELS[best], float(rows[piece][best])
        last = found[-1] if found else None
        if last is not None and label == last.label and not re.search(r"[?.;:!]", question[last.end : start]):
            held.append(sure)
            found[-1] = Tag(label, last.start, end, sum(held) / len(held))
        else:
            held = [sure]
            found.append(Tag(label, start, end, sure))
    return [tag for tag in found if tag.label]


@functools.cache
def question_tagger() -> QuestionTagger:
    """Return the tagger that ships with the product, loaded once.

    Raises:
        ModelUnusable: see :class:`QuestionTagger`.
    """
    return QuestionTagger()
