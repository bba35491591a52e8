"""Tiers of what leaves the house: a result carries the most careful of its sources, and mixes none unasked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.errors import PermanentAssistantError
from ingest.tier import Tier, is_official, tiers_of

if TYPE_CHECKING:
    from ingest.library import Library


class MixedTiers(PermanentAssistantError):
    """Sources of different tiers would stand in one file."""

    code = "mixed_tiers"

    def __init__(self, counts: Mapping[Tier, int]) -> None:
        told = ", ".join(f"{number} {tier}" for tier, number in sorted(counts.items(), key=lambda item: item[0].care))
        super().__init__(
            f"the sources of this result are of different publication tiers: {told}",
            "set tiers with opcat tier, leave documents out, or allow it with --mix-tiers (mix_tiers=true)",
        )


@dataclass(frozen=True)
class Standing:
    """The tiers behind a result.

    Attributes:
        counts: reports and replies by tier; official texts do not count.
    """

    counts: Mapping[Tier, int]

    @property
    def tier(self) -> Tier | None:
        """The most careful tier; ``None`` without sources."""
        return max(self.counts, key=lambda tier: tier.care, default=None)

    @property
    def mixed(self) -> bool:
        """Whether there is more than one."""
        return len(self.counts) > 1

    @property
    def notice(self) -> str:
        """One sentence for whoever is handed the result."""
        if self.tier is None:
            return "No report or reply stands behind this."
        told = ", ".join(
            f"{number} {tier}" for tier, number in sorted(self.counts.items(), key=lambda one: one[0].care)
        )
        return f"Publication tier: {self.tier} (sources: {told})."

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"tier": self.tier, "tiers": {str(tier): number for tier, number in self.counts.items()}}

    def checked(self, *, mix: bool) -> Standing:
        """Return itself.

        Raises:
            MixedTiers: more than one tier, and ``mix`` does not allow it.
        """
        if self.mixed and not mix:
            raise MixedTiers(self.counts)
        return self


def standing_of(library: Library, ids: Iterable[str]) -> Standing:
    """Return the tiers of documents."""
    wanted = sorted(set(ids))
    records = library.ledger.documents_of(wanted)
    given = tiers_of(library.ledger, wanted)
    return Standing(Counter(tier for name, tier in given.items() if not is_official(records[name])))


def documents_in(result: Any) -> set[str]:
    """Return the ids of all documents that a result in JSON names as the source of something."""
    found: set[str] = set()
    waiting = [result]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            name = one.get("document_id")
            if isinstance(name, str):
                found.add(name)
            waiting.extend(one.values())
        elif isinstance(one, (list, tuple)):
            waiting.extend(one)
    return found


def stamped(library: Library, result: dict[str, Any], *, mix: bool = True) -> dict[str, Any]:
    """Return a result with the tier of its sources under ``protection``.

    Raises:
        MixedTiers: see :meth:`Standing.checked`.
    """
    standing = standing_of(library, documents_in(result)).checked(mix=mix)
    return {
        **result,
        "protection": {**(result.get("protection") or {}), **standing.to_json(), "tiers_note": standing.notice},
    }
