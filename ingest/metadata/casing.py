"""Names printed in capitals, written as a person would."""

from __future__ import annotations

import re
from typing import overload

_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "on",
        "in",
        "at",
        "to",
        "a",
        "an",
        "by",
        "de",
        "del",
        "la",
        "las",
        "los",
        "du",
        "des",
        "dos",
        "da",
        "do",
        "di",
        "von",
        *(
            "das",
            "e",
            "y",
            "et",
            "ao",
            "aos",
            "à",
            "às",
            "el",
            "der",
            "zur",
            "und",
            "für",
            "og",
            "para",
            "por",
            "con",
            "sur",
            "em",
            "het",
        ),
    }
)
_ACRONYM = re.compile(r"(?:[A-Z]{2,3}|NHS|HMYOI|HM[A-Z]{1,3}|[A-Z]+\d+\w*|[IVX]+|[A-Z&]*&[A-Z&]*)")
_LEAST_WORDS = 2
# Ordinary short words that are no acronyms although they have two or three letters.
_SHORT_WORDS = "new old one two six ten law act all day air sea bay red big key aid use men boys cape isle port"
_WORDS = frozenset(_SHORT_WORDS.split())


@overload
def readable(text: str) -> str: ...
@overload
def readable(text: None) -> None: ...
def readable(text: str | None) -> str | None:
    """Write a name that is all capitals with capitals at the start of its words.

    Args:
        text: a title or name; ``None`` stays.

    Returns:
        The same text where it has any small letters. Short groups of capitals (``HMP``, ``NPM``, ``II``) stay, since
        they are mostly abbreviations, and so do placeholders in brackets.
    """
    if text is None or not re.sub("[ªº]", "", text).isupper() or len(text.split()) < _LEAST_WORDS:
        return text
    words = re.split(r"(\[[^\]]*\]|\s+)", text)
    return "".join(_word(word, first=index == 0) for index, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    bare = word.strip(".,:;()\u2013\u2014-/'\u2019\"")
    if word.startswith("[") or not bare or any(one.isdigit() for one in bare):
        return word
    small = bare.casefold()
    if small in _SMALL and not first:
        return word.lower()
    if small not in _SMALL | _WORDS and _ACRONYM.fullmatch(bare):
        return word
    return re.sub(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*", lambda found: found.group().capitalize(), word)
