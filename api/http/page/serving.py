"""Serving the page's files: nothing from elsewhere, no markup from documents, unchanged files are not sent twice."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.errors import NotFound

router = APIRouter(include_in_schema=False)

# Styles and scripts from files of ours alone; no text can become markup, not even through a mistake of the scripts.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_MEDIA = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_FIRST = "index.html"


def names() -> list[str]:
    """Return the names of all files of the page."""
    return sorted(each.name for each in files("api.http.page").iterdir() if _suffix(each.name) in _MEDIA)


@router.head("/")
@router.get("/")
def first(request: Request) -> Response:
    """Give the page itself."""
    return _given(request, _FIRST)


@router.head("/page/{name}")
@router.get("/page/{name}")
def part(name: str, request: Request) -> Response:
    """Give one of its styles and scripts.

    Raises:
        NotFound: the page has no such file.
    """
    if name == _FIRST or name not in names():
        raise NotFound("The page has no such file.")
    return _given(request, name)


def _given(request: Request, name: str) -> Response:
    data = files("api.http.page").joinpath(name).read_bytes()
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    # Kept, but asked about each time: scripts of two versions do not work together.
    headers = {"Cache-Control": "no-cache", "ETag": tag, "Cross-Origin-Resource-Policy": "same-origin"}
    known = (each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(","))
    if tag in known:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=_MEDIA[_suffix(name)], headers=headers)


def _suffix(name: str) -> str:
    return name[name.rfind(".") :]
