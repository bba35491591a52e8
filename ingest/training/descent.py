"""Gradient descent over a network whose encoder is tuned while new layers on top of it are learnt."""

from __future__ import annotations

import sys
import time

import torch
from torch import nn

from ingest.training.schedule import rate

_NEW = 5  # times the learning rate for the layers that start at random
_LONGEST = 1.0  # norm that gradients are clipped to
_KEPT = 0.97  # of the running mean of the loss that is told, at each step
_TOLD = 10


class Descent:
    """Steps of AdamW, with the learning rate's course and a line on stderr every ten steps.

    Args:
        network: its part called ``encoder`` is tuned, all else is new.
        learning_rate: of the encoder at its highest.
        steps: how many there will be.
        began: when the run began, ``time.monotonic()``.
    """

    def __init__(self, network: nn.Module, learning_rate: float, steps: int, began: float) -> None:
        """Take the network; parameters that need no gradient are left alone."""
        named = list(network.named_parameters())
        head = [value for name, value in named if not name.startswith("encoder.")]
        body = [value for name, value in named if name.startswith("encoder.") and value.requires_grad]
        self._network, self._steps, self._began = network, steps, began
        self._optimizer = torch.optim.AdamW(
            [{"params": body}, {"params": head, "lr": _NEW * learning_rate}], lr=learning_rate
        )
        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._optimizer, lambda step: rate(step, steps))
        self._done, self._mean = 0, 0.0

    def step(self, loss: torch.Tensor) -> None:
        """Go one step down the loss of one batch."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), _LONGEST)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad()
        self._done += 1
        self._mean = _KEPT * self._mean + (1 - _KEPT) * loss.item()
        if self._done % _TOLD == 0:
            mean = self._mean / (1 - _KEPT**self._done)
            spent = time.monotonic() - self._began
            print(f"step {self._done}/{self._steps} loss {mean:.4f} {spent:.0f} s", file=sys.stderr, flush=True)
