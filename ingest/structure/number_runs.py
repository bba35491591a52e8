"""Numbers of paragraphs that only the run they stand in tells from words: ``17 Cells``, ``A. The Committee``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import BlockKind, ParsedBlock

_BARE = re.compile(r"(\d{1,3})\s+(?=[A-Z\"“(\[])")
_CAPITAL = re.compile(r"([A-Z]|[IVX]{1,5})[.)]\s+(?=[A-Z\"“(\[])")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def number_runs(blocks: Sequence[ParsedBlock]) -> dict[int, str]:
    """Find the numbers with which paragraphs open that only their neighbours can tell.

    A number without a stop (``17 The cells``) counts in a run of three or more, a capital letter or Roman number
    (``A.``, ``IV.``) in one of two or more.

    Args:
        blocks: in reading order.

    Returns:
        The number by index of the block.
    """
    runs: list[list[tuple[int, int]]] = [[]]
    for index, block in enumerate(blocks):
        found = _BARE.match(block.text) if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) else None
        if found is None or block.table is not None:
            continue
        value = int(found[1])
        if runs[-1] and value != runs[-1][-1][1] + 1:
            runs.append([])
        runs[-1].append((index, value))
    found_numbers = {index: str(value) for run in runs if len(run) >= 3 for index, value in run}
    return found_numbers | _capital_numbers(blocks)


def _capital_numbers(blocks: Sequence[ParsedBlock]) -> dict[int, str]:
    """Find paragraphs that open with ``A.`` or ``I.``: an initial of a name is no number, so only a run counts."""
    found: dict[int, str] = {}
    for names in (_ROMANS, tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")):
        runs: list[list[int]] = []
        for index, block in enumerate(blocks):
            match = _CAPITAL.match(block.text) if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) else None
            if match is None or block.table is not None or block.number is not None or index in found:
                continue
            if match[1] == names[0]:
                runs.append([index])
            elif runs and len(runs[-1]) < len(names) and match[1] == names[len(runs[-1])]:
                runs[-1].append(index)
        found |= {index: names[place] for run in runs if len(run) >= 2 for place, index in enumerate(run)}
    return found
