"""Forms about one person: a label, a colon, and what the label promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.layouts.tables import kind_of, read_cell
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.recognizers.numerals import is_date
from redaction.span import Span, SpanType

_FIELD: Final = re.compile(
    rf"(?:(?:(?<=[\n{SEPARATOR}|])|^)[ ]*|(?<=[ ]{{2}}))(?:\d{{1,2}}[.)][ ])?(?P<label>[^\W\d_][^\n{SEPARATOR}|:]{{0,38}}?)[ ]?:[ ]"  # noqa: E501
    rf"(?P<value>[^\s{SEPARATOR}|][^\n{SEPARATOR}|]{{0,120}}?)(?=[ ]{{2}}|[ ]?[\n{SEPARATOR}|]|[ ]?$)"
)
# Fields as near as this to each other belong to one form.
_NEAR: Final = 160
_SHORTEST: Final = 3
# Labels that only a person's form has; names, addresses and telephones are those of establishments too.
_PERSONAL: Final = frozenset({SpanType.DOB, SpanType.AGE, SpanType.NATIONALITY, SpanType.CELL})
_ASIDE: Final = re.compile(r"[ ]?[(;].*$")
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"[A-Z]{0,4}[ /-]?\d[\d ./-]{4,22}\d(?:[ /-]?[A-Z\d]{1,3})?")
_LEAST_DIGITS: Final = 6
_OF_THINGS: Final = re.compile(
    r"\b(?:serial|batch|lot|model|version|invoice|order|date|time|tel|telephone|phone|fax|total|capacity|budget|form|law|act|page|protocol)\b",
    re.IGNORECASE,
)


def field_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the values in the forms of persons, as their labels call them.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    form: list[tuple[re.Match[str], SpanType | None]] = []
    for match in _FIELD.finditer(text):
        if form and match.start() - form[-1][0].end() > _NEAR:
            yield from _values(text, form, lexicon)
            form = []
        form.append((match, kind_of(match["label"])))
    yield from _values(text, form, lexicon)


def _values(text: str, form: list[tuple[re.Match[str], SpanType | None]], lexicon: Lexicon) -> Iterator[Span]:
    kinds = {kind for _match, kind in form if kind is not None}
    if len(kinds) < _SHORTEST or not kinds & _PERSONAL:
        return
    for match, kind in form:
        start, end = match.span("value")
        if kind is None:
            number = _NUMBER.fullmatch(_ASIDE.sub("", match["value"]))
            if number is None or is_date(number.group()) or _OF_THINGS.search(match["label"]):
                continue
            if len(_DIGIT.findall(number.group())) >= _LEAST_DIGITS:
                yield Span(start, start + number.end(), SpanType.ID, 0.7, ("form",))
            continue
        if kind is not SpanType.ADDRESS:
            end = start + len(_ASIDE.sub("", match["value"]))
        yield from read_cell(text, start, end, kind, lexicon, "form")
