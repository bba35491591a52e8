"""Joining the parts of one name that detectors found one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redaction.span import Span, SpanType

# What stands between the two names of one person.
_BORN_AS = re.compile(
    r"[ \n]\(?(?:rođ\.|née?|geb\.|z d\.|vulgo|alias|a\.?k\.?a\.?|dite?|detto|(?:son|daughter) of|born|@|\(a\)|b\.|bt\.|bin|binti|bte\.?|[sdw]/o|a/[lp]|vda\. de|y)[ \n][\"“‘«]?"  # noqa: E501
)
# What stands between the names of two persons; a comma between names with initials alone: "Example, Ann" is one.
_BETWEEN_TWO = re.compile(r"\s(?:[/&+]|and)\s|;\s|,\s")
_INITIALLED = re.compile(
    r"(?:[^\W\d_]{1,2}\.[ ]?)+(?:-[A-Z]\.[ ]?)?[^\W\d_][\w'’ -]+|[^\W\d_][\w'’ -]+(?:[ ][^\W\d_]\.?)+"
)
# What stands between names in a row.
_IN_A_ROW = re.compile(r",?[ ](?:and|&)[ ]|[ ]?/[ ]?|[ ]?\+[ ]?")
_WIDEST = 6
_LONGEST_ROW = 400
# "19 January Ann": the date before a name is none of it.
_DATE_BEFORE = re.compile(
    r"(?<=\d )(?:January|February|March|April|May|June|July|August|September|October|November|December)[ ](?=[^\W\d_])"
)
# What belongs to the name after it: an initial of two letters ("Ts. Example", "Kh.T. Example"), a size ("Big Tam"), a
# word that begins with an I which a scan took for an l.
_TWO_LETTERS = r"(?:Abd|Ch|Chr|Cs|Dj|Dz|Gh|Gr|Gy|Kh|Ll|Md|Mohd|Ny|Sh|Sz|Th|Ts|Wm|Ya|Ye|Yu|Zh|Zs)\."
_AHEAD = re.compile(
    rf"(?:(?<![\w.]){_TWO_LETTERS}[ ]?(?:[A-Z]\.[ ]?){{0,2}}|(?<![\w'’-])(?:Big|Wee|Lil|Auld|Little)[ ]"
    r"|(?<!\w)l[bcdfghjkmnpqrstvwxz][a-z]{2,}[ ])$"
)
_BEHIND = re.compile(rf"[ ]{_TWO_LETTERS}(?:[ ]?[A-Z]\.)?(?=[,;)|\n]|[ ]?$)")
_NEAR = 16
_NAMED = re.compile(r"[^\W\d_][\w'’.-]+(?:[ ][\w'’.-]+)*")


def joined_names(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join names with nothing but a space, a particle or an "alias" between them: they are one name.

    Args:
        text: that the offsets belong to.
        spans: without overlaps, sorted.
    """
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        between = text[last.end : span.start] if last else ""
        if last and last.type is span.type is SpanType.NAME and _one_name(text, last, between):
            joined[-1] = Span(
                last.start, span.end, span.type, max(last.score, span.score),
                tuple(sorted({*last.detectors, *span.detectors})), last.role or span.role,
            )  # fmt: skip
        else:
            joined.append(span)
    return [_with_initials(text, span) if span.type is SpanType.NAME else span for span in joined]


def _with_initials(text: str, span: Span) -> Span:
    """Return a name with the initials or the word that stand beside it and that no detector reads as its part."""
    ahead = _AHEAD.search(text, max(0, span.start - _NEAR), span.start)
    behind = _BEHIND.match(text, span.end)
    start, end = ahead.start() if ahead else span.start, behind.end() if behind else span.end
    return replace(span, start=start, end=end) if ahead or behind else span


def _one_name(text: str, last: Span, between: str) -> bool:
    """Say whether what stands between two names joins them; a full stop does so after an initial alone."""
    if _BORN_AS.fullmatch(between):
        return True
    if between in (".", ". "):
        return last.end - last.start < 3 or not text[last.end - 2].isalnum()
    if between == "\n":
        # Unless the row of a table ends.
        return " | " not in text[max(text.rfind("\n", 0, last.end), last.start - _LONGEST_ROW, 0) : last.end]
    return between in (" ", "-", "’", "'")


def parted_names(text: str, spans: Sequence[Span]) -> list[Span]:
    """Cut names that hold two persons, "A. Example, B. Sample" and "Ann Example / Bo Sample", so that each has its own.

    Args:
        text: that the offsets belong to.
        spans: without overlaps, sorted.
    """
    return [part for span in spans for part in (_parted(text, span) if span.type is SpanType.NAME else (span,))]


def _parted(text: str, span: Span) -> Iterator[Span]:
    month = _DATE_BEFORE.match(text, span.start, span.end)
    start = month.end() if month else span.start
    for gap in _BETWEEN_TWO.finditer(text, span.start, span.end):
        if gap.start() <= start:
            continue
        whole = _INITIALLED if gap.group().startswith(",") else _NAMED
        if whole.fullmatch(text, start, gap.start()) and whole.match(text, gap.end(), span.end):
            yield replace(span, start=start, end=gap.start())
            start = gap.end()
    yield replace(span, start=start, end=span.end)


def beside_names(text: str, doubts: Sequence[Span], names: Sequence[Span]) -> Iterator[Span]:
    """Yield the doubtful names that stand in one row with names: "Frost and Example were on duty".

    Args:
        text: that the offsets belong to.
        doubts: spans that may be names.
        names: spans that are.
    """
    ends = {name.end for name in names if name.type is SpanType.NAME}
    starts = {name.start for name in names if name.type is SpanType.NAME}
    for doubt in doubts:
        after = _IN_A_ROW.match(text, doubt.end)
        low = max(0, doubt.start - _WIDEST)
        before = (start for start in range(low, doubt.start) if start in ends)
        behind = any(_IN_A_ROW.fullmatch(text, start, doubt.start) for start in before)
        if behind or (after and after.end() in starts):
            yield doubt
