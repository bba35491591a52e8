"""The trained network as an int8 ONNX file with its card."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ingest.training.network import SentenceEncoder
from ingest.training.quantised import quantise

NAME = "embedder.onnx"


def export(network: SentenceEncoder, weights: Path, out: Path, options: Mapping[str, Any]) -> None:
    """Write ``embedder.onnx`` and ``embedder.json`` to ``out``, made if absent; ``options`` of the run for the card."""
    out.mkdir(parents=True, exist_ok=True)
    names = ("input_ids", "attention_mask")
    digest = quantise(network, names, "vectors", {0: "batch"}, out / NAME)
    card = {
        "training": {name: str(options[name]) for name in ("seed", "epochs", "rate", "size", "heat", "share", "all")},
        "sha256": {NAME: digest},
    }
    (out / "embedder.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
