"""The web application: routes, page, guard, health."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import Response

from api.http import asking, comparing, drafting, instruments, problems, questionnaires, showing, tiers
from api.http.guard import Guard
from api.http.page import serving
from api.http.routes import router
from api.http.shelf import Shelf


def application(shelf: Shelf) -> FastAPI:
    """Build the application around an open library; closing the application closes the library."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> Any:
        yield
        shelf.close()

    app = FastAPI(
        title="opcat",
        summary="Reports of visits to places of detention: search, questions, register.",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
    )
    app.state.shelf = shelf
    for part in (asking, drafting, questionnaires, comparing, showing, instruments, tiers, serving):
        app.include_router(part.router)
    app.include_router(router)
    problems.install(app)

    @app.middleware("http")
    async def headers(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call(request)
        response.headers.setdefault("Content-Security-Policy", serving.POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    @app.get("/healthz", tags=["health"])
    def health() -> dict[str, str]:
        """Say that the process answers."""
        return {"status": "ok"}

    @app.get("/readyz", tags=["health"])
    def ready() -> dict[str, Any]:
        """Say that the library can be read."""
        with shelf.reading() as library:
            return {"status": "ready", "documents": len(library.ledger.documents())}

    app.add_middleware(Guard, token=shelf.settings.token)
    return app
