"""``GET /v1/show/{id}``: one document, passage or register entry with all that is known of it, as ``opcat show``."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.errors import NotFound
from api.http.routes import OpenShelf

router = APIRouter(prefix="/v1")


@router.get("/show/{identifier}")
def show(
    identifier: str,
    shelf: OpenShelf,
    around: Annotated[int, Query(ge=0, le=20)] = 0,
) -> dict[str, Any]:
    """Show a document (``d-...``) with its passages, a passage (``p-...``) or a register entry (``r-...``).

    With ``around`` a passage comes with its document and as many passages ``before`` and ``after`` it.
    """
    from api.shapes import document_shape, entry_detail, passage_shape

    with shelf.reading() as library:
        ledger = library.ledger
        record = ledger.document(identifier)
        if record is not None:
            held = ledger.document_passages(identifier)
            return {"document": document_shape(record), "passages": [passage_shape(each) for each in held]}
        found = ledger.passages([identifier]).get(identifier)
        if found is not None:
            shape: dict[str, Any] = {"passage": passage_shape(found)}
            source = ledger.document(found.document_id) if around else None
            if source is not None:
                beside = ledger.document_passages(found.document_id)
                at = next(n for n, each in enumerate(beside) if each.passage_id == identifier)
                shape["document"] = document_shape(source)
                shape["before"] = [passage_shape(each) for each in beside[max(0, at - around) : at]]
                shape["after"] = [passage_shape(each) for each in beside[at + 1 : at + 1 + around]]
            return shape
        entry = ledger.entry(identifier)
        if entry is not None:
            return {"entry": entry_detail(entry, ledger)}
    raise NotFound("Nothing here has that id.", "GET /v1/documents and GET /v1/register list ids.")
