"""Period: the visit that a question of a form means by its month or year, told from figures of that month or year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question.dates import MONTHS
from assistant.question.terms import fold
from assistant.questionnaires.extent import Extent

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.passage import DocumentRecord

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w/]|[-–]\d|\.\d)"
_OF_VISIT = r"(?:visit(?: report)?|inspection(?: report)?|report)"
_WAYS = (
    # "In September 2023": what is so in a month a report of that month's visit tells without naming it.
    rf"(?:in|during|as of|at the end of) {_MONTH},? {_YEAR}",
    rf"(?:at|during|in|on) (?:the time of |the day of )?(?:the|your|its) (?:\w+ )?{_OF_VISIT} "
    rf"(?:of|in|from|carried out in|made in) (?:\d{{1,2}}(?: ?[-–] ?\d{{1,2}}| (?:to|and) \d{{1,2}})? )?"
    rf"(?:{_MONTH.replace('month', 'other')},? )?{_YEAR.replace('year', 'its')}",
    rf"(?:at|during|in|on) (?:the|your|its) (?P<y>(?:19|20)\d\d) {_OF_VISIT}",
)
_PERIODS = tuple(re.compile(rf",? ?\b{way}", re.IGNORECASE) for way in _WAYS)


def of_visits(library: Library, texts: Sequence[str], extent: Extent) -> tuple[list[str], Extent]:
    """Keep the parts of a question to the visits of the place that their periods mean.

    Where no place is named, a month may be one of figures from everywhere, and nothing is kept to.
    """
    records = list(library.ledger.documents_of(extent.documents).values()) if extent.documents else []
    read = [of_visit(text, records) for text in texts]
    meant = frozenset[str]().union(*(ids for _, ids in read))
    # What other documents say of the place is of other days.
    return [text for text, _ in read], replace(extent, documents=meant, groups=()) if meant else extent


def of_visit(text: str, records: Iterable[DocumentRecord]) -> tuple[str, frozenset[str]]:
    """Read a period by which a question names a visit.

    Args:
        text: the question.
        records: documents that may be meant.

    Returns:
        the question without the period, and the ids of the documents whose visit lies in it; the question as it is and
        no ids where it names no period or none of them is of it, for then it may be one of the figures.
    """
    for pattern in _PERIODS:
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        month = groups.get("month") or groups.get("other")
        year = groups.get("year") or groups.get("its") or groups.get("y") or ""
        wanted = f"{year}-{MONTHS[fold(month)]:02}" if month else year
        meant = frozenset(one.document_id for one in records if _visited(one, wanted))
        if meant:
            short = re.sub(r"\s+(?=[?.,;])|^[\s,]+", "", f"{text[: match.start()]}{text[match.end() :]}").strip()
            return short[:1].upper() + short[1:], meant
    return text, frozenset()


def _visited(record: DocumentRecord, wanted: str) -> bool:
    data = record.metadata
    first, last = data.visit_start or data.visit_end, data.visit_end or data.visit_start
    return bool(first and last) and str(first)[: len(wanted)] <= wanted <= str(last)[: len(wanted)]
