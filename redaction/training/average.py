"""Averages the states of several stages of training: what a late stage learns is kept, what it forgets is not lost.

``python -m redaction.training.average --weights FOLDER --out FOLDER --state FILE --parts FIRST=0.5 SECOND=0.5``

Only states of one run of stages can be averaged: each must have gone on from another of them. The card takes seed,
epochs, rounds and rate from ``--told``, as people should read them.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from redaction.training.export import export
from redaction.training.network import Network

_EXACT = 1e-6


def average(states: Sequence[tuple[Mapping[str, torch.Tensor], float]]) -> dict[str, torch.Tensor]:
    """Return the weighted mean of states of one shape; whole numbers are taken from the first.

    Args:
        states: (state, share); the shares sum up to 1.

    Raises:
        ValueError: no state, or shares that do not sum up to 1.
    """
    if not states or abs(sum(share for _, share in states) - 1) > _EXACT:
        raise ValueError("shares must sum up to 1")
    first = states[0][0]
    return {
        key: sum((state[key] * share for state, share in states), start=torch.zeros_like(value))
        if value.is_floating_point()
        else value
        for key, value in first.items()
    }


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, average, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the starting weights and tokenizer.json")
    parser.add_argument("--parts", nargs="+", required=True, metavar="STATE=SHARE")
    parser.add_argument("--out", type=Path, required=True, help="where the model goes")
    parser.add_argument("--state", type=Path, help="where to write the averaged state for a later stage")
    parser.add_argument("--told", nargs=4, default=("", "", "", ""), metavar=("SEED", "EPOCHS", "ROUNDS", "RATE"))
    options = parser.parse_args(arguments)
    states = []
    for part in options.parts:
        path, _, share = part.rpartition("=")
        states.append((torch.load(path, weights_only=True), float(share)))
    network = Network(options.weights)
    network.load_state_dict(average(states))
    told = dict(zip(("seed", "epochs", "rounds", "rate"), options.told, strict=True))
    export(network, options.weights, options.out, told)
    if options.state:
        torch.save(network.state_dict(), options.state)


if __name__ == "__main__":
    main()
