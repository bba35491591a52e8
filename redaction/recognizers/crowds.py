"""Rooms of many: what is said of a crowd in a room points at none of them."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED

# "58 men shared it", "the number of women in it", "the other persons in it": a room of many, none of whom is told.
_CROWD: Final = re.compile(
    r"\b(?:(?:\d{2,3}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|"
    r"(?:a|one|two|three)\shundred|dozens\sof|number\sof|(?:the|all)\s(?:the\s)?(?:other\s|remaining\s|remand\s)?)\s?"
    r"(?:[a-z]+\s){0,2}?(?:men|women|people|persons|prisoners|detainees|inmates|patients|residents|boys|girls|children|minors|juveniles|migrants|"
    r"occupants|pupils|others)\b|overcrowd\w*)",
    re.IGNORECASE,
)
_INITIALLED: Final = re.compile(rf"\b[A-Z]\.\s?{CAPITALISED}")
_FEW: Final = re.compile(
    r"(?<!-)\b(?:one|two|three|both)\s(?:of\s|other\s|men|women|people|persons|prisoners|detainees|boys|girls)",
    re.IGNORECASE,
)
# "R1 (Dormitory 4)": the label of a finding is all that stands beside the room.
_LABEL_ALONE: Final = re.compile(
    r"\W*(?:[A-Z]{1,3}[ -]?\d{1,3}|\d{1,3}(?:\.\d{1,3})*|(?:Recommendation|Finding|Point|Paragraph)\s\d{1,3})\W*"
)
_IN_A_TOWN: Final = re.compile(rf"\s(?:of|at|in)\s(?:the\s)?{CAPITALISED}(?:\s{CAPITALISED})?(?=[,.;:)]|\s[a-z])")


def in_a_town(text: str, end: int, high: int) -> int:
    """Return where the name of a town ends that follows a room: "cell 1 of Example"; ``end`` where there is none."""
    # The classifier may take the preposition into the room.
    town = _IN_A_TOWN.match(text, end - 3 if text[:end].endswith(" of") else end, high)
    return town.end() if town else end


def of_a_crowd(around: str) -> bool:
    """Say whether the words around a room tell of many in it, or are the label of a finding and nothing else."""
    # What stands before a colon announces a list of persons rather than who is in the room.
    told = around.rpartition(":")[2] or around
    crowd = _CROWD.search(told) and not _FEW.search(told) and not _INITIALLED.search(told)
    return bool(crowd) or _LABEL_ALONE.fullmatch(around) is not None
