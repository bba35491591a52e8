"""Questions on annotated reports, with the places where their answers stand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.counting import numbers_in

# Types of questions that are to be declined, also where the data does not say so of each.
_DECLINED = frozenset(["identity", "unanswerable"])


@dataclass(frozen=True)
class Evidence:
    """Where an answer stands: a document, a quotation of it, and the place as a reader names it where it has one."""

    doc: str
    quote: str
    locator: str | None = None


@dataclass(frozen=True)
class Question:
    """One question with its evidence.

    Attributes:
        history: (role, content) of earlier turns.
        provisions: references such as ``OPCAT:19(b)``.
        numbers: the numbers that a right answer states; empty where the question asks for none.
    """

    id: str
    type: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    provisions: tuple[str, ...] = ()
    must_abstain: bool = False
    history: tuple[tuple[str, str], ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def standing_alone(self) -> str:
        """The question with the last question before it, for searches that know no conversation."""
        asked = [content for role, content in self.history if role == "user"]
        return " ".join([*asked[-1:], self.text])


def load_training(directory: Path) -> tuple[Question, ...]:
    """Read the questions on a folder of reports that are for training alone: ``sources/training.jsonl``, or none."""
    path = directory / "sources" / "training.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []
    return tuple(
        Question(
            f"t{number:03}",
            row["kind"],
            row["question"],
            tuple(Evidence(doc, quote) for doc, quote in row["gold"]),
            must_abstain=not row["gold"],
        )
        for number, row in enumerate(rows, 1)
    )


def plain_locator(locator: str | None) -> str | None:
    """Turn a locator of the development set into what a reader says; ``None`` for counted, unprinted places."""
    if locator is None or ":" not in locator:
        return locator
    kind, _, place = locator.partition("#")[0].partition(":")
    words = {"rec": "Recommendation", "note": "footnote", "finding": "Finding", "request": "Request"}
    if kind == "para":
        return place
    if kind in words:
        return f"{words[kind]} {place}"
    if kind == "table" and (found := re.fullmatch(r"(\d+):row:(\d+)", place)):
        return f"table {found[1]} row {found[2]}"
    return place if kind == "def" else None if kind in {"p", "item", "box", "heading"} else locator


def question_of(held: Mapping[str, Any]) -> Question:
    """Read one question as the development set and our own sets keep it."""
    evidence = tuple(Evidence(g["doc"], g["quote"], plain_locator(g.get("locator"))) for g in held["gold"])
    answer = held.get("answer") or held.get("gold_answer") or ""
    # "4: recommendations 3, 5, 6 and 9": what stands after the colon is what was counted.
    stated = answer.partition(": ")[0]
    counted = [int(held["count"])] if "count" in held else numbers_in(stated) if held["type"] == "count" else []
    return Question(
        id=held["id"],
        type=held["type"],
        text=held["question"],
        evidence=evidence,
        provisions=tuple(held.get("provisions") or held.get("gold_provisions") or ()),
        must_abstain=bool(held["must_abstain"]) or (held["type"] in _DECLINED and not evidence),
        history=tuple((turn["role"], turn["content"]) for turn in held.get("history") or ()),
        numbers=tuple(counted),
    )
