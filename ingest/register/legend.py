"""The legend of a document: what its letters, signs, scores, colours and prefixes stand for, wherever it says so.

``A = accepted; N = not accepted``, ``Key: [+] done [-] nothing done``, ``The letters show the addressee: MH, Ministry
of Health; GV, Governor``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from ingest.register.table_cells import cells_of
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_MARK = r"[^\w\s\[\](){}<>,;:.=|“”\"'‘’/\\&·•]{1,5}|½"
_WORD = r"[^\W\d_]{1,10}[+-]?|\d{1,3}(?: ?%)?"
_OPEN, _CLOSE = r"[\[(“\"'‘]?", r"[\])”\"'’]?"
_SIGN = rf"{_OPEN}(?P<sign>{_MARK}|{_WORD}){_CLOSE}"
_ANY_SIGN = rf"{_OPEN}(?:{_MARK}|{_WORD}){_CLOSE}"
# Signs that no word could be: in square brackets, or no letter at all; behind them mere space may part the meaning.
_BARE = rf"(?:\[(?:{_MARK}|[A-Za-z0-9])\]|(?:{_MARK}))"
_EQUALS = r"\s*(?:=|\b(?:means?|stands?\s+for|denotes?|signif(?:y|ies)|indicates?)\b)\s*"
_ENDS = r"[;|\n]|\.(?=\s|$)|[)](?=[\s.;,]|$)"
_EQUATED = re.compile(
    rf"(?<![\w-]){_SIGN}{_EQUALS}(?P<what>[^=;|\n]{{2,120}}?)"
    rf"(?=\s*(?:,|\band\b|\bor\b)?\s*{_ANY_SIGN}{_EQUALS}|\s*(?:{_ENDS})|\s*$)"
)
_SIGNED = re.compile(
    rf"(?:^|(?<=[\s(:;,“\"]))(?P<sign>{_BARE})\s*(?:[:=,–—-]\s*)?(?P<what>[^\W\d_][^;|\n]{{1,80}}?)"
    rf"(?=\s*[,;]?\s*(?:\band\b\s*)?(?<![\w]){_BARE}\s|\s*(?:{_ENDS})|\s*$)"
)
# "green, achieved; amber, moving", "MH: Ministry of Health; GV: Governor"
_PART = re.compile(rf"\s*(?:and\s+|or\s+)?{_SIGN}\s*(?:[,:]|[–—-](?=\s))\s+(?P<what>\S[^;|]{{1,100}}?)\s*")
_PARTS = re.compile(r";|\.(?=\s|$)")
# "A done, B begun, C not done": single capitals, and nothing else in the line.
_CAPITALS = re.compile(r"(?:[^:]{2,40}:\s*)?(?P<list>[A-Z]\s[a-z][^,;.]{2,40}(?:[,;]\s*[A-Z]\s[a-z][^,;.]{2,40})+)\W*")
# "A  carried out" and "B  begun" on lines of their own.
_LINE = re.compile(r"(?P<sign>[A-H]|\d)\s*[:=–—-]?\s+(?P<what>[a-z][^.:;|]{2,60}?)\W*")
_LEAST, _LEAST_LINES = 2, 3
_SIGNS = re.compile(
    r"(?:signs?|marks?|codes?|letters?|colou?rs?|lights?|symbols?|abbreviations?|grades?|scores?|ratings?)",
    re.IGNORECASE,
)
_MEANINGS = re.compile(r"\b(?:meanings?|means?|explanations?|stands? for|description)\b", re.IGNORECASE)
_SHARE = 0.6  # of a text that is a legend
# Words of several letters that open a part are signs where they are colours or capitals, or the text explains signs.
_PLAIN_SIGN = re.compile(
    rf"{_MARK}|\d+(?: ?%)?|[A-Za-z]|[A-Z]{{2,8}}|(?i:green|amber|yellow|orange|red|white|gr[ae]y|black|blue)"
)
_EXPLAINS = re.compile(
    r"\b(?:legend|key|means?|meanings?|stand for|letters|abbreviat\w+|symbols?|scale|ratings?|grades?)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"\W*(?:legend|key|marks?|signs?|symbols?|scale|scores?|colou?rs?|ratings?|grades?|abbreviations?)\b\W",
    re.IGNORECASE,
)


class Legend:
    """What the signs of one document mean by its own words.

    Args:
        blocks: of the document, in reading order.
    """

    def __init__(self, blocks: Sequence[Block[RedactedText]]) -> None:
        """Keep what may explain signs; nothing is read before a sign is asked for."""
        self._blocks = blocks

    @functools.cached_property
    def _meanings(self) -> dict[str, str]:
        """Meanings by sign; the first explanation of a sign holds."""
        found: dict[str, str] = {}
        for sign, what in _explained(self._blocks):
            found.setdefault(sign, what)
        return found

    def meaning(self, sign: str) -> str | None:
        """Return the words that explain a sign.

        Args:
            sign: ``A``, ``[+]``, ``3``, ``Amber``, ``MJ``, with or without brackets.

        Returns:
            The words as printed; ``None`` for what the document does not explain. Letters are told apart by their
            case, longer words are not.
        """
        bare = _bare(sign)
        return self._meanings.get(_key(bare)) if bare else None

    def opening(self, text: str) -> tuple[str, int] | None:
        """Return the explained sign in brackets, or of no letter, that opens a text, and where the rest starts."""
        found = re.match(rf"\s*(?P<sign>{_BARE})\s*[:.–—-]?\s+(?=\S)", text)
        return (found["sign"], found.end()) if found is not None and self.meaning(found["sign"]) else None

    @property
    def meanings(self) -> tuple[str, ...]:
        """All explanations, as printed."""
        return tuple(self._meanings.values())


def is_legend(text: str) -> bool:
    """Say whether a text does little but explain signs: ``Green: carried out. Amber: begun. Red: nothing seen``."""
    pairs = dict(pairs_in(text))
    return len(pairs) >= _LEAST and sum(len(sign) + len(what) for sign, what in pairs.items()) >= _SHARE * len(text)


def pairs_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the signs that a text explains, each with its meaning as printed."""
    for pattern, least in ((_EQUATED, 1), (_SIGNED, _LEAST)):
        found = [(_bare(each["sign"]), each["what"].strip(" ,.;")) for each in pattern.finditer(text)]
        if len({sign for sign, _ in found}) >= least:
            yield from found
    for run in _runs(text):
        yield from run
    capitals = _CAPITALS.fullmatch(text)
    if capitals is not None:
        yield from ((part.strip()[0], part.strip()[2:]) for part in re.split(r"[,;]", capitals["list"]))


