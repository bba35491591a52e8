"""Fit the weights by which a stated figure is chosen: ``python -m evals.figure_fit --reports evals/reports/ninth ...``.

Two steps: weights that put the right number before the others of the same question (conditional logit), then what the
best value says of being right at all. Printed are the constants of :mod:`assistant.answers.stated_figure`, and how the
fit does on each set by weights of all the others.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answers.evidence import gather, reread
from assistant.answers.nearness import WordVectors
from assistant.answers.stated_figure import chosen, figures_in, read_clauses
from assistant.question.bounds import bounds_of
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.question.routing import wants_count
from assistant.retrieval.reranking import read, reranked
from assistant.retrieval.searching import run_search
from evals.corpus import take_in
from evals.datasets import Dataset, load_reports
from evals.logistic_fit import logistic
from ingest.embedding.embedder import Embedder, ShippedEmbedder
from ingest.library import Library
from redaction.redactor import Redactor

Floats = npt.NDArray[np.float64]
_CANDIDATES = 25
_RIDGE = 0.01
_STEPS = 400
_RATE = 0.05


@dataclass(frozen=True)
class Row:
    """One question: its set, the features of its figures, which of them are right, and their numbers."""

    source: str
    question: str
    features: Floats
    right: npt.NDArray[np.bool_]
    numbers: tuple[int, ...] = ()


def questions(dataset: Dataset, folder: str) -> list[tuple[str, int | None]]:
    """Return what is counted and its number, ``None`` where no report states it."""
    found: list[tuple[str, int | None]] = []
    for one in dataset.questions:
        if wants_count(one.text) and not one.history and (one.must_abstain or len(one.numbers) == 1):
            found.append((one.text, None if one.must_abstain else one.numbers[0]))
    text = resources.files("evals.calibration").joinpath("figures.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    return found + [(row["question"], row["number"]) for row in rows if row["set"] == folder]


def rows_of(folder: Path, embedder: Embedder, redactor: Redactor) -> Iterator[Row]:
    """Search for each question of a set, and measure the figures of the best sentences."""
    dataset = load_reports(folder)
    with tempfile.TemporaryDirectory(prefix="opcat-figures-") as name:
        home = Path(name)
        with Library.open(home, embedder=embedder, redactor=redactor, write=True) as library:
            take_in(dataset, library, home, lambda line: None)
            names = Names.of(library)
            assert library.reranker is not None
            for text, number in questions(dataset, folder.name):
                query = understand(text, names)
                bounds = bounds_of(query, names)
                result = run_search(library, bounds.narrowed(query) if bounds.documents else query, _CANDIDATES)
                hits = reranked(read(library.reranker, text, result.hits))
                evidence = reread(text, gather(query, hits, embedder), library.reranker)
                figures = read_clauses(text, figures_in(query, evidence, WordVectors.of(embedder)), library.reranker)
                numbers = tuple(one.number for one in figures)
                right = np.array([one == number for one in numbers])
                if figures and (number is None or right.any() or not query.kinds):
                    yield Row(folder.name, text, np.array([one.features for one in figures]), right, numbers)


def ordered(rows: Sequence[Row]) -> Floats:
    """Fit weights that put right figures first; Adam on the conditional likelihood."""
    fit = [row for row in rows if row.right.any()]
    weights = np.zeros(fit[0].features.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = _RIDGE * weights
        for row in fit:
            value = np.exp(row.features @ weights - (row.features @ weights).max())
            all_of, right_of = value / value.sum(), value * row.right / (value * row.right).sum()
            slope = slope + row.features.T @ (all_of - right_of) / len(fit)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def fitted(rows: Sequence[Row]) -> tuple[float, Floats]:
    """Return bias and weights: those of the order, scaled to the probability that the first is right."""
    weights = ordered(rows)
    best = [int(np.argmax(row.features @ weights)) for row in rows]
    values = np.array([[float(row.features[at] @ weights)] for row, at in zip(rows, best, strict=True)])
    right = np.array([float(row.right[at]) for row, at in zip(rows, best, strict=True)])
    bias, scale = logistic(values, right, np.ones(len(rows)), _RIDGE)
    return float(bias), scale * weights


def main(words: Sequence[str] | None = None) -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.figure_fit", description=__doc__)
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="folders of annotated reports")
    asked = parser.parse_args(words)
    embedder, redactor = ShippedEmbedder(), Redactor()
    rows = [row for folder in asked.reports for row in rows_of(folder, embedder, redactor)]
    said = right = first = 0
    for source in {row.source for row in rows}:
        bias, weights = fitted([row for row in rows if row.source != source])
        for row in (row for row in rows if row.source == source):
            values = row.features @ weights + bias
            first += bool(row.right[int(np.argmax(values))])
            at = chosen(row.numbers, values.tolist())
            if at is not None:
                said, right = said + 1, right + bool(row.right[at])
    print(f"{len(rows)} questions, {sum(row.right.any() for row in rows)} with the number among the sentences")
    print(f"each set by the others: {first} first; {said} said, {right} of them right")
    bias, weights = fitted(rows)
    print(f"BIAS = {bias:.3f}\nWEIGHTS = {tuple(round(float(weight), 3) for weight in weights)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
