from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.http.guard import Guard


@pytest.fixture
def client() -> Callable[[str | None], TestClient]:
    def make(token: str | None) -> TestClient:
        app = Starlette(routes=[Route(path, lambda request: PlainTextResponse("in")) for path in ("/", "/healthz")])
        app.add_middleware(Guard, token=token)
        return TestClient(app, base_url="http://127.0.0.1")

    return make


def test_loopback_needs_no_token(client: Callable[[str | None], TestClient]) -> None:
    assert client(None).get("/").text == "in"


def test_a_name_that_resolves_here_is_refused(client: Callable[[str | None], TestClient]) -> None:
    answer = client(None).get("/", headers={"host": "evil.example"})
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"


def test_another_sites_page_is_refused(client: Callable[[str | None], TestClient]) -> None:
    assert client(None).get("/", headers={"origin": "https://evil.example"}).status_code == 403
    assert client(None).get("/", headers={"origin": "http://127.0.0.1"}).status_code == 200


def test_a_token_is_demanded_of_everyone(client: Callable[[str | None], TestClient]) -> None:
    guarded = client("sesame")
    assert guarded.get("/").status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer sesam"}).status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer sesame", "host": "npm.example"}).status_code == 200
    assert guarded.get("/healthz").status_code == 200
