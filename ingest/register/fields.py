"""Labelled parts of an entry: ``Response: ...``, ``Status: ...``, ``Responsible: ...``, ``Deadline: ...``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dates import first_date
from ingest.register.addressee import cell_addressee
from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in, decision_in
from ingest.register.looking_back import looks_back
from ingest.register.offices import is_actor, is_office
from ingest.register.replies import ANSWERED_KINDS, opens_with_decision
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, status_of
from ingest.register.telling import decides
from redaction.text import RedactedText

_REPLY_NOUN = (
    r"(?:responses?|repl(?:y|ies)|answers?|decisions?|comments?|positions?|statements?|observations?|feedback|"
    r"remarks?|notes?|explanations?|views?|undertakings?|commitments?|stance)"
)
_AUTHORITY = (
    r"(?:(?:the\s+|its\s+)?(?:[\w’'.&()/-]+\s+){0,6}?(?:minist\w+|department\w*|authorit\w+|government\w*|"
    r"management|administration|service\w*|agency|institution|facility|director\w*|governor|superintendent|state|"
    r"police|board|council|provider|operator|prison|hospital|centre|home|commissioner)(?:['’]s?)?)"
)
_REPLY = re.compile(
    rf"(?:{_AUTHORITY}\s+)?(?:official\s+|written\s+|initial\s+|first\s+)?{_REPLY_NOUN}(?:\s+(?:of|by|from|"
    rf"received\s+from)\s+"
    r"(?:the\s+)?[A-Z][^:.]{2,90}|\s+received|\s+by\s+the\s+\w+)?(?:\s*\([^()]{3,60}\))?\s*(?P<mark>:|[.–—-](?=\s))\s*"
    rf"|(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?{_REPLY_NOUN}(?:\s+(?:of|by|from|to)\s+[^:.]{{2,90}}|\s+received)?\s*:\s*"
    rf"|(?:measures?|actions?|steps?)\s+(?:already\s+)?(?:taken|planned|announced|undertaken|"
    rf"proposed\s+by\s+[^:.]{{3,50}})"
    rf"(?:\s+(?:by|or|and)\s+[^:.]{{2,60}})?\s*:\s*"
    rf"|(?:in\s+(?:its|their|his|her)\s+(?:reply|response|answer|comments),?\s+)?{_AUTHORITY}\s+"
    r"(?:(?:has|have|had)\s+)?(?:replie[sd]|answer(?:s|ed)|respond(?:s|ed)|comment(?:s|ed)|states?|stated|writes?|"
    r"wrote)"
    r"(?:\s+(?:as\s+follows|that\s+it|on\s+[^:]{3,30}|to\s+this))?\s*:\s*"
    # "Agency: Accept in part.": who answers, and the decision.
    rf"|(?:the\s+)?(?:agency|ministry|department|authorit(?:y|ies)|government|management|service|directorate|operator|"
    r"provider|state)(?:,\s+(?:for|on\s+behalf\s+of)\s+[^:.;]{2,60})?\s*:\s*(?=(?:(?:not|partly|partially|fully|conditionally)\s+)?(?:accept|agree|reject|disagree|declin|"
    r"support|refuse|noted\b))"
    # "[Measures] The boxes were moved", "[Reply of the Ministry] ...": the label in brackets, and no colon.
    rf"|(?<=[\[【])(?:(?:measures?|actions?|steps?)(?:\s+(?:taken|planned)[^\]】]{{0,40}})?|{_REPLY_NOUN}(?:\s+(?:of|by|"
    r"from)\s+[^\]】]{2,60})?)\s*[\]】]\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"(?:(?:our|the|current|present|overall|latest)\s+)*(?:[\w’'-]+\s+){0,3}?(?:progress|judge?ments?|assessments?|"
    r"evaluations?|status|outcome|findings?|verdict|rating|result|verification|conclusion|state\s+of\s+(?:play|"
    r"implementation)|level\s+of\s+(?:implementation|compliance)|degree\s+of\s+(?:implementation|realisation)|"
    r"implementation|reali[sz]ation|fulfilment|compliance|follow[- ]?up|update)"
    r"(?:\s+(?:status|on|at|in|of|as)\b(?:\s+[^:]{1,60})?|\s+(?:19|20)\d\d)?(?:\s*\([^()]{3,60}\))?\s*"
    r"(?::|[–—](?=\s))\s*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:responsib\w+(?:\s+\w+){0,3}?|addressees?|addressed\s+to|(?:for\s+)?action(?:\s+by)?|owner|lead(?:\s+agency)?|"
    r"(?:to\s+be\s+)?implement(?:ed|ation)\s+by|implementing\s+\w+|competent\s+\w+|directed\s+(?:at|to))\s*:\s*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:deadlines?|time\s?(?:frames?|limits?|lines?|scales?)|due(?:\s+(?:date|by))?|by\s+when|target(?:\s+date)?|"
    r"(?:date\s+(?:of|for)\s+)?completion(?:\s+date)?|to\s+be\s+completed\s+by|term)\s*:\s*",
    re.IGNORECASE,
)
_KINDS = (("office", _OFFICE), ("time", _TIME), ("verdict", _VERDICT), ("reply", _REPLY))
_SPEAKER = re.compile(
    r"(?:The\s+)?(?P<name>[A-Z][^,;:.()]{2,70}?)\s+(?:also\s+|fully\s+|partly\s+|partially\s+)?(?:accepts?|agrees?|"
    r"rejects?|"
    r"supports?|does not|do not|will|has|have|considers?|notes?|cannot|declines?|welcomes?)\b"
)
_SPLIT = re.compile(r"(?<=[.;!?)\]”\"])\s+[\[(]?(?=[A-Z])|\s+[\[(](?=[A-Za-z])|\s+[|→]\s+(?=[A-Z])")
_CLOSING = re.compile(
    r"(?:\s*[\[(](?P<held>[^\[\]()]{3,60})[\])]|\s+(?:[–—→|]|-{1,2})\s+(?P<behind>[A-Za-z][^–—|]{2,50})|"
    r"(?<=[.!;])\s+(?P<last>[A-Z][^.]{2,50}))\s*\.?\s*$"
)
_CODE_BEHIND = re.compile(r"\s*(?:[(\[][A-Z]{1,4}[-. ]?\d[\d.]*[)\]]\s*)?")
_CLOSING_WORDS = 7
_LEAST_TEXT = 12


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled part.

    Attributes:
        kind: ``reply``, ``verdict``, ``office`` or ``time``.
        start: where its label starts.
        value: where its words start.
    """

    kind: str
    start: int
    value: int


