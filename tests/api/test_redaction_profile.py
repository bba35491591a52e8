"""The redaction profile through the commands: one file, the library, and what becomes of documents when it changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import run

REPORT = (
    "Visit to Quarrydown Prison\n\n1.1 We visited Quarrydown Prison from 3 to 5 March 2024.\n\n"
    "The Minister of Justice, Ada Quillfeather, was told.\n\n"
    "1.2 Mr Zebedee Thackery-Owusu, aged 34, was the only Ghanaian man on the wing. He wept on 7 June 2023.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "visit.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "home"
    path.mkdir(mode=0o700)
    return path


def call(capsys: pytest.CaptureFixture[str], home: Path, *words: str | Path) -> tuple[int, dict[str, Any]]:
    code = run(["--home", str(home), *map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_option_overrides_the_settings_for_one_file(
    report: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, default = call(capsys, home, "redact", report)
    assert "in their 30s" in default["text"] and default["policy"].startswith("2026.1+d")
    _, strict = call(capsys, home, "redact", report, "--profile", "strict")
    for gone in ("30s", "2023", "Ghanaian", "only"):
        assert gone not in strict["text"]
    assert "3 to 5 March 2024" in strict["text"] and strict["policy"].startswith("2026.1-strict+")
    (home / "opcat.toml").write_text('redaction_profile = "strict"\noffice_holders = ["Ada Quillfeather"]\n', "utf-8")
    _, settled = call(capsys, home, "redact", report)
    assert "30s" not in settled["text"] and "Ada Quillfeather" in settled["text"]
    assert settled["policy"] not in (strict["policy"], default["policy"])
    _, back = call(capsys, home, "redact", report, "--profile", "default")
    assert "in their 30s" in back["text"]


@pytest.mark.parametrize("line", [True, False])
def test_five_megabytes_are_refused_and_nothing_is_passed_on(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], line: bool
) -> None:
    path, sentence = tmp_path / "long.txt", "Mr Thackery-Owusu told us that the cell was cold in the night and dark."
    path.write_text((sentence + (" " if line else "\n")) * (5_000_000 // len(sentence)), "utf-8")
    to = tmp_path / "copy.txt"
    code, shape = call(capsys, home, "redact", path, "--out", to)
    assert code == 1 and shape["error"]["code"] == "text_too_long" and shape["error"]["hint"]
    assert not to.exists() and "Thackery" not in json.dumps(shape)


def test_a_line_of_five_megabytes_is_held_by_ingest(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Mr Thackery-Owusu told us that the cell was cold in the night and dark. " * 70_000, "utf-8")
    _, shape = call(capsys, home, "ingest", path)
    (document,) = shape["documents"]
    assert document["status"] == "held" and document["reason"].startswith("text_too_long:")
    assert not any(b"Thackery" in stored.read_bytes() for stored in home.rglob("*") if stored.is_file())


@pytest.mark.parametrize("command", ["redact", "ingest"])
def test_an_unknown_profile_stops_before_anything_is_read(
    report: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("OPCAT_REDACTION_PROFILE", str(home / "nowhere.toml"))
    code, shape = call(capsys, home, command, report)
    assert code == 1 and shape["error"]["code"] == "policy_invalid" and shape["error"]["hint"]


def test_another_profile_makes_stored_documents_anew(
    report: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ingest() -> tuple[str, str]:
        _, shape = call(capsys, home, "ingest", report)
        document = shape["documents"][0]
        _, shown = call(capsys, home, "show", document["document_id"])
        return document["status"], json.dumps(shown, ensure_ascii=False)

    status, text = ingest()
    assert status == "indexed" and "in their 30s" in text and "Quillfeather" not in text
    assert ingest()[0] == "unchanged"
    monkeypatch.setenv("OPCAT_REDACTION_PROFILE", "strict")
    status, text = ingest()
    assert status == "indexed" and "30s" not in text and "Ghanaian" not in text
    assert ingest()[0] == "unchanged"
    (home / "opcat.toml").write_text('office_holders = ["Minister Ada Quillfeather"]\n', "utf-8")
    status, text = ingest()
    assert status == "indexed" and "Ada Quillfeather" in text


def test_review_under_another_profile_says_that_the_list_has_changed(
    report: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call(capsys, home, "ingest", report)
    monkeypatch.setenv("OPCAT_REDACTION_PROFILE", "strict")
    code, shape = call(capsys, home, "review", report, "--item", "1", "--action", "mask")
    assert code == 2 and shape["error"]["code"] == "review_changed"
