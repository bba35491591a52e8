"""Encoded pairs of several lengths as the tensors of one batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch


def padded(rows: Sequence[Any]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask and segments, each (rows, pieces).

    Args:
        rows: encodings with ``ids`` and ``type_ids``, at least one.
    """
    # Few widths: the processor's library keeps a plan for every shape that it has seen.
    width = -(-max(len(row.ids) for row in rows) // 16) * 16
    ids, mask, kinds = np.zeros((3, len(rows), width), dtype=np.int64)
    for place, row in enumerate(rows):
        ids[place, : len(row.ids)] = row.ids
        mask[place, : len(row.ids)] = 1
        kinds[place, : len(row.ids)] = row.type_ids
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(kinds)
