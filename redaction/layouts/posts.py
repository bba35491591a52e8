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
