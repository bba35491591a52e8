"""The bar: whether what was found for a question speaks of its matter, or the library has nothing on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.evidence import Evidence
from assistant.question.needs import Need, stemmed

# Logistic regression over the 258 questions of fifteen forms about nine libraries, 51 of them without an answer there.
# With each form left out in turn and the bar set on the others so that nine tenths of the gaps lie below it, evidence
# was shown for 176 of 207 questions that have some and 46 of 51 gaps were named.
_BIAS = -3.67
_SENTENCE = 4.83
_PASSAGE = 6.01
_CONTEXT = 1.47
_MISSING = -1.26
_ELSEWHERE = -1.51
_FINDING = 1.06
_BAR = 0.6


@dataclass(frozen=True)
class Signs:
    """What tells whether a question is answered.

    Attributes:
        sentence: cosine of the question and the sentence nearest to it.
        passage: cosine of the question and the passage nearest to it.
        context: the largest share of the question's matter that one passage meets, 0 to 1.
        missing: whether no passage speaks of something that the question names.
        elsewhere: whether that is what it names first.
        finding: whether a sentence is near by its words.
    """

    sentence: float
    passage: float
    context: float
    missing: bool
    elsewhere: bool
    finding: bool

    @property
    def clear_bar(self) -> bool:
        """Whether what was found may be shown as evidence."""
        odds = _BIAS + _SENTENCE * self.sentence + _PASSAGE * self.passage + _CONTEXT * self.context
        odds += _MISSING * self.missing + _ELSEWHERE * self.elsewhere + _FINDING * self.finding
        return odds >= _BAR


def context_met(needs: Sequence[Need], evidence: Sequence[Evidence]) -> float:
    """Return the largest share of the needs that one passage, with its headings and title, meets."""
    total = sum(need.weight for need in needs)
    texts = {
        item.hit.passage.passage_id: stemmed(
            item.hit.document.metadata.title or "", *item.hit.passage.heading_path, str(item.hit.passage.text)
        )
        for item in evidence
    }
    shares = [sum(need.weight * need.met_by(one.stems, one.present) for need in needs) for one in texts.values()]
    return max(shares, default=0.0) / (total or 1.0)