def read_field(text: str, start: int = 0) -> Field | None:
    """Read the label of a field at a place of a text: ``Response of the Ministry: ...``."""
    begin = start + len(re.match(r"[\s\[(*_【]*", text[start:]).group())  # type: ignore[union-attr]
    for kind, pattern in _KINDS:
        found = pattern.match(text, begin)
        if found is not None and found.end() < len(text.rstrip()):
            return Field(kind, start, found.end())
    return None


def _looks_back(one: Candidate) -> bool:
    """Say whether the heading of an entry is of earlier recommendations, so that a verdict is what was found."""
    return bool(one.block.heading_path) and looks_back(one.block.heading_path[-1])


def part_fields(candidates: Sequence[Candidate], *, follow_up: bool) -> None:
    """Take replies, verdicts, offices and times that stand in the same block out of the words of an entry.

    Args:
        candidates: entries with or without such parts; texts, responses, statuses, addressees and times are written.
        follow_up: the document judges what became of recommendations, so that a status is what was verified.
    """
    for one in candidates:
        if one.kind in ANSWERED_KINDS and one.block.table is None:
            back = _looks_back(one)
            _part(one, follow_up=follow_up or back)
            if back and one.kind == "recommendation" and one.status_verified is not None:
                one.kind = "progress"


def labelled_parts(text: str, least: int = _LEAST_TEXT) -> list[Field]:
    """Return the labelled parts of a text, in order, behind its first words of at least so many characters."""
    fields = []
    for gap in _SPLIT.finditer(text):
        found = read_field(text, gap.end())
        if found is not None and (found.kind != "verdict" or _is_verdict(text[found.value :])):
            fields.append(Field(found.kind, gap.start(), found.value))
        elif _speaks_for_itself(text, gap.end()):
            fields.append(Field("reply", gap.start(), gap.end()))
    return [field for field in fields if field.start >= least]


