"""What an entry is about: its own words, without offices and places, else the paragraphs that it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.register.candidate import Candidate
from ingest.report import Block
from ingest.taxonomy import themes_of
from redaction.text import RedactedText

_NAME = r"[A-Z][\w'’-]*(?:(?:,| and| of| for| the|,? and the)*\s[A-Z][\w'’-]*)*"
# "the Minister of Health should" says who, not about what; so does "the regional health agency".
_OFFICES = re.compile(
    rf"\b(?:Minist(?:ry|er|ries|ers)|Departments?|Secretary of State|Directorate|Institute|Board|Agency|Council|"
    rf"Office|"
    rf"Commission\w*|Director\w*|Inspectorate) (?:of|for) (?:the )?{_NAME}|"
    rf"\b(?:[A-Z][\w'’]*\s(?:(?:and|of|&)\s)?){{0,4}}(?:Prisons?|Correctional|Corrections|Police|Health|"
    rf"Immigration|Education|"
    rf"Probation|Medical|Hospital)\s(?:and\s[A-Z]\w+\s)?(?:Service|Services|Administration|Authority|Agency|"
    rf"Institution|"
    r"Directorate|Board|Department|Trust|Partnership|Inspectorate)\b(?:\sof\s[A-Z]\w+)*|"
    r"\b(?:minister|ministry|department|secretary) (?:in charge )?(?:of|for|responsible for) \w+(?: and \w+)?|"
    r"\b(?:regional |local |national |public |municipal )?(?:health|medical|education\w*|welfare) (?:agency|"
    r"authorit(?:y|ies)|"
    r"board|institution|institute|department|service provider|contractor|provider)\b"
)
# Persons and the house itself: in a hospital everybody is a patient.
_HOUSE = re.compile(
    r"(?<!to )(?<!in )(?<!to a )(?<!in a )(?<!from )\b(?:psychiatric |general |forensic |state |mental )?hospitals?"
    r"(?:['’]s?)?\b(?! (?:treatment|care|appointments?|transfers?|admissions?|beds?))|\bpatients?(?:['’]s?)?\b|"
    r"\b(?:nursing|care|children['’]s) homes?\b|\b(?:health ?care|nursing|medical) institutions?\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:your|our|this) (?:letter|report|reply|ref)|\b(?:letter|reply|response|report|e-?mail|note|visit|"
    r"inspection) (?:of|to|on|from|by)\b|"
    r"^\W*(?:re|fwd?|subject)\s*:",
    re.IGNORECASE,
)
_MOST_GROUNDS = 3


def entry_themes(one: Candidate, grounds: Mapping[str, Block[RedactedText]], most: int) -> tuple[str, ...]:
    """Sort an entry into themes.

    Args:
        one: the entry, with the paragraphs that it rests on.
        grounds: paragraphs by number.
        most: themes at most.

    Returns:
        Theme ids, of its own words where these say anything, else of the paragraphs it rests on, else of its heading.
    """
    own = themes_of(about(one.text, one.addressee))
    if own:
        return own[:most]
    behind = [grounds[number] for number in one.rests_on[:_MOST_GROUNDS] if number in grounds]
    told = themes_of(" ".join(f"{_heading(block)} {about(block.text, None)}" for block in behind))
    return (told[:2] or themes_of(_heading(one.block)))[:most]


def about(text: str, addressee: str | None) -> str:
    """Return a text without the offices, the kind of house and the persons that it names."""
    left = _HOUSE.sub(" ", _OFFICES.sub(" ", str.__str__(text)))
    return left.replace(addressee, " ") if addressee else left


def numbered(blocks: Sequence[Block[RedactedText]]) -> dict[str, Block[RedactedText]]:
    """Return the paragraphs of a report by number."""
    return {block.number.strip("() ."): block for block in blocks if block.number is not None and block.table is None}


def _heading(block: Block[RedactedText]) -> str:
    """Return the heading above a block, empty where it names a document: ``Your letter of 3 May`` is no topic."""
    heading = str.__str__(block.heading_path[-1]) if block.heading_path else ""
    return "" if _DOCUMENT.search(heading) else heading
