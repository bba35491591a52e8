"""Listing: answers from the register and from the metadata, each row cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant import counting
from assistant.answer import Answer
from assistant.compose import choose, claims_of, running_text
from assistant.evidence import Evidence
from assistant.routing import Route
from assistant.search import cite
from assistant.verify import Claim, folded
from assistant.work import Work, finish
from ingest.passage import DocumentRecord

_MOST_ROWS = 200


def answer_documents(work: Work) -> Answer | None:
    """List reports, visits or places from the metadata; `None` if none fits."""
    records = counting.list_documents(work.library, work.query, work.names)
    if not records:
        return None
    rows = [counting.document_row(record) for record in records]
    claims = []
    for record in records:
        passages = work.library.ledger.document_passages(record.document_id)
        dated = next((p for p in passages[:8] if _holds_date(str(p.text), record)), passages[0] if passages else None)
        if dated is not None:
            work.passages[dated.passage_id] = dated
            work.documents[record.document_id] = record
            quote = folded(str(dated.text))[:400]
            claims.append(Claim(quote, ((dated.passage_id, quote),)))
    sentences = work.show(claims)
    total = work.library.ledger.coverage(work.query.filters).documents
    lines = [
        f"{record.metadata.place or record.metadata.title or record.source}"
        f" ({record.metadata.visit_start or record.metadata.published or 'no date'})"
        for record in records
    ]
    said = "; ".join(work.query.interpretation)
    text = f"{len(records)} of {total} documents{f' ({said})' if said else ''}: {'; '.join(lines)}."
    return finish(work, text, sentences, count=len(records), rows=rows)


def _holds_date(text: str, record: DocumentRecord) -> bool:
    year = (record.metadata.visit_end or record.metadata.visit_start or record.metadata.published or "")[:4]
    return bool(year) and year in text


def answer_count(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer from the register; ``None`` if the question is not about entries or nothing fits what it asks."""
    query = work.query
    listing, counting_asked = Route.LIST in query.routes, Route.COUNT in query.routes
    if not (listing or counting_asked):
        return None
    counted = counting.count_entries(work.library, query, work.names)
    if counted is None or not counted.total or (not counted.entries and (counted.narrowed or query.statuses)):
        return None
    echoes = [echo for entry in counted.entries for echo in counted.echoes.get(entry.entry_id, ())]
    everything = (*counted.entries, *echoes)
    cited = work.library.ledger.passages([entry.passage_id for entry in everything if entry.passage_id])
    rows: list[Mapping[str, Any]] = []
    claims: list[Claim] = []
    echoed = {echo.entry_id for echo in echoes}
    for entry in everything[:_MOST_ROWS]:
        document = work.library.ledger.document(entry.document_id)
        if document is None:
            continue
        passage = cited.get(entry.passage_id or "")
        mark, citation = None, f"{document.metadata.title or document.source}, {entry.locator}"
        if passage is not None:
            work.passages[passage.passage_id] = passage
            work.documents[document.document_id] = document
            text = folded(str(entry.text))
            quote = text if text and text in folded(str(passage.text)) else folded(str(passage.text))
            claims.append(Claim(quote, ((passage.passage_id, quote),)))
            mark = work.book.number(passage, document, quote)
            citation = cite(passage, document)
        if entry.entry_id not in echoed:
            rows.append(counting.row_of(entry, document, citation, mark))
    # What the documents themselves say of the number stands beside the count.
    said = claims_of(choose(query, [item for item in evidence if item.score >= 0.5])[:2])
    stated = work.show(said) if counting_asked or query.statuses else ()
    sentences = (*stated, *work.show(claims[:_MOST_ROWS]))
    groups = ", ".join(f"{count} {name}" for name, count in counted.groups)
    number = (
        f"{len(counted.entries)} of {counted.total}" if len(counted.entries) != counted.total else f"{counted.total}"
    )
    if groups:
        number = f"{groups} (of {counted.total})"
    text = f"{number} ({counted.said})."
    if sentences:
        text += " " + running_text(sentences[:12])
    return finish(work, text, sentences, count=len(counted.entries), rows=rows)
