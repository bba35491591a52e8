"""The bar: whether what was found for a question speaks of its matter, or the library has nothing on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.evidence import Evidence
from assistant.question.needs import Need, stemmed

# Logistic regression over the 294 questions of seventeen forms about ten libraries, 63 of them without an answer there.
# With each form left out in turn and the bar set on the others so that nine tenths of the gaps lie below it, evidence
# was let through for 214 of 231 questions that have some and 57 of 63 gaps were named; words of the question that no
# passage has told nothing beside what the model that reads passages says. The bar was set anew on 353 questions of
# twenty forms over libraries read with a later register: at 0.75 evidence was found for 243 of 274 and 69 of 79 gaps
# were named, at 1.35 for 234 and 73.
_BIAS = -4.33
_SENTENCE = 5.08
_PASSAGE = 5.46
_CONTEXT = 2.95
_FINDING = 1.71
_READ = 0.75
_BAR = 1.35
_CLEARLY = 1.6
# The mean of those questions, where no model reads passages.
_UNREAD = 0.2


@dataclass(frozen=True)
class Signs:
    """What tells whether a question is answered.

    Attributes:
        sentence: cosine of the question and the sentence nearest to it.
        passage: cosine of the question and the passage nearest to it.
        context: the largest share of the question's matter that one passage meets, 0 to 1.
        finding: whether a sentence is near by its words.
        read: log odds that the best of the first passages answers, by the model that reads them with the question;
            ``None`` where none does.
    """

    sentence: float = 0.0
    passage: float = 0.0
    context: float = 0.0
    finding: bool = False
    read: float | None = None

    @property
    def clear_bar(self) -> bool:
        """Whether what was found may be shown as evidence."""
        return self._odds >= _BAR

    @property
    def is_far_below(self) -> bool:
        """Whether it is so far below the bar that a gap may be named beside what another part of the question has."""
        return self._odds < _BAR - _CLEARLY

    @property
    def _odds(self) -> float:
        odds = _BIAS + _SENTENCE * self.sentence + _PASSAGE * self.passage + _CONTEXT * self.context
        return odds + _FINDING * self.finding + _READ * (_UNREAD if self.read is None else self.read)


NO_SIGNS = Signs()


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
