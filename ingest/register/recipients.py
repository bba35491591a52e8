"""To whom a document as a whole is written: the recipient of a letter, the office that a title names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.register.office_names import ADDRESSED, TO_LINE, clean
from ingest.register.offices import is_office

# "Opinions submitted to the Director of Elm Centre", "Letter to the Minister of Justice".
_TITLE = re.compile(
    r"(?:[\w-]+\s+){0,3}?(?:opinions?|recommendations?|letter|memorandum|proposals?|requests?)\s+"
    r"(?:(?:submitted|addressed|sent|presented|directed|made)\s+)?to\s+(?:the\s+)?"
    r"(?P<name>[A-Z][^,;:.()]{2,80}?)(?=$|[,;:.(]|\s(?:on|about|concerning|regarding|after|following|under|in)\b)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:dear\b|sirs?\b|madam\b|t[eē]n[aā] ko(?:e|rua|utou)\b|kia ora\b|(?:your\s+)?excellenc\w+|"
    r"(?:right\s+)?honou?rable\b|"
    r"(?:mr|madam|mrs|ms)\.?\s+(?:director|minister|governor|commissioner|president|secretary|prosecutor)|"
    r"esteemed\b|respected\b|minister\b)[^.:;]{0,60}[,:!]?$",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?P<to>(?:to|for)\s*:?\s+(?:the\s+)?|"
    r"for the attention of\s*:?\s+(?:the\s+)?)?(?:the\s+)?(?P<name>[A-Z][^;:.()]{2,110}?)\s*"
    r"(?:;.*)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\d|\b(?:visit|inspection of|inspection visit|report|letter|opinion|statement|response|reply|memorandum|re|"
    r"subject|concerning|regarding|follow-up|"
    r"recommendations?)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:^|,\s*)(?:(?:Mr|Mrs|Ms|Dr|Prof|Mx)\.?\s+)?\[[A-Z]+ \d+\].*$")
_FRONT, _TITLES, _NEAR, _LONGEST = 20, 4, 4, 140
_BLOCKS, _LONGEST_LINE = 25, 160


def recipients(texts: Sequence[str]) -> Iterator[str]:
    """Give the names to whom a document is written, the likeliest first.

    Args:
        texts: of its blocks, in reading order.

    Returns:
        Names without article, person and address: of the lines right above a salutation, the one with ``To`` before
        others; of sentences that say to whom it is sent; of a title. They need not be offices.
    """
    salutation = next(
        (i for i, text in enumerate(texts[:_FRONT]) if len(text) < _LONGEST and _SALUTATION.match(text.strip())), None
    )
    above = texts[max(0, (salutation or 0) - _NEAR) : salutation or 0]
    lines = [found for text in reversed(above) if len(text) < _LONGEST and (found := _LINE.match(text.strip()))]
    lines = [found for found in lines if found["to"] or not _ABOUT.search(found["name"])]
    for found in sorted(lines, key=lambda line: line["to"] is None):
        yield from _beside_person(found["name"])
        yield _office(found["name"])
    for text in texts[:_BLOCKS]:
        line = TO_LINE.match(text) if len(text) < _LONGEST_LINE else None
        yield from _beside_person(line["name"]) if line is not None else ()
        yield from (clean(found["name"]) for found in (line, ADDRESSED.search(text)) if found is not None)
    for text in texts[:_TITLES]:
        title = _TITLE.match(text) if len(text) < _LONGEST else None
        if title is not None and title["name"][:1].isupper():
            yield _office(title["name"])


def _beside_person(line: str) -> Iterator[str]:
    """Yield the offices behind a person: ``Chief Commissioner [STAFF 1], Police Directorate of the North``."""
    _, masked, behind = line.partition("]")
    yield from (part.strip() for part in behind.split(",")[1:] if masked and is_office(part.strip()))


def _office(line: str) -> str:
    """Return the office of a line: ``Director-General of Prisons, Prisons Headquarters, Accra`` names it first."""
    bare = _PERSON.sub("", line).strip(" ,")
    first = bare.split(",")[0].strip()
    return first if is_office(first) else bare
