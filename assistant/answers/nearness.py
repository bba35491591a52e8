"""Nearness of words: whether a sentence speaks of what a question asks in words that no list holds as synonyms."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from assistant.question.needs import Need, Stemmed
from assistant.question.terms import STOP, tokens

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from assistant.answers.evidence import SentenceEmbedder

_REMEMBERED = 8_000
# Cosines of single words: below the first they are strangers, from the second on as good as the same.
_STRANGE = 0.45
_SAME = 0.8


class WordVectors:
    """Vectors of single words and short phrases, each embedded once."""

    def __init__(self, embedder: SentenceEmbedder) -> None:
        self._embedder = embedder
        self._held: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()

    @staticmethod
    def of(embedder: SentenceEmbedder) -> WordVectors:
        """Return the vectors that belong to a model."""
        found = _KNOWN.get(embedder)
        if found is None:
            found = _KNOWN.setdefault(embedder, WordVectors(embedder))
        return found

    def learn(self, words: Iterable[str]) -> None:
        """Embed the words that are not known yet, in one batch."""
        new = [word for word in dict.fromkeys(words) if word not in self._held]
        if not new:
            return
        for word, vector in zip(new, self._embedder.embed_passages(new), strict=True):
            self._held[word] = vector
        while len(self._held) > max(_REMEMBERED, len(new)):
            self._held.popitem(last=False)

    def nearest(self, word: str, others: Sequence[str]) -> float:
        """Return how near the nearest of some words is, 0 for strangers to 1; all must have been learnt."""
        own = self._held.get(word)
        if own is None:
            return 0.0
        best = max((float(own @ self._held[other]) for other in others if other in self._held), default=0.0)
        return min(1.0, max(0.0, (best - _STRANGE) / (_SAME - _STRANGE)))


_KNOWN: WeakKeyDictionary[SentenceEmbedder, WordVectors] = WeakKeyDictionary()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that may carry a topic, each once."""
    return tuple(dict.fromkeys(word for word in tokens(text) if word not in STOP and not word[0].isdigit()))


def met(need: Need, words: Stemmed, near: float) -> float:
    """Return how far a text meets a need, by its words or by near ones; a name is met by itself alone."""
    own = need.met_by(words.stems, words.present)
    return own if need.name else max(own, near)
