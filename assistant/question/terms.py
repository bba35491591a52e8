"""Terms: words of a text folded and stemmed, so that a question and a passage can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "’": "'"})
_REMEMBERED = 3000  # characters; longer texts are rare, and a cache of them would be large
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:'[^\W\d_]+)?")


def word_list(text: str) -> list[str]:
    """Return the words of a block of text: lists of words are easier to read and to change as text."""
    return text.split()


# Words that carry no topic in any question.
STOP = frozenset(
    word_list(
        """
    a about above after again against all also among am an and any anyone anything are as at be because been
    before being below between both but by can cannot could did do does doing done down during each either ever
    every few for from further get give given go had has have having he her here hers him his how i if in into
    is it its itself just let like made make many may me might more most much must my no nor not now of off on
    once one ones only or other our out over own please same shall she should show so some such tell than that
    the their theirs them then there these they this those through to too under until up upon us very was we
    were what when where whether which while who whom whose why will with within would you your s t d ll re ve m
    got per vs versus via want wants need know like there's what's
    someone somebody anybody nobody everyone everybody
    """
    )
)

# Words that most passages or most questions share: they say little about the topic.
WEAK = frozenset(
    word_list(
        """
    report reports inspector inspectors inspection inspections visit visits visited find finds found finding
    findings say says said state states stated according recommend recommends recommended recommendation
    recommendations made ask asks asked answer answers answered reply replied response respond responded people
    person persons case cases number total count list average figure example examples happen happened concern
    concerns concerned concerning related regarding place places use used using describe described mention
    mentioned information document documents provision article articles paragraph treaty standard basis legal
    law year years month months team members was problem issue issues overall propose proposed proposes proposal
    any still ones covered exactly currently actually look looked compare compared comparison difference differ
    differ trend versus better worse change changed forbid forbids forbidden guarantee guarantees guaranteed
    newest latest recent recently newer oblige obliges obliged require requires required allow allows lets ever right
    rule rules norm norms principle principles cite cites
    """
    )
)

_SUFFIXES = (
    ("ational", 5, ""), ("isations", 4, ""), ("izations", 4, ""), ("isation", 4, ""), ("ization", 4, ""),
    ("ations", 4, ""), ("ation", 4, ""), ("ements", 4, ""), ("ement", 4, ""), ("ments", 4, ""), ("ment", 4, ""),
    ("ingly", 4, ""), ("ities", 4, ""), ("iness", 3, ""), ("ility", 4, ""), ("ings", 3, ""), ("edly", 4, ""),
    ("ances", 4, ""), ("ences", 4, ""), ("ance", 4, ""), ("ence", 4, ""), ("able", 4, ""), ("ible", 4, ""),
    ("ives", 4, ""), ("ions", 4, ""), ("ness", 4, ""), ("ity", 4, ""), ("ive", 4, ""), ("ing", 3, ""), ("ies", 2, "y"),
    ("ied", 2, "y"), ("ion", 4, ""), ("ed", 3, ""), ("es", 3, ""), ("al", 5, ""), ("ly", 4, ""), ("s", 3, ""),
)  # fmt: skip


# Forms that no ending betrays: what a question asks in the present a report tells in the past.
_IRREGULAR = {
    form: base
    for base, *forms in (
        line.split()
        for line in """
        hold held
        keep kept
        tell told
        sleep slept
        feed fed
        feel felt
        fall fell fallen
        leave left
        spend spent
        meet met
        beat beaten
        break broke broken
        bring brought
        build built
        buy bought
        choose chose chosen
        die died dying
        drink drank drunk
        drive drove driven
        eat ate eaten
        freeze froze frozen
        give gave given
        hide hidden
        know knew known
        lie lay lain lying
        lose lost
        pay paid
        run ran
        see saw seen
        send sent
        sit sat
        speak spoke spoken
        stand stood
        steal stole stolen
        take took taken
        teach taught
        understand understood
        wake woke woken
        wear wore worn
        withdraw withdrew withdrawn
        write wrote written
        woman women
        man men
        child children
        tooth teeth
        """.strip().splitlines()
    )
    for form in forms
}


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents; its length may change."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    lowered = lowered.translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut English endings off a folded word, so that ``recommended`` and ``recommendation`` meet."""
    if word.endswith("'s"):
        word = word[:-2]
    word = _IRREGULAR.get(word, word)
    if len(word) < 4 or word[0].isdigit() or word.endswith("ss"):
        return word
    for suffix, least, replacement in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            word = word[: -len(suffix)] + replacement
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def tokens(text: str) -> list[str]:
    """Return the folded words and numbers of ``text`` in order."""
    return list(_tokens(text) if len(text) <= _REMEMBERED else _tokens.__wrapped__(text))


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    # The same passages and headings come up in many searches, and several times in one.
    return tuple(token.removesuffix("'s") for token in _TOKEN.findall(fold(text)))


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of ``text`` in order, stop words included, so that phrases stay adjacent."""
    return _stems(text) if len(text) <= _REMEMBERED else _stems.__wrapped__(text)


@lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    # In one pass: every passage that is looked at in a search is stemmed. A stem has no possessive.
    return tuple(map(stem, _TOKEN.findall(fold(text))))


def content_words(text: str) -> list[str]:
    """Return the folded words of ``text`` that are not stop words, each once, in order."""
    return list(dict.fromkeys(token for token in tokens(text) if token not in STOP))


def contains(haystack: tuple[str, ...], needle: tuple[str, ...]) -> bool:
    """Say whether the stems ``needle`` stand side by side in ``haystack``."""
    if len(needle) == 1:
        return needle[0] in haystack
    first, width = needle[0], len(needle)
    return any(haystack[at : at + width] == needle for at in range(len(haystack) - width + 1) if haystack[at] == first)


def capitalised(text: str) -> frozenset[str]:
    """Return the folded words written with a capital after the first word: names, unless all is in capitals."""
    if text.isupper():
        return frozenset()
    found = re.findall(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w'’-]+", text)
    return frozenset(word for name in found for word in tokens(name) if word not in STOP)
