"""One document, passage, entry or provision over HTTP: what the command line shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.main import run


def test_an_id_shows_what_the_command_shows(client: TestClient, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = client.get("/v1/register").json()["entries"][0]
    passage = client.get("/v1/search", params={"q": "segregation"}).json()["hits"][0]["passage_id"]
    for name in (entry["id"], entry["document_id"], passage):
        assert run(["--home", str(home), "show", name, "--json"]) == 0
        assert client.get(f"/v1/show/{name}").json() == json.loads(capsys.readouterr().out)
    missing = client.get("/v1/show/p-0")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")


def test_a_passage_comes_with_its_neighbours(client: TestClient) -> None:
    hit = client.get("/v1/search", params={"q": "segregation", "kind": "visit_report"}).json()["hits"][0]
    order = [each["passage_id"] for each in client.get(f"/v1/show/{hit['document_id']}").json()["passages"]]
    shown = client.get(f"/v1/show/{hit['passage_id']}", params={"around": 2}).json()
    assert shown["document"]["document_id"] == hit["document_id"]
    beside = [each["passage_id"] for each in (*shown["before"], shown["passage"], *shown["after"])]
    at = order.index(hit["passage_id"])
    assert beside == order[max(0, at - 2) : at + 3]
    first = client.get(f"/v1/show/{order[0]}", params={"around": 2}).json()
    assert first["before"] == [] and len(first["after"]) == 2


def test_a_provision_by_its_reference(client: TestClient, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "instruments", "show", "OPCAT:19(b)", "--json"]) == 0
    assert client.get("/v1/instruments/OPCAT:19(b)").json() == json.loads(capsys.readouterr().out)
    names = {each["instrument"] for each in client.get("/v1/instruments").json()["instruments"]}
    assert "OPCAT" in names
    assert client.get("/v1/instruments/OPCAT:999").status_code == 404
    assert client.get("/v1/instruments/-").json()["code"] == "bad_reference"
