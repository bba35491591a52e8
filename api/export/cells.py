"""Text in cells of a spreadsheet: never a formula, never more than a cell holds."""

from __future__ import annotations

import re
from typing import Final

CELL: Final = 32_767
"""Characters that a cell of an XLSX sheet holds (Excel's limit)."""
_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CUT = " [cut: the cell is full; opcat show ID gives the whole text]"


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program could take a text for a formula (CWE-1236), also after spaces."""
    return text.startswith(_STARTS) or text.lstrip(" \n").startswith(_STARTS)


def defused(text: str) -> str:
    """Return a text that opens as text: with an apostrophe before what could be taken for a formula."""
    return f"'{text}" if is_formula_like(text) else text


def fitting(text: str) -> str:
    """Return a text that a sheet can hold: without control characters, cut where the cell is full."""
    clean = _CONTROL.sub("", text)
    return clean if len(clean) <= CELL else clean[: CELL - len(_CUT)] + _CUT
