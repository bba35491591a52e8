"""Shown: register entries that the last answer quoted, so that "who has to do it?" is answered from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.answer import Answer, Turn
from assistant.answers.compose import running_text
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work, finish
from assistant.question.terms import content_words, fold, stem
from assistant.register.counting import REQUESTS
from assistant.register.entry_row import row_of
from assistant.retrieval.searching import Hit, cite
from assistant.retrieval.sentences import without_number
from assistant.tables.rows import row_sentence
from ingest.passage import Filters, RegisterEntry

# Who is to act, of something that only a pronoun or "the recommendations" names.
_WHO = re.compile(
    r"^(?:and |so |but |then )?(?:(?:to |by )?whom?|(?:to |by )?(?:which|what) (?:authority|authorities|body|bodies|"
    r"office|offices|ministry|department)) "
    r"(?:has|have|had|is|are|was|were|must|should|needs?|will|would|do|does|did)\b"
    r"(?: (?:to|be|been|responsible|in charge|supposed|expected|obliged|required|do|act|on|for|of|carry|out|implement|"
    r"implementing|doing|fix|see|take|care|them|it|this|that|these|those|they|the|recommendations?|ones?|each|all|"
    r"both|made|addressed|directed|asked|told|meant|by|apply|go))*\W*$"
    r"|^(?:and |so )?(?:by |to )?whom?(?: to| by)?\W*$|^(?:and )?whose (?:job|task|responsibility) (?:is|are|was) "
    r"(?:it|that|this|they|these|those)\W*$|^(?:and )?who (?:are|were|is|was) the addressees?\W*$"
)
_REFUSED = re.compile(r"^(?:not found\b|\s*$)", re.IGNORECASE)
_SHORTEST = 20
_LEAST_SHARED = 2
_MOST_MEANT = 2


def asks_who(question: str) -> bool:
    """Say whether a question asks whom the recommendations just shown are addressed to."""
    return bool(_WHO.match(fold(question).strip()))


def entries_shown(work: Work, history: Sequence[Turn]) -> list[RegisterEntry]:
    """Return the requests that the last answer quotes, in its order; answers that found nothing are passed over."""
    answers = [turn.content for turn in history if turn.role == "assistant" and not _REFUSED.match(turn.content)]
    if not answers:
        return []
    last = folded(answers[-1])
    found: list[tuple[int, RegisterEntry]] = []
    for entry in work.library.ledger.register(Filters(), kinds=REQUESTS):
        said = without_number(folded(str(entry.text)))
        at = last.find(said) if len(said) >= _SHORTEST else -1
        if at >= 0:
            found.append((at, entry))
    return [entry for _, entry in sorted(found, key=lambda item: item[0])]


def last_entries(work: Work, history: Sequence[Turn]) -> tuple[list[RegisterEntry], bool]:
    """Return the entries that the last answer listed, else those that it quoted, and whether it listed them."""
    turns = [turn for turn in history if turn.role == "assistant" and not _REFUSED.match(turn.content)]
    if not turns:
        return [], False
    ledger, last = work.library.ledger, turns[-1]
    listed = [entry for name in last.entries if (entry := ledger.entry(name)) is not None]
    if listed or not last.passages:
        quoted = listed or entries_shown(work, turns)
        return quoted, bool(listed) or len(quoted) > 1
    order = {name: at for at, name in enumerate(last.passages)}
    found = [entry for entry in ledger.register(Filters(), kinds=REQUESTS) if entry.passage_id in order]
    return sorted(found, key=lambda entry: order[entry.passage_id or ""]), False


def entries_found(work: Work, hits: Sequence[Hit]) -> list[RegisterEntry]:
    """Return the requests that stand in the documents of the best passages and share most of what they speak of."""
    if not hits:
        return []
    own = hits[0].document.document_id
    words = {stem(word) for word in content_words(str(hits[0].passage.text))}
    found = []
    for entry in work.library.ledger.register(Filters(documents=(own,)), kinds=REQUESTS):
        theirs = {stem(word) for word in content_words(str(entry.text))}
        shared = len(words & theirs)
        if shared >= _LEAST_SHARED and entry.addressee:
            found.append((shared / len(theirs), entry))
    found.sort(key=lambda item: -item[0])
    return [entry for share, entry in found[:_MOST_MEANT] if share >= 0.75 * found[0][0]]


def answer_who(work: Work, entries: Sequence[RegisterEntry]) -> Answer | None:
    """Say whom the entries are addressed to, each with its own words; ``None`` where the register names nobody."""
    return _each(work, "Addressed to", [(entry, entry, entry.addressee) for entry in entries if entry.addressee])


def answer_when(work: Work, entries: Sequence[RegisterEntry]) -> Answer | None:
    """Say until when the entries are due, as asked for and as replies promise; ``None`` where nothing says so."""
    found = []
    for entry in entries:
        later = [work.library.ledger.entry(name) for name in entry.followed_up_by]
        for one in (entry, *(each for each in later if each is not None)):
            if one.due:
                found.append((entry, one, one.due))
    return _each(work, "Due", found)


def _each(work: Work, head: str, found: Sequence[tuple[RegisterEntry, RegisterEntry, str]]) -> Answer | None:
    """Say one thing of each entry, with the words of the entry that says it."""
    passages = work.library.ledger.passages([one.passage_id for _, one, _ in found if one.passage_id])
    claims, rows, lines = [], [], []
    for entry, one, said in found:
        passage = passages.get(one.passage_id or "")
        document = work.library.ledger.document(one.document_id)
        if passage is None or document is None:
            continue
        work.passages[passage.passage_id] = passage
        work.documents[document.document_id] = document
        text, wanted = folded(str(passage.text)), folded(str(one.text))
        row = row_sentence(passage)
        quote = wanted if wanted in text and not row else text
        mark = work.book.number(passage, document, quote)
        claims.append(Claim(row or quote, ((passage.passage_id, quote),)))
        rows.append(row_of(entry, document, cite(passage, document), mark))
        lines.append(f"{said} ({one.locator})")
    if not claims:
        return None
    lead = f"{head}: {'; '.join(dict.fromkeys(lines))}."
    work.say(lead)
    sentences = work.show(claims)
    return finish(work, f"{lead} {running_text(sentences)}", sentences, rows=rows, lead=lead)
