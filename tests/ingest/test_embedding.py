from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path

import numpy as np
import pytest
from library_fakes import WordsEmbedder

from ingest.embedding import embedder as embedding
from ingest.embedding.embedder import Embedder, ModelUnusable, ShippedEmbedder, passage_input
from ingest.embedding.minilm import MiniLmEmbedder
from ingest.embedding.sentence_transformer import SentenceTransformersEmbedder


class EmbedderConformance:
    """What every adapter must do."""

    @pytest.fixture
    def embedder(self) -> Embedder:
        raise NotImplementedError

    def test_unit_rows_in_order(self, embedder: Embedder) -> None:
        texts = ["A long account of the wing, its showers and its yard. " * 8, "Food.", "", "Cell bells at night."]
        rows = embedder.embed_passages(texts)
        assert rows.shape == (4, embedder.dimension)
        assert rows.dtype == np.float32
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
        for text, row in zip(texts, rows, strict=True):
            assert np.allclose(embedder.embed_passages([text])[0], row, atol=1e-3)

    def test_nothing_gives_an_empty_array(self, embedder: Embedder) -> None:
        assert embedder.embed_passages([]).shape == (0, embedder.dimension)

    def test_query_is_one_unit_row(self, embedder: Embedder) -> None:
        row = embedder.embed_query("Were bells answered?")
        assert row.shape == (embedder.dimension,)
        assert abs(float(np.linalg.norm(row)) - 1) < 1e-4

    def test_the_nearest_is_what_was_meant(self, embedder: Embedder) -> None:
        rows = embedder.embed_passages(["The kitchen served cold meals.", "The doctor came on Tuesdays."])
        assert int((rows @ embedder.embed_query("cold meals from the kitchen")).argmax()) == 0

    def test_very_long_text_is_cut_not_refused(self, embedder: Embedder) -> None:
        assert embedder.embed_query("word " * 20_000).shape == (embedder.dimension,)

    def test_the_name_says_which_vectors_compare(self, embedder: Embedder) -> None:
        assert embedder.name
        assert embedder.name == embedder.name.strip()


class TestWords(EmbedderConformance):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return WordsEmbedder()


class TestShipped(EmbedderConformance):
    loaded = ShippedEmbedder(threads=1)

    @pytest.fixture
    def embedder(self) -> Embedder:
        return self.loaded

    def test_text_beyond_128_tokens_counts(self, embedder: Embedder) -> None:
        start = "The inspectors walked through the wing and wrote down what they saw. " * 10
        one, other = embedder.embed_passages([f"{start} Bread was mouldy.", f"{start} Rape by an officer was alleged."])
        assert float(one @ other) < 0.999

    def test_meaning_beats_words(self, embedder: Embedder) -> None:
        rows = embedder.embed_passages(["Detainees were kept alone all day.", "The library had many books."])
        assert int((rows @ embedder.embed_query("solitary confinement")).argmax()) == 0


class TestMiniLm(EmbedderConformance):
    loaded = MiniLmEmbedder(threads=1)

    @pytest.fixture
    def embedder(self) -> Embedder:
        return self.loaded


@pytest.mark.st
class TestSentenceTransformers(EmbedderConformance):
    @pytest.fixture
    def embedder(self) -> Embedder:
        folder = os.environ.get("OPCAT_TEST_ST_MODEL")
        if importlib.util.find_spec("sentence_transformers") is None:
            pytest.skip("the extra 'st' (sentence-transformers) is not installed")
        if not folder:
            pytest.skip("OPCAT_TEST_ST_MODEL names no local sentence-transformers folder")
        return SentenceTransformersEmbedder(Path(folder))


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changed = tmp_path / "tokenizer.json"
    changed.write_bytes(embedding._TOKENIZER.read_bytes() + b" ")
    monkeypatch.setattr(embedding, "_TOKENIZER", changed)
    with pytest.raises(ModelUnusable, match="not the pinned one"):
        ShippedEmbedder().embed_query("a")
    monkeypatch.setattr(embedding, "_TOKENIZER", tmp_path / "none.json")
    with pytest.raises(ModelUnusable, match="missing"):
        ShippedEmbedder().embed_query("a")


def test_shipped_weights_are_pinned_by_their_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changed = tmp_path / "embedder.onnx"
    changed.write_bytes(b"other weights")
    monkeypatch.setattr(embedding, "_WEIGHTS", changed)
    with pytest.raises(ModelUnusable, match="not the pinned one"):
        ShippedEmbedder().embed_query("a")
    monkeypatch.setattr(embedding, "_WEIGHTS", tmp_path / "embedder.bin")
    with pytest.raises(ModelUnusable, match="missing"):
        ShippedEmbedder().embed_query("a")


def model_folder(path: Path, modules: object = None, weights: str = "model.safetensors") -> Path:
    path.mkdir()
    trusted = [{"type": "sentence_transformers.models.Transformer"}, {"type": "sentence_transformers.models.Pooling"}]
    (path / "modules.json").write_text(json.dumps(trusted if modules is None else modules))
    (path / "config.json").write_text("{}")
    (path / weights).write_bytes(b"weights")
    return path


def test_model_folders_are_looked_at_before_they_are_loaded(tmp_path: Path) -> None:
    good = model_folder(tmp_path / "good")
    name = SentenceTransformersEmbedder(good).name
    assert name != SentenceTransformersEmbedder(good, query_prompt="query: ").name
    bad = {
        "pickle": model_folder(tmp_path / "pickle", weights="pytorch_model.bin"),
        "module": model_folder(tmp_path / "module", [{"type": "my_code.Evil"}]),
        "broken": model_folder(tmp_path / "broken", {"type": 1}),
        "empty": model_folder(tmp_path / "empty", weights="readme.txt"),
    }
    for folder in (*bad.values(), tmp_path / "missing"):
        with pytest.raises(ModelUnusable):
            SentenceTransformersEmbedder(folder)
    (good / "config.json").write_text('{"auto_map": {"AutoModel": "x.Y"}}')
    with pytest.raises(ModelUnusable, match="code of its own"):
        SentenceTransformersEmbedder(good)
    with pytest.raises(ModelUnusable, match="pinned"):
        SentenceTransformersEmbedder(model_folder(tmp_path / "other"), sha256="0" * 64)


def test_context_goes_before_the_text() -> None:
    assert passage_input("Text.", ("A", "B", "C")) == "B\nC\nText."
