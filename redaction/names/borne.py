"""Ordinary words that somebody of the text bears as a surname: "Jan Block" makes a name of a later "Block"."""

from __future__ import annotations

import re
from collections.abc import Callable

from redaction.recognizers.lexis import CAPITALISED


def is_borne(text: str, word: str, is_name: Callable[[int, int], bool]) -> bool:
    """Say whether a word stands somewhere in a text as the last of a whole name.

    Args:
        text: of the manuscript.
        word: with a capital.
        is_name: says whether the range of the word before it is a name.
    """
    pattern = re.compile(rf"(?<![\w'’-])(?P<given>{CAPITALISED})[ ]{re.escape(word)}(?![\w'’-])")
    return any(is_name(*match.span("given")) for match in pattern.finditer(text))
