"""The state of a network read back from its int8 ONNX file, so that training goes on where no state was kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    import numpy as np

_QUANTISED = "_quantized"


def start_of(path: Path, network: torch.nn.Module, kept: frozenset[str] = frozenset()) -> dict[str, torch.Tensor]:
    """Return the state to start from: one that training wrote, or the weights of an exported model.

    Args:
        path: written by ``torch.save``, or a ``.onnx`` file of :func:`redaction.training.export.export`.
        network: of the same shape; what is frozen is taken from it.
        kept: names of parameters that an export has no name for, and that are taken from ``network`` as well.
    """
    if path.suffix == ".onnx":
        return restored(path, network, kept)
    state: dict[str, torch.Tensor] = torch.load(path, weights_only=True)
    return state


def restored(path: Path, network: torch.nn.Module, kept: frozenset[str] = frozenset()) -> dict[str, torch.Tensor]:
    """Return the state of ``network`` with the weights of its int8 export, each off by half a step of its scale.

    What is frozen in training keeps the exact value of ``network``. Weights of linear layers lost their names on
    export; the bias that is added to their product tells them.

    Raises:
        ValueError: the file holds weights of another network, or not all of this one.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = _weights_of_layers(graph.node, held)
    state = dict(network.state_dict())
    frozen = {name for name, parameter in network.named_parameters() if not parameter.requires_grad}
    # The pooling layer of the encoder is not used, and so not exported.
    missing = {name for name in state if name not in frozen and ".pooler." not in name}
    for name in held:
        key = name.removesuffix(_QUANTISED)
        wanted = named.get(name, key)
        if wanted not in missing:
            continue
        value = _exact(key, held) if name != key else held[name]
        tensor = torch.tensor(value.T if name in named else value, dtype=state[wanted].dtype)
        if tensor.shape != state[wanted].shape:
            raise ValueError(f"{wanted} has another shape")
        state[wanted] = tensor
        missing.discard(wanted)
    if missing := {name for name in missing - kept if state[name].is_floating_point()}:
        raise ValueError(f"not in the file: {sorted(missing)[0]}")
    return state


def _exact(key: str, held: Mapping[str, np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    """Return quantised weights as numbers; scales are one, or one for each column."""
    zero, scale = held[f"{key}_zero_point"].astype("float32"), held[f"{key}_scale"]
    exact: np.ndarray[Any, Any] = (held[f"{key}{_QUANTISED}"].astype("float32") - zero) * scale
    return exact


def _weights_of_layers(nodes: Any, held: Mapping[str, Any]) -> dict[str, str]:
    """Return the parameters by the names of the quantised matrices that are multiplied and then get a bias."""
    takers: dict[str, list[Any]] = {}
    for node in nodes:
        for name in node.input:
            takers.setdefault(name, []).append(node)
    found: dict[str, str] = {}
    for node in nodes:
        matrix = next((name for name in node.input if name in held and name.endswith(_QUANTISED)), None)
        if matrix is None or node.op_type != "MatMulInteger":
            continue
        at = node
        while at is not None and at.op_type != "Add":
            at = next(iter(takers.get(at.output[0], [])), None)
        bias = next((name for name in at.input if name in held and name.endswith(".bias")), None) if at else None
        if bias is not None:
            found[matrix] = bias.removesuffix("bias") + "weight"
    return found
