"""Protection of sources in what leaves the house: small groups and unique combinations in quoted texts.

Patterns of our own: they find what a person should look at before a page is handed on, never everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

NOTICE = "Pseudonymised, not anonymous: treat as confidential until a person has checked it."
_FEW = r"(?:one|two|three|four|[1-4]|a|an|the only|only (?:one|two|three)|a single|one of (?:the )?(?:two|three|four))"
_PERSON = (
    r"(?:wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|juveniles?|minors?|patients?|residents?|detainees?|prisoners?|"
    r"inmates?|mothers?|migrants?|asylum[- ]seekers?|nationals?|nurses?|doctors?|officers?|psychologists?|clients?|"
    r"young (?:person|people)|pupils?|soldiers?|passengers?)"
)
_SMALL = re.compile(
    rf"\b(?:the only|only (?:one|two|three|1|2|3)|a single|one of (?:the )?(?:two|three|four)|two|three|four|[1-4])"
    rf"(?: (?!months?|weeks?|days?|hours?|years?|square)[\w-]+){{0,2}} {_PERSON}\b(?! (?:a|per|for every|in each) )",
    re.I,
)
_ONE = re.compile(rf"\b{_FEW}(?: [\w-]+){{0,3}} {_PERSON}\b", re.I)
# Traits of which two in one sentence about few people may point at one of them.
_TRAITS = {
    "age": re.compile(
        r"\b(?:aged|in (?:his|her|their) (?:[2-9]0s|teens|twenties|thirties|forties|fifties)|elderly)\b", re.I
    ),
    "health": re.compile(
        r"\b(?:pregnan\w+|hiv|epilep\w+|transgender|trans (?:wom|m)[ae]n|intersex|wheelchair|deaf|blind|dementia|"
        r"schizophreni\w+|psychos\w+|suicid\w+|self-harm\w*|fractur\w+|broken \w+)\b",
        re.I,
    ),
    "origin": re.compile(r"\b(?:foreign|stateless|asylum|nationality|indigenous|roma|ethnic|interpreter)\b", re.I),
    "place": re.compile(r"\b(?:cell|room|unit|wing|block|ward|dormitory) (?:no\.? ?)?[A-Z0-9]{1,3}\b"),
    "time": re.compile(
        r"\b(?:on|night of|since) (?:the )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|"
        r"October|November|December)\b"
    ),
    "offence": re.compile(
        r"\b(?:convicted of|sentenced (?:for|to)|charged with|serving (?:a )?life|life[- ]sentenced)\b", re.I
    ),
}  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Warned:
    """One quoted text that a person should look at.

    Attributes:
        entry_id: of the entry or passage that is quoted.
        citation: where it stands.
        why: without a word of the text.
    """

    entry_id: str
    citation: str
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"id": self.entry_id, "citation": self.citation, "why": self.why}


@dataclass(frozen=True, slots=True)
class Protection:
    """What must be known before a result is handed on."""

    warnings: tuple[Warned, ...]
    notice: str = NOTICE

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"notice": self.notice, "warnings": [each.to_json() for each in self.warnings]}


def risk(text: str) -> str | None:
    """Say why a quoted text may point at somebody, or ``None``."""
    small = False
    for sentence in _SENTENCE.split(text):
        traits = [name for name, pattern in _TRAITS.items() if pattern.search(sentence)]
        if _ONE.search(sentence) and len(traits) > 1:
            return f"few people with several traits in one sentence ({', '.join(traits)})"
        small = small or _SMALL.search(sentence) is not None
    return "a group of fewer than five people" if small else None


def protect(quoted: Iterable[tuple[str, str, str]]) -> Protection:
    """Look through everything that a result quotes.

    Args:
        quoted: id, citation and text of each quotation; the same id counts once.
    """
    found: dict[str, Warned] = {}
    for name, citation, text in quoted:
        why = risk(text) if name not in found else None
        if why is not None:
            found[name] = Warned(name, citation, why)
    return Protection(tuple(found.values()))
