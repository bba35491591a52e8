"""Parsed blocks get numbers, labels, heading paths and locators that are unique and readable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from ingest.metadata.own_title import own_title
from ingest.metadata.title import is_marking, joined_headings
from ingest.readers.plain_lines import is_of_letter
from ingest.register.addressee import responsible_addressee
from ingest.report import FURNITURE_KINDS, Block, BlockKind, ParsedBlock, ParsedReport, Report
from ingest.structure.labels import Label, read_label
from ingest.structure.number_runs import number_runs

T = TypeVar("T", bound=str)

_HEADING_NUMBER = re.compile(
    r"(?:(?:chapter|section|part|annex|appendix)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.):]?\s"
)
_KNOWN_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:introduction|summary|executive summary|background|findings|key findings|"
    r"recommendations?|observations?(?:\s*(?:/|and|&)\s*(?:findings|recommendations))?|"
    r"findings\s*(?:/|and|&)\s*(?:observations|recommendations)|conclusions? and recommendations|commendations?|"
    r"conclusions?|appendix|annex|methodology|good practices?|health ?care|response|replies|areas? for improvement|"
    r"(?:recommendations?|proposals?|suggestions?)\s+(?:(?:addressed|directed|made)\s+)?(?:to|for)\s.{3,80}|"
    r"what (?:we|needs).{0,60})",
    re.IGNORECASE,
)
# "2.0 OBSERVATIONS/FINDINGS": a numbered line in capitals.
_CAPITALS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)]?\s+[A-Z][A-Z /&,’'()-]{5,70}")
# "Key: [+] complied with [-] nothing done" explains what follows, and heads none of it.
_LEGEND = re.compile(r"(?:key|legend|signs?|marks?|symbols?|scores?|scale)\b[^:]{0,40}:\s*\S", re.IGNORECASE)
_WORD_LIMIT = 12
# Round and square bullets, and the private-use code points that symbol fonts give them in PDFs.
_BULLET = re.compile(
    "(?:[\u2013\u2014*-](?=\\s)|-{1,2}>|=>|[\u2192\u21d2\u27f6\u21aa]|[\u2022\u25cf\u25a0\u25fc\u25aa\u25e6\u2043\u2023\uf0b7\uf06e\uf0a7\uf0d8])"
    # "●●○ for the most part": signs of a scale.
    "(?![\u25cf\u25cb\u25d0\u25a0\u25a1])\\s*"
)
# Lines of a form that a reader joined: "Issue 1: ... Recommendation: ... To be implemented by: ...".
_FIELD = re.compile(
    r"(?:^|(?<=[.;?!)\w])\s)(?=(?:Recommendations?|Proposals?|Issues?|Findings?|Deficienc(?:y|ies)|"
    r"Responsible(?: \w+)?|"
    r"To be implemented by|Action by|Addressees?|Addressed to|Deadline|Time ?frame|Timeline)(?: (?:[Nn]o\. "
    r"?)?\d{1,3})?: [A-Z\d])"
)
_SPLIT_AT = re.compile(r"(?<=[.;:)]) (?=(?:Recommendation|RECOMMENDATION|R)? ?\d)")


def structure(parsed: ParsedReport) -> Report[str]:
    """Find numbers, labels and the heading tree of a report.

    Args:
        parsed: blocks in reading order as a reader found them; levels and numbers may be missing.

    Returns:
        The report with one block or more for each parsed one: a block in which a reader ran several numbered
        paragraphs together is split. Texts keep their typed numbers.
    """
    blocks = [piece for block in parsed.blocks if block.text.strip() for piece in _split_run(block)]
    blocks = joined_headings(_promote_headings([_unbulleted(block) for block in blocks]))
    bare = number_runs(blocks)
    built: list[Block[str]] = []
    path: list[tuple[int, str]] = []
    for index, block in enumerate(blocks):
        level = block.level
        if block.kind is BlockKind.HEADING:
            level = _heading_level(block, bool(path), not built or all(b.kind in FURNITURE_KINDS for b in built))
            while path and path[-1][0] >= level:
                path.pop()
        label = None if block.kind in FURNITURE_KINDS or block.table is not None else _label(block, bare.get(index))
        number = label.number if label else (block.number.strip(" .") if block.number else None)
        built.append(
            Block(
                kind=block.kind,
                text=block.text,
                locator="",
                page=block.page,
                level=level,
                number=number,
                label=label.word if label else None,
                table=block.table,
                row=block.row,
                cells=block.cells,
                heading_path=tuple(heading for _, heading in path),
            )
        )
        if block.kind is BlockKind.HEADING:
            path.append((level, block.text))
    title = own_title(parsed.properties.get("title", ""), parsed.blocks)
    return relocate(Report(tuple(built), parsed.pages, parsed.warnings, title))


def relocate(report: Report[T]) -> Report[T]:
    """Build every locator afresh from a report's own text.

    A locator of an unnumbered block may quote its heading, so that it has to be built again once the headings have
    been redacted.

    Args:
        report: a structured report; redacted or not.

    Returns:
        The same report with unique locators.
    """
    used: Counter[str] = Counter()
    unnumbered: Counter[str] = Counter()
    parent = ""
    blocks: list[Block[T]] = []
    for block in report.blocks:
        if block.kind is BlockKind.HEADING:
            parent = ""
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX) and block.number:
            if _is_letter(block.number):
                blocks.append(replace(block, locator=_unique(parent + _bracketed(block.number), used)))
                continue
            parent = _name(block)
        blocks.append(replace(block, locator=_unique(_locator(block, unnumbered), used)))
    return replace(report, blocks=tuple(blocks))


def _locator(block: Block[T], unnumbered: Counter[str]) -> str:
    if block.table is not None and block.row is not None:
        return f"table {block.table} row {block.row}"
    if block.kind is BlockKind.HEADING:
        return f"section: {block.text}"[:120]
    if block.kind in (BlockKind.FOOTNOTE, BlockKind.COMMENT):
        word = block.kind.value
        marked = re.match(r"\[?(\d{1,3})\]?", block.text)
        number = block.number or (marked[1] if marked else None)
        if number is None:
            unnumbered[word] += 1
            number = str(unnumbered[word])
        return f"{word} {number.strip('[]')}"
    if block.kind in FURNITURE_KINDS:
        return block.kind.value
    if block.number or block.label:
        return _name(block)
    if block.page is not None:
        place = f"page {block.page}"
    elif block.heading_path:
        place = f"section: {block.heading_path[-1]}"[:120]
    else:
        unnumbered[""] += 1
        return f"para {unnumbered['']}"
    unnumbered[place] += 1
    return f"{place} para {unnumbered[place]}" if block.page is not None else f"{place}, para {unnumbered[place]}"


def _name(block: Block[T]) -> str:
    return Label(block.label, block.number, 0).name


def _unique(locator: str, used: Counter[str]) -> str:
    used[locator] += 1
    if used[locator] == 1:
        return locator
    while f"{locator} ({used[locator]})" in used:
        used[locator] += 1
    named = f"{locator} ({used[locator]})"
    used[named] += 1
    return named


def _is_letter(number: str) -> bool:
    return bool(re.fullmatch(r"\(?(?:[a-z]|[ivx]{1,5})\)?|\(\d{1,3}\)", number))


def _bracketed(number: str) -> str:
    return f"({number.strip('()')})"


def _label(block: ParsedBlock, bare: str | None) -> Label | None:
    if block.kind is BlockKind.HEADING:
        found = read_label(block.text)
        if found is not None and found.word is not None:
            return found
        numbered = _HEADING_NUMBER.match(block.text)
        return Label(None, numbered[1], numbered.end()) if numbered and numbered[1][0].isdigit() else None
    if block.kind in (BlockKind.FOOTNOTE, BlockKind.COMMENT):
        return None
    found = read_label(block.text)
    if found is None and bare is not None:
        return Label(None, bare, len(bare))
    return found


def _heading_level(block: ParsedBlock, has_parent: bool, is_first: bool) -> int:
    if block.level > 0:
        return block.level
    if is_first or not has_parent:
        return 1
    numbered = _HEADING_NUMBER.match(block.text)
    if numbered and numbered[1][0].isdigit():
        return 2 + numbered[1].count(".")
    return 2


def _promote_headings(blocks: Sequence[ParsedBlock]) -> list[ParsedBlock]:
    """Make short lines headings where a reader told none apart, and bare section words everywhere."""
    has_headings = sum(block.kind is BlockKind.HEADING for block in blocks) >= 2
    promoted: list[ParsedBlock] = []
    for index, block in enumerate(blocks):
        follower = next((b for b in blocks[index + 1 : index + 3] if b.kind not in FURNITURE_KINDS), None)
        between = follower is not None and index > 0 and _in_series(blocks[index - 1].text, block.text, follower.text)
        if block.kind is BlockKind.HEADING and is_marking(block.text):
            block = replace(block, kind=BlockKind.PARAGRAPH, level=0)
        elif (
            block.kind is BlockKind.PARAGRAPH
            and not is_marking(block.text)
            and not between
            and _looks_like_heading(block.text, follower, has_headings)
        ):
            block = replace(block, kind=BlockKind.HEADING)
        promoted.append(block)
    return promoted


def _in_series(before: str, text: str, after: str) -> bool:
    """Say whether a short line is one of a run of numbered items: its number stands between its neighbours'."""
    labels = [read_label(each) for each in (before, text, after)]
    numbers = [label.number if label is not None else None for label in labels]
    return _follows(numbers[1], numbers[2]) or (_follows(numbers[0], numbers[1]) and text.rstrip().endswith(")"))


