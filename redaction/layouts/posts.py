"""Posts and messages: the author before the colon of a line, and what stands in a field for a user name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

_START: Final = rf"(?:(?<=[\n{SEPARATOR}])|^)"
_FIELD: Final = re.compile(
    rf"(?:{_START}|(?<=\| ))(?:seller|buyer|vendor|user ?name|user|author|posted by|handle|screen name)[ ]?[:=][ ]?"
    r"(?P<name>@?[^\W\d_][\w.-]{1,39})(?=[\s|,;]|$)",
    re.IGNORECASE,
)
_AUTHOR: Final = re.compile(rf"{_START}(?P<name>[^\W\d_][\w.]{{1,29}})(?P<gap>[ ]?):[ ](?=\S)")
# "[22:14] ann: they took him", "14/06, 06:02 - ann: no": who writes, behind the time.
_STAMPED: Final = re.compile(
    rf"{_START}[\[(<]?(?:\d{{1,4}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?,?[ ])?\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)?(?:[ ]?[ap]\.?m\.?)?[\])>]?[ ]?[-–]?[ ]"  # noqa: E501
    r"(?P<name>[^\W\d_][\w.'’-]{1,19}(?:[ ][^\W\d_][\w.'’-]{1,19})?):[ ](?=\S)"
)
# Who writes in a log that is no chat.
NO_AUTHORS: Final = frozenset(
    [
        "note", "notes", "update", "obs", "observation", "observations", "action", "call", "caller", "incident",
        "reply", "answer", "question", "comment", "meal", "meds", "medication", "status", "handover", "roll",
        "check", "visit", "visits", "escort", "report", "staff", "nurse", "doctor", "duty", "control", "reception",
        "gate", "kitchen", "night", "day", "team", "int", "interviewer", "interpreter", "npm", "me", "us", "you",
        "q", "a",
    ]
)  # fmt: skip
# "kev_b", "lala.k", "anil77": no word of a text is written so.
_JOINED: Final = re.compile(r"\w*[^\W\d_]_\w+|\w*_[^\W_]\w*|[a-z]{3,}\.[a-z]+|(?P<word>[^\W\d_]{4,})\d{2,4}")


def post_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the authors of posts; overlaps with what others find are allowed.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    for match in _FIELD.finditer(text):
        if not lexicon.is_common(match["name"]):
            yield Span(*match.span("name"), SpanType.NAME, 0.8, ("post",))
    for match in _STAMPED.finditer(text):
        words = match["name"].lower().split()
        strange = not all(lexicon.is_common(word) or lexicon.is_safe(word) for word in words)
        if not NO_AUTHORS.intersection(words) and (strange or lexicon.given_words.issuperset(words)):
            yield Span(*match.span("name"), SpanType.NAME, 0.7, ("post",))
    for match in _AUTHOR.finditer(text):
        name = match["name"]
        joined = _JOINED.fullmatch(name)
        if joined is not None:
            # "Annex12: ..." is the label of what follows.
            author = joined["word"] is None or not (
                lexicon.is_common(joined["word"]) or lexicon.is_safe(joined["word"])
            )
        else:
            lower = name.lower()
            known = lower in lexicon.given_names or lower in lexicon.given_words
            # What a text opens with before a colon with a blank: its author, if it is no word.
            known = known or (not match.start() and not lexicon.is_common(name) and not lexicon.is_safe(name))
            author = bool(match["gap"]) and name[0].isupper() and known and lower not in lexicon.calendar
        if author:
            yield Span(*match.span("name"), SpanType.NAME, 0.8, ("post",))
