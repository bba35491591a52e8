"""Lacking: what a question asks for by kind, a measure or a year, and no sentence found has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.abstain import is_common, pointed_at
from assistant.evidence import Evidence
from assistant.needs import Need, stemmed
from assistant.query import Query
from assistant.terms import fold

_SENTENCES = 12
_MEASURES = (
    (
        re.compile(r"\b(?:rate|rates|percentage|proportion|per cent|share) (?:of|at|in|for|among)\b|\brates?\W*$"),
        re.compile(
            r"%|\bper cent\b|\bpercent|\brates?\b|\bproportion\b|\bper (?:1|100|thousand)|"
            r"\b\d+ (?:of|out of) (?:the )?\d+"
        ),
    ),
    (
        re.compile(
            r"\b(?:budget|cost|costs|price|salary|salaries|wages|spend|spent|spending|expenditure|funding)\b(?! cut)"
        ),
        re.compile(
            r"[€$£¥]|\b(?:eur|usd|gbp|euros?|dollars?|pounds?|million|budget|cost|costs|price\w*|wage\w*|salar\w+|"
            r"spen[dt])\b"
        ),
    ),
    (re.compile(r"\btemperature"), re.compile(r"\bdegrees?\b|°|\btemperature")),
)


def lacks_measure(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a measure is asked for (a rate, a budget) that no sentence on the topic states.

    The topic alone is not enough: a report that speaks of suicides may still not know their rate.
    """
    asked = fold(query.text)
    said = [item for item in evidence if not query.documents or item.hit.document.document_id in query.documents]
    for wanted, stated in _MEASURES:
        if wanted.search(asked):
            rest = [need for need in query.topic if not wanted.search(need.label) and not is_common(need)]
            return not any(stated.search(fold(item.text)) and _meets(rest, item) for item in said[:_SENTENCES])
    return False


def lacks(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether something that the question asks for by kind is in no sentence found: a measure, a year."""
    return lacks_measure(query, evidence) or lacks_year(query, evidence)


def lacks_year(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a year is asked for that nothing found on the topic is of: not the sentence, not its document."""
    if not query.dates.years:
        return False
    topic = [need for need in query.topic if not need.label[0].isdigit() and not is_common(need)]
    newest = max((date for item in evidence for date in _dates_of(item)), default="")
    ahead = bool(newest) and min(query.dates.years) > newest[:4]
    named = pointed_at(query)
    for item in evidence[:_SENTENCES]:
        if named and item.hit.document.document_id not in named:
            continue
        metadata = item.hit.document.metadata
        dates = _dates_of(item)
        about = " ".join((item.text, str(item.hit.passage.text), *item.hit.passage.heading_path, metadata.title or ""))
        held = any(query.dates.holds(date) if query.dates.bounded else date[:4] in query.dates.years for date in dates)
        of_year = (not dates and not ahead) or held or any(year in about for year in query.dates.years)
        if of_year and (_meets_all(topic, item) if ahead else _meets(topic, item)):
            return False
    return bool(evidence)


def _meets_all(needs: Sequence[Need], item: Evidence) -> bool:
    """Of a year to come only a sentence on the very thing speaks: many look ahead to it in passing."""
    words = stemmed(item.text, *item.hit.passage.heading_path[-1:])
    return all(need.met_by(words.stems, words.present) >= 0.4 for need in needs)


def _dates_of(item: Evidence) -> list[str]:
    metadata = item.hit.document.metadata
    return [date for date in (metadata.visit_start, metadata.visit_end, metadata.published) if date]


def _meets(needs: Sequence[Need], item: Evidence) -> bool:
    words = stemmed(item.text, *item.hit.passage.heading_path[-1:])
    return not needs or any(need.met_by(words.stems, words.present) >= 0.4 for need in needs)
