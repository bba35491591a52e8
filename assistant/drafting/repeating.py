"""Whether a draft asks for what was asked before: linked entries, then the same place and nearly the same matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.drafting.precedents import KINDS, Precedent
from ingest.passage import Filters

if TYPE_CHECKING:
    from assistant.drafting.finding import Finding
    from ingest.library import Library
    from ingest.passage import RegisterEntry

# Cosine of a finding and the recommendation that rests on it, against others of the same report, in the development
# data: 0.45 is the upper quartile of the former and above 19 in 20 of the latter.
LIKELY = 0.45


@dataclass(frozen=True, slots=True)
class Repeat:
    """One earlier recommendation that the draft repeats.

    Attributes:
        sure: a link of the register says so, or the draft is made from it; otherwise a person has to confirm.
        why: in a few words.
        same_report: whether it stands in the report of the finding, so that it was not made before.
    """

    precedent: Precedent
    sure: bool
    why: str
    same_report: bool = False

    def to_json(self, number: int) -> dict[str, Any]:
        """Return the form of the contract."""
        return {**self.precedent.to_json(number), "sure": self.sure, "why": self.why}


def repeats_of(library: Library, finding: Finding, precedents: Sequence[Precedent]) -> tuple[Repeat, ...]:
    """Return what the draft repeats, newest first, sure ones before likely ones."""
    sure: dict[str, str] = {}
    entry = finding.entry
    if finding.demand is not None:
        sure[finding.demand.entry_id] = "the draft is made from it"
        for name in finding.demand.repeats:
            sure.setdefault(name, "repeated by the recommendation that the draft is made from")
    elif entry is not None:
        for other in library.ledger.register(Filters(documents=(entry.document_id,)), kinds=KINDS):
            if entry.locator in other.rests_on:
                sure[other.entry_id] = "the report recommends this already on the finding"
                for name in other.repeats:
                    sure.setdefault(name, "repeated by the recommendation that rests on the finding")
    known = {each.entry.entry_id: each for each in precedents}
    found = []
    for name, why in sure.items():
        earlier = known.get(name) or _precedent(library, library.ledger.entry(name))
        if earlier is not None:
            same = entry is not None and earlier.entry.document_id == entry.document_id and finding.demand is None
            found.append(Repeat(earlier, True, why, same))
    likely = [
        each for each in precedents if each.same_place and each.similarity >= LIKELY and each.entry.entry_id not in sure
    ]
    found.sort(key=lambda each: each.precedent.date, reverse=True)
    likely.sort(key=lambda each: each.date, reverse=True)
    return (*found, *(Repeat(each, False, "same place and nearly the same matter") for each in likely[:3]))


def _precedent(library: Library, entry: RegisterEntry | None) -> Precedent | None:
    document = library.ledger.document(entry.document_id) if entry else None
    return Precedent(entry, document, 1.0, True) if entry and document else None
