"""Numbers with their nouns: "1 report", "2 reports", "no entries"."""

from __future__ import annotations

_PLURALS = {"entry": "entries", "register entry": "register entries"}


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {_PLURALS.get(noun, f'{noun}s')}"
