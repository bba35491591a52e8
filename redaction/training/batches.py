"""Examples as tensors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch

from redaction.classification.classifier import shapes
from redaction.training.filling import ALL, Example

LONGEST = 256  # pieces
_TOKENS = 4096  # pieces of one batch, padding included


class Encoder:
    """Turns examples into batches of like length.

    Args:
        tokenizer: path of ``tokenizer.json``.
        random: for the order of batches, and for hiding letter case now and then.
    """

    def __init__(self, tokenizer: Path, random: Random) -> None:
        """Load the tokenizer."""
        import tokenizers

        self._tokenizer: Any = tokenizers.Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._random = random

    def batches(
        self, examples: Iterable[Example]
    ) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]]:
        """Yield ids, shapes, mask and sets, each (batch, pieces), in random order of batches."""
        rows = sorted((self._row(example) for example in examples), key=lambda row: len(row[0]))
        groups: list[list[tuple[list[int], list[int], list[int]]]] = [[]]
        for row in rows:
            if groups[-1] and (len(groups[-1]) + 1) * len(row[0]) > _TOKENS:
                groups.append([])
            groups[-1].append(row)
        self._random.shuffle(groups)
        for group in groups:
            width = max(len(row[0]) for row in group)
            ids, kinds, mask = (torch.zeros(len(group), width, dtype=torch.long) for _ in range(3))
            sets = torch.full((len(group), width), ALL, dtype=torch.long)
            for index, (pieces, kind, bits) in enumerate(group):
                length = len(pieces)
                ids[index, :length] = torch.tensor(pieces)
                kinds[index, :length] = torch.tensor(kind)
                sets[index, :length] = torch.tensor(bits)
                mask[index, :length] = 1
            yield ids, kinds, mask, sets

    def _row(self, example: Example) -> tuple[list[int], list[int], list[int]]:
        encoding = self._tokenizer.encode(example.text)
        kinds = shapes(example.text, encoding.offsets)
        if self._random.random() < 0.03:
            kinds = [0] * len(kinds)
        bits = [ALL if start == end else example.sets[start] for start, end in encoding.offsets]
        return encoding.ids, kinds, bits
