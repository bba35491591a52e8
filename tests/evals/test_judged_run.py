"""The product's search on a judged collection."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from evals import plain_pipeline
from evals.beir import Judged
from evals.judged_run import RERANKED, SEARCH, JudgedOptions, judge, measure_judged, run_lines
from ingest.embedding.embedder import ShippedEmbedder
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


def test_scores_of_a_run_fall_strictly_since_trec_eval_sorts_by_them() -> None:
    lines = run_lines("q1", [("d1", 2.0), ("d2", 2.0), ("d3", 1.0)])
    scores = [float(line.split()[4]) for line in lines]
    assert [line.split()[2] for line in lines] == ["d1", "d2", "d3"]
    assert scores[0] > scores[1] > scores[2]


def write_folder(folder: Path, names: tuple[str, str], *, judged: bool) -> Path:
    texts = ("Night staff check every corridor hourly and sign the log.", "The kitchen is cleaned once a day.")
    rows = [{"_id": name, "text": text} for name, text in zip(names, texts, strict=True)]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "who checks corridors at night"}', "utf-8")
    if judged:
        (folder / "qrels").mkdir()
        (folder / "qrels" / "test.tsv").write_text(f"q1\t{names[0]}\t1\n", "utf-8")
    return folder


def test_ids_that_a_run_cannot_hold_are_refused_where_a_run_is_asked_for(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, ("d 1", "d2"), judged=True)
    assert len(JudgedOptions((folder,)).collections(None)[0].corpus) == 2
    with pytest.raises(ValueError, match="space"):
        JudgedOptions((folder,), run_out=tmp_path / "run").collections(None)


@pytest.mark.slow
def test_a_folder_without_judgments_gives_a_run_and_no_figures(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, ("d1", "d2"), judged=False)
    run = tmp_path / "run.trec"
    collection = JudgedOptions((folder,), run_out=run).collections(None)[0]
    embedder = ShippedEmbedder()
    with Library.open(tmp_path / "home", embedder=embedder, redactor=None, write=True) as library:
        table = measure_judged(collection, library, embedder, lambda line: None, run)
    assert table.rows == ()
    assert run.read_text("utf-8").startswith("q1 Q0 d1 1 ")


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
    embedder = ShippedEmbedder()
    run = tmp_path / "run.trec"
    with Library.open(tmp_path / "home", embedder=embedder, redactor=None, write=True) as library:
        table = measure_judged(collection, library, embedder, lambda line: None, run)
    rows = {row[0]: row for row in table.rows}
    assert rows[SEARCH][1] == 1.0
    plain = {plain_pipeline.NAME} if plain_pipeline.installed() else set()
    assert rows[RERANKED][1] == 1.0
    assert set(rows) == {"BM25", "vectors", "fusion of both", SEARCH, RERANKED} | plain
    lines = run.read_text("utf-8").splitlines()
    assert lines[0].split()[:4] == ["q1", "Q0", "d2", "1"]
    assert all(len(line.split()) == 6 for line in lines)
