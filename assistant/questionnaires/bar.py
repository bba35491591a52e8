"""The bar: whether what was found for a question speaks of its matter, or the library has nothing on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.evidence import Evidence
from assistant.question.needs import Need, stemmed

# Logistic regression over the 204 questions of eleven forms about five libraries, 40 of them without an answer there.
# With each form left out in turn and the bar set on the others so that 37 of 40 gaps lie below it, evidence was shown
# for 148 of 164 questions that have some and 35 of 40 gaps were named; rules made on six of the forms before had 132
# and 37 in all, but 25 of 50 on the three that they had not been made with.
_BIAS = -2.46
_SENTENCE = 3.44
_PASSAGE = 4.38
_CONTEXT = 0.82
_MISSING = -0.73
_ELSEWHERE = -1.5
_FINDING = 0.83
_BAR = 0.5


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
