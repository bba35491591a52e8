"""The trained network as an int8 ONNX file with its card."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from ingest.training.network import SentenceEncoder

NAME = "embedder.onnx"


def export(network: SentenceEncoder, weights: Path, out: Path, options: Mapping[str, Any]) -> None:
    """Write ``embedder.onnx`` and ``embedder.json`` to ``out``, made if absent; ``options`` of the run for the card."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.set_attn_implementation("eager")
    sample = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            (sample, sample),
            str(plain),
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / NAME, weight_type=QuantType.QInt8, per_channel=True)
    network.encoder.set_attn_implementation("sdpa")
    card = {
        "training": {name: str(options[name]) for name in ("seed", "epochs", "rate", "size", "heat", "share", "all")},
        "sha256": {NAME: hashlib.sha256((out / NAME).read_bytes()).hexdigest()},
    }
    (out / "embedder.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
