"""Questions about whole libraries, with what search found for them: what the reranker meets when it is used.

``python -m evals.search_examples`` writes them, one a line: ``{"question", "answers", "others"}``, the passages as the
reranker reads them (title, headings, text), those that are evidence and those that are not, each best first. Where
there are no answers, nothing in the library answers the question.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ingest.training.rerank_groups import OTHERS, Group

DRAWN = 2
"""Groups of a question in an epoch: it stands beside other passages in each."""
_NEAR = 8
_FIRST = 0.7
# Of the best others some are answers that nobody marked; further down hardly any is, and none is hard any more.
_FROM_NEAR = 2


@dataclass(frozen=True)
class Searched:
    """A question with the passages that search found in a library, best first."""

    question: str
    answers: tuple[str, ...]
    others: tuple[str, ...]


def read_searched(path: Path) -> list[Searched]:
    """Read what ``evals.search_examples`` wrote; questions with too few passages are left out."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = [Searched(row["question"], tuple(row["answers"]), tuple(row["others"])) for row in rows]
    return [one for one in found if len(one.others) > OTHERS]


def groups_found(searched: Sequence[Searched], random: Random) -> Iterator[Group]:
    """Yield :data:`DRAWN` groups for each question, drawn anew at every call."""
    for one in searched:
        for _ in range(DRAWN):
            near, far = list(one.others[:_NEAR]), list(one.others[_NEAR:])
            if not one.answers:
                yield Group(one.question, tuple(random.sample(near, min(len(near), OTHERS + 1))), False)
                continue
            best = random.random() < _FIRST
            answer = one.answers[0] if best else random.choice(one.answers)
            others = random.sample(near, min(len(near), _FROM_NEAR if far else OTHERS))
            others += random.sample(far, min(len(far), OTHERS - len(others)))
            others += random.sample([text for text in near if text not in others], OTHERS - len(others))
            yield Group(one.question, (answer, *others), True)
