"""Absent documents: a reply or a later visit that is asked for, and that is not on file for what is named."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from assistant.answers.elsewhere import elsewhere
from assistant.answers.evidence import Evidence
from assistant.answers.work import Work
from assistant.question.naming import is_generic
from assistant.question.needs import coverage, stemmed
from assistant.question.register_words import replier_in
from assistant.question.scope import Occasion, date_of, looks_again
from assistant.question.terms import STOP, fold, tokens
from assistant.question.topic import topic_of
from assistant.register.overview import asks_whole, is_of_years
from ingest.passage import DocumentKind, DocumentRecord, Filters, RegisterEntry

_LATER = re.compile(
    r"\b(?:follow[- ]?up|return|repeat|second|control|later|next) (?:\w+ )?(?:visit|inspection|report|look)\b|"
    r"\breview of progress\b"
)
_REPLIED = re.compile(
    r"\b(?:has|have|had|did) (?:the |any )?[^?.,;]{2,60}? (?:replied|responded|answered|reacted|"
    r"sent an? (?:reply|answer))\b"
)
# "What did the prison answer on call bells?": nothing need have been answered.
_ANSWERS = re.compile(
    r"\b(?:what|how|which) (?:[\w-]+ )?(?:did|does|do|has|have) (?:the |its |their )?[^?.,;]{2,60}? "
    r"(?:answer|reply|respond|react|replied|answered|responded)\b|"
    r"\bwhat (?:was|is|were) (?:the )?(?:[\w’'-]+ ){0,4}(?:reply|answer|response|reaction) (?:to|on|about|regarding)\b"
)
_REPLY_OF = re.compile(
    r"\b(?:reply|response|answer) (?:of|from|by) (?:the )?(?P<who>[^?.,;]{3,60}?)"
    r"(?= (?:to|on|about|in|concerning)\b|[?.,;]|$)"
)
# What a report itself tells of a reply, or of what was found again.
_TOLD = re.compile(
    r"\b(?:replied|responded|accepted|rejected|declined to|refused to|wrote (?:to us|that|on|in)|informed (?:us|the)|"
    r"never (?:answered|replied)|did not (?:answer|reply|respond)|"
    r"in (?:its|their|his|her) (?:reply|response|letter of)|(?:had|has|have|was|were) (?:been )?answered)\b"
)
# That somebody spoke, in whatever words.
_SPOKE = re.compile(
    r"\b(?:said|says|told|explained|explains?|argued|stated|states|according to|in the view of|assured|announced|"
    r"confirmed|denied|admitted|disputed?|considers?|promised|wrote|writes|answer\w*|repl\w+|respon[ds]\w*)\b"
)
_MOST_READ = 8
_HALF = 0.5
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]+")
_MINISTRY = frozenset(["ministry", "minister", "ministries"])


def absent(work: Work, evidence: Sequence[Evidence]) -> str | None:
    """Return what to say where a reply or a later visit is asked for that no document here is or tells of.

    Args:
        work: the question; only one that keeps to named documents is judged.
        evidence: sentences found, best first: a report may itself tell of a reply.
    """
    if (missing := elsewhere(work, evidence)) is not None:
        return missing
    records = [one for name in work.bounds.documents if (one := work.library.ledger.document(name)) is not None]
    asked, named = fold(work.query.text), work.bounds.named
    replier = replier_in(work.query.text)
    if not records:
        # Who is asked about by name may have been written to, and not have answered.
        match = _REPLY_OF.search(work.query.text)
        return _silent(work, match["who"], work.library.ledger.register(Filters()), evidence) if match else None
    if asks_whole(work.query) and not any(is_of_years(work.query, one) for one in records):
        return f"No report of the year asked about is on file: {named}."
    entries = work.library.ledger.register(Filters(documents=tuple(work.bounds.documents)))
    read = [fold(item.text) for item in evidence[:_MOST_READ] if item.hit.document.document_id in work.bounds.documents]
    if _LATER.search(asked):
        return None if _looked_again(records, entries) else f"No report of a later visit to {named} is on file."
    if replier is None and not _REPLIED.search(asked):
        topic = topic_of(work.query)
        on_topic = [item.text for item in evidence[:_MOST_READ] if coverage(topic, stemmed(item.text)) >= _HALF]
        spoken = _answered(records, entries) or any(_SPOKE.search(fold(text)) for text in on_topic)
        return None if spoken or not _ANSWERS.search(asked) else f"No reply to the documents on {named} is on file."
    if any(_TOLD.search(text) for text in read):
        return _silent(work, replier, entries, evidence) if replier else None
    if not _answered(records, entries):
        return f"No reply to the documents on {named} is on file."
    return _silent(work, replier, entries, evidence) if replier else None


def _silent(work: Work, replier: str, entries: Sequence[RegisterEntry], evidence: Sequence[Evidence]) -> str | None:
    """Say that an office did not answer: it was written to, nothing answers, and no sentence tells of its reply."""
    words = _own_words(replier, work.query.naming_words)
    on = f" on {work.bounds.named}" if work.bounds.named and work.bounds.named != replier else ""
    if _is_unknown(work, replier, words):
        return f"No reply of the {replier}{on} is on file."
    own = _addressed(entries, words)
    if not own or _answered((), own):
        return None
    for item in evidence[:_MOST_READ]:
        title = tokens(f"{item.hit.document.metadata.title or ''} {item.hit.document.source}")
        reply = item.hit.document.kind is DocumentKind.RESPONSE and words <= set(title)
        if reply or (_TOLD.search(fold(item.text)) and words <= set(tokens(item.text))):
            return None
    return f"No reply of the {replier}{on} is on file."


def _is_unknown(work: Work, replier: str, words: Set[str]) -> bool:
    """Whether an office is meant, by its name, that no passage of the documents meant speaks of."""
    named = len(_CAPITAL.findall(replier)) > 1
    field = words - _MINISTRY
    if not field or not (named or _MINISTRY & set(tokens(replier))):
        return False
    passages = (one for name in work.bounds.documents for one in work.library.ledger.document_passages(name))
    spoken = (set(tokens(f"{one.text} {' '.join(one.heading_path)}")) for one in passages)
    return bool(work.bounds.documents) and not any(field <= said for said in spoken)


def _addressed(entries: Sequence[RegisterEntry], words: Set[str]) -> list[RegisterEntry]:
    """The entries made to an office, by the words that tell it from others."""
    return [one for one in entries if words and words <= set(tokens(one.addressee or ""))]


def _own_words(who: str, named: Set[str]) -> set[str]:
    """The words of an office that tell it from others; all of them where each is ordinary, "chief of police"."""
    words = {word for word in tokens(who) if word not in STOP and word not in named}
    return {word for word in words if not is_generic(word)} or words


def _looked_again(records: Sequence[DocumentRecord], entries: Sequence[RegisterEntry]) -> bool:
    visits = {date_of(one, Occasion.VISIT) for one in records if one.kind is DocumentKind.VISIT_REPORT}
    return len(visits) > 1 or any(map(looks_again, records)) or any(one.kind == "progress" for one in entries)


def _answered(records: Sequence[DocumentRecord], entries: Sequence[RegisterEntry]) -> bool:
    if any(one.kind is DocumentKind.RESPONSE for one in records):
        return True
    return any(
        one.response
        or one.status_claimed
        or one.status_verified
        or one.followed_up_by
        or one.kind in ("response", "progress")
        for one in entries
    )
