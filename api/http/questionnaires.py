"""The routes of questionnaires: a form's bytes in, suggestions or the filled form out; an empty form."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from api.http.body import read_body, sent_name
from api.http.routes import FilterValues, OpenShelf

router = APIRouter(prefix="/v1")
MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class QuestionnaireValues(FilterValues):
    """Filters, and the name of the form."""

    filename: str | None = None
    mix_tiers: bool = False


@router.get(
    "/questionnaires/templates/{name}",
    response_class=Response,
    responses={200: {"content": {MEDIA[".docx"]: {}}}},
)
def empty_form(name: Literal["matrix"]) -> Response:
    """Give an empty form: ``matrix``, the SPT's self-assessment in our words."""
    from assistant.questionnaires.matrix import matrix

    return Response(
        matrix(),
        media_type=MEDIA[".docx"],
        headers={"Content-Disposition": f'attachment; filename="{name}.docx"', "Cache-Control": "no-store"},
    )


@router.post(
    "/questionnaires",
    response_model=None,
    responses={200: {"content": {"application/json": {}, **{media: {} for media in MEDIA.values()}}}},
)
async def fill_questionnaire(
    request: Request, shelf: OpenShelf, values: Annotated[QuestionnaireValues, Query()]
) -> Response | dict[str, Any]:
    """Fill a form: its bytes are the request's body, its name the ``filename`` parameter or ``Content-Disposition``.

    With ``Accept: application/json`` (or none) the suggestions and the filled form in base64; with the media type of
    Word or Excel the filled form itself. Nothing of the form is stored.
    """
    data = await read_body(request, shelf.settings.max_body_bytes)
    name = sent_name(request, values.filename)

    def work() -> Any:
        from assistant.questionnaires.answering import Answerer
        from assistant.questionnaires.filling import fill

        with shelf.reading() as library:
            filters = FilterValues.checked(values, library)
            made = fill(Answerer(library, filters), name, data, mix_tiers=values.mix_tiers)
            cited = {each.document_id for one in made.suggestions for each in one.citations}
            library.ledger.audit.exported("questionnaire", cited)
            return made

    filled = await run_in_threadpool(work)
    media = MEDIA[filled.suffix]
    base = name.rsplit(".", 1)[0] if "." in name else name
    wanted = request.headers.get("accept", "")
    if any(one in wanted for one in MEDIA.values()):
        plain = "".join(one for one in base if one.isascii() and (one.isalnum() or one in " -_")).strip() or "form"
        return Response(
            filled.data,
            media_type=media,
            headers={
                "Content-Disposition": f'attachment; filename="{plain} filled{filled.suffix}"',
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
            },
        )
    from base64 import b64encode

    return {
        "questions": [one.to_json() for one in filled.suggestions],
        "notices": list(filled.notices),
        "protection": dict(filled.protection),
        "document": {
            "filename": f"{base} filled{filled.suffix}",
            "media_type": media,
            "base64": b64encode(filled.data).decode("ascii"),
        },
    }
