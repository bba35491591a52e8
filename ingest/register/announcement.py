"""Paragraphs that announce recommendations (``106. The recommendations below ...:``), and the items that follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.register.candidate import Candidate, trimmed
from ingest.register.verbs import VERBS_TO_STATES, commands
from ingest.report import Block, BlockKind
from ingest.structure.labels import unnumbered
from redaction.text import RedactedText

_LEAD = re.compile(r"(?:recommend\w*|requirements?|measures?|proposals?|suggestions?)\b[^.]{0,420}:$", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:\d{1,3}\.?\s+)?the (?:following )?recommendations\b(?! contained).{0,90}\b(?:below|be examined|"
    r"enjoy|support of|accepted|noted|rejected)\b",
    re.IGNORECASE,
)
# "We would be grateful if the following were attended to."
_ATTEND = re.compile(
    r"\bthe following(?:\s+\w+){0,2}\s+(?:(?:are|is|were|was|be|being|should|must|to|ought|need|needs|has|have)\s+)+"
    r"(?:\w+ly\s+)?(?:attended\s+to|done|put\s+right|addressed|corrected|remedied|acted\s+(?:up)?on|seen\s+to|carried\s+out|"
    r"taken|implemented|improved|changed|resolved|set\s+right|dealt\s+with)\b[^.:]{0,60}[.:]$",
    re.IGNORECASE,
)
# "Searches were done after each visit. That the Branch put an end to them.": what was found, before what is asked.
_TOLD_BEFORE = re.compile(
    r"(?!That\s)[^\n]{20,400}?[^\W\d]{2}\.\s+(?=That\s(?:the\s|[A-Z]|[a-z]+\s(?:management|authorit|administration)))"
)
_ASKS = re.compile(r"\b(?:should|must|shall|ought to|recommend\w*|needs? to|(?:is|are) to)\b", re.IGNORECASE)
_LATE_LEAD = 20
_LONGEST_LEAD = 800
_FRAGMENT = 40
_STATE = r"\((?=[A-Z])[^()]{3,160}\)"
_STATES = re.compile(rf"{_STATE}\s*(?:[;.]\s*/\s*|[;.]\s+(?=[A-Za-z]|\([a-z]\)\s)|[;.](?=[A-Z]))")
_STATES_AT_END = re.compile(rf"{_STATE}\s*(?:and\s*)?[;.,]?\s*(?:\[\d{{1,3}}\]\s*;?)?$")
# "... at all levels (Austria) and step up dialogue (Germany)": what a second State adds starts with a verb of its own.
_ADDED = re.compile(
    rf"(?P<states>{_STATE})(?P<joint>\s*,?\s*and\s+|\s*,\s*|\s*/\s*)(?:in particular\s+|also\s+|further\s+)?"
    r"(?P<verb>[A-Za-z]+)"
)
_OPEN_END = re.compile(r"(?:\b(?:of|to|with|for|in|on)|ing)\s*$")
_JOINT_AT_END = re.compile(r"(?:(?<=[;.])\s*/|(?<=\))\s*(?:,?\s*and|[,/]))\s*$")
_SPEAKS_OF = re.compile(r"(?:the|a|an|this|these|it|he|she|they|all)\b", re.IGNORECASE)
_LEAST_WORDS = 5
_SHORTEST = 12
_TO_ACT = re.compile(r"(?:To (?:the )?[^:;.]{3,110}:\s+)?[Tt]o [a-z]+ ")
_IN_TURN = re.compile(r";\s+(?:and\s+)?(?=to [a-z]+ )")


def announces(text: str) -> bool:
    """Say whether a paragraph announces the recommendations that come after it."""
    return len(text) < _LONGEST_LEAD and bool(_LEAD.search(text) or _BELOW.match(text) or _ATTEND.search(text))


def leads_commands(text: str, follower: Block[RedactedText] | None) -> bool:
    """Say whether a line with a colon leads to commands: ``Measures for the hospital:``, ``1) Prohibit ...``."""
    listed = follower is not None and (follower.kind is BlockKind.LIST_ITEM or follower.number is not None)
    return listed and text.endswith(":") and follower is not None and commands(unnumbered(follower.text))


def told_before(text: str) -> int:
    """Return where ``That the Service ...`` begins behind sentences that only tell; 0 where none does."""
    told = _TOLD_BEFORE.match(text)
    return told.end() if told is not None and not _ASKS.search(told.group()) else 0


def closes_with_states(text: str) -> bool:
    """Say whether a paragraph ends with the States that recommend it: ``... to education (Ghana);``."""
    return bool(_STATES_AT_END.search(text)) and not _SPEAKS_OF.match(text)


def parts(candidate: Candidate) -> Iterator[Candidate]:
    """Split what several States recommend under one number: ``Ratify X (Chile); amend Y (Ghana);``."""
    text = candidate.text
    if candidate.kind != "recommendation" or candidate.lead is None:
        yield candidate
        return
    gaps = [0, *_gaps(text), len(text)]
    order = 0
    for start, end in pairwise(gaps):
        if len(gaps) > 2 and len(text[start:end].strip()) < _FRAGMENT and "(" not in text[start:end]:
            # What is left of a page header or footnote mark after the last State.
            continue
        number = candidate.number if order == 0 or candidate.number is None else f"{candidate.number}.{order}"
        joint = _JOINT_AT_END.search(text, start, end) if end < len(text) else None
        yield replace(candidate, text=trimmed(text, start, joint.start() if joint else end), number=number)
        order += 1


def demands_of(candidate: Candidate) -> Iterator[Candidate]:
    """Split what one unnumbered item asks in turn of one addressee: ``To the Service: to close it; to move them``."""
    text = candidate.text
    if candidate.kind != "recommendation" or candidate.number is not None or candidate.inline:
        yield candidate
        return
    cuts = list(_IN_TURN.finditer(text)) if _TO_ACT.match(text) else []
    starts = [0, *(gap.end() for gap in cuts)]
    ends = [*(gap.start() for gap in cuts), len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield replace(candidate, text=trimmed(text, start, end))


def _gaps(text: str) -> list[int]:
    """Find where one State's words end and another's begin."""
    found = {gap.end() for gap in _STATES.finditer(text)}
    position = 0
    while (match := _ADDED.search(text, position)) is not None:
        position = match.end("states")
        start = max([gap for gap in found if gap <= match.start()], default=0)
        following = re.compile(_STATE).search(text, match.end())
        # "Sign (Peru) and ratify the Convention": a State right behind a verb has added no words of its own.
        before, after = text[start : match.start()], text[match.start("verb") : following.start() if following else 0]
        if (
            match["verb"].lower() in VERBS_TO_STATES
            and following is not None
            and re.match(r"\s*(?:[;.,/]|and\b|$)", text[following.end() :])
            and len(before.split()) >= _LEAST_WORDS
            and not _OPEN_END.search(before)
            and len(after.split()) >= _LEAST_WORDS - 1
        ):
            found.add(match.end("joint"))
    return sorted(gap for gap in found if gap < len(text.rstrip()))


def qualified(found: list[Candidate]) -> list[Candidate]:
    """Put the number of the announcing paragraph before numbers that start again under each one."""
    plain = Counter(c.number for c in found if c.lead is not None and c.number is not None and c.number.isdigit())
    restarts = any(count > 1 for count in plain.values()) or any(
        c.lead is not None
        and c.number is not None
        and c.lead.isdigit()
        and int(c.lead) >= _LATE_LEAD
        and c.number == "1"
        for c in found
    )
    if not restarts:
        return found
    return [
        replace(c, number=f"{c.lead}.{c.number}")
        if c.lead is not None
        and c.number is not None
        and not c.number.startswith(f"{c.lead}.")
        and c.number[:1].isdigit()
        else c
        for c in found
    ]
