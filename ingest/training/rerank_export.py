"""The trained reranker as an int8 ONNX file with its card."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from ingest.training.rerank_network import CrossEncoder

NAME = "reranker.onnx"


def export(network: CrossEncoder, out: Path, options: Mapping[str, Any]) -> None:
    """Write ``reranker.onnx`` and ``reranker.json`` to ``out``; ``options`` of the run for the card."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    network.encoder.set_attn_implementation("eager")
    sample = torch.ones(2, 16, dtype=torch.long)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            (sample, sample, sample),
            str(plain),
            input_names=names,
            output_names=["scores"],
            dynamic_axes={**dict.fromkeys(names, axes), "scores": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / NAME, weight_type=QuantType.QInt8, per_channel=True)
    network.encoder.set_attn_implementation("sdpa")
    card = {
        "training": {
            name: str(options[name])
            for name in ("seed", "epochs", "rate", "size", "void", "regulation_most", "reading_most")
        },
        "held out": options["figures"],
        "sha256": {NAME: hashlib.sha256((out / NAME).read_bytes()).hexdigest()},
    }
    (out / "reranker.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
