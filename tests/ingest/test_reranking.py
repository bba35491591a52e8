"""Rerankers: what every adapter must do, and which model files are refused."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path

import numpy as np
import pytest

from ingest.embedding.embedder import ModelUnusable
from ingest.embedding.pairs import QUESTION_PIECES, PairTokenizer
from ingest.reranking import reranker as reranking
from ingest.reranking.cross_encoder import SentenceTransformersReranker
from ingest.reranking.reranker import PIECES, Reranker, ShippedReranker


class RerankerConformance:
    """What every adapter must do."""

    @pytest.fixture
    def reranker(self) -> Reranker:
        raise NotImplementedError

    def test_one_score_for_each_passage_in_order(self, reranker: Reranker) -> None:
        passages = ["The kitchen served cold meals.", "", "Bells rang. " * 200, "The doctor came on Tuesdays."]
        scores = reranker.score("When did the doctor come?", passages)
        assert scores.shape == (4,) and scores.dtype == np.float32
        assert np.isfinite(scores).all()
        for passage, score in zip(passages, scores, strict=True):
            assert abs(float(reranker.score("When did the doctor come?", [passage])[0]) - float(score)) < 1e-3

    def test_nothing_gives_an_empty_array(self, reranker: Reranker) -> None:
        assert reranker.score("When?", []).shape == (0,)

    def test_a_very_long_question_is_cut_not_refused(self, reranker: Reranker) -> None:
        assert np.isfinite(reranker.score("Why " * 2000 + "?", ["Because."])).all()

    def test_the_name_says_which_scores_compare(self, reranker: Reranker) -> None:
        assert reranker.name and reranker.name == reranker.name.strip()


class TestShipped(RerankerConformance):
    loaded = ShippedReranker(threads=1)

    @pytest.fixture
    def reranker(self) -> Reranker:
        return self.loaded

    def test_the_passage_that_answers_comes_first(self, reranker: Reranker) -> None:
        passages = [
            "Complaints: the box on B wing was emptied on Fridays by an officer.",
            "The dentist came to the prison every second week; the wait was 17 weeks.",
            "A new kitchen was opened by the minister in the spring.",
        ]
        assert int(reranker.score("How long did men wait to have their teeth seen to?", passages).argmax()) == 1


@pytest.mark.st
class TestSentenceTransformers(RerankerConformance):
    @pytest.fixture
    def reranker(self, tmp_path: Path) -> Reranker:
        folder = os.environ.get("OPCAT_TEST_ST_MODEL")
        if importlib.util.find_spec("sentence_transformers") is None:
            pytest.skip("the extra 'st' (sentence-transformers) is not installed")
        if not folder:
            pytest.skip("OPCAT_TEST_ST_MODEL names no local sentence-transformers folder")
        return SentenceTransformersReranker(untrained(Path(folder), tmp_path / "model"))


def untrained(encoder: Path, out: Path) -> Path:
    """Write a cross-encoder of one layer with a score that nobody trained."""
    import torch
    from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

    torch.manual_seed(0)
    config = AutoConfig.from_pretrained(str(encoder), num_labels=1, num_hidden_layers=1)
    AutoModelForSequenceClassification.from_config(config).save_pretrained(str(out))
    AutoTokenizer.from_pretrained(str(encoder)).save_pretrained(str(out))
    return out


def test_a_long_question_keeps_its_end_and_a_long_passage_its_start() -> None:
    tokenizer = PairTokenizer(PIECES)
    [row] = tokenizer.encode([("first " * 100 + "what about bells?", "start " + "word " * 400)])
    asked = [piece for piece, kind in zip(row.tokens, row.type_ids, strict=True) if kind == 0]
    told = [piece for piece, kind in zip(row.tokens, row.type_ids, strict=True) if kind == 1]
    assert len(row.ids) == PIECES
    assert asked[-4:-1] == ["about", "bells", "?"] and len(asked) == QUESTION_PIECES + 2
    assert told[0] == "start"


def test_shipped_weights_are_pinned_by_their_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changed = tmp_path / "reranker.onnx"
    changed.write_bytes(b"other weights")
    monkeypatch.setattr(reranking, "_WEIGHTS", changed)
    with pytest.raises(ModelUnusable, match="not the pinned one"):
        ShippedReranker().score("a", ["b"])
    monkeypatch.setattr(reranking, "_WEIGHTS", tmp_path / "reranker.bin")
    reranking._card.cache_clear()
    with pytest.raises(ModelUnusable, match="missing"):
        ShippedReranker().score("a", ["b"])
    reranking._card.cache_clear()


def folder(path: Path, *, weights: str = "model.safetensors", own: object = None, **config: object) -> Path:
    path.mkdir()
    told = {"architectures": ["BertForSequenceClassification"], "id2label": {"0": "LABEL_0"}, **config}
    (path / "config.json").write_text(json.dumps(told))
    if own is not None:
        (path / "config_sentence_transformers.json").write_text(json.dumps(own))
    (path / weights).write_bytes(b"weights")
    return path


def test_model_folders_are_looked_at_before_they_are_loaded(tmp_path: Path) -> None:
    good = folder(tmp_path / "good", own={"activation_fn": "torch.nn.modules.activation.Sigmoid"})
    assert SentenceTransformersReranker(good).name.startswith("st-cross/")
    bad = {
        "pickle": folder(tmp_path / "pickle", weights="pytorch_model.bin"),
        "classes": folder(tmp_path / "classes", id2label={"0": "no", "1": "yes"}),
        "encoder": folder(tmp_path / "encoder", architectures=["BertModel"]),
        "function": folder(tmp_path / "function", own={"activation_fn": "os.system"}),
        "code": folder(tmp_path / "code", auto_map={"AutoModel": "x.Y"}),
        "list": folder(tmp_path / "list", architectures=None),
    }
    module = folder(tmp_path / "module")
    (module / "modules.json").write_text(json.dumps([{"type": "my_code.Evil"}]))
    for place in (*bad.values(), module, tmp_path / "missing"):
        with pytest.raises(ModelUnusable):
            SentenceTransformersReranker(place)
    with pytest.raises(ModelUnusable, match="pinned"):
        SentenceTransformersReranker(good, sha256="0" * 64)
