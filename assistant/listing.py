"""Listing: answers from the register and from the metadata, each row cited."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant import counting
from assistant.answer import Answer
from assistant.compose import choose, claims_of, running_text
from assistant.documents import document_row, list_documents
from assistant.evidence import Evidence
from assistant.grouping import UNKNOWN, first
from assistant.measure import Kind, Measure
from assistant.query import Query
from assistant.replies import replies_of
from assistant.routing import Route
from assistant.rows import row_sentence
from assistant.searching import cite
from assistant.verify import Claim, folded
from assistant.work import Work, finish
from ingest.passage import DocumentKind, DocumentRecord
from ingest.status import find_statuses

_LAW = (DocumentKind.CATALOGUE, DocumentKind.INSTRUMENT)
_MOST_ROWS = 200
_MOST_SHOWN = 12
_MOST_GROUPS = 5
_STATED = 0.5
_NUMBER = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|no)\b.{0,80}"
    r"\b(?:recommendations?|deficienc\w+|concerns?|findings?|accepted|rejected|implemented|answered|repeat\w*)\b"
    r"|\b(?:recommendations?|deficienc\w+|concerns?|findings?|accepted|rejected|implemented)\b.{0,60}\b\d+\b"
    r"|\| \d+ \|",
    re.IGNORECASE,
)
# "... and what was answered?": the replies themselves are wanted beside the entries.
_REPLIES = re.compile(
    r"\b(?:what|how) (?:was|were|is|are|did|has|have)\b[^?.;]{0,60}"
    r"\b(?:answer\w*|repl(?:y|ies|ied)|respon(?:se|ses|ds?|ded)|said)\b|"
    r"^(?:list|show|give)[^?.;]{0,20} (?:answers?|repl(?:y|ies)|responses?) (?:to|on|about)\b|"
    r"\b(?:with|and) (?:the|their|its|all|any) (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?)\b",
    re.IGNORECASE,
)
_ONLY_NUMBERS = re.compile(r"^[^|]+(?:\| [\d.,%\s–-]+)+$")


def answer_documents(work: Work) -> Answer | None:
    """List reports, visits or places from the metadata; `None` if none fits."""
    records = list_documents(work.library, work.query, work.names)
    if not records:
        return None
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
    text = f"{len(records)} of {total} documents{f' ({said})' if said else ''}: {'; '.join(lines)}."
    work.say(text)
    sentences = work.show(claims)
    return finish(work, text, sentences, count=len(records), rows=rows, lead=text)


def _holds_date(text: str, record: DocumentRecord) -> bool:
    year = (record.metadata.visit_end or record.metadata.visit_start or record.metadata.published or "")[:4]
    return bool(year) and year in text


def answer_count(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer from the register; ``None`` if the question is not about entries or nothing fits what it asks."""
    query = work.query
    counting_asked = Route.COUNT in query.routes
    if not (Route.LIST in query.routes or counting_asked):
        return None
    counted = counting.count_entries(work.library, query, work.names)
    if counted is None:
        return None
    if not counted.total and (counted.narrowed or not (counting_asked or _unsaid(query, evidence))):
        return None
    if not counted.total:
        lead = f"0. Counted: {counted.said}. The register has no entry of this kind."
        work.say(lead)
        return finish(work, lead, (), count=0, lead=lead)
    if not counted.entries and not (query.statuses and counted.looked_at):
        return None
    claims, rows = _entries(work, counted)
    # What the documents themselves say of the number stands beside the count.
    stated = claims_of(_stated(query, evidence)) if counting_asked or query.statuses else []
    lead = _lead(counted)
    work.say(lead)
    sentences = work.show([*claims, *stated])
    shown = sentences[:_MOST_SHOWN]
    text = f"{lead} {running_text(shown)}".strip()
    if len(shown) < len(sentences):
        text += f" ({len(sentences) - len(shown)} more in the rows.)"
    number = len(counted.entries)
    if counted.measure.kind is Kind.DISTINCT and counted.groups:
        number = sum(name != UNKNOWN for name, _ in counted.groups)
    return finish(work, text, sentences, count=number, rows=rows, lead=lead)


