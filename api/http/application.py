"""The web application: routes, page, guard, health."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from api.http import asking, comparing, drafting, problems, questionnaires
from api.http.guard import Guard
from api.http.routes import router
from api.http.shelf import Shelf

POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


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
    app.include_router(router)
    app.include_router(asking.router)
    app.include_router(drafting.router)
    app.include_router(questionnaires.router)
    app.include_router(comparing.router)
    problems.install(app)

    @app.middleware("http")
    async def headers(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def page() -> str:
        return files("api.http").joinpath("page.html").read_text("utf-8")

    @app.get("/page.js", include_in_schema=False)
    def script() -> Response:
        return Response(files("api.http").joinpath("page.js").read_text("utf-8"), media_type="text/javascript")

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