def _looks_like_heading(text: str, follower: ParsedBlock | None, has_headings: bool) -> bool:
    if (
        responsible_addressee(text) is not None
        or is_of_letter(text)
        or _LEGEND.match(text)
        or len(text) > 90
        or text[-1:] in ".;:,?!|"
        or " | " in text
        or len(text.split()) > _WORD_LIMIT
    ):
        return False
    if _KNOWN_HEADING.fullmatch(text.strip(" :")) or _CAPITALS.fullmatch(text.strip()):
        return True
    if has_headings or follower is None or len(follower.text) <= len(text):
        return False
    found = read_label(text)
    if found is not None and found.word is not None and found.start < len(text):
        return False
    body = text[found.start :] if found else text
    return body[:1].isupper() and not re.search(r"\d{4}|@|\b(?:was|were|is|are|had|has|should|must)\b", body)


def _unbulleted(block: ParsedBlock) -> ParsedBlock:
    """Make a paragraph that opens with a bullet a list item, without the bullet."""
    found = _BULLET.match(block.text)
    if found is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or found.end() >= len(block.text):
        return block
    return replace(block, kind=BlockKind.LIST_ITEM, text=block.text[found.end() :])


def _split_run(block: ParsedBlock) -> Iterable[ParsedBlock]:
    """Split a paragraph in which a reader ran items together (``R1. ... R2. ...``, ``Issue: ... Action by: ...``)."""
    if block.table is None and len(_FIELD.findall(block.text)) > 1:
        cuts = [0, *(gap.end() for gap in _FIELD.finditer(block.text) if gap.start()), len(block.text)]
        for start, end in pairwise(cuts):
            yield replace(block, text=block.text[start:end].strip())
        return
    first = read_label(block.text) if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX) else None
    if first is None or first.number is None or (first.word is None and "." not in first.number):
        yield block
        return
    start, current = 0, first
    for gap in _SPLIT_AT.finditer(block.text):
        following = read_label(block.text[gap.end() :])
        if following is None or following.word != current.word or not _follows(current.number, following.number):
            continue
        yield replace(block, text=block.text[start : gap.start()])
        start, current = gap.end(), following
    yield replace(block, text=block.text[start:])


def _follows(earlier: str | None, later: str | None) -> bool:
    """Say whether one number comes next: ``1.2`` after ``1.1``, ``106.1`` after ``106``."""
    if earlier is None or later is None:
        return False
    before = [int(part) for part in re.findall(r"\d+", earlier)]
    after = [int(part) for part in re.findall(r"\d+", later)]
    if not before or not after:
        return False
    if after[:-1] == before and after[-1] == 1:
        return True
    shared = len(after) - 1
    return before[:shared] == after[:shared] and len(before) > shared and after[-1] == before[shared] + 1
