"""The two sides of a link: entries of a later document with what they say of themselves, and earlier ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ingest.links.likeness import words_of
from ingest.passage import DocumentKind, DocumentRecord, RegisterEntry

if TYPE_CHECKING:
    from ingest.links.likeness import Matrix

Relation = Literal["responds_to", "judges", "repeats"]
ASKED = frozenset({"recommendation", "request_for_information", "area_for_improvement", "concern", "deficiency"})
_SAYING = ASKED | {"response", "progress"}
_MOST_ENTRIES = 1000  # of one document; the matrix of two such documents takes some 50 MB
_LEAST_WORDS = 3  # that are left without those of the addressee
# What a recommendation says of itself, in its text or its heading.
_AGAIN = re.compile(
    r"\b(?:repeat(?:s|ed|ing)?|reiterat\w+|re-?iterat\w+|once (?:again|more)|(?:we|i|and|must|would|to)? ?again "
    r"(?:recommend|call|urge|ask|request|invite)\w*|(?:recommends?|calls?|urges?|asks?|invites?) (?:once )?again|"
    r"renew(?:s|ed)? (?:its|the|our) (?:recommendation|call|request)|remains? valid|still outstanding|"
    r"(?:put|make|made|raise[sd]?|issue[sd]?) (?:\w+ ){0,3}again|(?:already|previously|earlier) (?:made|recommended)|"
    r"as (?:already |previously )?recommended (?:in|after|by|"
    r"following)|unfulfilled|previous recommendation)\b",
    re.IGNORECASE,
)
_NEW = re.compile(r"\bnew (?:recommendation|measure|request|concern|proposal)s?\b", re.IGNORECASE)
# Every report asks for a reply: that is no matter of its own.
_ASKS_REPLY = re.compile(
    r"\b(?:submit|provide|send|communicate|report|inform|receive|furnish|forward|transmit|reply|respond)"
    r"\w*\b[^.;]{0,80}?"
    r"\b(?:(?:its|their|any|written) (?:observations|comments)|(?:an?|the|its|their) (?:\w+ )?(?:response|reply|"
    r"action plan)|"
    r"account of (?:the )?(?:action|measures|steps)|(?:implementation|action taken|measures taken|steps taken|"
    r"follow-up)[^.;]{0,30}"
    r"(?:recommendations|report))\b",
    re.IGNORECASE,
)
# A count of what was done is no verdict on any one of them.
_COUNT = re.compile(
    r"^(?:[^.;]{0,60}\b)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|half|"
    r"most|none|all)"
    r" (?:of|out of) (?:the |our |its |these )?(?:\w+ ){0,2}recommendations\b",
    re.IGNORECASE,
)
# What an answer is about, before it answers.
_LEAD = re.compile(r"(?:\W*\d[\d.]*\W+)?(?P<lead>[^\W\d][^:.;|]{3,70})(?::\s|\s+[–|]\s)")
_MARKED, _MADE_NEW, _NEVER = 0.17, 0.3, 1.0


@dataclass(frozen=True)
class Side:
    """One document with those of its entries that can be linked, their words, and what they say of themselves.

    Attributes:
        leads: words of a lead such as ``Natural light: six of nine stations comply``, by the id of an answer.
    """

    record: DocumentRecord
    saying: tuple[RegisterEntry, ...]
    asked: tuple[RegisterEntry, ...]
    words: dict[str, frozenset[str]]
    said: dict[str, float]
    leads: dict[str, frozenset[str]] = field(default_factory=dict)


# Gives cosines, one row for each saying entry of the later side, one column for each asked of the earlier.
Nearness = Callable[[Side, Side], "Matrix"]
# Gives what stands before each answer that bears no number, by id of the answer.
Restated = Callable[[DocumentRecord, Sequence[RegisterEntry]], Mapping[str, str]]
# Gives numbers of the paragraphs that entries without a number follow, by id of the entry.
Under = Callable[[Side], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Around:
    """What more than the entries themselves tells what they are about; without it only words, numbers and order do.

    Attributes:
        nearness: how near entries are in meaning.
        under: which paragraphs entries without a number follow; answers go by the numbers of paragraphs.
        restated: what stands before answers without a number; asked only for responses.
        lead: what leads in a recommendation and is no part of it; asked for all other documents.
    """

    nearness: Nearness | None = None
    under: Under | None = None
    restated: Restated | None = None
    lead: Restated | None = None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An entry with the earlier one that it is about.

    Attributes:
        confidence: 0 to 1, provided that both documents are about one place.
        likeness: of the wording, 0 to 1.
        why: what it rests on, without text.
    """

    source: RegisterEntry
    target: RegisterEntry
    relation: Relation
    confidence: float
    likeness: float
    why: str


def side(record: DocumentRecord, entries: Sequence[RegisterEntry], around: Around | None = None) -> Side:
    """Prepare a document.

    Args:
        record: the document.
        entries: its entries.
        around: what stands before them.
    """
    answers = record.kind is DocumentKind.RESPONSE
    around = around or Around()
    before = around.restated if answers else around.lead
    led = before(record, entries) if before is not None else {}
    saying = tuple(entry for entry in entries if entry.kind in _SAYING and not _is_count(entry))[:_MOST_ENTRIES]
    asked = tuple(entry for entry in saying if entry.kind in ASKED)
    words = {entry.entry_id: _own_words(entry) for entry in saying}
    leads = {
        entry.entry_id: words_of(lead["lead"])
        for entry in saying
        if entry.kind not in ASKED and (lead := _LEAD.match(entry.text)) is not None
    }
    if answers:
        leads |= {name: words_of(text) for name, text in led.items() if name in words}
    said = {entry.entry_id: _said(entry, "" if answers else led.get(entry.entry_id, "")) for entry in saying}
    return Side(record, saying, asked, words, said, leads)


def _is_count(entry: RegisterEntry) -> bool:
    return entry.kind == "progress" and entry.number is None and bool(_COUNT.search(entry.text))


def _own_words(entry: RegisterEntry) -> frozenset[str]:
    """Return the words of an entry without those of its addressee, whom many others have too."""
    words = words_of(entry.text)
    own = words - words_of(entry.addressee) if entry.addressee else words
    return own if len(own) >= _LEAST_WORDS else words


def relation_of(record: DocumentRecord, source: RegisterEntry) -> Relation:
    """Say how an entry of a later document can be about an earlier entry."""
    if record.kind is DocumentKind.RESPONSE or source.kind == "response":
        return "responds_to"
    return "judges" if source.kind == "progress" or source.status_verified else "repeats"


def _said(source: RegisterEntry, lead: str) -> float:
    """Return what a recommendation says of itself, or what leads it in: that it is made again, or the first time."""
    if source.kind == "request_for_information" and _ASKS_REPLY.search(source.text):
        return -_NEVER
    heading = source.locator if source.locator.startswith(("section: ", "Recommendation")) else ""
    opening = f"{heading} {lead} {source.text[:160]}"
    return -_MADE_NEW if _NEW.search(opening) else _MARKED if _AGAIN.search(opening) else 0.0
