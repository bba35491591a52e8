"""Numbers in brackets right after a person's name: ``Ann Lee (148276; ...)``."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, TITLE, found, left
from redaction.recognizers.numerals import digit_count, extended, is_date, is_figure, is_year, tokens
from redaction.span import Span, SpanType

_BEFORE: Final = re.compile(
    rf"(?:(?P<title>{TITLE}\.?)\s+)?(?:(?P<first>{CAPITALISED}|[A-Z]\.),?\s+)?(?:(?:de|da|van|von|bin|al|ap|el)\s+)?"
    rf"(?P<last>{CAPITALISED})[\"”’']?(?:,\s\d{{1,2}},?)?\s*[(\[](?P<inside>[^()\[\]]{{0,70}})$"
)
_LABELS: Final = re.compile(r"(?:^|[;,]\s*)(?:[^\W\d]+[.:]?\s*){0,4}(?:(?:n°|nº|#)\s*:?\s*)?$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?:\bno\.?|\bn°|\bnº|\bnr\.?|\bnumber|#)\s*:?\s*$", re.IGNORECASE)
_ACRONYM: Final = re.compile(r"(?:^|[;,]\s*)[A-Z][A-Za-z]{0,2}[A-Z]{1,3}\s*:?\s*$")
_NOT_A_LABEL: Final = re.compile(
    r"\b(?:see|para|paragraph|page|pp?|art|article|rule|section|table|figure|isbn|issn|application|law|act|order|since|"
    r"until|from|in|about|over|under|capacity|population|of|n|total|case no|vehicle|contract|"
    r"docket|report|form|ref|doc)\b",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(r"(?:A|E|S|CAT|CCPR|CRC|CRPD|CED|HRI|ST|CEDAW|CERD|CMW|WHO|CPT|CM|UNODC|ISO|EU|EC|COM)[/-]")
_CASE_LAW: Final = re.compile(r"\sv\.?\s|\bjudgment\b", re.IGNORECASE)


class NumbersBesideNames:
    """Finds numbers that stand in brackets after a name, with or without a label."""

    name = "number_beside_name"

    def detect(self, text: str) -> list[Span]:
        """Return the numbers after names."""
        spans: list[Span] = []
        done = 0
        for start, end in tokens(text):
            if start < done or digit_count(text[start:end]) < 3:
                continue
            token = text[start:end].rstrip("-./#")
            stop = extended(text, end, 0, 16)
            token = text[start:stop]
            if text[stop : stop + 1] not in {")", "]", ";", ","} or not self._fits(text, start, stop, token):
                continue
            spans.append(found(self.name, start, stop, SpanType.ID, 0.8))
            done = stop
        return spans

    @staticmethod
    def _fits(text: str, start: int, stop: int, token: str) -> bool:
        if is_date(token) or is_year(token) or is_figure(text, start, stop) or _SYMBOL.match(token):
            return False
        window = left(text, start, 140)
        opening = max(window.rfind("("), window.rfind("["))
        if opening < 0:
            return False
        match = _BEFORE.search(window[max(0, opening - 60) :])
        if match is None:
            return False
        inside = match["inside"]
        label = _LABELS.search(inside)
        if label is None or _NOT_A_LABEL.search(inside[label.start() :]) or _CASE_LAW.search(window):
            return False
        last, first = match["last"], match["first"]
        if last.lower() in INSTITUTION or last.lower() in MONTH_OR_DAY or (first or "").lower() in INSTITUTION:
            return False
        named = bool(match["title"] or first)
        if last.isupper() and not named:
            return False
        digits = digit_count(token)
        return digits >= 5 or (digits >= 3 and named and bool(_NUMBERED.search(inside) or _ACRONYM.search(inside)))
