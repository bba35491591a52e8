"""Who may call: loopback without a token, anyone else with one; never another site's page.

A plain ASGI middleware, so that it stands before routing and reads no body.
"""

from __future__ import annotations

import hmac
from typing import Any
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.problems import problem

OPEN_PATHS = frozenset({"/healthz", "/readyz"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})


class Guard:
    """Refuse requests that do not come from the deployment's own users.

    Args:
        app: the application behind it.
        token: bearer token to demand, or ``None``: then only a loopback ``Host`` is answered, which stops pages of
            other sites from reaching the server through a name that resolves here (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through or answer it with a problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> Any:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host = _name_of(headers.get("host", ""))
        origin = headers.get("origin")
        if origin is not None and _name_of(urlsplit(origin).netloc) != host:
            return problem(403, "forbidden", "Requests from pages of other sites are refused.")
        if scope["path"] in OPEN_PATHS:
            return None
        if self._token is None:
            if host not in LOOPBACK:
                return problem(403, "forbidden", "Without a token only loopback is served.", "Set OPCAT_TOKEN.")
            return None
        given = headers.get("authorization", "").removeprefix("Bearer ").strip()
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            return problem(401, "unauthorised", "A bearer token is needed.", "Send Authorization: Bearer TOKEN.")
        return None


def _name_of(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()
