"""Latest: what the newest report says of a topic, for a question whether something has changed over time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.evidence import Evidence
from assistant.answers.work import Work
from assistant.question.needs import Need, coverage, stemmed
from assistant.question.query import Query
from assistant.question.terms import fold
from assistant.question.topic import topic_of
from ingest.passage import DocumentKind, DocumentRecord
from ingest.register.status import find_statuses

_OVER_TIME = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|end(?:ed)?|still|no longer|any ?more|continu(?:e|es|ed)|"
    r"persist(?:s|ed)?|chang(?:e|es|ed)|improv(?:e|es|ed)|better|worse(?:ned)?|put right|fix(?:ed)?|remed(?:y|ied)|"
    r"abolish(?:ed)?|given? up|gave up|resolv(?:e|ed))\b"
)
_ASKS = re.compile(r"^\W*(?:(?:and|so|but) )?(?:did|do|does|has|have|had|is|are|was|were|what|which|how|whether)\b")
_HALF = 0.5
_MOST = 2
_LEAST_DOCUMENTS = 2


def latest_of(work: Work, query: Query, evidence: Sequence[Evidence], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Return what the newest of several reports on a place says of the topic, its verdict first.

    Args:
        work: with the documents that the question keeps to.
        query: the question.
        evidence: sentences, best first.
        chosen: those that the answer has already.

    Returns:
        at most two sentences of one passage; empty where nothing is asked of change, or the place has one report only.
    """
    asked = fold(query.text)
    if query.kinds or not work.bounds.documents or not (_ASKS.search(asked) and _OVER_TIME.search(asked)):
        return []
    records = [work.library.ledger.document(name) for name in work.bounds.documents]
    dates = {one.document_id: _date(one) for one in records if one and one.kind is DocumentKind.VISIT_REPORT}
    if len(records) < _LEAST_DOCUMENTS or not any(dates.values()):
        return []
    newest = max(dates, key=lambda name: dates[name])
    topic = [need for need in topic_of(query) if not _OVER_TIME.search(need.label)]
    own = [item for item in evidence if item.hit.document.document_id == newest]
    spoken = [(_share(topic, item), item) for item in own]
    best = max((share for share, _ in spoken), default=0.0)
    if best < _HALF:
        return []
    # Evidence is in order: of passages as near to the topic the one with the best sentence; its section judges.
    section = _section(next(item for share, item in spoken if share == best))
    held = [item for share, item in spoken if share >= _HALF and _section(item) == section]
    judged = next((item for item in held if find_statuses(item.text)), None)
    if judged is None and any(item.hit.document.document_id == newest for item in chosen):
        return []
    if judged is None:
        return [item for item in own if topic and coverage(topic, stemmed(item.text)) >= _HALF][:1]
    same = [one for one in held if one.hit.passage.passage_id == judged.hit.passage.passage_id and one is not judged]
    return [judged, *same][:_MOST]


def with_latest(latest: Sequence[Evidence], chosen: Sequence[Evidence], most: int) -> list[Evidence]:
    """Put the newest sentences first and keep an answer as long as it was."""
    known = {(item.hit.passage.passage_id, item.text) for item in latest}
    rest = [item for item in chosen if (item.hit.passage.passage_id, item.text) not in known]
    return [*latest, *rest][: max(most, len(latest))]


def _section(item: Evidence) -> tuple[str, ...]:
    """The headings over a sentence; its paragraph where there are none."""
    return tuple(str(part) for part in item.hit.passage.heading_path) or (item.hit.passage.passage_id,)


def _share(topic: Sequence[Need], item: Evidence) -> float:
    """What share of a topic the paragraph of a sentence meets, its heading included."""
    passage = item.hit.passage
    words = stemmed(str(passage.text), *(str(part) for part in passage.heading_path[-1:]))
    return coverage(topic, words) if topic else 0.0


def _date(record: DocumentRecord) -> str:
    data = record.metadata
    return data.visit_end or data.visit_start or data.published or ""
