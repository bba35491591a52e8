"""Weights of a linear model beside the card that names them."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.errors import PermanentIngestError


def read_weights(
    folder: Path, name: str, what: str, error: type[PermanentIngestError]
) -> tuple[dict[str, Any], dict[str, npt.NDArray[np.float32]]]:
    """Return the card ``NAME.json`` of ``folder`` and the arrays of ``NAME.npz``.

    Args:
        folder: of the model.
        name: of its files.
        what: the model in a word or two, for the message.
        error: raised where a file is missing or is not the one that the card names.
    """
    try:
        card: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
        held = (folder / f"{name}.npz").read_bytes()
    except OSError as missing:
        raise error(f"a file of the {what} is missing", hint="install the package again") from missing
    if hashlib.sha256(held).hexdigest() != card["sha256"]:
        raise error("the weights are not those of the card", hint="install the package again")
    with np.load(io.BytesIO(held), allow_pickle=False) as stored:
        return card, {array: stored[array].astype(np.float32) for array in stored.files}
