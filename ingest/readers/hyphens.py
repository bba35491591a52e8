"""Words broken at the end of a line: which hyphens belong to the word, and which only mark the break."""

from __future__ import annotations

import re

# First parts that are written with a hyphen whatever follows; typographers break few other words behind them.
_ALWAYS_WORDS = (
    "self non anti ex well ill long short full high low multi semi first third half decision policy evidence risk "
    "needs cross drug health twenty thirty forty fifty sixty seventy eighty ninety peer person police prisoner staff "
    "gender age trauma face hand pat body strip video family ever old two three four five"
)
_ALWAYS = frozenset(_ALWAYS_WORDS.split())
# First parts that begin ordinary words as well (in-spection, re-port, pre-vention), with what keeps its hyphen.
_SOMETIMES = {
    "re": "entry enter offend examin establish evaluat elect engag enact educat employ arrest admi open home hous",
    "in": "patient house cell depth reach possession service person room centre built year use",
    "on": "call site going duty the wing line",
    "off": "site duty unit wing peak",
    "out": "of",
    "up": "to",
    "under": "resourc staff report represent eighteen age",
    "inter": "agency ministerial departmental institutional american parliamentary governmental prisoner",
    "mid": "term week morning afternoon year day",
    "co": "oper ordin locat produc opt exist author defend morbid",
    "so": "called",
    "follow": "up",
    "one": "to off hour day",
    "six": "month week day hour bed year",
    "seven": "day month bed",
    "eight": "hour bed day",
    "nine": "month bed hour",
    "ten": "day minute year bed",
    "day": "to care time room",
    "year": "old long on end round",
    "month": "old long",
    "week": "long old",
    "hour": "long by",
    "part": "time",
    "place": "based",
    "human": "rights",
    "child": "friendly centred centered protection specific sensitive",
    "second": "hand floor",
}
# First parts that keep their hyphen but before these: pre-vention, post-pone, over-all, sub-ject, all-ege.
_UNLESS = {
    "pre": "ven vi sen par fer dic mis vai scr sum ser cis lim cau cip gnan ssur tend text",
    "post": "pon er ed ing al age ure s",
    "over": "all com crowd see sight view turn look night time ly due heat haul rid rul",
    "sub": "ject mit mis stan seq sid urb sti tle scri ord vert merg way trac",
    "all": "ow eg oc y ied ian ud erg ot ev",
}
# Second parts that mark a compound whatever stands before: child-focused, trauma-informed, solution-based.
_SECOND = (
    "focused focussed based led centred centered related free wide term specific friendly funded informed oriented "
    "sensitive year being service making sharing harm contained trained run owned bedded person"
)
_COMPOUND = re.compile(rf"(?:{_SECOND.replace(' ', '|')})\b")

_SUSPENDED = re.compile(r"and\b|(?:or|to)\s(?:[^\W\d_]+\s){0,2}[^\W\d_]+-\w")


def suspends(rest: str) -> bool:
    """Say whether the next line shows that the hyphen stands for what follows later: ``short-`` + ``or long-term``.

    ``or`` and ``to`` alone may end a broken word, as in ``direct-or``; ``and`` hardly does.
    """
    return _SUSPENDED.match(rest) is not None


def keeps_hyphen(first: str, rest: str) -> bool:
    """Say whether a word broken behind ``first`` keeps its hyphen.

    Args:
        first: letters before the hyphen, in lower case.
        rest: text of the next line, which starts with a small letter.

    Returns:
        true for ``self-harm`` and ``re-entry``, false for ``deten-tion`` and ``re-port``.
    """
    if first in _ALWAYS or _COMPOUND.match(rest):
        return True
    if first in _UNLESS:
        return not rest.startswith(tuple(_UNLESS[first].split()))
    return first in _SOMETIMES and rest.startswith(tuple(_SOMETIMES[first].split()))
