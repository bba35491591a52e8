"""Sentences: quotable pieces of a passage, each an exact substring of it."""

from __future__ import annotations

import re

from assistant.question.terms import word_list

# Abbreviations after which a full stop does not end a sentence; all lower case, without the stop.
_ABBREVIATIONS = frozenset(
    word_list(
        """
    art arts para paras no nos mr mrs ms dr prof st hon sgt insp supt gov cf e.g i.e etc vs approx fig sec ch
    vol p pp rec recs ref reg dept co ltd inc jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k
    ed al col capt lt cpl maj gen pte sen rev fr ul str nr tel ext
    """
    )
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-ÖØ-Þ])")
_ROW_KINDS = frozenset({"table_row"})
# Only numbers that cannot be the subject: "18 of the 50 arrivals" keeps its number.
_NUMBERING = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3})+[a-z]?\.?|\d{1,3}[a-z]?[.)]|\([a-z0-9]{1,3}\)|[•●▪*–-])\s+(?=[\"'“‘(\[]*[A-Z])"
)
# Marks of footnotes around a sentence.
_MARKS = re.compile(r"^\[\d{1,3}\]\s+|(?<=[.!?])\[\d{1,3}\]$")
_LEANS = re.compile(r"^(?:This|That|These|Those|They|He|She|Such)\b")
_LEANING_WORDS = 7
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|cannot)\b"
    r"|\b[a-z]{3,}(?:ed|es|ing)\b|\b(?:held|kept|made|said|told|found|gave|took|left|went|came|saw|met|felt|slept|ran|"
    r"sent|got|began|rose|fell|lay|led|paid|read|wrote|spoke|spent|stood|use|accept|reject|work|remain|lack|need)s?\b"
)
_RUN_IN_WORDS = 7
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
    return _join_leaning(_join_labels([piece for piece in pieces if piece], stripped), stripped)


def without_number(sentence: str) -> str:
    """Return a sentence without the number of its paragraph or list item; what is left is a substring of it."""
    return _MARKS.sub("", _NUMBERING.sub("", sentence, count=1))


def with_heading(pieces: list[str], whole: str) -> list[str]:
    """Join the first of several pieces, a heading that is no answer by itself, to the piece after it."""
    if len(pieces) < 2:
        return pieces
    start = whole.find(pieces[0])
    end = whole.find(pieces[1], start + len(pieces[0])) + len(pieces[1])
    return [whole[start:end], *pieces[2:]]


def is_fragment(sentence: str) -> bool:
    """Say whether a piece is a run-in heading, a label or a stump, which is no answer by itself."""
    words = without_number(sentence).split()
    if " | " in sentence:
        return False
    if len(words) < 3:
        return True
    if len(words) > _RUN_IN_WORDS or any(character.isdigit() for character in "".join(words)):
        return bool(re.fullmatch(r"[A-Z]\w* (?:[A-Z]?\d+ ?)(?:\(\w+\))?\W*", " ".join(words)))
    return not _VERB.search(" ".join(words))


def _ends_in_abbreviation(piece: str) -> bool:
    if not piece.endswith("."):
        return False
    word = re.split(r"[\s(]", piece[:-1])[-1].strip("\"'“‘").casefold()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _join_leaning(pieces: list[str], whole: str) -> list[str]:
    """Join a short sentence that leans on the one before ("This is good practice.") to it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _LEANS.match(piece) and len(piece.split()) <= _LEANING_WORDS and len(joined[-1]) < LONGEST // 2:
            start = whole.find(joined[-1])
            joined[-1] = whole[start : whole.find(piece, start + len(joined[-1])) + len(piece)]
        else:
            joined.append(piece)
    return joined


def _join_labels(pieces: list[str], whole: str) -> list[str]:
    """Join a bare number or label ("3.", "Ask 2.") to the sentence after it, so that no quote is only a number."""
    joined: list[str] = []
    for piece in pieces:
        if (
            joined
            and len(joined[-1].split()) <= 3
            and re.search(r"\d\W*$|^[A-Z]\w{0,14} ?\d*(?: \(\w+\))?\W*$", joined[-1])
        ):
            start = whole.find(joined[-1])
            end = whole.find(piece, start) + len(piece)
            joined[-1] = whole[start:end]
        else:
            joined.append(piece)
    return joined
