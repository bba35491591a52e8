"""A lead and the items of its list in one paragraph: ``We recommend to the Board: (i) to open a yard; (ii) ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.register.addressee import subject_addressee
from ingest.register.addressee_groups import group_addressee, introduced_addressee
from ingest.register.announced_list import AnnouncedList
from ingest.register.candidate import Candidate, trimmed
from ingest.register.groups import Groups
from ingest.register.sentence import sentence_spans
from ingest.report import Block
from redaction.text import RedactedText

# Who recommends, to whom, and the mark of the first item, or of the only one: "I recommend that: (2024/1) ...".
_LED = re.compile(
    r"(?:[Rr]ecommendations?\s+[\w–-]+(?:\s+(?:to|and)\s+\w+)?\.\s+)?"
    r"(?P<lead>(?:[^.;:()]{0,120}\b)?(?:recommends?|recommended|proposes?|proposed|suggests?|suggested|requests?|"
    r"requested|asks?|asked|urges?|urged|calls? (?:up)?on|called (?:up)?on|directs?|directed|invites?|invited|"
    r"(?:should|must|shall)(?=\s*:)|[Tt]o be (?:done|implemented|carried out) by)\b"
    r"[^.;:()]{0,140}?)(?P<colon>\s*:)?\s*\((?P<number>i|a|1|(?:19|20)\d\d/\d{1,3}|(?P<later>[ivx]{1,5}|[b-z]|\d{1,3}))\)"
    r"\s+(?:(?i:to|that it|that they|that)\s+)?(?=(?P<first>\w+))"
)
# "What we asked in paragraphs (a) to (e)" cites a list.
_CITES = re.compile(r"\b(?:paragraphs?|paras?\.?|items?|points?|letters?|recommendations?|nos?\.|under|at)\s*$")
_NEXT = re.compile(
    r"(?P<gap>\s*[;,]\s*(?:and\s+|or\s+)?|\s+and\s+)\((?P<number>[a-z]|[ivx]{1,5}|\d{1,3})\)\s+(?:(?i:to|that it|"
    r"that they|that)\s+)?"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def led_items(
    text: RedactedText, block: Block[RedactedText], groups: Groups, announced: AnnouncedList
) -> list[Candidate]:
    """Read the items that stand behind their lead, and let the lead hold for the items below.

    Args:
        text: the paragraph, without a label of its own.
        block: it.
        groups: gets the addressee that the lead names.
        announced: gets the list that it opens.

    Returns:
        The entries with their numbers; none where the paragraph leads to no item. A mark other than the first needs a
        colon before it, since ``asked for (b) a list`` enumerates.
    """
    found = _LED.match(text)
    if found is None or (found["later"] is not None and found["colon"] is None) or _CITES.search(found["lead"]):
        return []
    announced.announce("recommendation", None)
    entries: list[Candidate] = []
    while found is not None:
        following = _next_lead(text, found)
        lead = found["lead"].rstrip(" ,")
        named = (
            introduced_addressee(f"{lead}:")
            or group_addressee(f"{lead}:")
            or subject_addressee(f"{lead}:")
            or subject_addressee(f"{lead} to act")
        )
        groups.now = named or groups.now
        entries.extend(
            Candidate("recommendation", words, block, number, _own(words) or groups.now)
            for number, words in _items(text, found, following.start() if following is not None else len(text))
        )
        found = following
    return entries


def _next_lead(text: RedactedText, found: re.Match[str]) -> re.Match[str] | None:
    """Return the sentence that leads on: ``... (3) to mend the roof. The Ministry is asked (4) to hire a nurse``."""
    numbers = [found["number"], *(mark["number"] for mark in _NEXT.finditer(text, found.end()))]
    for start, _ in sentence_spans(text, found.end()):
        again = _LED.match(text, start)
        if start > found.end() and again is not None and any(again["number"] in _after(number) for number in numbers):
            return again
    return None


def _items(text: RedactedText, found: re.Match[str], end: int) -> Iterator[tuple[str, RedactedText]]:
    """Yield the items with their numbers: the rest of the paragraph is one where no further mark counts on."""
    starts = [(found["number"], found.start("first"), found.start("first"))]
    for mark in _NEXT.finditer(text, found.end(), end):
        if mark["number"] in _after(starts[-1][0]):
            starts.append((mark["number"], mark.end(), mark.start()))
    ends = [gap for _, _, gap in starts[1:]] + [end]
    for (number, start, _), last in zip(starts, ends, strict=True):
        yield number, trimmed(text, start, last)


def _after(number: str) -> set[str]:
    """Return what may come next: ``j`` and ``ii`` after ``i``."""
    if number.isdigit():
        return {str(int(number) + 1)}
    found = {following for before, following in pairwise(_ROMAN) if before == number}
    return found | ({chr(ord(number) + 1)} if len(number) == 1 else set())


def _own(words: RedactedText) -> str | None:
    named = words[:1].isupper() or words.startswith("the ")
    return subject_addressee(f"It recommends that {words}") if named else None
