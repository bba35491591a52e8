"""Initials that stand for whoever wrote, typed or checked a paper, and nicknames that open an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

_END: Final = rf"[ ]*(?=[\n{SEPARATOR}]|$)"
# "... tomorrow. /AB": how notes and mails are signed in the north of Europe.
_SLASHED: Final = re.compile(
    rf"(?:(?<=[\n{SEPARATOR}])|(?<=[.!?,][ ])|(?<=[a-z][ ]))//?[ ]?(?P<name>[A-ZÀ-Þ][A-Za-zà-þ]?\.?){_END}"
)
# "Rec. sec.: ab", "Prepared by A.B.,".
_MADE_BY: Final = re.compile(
    r"\b(?:[Rr]ec\. ?[Ss]ec\.|[Mm]inutes(?: taken)?(?: by)?|[Mm]inute[- ]taker|[Ss]ecretary|[Ss]cribe|[Rr]ecorder|[Nn]ote[- ]taker|"  # noqa: E501
    r"(?:[Tt]yped|[Pp]repared|[Dd]rafted|[Cc]hecked|[Nn]oted|[Tt]aken|[Ll]ogged|[Ee]ntered|[Cc]ompiled|[Ww]ritten|[Ff]iled|[Cc]opied|[Rr]eviewed|[Vv]erified|[Aa]pproved) by)"  # noqa: E501
    rf"(?::[ ]?(?P<small>[a-z]{{2,3}}){_END}|:?[ ](?P<dotted>(?:[A-ZÀ-Þ]\.[ -]?){{1,3}})(?<![ -])(?=[\s,;)]|$)(?![ ]?[A-ZÀ-Þ])|:[ ](?P<plain>[A-ZÀ-Þ]{{2,3}})(?=[,;.]|\s?$|[\n{SEPARATOR}]))"  # noqa: E501
)
# '3. "Admiral" – elected by the wing', 'Bed 2  "Admiral" - says he': an entry that opens with what somebody is called.
_OPENS: Final = re.compile(
    rf"(?:(?:(?<=[\n{SEPARATOR}])|^)(?:[ ]*[-•*][ ]|[A-Z]{{0,3}}[ ]?\d{{1,3}}[.):]?[ ]+|[A-Z]\)[ ])?|(?<=[ ]{{2}}))"
    r"[\"“](?P<name>[A-Z][\w'’-]{1,20}(?:[ ][A-Z][\w'’-]{1,20})?)[\"”][ ][-–—][ ]"
    r"(?=(?:actually|elected|chosen|known|real|calls?|called|says|said|claims?|told|gives|refuses|came|arrived|aged|about \d|he|she|has been|used to|wants|wouldn['’]t|no papers|from|young|old|tall|\d\d)\b)"  # noqa: E501
)


def initial_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield initials under notes and behind words for writing, and quoted names at the head of entries.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    for pattern in (_SLASHED, _MADE_BY):
        for match in pattern.finditer(text):
            group = match.lastgroup or "name"
            written = match[group].replace(".", "")
            if "." in match[group] or not (lexicon.is_safe(written) or lexicon.is_common(written)) or len(written) == 1:
                yield Span(
                    match.start(group),
                    match.start(group) + len(match[group].rstrip()),
                    SpanType.NAME,
                    0.75,
                    ("initials",),
                )
    for match in _OPENS.finditer(text):
        if match["name"].split()[-1].lower() not in lexicon.strong:
            yield Span(*match.span("name"), SpanType.NAME, 0.75, ("nickname",))
