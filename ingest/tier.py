"""Publication tiers: who may see what comes from a document. A person sets them; unknown counts as the most careful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from ingest.passage import DocumentKind, DocumentRecord

_NAME = "tier:"


class Tier(StrEnum):
    """From the least careful to the most.

    ``PUBLIC`` was published; ``RESTRICTED`` went to the authority or to partners; ``INTERNAL`` are notes and drafts,
    and every document of which nobody has said anything.
    """

    PUBLIC = "public"
    RESTRICTED = "restricted"
    INTERNAL = "internal"

    @property
    def care(self) -> int:
        """How careful one must be: 0 for public."""
        return list(Tier).index(self)


class _Ledger(Protocol):
    def meta(self, name: str) -> str | None: ...

    def documents_of(self, ids: Iterable[str]) -> dict[str, DocumentRecord]: ...


class _Writing(_Ledger, Protocol):
    def set_meta(self, name: str, value: str | None, *, done: tuple[str, str] | None = None) -> None: ...


def tiers_of(ledger: _Ledger, ids: Iterable[str]) -> Mapping[str, Tier]:
    """Return the tier of each document that exists; official texts and the catalogue of criteria are public."""
    found: dict[str, Tier] = {}
    for name, record in ledger.documents_of(ids).items():
        given = ledger.meta(f"{_NAME}{name}")
        if given in list(Tier):
            found[name] = Tier(given)
        elif is_official(record):
            found[name] = Tier.PUBLIC
        else:
            found[name] = Tier.INTERNAL
    return found


def set_tier(ledger: _Writing, document_id: str, tier: Tier | None) -> None:
    """Note what a person says of a document; ``None`` takes it back. It stays when the document is processed again.

    The audit gets a row ``tier_public`` and so on, or ``tier_unknown``.
    """
    value = None if tier is None else tier.value
    ledger.set_meta(f"{_NAME}{document_id}", value, done=(f"tier_{value or 'unknown'}", document_id))


def is_official(record: DocumentRecord) -> bool:
    """Say whether a document is a text of law or the catalogue: it may stand beside any other."""
    return record.kind in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE)
