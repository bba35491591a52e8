"""Less exact words for quasi identifiers."""

from __future__ import annotations

import re

from redaction.policy import Operator, Policy
from redaction.span import SpanType

_AGE = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](\d\d)(?!\d)")
_ADJECTIVE = re.compile(r"\w-(?:year|yr)s?-old\b", re.IGNORECASE)
# By the stems of the words: "seventy", "seventies", "seventieth".
_WORDS = {
    "teen": 13, "ten": 10, "eleven": 11, "twelve": 12, "twelfth": 12, "twent": 20, "thirt": 30, "fort": 40, "fift": 50,
    "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90,
}  # fmt: skip
_BEFORE_IN = re.compile(r"\bin\s$", re.IGNORECASE)
_BEFORE_OF = re.compile(r"\b(?:of|turn(?:s|ed|ing)|to be|will be|[’']ll be)\s$", re.IGNORECASE)
# What follows "a 16-year-old" where that is all that is said of who it is.
_NO_NOUN = re.compile(
    r"[^\s\w-]|$|\s(?:was|is|has|had|did|does|said|says|told|who|whom|from|in|at|on|with|and|or|to|by|of|could|can|will|would|were|are|complained|refused|asked|wept|cried)\b"
)
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_NATIONAL = re.compile(r"\s(?:national|citizen)$")


def replacement(kind: SpanType, surface: str, before: str, after: str, policy: Policy) -> str:
    """Return what a policy writes for an identifier that is no name.

    Args:
        kind: of the identifier.
        surface: its text.
        before: what stands before it; a dozen characters are enough.
        after: what stands after it; a word is enough.
        policy: operators and labels.
    """
    if policy.operators[kind] is Operator.GENERALISE:
        if kind is SpanType.AGE:
            return age(surface, before, after)
        if kind is SpanType.DATE_PERSONAL:
            return date(surface)
    if kind is SpanType.NATIONALITY:
        return nationality(surface, policy.label(kind))
    return f"[{policy.label(kind)}]"


def age(text: str, before: str = "", after: str = " ") -> str:
    """Return an age as a decade, in words that fit after those before it.

    ``aged 34`` gives ``in their 30s``, ``her 80s`` after "in" gives ``their 80s``, ``34-year-old`` gives
    ``[30- to 39-year-old]``, ``16-year-old`` gives ``[teenage]``, and ``34`` after "a man of" gives ``[30 to 39]``.

    Args:
        text: that tells the age.
        before: what stands before it.
        after: what stands after it.
    """
    match = _AGE.search(text)
    if match:
        years = int(match.group())
    else:
        years = next((number for word, number in _WORDS.items() if word in text.lower()), -1)
    if years < 0:
        return "[age]"
    if years < 10:
        return "[under 10]"
    if years > 90:
        return "[over 90]"
    decade = years // 10 * 10
    # Those below twenty stay findable by a word for juveniles.
    young = years < 20
    if _ADJECTIVE.search(text):
        return (
            ("[teenager]" if _NO_NOUN.match(after) else "[teenage]")
            if young
            else f"[{decade}- to {decade + 9}-year-old]"
        )
    if _BEFORE_OF.search(before):
        return "[teenage years]" if young else f"[{decade} to {decade + 9}]"
    spoken = "their teens" if young else f"their {decade}s"
    return spoken if _BEFORE_IN.search(before) else f"in {spoken}"


def nationality(text: str, label: str) -> str:
    """Return the label for a nationality with the words around it that the sentence needs: ``a [label] citizen``."""
    article, national = _ARTICLE.match(text), _NATIONAL.search(text)
    return f"{article.group() if article else ''}[{label}]{national.group() if national else ''}"


def date(text: str) -> str:
    """Return a personal date as its year, or without one where the text has none."""
    match = _YEAR.search(text)
    if match:
        return f"[date in {match.group(1)}]"
    short = _SHORT_DATE.search(text)
    if short:
        year = int(short.group(1))
        # Two digits mean the hundred years up to 2049.
        return f"[date in {2000 + year if year < 50 else 1900 + year}]"
    return "[date]"
