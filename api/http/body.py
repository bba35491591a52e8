"""Reading an upload: raw bytes into memory under a cap; nothing is spooled to disk before redaction."""

from __future__ import annotations

import re
from urllib.parse import unquote

from fastapi import Request

from api.errors import ApiError, BadRequest

_NAMED = re.compile(r"filename\*\s*=\s*UTF-8''([^;\s]*)|filename\s*=\s*\"?([^\";]*)", re.IGNORECASE)


class BodyTooLarge(ApiError):
    """The upload is larger than the deployment allows."""

    code = "body_too_large"


class WrongMedia(ApiError):
    """The upload is wrapped as a form sends it; stored as it is, the wrapping would pass for text of the document."""

    code = "media_type"


async def read_body(request: Request, limit: int) -> bytes:
    """Read a request's body into memory.

    Args:
        request: the request; its body has not been read.
        limit: bytes.

    Raises:
        BodyTooLarge: as soon as the limit is passed, or announced to be.
        BadRequest: there is no body.
        WrongMedia: the body is a form (``multipart/form-data``), not the file itself.
    """
    if request.headers.get("content-type", "").strip().casefold().startswith("multipart/"):
        raise WrongMedia(
            "A form (multipart/form-data) is not read.",
            "Send the file's bytes as the body: curl --data-binary @FILE 'ADDRESS?filename=FILE'.",
        )
    announced = request.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > limit:
        raise BodyTooLarge("The file is too large.", f"The limit is {limit // (1024 * 1024)} MiB.")
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > limit:
            raise BodyTooLarge("The file is too large.", f"The limit is {limit // (1024 * 1024)} MiB.")
    if not parts:
        raise BadRequest("The request has no body.", "Send the file's bytes as the body.", code="empty_body")
    return bytes(parts)


def sent_name(request: Request, parameter: str | None) -> str:
    """Return the display name of an upload: the parameter's, else that of a ``Content-Disposition`` header.

    A file name may hold the name of a person. Addresses are logged on their way more often than headers are.
    """
    named = _NAMED.search(request.headers.get("content-disposition", ""))
    return file_name(parameter or (named and (named[1] or named[2])))


def file_name(untrusted_name: str | None) -> str:
    """Return a display name from what a client sent: its last path part, printable, at most 200 characters."""
    name = unquote(untrusted_name or "").replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(character for character in name if character.isprintable()).strip()
    return clean[:200] or "upload"
