"""Persons in evidence: whether a sentence tells of one person, whom a form for outsiders must not show."""

from __future__ import annotations

import re

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


def is_personal(sentence: str) -> bool:
    """Say whether a sentence tells of one person rather than of what is so in a place."""
    return bool(_PERSONAL.search(_OFFICE.sub("", sentence)))
