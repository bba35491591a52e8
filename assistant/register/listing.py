"""Listing: answers from the register, each row cited."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answers.answer import Answer
from assistant.answers.compose import choose, claims_of, running_text
from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work, finish
from assistant.question.measure import Kind
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.register import counting
from assistant.register.entry_row import row_of
from assistant.register.grouping import UNKNOWN
from assistant.register.leads import lead_of
from assistant.register.reply_passages import replies_of
from assistant.register.stated import stated_number
from assistant.register.summing import Summed
from assistant.retrieval.searching import cite
from assistant.retrieval.sentences import without_number
from assistant.tables.rows import row_sentence
from ingest.passage import OFFICIAL_KINDS, DocumentRecord, RegisterEntry
from ingest.register.status import find_statuses

_MOST_ROWS = 200
MOST_SHOWN = 12
_STATED = 0.5
_NUMBER = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|no)\b.{0,80}"
    r"\b(?:recommendations|recommendation(?! (?:no\.? ?)?\d)|deficienc\w+|concerns?|findings?|accepted|"
    r"rejected|implemented|answered|repeat\w*)\b"
    r"|\b(?:recommendations|recommendation(?! (?:no\.? ?)?\d)|deficienc\w+|concerns?|findings?|accepted|rejected|"
    r"implemented)\b.{0,60}\b\d+\b"
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
# "Which recommendation was rejected", "list every request that was not answered": one kind in the singular is a list.
_EACH = re.compile(
    r"^\W*(?:which|(?:list|show|name|give)(?: me)? (?:every|each|any)) "
    r"(?:recommendation|deficiency|concern|finding|request|requirement)\b",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"^\W*(?:(?:and|so) )?what (?:was|were|has been|have been|did [^?]{2,60}?|do(?:es)? [^?]{2,60}?) "
    r"recommend(?:ed)?\b",
    re.IGNORECASE,
)
_ONLY_NUMBERS = re.compile(r"^[^|]+(?:\| [\d.,%\s–-]+)+$")


@dataclass(frozen=True)
class EntryRow:
    """One entry on its way to a row of an answer; ``quoted`` is the passage and the quotation that stand for it."""

    entry: RegisterEntry
    document: DocumentRecord
    citation: str
    quoted: tuple[str, str] | None


def register_count(work: Work, evidence: Sequence[Evidence]) -> counting.Counted | None:
    """Count for a question that asks for a number or a list; ``None`` if it asks for neither, or nothing fits."""
    query = work.query
    counting_asked = Route.COUNT in query.routes
    if not (Route.LIST in query.routes or counting_asked):
        return _recommended(work)
    counted = counting.count_entries(work.library, query, work.names)
    if counted is None:
        return None
    if counted.unapplied and not counting_asked and len(counted.entries) == counted.total:
        # What was not understood would make a list of everything.
        return None
    if not counted.total and (counted.narrowed or not _unsaid(query, evidence)):
        return None
    said = query.only or (query.statuses and counted.looked_at) or (counting_asked and counted.alone)
    if counted.total and not counted.entries and not said:
        return None
    return counted


def _recommended(work: Work) -> counting.Counted | None:
    """The entries that a question asks for without a plural: "what was recommended", "which recommendation was"."""
    query = work.query
    if Route.COMPARISON in query.routes:
        return None
    if query.kinds and _EACH.search(query.text) and (query.repeats_only or query.statuses):
        counted = counting.count_entries(work.library, query, work.names)
        return counted if counted is not None and counted.entries and not counted.unapplied else None
    if query.kinds or not _RECOMMENDED.search(query.text):
        return None
    meant = replace(query, kinds=("recommendation",), interpretation=("recommendation", *query.interpretation))
    counted = counting.count_entries(work.library, meant, work.names, wide=True)
    if counted is None or counted.unapplied or not counted.narrowed or counted.documents:
        return None
    return counted if 0 < len(counted.entries) <= MOST_SHOWN else None


def answer_counted(
    work: Work,
    evidence: Sequence[Evidence],
    counted: counting.Counted,
    summed: Summed | None = None,
) -> Answer:
    """Answer with a count or a list, each entry cited.

    Args:
        work: the question.
        evidence: sentences found, best first.
        counted: what the register has.
        summed: the number that documents themselves give for the same, which then is the answer.
    """
    query = work.query
    counting_asked = Route.COUNT in query.routes
    if not counted.total:
        lead = f"0. Counted: {counted.said}. The register has no entry of this kind."
        work.say(lead)
        return finish(work, lead, (), count=0, lead=lead)
    claims, rows = entry_claims(work, counted)
    # What the documents themselves say of the number stands beside the count.
    said = _stated(query, _of_counted(evidence, counted)) if counting_asked or query.statuses else []
    stated = claims_of(said)
    lead = lead_of(counted)
    summing = _summed_claims(work, summed)
    stated = [claim for claim in stated if claim.quotes[0] not in {one.quotes[0] for one in summing}]
    if summed is not None and summed.number != len(counted.entries):
        lead = f"{summed.number}, as a document itself says, quoted last. The register holds {lead}"
    told = [item.text for item in said if item.hit.passage.block_kind != "table_row"]
    other = stated_number(query, told) if _is_plain_total(query, counted) else None
    if other is not None and other != len(counted.entries):
        lead += f" A document itself says {other}, quoted below; the register holds {len(counted.entries)}."
    beside = [*summing, *stated]
    if beside:
        last = "quotation" if len(beside) == 1 else f"{len(beside)} quotations"
        lead += f" The last {last} below: also said, not counted."
    if counting_asked and counted.unapplied:
        lead = f"At most {lead[0].lower()}{lead[1:]}"
    work.say(lead)
    own, said_too = work.show(claims), work.show(beside)
    sentences, shown = (*own, *said_too), own[:MOST_SHOWN]
    text = f"{lead} {running_text(shown)}".strip()
    if len(shown) < len(own):
        text += f" ({len(own) - len(shown)} more in the rows.)"
    if said_too:
        text += f" Also said, not counted: {running_text(said_too)}"
    number: int | None = summed.number if summed else len(counted.entries)
    if counted.measure.kind is Kind.DISTINCT and counted.groups:
        number = sum(name != UNKNOWN for name, _ in counted.groups)
    if counting_asked and counted.unapplied:
        # A number that a word of the question was left out of is no exact one.
        number = None
    return finish(work, text, sentences, count=number, rows=numbered_rows(work, rows), lead=lead)


def _summed_claims(work: Work, summed: Summed | None) -> list[Claim]:
    """The sentences in which documents count themselves, their passages noted as retrieved."""
    claims = []
    for one in summed.sentences if summed else []:
        record = work.library.ledger.document(one.passage.document_id) if one.passage else None
        if one.passage is not None and record is not None:
            work.passages[one.passage.passage_id] = one.passage
            work.documents[record.document_id] = record
            claims.append(Claim(without_number(folded(one.text)), ((one.passage.passage_id, folded(one.text)),)))
    return claims


def _unsaid(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether no sentence found uses the word for the kind of entry asked for."""
    words = [kind.split("_")[0] for kind in query.kinds]
    return not any(word in item.text.casefold() for item in evidence[:5] for word in words)


