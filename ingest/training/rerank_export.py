"""The trained reranker as an int8 ONNX file with its card."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ingest.training.quantised import quantise
from ingest.training.rerank_network import CrossEncoder

NAME = "reranker.onnx"


def export(network: CrossEncoder, out: Path, options: Mapping[str, Any]) -> None:
    """Write ``reranker.onnx`` and ``reranker.json`` to ``out``; ``options`` of the run for the card."""
    names = ("input_ids", "attention_mask", "token_type_ids")
    digest = quantise(network, names, "scores", {0: "batch"}, out / NAME)
    card = {
        "training": {
            name: str(options[name])
            for name in ("seed", "epochs", "rate", "size", "void", "reports_most", "regulation_most", "reading_most")
        },
        "held out": options["figures"],
        "sha256": {NAME: digest},
    }
    (out / "reranker.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
