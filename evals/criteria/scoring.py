"""Precision and coverage of suggested criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.criteria.cases import Case
from evals.report import Table
from evals.statistics import ratio
from ingest.embedding.embedder import Embedder
from ingest.instruments.suggestion import criteria_index


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts over cases.

    Attributes:
        cases: those that have an acceptable reference.
        first: how many of them have one of these at rank 1, thresholds aside.
        three: acceptable ones among the three ranked, over all cases.
        covered: cases for which something is suggested.
        shown_first: covered ones whose first suggestion is acceptable.
        shown: all that is suggested for them.
        shown_right: the acceptable part of it.
        empty: cases for which nothing should be suggested.
        wrongly: those of them for which something is.
    """

    cases: int
    first: int
    three: int
    covered: int
    shown_first: int
    shown: int
    shown_right: int
    empty: int
    wrongly: int

    def precision_at_1(self) -> float | None:
        """Share of covered cases whose first suggestion is acceptable."""
        return self.shown_first / self.covered if self.covered else None

    def coverage(self) -> float | None:
        """Share of cases for which something is suggested."""
        return self.covered / self.cases if self.cases else None


def score(cases: Sequence[Case], embedder: Embedder) -> Scores:
    """Suggest criteria for each case and compare."""
    index = criteria_index(embedder)
    vectors = embedder.embed_passages([case.text for case in cases])
    first = three = covered = shown_first = shown = shown_right = wrongly = 0
    for case, vector in zip(cases, vectors, strict=True):
        suggested = index.suggest(case.text, vector, (), case.place_type)
        if not case.acceptable:
            wrongly += bool(suggested)
            continue
        ranked = [each.reference in case.acceptable for each in index.rank(case.text, vector, (), case.place_type)]
        first += ranked[0]
        three += sum(ranked)
        right = [reference in case.acceptable for reference in suggested]
        covered += bool(right)
        shown_first += bool(right) and right[0]
        shown += len(right)
        shown_right += sum(right)
    empty = sum(not case.acceptable for case in cases)
    return Scores(len(cases) - empty, first, three, covered, shown_first, shown, shown_right, empty, wrongly)


def table(rows: dict[str, Scores]) -> Table:
    """Return the figures of several sets of cases as one table."""
    return Table(
        "criteria",
        "Suggested criteria",
        (
            "cases",
            "with a reference",
            "precision@1, all",
            "precision@3, all",
            "coverage",
            "precision@1, suggested",
            "precision of all suggested",
            "suggested where nothing fits",
        ),
        tuple(
            (
                name,
                one.cases,
                ratio(one.first, one.cases),
                ratio(one.three, 3 * one.cases),
                one.coverage(),
                one.precision_at_1(),
                ratio(one.shown_right, one.shown),
                f"{one.wrongly} of {one.empty}",
            )
            for name, one in rows.items()
        ),
        ("Weights and thresholds were chosen on the even rows of the labelled sentences.",),
    )
