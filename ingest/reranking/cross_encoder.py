"""Reranking with any sentence-transformers cross-encoder from a local folder (extra ``st``).

The folder is looked at before it is loaded, as that of a bi-encoder is: no pickles, no module types or code of its own,
nothing is fetched.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from ingest.embedding.embedder import ModelUnusable
from ingest.embedding.sentence_transformer import inspected, stay_offline
from ingest.reranking.reranker import Scores

_ONE_SCORE: Final = "ForSequenceClassification"
_ACTIVATIONS: Final = "torch.nn."
_BATCH: Final = 16


class SentenceTransformersReranker:
    """Any cross-encoder with one score in a local folder with safetensors weights."""

    def __init__(self, folder: Path, *, sha256: str | None = None) -> None:
        """Check the folder; the model is loaded on first use.

        Args:
            folder: as written by ``CrossEncoder.save_pretrained``.
            sha256: digest of ``model.safetensors``; given, it must match.

        Raises:
            ModelUnusable: the folder is missing or holds something that is not trusted, or is no cross-encoder.
        """
        self._folder = folder
        self._digest = inspected(folder, sha256, modules_needed=False)
        _look_at(folder)
        self._loading = threading.Lock()
        self._model: Any = None

    @property
    def name(self) -> str:
        """The digest of the weights."""
        return f"st-cross/{self._digest[:16]}"

    def score(self, question: str, passages: Sequence[str]) -> Scores:
        """Score passages; see :class:`ingest.reranking.reranker.Reranker`."""
        if not passages:
            return np.zeros(0, dtype=np.float32)
        model = self._load()
        from torch.nn import Identity

        rows = model.predict(
            [(question, passage) for passage in passages],
            batch_size=_BATCH,
            activation_fn=Identity(),
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float32).reshape(len(passages))

    def _load(self) -> Any:
        with self._loading:
            if self._model is None:
                stay_offline()
                from sentence_transformers import CrossEncoder

                self._model = CrossEncoder(
                    str(self._folder), device="cpu", local_files_only=True, trust_remote_code=False
                )
            return self._model


def _look_at(folder: Path) -> None:
    """Refuse what gives more than one score, or names a function that is not torch's."""
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        told = folder / "config_sentence_transformers.json"
        own = json.loads(told.read_text("utf-8")) if told.is_file() else {}
        kinds, scores = list(config["architectures"]), config.get("num_labels") or len(config.get("id2label") or (0, 1))
        functions = [own.get("activation_fn"), (config.get("sentence_transformers") or {}).get("activation_fn")]
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ModelUnusable("config.json of the model cannot be read") from error
    if scores != 1 or not all(str(kind).endswith(_ONE_SCORE) for kind in kinds):
        raise ModelUnusable("the model is no cross-encoder with one score", hint="give a reranking model")
    if any(function and not str(function).startswith(_ACTIVATIONS) for function in functions):
        raise ModelUnusable("the model names a function that is not trusted", hint="use a model without custom code")
