"""How much of the wording of a text a criterion of the catalogue shares: BM25 over headings, gists and terms.

Vectors of a small model know that "segregation" and "solitary confinement" are near; they do not know how telling a
rare word such as "dentist" or "imam" is. This half does.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.instruments.catalogue import CatalogueEntry

_SATURATION: Final = 1.0
_LENGTH: Final = 0.5
_HALF: Final = 8.0
"""The sum of weights at which a text counts as half alike."""
_ENDINGS = re.compile(r"(?<=\w{4})(?:ingly|ations?|ments?|ings?|edly|ally|ied|ies|ed|es|ly|s)$")
_COMMON = re.compile(
    r"a|an|the|and|or|of|in|on|to|for|with|without|by|at|from|as|is|are|was|were|be|been|"
    r"being|it|its|they|them|their|there|this|that|those|these|not|no|any|all|each|every|some|"
    r"which|who|whom|whose|what|when|where|how|than|then|so|if|but|also|can|could|may|might|"
    r"must|should|shall|will|would|do|does|did|had|has|have|having|he|she|his|her|him|we|our|"
    r"us|you|your|more|most|less|least|one|two|three|up|out|off|into|over|under|after|before|"
    r"between|during|about|again|own|same|such|only|very|too|much|many|few|other|others|another|"
    r"both|either|neither|per|cent|say|says|said|told|recommend|recommends|recommended|"
    r"recommendation|ensure|ensures|prison|prisons|prisoner|prisoners|person|persons|people|place|"
    r"places|state|states|use|uses|used|take|taken|make|made|get|got|give|given|kept|keep|held|"
    r"hold|detainee|detainees|detained|facility|facilities|authority|authorities"
)


class Wording:
    """The words of the catalogue's entries, weighted by how rare they are among them."""

    def __init__(self, entries: Sequence[CatalogueEntry]) -> None:
        """Count the words of each entry: those of its heading and its terms twice."""
        counts = [
            Counter(words(" ".join((entry.heading, entry.heading, entry.gist, *entry.terms, *entry.terms))))
            for entry in entries
        ]
        lengths = [sum(count.values()) for count in counts]
        mean = sum(lengths) / max(1, len(lengths))
        self._size = len(counts)
        self._holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, count in enumerate(counts):
            damping = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[place] / mean)
            for word, times in count.items():
                self._holding[word].append((place, times * (_SATURATION + 1) / (times + damping)))
        self._rarity = {
            word: math.log(1 + (self._size - len(held) + 0.5) / (len(held) + 0.5))
            for word, held in self._holding.items()
        }

    def likeness(self, text: str) -> npt.NDArray[np.float32]:
        """Return for each entry, in order, how alike the wording is: 0 (no word shared) to nearly 1."""
        sums = np.zeros(self._size, dtype=np.float32)
        for word in set(words(text)):
            for place, weight in self._holding.get(word, ()):
                sums[place] += self._rarity[word] * weight
        return sums / (sums + np.float32(_HALF))


def words(text: str) -> list[str]:
    """Return the words of a text that tell something, without their endings."""
    return [
        _ENDINGS.sub("", word)
        for word in re.findall(r"[a-z]+", text.lower())
        if len(word) > 2 and not _COMMON.fullmatch(word)
    ]
