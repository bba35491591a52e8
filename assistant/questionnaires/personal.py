"""Persons: whether a question asks for one, or a sentence tells of one, whom a form for outsiders must not show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.answer import Reason
from assistant.answers.guard import suspected
from assistant.question.identity import is_identity

if TYPE_CHECKING:
    from ingest.embedding.embedder import Embedder

_PERSON = (
    r"(?:detainee|prisoner|inmate|patient|resident|man|woman|boy|girl|child|person|juvenile|migrant|asylum seeker|"
    r"interviewee|complainant)"
)
# A person who acts in an office is not one whom the form must not show.
_OFFICE = re.compile(
    r"\b(?:coordinator|director|head|governor|president|chair(?:man|woman|person)?|minister|manager|commissioner|chief|"
    r"superintendent|warden|commander|secretary|inspector|ombuds\w+|defender|prosecutor|judge|spokes\w+|"
    r"representative)\b[\w’' -]{0,40}, \[PERSON[ _-]?\d*\],?|(?<=\| )\[PERSON[ _-]?\d*\](?= \|)",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\[(?:PERSON|DETAINEE|PATIENT)[ _-]?\d*\]|"
    r"\b(?:he|she) (?:was|had|has|is|said|told|did|could|stated|reported|alleged|complained|added|described)\b|"
    rf"\b(?:one|a|an|another|this|that|the)(?: [\w-]+){{0,2}} {_PERSON}(?:[^.;,]{{0,40}})? "
    r"(?:said|told|stated|reported|alleged|complained|described|claimed|explained|had been|"
    r"was (?:held|kept|placed|beaten|taken|found|brought|transferred|handcuffed|restrained))\b",
    re.IGNORECASE,
)

# The guard knows a person by the meaning of a question, and takes one question in 350 of forms for such: it is heard
# where the question asks for a name or for who somebody is.
_NAMES = re.compile(
    r"^(?:and |please,? |kindly )*(?:(?:state|give|provide|indicate|specify|list|say|tell us|mention) "
    r"(?:(?:us )?(?:with )?(?:the )?(?:\w+ )?(?:names?|identity)|who|whose)\b|name\b|identify\b|who(?:se|m)?\b)",
    re.IGNORECASE,
)

_SOMEBODY = re.compile(
    r"\bwho(?:se|m)?\b|\b(?:detainee|prisoner|inmate|patient|resident|man|woman|men|women|boy|girl|child(?:ren)?|person|"
    r"people|juvenile|minor|migrant|asylum seeker|interviewee|complainant|officer|guard|nurse|doctor|employee|staff|"
    r"relative|victim|deceased)s?\b",
    re.IGNORECASE,
)


def asks_for_person(question: str, embedder: Embedder | None) -> bool:
    """Say whether a question of a form asks for what identifies a person."""
    if is_identity(question):
        return True
    named = _NAMES.match(question) and _SOMEBODY.search(question)
    return bool(named) and suspected(question, embedder) is Reason.IDENTITY_REQUEST


def is_personal(sentence: str) -> bool:
    """Say whether a sentence tells of one person rather than of what is so in a place."""
    return bool(_PERSONAL.search(_OFFICE.sub("", sentence)))
