"""Measures: what kind of number a question about the register wants, besides a plain count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.question.register_words import SPELT_OUT
from assistant.question.terms import fold


class Kind(StrEnum):
    """Kinds of numbers."""

    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"
    DISTINCT = "distinct"
    TOP = "top"


@dataclass(frozen=True)
class Measure:
    """What is wanted.

    Attributes:
        kind: of number.
        of: for a mean, distinct count or extreme, what entries are counted by: ``year``, ``place``, ``body``,
            ``addressee``, ``theme``, ``status`` or ``report``.
        least: whether the smallest group is wanted rather than the largest.
    """

    kind: Kind = Kind.COUNT
    of: str | None = None
    least: bool = False


_GROUPS = {
    "year": r"years?",
    "place": r"(?:places?|prisons?|establishments?|institutions?|facilit(?:y|ies)|homes?|hospitals?|stations?|centres?|"
    r"centers?|sites?)(?: of detention)?",
    "body": r"(?:bod(?:y|ies)|mechanisms?|inspectorates?|npms?|ombuds\w*|committees?|inspecting bod(?:y|ies))",
    "country": r"(?:countr(?:y|ies)|jurisdictions?)",
    "addressee": r"(?:authorit(?:y|ies)|addressees?|ministr(?:y|ies)|departments?|recipients?|offices?)",
    "theme": r"(?:themes?|topics?|subjects?|issues?|areas?)",
    "status": r"(?:status(?:es)?)",
    "report": r"(?:reports?|documents?|visits?|inspections?)",
}
_GROUP = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _GROUPS.items())
_AGAIN = _GROUP.replace("?P<", "?P<other_")
_SHARE = re.compile(
    r"\b(?:what|which|the|give|calculate)\b.{0,20}"
    r"\b(?:share|percentage|percent|per cent|proportion|fraction|part|rate)\b(?: of\b| were\b| was\b| is\b| are\b)"
    r"(?! (?:the |its |that )?(?:chapter|report|section|document|annex|table)\b)"
    r"|^(?:share|percentage|proportion|fraction) of\b"
)
_MEAN = re.compile(rf"\b(?:average|mean)\b.*?\b(?:{_GROUP})\b|\b(?:{_AGAIN})\b.*?\bon average\b")
_TOP = re.compile(
    rf"\b(?:which|what|whose)\b(?: (?:\w+ )?(?:kind|type) of)? (?:inspecting |visiting |single )?(?:{_GROUP})\b"
    r".{0,60}?\b(?P<extreme>most|fewest|least|more|highest|lowest|largest|smallest|greatest)\b"
    r"|\b(?P<first>most|fewest|highest|lowest|largest|smallest)\b.{0,60}\b(?:by|per|in which|in what) "
    rf"(?:{_AGAIN})\b"
)
_DISTINCT = re.compile(
    r"^(?:(?:and|so|but|in|of|at|to|by|from) )*(?:how many|number of|count(?: of)?(?: the)?) "
    rf"(?:different |distinct |separate )?(?:inspecting |visiting )?(?:{_GROUP})\b"
    r"(?! (?:recommendations|findings|concerns|deficiencies))"
)
_GROUP_BY = re.compile(
    r"\b(?:by|per|for each|each) (year|place|prison|theme|addressee|authority|status|kind|body|country)\b"
)
_BY_STATUS = re.compile(
    r"\b(?:by|per|according to) (?:the |their |its )?(?:outcomes?|results?|responses?|answers?|repl(?:y|ies)|verdicts?|"
    r"standing|progress|what (?:the |was |became |has |had |have )?\w+)\b"
)
_FEW = frozenset(["fewest", "least", "lowest", "smallest"])


def group_of(folded: str) -> str | None:
    """Return what counts are to be grouped by, as a folded question says it."""
    grouped = _GROUP_BY.search(folded)
    return grouped[1] if grouped else "status" if _BY_STATUS.search(folded) else None


def measure_of(question: str) -> Measure:
    """Read what number a question about entries of the register wants."""
    # "Areas for improvement" are entries and no areas.
    text = SPELT_OUT.sub("recommendations", fold(question).strip())
    for kind, pattern in ((Kind.SHARE, _SHARE), (Kind.MEAN, _MEAN), (Kind.TOP, _TOP), (Kind.DISTINCT, _DISTINCT)):
        match = pattern.search(text)
        if match is None:
            continue
        if kind is Kind.SHARE:
            return Measure(kind)
        groups = {name.split("_")[-1]: value for name, value in match.groupdict().items() if value}
        of = next((name for name in _GROUPS if name in groups), None)
        least = (groups.get("extreme") or groups.get("first") or "") in _FEW
        return Measure(kind, of, least)
    return Measure()
