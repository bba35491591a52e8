"""The runtime of a sentence encoder in ONNX: texts become unit vectors on the processor, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.embedding import Pieces, Vectors, in_batches, pinned_tokenizer


class OnnxEncoder:
    """A model with inputs ``input_ids`` and ``attention_mask`` and an output of unit vectors.

    Args:
        weights: the model file's bytes, checked by the caller.
        threads: of onnxruntime.
    """

    def __init__(self, weights: bytes, *, threads: int = 2) -> None:
        """Load the model and the shared tokenizer (about 0.1 s)."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._tokenizer = pinned_tokenizer()
        self._session: Any = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit rows in the order of the texts, computed in batches of similar length."""
        return in_batches(self._tokenizer, texts, int(self._session.get_outputs()[0].shape[-1]), self._run)

    def _run(self, ids: Pieces, mask: Pieces) -> Vectors:
        vectors: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors
