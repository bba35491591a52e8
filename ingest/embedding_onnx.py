"""The runtime of a sentence encoder in ONNX: texts become unit vectors on the processor, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from redaction.classifier import MODELS

Vectors = npt.NDArray[np.float32]
TOKENS: Final = 256
BATCH: Final = 16
_TOKENIZER: Final = MODELS / "tokenizer.json"


class OnnxEncoder:
    """A model with inputs ``input_ids`` and ``attention_mask`` and an output of unit vectors.

    Args:
        weights: the model file's bytes, checked by the caller.
        threads: of onnxruntime.
    """

    def __init__(self, weights: bytes, *, threads: int = 2) -> None:
        """Load the model and the shared tokenizer (about 0.1 s)."""
        import onnxruntime
        import tokenizers

        tokenizer = tokenizers.Tokenizer.from_str(_TOKENIZER.read_text("utf-8"))
        tokenizer.enable_truncation(TOKENS)
        tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._tokenizer: Any = tokenizer
        self._session: Any = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit rows in the order of the texts, computed in batches of similar length."""
        width = self._session.get_outputs()[0].shape[-1]
        vectors = np.zeros((len(texts), int(width)), dtype=np.float32)
        rows = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))] if texts else []
        order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            longest = max(len(rows[place]) for place in places)
            ids = np.zeros((len(places), longest), dtype=np.int64)
            mask = np.zeros_like(ids)
            for n, place in enumerate(places):
                ids[n, : len(rows[place])] = rows[place]
                mask[n, : len(rows[place])] = 1
            vectors[places] = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors
