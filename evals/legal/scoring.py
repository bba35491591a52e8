"""Whether search finds the right provision: the first place of an acceptable one, among reports and without them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.errors import AssistantError
from assistant.retrieval.searching import search
from evals.matching import is_provision
from evals.report import Cell, Table
from evals.statistics import bootstrap, mean
from ingest.library import Library
from ingest.passage import DocumentKind, Filters, Passage

DEPTH = 10
_LEGAL = Filters(kinds=(str(DocumentKind.INSTRUMENT), str(DocumentKind.CATALOGUE)))
Ask = Callable[[str], Sequence[Passage]]


@dataclass(frozen=True, slots=True)
class LegalQuestion:
    """A question; any provision of ``accept``, or a part of it, answers it."""

    part: str
    question: str
    accept: tuple[str, ...]


@lru_cache(maxsize=1)
def legal_questions() -> tuple[LegalQuestion, ...]:
    """Return all questions, in order."""
    lines = (files("evals.legal") / "questions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return tuple(LegalQuestion(row["part"], row["question"], tuple(row["accept"])) for row in rows)


def rank_of(question: LegalQuestion, found: Sequence[Passage]) -> int | None:
    """Return the first place, from 1, of an acceptable provision among the first ten; ``None`` if there is none."""
    for place, passage in enumerate(found[:DEPTH], 1):
        if any(is_provision(wanted, passage.reference) for wanted in question.accept):
            return place
    return None


def table(name: str, library: Library, questions: Sequence[LegalQuestion]) -> Table:
    """Ask every question of each system in a library that holds reports beside the law."""
    systems: dict[str, Ask] = {
        "BM25": lambda text: _held(library, [hit.passage_id for hit in library.index.lexical(text, Filters(), DEPTH)]),
        "vectors": lambda text: _held(library, [hit.passage_id for hit in library.index.dense(text, Filters(), DEPTH)]),
        "opcat search": lambda text: _search(library, text, Filters()),
        "opcat search, --kind instrument and catalogue": lambda text: _search(library, text, _LEGAL),
    }
    rows: list[tuple[Cell, ...]] = []
    for system, ask in systems.items():
        for part in dict.fromkeys(question.part for question in questions):
            asked = [question for question in questions if question.part == part]
            ranks = [rank_of(question, ask(question.question)) for question in asked]
            five = [float(rank is not None and rank <= 5) for rank in ranks]
            bounds = bootstrap(five)
            rows.append(
                (
                    f"{system}; {part}",
                    len(asked),
                    mean([float(rank == 1) for rank in ranks]),
                    mean(five),
                    f"{bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else None,
                    mean([1 / rank if rank else 0.0 for rank in ranks]),
                )
            )
    columns = ("system; part", "questions", "recall@1", "recall@5", "recall@5, 95 %", "MRR@10")
    notes = ("An acceptable provision, or a part of one, in the catalogue or in an official text.",)
    return Table("retrieval-legal", f"Legal questions beside the reports of {name}", columns, tuple(rows), notes)


def _held(library: Library, names: Sequence[str]) -> list[Passage]:
    return list(library.ledger.passages(names).values())


def _search(library: Library, text: str, filters: Filters) -> list[Passage]:
    try:
        return [hit.passage for hit in search(library, text, filters, DEPTH).hits]
    except AssistantError:
        return []