def reply_beside(one: Candidate) -> None:
    """Read the reply joined to the sentence: ``... by June. (R-3) Position of the Ministry: Agreed.``."""
    start = one.block.text.find(one.text)
    end = start + len(one.text)
    behind = _CODE_BEHIND.match(one.block.text, end) if start >= 0 else None
    if behind is None or one.response is not None or behind.end() >= len(one.block.text):
        return
    field = read_field(one.block.text, behind.end())
    if field is not None and field.kind == "reply":
        take(one, "reply", trimmed(one.block.text, field.value), follow_up=False)


def _part(one: Candidate, *, follow_up: bool) -> None:
    whole = one.text
    fields = labelled_parts(whole)
    ends = [*(field.start for field in fields[1:]), len(whole)]
    for field, end in zip(fields, ends, strict=False):
        if end > field.value:
            take(one, field.kind, trimmed(whole, field.value, _without_bracket(whole, field, end)), follow_up=follow_up)
    if fields:
        one.text = trimmed(whole, 0, fields[0].start)
    _close(one, follow_up=follow_up)


def _without_bracket(text: str, field: Field, end: int) -> int:
    value = text[field.value : end].rstrip()
    unbalanced = value[-1:] in ")]" and not re.search(r"[\[(]", value)
    return field.value + len(value) - 1 if unbalanced else end


def _speaks_for_itself(text: str, start: int) -> bool:
    """Say whether ``Ministry of Health: Accepted.`` or ``The Department accepts this recommendation`` starts here."""
    rest = text[start:]
    named = re.match(r"(?:The\s+)?(?P<name>[A-Z][^.;:()]{2,70}):\s+(?=[A-Z])", rest)
    if named is not None and is_office(named["name"]):
        return status_of(rest[named.end() :]) in ACCEPTANCE
    if not re.match(r"(?:The|We)\s", rest):
        return False
    first, last = next(iter(sentence_spans(rest)), (0, 0))
    return opens_with_decision(rest) or decides(rest[first:last])


def _is_verdict(text: str) -> bool:
    return status_of(text) is not None


def _close(one: Candidate, *, follow_up: bool) -> None:
    """Read the verdict with which an entry closes: ``... every day. (Not implemented)``, ``... – Accepted``."""
    found = _CLOSING.search(one.text)
    if found is None or found.start() < _LEAST_TEXT:
        return
    words = found["held"] or found["behind"] or found["last"]
    if len(words.split()) > _CLOSING_WORDS or re.match(r"repeat|reiterat|new\b", words, re.IGNORECASE):
        return
    status = status_of(words)
    # A bare word that is a verdict only in a cell of its own may end any sentence: "... kept open".
    if status is None or (found["held"] is None and not opens_with_decision(words)):
        return
    one.text = trimmed(one.text, 0, found.start())
    _decide(one, status, follow_up=follow_up)


def take(one: Candidate, kind: str, value: RedactedText, *, follow_up: bool) -> None:
    """Write the words of a field into the entry that it belongs to."""
    if kind == "reply":
        one.response = one.response or str(value)
        one.status_claimed = one.status_claimed or claimed_in(value)
        speaker = _SPEAKER.match(value)
        if speaker is not None and is_actor(speaker["name"]):
            one.owner = one.owner or speaker["name"]
    elif kind == "verdict":
        status = status_of(value) or decision_in(value)
        if status is not None:
            _decide(one, status, follow_up=follow_up)
    elif kind == "office":
        name = cell_addressee(value)
        if name is not None and (is_actor(name) or is_office(name)):
            one.addressee = one.addressee or name
    else:
        bare = value.strip(" .;)]")
        one.due = one.due or first_date(bare) or bare or None


def _decide(one: Candidate, status: str, *, follow_up: bool) -> None:
    if follow_up and status not in ACCEPTANCE:
        one.status_verified = one.status_verified or status
    else:
        one.status_claimed = one.status_claimed or status
