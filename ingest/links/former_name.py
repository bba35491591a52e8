"""Other names of a place that documents state: ``HMP Brackenfold, formerly known as Marlpit Prison``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ingest.folding import word_set
from ingest.links.place_name import agreement, place_name
from ingest.passage import DocumentRecord

_WORD = r"(?:[^\W\d_a-zà-ÿ][\w'’.-]*|No\.?\s?\d+|\b\d{1,3}\b)"
_NAME = rf"{_WORD}(?:(?:\s+(?:of|de|la|le|du|des|and|&|sur|upon|on|in)|\s+&)?(?:\s+|-){_WORD}){{0,7}}"
_BEFORE = (
    r"(?:(?:then|formerly|previously|originally)\s+(?:(?:known|called|named|operated|run)\s*(?:as\s+)?)?|"
    r"(?:known|called|named)\s+(?:until|before|up\s+to)\s+(?:\w+\s+){0,2}\d{4}\s+as\s+|"
    r"(?:until|before)\s+(?:\w+\s+){0,2}\d{4}\s*,?\s+(?:known\s+as\s+|called\s+|named\s+)?|ex-|"
    # "Until its refurbishment in 2022 it was known as X"
    r"(?:[Uu]ntil|[Bb]efore|[Uu]p\s+to)\s+(?:[\w’'-]+\s+){1,6}?it\s+(?:was|had\s+been)\s+(?:known\s+as|called|named)\s+|"
    r"(?:(?:also|otherwise)\s+known\s+(?:locally\s+)?as|a\.?k\.?a\.?)\s+)"
)
_AFTER = (
    r"(?:(?:was|has\s+been|is|been)\s+(?:since\s+)?re-?named(?:\s+as)?|(?:is\s+|has\s+been\s+)?now\s+"
    r"(?:known\s+as|called|named)|changed\s+its\s+name\s+to|became)\s+"
)
# The name before the comma may be missing: "The prison, formerly known as X".
_STATED = re.compile(
    rf"(?:(?P<one>{_NAME})\s*)?[,(–—-]?\s*(?:(?:was|which\s+was|and|is)\s+)?(?P<how>{_BEFORE}|{_AFTER})"
    rf"(?:the\s+)?[\"“‘]?(?P<other>{_NAME})"
)
HINTS = ("formerly", "previously", "originally", "known as", "known until", "named", "changed its name", "ex-")
_SURE = 0.75


def former_names(records: Iterable[DocumentRecord], texts: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return other names of the place of each document, by document id, where its title or text states one.

    Args:
        records: documents; those without a place are passed over.
        texts: passages of a document that have one of :data:`HINTS`, by its id.
    """
    found: dict[str, tuple[str, ...]] = {}
    for record in records:
        place = record.metadata.place
        if place is None:
            continue
        stated = [record.metadata.title or "", place, *texts.get(record.document_id, ())]
        names = dict.fromkeys(name for text in stated for name in _names_in(text, place))
        if names:
            found[record.document_id] = tuple(names)
    return found


def _names_in(text: str, place: str) -> list[str]:
    names: list[str] = []
    for match in _STATED.finditer(text):
        one, other = match["one"], _trimmed(match["other"])
        if not place_name(other).words:
            continue
        if one is None or not place_name(one).core:
            # "The prison was formerly known as": of the place itself, unless another noun stands before it.
            lead = text[: match.start("how")].rstrip(" ,(").casefold().split()
            told = re.search(r"\bit\s+(?:was|had)\b", match["how"]) or (bool(lead) and place_sort(lead[-1:]))
            own = re.search(r"known|called|named", match["how"]) and told
            if own and agreement(other, place).confidence < _SURE:
                names.append(other)
        elif agreement(_trimmed(one), place).confidence >= _SURE:
            names.append(other)
        elif agreement(other, place).confidence >= _SURE:
            names.append(_trimmed(one))
    return names


def place_sort(words: list[str]) -> bool:
    """Say whether words name a whole place by its sort: ``prison``, ``centre``, not ``wing``."""
    return any(word.strip(",.()") in _WHOLE for word in words)


_WHOLE = word_set(
    "prison institution centre center establishment facility hospital home station gaol jail it which was is"
)


def _trimmed(name: str) -> str:
    return re.sub(r"^(?:The|In|At|On|Of|Visit to|Report on)\s+", "", name.strip(' ,.;:()"“”‘’'))
