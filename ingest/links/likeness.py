"""How alike the wordings of two sets of recommendations are: rare words count for more than words of the trade."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.folding import fold, word_set

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]

# Words of grammar carry nothing.
_EMPTY = word_set(
    "the a an of to in on at by for from with and or but nor as is are was were be been being it its this that these "
    "those they them their he his him she her hers who whom which what when where while if than then so such there "
    "here not no any all each every some more most other own same very can could may might will would shall has have "
    "had do does did into out up down over under about between after before during within without upon per via i we "
    "our us you your one also only both"
)
# Words of nearly every recommendation tell one from another a little.
_TRADE = word_set(
    "should must need needs ensure ensures make sure take taken step steps measure measures necessary provide provided "
    "recommend recommends recommended recommendation recommendations committee delegation authority authorities "
    "governor director warden superintendent manager ministry minister government department administration service "
    "services prison prisons prisoner prisoners detainee detainees inmate inmates person persons people patient "
    "patients resident residents detained place places staff officer officers establishment institution facility "
    "centre center unit hospital immediately urgently effective appropriate adequate introduce introduced establish "
    "continue put place set carry carried urge urges call calls request requests consider delay without accepted "
    "rejected partially partly implemented repeated reiterate reiterates again"
)
_TRADE_WEIGHT = 0.25
_ENDINGS = (
    *("ications", "ication", "ations", "ation", "ated", "ates", "ating", "ate", "itions", "ition", "ments", "ment"),
    *("ingly", "ings", "ing", "edly"),
    *("ences", "ence", "ances", "ance", "ions", "ion", "ives", "ive", "ally", "ers", "er", "ies", "ied", "ed", "es"),
    *("ly", "al", "s", "e", "y"),
)
_LEAST_STEM = 4


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut a common English ending off, so that ``treated`` meets ``treatment``."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word


def words_of(text: str) -> frozenset[str]:
    """Return the stems of a text without words of grammar."""
    text = re.sub(r"\[[A-Z_ ]+\d*\]", " ", text)  # a pseudonym is numbered anew in each document
    return frozenset(stem(word) for word in fold(text) if word not in _EMPTY)


_TRADE_STEMS = frozenset(map(stem, _TRADE))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each stem tells, from how many texts have it."""

    of: dict[str, float]
    unknown: float
    totals: dict[frozenset[str], float] = field(default_factory=dict, repr=False)

    def __call__(self, word: str) -> float:
        """Return the weight of a stem, about 1 for a common word and at most 2 for a rare one."""
        weight = self.of.get(word, self.unknown)
        return weight * _TRADE_WEIGHT if word in _TRADE_STEMS else weight

    def total(self, words: frozenset[str]) -> float:
        """Return the weight of all words of a text; each text is asked about once for every other document."""
        if words not in self.totals:
            self.totals[words] = sum(map(self, words))
        return self.totals[words]


def weights(texts: Iterable[frozenset[str]]) -> Weights:
    """Count stems over texts, each a set of stems."""
    counts: Counter[str] = Counter()
    total = 0
    for words in texts:
        counts.update(words)
        total += 1
    most = math.log(1 + total) or 1.0
    return Weights({word: 0.8 + 1.2 * math.log((1 + total) / (1 + n)) / most for word, n in counts.items()}, 2.0)


def likenesses(sources: Sequence[frozenset[str]], targets: Sequence[frozenset[str]], weigh: Weights) -> Matrix:
    """Return how alike texts are, 0 to 1, one row per source and one column per target.

    A short text whose telling words all stand in the other one is alike, the more words the surer.
    """
    import numpy as np

    where: dict[str, list[int]] = {}
    for column, words in enumerate(targets):
        for word in words:
            where.setdefault(word, []).append(column)
    counted: list[list[float]] = []
    for words in sources:
        row = [0.0] * len(targets)
        for word in words:
            if word in where:
                weight = weigh(word)
                for column in where[word]:
                    row[column] += weight
        counted.append(row)
    shared = np.array(counted).reshape(len(sources), len(targets))
    own = np.array([weigh.total(words) for words in sources])[:, None]
    its = np.array([weigh.total(words) for words in targets])[None, :]
    covered = shared / np.maximum(np.minimum(own, its), 1e-9)
    both = 2 * shared / np.maximum(own + its, 1e-9)
    enough = 1 - np.exp(-shared / 1.6)
    alike: Matrix = 0.5 * covered * enough + 0.5 * both
    return alike
