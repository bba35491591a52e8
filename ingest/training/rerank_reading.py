"""Questions of reading comprehension in SQuAD's format: paragraphs longer than ours, asked by other people.

Rajpurkar et al., Know What You Don't Know (SQuAD 2.0), 2018. Where a question is marked impossible, the paragraph has
its words and lacks its fact; where it is not, the sentence of the answer is known.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.training.pairs import Collection, Pair
from ingest.training.rerank_groups import Fact, sentences_of


@dataclass(frozen=True)
class Reading:
    """Paragraphs with their questions.

    Attributes:
        collection: the questions that have an answer.
        facts: where it stands, by question and paragraph.
        impossible: questions without one, with the place of their paragraph.
    """

    collection: Collection
    facts: dict[tuple[str, str], Fact]
    impossible: tuple[tuple[str, int], ...]


def read(paths: Sequence[Path]) -> Reading:
    """Read files in SQuAD's format; a paragraph that stands in several is taken once."""
    passages: dict[str, int] = {}
    pairs: dict[str, Pair] = {}
    impossible: dict[str, int] = {}
    facts: dict[tuple[str, str], Fact] = {}
    for path in paths:
        for article in json.loads(path.read_text("utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                text = paragraph["context"]
                place = passages.setdefault(" ".join(text.split()), len(passages))
                for asked in paragraph["qas"]:
                    question = " ".join(asked["question"].split())
                    if asked.get("is_impossible"):
                        impossible.setdefault(question, place)
                    elif asked["answers"] and question not in pairs:
                        pairs[question] = Pair(question, (place,))
                        fact = _fact(text, asked["answers"][0])
                        if fact is not None:
                            facts[question, " ".join(text.split())] = fact
    collection = Collection("reading", tuple(passages), tuple(pairs.values()))
    return Reading(collection, facts, tuple(impossible.items()))


def _fact(text: str, answer: Any) -> Fact | None:
    """Return the sentence of an answer; ``None`` where the answer stands outside it too, or there is no other."""
    pieces = sentences_of(text)
    at = 0
    for number, piece in enumerate(pieces):
        start = text.index(piece, at)
        at = start + len(piece)
        if start <= int(answer["answer_start"]) < at:
            rest = " ".join((*pieces[:number], *pieces[number + 1 :]))
            return Fact(piece, rest) if rest and answer["text"] not in rest else None
    return None
