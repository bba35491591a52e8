"""Verdicts that the reports of a period give on what was asked for before, whether or not a link says on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.comparing.standing import OF_ITSELF, Outcome, outcome_of
from ingest.ledger.links import LinkStanding
from ingest.links.sides import ASKED
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the reports found of earlier recommendations.

    Attributes:
        outcome: on one scale.
        count: how many verdicts say it.
        linked: of them, how many a link joins to the recommendation; only these count in rates of implementation.
    """

    outcome: Outcome
    count: int
    linked: int

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"outcome": self.outcome.value, "count": self.count, "linked": self.linked}


def verdicts_of(library: Library, entries: Iterable[RegisterEntry]) -> tuple[Verdicts, ...]:
    """Count the verdicts among the entries of some reports, best outcome first; none is given for none."""
    standing = (LinkStanding.APPLIED, LinkStanding.ACCEPTED)
    joined = {stored.link.from_entry for stored in library.ledger.links.all(*standing)}
    found: dict[Outcome, list[bool]] = {}
    for entry in entries:
        outcome = outcome_of(entry.status_verified)
        if outcome is not None and _judges(entry):
            found.setdefault(outcome, []).append(entry.entry_id in joined)
    return tuple(Verdicts(each, len(found[each]), sum(found[each])) for each in Outcome if each in found)


def _judges(entry: RegisterEntry) -> bool:
    """Say whether an entry's status is its own word on an earlier one, not what a later visit found of it."""
    if entry.kind == "progress":
        return True
    return entry.kind in ASKED and not entry.followed_up_by and entry.status_verified not in OF_ITSELF
