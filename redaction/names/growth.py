"""Growing the span of a name to the whole of the name."""

from __future__ import annotations

import re

from redaction.lexicon import Lexicon
from redaction.names.forms import FUNCTION

_PARTICLE_BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_]+['’]?)[ \n]$")
# "il-Bibi", "es-Sayed": an article that a hyphen joins.
_ARTICLE_BEFORE = re.compile(r"(?<![\w'’-])(?P<article>(?:[aeiu][ldnrstxzċżšj]|l|as|ash|at|ath)[-‑])$")
# "v.d. Merwe", "vd Merwe", "V D Merwe".
_SHORT_PARTICLE = re.compile(r"(?:^|[^\w.])(?P<p>[Vv]\.? ?[Dd]\.? )$")
_NICKNAME_AFTER = re.compile(
    r",?[ \n](?:\((?:[\"“'‘])?[^\W\d_][\w'’-]{1,20}(?:[\"”'’])?\)|[\"“][^\W\d_][\w'’-]{1,20}[\"”])(?=[ ,.;\n]|$)"
)
# "Example, A." and "Example, A.-B.".
_INVERTED_AFTER = re.compile(r", (?:[A-ZÀ-ÖØ-Þ]\.[ -]?){1,3}(?!\w)(?<![ -])")
# "Papa Ray", "Nan Rose": what a family calls somebody is part of the name.
_KIN_BEFORE = re.compile(
    r"(?:^|[^\w])(?P<kin>(?:Papa|Mama|Nana|Nan|Nanna|Gran|Granny|Grandma|Grandpa|Grandad|Opa|Oma|Pops|Dada|Tata|Tati|Nonno|Nonna|"
    r"Abuela|Abuelo|Yaya|Bibi|Babu|Mzee|Koro|Kui|Titi|Tito|Tita|Lolo|Lola|Ate|Bhai|Didi|[Pp]apy|[Mm]amie|[Tt]onton|[Tt]atie|[Pp]épé|[Mm]émé|[Pp]api|Baba|Dede|Nine|Abla|Dayı|Amca|Teyze|Čika|Teta|Baka|Babushka|Dedushka|Pak|Bu|Mbak|Kak|Abang|Makcik|Pakcik|"
    r"Manang|Manong|Chacha|Khala|Amma|Appa|Akka|Cousin|Auntie|Aunty|Uncle|Bro|Ma|Pa|mama|baba|bibi|babu|mzee|nanay|tatay|nan|nana)[ \n])$"  # noqa: E501
)
# Surnames too, after a name.
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
# One capitalised word after a name, and no further one, which would rather belong to an institution.
_WORD_AFTER = re.compile(
    r"[ \n](?P<word>[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]{2,}(?:-[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]+)?)(?=[,.;:)?!]|['’]s\b|\s(?:[a-z(&]|vda\.)|\s?$)"  # noqa: E501
)
# Tickets and manifests: "EXAMPLE/ANN MS".
_TICKET_AFTER = re.compile(r" (?:MR|MRS|MS|MSTR|MISS|CHD|INF|DR)\b")
_SUFFIX_AFTER = re.compile(r",? (?:Jr|Snr|Jnr|II|III|IV|FNU|LNU|NFN)\b\.?")
# "Ortega y Vidal", "Omar al-Hadi Saleh", "Anna née Berg": particles inside a name carry on to what follows.
_REST_AFTER = re.compile(
    r"(?:[ \n](?:y|de|da|dos|del|di|la|van|von|der|den|bin|ibn|bint|née|geb\.|vda\. de|viuda de)(?:[ \n](?:la|las|los|der|den))?[ \n][A-ZÀ-ÖØ-Þ][\w'’-]+"  # noqa: E501
    r"|[ \n](?:al|el|as|ar|ad|an)-[A-ZÀ-ÖØ-Þ][\w'’-]+){1,3}"
)
# "H. T.-B.": the second half of a double surname, given as an initial.
# "A Example, 4 May" on a line of its own: an initial without a full stop; "example b.": a name in small letters.
_INITIAL_BEFORE = re.compile(r"(?:^|[\n\x1e(|])[ ]?(?P<initial>[A-ZÀ-ÖØ-Þ](?:[ ]?[A-ZÀ-ÖØ-Þ])?[ ])$")
_SIGNED_AFTER = re.compile(r"[ ]?(?:[,;)|\n\x1e]|$)|[ ]+\d")
_LOWERED_AFTER = re.compile(r" [b-hj-z](?:\.(?!\w)|(?=[\s,;:)?]|$))")
# "Meena lyer": a scan reads the capital I as a small l.
_SCANNED_AFTER = re.compile(r"[ \n](?P<word>l[^\W\d_]{2,20})(?=[ ,.;)\n]|['’]s)(?! (?:et|de|du)\b)")
_JOINED_BEFORE = re.compile(r"(?:[^\W_]+_)+$")
_JOINED_AFTER = re.compile(r"(?:_[^\W_]+)+")
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
    if article := _ARTICLE_BEFORE.search(text, max(0, start - 5), start):
        start = article.start("article")
    for _ in range(3):
        match = _PARTICLE_BEFORE.search(text[max(0, start - 12) : start])
        word = match.group(1) if match else ""
        if match is None or word.lower().rstrip("'’") not in _LEADING or not _is_particle(word, lexicon):
            break
        start = start - len(match.group(0))
    kin = _KIN_BEFORE.search(text[max(0, start - 12) : start])
    if kin is not None:
        start -= len(kin["kin"])
    if "/" in text[start:end] and text[start:end].isupper() and (ticket := _TICKET_AFTER.match(text, end)):
        end = ticket.end()
    initial = _INITIAL_BEFORE.search(text, max(0, start - 8), start)
    if initial is not None and _SIGNED_AFTER.match(text, end):
        start = initial.start("initial")
    if text[start:end].islower() and (lowered := _LOWERED_AFTER.match(text, end)):
        end = lowered.end()
    end = _with_surname(text, start, end, lexicon)
    scanned = _SCANNED_AFTER.match(text, end)
    if scanned is not None and not lexicon.is_common(scanned["word"]):
        end = scanned.end("word")
    for pattern in (_INVERTED_AFTER, _REST_AFTER, _NICKNAME_AFTER, _SUFFIX_AFTER, _INITIAL_JOINED):
        after = pattern.match(text, end, min(len(text), end + 60))
        if after and not (pattern is _NICKNAME_AFTER and _aside(after.group(), lexicon)):
            end = after.end()
    return _user_name(text, start, end)


def _user_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name with what an underscore joins to it: "moana_e"."""
    before, after = _JOINED_BEFORE.search(text, max(0, start - 30), start), _JOINED_AFTER.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)


def _with_surname(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Take in the word after a given name that stands alone, "Cara West": whatever else it means, it is a surname.

    After any name a word that is no ordinary one is taken in. Words of institutions and offices are left: "Cara House".
    """
    given = text[start:end].lower()
    after = _WORD_AFTER.match(text, end)
    if after is None:
        return end
    word = after["word"].lower()
    strange = not (
        lexicon.is_common(word) or lexicon.is_safe(after["word"]) or lexicon.is_common(word.partition("-")[0])
    )
    if not (strange or word in _DIRECTIONS) and not (
        given in lexicon.given_names or given in lexicon.given_words - lexicon.calendar
    ):
        return end
    listed = (
        lexicon.strong,
        lexicon.weak,
        lexicon.titles,
        lexicon.roles,
        lexicon.calendar,
        lexicon.countries,
        FUNCTION,
    )
    if any(word in words for words in listed) or word in lexicon.trade or (word.endswith("s") and not strange):
        return end
    return after.end("word")


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
        "mc",
        "mac",
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
