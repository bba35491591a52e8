"""Document lists: answers that name reports, visits or places, from the metadata and the chains of visits."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.answer import Answer
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work, finish
from assistant.question.scope import of_type
from assistant.register.documents import document_row, list_documents
from assistant.register.revisits import asks_revisits, least_visits, visited_again
from ingest.passage import DocumentRecord, DocumentStatus


def answer_documents(work: Work) -> Answer | None:
    """List reports, visits or places from the metadata; `None` if none fits."""
    if asks_revisits(work.query):
        return _answer_revisits(work)
    records = list_documents(work.library, work.query, work.names)
    return _of_records(work, records) if records else None


def _answer_revisits(work: Work) -> Answer:
    """List the places visited more than once, each with the days of its visits."""
    ledger, query, least = work.library.ledger, work.query, least_visits(work.query)
    among = ledger.documents(query.filters, str(DocumentStatus.INDEXED))
    among = [one for one in among if not query.dates.bounded or query.dates.holds(_day(one))]
    typed = ledger.documents(of_type(work.library, query, query.filters), str(DocumentStatus.INDEXED))
    found = visited_again(work.library, among, least, {one.document_id for one in typed})
    times = "twice" if least == 2 else f"{least} times"
    said = f"{len(found)} {'place' if len(found) == 1 else 'places'} with reports on file of {least} visits or more"
    said += f", by the links between {ledger.coverage(query.filters).documents} documents"
    if not found:
        lead = f"{said}. The library holds no place that it knows to have been visited {times}."
        work.say(lead)
        return finish(work, lead, (), count=0, lead=lead)
    lines = [f"{name} ({', '.join(_day(record) for record in records)})" for name, records in found]
    lead = f"{said}: {'; '.join(lines)}. A visit that no report here is of is not counted."
    return _of_records(work, [record for _, records in found for record in records], lead, len(found))


def _day(record: DocumentRecord) -> str:
    return record.metadata.visit_start or record.metadata.visit_end or record.metadata.published or "no date"


def _of_records(work: Work, records: Sequence[DocumentRecord], lead: str = "", number: int | None = None) -> Answer:
    """Name documents, each with a passage that dates it."""
    rows = [document_row(record) for record in records]
    claims = []
    for record in records:
        passages = work.library.ledger.document_passages(record.document_id)
        dated = next((p for p in passages[:8] if _holds_date(str(p.text), record)), passages[0] if passages else None)
        if dated is not None:
            work.passages[dated.passage_id] = dated
            work.documents[record.document_id] = record
            quote = folded(str(dated.text))[:400]
            claims.append(Claim(quote, ((dated.passage_id, quote),)))
    total = work.library.ledger.coverage(work.query.filters).documents
    lines = [
        f"{record.metadata.place or record.metadata.title or record.source}"
        f" ({record.metadata.visit_start or record.metadata.published or 'no date'})"
        for record in records
    ]
    said = "; ".join(work.query.interpretation)
    text = lead or f"{len(records)} of {total} documents{f' ({said})' if said else ''}: {'; '.join(lines)}."
    work.say(text)
    sentences = work.show(claims)
    return finish(work, text, sentences, count=len(records) if number is None else number, rows=rows, lead=text)


def _holds_date(text: str, record: DocumentRecord) -> bool:
    year = (record.metadata.visit_end or record.metadata.visit_start or record.metadata.published or "")[:4]
    return bool(year) and year in text
