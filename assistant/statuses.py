"""Statuses: which standing of a recommendation a question asks for, in everyday words too."""

from __future__ import annotations

import re

from ingest.status import find_statuses

# What people say beside the words of reports.
_PLAIN = (
    (re.compile(r"\b(?:turned down|said no to|thrown out|knocked back|dismissed|brushed aside)\b"), "rejected"),
    (re.compile(r"\b(?:taken on board|said yes to|signed up to|welcomed)\b"), "accepted"),
    (re.compile(r"\b(?:acted (?:up)?on|put in place|dealt with|made good)\b"), "implemented"),
    (re.compile(r"\b(?:unanswered|ignored|(?:left )?without (?:any |an? )?(?:reply|response|answer))\b"), "no reply"),
    (re.compile(r"\bno (?:reply|response|answer)s?\b"), "no reply"),
)
# "Fully or partly implemented", "insufficient or no meaningful progress": each half has the word that both share.
_SHARED = (
    (
        re.compile(
            r"\b(fully|partly|partially|not) (or|and|nor) (fully|partly|partially|not) (\w+(?:ed|out|met|done))\b"
        ),
        r"\1 \4 \2 \3 \4",
    ),
    (
        re.compile(
            r"\b(no meaningful|no|insufficient|limited|reasonable|good) (or|and) (no meaningful|no|insufficient|"
            r"limited|reasonable|good) progress\b"
        ),
        r"\1 progress \2 \3 progress",
    ),
)  # fmt: skip
# "Addressed to the governor" and "what was done about" say nothing of a status.
_NO_STATUS = re.compile(r"\baddressed (?:only )?to\b|\bdone (?:about|to|for|with|by|at|in)\b|\b(?:was|is|been) done\b")


def statuses_asked(folded: str) -> tuple[str, ...]:
    """Return the statuses that a folded question names, each once, in its order."""
    return tuple(dict.fromkeys(status for _, _, status in find_statuses(in_words_of_reports(folded))))


def in_words_of_reports(folded: str) -> str:
    """Return a folded question with everyday words of status in those of reports."""
    plain = _NO_STATUS.sub(" ", folded)
    for pattern, said in (*_PLAIN, *_SHARED):
        plain = pattern.sub(said, plain)
    return plain
