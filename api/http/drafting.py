"""``POST /v1/drafts`` and ``POST /v1/drafts/check``: drafting and checking, as on the command line."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.errors import BadRequest
from api.http.hints import over_http
from api.http.routes import OpenShelf

router = APIRouter(prefix="/v1/drafts", tags=["drafting"])


class DraftValues(BaseModel):
    """A finding, or the id of a register entry, and what is decided already."""

    model_config = ConfigDict(extra="forbid")

    finding: str | None = Field(None, max_length=10_000)
    entry: str | None = Field(None, max_length=64)
    addressee: str | None = Field(None, max_length=200)
    place: str | None = Field(None, max_length=200)
    place_type: str | None = Field(None, max_length=60)
    theme: str | None = Field(None, max_length=60)
    term: Literal["short", "medium", "long"] | None = None
    variants: bool = False
    mix_tiers: bool = False


class CheckValues(BaseModel):
    """One recommendation, or several as paragraphs."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=100_000)


@router.post("")
def make_draft(values: DraftValues, shelf: OpenShelf) -> dict[str, Any]:
    """Draft a recommendation; nothing is stored."""
    from api.cli.drafting import known_values
    from assistant.drafting.drafting import Wishes, draft
    from assistant.drafting.finding import finding_of_entry, finding_of_text
    from assistant.drafting.measures import Term
    from assistant.tiers import stamped

    if (values.finding is None) == (values.entry is None):
        raise BadRequest("Give either a finding or an entry.", 'For example {"finding": "..."}.', code="usage")
    masks = shelf.redactor
    assert masks is not None  # the shelf's writer has one
    with shelf.reading() as library:
        place_type, theme = known_values(library, values.place_type, values.theme)
        if values.finding is not None:
            start = finding_of_text(values.finding, values.addressee, masks)
        else:
            start = finding_of_entry(library, values.entry or "", values.addressee, masks)
        term = Term(values.term) if values.term else None
        made = draft(library, start, Wishes(values.place, place_type, theme, term, values.variants))
        shape = stamped(library, made.to_json(), mix=values.mix_tiers)
        return {**shape, "notices": [over_http(each) for each in shape["notices"]]}


@router.post("/check")
def check_draft(values: CheckValues, shelf: OpenShelf) -> dict[str, Any]:
    """Judge the wording of recommendations by the double-SMART criteria; nothing is stored."""
    from assistant.drafting.checking import check_text

    masks = shelf.redactor
    assert masks is not None  # the shelf's writer has one
    with shelf.reading():  # one redaction at a time
        return check_text([values.text], masks).to_json()
