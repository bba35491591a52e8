"""Calibration: weights that go with one embedding model, fitted by ``python -m evals.calibrate``.

Cosines of two models do not compare, so whatever looks at vectors is fitted for each model and kept under its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_FOLDER = "assistant.calibrated"


@dataclass(frozen=True)
class Logistic:
    """A logistic function.

    Attributes:
        bias: of the sum.
        weights: one for each feature.
        threshold: least value that counts as yes.
    """

    bias: float
    weights: tuple[float, ...]
    threshold: float


@dataclass(frozen=True)
class Calibration:
    """What was fitted for one embedding model.

    Attributes:
        embedder: its name.
        answerable: probability that the evidence answers, over the features of :mod:`assistant.answers.abstain`.
        identity: whether a question asks who somebody is, over its vector.
        instruction: whether a text gives orders to the service, over its vector.
    """

    embedder: str
    answerable: Logistic
    identity: Logistic | None
    instruction: Logistic | None


def file_name(embedder: str) -> str:
    """Return the name of the file for a model."""
    return re.sub(r"[^a-z0-9]+", "-", embedder.casefold()).strip("-")[:80] + ".json"


@lru_cache(maxsize=8)
def calibration_of(embedder: str) -> Calibration | None:
    """Return what was fitted for a model, ``None`` where nothing was."""
    source = resources.files(_FOLDER).joinpath(file_name(embedder))
    if not source.is_file():
        return None
    data = json.loads(source.read_text(encoding="utf-8"))
    if data["embedder"] != embedder:
        return None
    return Calibration(
        embedder,
        _logistic(data["answerable"]),
        _logistic(data["identity"]) if data.get("identity") else None,
        _logistic(data["instruction"]) if data.get("instruction") else None,
    )


def written(calibration: Calibration) -> str:
    """Return the text of a file."""
    parts = {
        name: None if one is None else {"threshold": one.threshold, "bias": one.bias, "weights": list(one.weights)}
        for name, one in (
            ("answerable", calibration.answerable),
            ("identity", calibration.identity),
            ("instruction", calibration.instruction),
        )
    }
    return json.dumps({"embedder": calibration.embedder, **parts}, separators=(", ", ": ")) + "\n"


def _logistic(data: Mapping[str, object]) -> Logistic:
    weights, bias, threshold = data["weights"], data["bias"], data["threshold"]
    assert isinstance(weights, Sequence) and isinstance(bias, float | int) and isinstance(threshold, float | int)
    return Logistic(float(bias), tuple(float(weight) for weight in weights), float(threshold))
