"""Undone: that nothing on file is later than a recommendation, for a question whether it was carried out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.evidence import Evidence
from assistant.question.needs import coverage, stemmed
from assistant.question.query import Query
from assistant.question.terms import fold
from assistant.question.topic import topic_of
from ingest.passage import DocumentRecord
from ingest.register.status import find_statuses

_WHETHER = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:did|has|have|was|were)\b[^?]*\b(?:end|ended|stop|stopped|ceased?|fix|fixed|repair|"
    r"repaired|introduced?|improved?|abolish|abolished|chang(?:e|ed)|remedy|remedied|install|installed|hir(?:e|ed)|"
    r"replaced?|renovated?|put|provided?|done|carr(?:y|ied) out|implement|implemented|set up|given? up|gave up)\b"
)
_DUTY = re.compile(r"\b(?:should|shall|must|recommend\w*|urge\w*|asks? that|is to|are to|needs? to|has to|have to)\b")
_SENTENCES = 8
_HALF = 0.5


def nothing_later(query: Query, evidence: Sequence[Evidence]) -> str | None:
    """Return the notice that it is not on file whether something was done; ``None`` where it is, or is not asked.

    Args:
        query: the question.
        evidence: sentences found, best first: one asks for the thing, and none is of a later document.
    """
    topic = topic_of(query)
    if not topic or not _WHETHER.search(fold(query.text)):
        return None
    told = [item for item in evidence[:_SENTENCES] if coverage(topic, stemmed(item.text)) >= _HALF]
    wanted = [item for item in told if _DUTY.search(fold(item.text))]
    if not wanted or any(find_statuses(item.text) for item in told):
        return None
    asked_on = max(_date(item.hit.document) for item in wanted)
    if not asked_on or any(_date(item.hit.document) > asked_on for item in told):
        return None
    record = next(item.hit.document for item in wanted if _date(item.hit.document) == asked_on)
    return f"Nothing on file after {record.metadata.title or record.source} says whether this was done."


def _date(record: DocumentRecord) -> str:
    return record.metadata.published or record.metadata.visit_end or ""