def _explained(blocks: Sequence[Block[RedactedText]]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        text = str.__str__(block.text)
        if block.table is not None or (block.kind is BlockKind.HEADING and not _OPENS.match(text)):
            continue
        for sign, what in pairs_in(text):
            yield _key(sign), what
    yield from _tabled(blocks)
    yield from _on_lines(blocks)


def _on_lines(blocks: Sequence[Block[RedactedText]]) -> Iterator[tuple[str, str]]:
    for block in explaining_lines(blocks):
        found = _LINE.fullmatch(block.text)
        if found is not None:
            yield found["sign"], found["what"]


def explaining_lines(blocks: Sequence[Block[RedactedText]]) -> list[Block[RedactedText]]:
    """Return the lines that explain a sign each, where three or more count on: ``A done``, ``B begun``, ``C nothing``.

    Args:
        blocks: of a document, in reading order.
    """
    lines: list[Block[RedactedText]] = []
    held: list[Block[RedactedText]] = []
    for block in [*blocks, None]:
        explains = block is not None and block.table is None and _LINE.fullmatch(block.text) is not None
        if explains and block is not None and (not held or ord(block.text[0]) == ord(held[-1].text[0]) + 1):
            held.append(block)
            continue
        lines.extend(held if len(held) >= _LEAST_LINES else ())
        held = []
    return lines


def _tabled(blocks: Sequence[Block[RedactedText]]) -> Iterator[tuple[str, str]]:
    """Yield the rows of tables of two columns that explain signs: by their headings, or below ``Legend``."""
    heads: dict[int, bool] = {}
    for block in blocks:
        cells = [str(each).strip() for each in cells_of(block)] if block.table is not None else []
        if block.table is None or len(cells) != _LEAST:
            continue
        if block.table not in heads:
            above = str(block.heading_path[-1]) if block.heading_path else ""
            headed = bool(_SIGNS.fullmatch(cells[0]) and _MEANINGS.search(cells[1]))
            heads[block.table] = headed or bool(_OPENS.match(f"{above} "))
            if headed:
                continue
        if heads[block.table] and re.fullmatch(_SIGN, cells[0]) and cells[1]:
            yield _key(_bare(cells[0])), cells[1].strip(" .;")


def _runs(text: str) -> Iterator[list[tuple[str, str]]]:
    """Yield runs of two parts or more, between semicolons, that each open with a sign and a comma or colon."""
    held: list[tuple[str, str]] = []
    explains = _EXPLAINS.search(text) is not None
    for part in _PARTS.split(text):
        # "The lights are ours: green, achieved": the first part of a run follows what announces it.
        found = _PART.fullmatch(part) or (_PART.fullmatch(part.rpartition(": ")[2]) if not held else None)
        if found is not None and (explains or _PLAIN_SIGN.fullmatch(found["sign"])):
            held.append((_bare(found["sign"]), found["what"].strip(" ,.")))
            continue
        if len(held) >= _LEAST:
            yield held
        held = []
    if len(held) >= _LEAST:
        yield held


def _key(sign: str) -> str:
    """Return what a sign is known by: letters are told apart by their case, longer words are not."""
    return sign if len(sign) < _LEAST else sign.casefold()


def _bare(sign: str) -> str:
    # Dashes of any length are one sign.
    bare = re.sub(r"^[\[(“\"'‘*\s]+|[\])”\"'’*.\s]+$", "", sign)
    return "-" if bare in ("–", "—", "−") else bare
