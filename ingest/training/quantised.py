"""A trained network as an int8 ONNX file."""

from __future__ import annotations

import hashlib
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch


def quantise(network: Any, names: Sequence[str], output: str, shape: Mapping[int, str], path: Path) -> str:
    """Write ``network`` to ``path``, whose folder exists, and return the file's sha256.

    Args:
        network: with an ``encoder`` of transformers; takes as many (batch, pieces) tensors as there are names.
        names: of its inputs.
        output: name of what it returns.
        shape: names of the open axes of what it returns.
        path: of the file.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

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
            (sample,) * len(names),
            str(plain),
            input_names=list(names),
            output_names=[output],
            dynamic_axes={**dict.fromkeys(names, axes), output: dict(shape)},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)
    network.encoder.set_attn_implementation("sdpa")
    return hashlib.sha256(path.read_bytes()).hexdigest()
