"""Rosters: lists of bare names, one a line, after a number, a day or the word for a shift."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.names.allowlist import Allowlist
from redaction.span import Span, SpanType
from redaction.union import Ranges

_LINE: Final = re.compile(rf"[^\n{SEPARATOR}]+")
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME: Final = rf"{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}"
_ITEM: Final = re.compile(
    rf"[ ]*(?:\(?\d{{1,2}}[.):]?[ ]+|[-•*–][ ]*|\(?[a-z][.)][ ]+)?(?P<name>{_NAME})"
    r"(?:[ ]?[,:;–-][ ].{1,50}|[ ]\(.{1,40}\)|[ ]+\d[\d:.h –-]{0,12})?[ ]*[.;,]?[ ]*"
)
_LEADED: Final = re.compile(
    r"(?P<lead>\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?(?:[ ](?:am|pm|AM|PM|nights?|days?))?|"  # noqa: E501
    r"(?:[Oo]n|[Oo]ff)[ ](?:duty|shift|call|leave)|[Nn]ights?|[Ee]arl(?:y|ies)|[Ll]ates?|(?:[Nn]ight|[Dd]ay|[Ee]arly|[Ll]ate)[ ]shift|"  # noqa: E501
    r"[Rr]ota|[Rr]oster|[Pp]resent|[Ss]taff[ ]present|[Aa]bsent|[Rr]elief|(?:[Nn]ext[ ])?[Vv]isit|[Vv]isitors?|[Ss]een[ ]by|[Ii]nterviewed|[Ee]scorts?|[Dd]elegation|[Ww]itness(?:es)?|"  # noqa: E501
    r"[Ss]poke[ ](?:to|with)|[Mm]et(?:[ ]with)?|who[ ]spoke|[Oo]n[ ]post)[ ]?[:–-][ ])"
    rf"(?P<names>{_NAME}(?:(?:,[ ]|[ ]?/[ ]?|[ ]?\+[ ]?|[ ]?&[ ]?|[ ]and[ ]|;[ ]){_NAME}){{0,11}})"
)
# "1) Nneka, with a baby 2) Osaze 3) ...": numbered within one line.
_INLINE: Final = re.compile(rf"(?:^|[ :])\(?(?P<number>\d{{1,2}})\)[ ](?P<name>{_NAME})")
_PEOPLE: Final = re.compile(
    r"\b(?:persons?|people|interviewed|seen|met|spoke|names?|detainees?|prisoners?|patients?|women|men|boys|girls|witness(?:es)?|staff)\b"
)
# "Shift A: Bramble, Example, Ash.": lists after a colon, the lead of which says what they list.
_LISTED: Final = re.compile(
    rf"(?<!\w)(?P<lead>[^\W\d_]{{1,20}}+)(?:[ ][\w'’-]{{1,20}}+){{0,3}}[ ]?[:–][ ]"
    rf"(?P<names>{_NAME}(?:(?:,[ ]|[ ]?/[ ]?|[ ]?\+[ ]?|[ ]?&[ ]?|;[ ]|,?[ ]and[ ]){_NAME}){{1,11}})"
    rf"(?=[.;|\n{SEPARATOR}]|$)"
)
_OF_PEOPLE: Final = frozenset(
    [
        "shift", "shifts", "duty", "crew", "relief", "roll", "rota", "present", "absent", "apologies", "escort",
        "escorts", "officers", "guards", "nurses", "monitors", "prisoners", "detainees", "patients", "orderlies",
        "cleaners", "cooks",
    ]
)  # fmt: skip
_PART: Final = re.compile(_NAME)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINED: Final = re.compile(
    r"(?:[ ](?:AND|&|\+)[ ]|[ ]?/[ ]?|,[ ](?:AND[ ])?)(?P<word>[A-ZÀ-Þ]{4,}(?:['’-][A-ZÀ-Þ]{2,})?)(?![\w-])"
)
_SHORTEST: Final = 3
# Shorter words in capitals are rather acronyms than surnames.
_SHORTEST_CAPITALS: Final = 6


def roster_spans(text: str, lexicon: Lexicon, allowlist: Allowlist) -> list[Span]:
    """Return the names of lists that hold nothing but names.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
        allowlist: what the document uses as places.
    """
    spans: list[Span] = []
    run: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        item = _ITEM.fullmatch(line.group()) if len(line.group()) < 90 else None
        if item is not None and not _barred(item["name"], lexicon, allowlist):
            run.append((line.start() + item.start("name"), line.start() + item.end("name")))
            continue
        spans += _judged(text, run, _SHORTEST, lexicon)
        run = []
        spans += _judged(
            text, _numbered(line, lexicon, allowlist), _SHORTEST, lexicon, people=_PEOPLE.search(line.group())
        )
    spans += _judged(text, run, _SHORTEST, lexicon)
    for match in _LEADED.finditer(text):
        base = match.start("names")
        parts = [(base + part.start(), base + part.end()) for part in _PART.finditer(match["names"])]
        # "Next visit: April", "Prior visits: May 2019".
        dated = "isit" in match["lead"] and any(text[start:end].lower() in lexicon.calendar for start, end in parts)
        if not dated and not any(_barred(text[start:end], lexicon, allowlist, led=True) for start, end in parts):
            # "Next visit: Oldtown" names a place; only given names make persons of what is visited.
            spans += _judged(text, parts, 1, lexicon, people="isit" not in match["lead"])
    return spans


def rest_of_lists(text: str, names: Sequence[Span], lexicon: Lexicon, allowlist: Allowlist) -> Iterator[Span]:
    """Yield the other items of lists in which names were found, whatever else the words mean.

    Half of a list has to be names, or the list is one of people, as lists with its lead are that hold a name.

    Args:
        text: the manuscript's text.
        names: spans found so far.
        lexicon: word lists.
        allowlist: what the document uses as places.
    """
    taken = Ranges((span.start, span.end) for span in names if span.type is SpanType.NAME)
    lists: list[tuple[str, list[tuple[int, int]], int]] = []
    for match in _LISTED.finditer(text):
        base = match.start("names")
        parts = [(base + part.start(), base + part.end()) for part in _PART.finditer(match["names"])]
        if not any(_barred(text[start:end], lexicon, allowlist, led=True) for start, end in parts):
            found = sum(bool(taken.touching(start, end)) for start, end in parts)
            lists.append((match["lead"].lower(), parts, found))
    people = {lead for lead, _parts, found in lists if found and lead in _OF_PEOPLE}
    for lead, parts, found in lists:
        if lead in people or (found > 1 and found * 2 >= len(parts)):
            for start, end in parts:
                if not taken.touching(start, end):
                    yield Span(start, end, SpanType.NAME, 0.6, ("roster",))


def beside_in_capitals(text: str, names: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Yield the words in capitals that a name in capitals is joined to: "COE AND EXAMPLE", "COE, EXAMPLE".

    Args:
        text: the manuscript's text.
        names: spans found so far.
        lexicon: word lists.
    """
    for span in names:
        if span.type is not SpanType.NAME or not text[span.start : span.end].isupper():
            continue
        end = span.end
        while joined := _JOINED.match(text, end):
            word, low = joined["word"], joined["word"].lower()
            if lexicon.is_common(word) or lexicon.is_safe(word) or low in lexicon.roles or low in lexicon.titles:
                break
            yield Span(*joined.span("word"), SpanType.NAME, 0.6, ("roster",))
            end = joined.end()


