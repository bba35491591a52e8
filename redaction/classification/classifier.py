"""The trained token classifier: a small encoder that reads along and says which words belong to a person.

It was trained by ``redaction.training`` (see ``models/classifier.md`` for data, seed and measured scores); at run time
it needs onnxruntime and tokenizers alone. Word probabilities become spans in ``redaction.classification.readings``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from redaction.errors import ModelMissing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What a word may be: nothing special, a type of the policy, or the name of a place or body, which is kept.
CLASSES: Final = (
    "O", "NAME", "ID", "CONTACT", "DOB", "ADDRESS", "CELL", "PLATE", "AGE", "NATIONALITY", "DATE_PERSONAL",
    "ROLE_UNIQUE", "HEALTH_RARE", "INDIRECT", "PLACE", "BODY",
)  # fmt: skip
MODELS: Final = Path(__file__).parents[1] / "models"
WORD: Final = re.compile(r"[^\W_]+")
# Characters of a window and of what two windows of one long line share.
_WINDOW: Final = 700
_OVERLAP: Final = 120
_PIECES: Final = 256  # longest training window; longer ones (strings without words) are cut
_LINE: Final = re.compile("\n")


def shapes(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Return the letter case of the word around each piece, and whether a line begins there; 0 for no text.

    Args:
        text: what was tokenized.
        offsets: code points of each piece.
    """
    import numpy as np

    edges = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    lines = np.array([match.start() for match in _LINE.finditer(text)], dtype=np.int64)
    found: list[int] = _shapes(edges, Words(text), lines, 0).tolist()
    return found


