"""Names that their surroundings give away: cells of tables, "the Example brothers", "identified as ...", "is 14"."""

from __future__ import annotations

import re
from typing import Final

from redaction.lexicon import lexicon
from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, UPPER, distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

# Months and seasons that are given names too.
GIVEN: Final = frozenset({"april", "may", "june", "august", "summer", "autumn"})
_INITIALS: Final = rf"[{UPPER}]\.(?:[ -]?[{UPPER}]\.){{0,2}}"
_PARTICLES: Final = r"(?:(?:van|von|de|der|den|da|di|bin|al|el|la|le|du|dos|ter|ten)\s){0,2}"
# A cell of a table or a line of a list that is a name with initials and nothing else.
_CELL: Final = Sieve(
    rf"(?:^|\|\s|(?<=\n))\s?(?P<n>{_PARTICLES}{CAPITALISED}(?:\s{CAPITALISED}){{0,2}},\s{_INITIALS})\s*(?=\||$|\n)"
    rf"|\|\s(?P<i>{_INITIALS}\s?{_PARTICLES}{CAPITALISED}(?:-{CAPITALISED})?)\s*(?=\||$|\n)"
)
_KIN: Final = Sieve(rf"\b[Tt]he\s(?P<n>{CAPITALISED})\s(?:brothers|sisters|twins|siblings|cousins|boys|girls|family)\b")
# What somebody is called in a register, in quotation marks; the words themselves need not look like a name.
_CALLED: Final = Sieve(
    r"\b(?:identified|registered|entered|recorded|listed|appears?|referred to|introduced (?:him|her)self|addressed|"
    r"gave (?:his|her) name|known|written|signed|spelled|spelt)\b(?:\s[a-z]+){0,6}?\s(?:as|of|with)[\s/]{1,2}"
    r"[\"“‘'«](?P<n>[^\"”’'»\n.,;:|]{2,30}(?:,\s\w\.?)?)[,.]?[\"”’'»]"
)
_AGED: Final = Sieve(
    rf"(?:^|[.!?:]\s|\n)(?P<n>{CAPITALISED})(?=\sis\s(?:only\s|now\s|just\s)?(?:1\d|[2-9]\d)(?:[.,;]|\sand\b|\syears\b))"
)
# "in which Summer Dale, 16, sat", "a patient who used to be a baker, Example."
_OF_AGE: Final = Sieve(
    rf"(?P<n>{CAPITALISED}\s{CAPITALISED}),\s(?:1\d|[2-9]\d),\s(?=(?:who|was|is|has|had|sat|lay|slept|said|told|asked|[a-z]+ed)\b)"
)
_AFTER_ALL: Final = Sieve(
    r"\b(?:an?|the|another|one)\s(?:[a-z-]+\s){0,2}?(?:patient|prisoner|detainee|inmate|resident|man|woman|boy|girl|pupil|nurse|guard|officer|cook)\s"
    rf"(?:who|from|of|in|with)\s[^.,;:()\n]{{3,70}},\s(?P<n>{CAPITALISED})(?=[.;]|,\s(?:and|who|was|is|has|had)\b)"
)
# The number of an officer between rank and name: "Sgt. 412 Example".
_NUMBERED: Final = Sieve(
    rf"\b(?:Sgt|Sergeant|W?\.?P\.?C|Constable|Const|Cst|Cpl|PS|DC|DS|Insp|Officer|Warder|Wdr|Guard|Agent)\.?\s"
    rf"(?:[Nn]o\.?\s)?(?P<n>\d{{2,6}})(?=[\s,]\s?{CAPITALISED})"
)


class NamedSigns:
    """Finds names and officers' numbers by what stands around them."""

    name = "named"

    def detect(self, text: str) -> list[Span]:
        """Return names of persons, and numbers between rank and name."""
        spans = [
            found(self.name, *match.span(match.lastgroup or 0), SpanType.NAME, 0.75)
            for pattern in (_CELL, _KIN, _AGED, _OF_AGE, _AFTER_ALL)
            for match in pattern.finditer(text)
            if self._may_be(match[match.lastgroup or 0], plain=pattern is not _CELL)
        ]
        spans += [
            found(self.name, *match.span("n"), SpanType.NAME, 0.6)
            for match in _CALLED.finditer(text)
            if self._strange(match["n"])
        ]
        spans += [found(self.name, *match.span("n"), SpanType.ID, 0.7) for match in _NUMBERED.finditer(text)]
        return distinct(spans)

    @staticmethod
    def _may_be(surface: str, *, plain: bool) -> bool:
        words = re.findall(r"[^\W\d_]{2,}", surface)
        if any(word.lower() in INSTITUTION or word.lower() in MONTH_OR_DAY - GIVEN for word in words):
            return False
        known = lexicon()
        return not plain or any(word.lower() in known.given_words or not known.is_common(word) for word in words)

    @staticmethod
    def _strange(surface: str) -> bool:
        """Say whether a word of a quotation is no ordinary word, or a single one that is written like a name."""
        words = re.findall(r"[^\W\d_]{2,}", surface)
        known = lexicon()
        strange = any(not known.is_common(word) and not known.is_safe(word) for word in words)
        given = any(word.lower() in known.given_words and word[0].isupper() for word in words)
        return bool(words) and len(words) <= 3 and (strange or given)