def _numbered(line: re.Match[str], lexicon: Lexicon, allowlist: Allowlist) -> list[tuple[int, int]]:
    """Return the items of a list that is numbered within one line; none where one of them is no person."""
    if line.group().count(") ") < _SHORTEST:
        return []
    items = list(_INLINE.finditer(line.group()))
    numbers = [int(item["number"]) for item in items]
    if numbers != list(range(1, len(items) + 1)) or any(_barred(item["name"], lexicon, allowlist) for item in items):
        return []
    return [(line.start() + item.start("name"), line.start() + item.end("name")) for item in items]


def _judged(
    text: str, run: list[tuple[int, int]], shortest: int, lexicon: Lexicon, people: object = None
) -> Iterator[Span]:
    """Yield a list as names where it is long enough and most of it can be nothing else."""
    if len(run) < shortest:
        return
    sure = sum(_name(text[start:end], lexicon) for start, end in run)
    given = sum(_given(text[start:end], lexicon) for start, end in run)
    if sure * 2 < len(run) or (given * 4 < len(run) and not people):
        # Towns in a list are strange words too; a list of persons has given names among them.
        return
    for start, end in run:
        yield Span(start, end, SpanType.NAME, 0.65, ("roster",))


def _name(written: str, lexicon: Lexicon) -> bool:
    """Say whether a list item holds a word that is no ordinary one, or begins with a given name."""
    words = [word.group() for word in _WORD.finditer(written)]
    return words[0].lower() in lexicon.given_words or any(
        len(word) > 1
        and not lexicon.is_common(word)
        and not lexicon.is_safe(word)
        and not (word.isupper() and len(word) < _SHORTEST_CAPITALS)
        for word in words
    )


def _given(written: str, lexicon: Lexicon) -> bool:
    return any(
        word.group().lower() in lexicon.given_names or word.group().lower() in lexicon.given_words
        for word in _WORD.finditer(written)
    )


def _barred(written: str, lexicon: Lexicon, allowlist: Allowlist, *, led: bool = False) -> bool:
    """Say whether a list item is a place, a body, an office or a term."""
    words = [word.group() for word in _WORD.finditer(written)]
    lows = [word.lower() for word in words]
    return any(
        low in lexicon.strong
        or (low in lexicon.weak and not led)
        or low in lexicon.roles
        or low in lexicon.titles
        or low in lexicon.cities
        or low in lexicon.calendar - lexicon.given_words
        or (lexicon.is_safe(word) and low not in lexicon.given_words)
        or allowlist.place(word)
        for word, low in zip(words, lows, strict=True)
    ) or (len(words) == 1 and words[0].isupper() and len(words[0]) < _SHORTEST_CAPITALS)
