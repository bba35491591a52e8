"""Replies that name the codes of what they answer: ``As to GV-1, ...``, ``Item (b) has been attended to``.

A letter may take up several in one paragraph, and one where no reader looks for it: ``Nor can we comment on item (e)``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.claims import claimed_in
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses
from ingest.report import Block
from redaction.text import RedactedText

_NOUN = (
    r"(?i:items?|points?|recommendations?|recs?\.|paragraphs?|paras?\.?|par\.|sub-?paragraphs?|proposals?|requests?|"
    r"letters?|lit\.?|measures?)"
)
_LETTERED = r"\((?:[a-h]|[ivx]{1,5})\)"
_BY_LETTERS = r"[A-Z]{1,4}-\d{1,2}"
_BY_YEAR = r"\d{1,3}/(?:19|20)\d\d"
_ONE = rf"(?:{_LETTERED}|{_BY_LETTERS}|{_BY_YEAR})"
_CODES = re.compile(
    rf"(?<![\w/-])(?:(?P<noun>{_NOUN})\s+)?(?P<list>{_ONE}(?:\s*(?:,\s*(?:and\s+)?|and\s+|&\s*){_ONE})*)(?![\w/-])"
)
_ABOUT = (
    r"(?:(?i:as\s+(?:to|for|regards|concerns)|with\s+(?:regard|respect|reference)\s+to|regarding|concerning|on|re|"
    r"ad|to|"
    r"in\s+(?:reply|answer|response)\s+to|in\s+respect\s+of|what\s+is\s+said\s+(?:in|of|on|to))\s+)?"
)
_OPENS = re.compile(rf"{_ABOUT}(?:(?i:the|your)\s+)?(?:{_NOUN}\s+)?{_ONE}(?![\w/-])")
_HEAD = re.compile(rf"{_OPENS.pattern}(?:\s*\([^()]{{2,60}}\))?\s*[.:,;–—-]*\s*")
_PLAIN = re.compile(_BY_LETTERS)
_ADVERBS = ("first", "second", "third", "fourth", "fifth", "sixth")
_MARKS = re.compile(
    r"(?:^|(?<=[.;!?])\s+)(?:\((?P<letter>[a-h])\)|(?P<word>(?i:" + "|".join(_ADVERBS) + r")(?:ly)?)(?=,))[\s,]+"
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Named:
    """Codes that a sentence names, with where it starts."""

    start: int
    codes: tuple[str, ...]


def coded_replies(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the answers of a reply that names codes, each from the sentence that names it to the next that does.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Responses with what they claim. Nothing where fewer than two codes are named, or none opens a sentence: one
        alone may be the number of a law, a flight or a file.
    """
    body = [b for b in blocks if b.in_body and id(b) not in taken]
    named = [(block, [*_named_in(block)]) for block in body]
    styles = Counter(
        style for style, _ in {(_style(code), code) for _, each in named for one in each for code in one.codes}
    )
    series = [(block, [one for one in each if styles[_style(one.codes[0])] >= _LEAST]) for block, each in named]
    if not any(_OPENS.match(block.text[one.start :]) for block, each in series for one in each):
        return []
    return [answer for block, each in series for answer in _answers(block, each)]


def in_a_run(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find answers that bear letters, or count in words, one after the other: ``(a) Beds were bought. (b) ...``.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        One for each letter from the first on, of one paragraph or of several; nothing where fewer than two are told, or
        fewer than two of three claim anything, since a letter may count its own paragraphs so.
    """
    told: list[tuple[str, Candidate]] = []
    for block in blocks:
        if not block.in_body or id(block) in taken:
            continue
        marks = [*_MARKS.finditer(block.text)]
        if not (told or (marks and (marks[0].start() == 0 or marks[0]["word"]))):
            continue
        ends = [each.start() for each in marks[1:]] + [len(block.text)] * bool(marks)
        for mark, end in zip(marks, ends, strict=True):
            text = trimmed(block.text, mark.start(), end)
            said = text[len(mark.group().lstrip()) :]
            number = mark["letter"] or str(_ADVERBS.index(mark["word"].lower().removesuffix("ly")) + 1)
            told.append(
                (
                    number,
                    response_of(text, block, number, claimed=claimed_in(said)),
                )
            )
    numbers = [number for number, _ in told]
    expected = [chr(ord("a") + place) for place in range(len(told))]
    counted = [str(place + 1) for place in range(len(told))]
    claims = sum(one.status_claimed is not None for _, one in told)
    runs = numbers in (expected, counted) and len(told) >= _LEAST and claims >= _LEAST and 3 * claims >= 2 * len(told)
    return [one for _, one in told] if runs else []


def names_positions(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether two sentences or more that name codes accept or decline what bears them."""
    said = [one for one in coded_replies(blocks, set()) if _OPENS.match(one.text)]
    decided = [one for one in said if any(word in ACCEPTANCE for _, _, word in find_statuses(one.text))]
    return len(decided) >= _LEAST


def _style(code: str) -> str:
    """Return what codes of one series share: letters before a dash, a year, brackets around letters."""
    return "letters" if _PLAIN.fullmatch(code) else "years" if "/" in code else "lettered"


def _named_in(block: Block[RedactedText]) -> Iterator[_Named]:
    for start, end in sentence_spans(block.text):
        codes: list[str] = []
        for found in _CODES.finditer(block.text[start:end]):
            listed = re.findall(_ONE, found["list"])
            # "(b)" alone may be a part of a law, and "8/2024" the number of a letter.
            opens = _OPENS.match(block.text[start:end])
            codes.extend(
                code.strip("()")
                for code in listed
                if found["noun"] or _PLAIN.fullmatch(code) or (opens and not code.startswith("("))
            )
        if codes:
            yield _Named(start, tuple(dict.fromkeys(codes)))


def _answers(block: Block[RedactedText], named: Sequence[_Named]) -> Iterator[Candidate]:
    ends = [one.start for one in named[1:]] + [len(block.text)] * bool(named)
    for one, end in zip(named, ends, strict=True):
        text = trimmed(block.text, one.start, end)
        head = _HEAD.match(text)
        claimed = claimed_in(text[head.end() :] if head is not None else text)
        yield response_of(text, block, ", ".join(one.codes), claimed=claimed)