def entry_claims(work: Work, counted: counting.Counted) -> tuple[list[Claim], list[EntryRow]]:
    """One claim and one row for each entry; the places that print it again are cited with it."""
    everything = [entry for first in counted.entries for entry in (first, *counted.echoes.get(first.entry_id, ()))]
    cited = work.library.ledger.passages([entry.passage_id for entry in everything if entry.passage_id])
    claims: list[Claim] = []
    rows: list[EntryRow] = []
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
        quoted, citation = None, f"{document.metadata.title or document.source}, {entry.locator}"
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
            quoted = (first.passage_id, quotes[0][1])
            citation = cite(first, own)
            claims.append(Claim(row_sentence(first) or quotes[0][1], tuple(quotes[:4])))
            claims.extend(replies)
        rows.append(EntryRow(entry, document, citation, quoted))
    return claims, rows


def numbered_rows(work: Work, rows: Sequence[EntryRow]) -> list[Mapping[str, Any]]:
    """Return rows with the numbers of their citations, once the sentences are shown: numbers rise as they are read."""
    marks = {(one.passage_id, one.quote): one.n for one in work.book.citations}
    return [
        row_of(row.entry, row.document, row.citation, marks.get(row.quoted) if row.quoted else None) for row in rows
    ]


def _stated(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Sentences that state a number of what was counted themselves."""
    evidence = [item for item in evidence if item.hit.document.kind not in OFFICIAL_KINDS]
    fit = [item for item in evidence if item.score >= _STATED and _NUMBER.search(item.text) and _says_kind(query, item)]
    told = [item for item in fit if item.hit.passage.block_kind != "table_row"]
    tabled = [item for item in fit if item.hit.passage.block_kind == "table_row"]
    return [*(choose(query, told)[:2] if told else []), *tabled[:1]]


def _is_plain_total(query: Query, counted: counting.Counted) -> bool:
    """Whether all entries of one report are counted, at most by their status: what that report says is comparable."""
    restricted = counted.narrowed or query.addressee or query.repeats_only or query.dates.bounded or counted.unapplied
    whole = counted.total == len(counted.looked_at) and not re.search(r"\bnew\b", query.text, re.IGNORECASE)
    return (
        not restricted
        and whole
        and counted.measure.kind is Kind.COUNT
        and len({entry.document_id for entry in counted.looked_at}) == 1
    )


def _of_counted(evidence: Sequence[Evidence], counted: counting.Counted) -> list[Evidence]:
    """What the documents say that hold what was counted, or print it again: others speak of other entries."""
    held = {one.document_id for entry in counted.looked_at for one in (entry, *counted.echoes.get(entry.entry_id, ()))}
    return [item for item in evidence if item.hit.document.document_id in held]


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
