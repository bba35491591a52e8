"""Places of detention named in the language of the country: their kinds, their names, and titles that name them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ingest.metadata.casing import readable

_UPPER = r"[A-ZÀ-ÞĀ-ŽİŠŽČĆĐ]"
_NAME = rf"(?:{_UPPER}|\d+\s?[ªº.]\s?)[\w’'.-]*"
_JOIN = (
    r"(?:(?:de|del|des|du|da|do|das|dos|di|d['’]|la|las|los|le|les|l['’]|van|von|der|den|het|i|på|nad|pod|u|na|o|a|"
    r"y|e|et)\s+)?"
)
_OF_NAME = (
    r"(?:(?:(?:de|del|des|du|da|do|das|dos|di|van|von|der|i|u|na|a)\s+)?(?:(?:la|las|los|le|les)\s+)?(?:[dl]['’])?)?"
)
_QUOTED = r"[«„“\"]\s?[^»”\"]{2,40}\s?[»”\"]"
_NUMBERS = r"(?:(?:no|nr|n)?[.º°]*\s*[A-Z]{0,6}[-/ ]?\d[\w/.-]*|[/–-])"
_LONGEST = 110


def kind_abroad(text: str) -> str | None:
    """Return the type of place of the longest kind that a name or title holds; ``None`` where it holds none."""
    found = [(len(match.group()), kind) for kind, pattern in _kinds() for match in pattern.finditer(text)]
    return max(found)[1] if found else None


def place_in_title_abroad(title: str) -> str | None:
    """Read the place from a title such as ``Rapport de visite : Maison centrale d'Elm`` or ``Visita al Penal de Elm``.

    Args:
        title: a title or main heading.

    Returns:
        What stands behind the kind of document, where it is a proper name of a place, without brackets.
    """
    title = readable(title)
    opened = _opening().match(title)
    if opened is None:
        return None
    rest = re.sub(r"\s*\([^()]*\)\s*$", "", title[opened.end() :]).strip(" ,.;:–—-")
    rest = re.split(r"\s+[–—|]\s+|,\s+(?=\d)|\.\s+(?=[A-ZÀ-Þ])", rest)[0]
    if len(rest) > _LONGEST or not rest or re.search(r"\b(?:of|the|and|for|on)\b", rest):
        return None
    # Behind a preposition only what is called a place is one; behind a colon a proper name, where no title in English
    # would say so of a topic.
    if re.match(names_abroad(), rest) or _institution().match(rest):
        return rest
    proper = re.fullmatch(rf"{_NAME}(?:\s+{_JOIN}{_NAME}){{1,5}}", rest)
    return rest if proper and opened["colon"] and not opened["english"] else None


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("ingest").joinpath("data", "place_words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE))
        for kind, words in _data()["kinds"].items()
    )


@lru_cache(maxsize=1)
def names_abroad() -> str:
    """Return the pattern of names: the kind before a name or in quotation marks, or behind one as in the north."""
    kinds = "|".join(word for words in _data()["kinds"].values() for word in words)
    return (
        rf"(?:(?:\d+\s?[ªº.]\s+)?(?={_UPPER})(?i:{kinds})(?!\w)(?:\s+[a-zà-ÿ]{{4,}}){{0,3}}\s*{_OF_NAME}"
        rf"(?:{_QUOTED}|{_NAME}(?:[ -]{_JOIN}{_NAME}){{0,4}})"
        rf"|{_UPPER}[\w’'.-]*(?:\s+{_UPPER}[\w’'.-]*){{0,3}}\s+(?i:{kinds})(?!\w))"
    )


@lru_cache(maxsize=1)
def visit_words() -> str:
    """Return the words for reports and visits in other languages than English, as alternatives of a pattern."""
    titles = _data()["titles"]
    return "|".join(
        (*titles["documents"], *titles["visits"], r"(?:besøks?|besøgs?|besöks?|bezoek|besuchs?|inspekti|inspecti)\w+")
    )


@lru_cache(maxsize=1)
def _institution() -> re.Pattern[str]:
    """Return what an institution of any kind is called: its word with a capital before a name, or behind one."""
    words = "|".join(_data()["institutions"]["words"])
    return re.compile(
        rf"(?={_UPPER})(?i:{words})(?!\w)(?:\s+\w+){{0,4}}?\s+(?:{_NAME}|{_QUOTED})|{_UPPER}[\w’'-]*\s+(?i:{words})(?!\w)"
    )


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    titles = _data()["titles"]
    documents, english, visits, before = (
        "|".join(titles[name]) for name in ("documents", "english", "visits", "prepositions")
    )
    document = rf"(?:(?:{documents}|(?P<english>{english}))(?!\w)(?:\s*{_NUMBERS})*\s*(?:/\s*)?)"
    other = rf"(?:(?:{documents})(?!\w)(?:\s*{_NUMBERS})*\s*(?:/\s*)?)"
    return re.compile(
        rf"\s*(?:{document}+\s*(?:(?P<colon>[:–—]|\s-)\s*|(?:{before})(?:(?<=['’])|\s+))"
        rf"|(?:{other}*\s*[:–—-]?\s*)(?:{visits})\s+(?:{before})(?:(?<=['’])|\s+))",
        re.IGNORECASE,
    )
