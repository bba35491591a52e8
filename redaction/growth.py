"""Growing the span of a name to the whole of the name."""

from __future__ import annotations

import re

from redaction.lexicon import Lexicon

_PARTICLE_BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_]+['’]?)[ \n]$")
# "v.d. Merwe", "vd Merwe", "V D Merwe".
_SHORT_PARTICLE = re.compile(r"(?:^|[^\w.])(?P<p>[Vv]\.? ?[Dd]\.? )$")
_NICKNAME_AFTER = re.compile(
    r"[ \n](?:\((?:[\"“'‘])?[^\W\d_][\w'’-]{1,20}(?:[\"”'’])?\)|[\"“][^\W\d_][\w'’-]{1,20}[\"”])(?=[ ,.;\n]|$)"
)
# "Example, A." and "Example, A.-B.".
_INVERTED_AFTER = re.compile(r", (?:[A-ZÀ-ÖØ-Þ]\.[ -]?){1,3}(?!\w)(?<![ -])")
_SUFFIX_AFTER = re.compile(r",? (?:Jr|Snr|Jnr|II|III|IV|FNU|LNU|NFN)\b\.?")
# "Ortega y Vidal", "Omar al-Hadi Saleh", "Anna née Berg": particles inside a name carry on to what follows.
_REST_AFTER = re.compile(
    r"(?:[ \n](?:y|de|da|dos|del|di|la|van|von|der|den|bin|ibn|bint|née|geb\.)(?:[ \n](?:la|las|los|der|den))?[ \n][A-ZÀ-ÖØ-Þ][\w'’-]+"  # noqa: E501
    r"|[ \n](?:al|el|as|ar|ad|an)-[A-ZÀ-ÖØ-Þ][\w'’-]+){1,3}"
)
# "H. T.-B.": the second half of a double surname, given as an initial.
_INITIAL_JOINED = re.compile(r"\.?-[A-Z]\.(?![\w])")


def grow(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the name at ``start:end`` with particles before it and initials, nicknames and suffixes after it.

    Args:
        text: the manuscript's text.
        start: first code point of the name.
        end: one past its last.
        lexicon: for the particles.
    """
    short = _SHORT_PARTICLE.search(text[max(0, start - 8) : start])
    if short is not None:
        start -= len(short.group("p"))
    for _ in range(3):
        match = _PARTICLE_BEFORE.search(text[max(0, start - 12) : start])
        word = match.group(1) if match else ""
        if match is None or word.lower().rstrip("'’") not in _LEADING or not _is_particle(word, lexicon):
            break
        start = start - len(match.group(0))
    for pattern in (_INVERTED_AFTER, _REST_AFTER, _NICKNAME_AFTER, _SUFFIX_AFTER, _INITIAL_JOINED):
        after = pattern.match(text, end, min(len(text), end + 60))
        if after and not (pattern is _NICKNAME_AFTER and _aside(after.group(), lexicon)):
            end = after.end()
    return start, end


# Particles that stand before a surname in small letters and are no English words.
_LEADING = frozenset(
    [
        "de",
        "la",
        "du",
        "des",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "ap",
        "ferch",
        "nic",
        "ní",
        "ó",
        "af",
    ]
)


def _aside(written: str, lexicon: Lexicon) -> bool:
    """Say whether a bracket after a name holds a remark, "(chair)", rather than a nickname."""
    word = written.strip(" \n()")
    return word.isalpha() and word.lower() not in lexicon.given_words and (lexicon.is_common(word) or word == "sic")


def _is_particle(word: str, lexicon: Lexicon) -> bool:
    return word.lower().rstrip("'’") in lexicon.particles and (word.islower() or word.istitle())
