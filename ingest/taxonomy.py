"""Themes and types of place: the controlled lists, and the words by which a text is sorted into them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


def _load() -> Mapping[str, Mapping[str, object]]:
    text = files("ingest").joinpath("data", "taxonomy.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def _words(section: str) -> Mapping[str, tuple[str, ...]]:
    entries = _load()[section]
    return MappingProxyType(
        {name: tuple(str(word) for word in words) for name, words in entries.items() if isinstance(words, list)}
    )


THEMES: Mapping[str, tuple[str, ...]] = _words("themes")
PLACE_TYPES: Mapping[str, tuple[str, ...]] = _words("place_types")
_WITHIN: Mapping[str, str] = MappingProxyType(
    {narrow: str(broad) for narrow, broad in _load()["place_type_within"].items()}
)
MIXED = "mixed"
_GENERAL = frozenset({"prison", "remand prison", "private facility"})
_MIXED_FROM = 3


def themes_of(text: str) -> tuple[str, ...]:
    """Sort a text into themes.

    Args:
        text: a passage, an entry or a question, in English.

    Returns:
        Theme ids, the one with most words found first; empty where no word of the list stands in the text.
    """
    counted = [(len(pattern.findall(text)), theme) for theme, pattern in _patterns("themes")]
    return tuple(theme for count, theme in sorted(counted, key=lambda pair: -pair[0]) if count)


def place_type_of(text: str) -> str | None:
    """Say which type of place a name or title speaks of.

    Args:
        text: a name of a place, a title, or a passage.

    Returns:
        A type of :data:`PLACE_TYPES`; ``mixed`` where three or more are named; ``None`` where none is. Specific
        types win over ``prison``, whose words (institution, detention centre) are the most general, and over
        ``remand prison``.
    """
    present = place_type_counts(text)
    if not present:
        return None
    if len({broader_place_type(kind) for kind in present}) >= _MIXED_FROM:
        return MIXED
    specific = {kind: count for kind, count in present.items() if kind not in _GENERAL}
    specific = specific or {kind: count for kind, count in present.items() if kind != "prison"} or present
    return max(specific, key=lambda kind: specific[kind])


def place_type_counts(text: str) -> dict[str, int]:
    """Count the words of each type of place in a text; types without a word are left out."""
    counts = {kind: len(pattern.findall(text)) for kind, pattern in _patterns("place_types")}
    return {kind: count for kind, count in counts.items() if count}


def broader_place_type(kind: str) -> str:
    """Return the broader type that a type belongs to, such as ``prison`` for ``remand prison``, else itself."""
    return _WITHIN.get(kind, kind)


def place_types_within(kind: str) -> tuple[str, ...]:
    """Return a type and the narrower ones that belong to it: who asks for prisons means remand prisons too."""
    return (kind, *(narrow for narrow, broad in _WITHIN.items() if broad == kind))


def place_type_named(name: str) -> str | None:
    """Return the type that a user's word means (``police_station``, ``nursing home``), or ``None``."""
    folded = re.sub(r"[\s_-]+", " ", name).strip().lower().replace("’", "'")
    aliases = _load()["place_type_aliases"]
    for candidate in (folded, folded.removesuffix("s")):
        if candidate in PLACE_TYPES or candidate == MIXED:
            return candidate
        if candidate in aliases:
            return str(aliases[candidate])
    return place_type_of(folded)


@lru_cache(maxsize=2)
def _patterns(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    source = THEMES if section == "themes" else PLACE_TYPES
    return tuple((name, re.compile(_alternation(words), re.IGNORECASE)) for name, words in source.items())


def _alternation(words: tuple[str, ...]) -> str:
    parts = []
    for word in sorted(words, key=len, reverse=True):
        part = r"[\s-]+".join(re.escape(piece).replace(r"\*", r"\w*").replace("'", "['’]") for piece in word.split())
        parts.append(part)
    return rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"
