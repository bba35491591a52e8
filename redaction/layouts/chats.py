"""Exported chats and logs of a shift: who writes stands on a line with the time, and the message below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from redaction.layouts.posts import NO_AUTHORS
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

_START: Final = rf"(?:(?<=[\n{SEPARATOR}])|^)"
_TIME: Final = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[ ]?[ap]\.?m\.?)?"
_WORD: Final = r"[^\W\d_][\w.'’-]{0,19}"
# "ann  22:15", "night manager – ann b  23:52", with the message on the line below.
_HEAD: Final = re.compile(
    rf"{_START}(?:[a-z]+(?:[ ][a-z]+)?[ ][–-][ ])?(?P<name>{_WORD}(?:[ ]{_WORD}){{0,2}})[ ]{{2,}}{_TIME}[ ]*(?=[\n{SEPARATOR}])"  # noqa: E501
)
# "little_owl_9 · 3 feb, 23:14": a name of one's own choice before the day.
_DATED: Final = re.compile(rf"{_START}(?P<name>@?[\w.-]{{3,40}})[ ][·•|][ ]\d{{1,2}}[ ][a-z]{{3,9}}\b", re.IGNORECASE)
# "#4 little_owl_9 · 02:14": the number of a post, who writes, and the hour.
_POSTED: Final = re.compile(
    rf"{_START}(?:#|[Nn]o\.?[ ]|[Pp]ost[ ])\d{{1,5}}[ ]?[·•|–-]?[ ](?P<name>@?[\w.-]{{2,40}}(?:[ ][\w.-]{{2,20}}){{0,2}}?)[ ]?[·•|,–-][ ]?"  # noqa: E501
    rf"(?:[^\n]{{2,20}}[ ])?{_TIME}"
)
# "K found!!", "stop calling R": somebody is known by a letter; vitamins and wings have letters too.
_LETTER: Final = re.compile(
    rf"(?:{_START}(?P<first>[B-HJ-WYZ])(?=[ ](?:is|was|has|had|not|still|back|found|gone|asleep|refus\w+|said|says|wants|went|came|in|on|off|ok)\b)"  # noqa: E501
    r"|\b(?:call(?:ing|s|ed)?|told|tell|ask(?:ed)?|with|for|give|gave|check(?:ed)? on|seen|spoke to|from)[ ](?P<after>[B-HJ-WYZ])(?=[ ][a-z\"“‘']|[!?,.][ \n]))"  # noqa: E501
)
# So many heads make a chat; the tables of a day's routine have such lines too, one below the other.
_LEAST: Final = 3


def chat_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield who writes in a chat, and whoever is spoken of there by one letter.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    for match in _DATED.finditer(text):
        if not lexicon.is_common(match["name"]) and any(character.isalpha() for character in match["name"]):
            yield Span(*match.span("name"), SpanType.CONTACT, 0.8, ("chat",))
    for match in _POSTED.finditer(text):
        words = match["name"].lower().split()
        if not NO_AUTHORS.intersection(words) and not all(map(lexicon.is_common, words)):
            yield Span(*match.span("name"), SpanType.NAME, 0.8, ("chat",))
    heads = list(_HEAD.finditer(text))
    bounds = {match.start() for match in heads}
    heads = [match for match in heads if match.end() + 1 not in bounds]
    if len(heads) < _LEAST:
        return
    often = Counter(match["name"].lower() for match in heads)
    for match in heads:
        words = match["name"].lower().split()
        strange = any(not lexicon.is_common(word) and not lexicon.is_safe(word) for word in words)
        if not NO_AUTHORS.intersection(words) and (strange or often[match["name"].lower()] > 1):
            yield Span(*match.span("name"), SpanType.NAME, 0.8, ("chat",))
    for match in _LETTER.finditer(text, heads[0].start()):
        yield Span(*match.span(match.lastgroup or 0), SpanType.NAME, 0.6, ("chat",))
