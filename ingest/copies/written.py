"""A file as a writer made it, with an account of every character that it put there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.readers.oneline import one_line

_SPACE = re.compile(r"\s+")
# What XML 1.0 and readers of text cannot hold; nobody sees these characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a copy and what they are meant to hold.

    Attributes:
        data: the whole file.
        body: its text in order.
        furniture: for paged formats the header and the footer of each page; for Word one pair for all pages.
        pages: pages of the copy; ``None`` for formats without pages.
        vocabulary: words of the format itself, which every file of it holds.
    """

    data: bytes = field(repr=False)
    body: str = field(repr=False)
    furniture: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    pages: int | None = None
    vocabulary: str = field(default="", repr=False)


def squeezed(text: str) -> str:
    """Return the characters without white space: how a copy is compared with what it should hold."""
    return _SPACE.sub("", text)


def printable(text: str) -> str:
    """Return the text on one line, without characters that no format can hold or that nobody sees."""
    return one_line(_UNFIT.sub("", text))
