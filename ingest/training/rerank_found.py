"""Questions about whole libraries, with what search found for them: what the reranker meets when it is used.

``python -m evals.search_examples`` writes them, one a line: ``{"question", "answers", "others", "facts"}``. Passages
stand as the reranker reads them (title, headings, text), those that are evidence and those that are not, each best
first. Where there are no answers, nothing in the library answers the question. ``facts`` has for each answer what the
reranker reads of the sentence that answers, and of the passage without it; ``null`` where it is one sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ingest.training.rerank_groups import OTHERS, Fact, Group

DRAWN = 2
"""Groups of a question in an epoch: it stands beside other passages in each."""
_NEAR = 8
_FIRST = 0.7
# Of the best others some are answers that nobody marked; further down hardly any is, and none is hard any more.
_FROM_NEAR = 2
# What is read may be a sentence by itself, and what is on the topic may lack the fact.
_CUT, _ROBBED, _VOID = 0.25, 0.4, 0.25


@dataclass(frozen=True)
class Searched:
    """A question with the passages that search found in a library, best first, and where in them the answers stand."""

    question: str
    answers: tuple[str, ...]
    others: tuple[str, ...]
    facts: tuple[Fact | None, ...] = ()


def read_searched(path: Path) -> list[Searched]:
    """Read what ``evals.search_examples`` wrote; questions with too few passages are left out."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = [
        Searched(
            row["question"],
            tuple(row["answers"]),
            tuple(row["others"]),
            tuple(Fact(*fact) if fact else None for fact in row.get("facts") or [None] * len(row["answers"])),
        )
        for row in rows
    ]
    return [one for one in found if len(one.others) > OTHERS]


def groups_found(searched: Sequence[Searched], random: Random) -> Iterator[Group]:
    """Yield :data:`DRAWN` groups for each question, drawn anew at every call, and of some one more without the fact."""
    for one in searched:
        for _ in range(DRAWN):
            near, far = list(one.others[:_NEAR]), list(one.others[_NEAR:])
            if not one.answers:
                yield Group(one.question, tuple(random.sample(near, min(len(near), OTHERS + 1))), False)
                continue
            at = 0 if random.random() < _FIRST else random.randrange(len(one.answers))
            answer, fact = one.answers[at], one.facts[at] if one.facts else None
            others = [fact.rest] if fact is not None and random.random() < _ROBBED else []
            if fact is not None and random.random() < _CUT:
                answer = fact.sentence
            others += random.sample(near, min(len(near), _FROM_NEAR if far else OTHERS))
            others += random.sample(far, max(0, min(len(far), OTHERS - len(others))))
            others += random.sample([text for text in near if text not in others], max(0, OTHERS - len(others)))
            yield Group(one.question, (answer, *others[:OTHERS]), True)
        # Where another passage answers as well, what is left of this one proves nothing.
        lone = one.facts[0] if len(one.answers) == 1 and one.facts else None
        if lone is not None and random.random() < _VOID:
            yield Group(one.question, (lone.rest, *random.sample(one.others[:_NEAR], OTHERS)), False)
