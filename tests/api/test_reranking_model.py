"""The model that reads passages with the question: which one the settings name, and search with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli.main import run
from api.settings import load_settings
from api.wiring import open_library, reranker
from ingest.embedding.embedder import ModelUnusable
from ingest.reranking.reranker import ShippedReranker


def test_it_is_the_shipped_one_none_or_a_folder(tmp_path: Path) -> None:
    assert isinstance(reranker(load_settings(tmp_path, {})), ShippedReranker)
    assert reranker(load_settings(tmp_path, {"OPCAT_RERANKING_MODEL": "none"})) is None
    with pytest.raises(ModelUnusable):
        reranker(load_settings(tmp_path, {"OPCAT_RERANKING_MODEL": str(tmp_path / "nothing")}))


def test_a_library_is_opened_with_it(tmp_path: Path) -> None:
    with open_library(load_settings(tmp_path, {"OPCAT_RERANKING_MODEL": "none"})) as library:
        assert library.reranker is None
    with open_library(load_settings(tmp_path, {})) as library:
        assert isinstance(library.reranker, ShippedReranker)


def test_search_reads_again_unless_it_is_asked_not_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home, report = tmp_path / "home", tmp_path / "report.txt"
    report.write_text(
        "Visit to Quellmoor Prison\n\nThe cell bells did not work on the second wing.\n\n"
        "A dentist came every second week; the waiting time was 17 weeks.\n\nThe yard was closed in winter.\n"
    )
    assert run(["--home", str(home), "ingest", str(report)]) == 0
    capsys.readouterr()
    question = "How long did men at Quellmoor wait to have their teeth treated?"
    assert run(["--home", str(home), "search", question, "-k", "2", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert len(hits) == 2 and [hit["rank"] for hit in hits] == [1, 2]
    assert "17 weeks" in hits[0]["text"]
    assert run(["--home", str(home), "search", question, "--no-rerank", "--json"]) == 0
    assert {hit["passage_id"] for hit in hits} <= {
        hit["passage_id"] for hit in json.loads(capsys.readouterr().out)["hits"]
    }
