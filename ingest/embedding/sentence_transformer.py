"""Embedding with any sentence-transformers model from a local folder (extra ``st``).

A model folder is trusted code unless it is looked at first: weights in pickle form and module types outside the list
below are refused, nothing is fetched, and remote code is never run.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from ingest.embedding.embedder import ModelUnusable, Vectors, unit

_TRUSTED_MODULES: Final = frozenset(
    f"sentence_transformers.{where}{name}"
    for where in ("models.", "models.Transformer.", "base.modules.", "sentence_transformer.modules.", "")
    for name in ("Transformer", "Pooling", "Normalize", "Dense", "transformer.Transformer", "pooling.Pooling")
)
_PICKLES: Final = frozenset({".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib", ".py", ".so"})


class SentenceTransformersEmbedder:
    """Any bi-encoder in a local folder with safetensors weights."""

    def __init__(
        self, folder: Path, *, query_prompt: str = "", passage_prompt: str = "", sha256: str | None = None
    ) -> None:
        """Check the folder; the model is loaded on first use.

        Args:
            folder: as written by ``SentenceTransformer.save``.
            query_prompt: what the model wants before questions (``query: ``).
            passage_prompt: what the model wants before passages (``passage: ``).
            sha256: digest of ``model.safetensors``; given, it must match.

        Raises:
            ModelUnusable: the folder is missing or holds something that is not trusted, or the extra is missing.
        """
        self._folder = folder
        self._prompts = (query_prompt, passage_prompt)
        self._digest = inspected(folder, sha256)
        self._loading = threading.Lock()
        self._model: Any = None

    @property
    def name(self) -> str:
        """The digest of the weights and the prompts."""
        prompts = hashlib.sha256("\0".join(self._prompts).encode()).hexdigest()[:8]
        return f"st/{self._digest[:16]}/{prompts}"

    @property
    def dimension(self) -> int:
        """Length of a vector; loads the model."""
        model = self._load()
        read = getattr(model, "get_embedding_dimension", None) or model.get_sentence_embedding_dimension
        return int(read())

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages; see :class:`ingest.embedding.embedder.Embedder`."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        given = [self._prompts[1] + text for text in texts]
        rows = self._load().encode(given, batch_size=16, convert_to_numpy=True, show_progress_bar=False)
        return unit(np.asarray(rows, dtype=np.float32))

    def embed_query(self, text: str) -> Vectors:
        """Embed one question."""
        rows = self._load().encode([self._prompts[0] + text], convert_to_numpy=True, show_progress_bar=False)
        return unit(np.asarray(rows[0], dtype=np.float32))

    def _load(self) -> Any:
        with self._loading:
            if self._model is None:
                stay_offline()
                from sentence_transformers import SentenceTransformer

                self._model = SentenceTransformer(
                    str(self._folder), device="cpu", local_files_only=True, trust_remote_code=False
                )
            return self._model


def stay_offline() -> None:
    """Prepare the import of sentence-transformers, which reads at import whether it may ask a hub: here never.

    Raises:
        ModelUnusable: it is not installed.
    """
    if importlib.util.find_spec("sentence_transformers") is None:
        raise ModelUnusable("sentence-transformers is not installed", hint="install the extra 'st'")
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"


def inspected(folder: Path, sha256: str | None, *, modules_needed: bool = True) -> str:
    """Return the digest of the weights of a folder that may be loaded.

    Args:
        folder: of a model.
        sha256: given, the digest must be this one.
        modules_needed: whether a folder without a list of modules is refused.

    Raises:
        ModelUnusable: it is missing or holds something that is not trusted.
    """
    listed = (folder / "modules.json").is_file()
    if modules_needed and not listed:
        raise ModelUnusable("the model folder has no modules.json", hint="give a folder saved by sentence-transformers")
    foreign = sorted({path.suffix for path in folder.rglob("*") if path.suffix.lower() in _PICKLES})
    if foreign:
        raise ModelUnusable(f"the model folder holds {', '.join(foreign)} files", hint="only safetensors are loaded")
    if listed:
        try:
            modules = [str(module["type"]) for module in json.loads((folder / "modules.json").read_text())]
        except (ValueError, KeyError, TypeError) as error:
            raise ModelUnusable("modules.json cannot be read") from error
        unknown = sorted(set(modules) - _TRUSTED_MODULES)
        if unknown or not modules:
            raise ModelUnusable("modules.json names module types that are not trusted", hint="use a plain encoder")
    for path in folder.rglob("config.json"):
        if "auto_map" in path.read_text():
            raise ModelUnusable("the model asks for code of its own", hint="use a model without custom code")
    weights = sorted(folder.rglob("*.safetensors"))
    if not weights:
        raise ModelUnusable("the model folder has no safetensors weights")
    digest = hashlib.sha256()
    for path in weights:
        digest.update(path.read_bytes())
    found = digest.hexdigest()
    if sha256 is not None and found != sha256:
        raise ModelUnusable("the model weights are not the pinned ones")
    return found
