"""``GET /v1/instruments`` and ``/v1/instruments/{reference}``: texts and criteria, as ``opcat instruments``."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.http.routes import OpenShelf

router = APIRouter(prefix="/v1/instruments")


@router.get("")
def list_instruments(shelf: OpenShelf) -> dict[str, Any]:
    """List the instruments at hand and whether the official text or our paraphrase is there."""
    from api.provisions import instruments_shape

    with shelf.reading() as library:
        return {"instruments": instruments_shape(library)}


@router.get("/{reference}")
def show_provision(reference: Annotated[str, Path(max_length=80)], shelf: OpenShelf) -> dict[str, Any]:
    """Show a provision, ``OPCAT:19(b)``: the official text where it was added, else the catalogue's gist."""
    from api.provisions import provision_shape

    with shelf.reading() as library:
        return provision_shape(library, reference)
