"""``GET /v1/tiers`` and ``PUT /v1/documents/{id}/tier``: who may see what comes from a document, as ``opcat tier``."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from api.counted import counted
from api.errors import NotFound
from api.http.routes import OpenShelf

router = APIRouter(prefix="/v1")


class TierValue(BaseModel):
    """What a person says of a document; ``unknown`` takes it back."""

    model_config = ConfigDict(extra="forbid")

    tier: Literal["public", "restricted", "internal", "unknown"]


@router.get("/tiers")
def list_tiers(shelf: OpenShelf) -> dict[str, Any]:
    """List the publication tiers of all reports and replies; one of which nobody has said anything is internal."""
    from ingest.tier import is_official

    with shelf.reading() as library:
        return _shown(library, [one for one in library.ledger.documents() if not is_official(one)])


@router.put("/documents/{document_id}/tier")
def put_tier(document_id: str, value: TierValue, shelf: OpenShelf) -> dict[str, Any]:
    """Set the publication tier of a report or reply; ``notes`` tells of doubts that are open in what is public now."""
    from ingest.tier import Tier, is_official, set_tier

    with shelf.writing() as library:
        record = library.ledger.document(document_id)
        if record is None or is_official(record):
            raise NotFound("There is no such report or reply.", "GET /v1/tiers lists them.")
        set_tier(library.ledger, document_id, None if value.tier == "unknown" else Tier(value.tier))
        doubts = len(library.ledger.review(document_id)) if value.tier == "public" else 0
        told = f"{counted(doubts, 'open doubt')}: somebody may be recognised. They are listed by opcat review."
        return {**_shown(library, [record]), "notes": [told] if doubts else []}


def _shown(library: Any, records: list[Any]) -> dict[str, Any]:
    from ingest.tier import tiers_of

    tiers = tiers_of(library.ledger, [one.document_id for one in records])
    return {
        "documents": [
            {"document_id": one.document_id, "source": one.source, "tier": tiers[one.document_id].value}
            for one in records
        ]
    }
