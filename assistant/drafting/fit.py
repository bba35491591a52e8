"""Fit: how likely an earlier recommendation is one on the very matter of a finding."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.drafting.measures import WIDE
from assistant.drafting.subjects import subjects_of
from assistant.question.terms import content_words, stem
from ingest.taxonomy import themes_of

# Logistic regression over 391 findings of nine sets of reports and each recommendation of their library, 502 of 25,992
# pairs being a recommendation that its report rests on the finding; one on the same matter in another report counted
# as a miss. With each set left out in turn, from the bar on 90 % of what is shown of the same report rests on the
# finding, 0.8 recommendations a finding are shown and 38 % of the findings have their own; by a cosine of 0.2 alone, as
# before, that was 64 %, 3.4 and 58 %.
_BIAS, _COSINE, _SHARED, _SUBJECT, _THEME, _WIDE_THEME = -4.88, 7.31, 4.19, 0.59, 1.06, 0.39
BAR = -1.4
"""Log odds from which a recommendation is shown as a precedent."""
FIRM = 0.0
"""Log odds from which its words are lent."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a word tells recommendations apart: by the number of those that have it."""

    total: int
    held: Counter[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Rarity:
        """Count the words of all recommendations."""
        words = [_stems(text) for text in texts]
        return cls(len(words), Counter(word for each in words for word in each))

    def weight(self, words: Iterable[str]) -> float:
        """Return the weight of stems; one that no recommendation has weighs most."""
        return sum(math.log((self.total + 1) / (self.held[word] + 0.5)) for word in words)


def log_odds(
    finding: str, themes: Sequence[str], text: str, theirs: Sequence[str], cosine: float, all_: Rarity
) -> float:
    """Return the log odds that a recommendation meets a finding.

    Args:
        finding: what was found.
        themes: of the finding, best first.
        text: of the recommendation.
        theirs: its themes, best first.
        cosine: of both texts, -1 to 1.
        all_: of the recommendations among which it is chosen.
    """
    own, words = _stems(finding), _stems(text)
    least = min(all_.weight(own), all_.weight(words))
    shared = all_.weight(own & words) / least if least > 0 else 0.0
    subject = bool(set(subjects_of(finding)) & {*themes_of(text), *subjects_of(text)})
    odds = _BIAS + _COSINE * cosine + _SHARED * shared + _SUBJECT * subject
    if themes and tuple(themes[:1]) == tuple(theirs[:1]):
        odds += _WIDE_THEME if themes[0] in WIDE else _THEME
    return odds


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(text))
