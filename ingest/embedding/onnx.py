"""The runtime of a sentence encoder in ONNX: texts become unit vectors on the processor, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.embedding.embedder import Pieces, Vectors, in_batches, pinned_tokenizer


class OnnxEncoder:
    """A model with inputs ``input_ids`` and ``attention_mask`` and an output of unit vectors.

    Args:
        weights: the model file's bytes, checked by the caller.
        threads: of onnxruntime.
    """

    def __init__(self, weights: bytes, *, threads: int = 2) -> None:
        """Load the model and the shared tokenizer (about 0.1 s)."""
        self._tokenizer = pinned_tokenizer()
        self._session = session_of(weights, threads)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit rows in the order of the texts.

        One text a run: int8 activations are scaled over what runs together, so that a vector would depend on its
        neighbours (cosines down to .97), and batches are no faster (600 passages: 2.4 s, in batches of 16 2.6 s).
        """
        width = int(self._session.get_outputs()[0].shape[-1])
        return in_batches(self._tokenizer, texts, width, self._run, batch=1)

    def _run(self, ids: Pieces, mask: Pieces) -> Vectors:
        vectors: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors


def session_of(weights: bytes, threads: int) -> Any:
    """Return a session of onnxruntime on the processor, whose threads sleep between runs."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
