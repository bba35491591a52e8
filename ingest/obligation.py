"""Sentences that oblige someone, and those that only report what was recommended or answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.addressee import subject_addressee
from ingest.candidate import Candidate, trimmed
from ingest.report import Block
from ingest.sentence import sentence_spans
from ingest.status import find_statuses
from redaction.text import RedactedText

MODAL = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to|is to be|are to be|has to|have to|recommends?|may no longer|"
    r"to ensure|"
    r"be required to)\b",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"\b(?:(?:[Ww]e|I)(?:\s+(?:also|therefore|further|again|strongly|urgently|"
    r"reiterate and))*\s+(?:recommend\b(?!ed)|urge\b|call (?:up)?on\b|(?:repeat|reiterate|renew) (?:our|my|"
    r"the) recommendation)|"
    r"(?:the\s+)?(?:[A-Z]{2,8}|Committee|Subcommittee|delegation|Inspectorate|Inspector|Ombuds\w*|Commission|"
    r"Commissioner|"
    r"Mechanism|NPM|Office|Panel|Defender|visiting team|Council|Department|Board|Unit|inspectors|delegates|mission)"
    r"(?:\s+(?:therefore|also|further|again|strongly|thus|consequently|once|accordingly|would|hereby|wishes|"
    r"to|like))*\s+"
    r"(?:reiterates? (?:its|the) recommendation|recommends?\b(?!ed)|calls? upon\b|calls? on\b|urges?\b)|"
    r"[Ii]t is (?:therefore |strongly |also )?recommended\b|reiterates its recommendation)",
)
_PAST = re.compile(
    r"\b(?:had|was|were|previously|earlier|last (?:year|visit)|in (?:its|the) (?:previous|last|"
    r"earlier))\b[^.]{0,60}\brecommend",
    re.IGNORECASE,
)
_IMPERATIVE_NOT = re.compile(
    r"^(?:the|a|an|this|these|those|there|it|in|on|at|of|for|with|we|our|they|he|she|by|from|as|all|some|no|"
    r"one|many|most|since|"
    r"during|after|before|when|while|where|if|because|but|and|however|although|each|every|following|see|page|"
    r"table|figure|"
    r"staff|prisoners?|detainees?|patients?|residents?|children|people|persons|inspectors?|\w+ly|\d\S*)\b",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(r"^\S+\s+(?:was|were|is|are|had|has|have|did|does|do|been)\b")
_REPLY = re.compile(
    r"\b(?:replied|accepted|agreed with|rejected|responded|wrote on|stated on|had not replied|not replied)\b",
    re.IGNORECASE,
)
_NUMBERED_ONES = re.compile(r"\brecommendations?\s+(?:nos?\.?\s*|numbers?\s+)?\d", re.IGNORECASE)
_BOILERPLATE = re.compile(r"recommendations contained in the present report|should not be construed", re.IGNORECASE)
LONGEST_PROSE = 900


def obliges(text: str, listed: bool) -> bool:
    """Say whether a paragraph of a recommendations section recommends: it obliges someone, or commands."""
    if len(text) > LONGEST_PROSE or _BOILERPLATE.search(text):
        return False
    if (_REPLY.search(text) or find_replies(text)) and not re.search(r"\b(?:should|must)\b", text):
        return False
    if MODAL.search(text if listed else next((text[a:b] for a, b in sentence_spans(text)), "")):
        return listed or not re.match(r"[A-Z][a-z]+: ", text)
    if re.match(r"to [a-z]", text, re.IGNORECASE):
        return True
    if not listed or _IMPERATIVE_NOT.match(text) or _PAST_VERB.match(text):
        return False
    return bool(re.match(r"[A-Z][a-z]+(?:,? (?:and )?[a-z]|\s\S)", text))


def inline_recommendations(block: Block[RedactedText], start: int) -> Iterator[Candidate]:
    """Find sentences of a narrative paragraph that recommend: ``The Committee recommends that ...``."""
    text = block.text
    if "recommend" not in text and "calls" not in text and "urge" not in text:
        return
    for first, last in sentence_spans(text, start):
        sentence = text[first:last]
        if _INLINE.search(sentence) is None or _PAST.search(sentence) or find_replies(sentence):
            continue
        exact = trimmed(text, first, last)
        yield Candidate("recommendation", exact, block, None, subject_addressee(exact), inline=True)


def find_replies(sentence: str) -> bool:
    """Say whether a sentence reports an answer to recommendations rather than making one."""
    return bool(_NUMBERED_ONES.search(sentence)) and bool(find_statuses(sentence))
