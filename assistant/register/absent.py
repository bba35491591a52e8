"""Absent documents: a reply or a later visit that is asked for, and that is not on file for what is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.elsewhere import elsewhere
from assistant.answers.evidence import Evidence
from assistant.answers.work import Work
from assistant.question.naming import is_generic
from assistant.question.register_words import replier_in
from assistant.question.scope import Occasion, date_of, looks_again
from assistant.question.terms import STOP, fold, tokens
from ingest.passage import DocumentKind, DocumentRecord, Filters, RegisterEntry

_LATER = re.compile(
    r"\b(?:follow[- ]?up|return|repeat|second|control|later|next) (?:\w+ )?(?:visit|inspection|report|look)\b|"
    r"\breview of progress\b"
)
_REPLIED = re.compile(
    r"\b(?:has|have|had|did) (?:the |any )?[^?.,;]{2,60}? (?:replied|responded|answered|reacted|"
    r"sent an? (?:reply|answer))\b"
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
_MOST_READ = 8


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
    entries = work.library.ledger.register(Filters(documents=tuple(work.bounds.documents)))
    read = [fold(item.text) for item in evidence[:_MOST_READ] if item.hit.document.document_id in work.bounds.documents]
    if _LATER.search(asked):
        return None if _looked_again(records, entries) else f"No report of a later visit to {named} is on file."
    if replier is None and not _REPLIED.search(asked):
        return None
    if any(_TOLD.search(text) for text in read):
        return _silent(work, replier, entries, evidence) if replier else None
    if not _answered(records, entries):
        return f"No reply to the documents on {named} is on file."
    return _silent(work, replier, entries, evidence) if replier else None


def _silent(work: Work, replier: str, entries: Sequence[RegisterEntry], evidence: Sequence[Evidence]) -> str | None:
    """Say that an office did not answer: it was written to, nothing answers, and no sentence tells of its reply."""
    words = _own_words(replier)
    own = _addressed(entries, replier)
    if not own or _answered((), own):
        return None
    for item in evidence[:_MOST_READ]:
        title = tokens(f"{item.hit.document.metadata.title or ''} {item.hit.document.source}")
        reply = item.hit.document.kind is DocumentKind.RESPONSE and words <= set(title)
        if reply or (_TOLD.search(fold(item.text)) and words <= set(tokens(item.text))):
            return None
    on = f" on {work.bounds.named}" if work.bounds.named else ""
    return f"No reply of the {replier}{on} is on file."


def _addressed(entries: Sequence[RegisterEntry], who: str) -> list[RegisterEntry]:
    """The entries made to an office, by the words that tell it from others."""
    words = _own_words(who)
    return [one for one in entries if words and words <= set(tokens(one.addressee or ""))]


def _own_words(who: str) -> set[str]:
    return {word for word in tokens(who) if word not in STOP and not is_generic(word)}


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
