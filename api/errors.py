"""What the faces say when something cannot be done.

``ApiError`` (code, message, hint)
    ``NotFound``      an unknown id, reference or file
    ``BadRequest``    wrong use: unknown filter value, malformed date, empty question
    ``Unfit``         the deployment is refused (a public address without a token, say)
"""

from __future__ import annotations


class ApiError(Exception):
    """Root of the faces' own errors; never holds document text."""

    code = "error"
    exit_code = 1

    def __init__(self, message: str, hint: str = "", *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code


class NotFound(ApiError):
    """No such document, entry, provision or file."""

    code = "not_found"


class BadRequest(ApiError):
    """Wrong use, with what would be right."""

    code = "bad_request"
    exit_code = 2


class Unfit(ApiError):
    """A setting that would be unsafe."""

    code = "unfit"


def described(error: Exception) -> tuple[str, str, str] | None:
    """Return ``(code, message, hint)`` of any error of ours, whichever package raised it, else ``None``.

    Every package's errors carry ``code`` and ``hint``; errors of libraries are mapped by their adapters and have none.
    """
    code = getattr(error, "code", None)
    hint = getattr(error, "hint", None)
    if isinstance(code, str) and isinstance(hint, str):
        return code, _sentence(getattr(error, "message", None) or str(error)), _sentence(hint)
    return None


def _sentence(text: str) -> str:
    """Packages write messages as clauses; people read sentences."""
    text = text.strip()
    if not text:
        return ""
    # A hint may begin with a command, which is written as it is typed.
    start = text if text.startswith("opcat ") else text[0].upper() + text[1:]
    return start + ("" if text[-1] in ".!?:`'\"" else ".")
