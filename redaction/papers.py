"""Numbers and dates that belong to papers, laws and offices rather than to persons: what stands beside them tells."""

from __future__ import annotations

import re
from typing import Final

# Numbers after these words belong to papers and things.
_REFERENCE: Final = re.compile(
    r"(?:\b|(?=§))(?:ref(?:erence)?|report|class|symbol|contract|order|form|circular|instruction|isbn|issn|batch|checksum|asset|serial|version|standard|"
    r"tender|inspection|document|docket|invoice|budget|survey|letter|model|section|article|rule|para(?:graph)?|"
    r"act|law|cap|§|table|page|decision|resolution|judgment|our|statistical)\b[^\w\n]{0,3}(?:\s?(?:no|nr|number|code|record|ref|mark|file)\b)?[\s.:#(]{0,4}$",
    re.IGNORECASE,
)
# A free number alone is no proof: an inspector may give it as her own.
_OF_A_DESK: Final = re.compile(
    r"\b(?:hotline|helpline|freephone|switchboard|toll-free)\b[^.;\n]{0,24}[\d ()-]*$", re.IGNORECASE
)
# "Example v. State (no. 1/23)": the number of a published judgment.
_PUBLISHED: Final = re.compile(
    r"\sv\.?\s[^.;\n]{2,60}[(,]\s?(?:\[GC\],\s?)?(?:(?:app(?:l|lication)?s?\.?\s)?nos?\.\s[\d/, and]*)?$"
)
# Symbols of documents of the United Nations and of the Council of Europe.
_SYMBOL: Final = re.compile(
    r"(?:A|E|S|CAT|CCPR|CRC|CRPD|CED|HRI|ST|CEDAW|CERD|CMW|CPT)/(?:C|OP|HRC|RES|Inf|INF|SPT|PV)\b"
)
# A line with nothing but a label, a number, a place and a date: "No. 34/7-118, 20 January 2025".
_LETTERHEAD: Final = re.compile(
    r"(?P<label>(?:(?:our|your|case|ref|reference|file|dossier|doc|document|note for the file|report|letter|registration|journal|"  # noqa: E501
    r"class|klasa|ur\.? ?br|prot|protocol|sygn|znak|az|gz|mark|index|number|npm|no|nr|num|№)\b[.:°]*\s*){0,5})"
    r"(?P<number>(?=\S*\d)(?=\S*[./-])[A-Z0-9][\w./()-]{3,30}?)"
    r"(?:[.,;]?\s(?P<tail>(?:[^\W\d_]+,?\s){0,2}?\(?(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:[^\W\d_]{3,12}\s)?(?:\d{1,2},?\s)?(?:19|20)\d\d\)?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d))?\.?(?:,\s[^\W\d_]+)?",
    re.IGNORECASE,
)
_LINE: Final = 90
_TOUCHES_BEFORE: Final = re.compile(r"(?:[A-Z0-9]{1,8}[-/.])+$")
_TOUCHES_AFTER: Final = re.compile(r"(?:[-/.][A-Z0-9]{1,8})+(?![\w])")
_LAW_DATE: Final = re.compile(
    r"\b(?:sentenced|convicted|committed|imposed|admitted|registered|in force|applies|apply|effect)\s(?:\w+\s)?(?:before|after|prior to|until|as of)\s$"  # noqa: E501
)
_DIGIT: Final = re.compile(r"\d")
# A number with letters needs so many digits to be somebody's.
_DIGITS: Final = 4


def of_the_letter(text: str, start: int) -> bool:
    """Say whether the number at ``start`` stands in a line of its own, as the reference of a letter or report does."""
    low = max(text.rfind("\n", 0, start), text.rfind("\x1e", 0, start)) + 1
    ends = [end for end in (text.find("\n", start), text.find("\x1e", start)) if end >= 0]
    line = text[low : min(ends, default=len(text))].strip()
    match = _LETTERHEAD.fullmatch(line) if len(line) <= _LINE else None
    return match is not None and bool(match["label"] or match["tail"]) and not match["number"].isdigit()


def of_a_paper(text: str, start: int) -> bool:
    """Say whether the number at ``start`` is that of a report, a contract or a published judgment."""
    before = text[max(0, start - 80) : start]
    return bool(_REFERENCE.search(before[-40:]) or _PUBLISHED.search(before))


def of_a_law(text: str, start: int) -> bool:
    """Say whether the date at ``start`` divides cases for a law: "sentenced before 1 October 2004"."""
    return bool(_LAW_DATE.search(text[max(0, start - 60) : start]))


def of_a_desk(text: str, start: int, end: int) -> bool:
    """Say whether a number reaches an office."""
    return bool(_OF_A_DESK.search(text[max(0, start - 40) : end]))


def is_symbol(text: str, start: int) -> bool:
    """Say whether the symbol of a public document begins at ``start``: "CAT/OP/ABC/1"."""
    return _SYMBOL.match(text, start) is not None


def whole_code(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the whole of a number that is partly read: what touches it without a space belongs to it."""
    before = _TOUCHES_BEFORE.search(text, max(0, start - 30), start)
    after = _TOUCHES_AFTER.match(text, end, min(len(text), end + 30))
    return (before.start() if before else start), (after.end() if after else end)


def is_lettered(surface: str) -> bool:
    """Say whether a number has letters too, and digits enough to be somebody's."""
    return len(_DIGIT.findall(surface)) >= _DIGITS and any(map(str.isupper, surface))
