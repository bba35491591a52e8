"""Following up: questions about the register entries that the last answer showed, answered from those entries alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.answer import Answer, Turn
from assistant.answers.compose import running_text
from assistant.answers.work import Work, finish
from assistant.question.query import understand
from assistant.question.terms import fold
from assistant.register.counting import REQUESTS
from assistant.register.entry_row import row_of
from assistant.register.numbers import answer_number
from assistant.register.replies import Matter, claims_about, matters_for
from assistant.register.shown import answer_when, entries_shown, last_entries
from assistant.register.sources import answer_sources, asks_source
from assistant.retrieval.searching import cite
from ingest.passage import RegisterEntry

_LEAD = r"^(?:(?:and|but|so|ok|then),? )*"
# Reasons and replies, of something that was just shown.
_REPLY = re.compile(
    rf"{_LEAD}(?:why(?: not)?|for what reasons?|on what grounds|"
    r"(?:what|how) (?:was|were|has been|have been) (?:it |they |this |that |these |those )?(?:then |also )?(?:answered|"
    r"replied|responded|the (?:authorit\w+|ministry|government)['’]?s? (?:reply|answer|response))"
    r"(?: (?:to|about|on) (?:it|them|that|those|these|this|each(?: of them)?|both))?|"
    r"what (?:repl(?:y|ies)|answers?|responses?) (?:was|were|has been|have been|is there|are there)"
    r"(?: (?:given|received|made|sent))?|(?:was|were|has|have) (?:it|they|that|those|these) (?:been )?"
    r"(?:answered|replied to)|"
    r"what (?:was|is|were|are) (?:the|their) (?:reasons?|repl(?:y|ies)|answers?|responses?)|"
    r"(?:what|which) (?:reasons?|grounds?|explanations?|justifications?) (?:was|were|is|are|did they|has been|"
    r"have been)"
    r"(?: (?:given|stated|named|offered|give))?(?: for (?:it|that|this|them))?|"
    r"what (?:did|do|does|has|have) (?:they|it|the (?:authorit\w+|ministry|government|department|"
    r"agency)) (?:say|said|answer\w*|repl\w+|respon\w+)(?: (?:to|about|on) (?:it|them|that|those|these|this))?|"
    r"why (?:was|were|is|are|did|has|have) (?:it|they|this|that|those|these)(?: \w+){0,3}|"
    r"(?:any|the|and the|their) (?:repl(?:y|ies)|answers?|responses?|reasons?))\W*$"
)
_AMONG = re.compile(
    rf"{_LEAD}(?P<head>which|what|how many)(?: ones?| recommendations?| findings?)? of (?:them|those|these)"
    r"(?P<rest>\b.+?)\W*$"
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_ORDINAL = re.compile(
    rf"{_LEAD}(?:(?:give|show|tell|quote)(?: me| us)?(?: about)? |(?:what|how) (?:is|was|about|does|of|became of|"
    rf"happened (?:to|with)) )?the "
    rf"(?P<at>{'|'.join(_ORDINALS)})(?: one| recommendation| finding| of (?:them|these|those))?(?: say)?\W*$"
)
# More than its words are wanted of one: its reply, its fate.
_BECAME = re.compile(r"\b(?:what about|how about|what of|became of|happened)\b")
# Another addressee alone: "And to the police?"
_TO = re.compile(
    rf"{_LEAD}(?:what about |how about )?(?:the ones |those )?(?:to|addressed to|made to) (?:the )?"
    r"(?P<who>[^?.,;]{3,60}?)\W*$"
)
# "What about the other ones?", after some of what was listed before.
_OTHERS = re.compile(
    rf"{_LEAD}(?:(?:what|how) about|which (?:are|were)|what (?:are|were)|what happened (?:to|with)|list|show(?: me)?) "
    r"(?:all )?the (?:others?|rest|remaining|remainder)"
    r"(?: (?:ones?|recommendations?|findings?|of (?:them|these|those)))?"
    r"\W*$"
)
# "When is it due?", "what is the deadline?", of what was just shown.
_WHEN = re.compile(
    rf"{_LEAD}(?:(?:by |until )?when (?:is|are|was|were|must|should|does|do|did|will|has|have) (?:it|that|this|they|"
    r"these|those|each)(?: (?:due|to be|be|have|has|had|get|done|implemented|carried out|completed?|met|ready|fixed|in "
    r"place|happen))*|(?:by|until) when|what (?:is|was|are|were) (?:the|its|their) (?:deadlines?|due dates?|"
    r"time ?limits?))\W*$"
)
_MOST, _MOST_TOLD = 12, 24


def answer_following(work: Work, question: str, history: Sequence[Turn]) -> Answer | None:
    """Answer a follow-up from the entries that were shown last; ``None`` if it asks for something else or none were.

    Args:
        work: the question, not written out.
        question: as asked.
        history: earlier messages, oldest first.
    """
    if asks_source(question):
        return answer_sources(work, history)
    asked = fold(question).strip()
    reply, among, ordinal = _REPLY.match(asked), _AMONG.match(asked), _ORDINAL.match(asked)
    to, when = _TO.match(asked), _WHEN.match(asked)
    if when:
        return answer_when(work, last_entries(work, history)[0] or entries_shown(work, history))
    if _OTHERS.match(asked):
        left = _left_out(work, history)
        return _counted(work, left, "which", "") if left else None
    if not (reply or among or ordinal or to):
        return None
    entries, listed = last_entries(work, history)
    if ordinal and len(entries) <= max(1, _ORDINALS[ordinal["at"]]):
        # "The second one" of a list that was narrowed to one since.
        entries, listed = _last_list(work, history, max(2, _ORDINALS[ordinal["at"]] + 1)), True
    if not entries or not (listed or among):
        return None
    if to:
        return _to_another(work, entries, to["who"])
    if ordinal:
        at = _ORDINALS[ordinal["at"]]
        return _told(work, entries[at : at + 1 or None], replies=bool(_BECAME.search(asked)))
    if reply:
        return _told(work, entries, replies=True) if len(entries) <= _MOST else None
    return _counted(work, entries, f"{among['head']}", among["rest"]) if among else None


def _last_list(work: Work, history: Sequence[Turn], least: int) -> list[RegisterEntry]:
    """The entries of the last answer that listed so many; none if no answer did."""
    listed = (turn.entries for turn in reversed(history) if turn.role == "assistant")
    names = next((names for names in listed if len(names) >= least), ())
    return [entry for name in names if (entry := work.library.ledger.entry(name)) is not None]


def _left_out(work: Work, history: Sequence[Turn]) -> list[RegisterEntry]:
    """The entries of an earlier list that the last answer, a part of it, left out."""
    listed = [turn.entries for turn in history if turn.role == "assistant" and turn.entries]
    last = set(listed[-1]) if listed else set()
    whole = next((names for names in reversed(listed[:-1]) if last < set(names)), ())
    found = (work.library.ledger.entry(name) for name in whole if name not in last)
    return [entry for entry in found if entry is not None]


def _counted(work: Work, entries: Sequence[RegisterEntry], head: str, rest: str) -> Answer | None:
    kinds = {entry.kind for entry in entries}
    noun = kinds.pop().replace("_", " ") + "s" if len(kinds) == 1 else "recommendations"
    those = f" that{rest}" if rest else ""
    written = f"{'How many' if head.startswith('how') else 'Which'} {noun.replace('ys', 'ies')} are there{those}?"
    query = replace(
        understand(written, work.names, work.query.filters), only=frozenset(entry.entry_id for entry in entries)
    )
    own = replace(work, query=query)
    own.notices.append(f"among the {len(entries)} {'shown' if rest else 'left of those shown'} before")
    return answer_number(own, ())


def _to_another(work: Work, entries: Sequence[RegisterEntry], who: str) -> Answer | None:
    """List what the same documents ask of another addressee."""
    query = understand(f"Which recommendations were made to the {who}?", work.names, work.query.filters)
    if query.places or query.documents:
        return None
    held = tuple(sorted({entry.document_id for entry in entries}))
    own = replace(work, query=replace(query, filters=replace(query.filters, documents=held)))
    return answer_number(own, ())


def _told(work: Work, entries: Sequence[RegisterEntry], *, replies: bool) -> Answer | None:
    matters = matters_for(work, entries)
    if not matters:
        return None
    told = [matter for matter in matters if matter.replies or matter.entry.status_claimed or matter.entry.response]
    if replies and not told:
        work.notices.append("no reply to what was shown before is on file")
    silent = [matter.entry for matter in matters if matter not in told] if told and replies else []
    if silent:
        called = ", ".join(entry.number or entry.locator for entry in silent)
        work.notices.append(f"no reply to {len(silent)} of the {len(matters)} is on file: {called}")
    claims = claims_about(work, told if replies and told else matters, answers=replies, most=_MOST_TOLD)
    sentences = work.show(claims)
    if not sentences:
        return None
    return finish(work, running_text(sentences), sentences, rows=_rows(work, matters))


def _rows(work: Work, matters: Sequence[Matter]) -> list[dict[str, object]]:
    rows = []
    for matter in matters:
        document = work.documents.get(matter.passage.document_id)
        if document is not None and matter.entry.kind in REQUESTS:
            rows.append(row_of(matter.entry, document, cite(matter.passage, document), None))
    return rows
