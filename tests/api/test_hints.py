"""What a hint of ours becomes over HTTP, where nobody types a command."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.http.hints import over_http


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("opcat documents lists the places.", "GET /v1/documents lists the places."),
        ("Ingest one: opcat ingest REPORT.pdf", "Ingest one: POST /v1/documents"),
        ("there is nothing to compare. opcat brief PLACE shows what is known of it.",
         "there is nothing to compare. GET /v1/brief?place=PLACE shows what is known of it."),
        ("opcat register --kind finding lists findings", "GET /v1/register?kind=finding lists findings"),
        ("--from is not a date: 'x'.", "from is not a date: 'x'."),
        ("set tiers with opcat tier, leave documents out",
         "set tiers with PUT /v1/documents/ID/tier, leave documents out"),
        ("Such as OPCAT:19(b). opcat instruments list", "Such as OPCAT:19(b). GET /v1/instruments"),
        ("or allow it with --mix-tiers (mix_tiers=true)", "or allow it with mix_tiers=true"),
        ("Not clean. opcat rebuild repairs the indexes.",
         "Not clean. On the server's machine: opcat rebuild repairs the indexes."),
        ("Send the bytes: curl --data-binary @FILE", "Send the bytes: curl --data-binary @FILE"),
        ("The file is damaged.", "The file is damaged."),
    ],
)  # fmt: skip
def test_commands_become_routes(told: str, read: str) -> None:
    assert over_http(told) == read


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("/v1/compare", {"place": "Xyzzyville"}),
        ("/v1/brief", {"place": "Xyzzyville"}),
        ("/v1/search", {"q": "x", "document": "d-0"}),
        ("/v1/search", {"q": "x", "from": "31.12.2024"}),
        ("/v1/statistics", {"place": "Xyzzyville"}),
    ],
)
def test_no_error_names_a_command(client: TestClient, path: str, params: dict[str, str]) -> None:
    answer = client.get(path, params=params)
    assert answer.status_code in {200, 400}
    if answer.status_code == 400:
        assert "opcat " not in answer.json()["title"] + answer.json().get("detail", "")
        assert "--" not in answer.json()["title"] + answer.json().get("detail", "")
