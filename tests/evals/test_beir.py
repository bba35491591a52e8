"""Reading of judged collections in BEIR's format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.beir import load_beir


def write(folder: Path, *, qrels: str = "query-id\tcorpus-id\tscore\nq1\td2\t2\nq1\td3\t0\n") -> Path:
    corpus = [
        {"_id": "d1", "title": "Boilers", "text": "The boiler is serviced each autumn."},
        {"_id": "d2", "title": "", "text": "Night staff check every corridor hourly."},
        {"_id": "d3", "title": "Empty", "text": " "},
        {"_id": "d4", "title": " ", "text": ""},
    ]
    (folder / "corpus.jsonl").write_text("\n".join(json.dumps(row) for row in corpus), "utf-8")
    queries = [{"_id": "q1", "text": "Who walks the corridors at night?"}, {"_id": "q2", "text": "unjudged"}]
    (folder / "queries.jsonl").write_text("\n".join(json.dumps(row) for row in queries), "utf-8")
    (folder / "qrels").mkdir()
    (folder / "qrels" / "dev.tsv").write_text("query-id\tcorpus-id\tscore\nq2\td1\t1\n", "utf-8")
    (folder / "qrels" / "test.tsv").write_text(qrels, "utf-8")
    return folder


def test_the_test_judgments_are_taken_and_grades_above_nought(tmp_path: Path) -> None:
    collection = load_beir(write(tmp_path))
    assert collection.grades == {"q1": {"d2": 2}}
    assert list(collection.queries) == ["q1"]
    assert set(collection.corpus) == {"d1", "d2", "d3"}


def test_judgments_in_the_form_of_trec_are_read(tmp_path: Path) -> None:
    assert load_beir(write(tmp_path, qrels="q1\t0\td1\t1\n")).grades == {"q1": {"d1": 1}}


@pytest.mark.parametrize(
    ("qrels", "message"),
    [
        ("q1\td1\n", "line 1"),
        ("query-id\tcorpus-id\tscore\nq1\td1\tgood\n", "line 2"),
        ("q1\td1\t0\n", "relevant"),
        ("q9\td1\t1\n", "no query"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, qrels: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        load_beir(write(tmp_path, qrels=qrels))


def test_a_missing_file_and_a_line_that_is_no_json_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"corpus\.jsonl"):
        load_beir(tmp_path)
    folder = write(tmp_path)
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "x"}\n{broken\n', "utf-8")
    with pytest.raises(ValueError, match=r"queries\.jsonl, line 2"):
        load_beir(folder)


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    qrels = 'q1\td2\t1.0\n\nq1\t"quoted\t1\nq9\td1\t1\n'
    collection = load_beir(write(tmp_path, qrels=qrels))
    assert collection.grades == {"q1": {"d2": 1, '"quoted': 1}}
    said = " ".join(collection.notes)
    assert "1 judged queries" in said
    assert "1 documents that are judged" in said
    assert "1 documents without any text" in said


def test_a_folder_without_judgments_is_taken_only_for_a_run(tmp_path: Path) -> None:
    folder = write(tmp_path)
    for path in (folder / "qrels").iterdir():
        path.unlink()
    with pytest.raises(ValueError, match="qrels"):
        load_beir(folder)
    collection = load_beir(folder, unjudged=True)
    assert collection.grades == {}
    assert set(collection.queries) == {"q1", "q2"}


def test_other_encodings_are_named(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "corpus.jsonl").write_bytes('{"_id": "d1", "text": "caf\u00e9"}'.encode("latin-1"))
    with pytest.raises(ValueError, match=r"corpus\.jsonl is not UTF-8"):
        load_beir(folder)
