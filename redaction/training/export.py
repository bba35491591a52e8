"""The trained network as an int8 ONNX file with its card."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from redaction.classification.classifier import CLASSES
from redaction.training.network import Network

# Start values; those of a card that is there already stay, since they were chosen by measurement.
_THRESHOLDS = {"thresholds": dict.fromkeys(CLASSES[1:], 0.5), "review": dict.fromkeys(CLASSES[1:], 0.25)}


def export(network: Network, weights: Path, out: Path, options: Mapping[str, Any]) -> None:
    """Write ``classifier.onnx``, ``classifier.json`` and ``tokenizer.json`` to ``out``.

    Args:
        network: trained.
        weights: folder of the starting weights, for the tokenizer.
        out: folder, made if absent.
        options: of the training run, for the card.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    # The exporter knows the plain form of attention; training uses the fused one, which is the same sum.
    network.encoder.set_attn_implementation("eager")
    sample = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            (sample, sample, sample),
            str(plain),
            input_names=["input_ids", "shapes", "attention_mask"],
            output_names=["logits"],
            dynamic_axes=dict.fromkeys(("input_ids", "shapes", "attention_mask", "logits"), axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / "classifier.onnx", weight_type=QuantType.QInt8, per_channel=True)
    network.encoder.set_attn_implementation("sdpa")
    shutil.copyfile(weights / "tokenizer.json", out / "tokenizer.json")
    names = ("classifier.onnx", "tokenizer.json")
    card_file = out / "classifier.json"
    chosen = json.loads(card_file.read_text(encoding="utf-8")) if card_file.exists() else _THRESHOLDS
    card = {
        "classes": CLASSES,
        "edges": [101, 102],  # [CLS] and [SEP] of the tokenizer
        "thresholds": chosen["thresholds"],
        "review": chosen["review"],
        "training": {
            "seed": options["seed"],
            "epochs": options["epochs"],
            "rounds": options["rounds"],
            "rate": options["rate"],
        },
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names},
    }
    card_file.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
