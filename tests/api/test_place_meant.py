"""Places as people call them: by a part of the name, by a town that only the reports name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.main import run

REPORT = (
    "Monitoring visit to Penitentiary Establishment No. 41\n\n"
    "1.1 We visited Penitentiary Establishment No. 41 in Varrowmere from 3 to 5 March 2024.\n\n"
    "1.2 The toilets of the segregation unit stand in view of the camera.\n"
)


def test_a_town_named_in_the_report_will_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "visit-41.txt"
    report.write_text(REPORT, "utf-8")
    home = str(tmp_path / "home")
    assert run(["--home", home, "ingest", str(report), "--json"]) == 0
    (added,) = json.loads(capsys.readouterr().out)["documents"]
    assert added["metadata"]["place"] and "Varrowmere" not in added["metadata"]["place"]
    assert run(["--home", home, "search", "toilet camera", "--place", "Varrowmere", "--json"]) == 0
    shown = capsys.readouterr()
    assert {hit["document_id"] for hit in json.loads(shown.out)["hits"]} == {added["document_id"]}
    assert "read the place 'Varrowmere' as" in shown.err and added["metadata"]["place"] in shown.err
    assert run(["--home", home, "register", "--place", "Varrowmere", "--json"]) == 0


def test_an_unknown_place_lists_the_nearest(client: TestClient) -> None:
    (first, *_) = client.get("/v1/filters").json()["place"]
    near = client.get("/v1/search", params={"q": "x", "place": first[:-2] + "qq"})
    assert near.status_code == 400 and near.json()["code"] == "unknown_place"
    assert first in near.json()["detail"]
    far = client.get("/v1/search", params={"q": "x", "place": "Xyzzyville"})
    assert far.status_code == 400 and far.json()["detail"].startswith(("Known: ", "Near: "))


def test_a_known_place_needs_no_note(client: TestClient) -> None:
    (first, *_) = client.get("/v1/filters").json()["place"]
    assert client.get("/v1/search", params={"q": "visit", "place": first}).json()["notes"] == []


def test_every_face_says_how_a_place_was_read(client: TestClient) -> None:
    (added,) = client.post("/v1/documents", params={"filename": "visit-41.txt"}, content=REPORT).json()["documents"]
    try:
        (told,) = client.get("/v1/search", params={"q": "toilet", "place": "Varrowmere"}).json()["notes"]
        assert "read the place 'Varrowmere' as" in told
        asked = {"question": "What was found about toilets?", "place": "Varrowmere"}
        assert client.post("/v1/ask", json=asked).json()["notes"][0] == told
        stream = client.post("/v1/ask", json=asked, headers={"accept": "text/event-stream"}).text
        assert stream.startswith("event: note\n") and "Varrowmere" in stream.partition("\n\n")[0]
        assert client.get("/v1/register", params={"place": "Varrowmere"}).json()["notes"] == [told]
        assert client.get("/v1/statistics", params={"place": "Varrowmere"}).json()["notes"] == [told]
    finally:
        client.delete(f"/v1/documents/{added['document_id']}")
