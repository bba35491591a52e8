"""The two sides of a link: entries of a later document with what they say of themselves, and earlier ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ingest.links.likeness import words_of
from ingest.passage import DocumentKind, DocumentRecord, RegisterEntry

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Relation = Literal["responds_to", "judges", "repeats"]
ASKED = frozenset({"recommendation", "request_for_information", "area_for_improvement", "concern", "deficiency"})
_SAYING = ASKED | {"response", "progress"}
_MOST_ENTRIES = 1000  # of one document; the matrix of two such documents takes some 50 MB
_FEW_WORDS = 7  # telling ones: "The recommendation was accepted and is now being implemented."
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
    r"(?:recommendations|report))\b|"
    r"\basked for (?:an?|its|their|your) (?:\w+ )?(?:reply|response|answer)\b|"
    r"\bsend (?:its|their|your) position on the (?:report|recommendations)\b",
    re.IGNORECASE,
)
# A count of what was done is no verdict on any one of them.
_COUNT = re.compile(
    r"^(?:[^.;]{0,60}\b)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|half|"
    r"most|none|all)"
    r" (?:of|out of) (?:the |our |its |these )?(?:\w+ ){0,2}recommendations\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an entry in its document.

    Attributes:
        heading: above it.
        lead: what leads it in and is no part of it (``(Repeated) To the Ministry:``).
        before: the passage before its own, where that is no entry and asks for something: an answer often follows what
            it answers.
        paragraph: number of the last numbered paragraph before it, or its own.
        vector: of the passage in which it stands.
        stretch: of its passage, between the entry before it and its own text: a short verdict says what of there.
    """

    heading: str = ""
    lead: str = ""
    before: str = ""
    paragraph: str = ""
    vector: npt.NDArray[np.float32] | None = None
    stretch: str = ""


# Gives contexts by id of the entry; without it only words, numbers and order tell.
Around = Callable[[DocumentRecord, Sequence[RegisterEntry]], Mapping[str, Context]]
_NOTHING = Context()


@dataclass(frozen=True)
class Side:
    """One document with those of its entries that can be linked.

    Attributes:
        words: of each entry, by id.
        again: ids of entries that say of themselves that they are made again.
        new: ids of entries that say that they are made the first time, or that only ask for a reply.
    """

    record: DocumentRecord
    saying: tuple[RegisterEntry, ...]
    asked: tuple[RegisterEntry, ...]
    words: dict[str, frozenset[str]]
    again: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    contexts: Mapping[str, Context] = field(default_factory=dict)

    def context(self, entry: RegisterEntry) -> Context:
        """Return what stands around an entry."""
        return self.contexts.get(entry.entry_id, _NOTHING)


def side(record: DocumentRecord, entries: Sequence[RegisterEntry], around: Around | None = None) -> Side:
    """Prepare a document.

    Args:
        record: the document.
        entries: its entries, in order.
        around: what stands around them.
    """
    saying = tuple(entry for entry in entries if entry.kind in _SAYING and not _is_count(entry))[:_MOST_ENTRIES]
    contexts = around(record, saying) if around is not None else {}
    openings = {
        entry.entry_id: " ".join((_label(entry, context), context.lead, entry.text[:160]))
        for entry in saying
        for context in (contexts.get(entry.entry_id, _NOTHING),)
    }
    new = {entry.entry_id for entry in saying if _NEW.search(openings[entry.entry_id]) or _only_asks_reply(entry)}
    return Side(
        record,
        saying,
        tuple(entry for entry in saying if entry.kind in ASKED),
        {entry.entry_id: _own_words(entry) | _restated(entry, contexts) for entry in saying},
        frozenset(name for name, opening in openings.items() if _AGAIN.search(opening)) - new,
        frozenset(new),
        contexts,
    )


def relation_of(record: DocumentRecord, source: RegisterEntry) -> Relation:
    """Say how an entry of a later document can be about an earlier entry."""
    if record.kind is DocumentKind.RESPONSE or source.kind == "response":
        return "responds_to"
    return "judges" if source.kind == "progress" or source.status_verified else "repeats"


def _is_count(entry: RegisterEntry) -> bool:
    return entry.kind == "progress" and entry.number is None and bool(_COUNT.search(entry.text))


def _own_words(entry: RegisterEntry) -> frozenset[str]:
    """Return the words of an entry without those of its addressee, whom many others have too."""
    words = words_of(entry.text)
    own = words - words_of(entry.addressee) if entry.addressee else words
    return own if len(own) >= _LEAST_WORDS else words


def _restated(entry: RegisterEntry, contexts: Mapping[str, Context]) -> frozenset[str]:
    """Return the words of what an answer without a number follows, or of what a short verdict or answer ends."""
    if entry.kind not in ("response", "progress") or entry.entry_id not in contexts:
        return frozenset()
    context = contexts[entry.entry_id]
    follows = entry.kind == "response" and entry.number is None
    ends = len(words_of(entry.text)) < _FEW_WORDS
    return words_of(" ".join((context.before if follows else "", context.stretch if ends else "")))


def _label(entry: RegisterEntry, context: Context) -> str:
    """Return the heading of an entry, unless it speaks of both: ``New and repeated recommendations``."""
    told = entry.locator if entry.locator.startswith(("section: ", "Recommendation")) else context.heading
    return "" if re.search(r"\bnew\b", told, re.IGNORECASE) and _AGAIN.search(told) else told


def _only_asks_reply(entry: RegisterEntry) -> bool:
    return entry.kind == "request_for_information" and bool(_ASKS_REPLY.search(entry.text))
