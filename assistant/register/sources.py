"""Sources: who said what the last answer quotes, asked back: "who said that?", "where does it stand?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.answer import Answer, Turn
from assistant.answers.compose import running_text
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work, finish
from assistant.question.terms import fold
from assistant.retrieval.searching import cite
from assistant.retrieval.sentences import split_sentences, without_number
from ingest.passage import DocumentKind, DocumentRecord, Passage

_ASKED = re.compile(
    r"^(?:(?:and|but|so|ok|then),? )*(?:who (?:said|says|wrote|writes|found|reported|reports|stated|states|claimed|"
    r"claims|told you|recommended|asked for|noted|observed)(?: (?:that|this|it|so|them|those))?|says who|"
    r"according to whom|(?:on )?whose (?:words|finding|view|statement) (?:is|are|was|were) (?:that|this|it|those|"
    r"these)|where (?:is|was|are|were|does|do|did) (?:that|this|it|they|those|these|you)(?: \w+){1,3}|"
    r"(?:what|which) (?:is|was|are|were) (?:the|your) sources?(?: (?:of|for) (?:that|this|it))?|"
    r"(?:which|what) (?:document|report|source|reply|letter)s? (?:says?|said|is|are|was|were) (?:that|this|it|so)"
    r"(?: from)?)"
    r"\W*$"
)
_STANDS = re.compile(r"\b(?:stands?|written|say|said|says|find|from|come|printed|quoted|read|get|got)\b")
_REFUSED = re.compile(r"^(?:not found\b|\s*$)", re.IGNORECASE)
_MOST = 5
_WHO = {
    DocumentKind.RESPONSE: "the authority, in its reply",
    DocumentKind.INSTRUMENT: "the law",
    DocumentKind.CATALOGUE: "the catalogue of criteria",
}


def asks_source(question: str) -> bool:
    """Say whether a question asks who said, or where stands, what was answered last."""
    asked = fold(question).strip()
    return bool(_ASKED.match(asked)) and (not asked.startswith("where") or bool(_STANDS.search(asked)))


def answer_sources(work: Work, history: Sequence[Turn]) -> Answer | None:
    """Name the documents that the last answer quotes, with their words; ``None`` where no answer quoted any."""
    turns = [turn for turn in history if turn.role == "assistant" and not _REFUSED.match(turn.content)]
    if not turns or not turns[-1].passages:
        return None
    last = folded(turns[-1].content)
    passages = work.library.ledger.passages(turns[-1].passages)
    claims: list[Claim] = []
    said: list[str] = []
    for name in dict.fromkeys(turns[-1].passages):
        passage = passages.get(name)
        record = work.library.ledger.document(passage.document_id) if passage is not None else None
        if passage is None or record is None or len(claims) == _MOST:
            continue
        work.passages[name], work.documents[record.document_id] = passage, record
        quote = _quoted(passage, last)
        claims.append(Claim(quote, ((name, quote),)))
        said.append(f"{_who(record)} ({cite(passage, record)})")
    if not claims:
        return None
    lead = f"Said by: {'; '.join(dict.fromkeys(said))}."
    work.say(lead)
    sentences = work.show(claims)
    return finish(work, f"{lead} {running_text(sentences)}", sentences, lead=lead)


def _quoted(passage: Passage, last: str) -> str:
    """The sentence of a passage that the last answer holds; its first where none does."""
    pieces = [folded(without_number(one)) for one in split_sentences(str(passage.text), passage.block_kind)]
    return next((piece for piece in pieces if piece and piece in last), pieces[0])


def _who(record: DocumentRecord) -> str:
    return _WHO.get(record.kind, record.metadata.inspecting_body or "the report")
