"""Errors over HTTP: RFC 9457 problem documents. The only module that knows status codes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import ApiError, described
from api.http.hints import over_http
from assistant.errors import AssistantError
from ingest.errors import IngestError
from redaction.errors import RedactionError

STATUS = {
    "not_found": 404,
    "unauthorised": 401,
    "forbidden": 403,
    "too_large": 413,
    "body_too_large": 413,
    "media_type": 415,
    "library_locked": 503,
    "busy": 503,
}


_FAULTS = (
    ("missing", "is missing"),
    ("extra_forbidden", "is not known here"),
    ("int_", "must be a whole number"),
    ("float_", "must be a number"),
    ("bool_", "must be true or false"),
    ("string_too_long", "is too long"),
    ("string_too_short", "is too short"),
    ("string_", "must be text"),
    ("list_", "must be a list"),
    ("greater_than", "is too small"),
    ("less_than", "is too large"),
    ("too_long", "has too many parts"),
    ("too_short", "has too few parts"),
    ("literal_error", "is none of the values that are known here"),
    ("enum", "is none of the values that are known here"),
    ("model_", "must be an object"),
    ("dict_", "must be an object"),
)


def problem(status: int, code: str, message: str, hint: str = "") -> JSONResponse:
    """Return a problem document."""
    body: dict[str, Any] = {"type": f"urn:opcat:problem:{code}", "title": message, "status": status, "code": code}
    if hint:
        body["detail"] = hint
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def of_error(error: Exception) -> JSONResponse | None:
    """Return the problem document of one of our errors, ``None`` for a foreign one."""
    found = described(error)
    if found is None:
        return None
    code, message, hint = found
    return problem(STATUS.get(code, 400), code, over_http(message), over_http(hint))


def _fault(place: tuple[int | str, ...], kind: str) -> str:
    """Say in words what does not fit, and where; never the value, which may hold a name."""
    if kind == "json_invalid":
        return "the body is no JSON document"
    where = ".".join(str(part) for part in place[1:]) or "the body"
    told = next((words for start, words in _FAULTS if kind.startswith(start)), "does not fit")
    return f"{where} {told}"


def install(app: FastAPI) -> None:
    """Turn every error into a problem document; an unknown one says nothing of its cause."""

    async def named(request: Request, error: Exception) -> JSONResponse:
        return of_error(error) or problem(
            500, "internal", "Something went wrong here.", "The server's log has its kind."
        )

    async def http(request: Request, error: Exception) -> JSONResponse:
        status = error.status_code if isinstance(error, HTTPException) else 500
        names = {
            404: ("not_found", "There is nothing at this address."),
            405: ("method", "This method is not offered here."),
        }
        code, message = names.get(status, ("http", "The request was refused."))
        return problem(status, code, message)

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        places = []
        if isinstance(error, RequestValidationError):
            # Names and kinds of fault only: the value may hold a name.
            places = [_fault(each["loc"], str(each["type"])) for each in error.errors()]
        return problem(422, "invalid", "The request does not fit.", "; ".join(places[:10]))

    for root in (ApiError, AssistantError, IngestError, RedactionError):
        app.add_exception_handler(root, named)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, named)
