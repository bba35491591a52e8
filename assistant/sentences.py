"""Sentences: quotable pieces of a passage, each an exact substring of it."""

from __future__ import annotations

import re

from assistant.terms import word_list

# Abbreviations after which a full stop does not end a sentence; all lower case, without the stop.
_ABBREVIATIONS = frozenset(
    word_list(
        """
    art arts para paras no nos mr mrs ms dr prof st hon sgt insp supt gov cf e.g i.e etc vs approx fig sec ch
    vol p pp rec recs ref reg dept co ltd inc jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k
    ed al
    """
    )
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-ÖØ-Þ])")
_ROW_KINDS = frozenset({"table_row"})
LONGEST = 600


def split_sentences(text: str, block_kind: str = "paragraph") -> list[str]:
    """Split a passage; table rows stay whole, abbreviations and initials do not end a sentence.

    Args:
        text: one passage.
        block_kind: a ``BlockKind`` value; rows are one sentence.

    Returns:
        Stripped pieces in order, each an exact substring of ``text``; empty for blank text.
    """
    stripped = text.strip()
    if not stripped:
        return []
    if block_kind in _ROW_KINDS or " | " in stripped:
        return [stripped]
    pieces: list[str] = []
    start = 0
    for match in _END.finditer(stripped):
        if _ends_in_abbreviation(stripped[start : match.start()]):
            continue
        pieces.append(stripped[start : match.start()].strip())
        start = match.end()
    pieces.append(stripped[start:].strip())
    return _join_labels([piece for piece in pieces if piece], stripped)


def _ends_in_abbreviation(piece: str) -> bool:
    if not piece.endswith("."):
        return False
    word = re.split(r"[\s(]", piece[:-1])[-1].strip("\"'“‘").casefold()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _join_labels(pieces: list[str], whole: str) -> list[str]:
    """Join a bare number or label ("3.", "Ask 2.") to the sentence after it, so that no quote is only a number."""
    joined: list[str] = []
    for piece in pieces:
        if joined and len(joined[-1].split()) <= 3 and re.search(r"\d\W*$|^[A-Z]\w{0,14} ?\d*\W*$", joined[-1]):
            start = whole.find(joined[-1])
            end = whole.find(piece, start) + len(piece)
            joined[-1] = whole[start:end]
        else:
            joined.append(piece)
    return joined
