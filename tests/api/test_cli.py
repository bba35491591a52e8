from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import run
from ingest.ledger.store import Ledger

REPORT = (
    "Visit to Quarrydown Prison\n\n1.1 We visited Quarrydown Prison from 3 to 5 March 2024.\n\n"
    "1.2 Mr Zebedee Thackery-Owusu had been held in the segregation unit for 41 days.\n"
)


def call(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = run([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_ask_quotes_what_is_stored(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = call(capsys, "--home", str(home), "ask", "What was recommended about segregation?")
    assert code == 0
    assert not answer["abstained"]
    for citation in answer["citations"]:
        _, shown = call(capsys, "--home", str(home), "show", citation["passage_id"])
        assert " ".join(citation["quote"].split()) in " ".join(shown["passage"]["text"].split())


def test_ask_says_not_found_with_coverage(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = call(capsys, "--home", str(home), "ask", "What did they find about the submarine's periscope?")
    assert code == 0
    assert answer["abstained"] and answer["reason"] == "not_in_corpus"
    assert answer["citations"] == [] and answer["coverage"]["documents"] > 0


def test_ingest_twice_is_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "visit.txt"
    report.write_text(REPORT, "utf-8")
    home = str(tmp_path / "home")
    code, first = call(capsys, "--home", home, "ingest", str(report))
    assert code == 0 and first["documents"][0]["status"] == "indexed"
    assert first["documents"][0]["redactions"]["NAME"] >= 1
    _, second = call(capsys, "--home", home, "ingest", str(report))
    assert second["documents"][0]["status"] == "unchanged"
    _, listed = call(capsys, "--home", home, "documents")
    assert len([row for row in listed["documents"] if row["kind"] != "catalogue"]) == 1
    for path in (tmp_path / "home").rglob("*"):
        if path.is_file():
            assert b"Thackery" not in path.read_bytes(), path


def test_a_bad_file_does_not_stop_the_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing")
    code, result = call(
        capsys, "--home", str(tmp_path / "h"), "ingest", str(tmp_path / "bad.pdf"), str(tmp_path / "good.txt")
    )
    assert code == 1
    assert [row["status"] for row in result["documents"]] == ["refused", "indexed"]
    assert result["documents"][0]["reason"] and result["error"]["code"] == "some_refused"


def test_erase_and_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")
    home = str(tmp_path / "h")
    _, result = call(capsys, "--home", home, "ingest", str(tmp_path / "good.txt"))
    assert call(capsys, "--home", home, "check")[1]["clean"] is True
    code, erased = call(capsys, "--home", home, "erase", result["documents"][0]["document_id"])
    assert code == 0 and erased["passages"] == result["documents"][0]["passages"]
    assert call(capsys, "--home", home, "check")[1]["clean"] is True


def test_the_catalogue_is_not_erased_and_comes_back_where_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")
    home = str(tmp_path / "h")
    _, result = call(capsys, "--home", home, "ingest", str(tmp_path / "good.txt"))
    listed = call(capsys, "--home", home, "documents")[1]["documents"]
    (catalogue,) = [row["document_id"] for row in listed if row["kind"] == "catalogue"]
    code, refused = call(capsys, "--home", home, "erase", result["documents"][0]["document_id"], catalogue)
    assert code == 1 and refused["error"]["code"] == "built_in"
    assert "catalogue" in refused["error"]["message"] and "Nothing was erased" in refused["error"]["hint"]
    assert call(capsys, "--home", home, "documents")[1]["documents"] == listed
    # A library of an older version may have lost it: the next command brings it back.
    with closing(Ledger.open(tmp_path / "h" / "ledger.sqlite", write=True)) as ledger:
        ledger.erase([catalogue])
        ledger.finish_erasures()
    _, found = call(capsys, "--home", home, "search", "OPCAT 19(b)")
    assert found["hits"][0]["document_id"] == catalogue


def test_every_kind_that_is_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "table.csv").write_text("Cell,Bell\n1,does not ring\n2,rings\n", "utf-8")
    (folder / "film.mp4").write_bytes(b"\0" * 40)
    code = run(["--home", str(tmp_path / "h"), "ingest", str(folder), "--json"])
    shown = capsys.readouterr()
    assert code == 0
    assert [row["source"] for row in json.loads(shown.out)["documents"]] == ["table.csv"]
    assert ".csv" in shown.err and ".eml" in shown.err


def test_redact_offsets_are_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "visit.txt"
    report.write_text(REPORT, "utf-8")
    code, result = call(capsys, "redact", str(report))
    assert code == 0 and result["residue"] == []
    masked = {REPORT[span["start"] : span["end"]] for span in result["spans"]}
    assert any("Thackery" in surface for surface in masked)
    assert "Thackery" not in json.dumps(result)


def test_provisions_are_there_from_the_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "--home", str(tmp_path), "instruments", "show", "opcat 19 b")
    assert code == 0
    assert result["reference"] == "OPCAT:19(b)"
    assert result["provisions"][0]["source"] == "catalogue"


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("draft",), 2, "usage"),
        (("show", "p-nothing"), 1, "not_found"),
        (("ask", " "), 2, "empty_query"),
        (("search", "x", "--theme", "nonsense"), 2, "unknown_theme"),
        (("search", "x", "--from", "yesterday"), 2, "bad_date"),
        (("register", "--status", "nonsense"), 2, "unknown_status"),
        (("ask", "word " * 3000), 2, "question_too_long"),
        (("ingest", "no-such-file.pdf"), 1, "no_such_file"),
        (("ingest", "x", "--kind", "poem"), 2, "unknown_kind"),
        (("frobnicate",), 2, "usage"),
        (("search",), 2, "usage"),
    ],
)
def test_errors_have_code_and_hint(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, error: str
) -> None:
    got, document = call(capsys, "--home", str(home), *words)
    assert got == code
    assert document["error"]["code"] == error
    assert document["error"]["message"]


def test_what_is_no_file_is_refused_before_the_library_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "report.pdf"
    os.mkfifo(pipe)
    for path in (pipe, Path(os.devnull)):
        code, document = call(capsys, "--home", str(tmp_path / "home"), "ingest", str(path))
        assert (code, document["error"]["code"]) == (2, "not_a_file")
    assert not (tmp_path / "home").exists()


def test_what_reads_makes_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(tmp_path / "misspelt"), "documents", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "not_found"
    assert not list(tmp_path.iterdir())


def test_a_file_is_no_home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").write_text("a file")
    assert run(["--home", str(tmp_path / "home"), "documents", "--json"]) == 1
    assert "not a directory" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_an_interrupt_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("api.cli.documents.library_of", interrupted)
    assert run(["documents"]) == 130
    assert "What was finished is kept" in capsys.readouterr().err


def test_vectors_of_another_model_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home, report = tmp_path / "home", tmp_path / "report.txt"
    report.write_text("Visit to Quellmoor Prison\n\nThe cell bells did not work on the second wing.\n")
    assert run(["--home", str(home), "ingest", str(report)]) == 0
    capsys.readouterr()
    connection = sqlite3.connect(home / "ledger.sqlite")
    with connection:
        connection.execute("UPDATE documents SET embedder = 'former'")
    connection.close()
    assert run(["--home", str(home), "search", "cell bells", "--json"]) == 0
    told = capsys.readouterr()
    assert "indexed with another embedding model: opcat rebuild" in told.err
    assert json.loads(told.out)["hits"]
    assert run(["--home", str(home), "rebuild"]) == 0
    capsys.readouterr()
    assert run(["--home", str(home), "search", "cell bells", "--json"]) == 0
    assert "another embedding model" not in capsys.readouterr().err
