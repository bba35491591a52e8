"""Figures: numbers of things that documents state or number themselves: rows of a table, a range of labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.abstain import is_common
from assistant.answers.answer import Answer
from assistant.answers.compose import running_text
from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work, finish
from assistant.question.naming import is_generic
from assistant.question.needs import Need, stemmed
from assistant.question.numerals import NUMERAL, ranges_in
from assistant.question.query import Query
from assistant.question.routing import wants_count
from assistant.question.scope import register_filters
from assistant.question.terms import STOP, fold, stem, tokens
from assistant.question.topic import run_of_names, topic_of
from assistant.tables.reading import Tally
from assistant.tables.rows import cells_of, headers_of, row_sentence
from assistant.tables.table import tables_in
from assistant.tables.tallies import tally
from ingest.passage import OFFICIAL_KINDS, Filters

_MOST_DOCUMENTS = 6
_MOST_READ = 12
_MOST_ROWS = 12
_NEAR = 0.75
_MET = 0.4
_COUNTED = re.compile(rf"\b{NUMERAL} (?:[\w-]+ ){{0,2}}$", re.IGNORECASE)


def answer_table(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer with a number worked out from one table; ``None`` where no table has a place for every word."""
    found = _tally(work, evidence)
    if found is None:
        return None
    claims = []
    for row in found.rows[:_MOST_ROWS]:
        record = work.library.ledger.document(row.document_id)
        if record is None:
            continue
        work.passages[row.passage_id] = row
        work.documents[row.document_id] = record
        quote = folded(str(row.text))
        claims.append(Claim(row_sentence(row) or quote, ((row.passage_id, quote),)))
    number = f"{found.number:g}" if found.number != int(found.number) else str(int(found.number))
    place = re.sub(r" row \d+.*", "", found.rows[0].locator)
    lead = f"{number}. Counted: {found.said} ({place})."
    if not found.whole:
        work.notices.append("some rows of the table could not be read")
    work.say(lead)
    sentences = work.show(claims)
    if not sentences:
        return None
    count = int(found.number) if found.number == int(found.number) and found.whole else None
    return finish(work, f"{lead} {running_text(sentences)}", sentences, count=count, lead=lead)


def _tally(work: Work, evidence: Sequence[Evidence]) -> Tally | None:
    query = work.query
    filters = register_filters(query, work.names, dated=False)
    if filters is None:
        return None
    near = dict.fromkeys(item.hit.document.document_id for item in evidence[:_MOST_READ] if _is_report(item))
    documents = [name for name in near if not filters.documents or name in filters.documents]
    documents += [name for name in filters.documents if name not in near]
    documents += [name for name in _answered_by(work, filters.documents) if name not in documents]
    named = query.naming_words | run_of_names(query)
    # Of "Home Borje" in small letters the word for the kind of place names nothing by itself either.
    named |= {need.label for need in query.needs if named and is_generic(need.label)}
    needs = [need for need in query.needs if not set(need.label.split()) <= named]
    names = [need for need in query.needs if need not in needs]
    return tally(query.text, needs, tables_in(work.library, documents[:_MOST_DOCUMENTS]), names)


def _answered_by(work: Work, documents: Sequence[str]) -> list[str]:
    """The documents whose entries those named answer or judge: a reply to a report is about the same place."""
    if not documents:
        return []
    ledger = work.library.ledger
    later = {entry.entry_id for entry in ledger.register(Filters(documents=tuple(documents)))}
    return list(dict.fromkeys(one.document_id for one in ledger.register(Filters()) if later & set(one.followed_up_by)))


def answer_range(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer with the size of a range of labels ("cells S1 to S6") in a sentence that says all a question asks."""
    query = work.query
    if not wants_count(query.text) or query.kinds or not evidence:
        return None
    noun = _noun(query.text)
    needs = [need for need in topic_of(query) if not need.label.isdigit()]
    for item in evidence[:_MOST_READ]:
        if item.score < _NEAR * evidence[0].score or not _is_report(item) or not _says(needs, item, query):
            continue
        for start, end, _, low, high in ranges_in(item.text):
            before = item.text[:start].rstrip()
            labelled = {stem(word) for word in tokens(before)[-2:]} & noun
            if not labelled or _COUNTED.search(before.rpartition(" ")[0] + " "):
                continue
            written = item.text[start:end].strip()
            lead = f"{high - low + 1}: {written}, if they are numbered without a gap."
            work.say(lead)
            quote = folded(item.text)
            sentences = work.show([Claim(quote, ((item.hit.passage.passage_id, quote),))])
            if sentences:
                text = f"{lead} {running_text(sentences)}"
                return finish(work, text, sentences, count=high - low + 1, lead=lead)
    return None


def labelled_row(query: Query, evidence: Sequence[Evidence]) -> Evidence | None:
    """Return the row that bears the name a question gives and has a column of figures for what it counts.

    Where several columns count it, of two years for instance, the row is quoted and no number is singled out.
    """
    asked, noun = set(tokens(query.text)), _noun(query.text)
    for item in evidence[:_MOST_READ]:
        cells, headers = cells_of(item.hit.passage), headers_of(item.hit.passage)
        label = (
            [word for word in tokens(cells[0]) if word not in STOP] if cells and headers and _is_report(item) else []
        )
        named = set(label) <= asked and any(not is_generic(word) and not word.isdigit() for word in label)
        figures = [at for at, cell in enumerate(cells) if at and cell.strip().isdigit()]
        counted = named and any(noun & {stem(word) for word in tokens(headers[at])} for at in figures)
        if counted and _tells_rest(query, item, {*label, *noun}):
            return item
    return None


def _tells_rest(query: Query, item: Evidence, known: set[str]) -> bool:
    """Whether a row or what stands over it speaks of what else is asked: of "prisoners", how many "wore gowns"."""
    rest = [
        need for need in query.topic
        if not is_common(need) and not set(need.label.split()) & query.naming_words
        and not {*need.label.split(), *need.own} & known
    ]  # fmt: skip
    passage = item.hit.passage
    words = stemmed(str(passage.text), *headers_of(passage), *(str(part) for part in passage.heading_path[-1:]))
    return not rest or any(need.met_by(words.stems, words.present) >= _MET for need in rest)


def _noun(question: str) -> set[str]:
    """The stems of what is counted: the words after "how many", up to the verb."""
    match = re.search(r"\b(?:how many|number of|count of)\b(?: of)?(?: the)? (.*)", fold(question))
    words = tokens(match[1])[:4] if match else []
    found: set[str] = set()
    for word in words:
        if word in STOP and found:
            break
        found.add(stem(word))
    return found


def _says(needs: Sequence[Need], item: Evidence, query: Query) -> bool:
    words = stemmed(item.text)
    return all(
        need.met_by(words.stems, words.present) >= _MET for need in needs if need.label not in query.naming_words
    )


def _is_report(item: Evidence) -> bool:
    return item.hit.document.kind not in OFFICIAL_KINDS
