"""Names of bodies that inspect in the languages of their countries: ``Comisión de Visitas a los Penales``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from ingest.metadata.casing import readable

_WORD = r"[^\W\d_][\w’'.-]*"
_UPPER = r"[A-ZÀ-ÞĀ-ŽĐŠŽČĆİ][\w’'-]*"
# English names are read by their own rule.
_ENGLISH = re.compile(r"\b(?:of|the|and|with|on)\b")
_SENTENCE = re.compile(r"\b(?:is|was|were|has|have|had|are)\b|[:;?!]")
_ELIDED = re.compile(r"^(?:[dlDL]|[Dd]ell|[Aa]ll)['’]")
_LONGEST, _MOST_WORDS = 130, 14
_BEHIND = re.compile(r"\s*[,(].*$")


def body_abroad(line: str) -> str | None:
    """Return the name of a body in the language of its country, where a line, or what it opens with, is one.

    Args:
        line: a line of a letterhead, or a part of one; what stands behind a comma or in brackets is left aside.
    """
    text = readable(_BEHIND.sub("", line.strip(" .")))
    words = text.split()
    if not words or len(text) > _LONGEST or len(words) > _MOST_WORDS or _ENGLISH.search(text) or _SENTENCE.search(text):
        return None
    if re.search(r"[\d\[\]]", text) or not text[:1].isupper():
        return None
    # The word for what it is stands at the front, in Turkish and its like at the end.
    return text if _inspects(words) and any(_is(word, "heads") for word in (*words[:4], words[-1])) else None


def bodies_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the names of such bodies that stand within a sentence, with their offsets."""
    for found in _within().finditer(text):
        name = found.group().strip()
        words = name.split()
        while words and _is(words[-1], "joining"):
            words.pop()
        name = " ".join(words)
        if len(words) > 1 and not _ENGLISH.search(name) and _inspects(words):
            yield name, found.start(), found.end()


def _inspects(words: list[str]) -> bool:
    """Say whether the words of a name tell of a body that visits, and of no authority."""
    name = " ".join(words)
    if any(_is(word, "others") for word in words):
        return False
    if _pattern("alone").search(name):
        return True
    # The word for what it is tells nothing of whom it visits: "Consejo", "Contrôle".
    told = [word for word in words if _is(word, "telling")]
    return len(words) > 1 and any(not _is(word, "heads") for word in told)


def _is(word: str, section: str) -> bool:
    bare = _ELIDED.sub("", word).strip(".,")
    return bool(bare and _pattern(section).fullmatch(bare)) or (
        section == "joining" and word.casefold() in _words("joining")
    )


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    """Return names in a sentence: words with a capital, what joins them, and words known to stand in such names."""
    small = "|".join((_alternatives("telling"), _alternatives("within"), _alternatives("heads")))
    step = rf"(?:\s+(?:{_UPPER}|(?i:{_alternatives('joining')})(?!\w)|(?:[dl]['’])?(?i:{small})(?!\w)))"
    return re.compile(
        rf"(?<![\w-])(?:(?!The\b|This\b|"
        rf"Our\b){_UPPER}\s+){{0,2}}(?=[A-ZÀ-ÞŽŠČ])(?i:{_alternatives('heads')})(?!\w){step}*"
    )


@lru_cache(maxsize=8)
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(section)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _alternatives(section: str) -> str:
    words = sorted(_words(section), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"[\w’'-]*").replace(r"\ ", r"\s+") for word in words)


@lru_cache(maxsize=8)
def _words(section: str) -> tuple[str, ...]:
    data = tomllib.loads(files("ingest").joinpath("data", "body_words.toml").read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(data[section]))
