"""What a status is worth: what authorities claim and visits find, on one scale of implementation."""

from __future__ import annotations

from enum import StrEnum

from ingest.passage import RegisterEntry


class Outcome(StrEnum):
    """What a visit found of a recommendation."""

    ACHIEVED = "achieved"
    PARTLY = "partly achieved"
    NOT_ACHIEVED = "not achieved"
    UNKNOWN = "not established"
    SUPERSEDED = "superseded"


# The vocabularies in use (HMIP's four degrees of progress, NZ's three of achievement) on one scale.
_OUTCOMES = {
    "implemented": Outcome.ACHIEVED,
    "good progress": Outcome.PARTLY,
    "reasonable progress": Outcome.PARTLY,
    "partly implemented": Outcome.PARTLY,
    "in progress": Outcome.PARTLY,
    "insufficient progress": Outcome.NOT_ACHIEVED,
    "no meaningful progress": Outcome.NOT_ACHIEVED,
    "not implemented": Outcome.NOT_ACHIEVED,
    "repeat deficiency": Outcome.NOT_ACHIEVED,
    "non-compliant": Outcome.NOT_ACHIEVED,
    "planned": Outcome.NOT_ACHIEVED,
    "superseded": Outcome.SUPERSEDED,
}
_RANK = {Outcome.NOT_ACHIEVED: 0, Outcome.PARTLY: 1, Outcome.ACHIEVED: 2}
_CLAIMED_DONE = {
    "implemented": Outcome.ACHIEVED,
    "good progress": Outcome.PARTLY,
    "reasonable progress": Outcome.PARTLY,
    "partly implemented": Outcome.PARTLY,
}
OF_ITSELF = frozenset({"repeat deficiency", "non-compliant"})
"""Verified statuses that a report gives to what it asks for itself."""
_PROMISED = frozenset({"accepted", "accepted in principle", "partly accepted", "planned", "in progress"})
_ANSWERS = frozenset({"no reply", "no information"})


def judged_status(entry: RegisterEntry) -> str | None:
    """Return what a later visit found of an entry.

    A compliance report calls its own deficiencies repeated or non-compliant: that says nothing of what became of them.
    """
    of_itself = entry.status_verified in OF_ITSELF and not entry.followed_up_by
    return None if of_itself else entry.status_verified


def outcome_of(status: str | None) -> Outcome | None:
    """Return the outcome that a verified status means; ``None`` without a status."""
    if status is None:
        return None
    return _OUTCOMES.get(status, Outcome.UNKNOWN)


def rank(outcome: Outcome | None) -> int | None:
    """Return 0 to 2, the more is achieved, or ``None`` where that is not known."""
    return _RANK.get(outcome) if outcome is not None else None


def contradiction(claimed: str | None, verified: str | None) -> str | None:
    """Say how a claim and a finding disagree, or ``None``.

    Args:
        claimed: what the authority says.
        verified: what a visit found.

    Returns:
        ``claimed done, found otherwise`` where more was claimed than was found; ``accepted, not carried out`` where
        something was promised and nothing was found done.
    """
    found = rank(outcome_of(verified))
    if found is None:
        return None
    said = rank(_CLAIMED_DONE.get(claimed or ""))
    if said is not None:
        return "claimed done, found otherwise" if said > found else None
    return "accepted, not carried out" if claimed in _PROMISED and found == 0 else None


def claims_done(claimed: str | None) -> bool:
    """Say whether a claimed status says that something was done, in whole or in part."""
    return claimed in _CLAIMED_DONE


def is_answered(entry: RegisterEntry) -> bool:
    """Say whether an entry has an authority's answer: its status tells, and words count only where none was read."""
    if entry.status_claimed is not None:
        return is_answer(entry.status_claimed)
    return bool(entry.response)


def is_answer(status: str | None) -> bool:
    """Say whether a claimed status is an answer; ``no reply`` is none."""
    return status is not None and status not in _ANSWERS
