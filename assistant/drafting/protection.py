"""Source protection: what in a finding could point at one person even without a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.drafting.markers import PEOPLE

_SMALL = re.compile(
    rf"\b(?:one|two|three|four|[1-4]|a single|the only|the sole|both|"
    rf"an?)\s+(?:of the\s+)?(?:\w+[- ]){{0,3}}?{PEOPLE}\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"^an?\s", re.IGNORECASE)
_PSEUDONYM = re.compile(r"\[(?:DETAINEE|STAFF|PERSON|RELATIVE|PRISONER|PATIENT|RESIDENT|CHILD|NAME)[A-Z ]*\d*\]")
_TRAITS: Mapping[str, re.Pattern[str]] = {
    "a unit or cell": re.compile(r"\b(?:wing|ward|unit|block|cell|room|house|floor)\s+[A-Z0-9]{1,4}\b|\[CELL\]"),
    "a day or hour": re.compile(
        r"\b(?:on|at|of)\s+(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}|\d{1,2}[:.]\d\d|(?:Mon|Tues|Wednes|Thurs|"
        r"Fri|Satur|Sun)day|the night)"
    ),
    "an origin or belief": re.compile(
        r"\b(?:national|citizen|nationality|ethnic|Roma|Muslim|Christian|Jewish|Hindu|Sikh|speaks?|native of|"
        r"asylum seeker)\b|\[NATIONALITY\]"
    ),
    "health or disability": re.compile(
        r"\b(?:pregnan\w+|HIV|wheelchair|deaf|blind|epilep\w+|schizophren\w+|diabet\w+|dementia|disab\w+|amput\w+|"
        r"cancer|tubercul\w+)\b",
        re.IGNORECASE,
    ),
    "age": re.compile(
        r"\b(?:aged \d{1,3}|\d{1,3}[- ]years?[- ]old|in (?:his|her|their) \w+ies|in their \d0s|youngest|oldest)\b",
        re.IGNORECASE,
    ),
    "sex or gender identity": re.compile(
        r"\b(?:transgender|trans (?:wo)?man|intersex|gay|lesbian|the only (?:woman|man|girl|boy))\b", re.IGNORECASE
    ),
    "an offence or sentence": re.compile(
        r"\b(?:life[- ]sentenced?|lifer|convicted of|serving \w+ years|accused of|sex offend\w+)\b", re.IGNORECASE
    ),
    "a role": re.compile(
        r"\b(?:the (?:night )?(?:nurse|doctor|psychologist|imam|chaplain|cook|teacher|head of wing|shift leader))\b",
        re.IGNORECASE,
    ),
}
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Warning:
    """One thing to think of before the draft leaves.

    Attributes:
        code: ``masked``, ``doubt``, ``pseudonym``, ``small_group``, ``unique_combination``.
        why: for people.
        suggestion: what to do.
    """

    code: str
    why: str
    suggestion: str

    def to_json(self) -> dict[str, Any]:
        """Return all fields."""
        return {"code": self.code, "why": self.why, "suggestion": self.suggestion}


def warnings_for(text: str, masked: Mapping[str, int], doubts: Sequence[str]) -> tuple[Warning, ...]:
    """Return warnings on a redacted finding."""
    found: list[Warning] = []
    if masked:
        listed = ", ".join(f"{number} {kind.replace('_', ' ').lower()}" for kind, number in masked.items())
        found.append(
            Warning(
                "masked",
                f"What you gave held personal data; it was masked before anything else ({listed}).",
                "Leave names, numbers and contacts out of recommendations.",
            )
        )
    if doubts:
        found.append(
            Warning(
                "doubt",
                "Redaction was not sure of part of the text: " + "; ".join(doubts[:3]) + ".",
                "Read the finding again before the draft leaves.",
            )
        )
    if _PSEUDONYM.search(text):
        found.append(
            Warning(
                "pseudonym",
                "The finding is about a single person.",
                "Write of the practice, not of the person, unless express consent was given.",
            )
        )
    small = next((match for match in _SMALL.finditer(text) if not _ONE.match(match.group())), None)
    if small:
        found.append(
            Warning(
                "small_group",
                f"“{small.group()}” is a group so small that its members may be recognised.",
                "Say “several” or give a share, or check that nobody can be singled out.",
            )
        )
    for sentence in re.split(r"(?<=[.!?;])\s+", text):
        traits = [name for name, pattern in _TRAITS.items() if pattern.search(sentence)]
        person = (
            _SMALL.search(sentence) or _PSEUDONYM.search(sentence) or re.search(r"\b(?:he|she|him|her|his)\b", sentence)
        )
        if (len(traits) >= _ENOUGH and person) or len(traits) > _ENOUGH:
            found.append(
                Warning(
                    "unique_combination",
                    f"One sentence joins {' and '.join(traits)}: together they may point at one person.",
                    "Keep what the recommendation needs and leave out the rest.",
                )
            )
            break
    return tuple(found)