class Words:
    """The words of a text: where they are, and how they are written."""

    def __init__(self, text: str) -> None:
        """Find them."""
        import numpy as np

        matches = list(WORD.finditer(text))
        self.starts = np.array([match.start() for match in matches], dtype=np.int64)
        self.ends = np.array([match.end() for match in matches], dtype=np.int64)
        self.kinds = np.array([_kind(match[0]) for match in matches], dtype=np.int64)

    def around(self, edges: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return per piece (start, end) the number of the word it is part of, -1 for none."""
        import numpy as np

        if not len(self.starts):
            return np.full(len(edges), -1, dtype=np.int64)
        index = np.minimum(np.searchsorted(self.ends, edges[:, 1]), len(self.ends) - 1)
        inside = (self.starts[index] <= edges[:, 0]) & (edges[:, 1] <= self.ends[index]) & (edges[:, 0] < edges[:, 1])
        return np.where(inside, index, -1)


def _shapes(edges: NDArray[np.int64], words: Words, lines: NDArray[np.int64], begin: int) -> NDArray[np.int64]:
    """Return the shapes of pieces at ``edges`` of a text whose line ends are ``lines``; a line begins at ``begin``."""
    import numpy as np

    index = words.around(edges)
    kinds = np.where(index >= 0, words.kinds[index] if len(words.kinds) else 0, 0)
    # A line is fresh until its first word is over.
    last_word = np.searchsorted(words.ends, edges[:, 0], side="right") - 1
    last_line = np.searchsorted(lines, edges[:, 0]) - 1
    over = np.where(last_word >= 0, words.ends[last_word] if len(words.ends) else -1, -1)
    broken = np.where(last_line >= 0, lines[last_line] if len(lines) else -1, -1)
    fresh = (over <= begin) | (broken >= over)
    return np.where(edges[:, 0] < edges[:, 1], 1 + 2 * kinds + fresh, 0)


def _kind(word: str) -> int:
    if not word:
        return 0
    if any(character.isdigit() for character in word):
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) == 1 else 4
    return 5 if word[0].isupper() and word[1:].islower() else 6


class Classifier:
    """The model, loaded at the first text and kept; safe to share between threads.

    Args:
        folder: with ``classifier.onnx``, ``classifier.json`` and ``tokenizer.json``.
        threads: windows that are read at once, each by one thread of the processor.
    """

    def __init__(self, folder: Path = MODELS, *, threads: int = 2) -> None:
        """Take the folder of the model."""
        self._folder, self._threads = folder, threads

    @cached_property
    def card(self) -> dict[str, Any]:
        """Return ``classifier.json``: digests, classes, thresholds per class, as chosen on development data."""
        try:
            data: dict[str, Any] = json.loads((self._folder / "classifier.json").read_text(encoding="utf-8"))
        except OSError as error:
            raise ModelMissing("the classifier is not installed", hint="install the package again") from error
        return data

    @cached_property
    def thresholds(self) -> dict[str, float]:
        """Probability from which a word counts, per class."""
        return {label: float(value) for label, value in self.card["thresholds"].items()}

    @cached_property
    def review_thresholds(self) -> dict[str, float]:
        """Probability from which a word is worth a person's look, per class."""
        return {label: float(value) for label, value in self.card["review"].items()}

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        import onnxruntime
        import tokenizers

        weights = self._checked("classifier.onnx")
        tokenizer = tokenizers.Tokenizer.from_str(self._checked("tokenizer.json").decode())
        tokenizer.no_truncation()
        tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        # Two windows on a thread each take less of the processor than one window on two threads.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # Inputs of many lengths: memory taken for the longest would otherwise stay taken.
        options.enable_cpu_mem_arena = False
        return tokenizer, onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def _checked(self, name: str) -> bytes:
        try:
            data = (self._folder / name).read_bytes()
        except OSError as error:
            raise ModelMissing("the classifier is not installed", hint="install the package again") from error
        if hashlib.sha256(data).hexdigest() != self.card["sha256"][name]:
            raise ModelMissing(f"{name} of the classifier is damaged", hint="install the package again")
        return data

    def probabilities(self, text: str) -> tuple[Words, NDArray[np.float32]]:
        """Return the words of ``text`` and per word the probability of each class (words, classes).

        It is the mean over the pieces of a word, also where a word lies in two windows.
        """
        import numpy as np

        flat = text.replace("\x1e", "\n")
        words = Words(flat)
        sums = np.zeros((len(words.starts), len(CLASSES)), dtype=np.float32)
        pieces = np.zeros(len(words.starts), dtype=np.float32)
        for index, scores in self._run(flat, words):
            inside = index >= 0
            np.add.at(sums, index[inside], scores[inside])
            np.add.at(pieces, index[inside], 1)
        # A word without pieces is nothing that the tokenizer knows: nothing is said of it.
        sums[pieces == 0, 0] = 1
        sums /= np.maximum(pieces, 1)[:, None]
        return words, sums

    def _run(self, text: str, words: Words) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield, a window at a time, the word of each piece and the piece's probabilities (pieces, classes)."""
        import numpy as np

        tokenizer, session = self._loaded
        first, last = self.card["edges"]
        lines = np.array([match.start() for match in _LINE.finditer(text)], dtype=np.int64)
        # Rows of dots and strokes hold nothing to judge.
        spans = [(begin, end) for begin, end in windows(text) if WORD.search(text, begin, end)]
        encodings = tokenizer.encode_batch([text[a:b] for a, b in spans], add_special_tokens=False)
        indices: list[NDArray[np.int64]] = []
        given: list[dict[str, NDArray[np.int64]]] = []
        for (begin, _), encoding in zip(spans, encodings, strict=True):
            edges = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) + begin
            kinds, index = _shapes(edges, words, lines, begin), words.around(edges)
            for cut in range(0, len(encoding.ids), _PIECES - 2):
                part = slice(cut, cut + _PIECES - 2)
                ids = np.array([[first, *encoding.ids[part], last]], dtype=np.int64)
                given.append(
                    {"input_ids": ids, "shapes": np.pad(kinds[part], 1)[None], "attention_mask": np.ones_like(ids)}
                )
                indices.append(index[part])

        # One window at a time: activations are scaled per run, so a passage does not depend on its neighbours.
        def read(one: dict[str, NDArray[np.int64]]) -> NDArray[np.float32]:
            logits: NDArray[np.float32] = session.run(None, one)[0][0, 1:-1]
            return logits

        with ThreadPoolExecutor(self._threads) as pool:
            for index, logits in zip(indices, pool.map(read, given), strict=True):
                scores = np.exp(logits - logits.max(axis=-1, keepdims=True))
                yield index, scores / scores.sum(axis=-1, keepdims=True)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text at its line ends into windows of some hundred characters; long lines overlap."""
    position = 0
    while position < len(text):
        limit = position + _WINDOW
        if limit >= len(text):
            yield position, len(text)
            return
        cut = text.rfind("\n", position + 1, limit)
        if cut > position:
            yield position, cut
            position = cut + 1
            continue
        space = text.rfind(" ", position + _WINDOW // 2, limit)
        end = space if space > 0 else limit
        yield position, end
        back = text.find(" ", end - _OVERLAP, end)
        position = back + 1 if back >= 0 else end
