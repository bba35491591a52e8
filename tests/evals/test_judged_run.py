"""The product's search on a judged collection."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from evals.beir import Judged
from evals.judged_run import SEARCH, judge, measure_judged
from ingest.embedding import MiniLmEmbedder
from ingest.library import Library


def test_figures_of_one_ranking() -> None:
    recall10, recall100, ndcg, average_precision, reciprocal = judge(["x", "a", "y", "b"], {"a": 1, "b": 1, "c": 1})
    assert recall10 == recall100 == pytest.approx(2 / 3)
    assert average_precision == pytest.approx((1 / 2 + 2 / 4) / 3)
    assert reciprocal == 0.5
    ideal = 1 + 1 / math.log2(3) + 1 / 2
    assert ndcg == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / ideal)


def test_a_ranking_without_anything_relevant_is_nought() -> None:
    assert judge(["x"] * 3, {"a": 1}) == (0.0, 0.0, 0.0, 0.0, 0.0)


def test_beyond_ten_only_the_long_recall_counts() -> None:
    ranking = [f"x{n}" for n in range(10)] + ["a"]
    assert judge(ranking, {"a": 1}) == (0.0, 1.0, 0.0, 0.0, 0.0)


@pytest.mark.slow
def test_a_collection_is_indexed_asked_and_the_run_written(tmp_path: Path) -> None:
    corpus = {
        "d1": ("Heating", "The boiler is serviced each autumn by a contractor."),
        "d2": ("", "Night staff check every corridor hourly and sign the log."),
        "d3": ("Food", "Meals are cooked in the central kitchen and brought in heated trolleys."),
    }
    collection = Judged(
        "tiny", corpus, {"q1": "who checks corridors at night", "q2": "where are meals cooked"},
        {"q1": {"d2": 1}, "q2": {"d3": 1}},
    )  # fmt: skip
    embedder = MiniLmEmbedder()
    run = tmp_path / "run.trec"
    with Library.open(tmp_path / "home", embedder=embedder, redactor=None, write=True) as library:
        table = measure_judged(collection, library, embedder, lambda line: None, run)
    rows = {row[0]: row for row in table.rows}
    assert rows[SEARCH][1] == 1.0
    assert set(rows) == {"BM25", "vectors", SEARCH}
    lines = run.read_text("utf-8").splitlines()
    assert lines[0].split()[:4] == ["q1", "Q0", "d2", "1"]
    assert all(len(line.split()) == 6 for line in lines)
