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
        few: the same where few passages were searched; ``None`` for no difference.
    """

    bias: float
    weights: tuple[float, ...]
    threshold: float
    few: float | None = None


@dataclass(frozen=True)
class Calibration:
    """What was fitted for one embedding model.

    Attributes:
        embedder: its name.
        answerable: probability that the evidence answers, over the features of :mod:`assistant.answers.abstain`.
        read: the same where passages are read with the question too, by the model that ``reranker`` names.
        identity: whether a question asks who somebody is, over its vector.
        instruction: whether a text gives orders to the service, over its vector.
    """

    embedder: str
    answerable: Logistic
    identity: Logistic | None
    instruction: Logistic | None
    read: Logistic | None = None
    reranker: str | None = None


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
        _logistic(data["read"]) if data.get("read") else None,
        str(data["reranker"]) if data.get("reranker") else None,
    )


def written(calibration: Calibration) -> str:
    """Return the text of a file."""
    parts = {
        name: None if one is None else _data(one)
        for name, one in (
            ("answerable", calibration.answerable),
            ("identity", calibration.identity),
            ("instruction", calibration.instruction),
            ("read", calibration.read),
        )
    }
    names = {"embedder": calibration.embedder, "reranker": calibration.reranker}
    return json.dumps({**names, **parts}, separators=(", ", ": ")) + "\n"


def _data(one: Logistic) -> dict[str, object]:
    few = {} if one.few is None else {"few": one.few}
    return {"threshold": one.threshold, **few, "bias": one.bias, "weights": list(one.weights)}


def _logistic(data: Mapping[str, object]) -> Logistic:
    weights, bias, threshold = data["weights"], data["bias"], data["threshold"]
    assert isinstance(weights, Sequence) and isinstance(bias, float | int) and isinstance(threshold, float | int)
    few = data.get("few")
    assert few is None or isinstance(few, float | int)
    made = tuple(float(weight) for weight in weights)
    return Logistic(float(bias), made, float(threshold), None if few is None else float(few))