def _unsaid(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether no sentence found uses the word for the kind of entry asked for."""
    words = [kind.split("_")[0] for kind in query.kinds]
    return not any(word in item.text.casefold() for item in evidence[:5] for word in words)


def _lead(counted: counting.Counted) -> str:
    number, total = len(counted.entries), counted.total
    said = _measured(counted)
    if not said and counted.groups:
        grouped = (f"{count} {name}" if counted.by_status else f"{name}: {count}" for name, count in counted.groups)
        said = f"{', '.join(grouped)} ({number} of {total})"
    said = said or (f"{number} of {total}" if number != total else f"{total}")
    lead = f"{said}. Counted: {counted.said}."
    if not number and counted.looked_at:
        lead += f" Of the {len(counted.looked_at)} on this topic: {counting.status_counts(counted)}."
    elif counted.unknown:
        lead += f" For {counted.unknown} no status is on file."
    return lead


def _measured(counted: counting.Counted) -> str:
    """Say a share, a mean, an extreme or a number of different things; empty for a plain count."""
    number, groups = len(counted.entries), counted.groups
    known = [group for group in groups if group[0] != UNKNOWN]
    match counted.measure.kind:
        case Kind.SHARE:
            whole = counted.whole
            return f"{number} of {whole} ({_percent(number, whole)})" if whole else ""
        case Kind.MEAN if known:
            return f"{number / len(groups):.1f} on average: {number} over {len(groups)} {_plural(counted.measure)}"
        case Kind.TOP if known:
            ordered = first(groups, least=counted.measure.least)
            end = "fewest" if counted.measure.least else "most"
            best = [name for name, count in ordered if count == ordered[0][1] and name != UNKNOWN]
            rest = [f"{name}: {count}" for name, count in ordered[len(best) : len(best) + _MOST_GROUPS]]
            return f"{' and '.join(best)}: {ordered[0][1]}, the {end}{'; then ' if rest else ''}{', '.join(rest)}"
        case Kind.DISTINCT if known:
            names = "; ".join(f"{name} ({count})" for name, count in known)
            return f"{len(known)} {_plural(counted.measure)}: {names}"
        case _:
            return ""


def _percent(number: int, whole: int) -> str:
    share = 100 * number / whole
    return f"{share:.0f} %" if share == int(share) else f"{share:.1f} %"


def _plural(measure: Measure) -> str:
    of = measure.of or "report"
    return {"body": "bodies", "status": "statuses"}.get(of, f"{of}s")


def _entries(work: Work, counted: counting.Counted) -> tuple[list[Claim], list[Mapping[str, Any]]]:
    """One claim and one row for each entry; the places that print it again are cited with it."""
    everything = [entry for first in counted.entries for entry in (first, *counted.echoes.get(first.entry_id, ()))]
    cited = work.library.ledger.passages([entry.passage_id for entry in everything if entry.passage_id])
    claims: list[Claim] = []
    rows: list[Mapping[str, Any]] = []
    asked = not work.query.statuses and bool(_REPLIES.search(work.query.text))
    for entry in counted.entries[:_MOST_ROWS]:
        document = work.library.ledger.document(entry.document_id)
        if document is None:
            continue
        quotes: list[tuple[str, str]] = []
        for place in (entry, *counted.echoes.get(entry.entry_id, ())):
            passage = cited.get(place.passage_id or "")
            record = work.library.ledger.document(place.document_id)
            if passage is None or record is None:
                continue
            work.passages[passage.passage_id] = passage
            work.documents[record.document_id] = record
            wanted, text = folded(str(place.text)), folded(str(passage.text))
            whole = place is not entry or passage.block_kind == "table_row" or wanted not in text
            quotes.append((passage.passage_id, text if whole else wanted))
        mark, citation = None, f"{document.metadata.title or document.source}, {entry.locator}"
        replies: list[Claim] = []
        if quotes and (work.query.statuses or asked):
            for passage, quote in replies_of(work, entry, counted.echoes.get(entry.entry_id, ())):
                work.passages[passage.passage_id] = passage
                work.documents.update(
                    {r.document_id: r for r in [work.library.ledger.document(passage.document_id)] if r is not None}
                )
                if asked:
                    replies.append(Claim(row_sentence(passage) or quote, ((passage.passage_id, quote),)))
                elif passage.passage_id not in {name for name, _ in quotes}:
                    quotes.append((passage.passage_id, quote))
        if quotes:
            first = cited[quotes[0][0]]
            own = work.documents[first.document_id]
            mark = work.book.number(first, own, quotes[0][1])
            citation = cite(first, own)
            claims.append(Claim(row_sentence(first) or quotes[0][1], tuple(quotes[:4])))
            claims.extend(replies)
        rows.append(counting.row_of(entry, document, citation, mark))
    return claims, rows


def _stated(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Sentences that state a number of what was counted themselves."""
    evidence = [item for item in evidence if item.hit.document.kind not in _LAW]
    fit = [item for item in evidence if item.score >= _STATED and _NUMBER.search(item.text) and _says_kind(query, item)]
    told = [item for item in fit if item.hit.passage.block_kind != "table_row"]
    tabled = [item for item in fit if item.hit.passage.block_kind == "table_row"]
    return [*(choose(query, told)[:2] if told else []), *tabled[:1]]


def _says_kind(query: Query, item: Evidence) -> bool:
    """Whether a sentence speaks of the kind counted; a recommendation itself states no number of recommendations."""
    if item.hit.passage.block_kind == "table_row" and not _ONLY_NUMBERS.search(item.text):
        return False
    if item.hit.passage.locator.casefold().startswith(tuple(kind.split("_")[0] for kind in query.kinds)):
        return False
    statuses = {status for _, _, status in find_statuses(item.text)}
    if query.statuses:
        return bool(statuses & set(query.statuses))
    said = " ".join((item.text, *(str(part) for part in item.hit.passage.heading_path[-1:]))).casefold()
    words = [kind.split("_")[0][:8] for kind in query.kinds]
    return any(word in said for word in words)
