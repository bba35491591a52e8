"""The routes under ``/v1``: the verbs of the command line on the same code."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from api.errors import BadRequest, NotFound
from api.filters import INGEST_KINDS, filters_of, status_named
from api.http.body import read_body, sent_name
from api.http.shelf import Shelf
from api.shapes import document_shape, entry_shape, erasure_shape, register_shape

router = APIRouter(prefix="/v1")


def shelf_of(request: Request) -> Shelf:
    """Return the server's library."""
    shelf = request.app.state.shelf
    assert isinstance(shelf, Shelf)
    return shelf


OpenShelf = Annotated[Shelf, Depends(shelf_of)]


class FilterValues(BaseModel):
    """Restrictions of a search; all optional."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: str | None = Field(None, max_length=60)
    place: str | None = Field(None, max_length=200)
    place_type: str | None = Field(None, max_length=60)
    body: str | None = Field(None, max_length=200)
    theme: str | None = Field(None, max_length=60)
    date_from: str | None = Field(None, alias="from", max_length=10)
    date_to: str | None = Field(None, alias="to", max_length=10)
    document: list[str] = Field(default_factory=list, max_length=200)

    def checked(self, library: Any, say: Callable[[str], object] | None = None) -> Any:
        """Return filters whose values the library knows; ``say`` is told how a place was read."""
        return filters_of(
            library,
            kind=self.kind,
            place=self.place,
            place_type=self.place_type,
            body=self.body,
            theme=self.theme,
            date_from=self.date_from,
            date_to=self.date_to,
            documents=self.document,
            say=say,
        )


class SearchValues(FilterValues):
    """A search."""

    q: str = Field(min_length=1, max_length=2000)
    k: int = Field(10, ge=1, le=200)
    rerank: bool = Field(False, description="Read the first passages with the query: better order, some 0.1 s more.")


class RegisterValues(FilterValues):
    """A register query; ``kind`` is a register kind here."""

    status: str | None = Field(None, max_length=60)
    addressee: str | None = Field(None, max_length=200)


class ExportValues(RegisterValues):
    """A register query and the format of its file."""

    format: Literal["csv", "xlsx", "json"] = "csv"
    bom: bool = False
    mix_tiers: bool = False


@router.post("/documents", status_code=201)
async def add_document(
    request: Request,
    shelf: OpenShelf,
    filename: Annotated[str | None, Query(max_length=400)] = None,
    kind: Annotated[str, Query(max_length=40)] = "auto",
    body: Annotated[str | None, Query(max_length=200)] = None,
    tier: Literal["public", "restricted", "internal"] | None = None,
) -> dict[str, Any]:
    """Ingest one file: its bytes are the request's body.

    Its name is the ``filename`` parameter or, kept out of addresses, that of a ``Content-Disposition`` header.
    """
    from ingest.tier import Tier, set_tier

    if kind not in INGEST_KINDS:
        raise BadRequest(f"Unknown kind: {kind!r}.", f"Known: {', '.join(INGEST_KINDS)}.", code="unknown_kind")
    data = await read_body(request, shelf.settings.max_body_bytes)
    name = sent_name(request, filename)

    def work() -> dict[str, Any]:
        began = time.monotonic()
        with shelf.writing() as library:
            record = library.ingest_bytes(name, data, kind=kind, body=body)
            if tier is not None:
                set_tier(library.ledger, record.document_id, Tier(tier))
        return document_shape(record, time.monotonic() - began)

    return {"documents": [await run_in_threadpool(work)]}


@router.get("/documents")
def list_documents(shelf: OpenShelf) -> dict[str, Any]:
    """List documents with their status."""
    with shelf.reading() as library:
        return {"documents": [document_shape(record) for record in library.ledger.documents()]}


@router.get("/documents/{document_id}")
def get_document(document_id: str, shelf: OpenShelf) -> dict[str, Any]:
    """Show one document."""
    with shelf.reading() as library:
        record = library.ledger.document(document_id)
        if record is None:
            raise NotFound("There is no such document.")
        return {"document": document_shape(record)}


@router.delete("/documents/{document_id}")
def erase_document(document_id: str, shelf: OpenShelf) -> dict[str, Any]:
    """Erase one document for good."""
    with shelf.writing() as library:
        if library.ledger.document(document_id) is None:
            raise NotFound("There is no such document.")
        erasure = library.erase([document_id])
    return erasure_shape(erasure)


@router.get("/search")
def search(values: Annotated[SearchValues, Query()], shelf: OpenShelf) -> dict[str, Any]:
    """Find passages, best first."""
    return _found(values, shelf)


@router.post("/search")
def search_unseen(values: SearchValues, shelf: OpenShelf) -> dict[str, Any]:
    """Find passages, best first; what is sought stays out of the address."""
    return _found(values, shelf)


def _found(values: SearchValues, shelf: Shelf) -> dict[str, Any]:
    from api.unmatched import seeks_nothing, unmatched
    from assistant.answers.answer import search_json
    from assistant.retrieval.reranking import search_reread
    from assistant.retrieval.searching import search as find

    notes: list[str] = []
    with shelf.reading() as library:
        filters = values.checked(library, notes.append)
        result = (search_reread if values.rerank else find)(library, values.q, filters, values.k)
        told = unmatched(library, values.q, filters, result)
    if seeks_nothing(values.q):
        result = replace(result, hits=())
    return {**search_json(result), "notes": [*notes, *([told] if told else [])]}


@router.get("/filters")
def filter_values(shelf: OpenShelf) -> dict[str, Any]:
    """List the values that filters know: places, bodies, types of place, themes, kinds; of the register its own."""
    from api.filters import known_values

    with shelf.reading() as library:
        return known_values(library)


@router.get("/register")
def register(values: Annotated[RegisterValues, Query()], shelf: OpenShelf) -> dict[str, Any]:
    """List register entries."""
    with shelf.reading() as library:
        notes: list[str] = []
        entries, _ = _queried(values, library, notes.append)
        return {**register_shape(entries, library.ledger), "notes": notes}


@router.get("/register/export", response_class=Response)
def export_register(values: Annotated[ExportValues, Query()], shelf: OpenShelf) -> Response:
    """Give the register as a file, with the same filters: CSV, XLSX or JSON."""
    from api.export.table import register_table
    from api.export.writing import Format, rendered

    form = Format(values.format)
    asked = values.model_dump(exclude={"format", "bom", "mix_tiers"}, exclude_none=True, by_alias=True)
    with shelf.reading() as library:
        entries, filters = _queried(values, library)
        named = {name: ", ".join(value) if isinstance(value, list) else str(value) for name, value in asked.items()}
        table = register_table(library, entries, filters, named, mix_tiers=values.mix_tiers)
        library.ledger.audit.exported("register", {entry.document_id for entry in entries})
    return Response(
        rendered(table, form, bom=values.bom),
        media_type=form.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="register.{form.value}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _queried(values: RegisterValues, library: Any, say: Callable[[str], object] | None = None) -> tuple[list[Any], Any]:
    """Return the entries of a register query, and its filters."""
    from ingest.passage import REGISTER_KINDS

    if values.kind is not None and values.kind not in REGISTER_KINDS:
        raise BadRequest("Unknown kind.", f"Known: {', '.join(REGISTER_KINDS)}.", code="unknown_kind")
    kinds = (values.kind,) if values.kind else ()
    filters = values.model_copy(update={"kind": None}).checked(library, say)
    entries = library.ledger.register(
        filters, kinds=kinds, status=status_named(values.status), addressee=values.addressee
    )
    return entries, filters


@router.get("/register/{entry_id}")
def register_entry(entry_id: str, shelf: OpenShelf) -> dict[str, Any]:
    """Show one register entry."""
    with shelf.reading() as library:
        entry = library.ledger.entry(entry_id)
        if entry is None:
            raise NotFound("There is no such register entry.")
        return entry_shape(entry, library.ledger)
