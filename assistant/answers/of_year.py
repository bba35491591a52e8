"""Of a year: whether what was found is of the year that a question names, by its sentence or its document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.abstain import is_common, pointed_at
from assistant.answers.core import meets, share_of
from assistant.answers.evidence import Evidence
from assistant.question.answer_type import holds_number
from assistant.question.dates import MONTHS
from assistant.question.needs import Need
from assistant.question.query import Query
from assistant.question.routing import Route, wants_count
from ingest.passage import DocumentRecord

_SENTENCES = 12
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d/])")


def lacks_year(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a year is asked for that nothing found on the topic is of: not the sentence, not its document.

    Where nothing is on the topic, it may be said in words of its own, and it is not the year that is lacking.
    """
    if not query.dates.years:
        return False
    topic = [
        need for need in query.topic
        if not need.label[0].isdigit() and not is_common(need) and need.label not in MONTHS
    ]  # fmt: skip
    newest = max((date for item in evidence for date in dates_of(item.hit.document)), default="")
    ahead = bool(newest) and min(query.dates.years) > newest[:4]
    counts = wants_count(query.text) and Route.COUNT not in query.routes
    named = pointed_at(query)
    spoken = False
    for item in evidence[:_SENTENCES]:
        if named and item.hit.document.document_id not in named:
            continue
        on_topic = _meets_all(topic, item) if ahead else meets(topic, item)
        spoken = spoken or meets(topic, item)
        of_year = _number_of_year(query, item) if counts else _is_of_year(query, item, ahead=ahead)
        if of_year and on_topic:
            return False
    # Of a thing of the field that is counted nothing at all is said, in whatever words.
    return spoken or ahead or (counts and any(need.others for need in topic))


def _is_of_year(query: Query, item: Evidence, *, ahead: bool) -> bool:
    dates = dates_of(item.hit.document)
    title = item.hit.document.metadata.title or ""
    about = " ".join((item.text, str(item.hit.passage.text), *item.hit.passage.heading_path, title))
    return (not dates and not ahead) or _dated(query, dates) or any(year in about for year in query.dates.years)


def _number_of_year(query: Query, item: Evidence) -> bool:
    """Whether a sentence gives a number of the year: where it or its paragraph names another, it is of that one."""
    said = set(_YEAR.findall(item.text)) or set(_YEAR.findall(str(item.hit.passage.text)))
    if not holds_number(item.text):
        return False
    return bool(said & set(query.dates.years)) if said else _is_of_year(query, item, ahead=False)


def _dated(query: Query, dates: Sequence[str]) -> bool:
    return any(query.dates.holds(date) if query.dates.bounded else date[:4] in query.dates.years for date in dates)


def dates_of(document: DocumentRecord) -> list[str]:
    """Return the ISO dates that a document has: of its visit and of its publication."""
    metadata = document.metadata
    return [date for date in (metadata.visit_start, metadata.visit_end, metadata.published) if date]


def _meets_all(needs: Sequence[Need], item: Evidence) -> bool:
    """Of a year to come only a sentence on the very thing speaks: many look ahead to it in passing."""
    return share_of(needs, item) == 1


def of_years(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Keep what is of the years that a question names: documents so dated, and sentences that name the year."""
    if not query.dates.bounded:
        return list(evidence)
    kept = []
    for item in evidence:
        dates = dates_of(item.hit.document)
        named = any(year in item.text for year in query.dates.years)
        if named or not dates or any(query.dates.holds(date) for date in dates):
            kept.append(item)
    return kept
