"""Deadlines: which entry is due first or last, what is due in order, and which replies are overdue, by their days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from assistant.answers.answer import Answer, Reason
from assistant.answers.compose import running_text
from assistant.answers.work import Work, finish, refuse
from assistant.question.query import understand
from assistant.question.terms import fold
from assistant.register.counting import REQUESTS, Counted, count_own_entries
from assistant.register.listing import MOST_SHOWN, entry_claims, numbered_rows
from assistant.register.overdue import due_of
from assistant.register.standing import Standing
from ingest.passage import DocumentKind, Filters, RegisterEntry

_DEADLINE = r"(?:deadlines?|due dates?|time[- ]?limits?|time ?frames?|target dates?)"
_FIRST = r"(?:earliest|soonest|first|nearest|closest|next|shortest)"
_LAST = r"(?:latest|last|furthest|longest|most distant)"
# "Which recommendation has the earliest deadline", "what is due next", "whose time limit runs out last".
_EXTREME = re.compile(
    rf"\b(?:(?P<first>{_FIRST})|(?P<last>{_LAST})) (?:of (?:all |the )*(?:its |their )?)?{_DEADLINE}\b|"
    rf"\b(?:falls? due|due|{_DEADLINE} (?:(?:that|which) )?(?:is|are|comes?|expires?|ends?|falls?|runs? out|lies?))"
    rf" (?:the )?(?:(?P<due_first>{_FIRST})|(?P<due_last>{_LAST}))\b|"
    rf"\b(?:(?P<be_first>{_FIRST})|(?P<be_last>{_LAST})) (?:to (?:be|fall) |thing |one |recommendation )*due\b"
)
_ORDERED = re.compile(
    rf"\b(?:sort|order|list|rank|arrang|show|give)\w*\b[^?]*\b(?:by|in (?:the )?order of|with) "
    rf"(?:the |their |its )?{_DEADLINE}\b|"
    rf"\bin (?:the )?order of (?:their |the )?{_DEADLINE}\b|"
    rf"^\W*(?:list|show|give|what are|which are)(?: me)?(?: all)?(?: the)? {_DEADLINE}\b"
)
_LATE = r"(?:overdue|late)"
_REPLY = r"(?:repl(?:y|ies)|responses?|answers?|comments)"
_REPLIES_LATE = re.compile(
    rf"\b{_LATE} (?:with (?:their |its |the |an? )?)?{_REPLY}\b|"
    rf"\b{_REPLY}(?: (?:to|from|of|on|about|by) [^?.,;]{{2,60}}?)? (?:(?:that|which) )?(?:is|are|was|were)? ?"
    rf"(?:still |now |already )*{_LATE}\b|"
    r"\b(?:not|n't|never) (?:yet )?(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?)\b[^?]{0,40}\b(?:in time|on time|"
    r"by the deadline|within the (?:deadline|time))|"
    r"\b(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?) (?:too )?late\b"
)
# "When is the reply to the letter due?", "by when must the ministry answer?"
_REPLY_DUE = re.compile(
    rf"^\W*(?:and |so )?(?:by |until )?when (?:is|was|are|were) (?:the |an? |its |their |any )?(?:\w+ )?"
    rf"{_REPLY}\b[^?]*\b(?:due|expected|wanted|requested)\b|"
    r"^\W*(?:and |so )?(?:by|until) when (?:must|should|has|have|had|is|are|was|were|does|do|did) [^?]{2,60}? "
    r"(?:to )?(?:reply|respond|answer)\b"
)
# What is left of a question without its order: "which recommendation to the prison is".
_LEFT_OVER = re.compile(r"(?: (?:is|are|has|have|that|which|with|whose|the|falls?))+\W*$")
_ASKS_REPLY = re.compile(r"\b(?:repl(?:y|ies)|responses?|respond|answers?|comments|inform)\b")
_WHICH = re.compile(r"^\W*(?:(?:and|so|but) )?(?:which|what|whose|list|show|give|name|sort|order|rank|arrange)\b")


def answer_deadlines(work: Work) -> Answer | None:
    """Answer what is due first, last, in order, or which replies are late; ``None`` if nothing of this is asked."""
    asked = fold(work.query.text).strip()
    if _REPLIES_LATE.search(asked):
        return _late_replies(work)
    if _REPLY_DUE.search(asked):
        return _replies_due(work)
    extreme = _EXTREME.search(asked)
    if not _WHICH.search(asked) or (extreme is None and not _ORDERED.search(asked)):
        return None
    counted = _with_deadline(work, extreme)
    if counted is None:
        return None
    dated = _dated(work, counted)
    if not dated:
        number = len(counted.looked_at)
        said = f"Not computed: none of the {number} recommendations looked at has a deadline from which a day is known."
        return refuse(work, Reason.NOT_IN_CORPUS, None, said=said) if number else None
    return _in_order(work, counted, dated, extreme)


def _with_deadline(work: Work, extreme: re.Match[str] | None) -> Counted | None:
    """The entries that a question means, read without its words for the order."""
    # Names are known by their capitals: the words for the order are cut from the question as it was written.
    written, asked = work.query.text.strip(), fold(work.query.text).strip()
    written = written if len(written) == len(asked) else asked
    if extreme is not None:
        written = f"{written[: extreme.start()]} {written[extreme.end() :]}"
    bare = re.sub(
        rf"\b(?:{_DEADLINE}|sort\w*|rank\w*|arrang\w*|in (?:the )?order of|by)\b|\bin order\b", " ", written, flags=re.I
    )
    query = understand(_LEFT_OVER.sub("", " ".join(bare.split())), work.names, work.query.filters)
    kinds = tuple(kind for kind in work.query.kinds if kind in REQUESTS) or ("recommendation",)
    said = ("recommendation", *query.interpretation[bool(query.kinds) :])
    query = replace(query, kinds=kinds, interpretation=said)
    counted = count_own_entries(work.library, query, work.names)
    return None if counted is None or counted.unapplied else counted


def _dated(work: Work, counted: Counted) -> list[tuple[str, RegisterEntry]]:
    found = []
    for entry in counted.entries:
        day = due_of(entry, counted.echoes.get(entry.entry_id, ()), work.library.ledger.document)
        if day is not None:
            found.append((day, entry))
    return sorted(found, key=lambda item: item[0])


def _in_order(
    work: Work, counted: Counted, dated: Sequence[tuple[str, RegisterEntry]], extreme: re.Match[str] | None
) -> Answer:
    today = _today()
    ordered = list(dated)
    head = "In order of deadline"
    if extreme is not None:
        last = any(extreme[name] for name in ("last", "due_last", "be_last"))
        following = "next" in extreme[0].split() or extreme["due_first"] == "next"
        ahead = [item for item in dated if item[0] >= today] if following else []
        ordered = list(reversed(dated)) if last else (ahead or list(dated))
        head = f"{'Latest' if last else 'Next' if ahead else 'Earliest'} deadline: {ordered[0][0]}. Then"
        if following and not ahead:
            head = f"No deadline lies ahead of {today}. {head}"
    rest = ordered[1:] if extreme is not None else ordered
    several = len({entry.document_id for _, entry in dated}) > 1
    days = ", ".join(
        f"{day} ({_called(entry)}{', ' + _place(work, entry) if several else ''})" for day, entry in rest[:MOST_SHOWN]
    )
    unknown = len(counted.entries) - len(dated)
    lead = f"{head}: {days}." if days else f"{head.removesuffix(' Then')}"
    lead += f" Computed from the deadlines of {len(dated)} of {len(counted.entries)} recommendations"
    lead += f"; for {unknown} no day is known." if unknown else "."
    return _shown(work, lead, replace(counted, entries=tuple(entry for _, entry in ordered)))


def _shown(work: Work, lead: str, counted: Counted, count: int | None = None) -> Answer:
    """Say what was computed, then quote the entries that it was computed from."""
    work.say(lead)
    claims, rows = entry_claims(work, counted)
    sentences = work.show(claims)
    text = f"{lead} {running_text(sentences[:MOST_SHOWN])}".rstrip()
    return finish(work, text, sentences, count=count, rows=numbered_rows(work, rows), lead=lead)


def _replies_asked(work: Work) -> list[tuple[str, RegisterEntry]]:
    """The requests for a reply until a day, with the day; the earliest first."""
    documents = tuple(sorted(work.bounds.documents)) or work.query.filters.documents
    ledger = work.library.ledger
    held = ledger.register(replace(work.query.filters, documents=documents), kinds=REQUESTS)
    asked = [entry for entry in held if entry.due and _wants_reply(entry)]
    dated = [(day, entry) for entry in asked if (day := due_of(entry, (), ledger.document)) is not None]
    return sorted(dated, key=lambda item: item[0])


def _replies_due(work: Work) -> Answer | None:
    """Say until when replies were asked for; ``None`` where the register knows of no day."""
    days = _replies_asked(work)
    if not days:
        return None
    lead = (
        f"Reply due: {'; '.join(f'{day}, {_place(work, entry)}' for day, entry in days[:MOST_SHOWN])}. Computed from "
    )
    lead += "the period asked for and the date of the document."
    return _shown(work, lead, Counted(tuple(entry for _, entry in days), len(days), (), "replies asked for"))


def _late_replies(work: Work) -> Answer:
    """The requests for a reply whose day has passed and that no reply on file answers."""
    today = _today()
    days = _replies_asked(work)
    if not days:
        said = (
            f"Not computed: no document{' on ' + work.bounds.named if work.bounds.named else ' on file'} says until "
            "when a reply is due, so that a day could be told."
        )
        return refuse(work, Reason.NOT_IN_CORPUS, None, said=said)
    judge = Standing(work.library, "")
    late = [item for item in days if item[0] < today and not _is_answered(work, item[1], judge)]
    named = "; ".join(f"{_place(work, entry)}, due {day}" for day, entry in late)
    lead = f"{len(late)} of {len(days)} replies asked for until a day {'is' if len(late) == 1 else 'are'} overdue"
    lead += f" on {today}, with no reply on file{': ' + named if late else ''}."
    counted = Counted(tuple(entry for _, entry in late), len(days), (), "replies asked for")
    return _shown(work, lead, counted, len(late))


def _wants_reply(entry: RegisterEntry) -> bool:
    return entry.kind == "request_for_information" or bool(_ASKS_REPLY.search(fold(str(entry.text))))


def _is_answered(work: Work, entry: RegisterEntry, judge: Standing) -> bool:
    """Whether anything in the document that asks was answered, or a reply on its place came after it."""
    ledger = work.library.ledger
    if any(
        not judge.is_unanswered(one) for one in ledger.register(Filters(documents=(entry.document_id,)), kinds=REQUESTS)
    ):
        return True
    record = ledger.document(entry.document_id)
    place = record.metadata.place if record is not None else None
    made = (record.metadata.published or record.metadata.visit_end or "") if record is not None else ""
    return bool(place) and any(
        one.kind is DocumentKind.RESPONSE and one.metadata.place == place and (one.metadata.published or made) >= made
        for one in ledger.documents()
    )


def _place(work: Work, entry: RegisterEntry) -> str:
    record = work.library.ledger.document(entry.document_id)
    return (record.metadata.place or record.metadata.title or record.source) if record is not None else ""


def _called(entry: RegisterEntry) -> str:
    return f"{entry.kind.replace('_', ' ')} {entry.number}" if entry.number else entry.locator


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
