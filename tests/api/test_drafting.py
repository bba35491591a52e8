from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.main import run

FINDING = "Prisoners in segregation were let out of their cells for one hour a day."


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    shape = json.loads(capsys.readouterr().out)
    assert isinstance(shape, dict)
    return shape


def test_a_finding_gives_the_contract(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "draft", "--finding", FINDING, "--place-type", "prison", "--json"]) == 0
    shape = said(capsys)
    assert set(shape) >= {"draft", "criteria", "precedents", "repeats", "citations", "warnings", "variants"}
    assert {"criterion", "met", "why"} <= set(shape["draft"]["checks"][0])
    numbers = {each["n"] for each in shape["citations"]}
    assert {part["citation"] for part in shape["draft"]["parts"] if part["citation"]} <= numbers
    assert {each["n"] for each in (*shape["criteria"], *shape["precedents"], *shape["repeats"])} == numbers


def test_a_draft_is_shown_to_people(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "draft", "--finding", FINDING, "--variants"]) == 0
    shown = capsys.readouterr().out
    assert "[who?]" in shown
    assert "Precedents, newest first" in shown
    assert all(f"{term} term" in shown for term in ("short", "medium", "long"))


def test_a_text_or_a_file_is_checked(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "draft", "--check", "Conditions should be improved.", "--json"]) == 0
    one = said(capsys)
    assert one["total"] == 1
    assert one["recommendations"][0]["summary"]["not_met"] >= 6
    listed = tmp_path / "asks.txt"
    listed.write_text("1. The Governor should repair the roof by May.\n\n2. Staff should try harder.\n", "utf-8")
    assert run(["--home", str(home), "draft", "--check", str(listed), "--json"]) == 0
    assert said(capsys)["total"] == 2
    assert run(["--home", str(home), "draft", "--check", str(listed)]) == 0
    assert "time-bound" in capsys.readouterr().out


def test_a_name_in_a_text_to_check_is_masked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The Governor should apologise to Mr Balthazar Quint-Hawtrey within two weeks."
    assert run(["--home", str(home), "draft", "--check", text, "--json"]) == 0
    out = capsys.readouterr()
    assert "Quint" not in out.out + out.err
    assert json.loads(out.out)["masked"]


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        ([], "usage", 2),
        (["--finding", FINDING, "--entry", "r-1"], "usage", 2),
        (["--finding", "  "], "empty_finding", 2),
        (["--finding", "a word " * 2000], "finding_too_long", 2),
        (["--entry", "r-000000000000"], "not_found", 1),
        (["--finding", FINDING, "--theme", "gardening"], "unknown_theme", 2),
        (["--finding", FINDING, "--term", "eternal"], "usage", 2),
        (["--check", "..."], "nothing_to_check", 2),
        (["--check", "no-such-file.docx"], "not_found", 1),
    ],
)
def test_wrong_use_is_named(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: str, exit_code: int
) -> None:
    assert run(["--home", str(home), "draft", *words, "--json"]) == exit_code
    error = said(capsys)["error"]
    assert error["code"] == code
    assert error["hint"]


def test_an_empty_library_drafts_from_the_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new").mkdir()
    assert run(["--home", str(tmp_path / "new"), "draft", "--finding", FINDING, "--json"]) == 0
    shape = said(capsys)
    assert shape["precedents"] == []
    assert shape["criteria"]
    assert any("opcat ingest" in notice for notice in shape["notices"])


def test_the_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "--finding" in shown
    assert "opcat draft --check" in shown


def test_http_drafts_and_checks(client: TestClient) -> None:
    shape = client.post("/v1/drafts", json={"finding": FINDING, "variants": True}).json()
    assert len(shape["variants"]) >= 3
    entry = shape["precedents"][0]["entry_id"]
    again = client.post("/v1/drafts", json={"entry": entry}).json()
    assert again["repeats"][0]["entry_id"] == entry
    checked = client.post("/v1/drafts/check", json={"text": "Conditions should be improved."}).json()
    assert len(checked["recommendations"][0]["checks"]) == 10


def test_http_refuses_with_a_problem(client: TestClient) -> None:
    assert client.post("/v1/drafts", json={}).status_code == 400
    assert client.post("/v1/drafts", json={"entry": "r-000000000000"}).status_code == 404
    assert client.post("/v1/drafts", json={"finding": FINDING, "model": "x"}).status_code == 422
    empty = client.post("/v1/drafts/check", json={"text": "..."})
    assert (empty.status_code, empty.json()["code"]) == (400, "nothing_to_check")
