"""Numbers of recommendations as printed and cited: ``R4``, ``1 to 3``, ``the recommendation in paragraph 34``."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.passage import RegisterEntry
from ingest.structure.number_words import ORDINAL_WORDS

Key = tuple[str, str]
# What stands before a number and is no part of it.
_PREFIXES = frozenset(
    [
        "r",
        "rec",
        "recs",
        "recommendation",
        "recommendations",
        "no",
        "nos",
        "nr",
        "and",
        "to",
        "ad",
        "re",
        "para",
        "paras",
        "paragraph",
        "paragraphs",
        "point",
        "points",
        "item",
        "items",
        "on",
        "through",
        "number",
        "numbers",
    ]
) | {""}
_ONE = r"[A-Z]{0,4}[ -]?\d+(?:[./]\d+)*(?:[a-z](?!\w)|\([a-z]\))?"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*[–—-]\s*|\s+to\s+|\s*/\s*)"
_RANGE = re.compile(r"([A-Za-z]*)[ -]?(\d+)\s*(?:[–—-]|to|through)\s*(?:\1[ -]?)?(\d+)(?![.\d])")
_LETTER = re.compile(r"\(?([a-z])[.)]?")  # "(a)" alone; in a longer number it is a part
_MOST_IN_RANGE = 60
# At its beginning a text says what it is about; later numbers are of anything.
_CITED = re.compile(
    r"\b(?i:recommendations?|paragraphs?|paras?\.?|points?|items?|areas? for improvement|deficienc(?:y|ies)|concerns?|"
    r"measures?|proposals?|requirements?|AFIs?)\s+(?i:(?:made|contained|given|set out)\s+)?(?i:(?:in|of|under|at)\s+)?"
    r"(?:the\s+)?"
    rf"(?:(?i:paragraphs?|paras?\.?|nos?\.?|numbers?|points?)\s*)?(?P<list>{_ONE}(?:{_AND}{_ONE})*)(?!\w|\.\d|\s*%)"
    r"(?!\)?\s+(?:of|to) (?:the )?(?:\w+ )?(?i:articles?|act|law|rules?|order|regulations?|code|convention|decree|"
    r"section|"
    r"protocol|constitution|standards?|persons|prisoners|months|days|years))"
)
_WITHIN = 90
# "Paragraph 37." is no sentence yet; "The present text is the account requested." is one, and what follows cites more.
_FIRST_SENTENCE = re.compile(r".{40,}?[^\W\d_]{3}\.(?=\s+[A-Z])", re.DOTALL)


@lru_cache(maxsize=20_000)
def numbers(printed: str) -> frozenset[Key]:
    """Read ``R4``, ``1, 2 and 5``, ``3 to 6``, ``Third`` into pairs of prefix and number; a mere ``R`` is no prefix."""
    found: set[Key] = set()
    for match in _RANGE.finditer(printed):
        first, last = int(match[2]), int(match[3])
        if first < last <= first + _MOST_IN_RANGE:
            found.update((_prefix(match[1]), str(number)) for number in range(first, last + 1))
    pairs = re.findall(r"([A-Za-z]*)[ -]?(\d+(?:[./]\d+)*[a-z]?|\b[A-Z]\b)", printed)
    found.update((_prefix(prefix), bare.casefold()) for prefix, bare in pairs)
    if printed.strip(" .").lower() in ORDINAL_WORDS:
        found.add(("", str(ORDINAL_WORDS.index(printed.strip(" .").lower()) + 1)))
    letter = _LETTER.fullmatch(printed)
    found.update((("", letter[1]),) if letter is not None else ())
    return frozenset(found)


@lru_cache(maxsize=20_000)
def cited(text: str) -> frozenset[Key]:
    """Return the numbers that a text cites where it begins: ``With regard to paragraph 34, the Ministry ...``."""
    opening = _FIRST_SENTENCE.match(text[: 2 * _WITHIN])
    found = _CITED.search(opening.group() if opening is not None else text[: 2 * _WITHIN])
    return numbers(found["list"]) if found is not None and found.start() < _WITHIN else frozenset()


def keys_of(target: RegisterEntry) -> frozenset[Key]:
    """Return the number of a recommendation, else that of the paragraph in which it stands."""
    if target.number:
        return numbers(target.number)
    return numbers(target.locator) if PARAGRAPH.fullmatch(target.locator) else frozenset()


PARAGRAPH = re.compile(r"\d+(?:\.\d+)*")


def _prefix(prefix: str) -> str:
    return "" if prefix.casefold() in _PREFIXES else prefix.casefold()
