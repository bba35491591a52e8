"""Errors over HTTP: RFC 9457 problem documents. The only module that knows status codes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import ApiError, described
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
    return problem(STATUS.get(code, 400), code, message, hint)


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
            places = [f"{'.'.join(str(part) for part in each['loc'])}: {each['type']}" for each in error.errors()]
        return problem(422, "invalid", "The request does not fit.", "; ".join(places[:10]))

    for root in (ApiError, AssistantError, IngestError, RedactionError):
        app.add_exception_handler(root, named)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, named)
