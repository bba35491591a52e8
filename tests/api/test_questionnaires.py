"""Questionnaires through the command line and the server."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.cli.main import run

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    document = Document()
    document.add_paragraph("Please answer yes, partial or no.")
    table = document.add_table(rows=3, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Question", "Yes / Partial / No", "Comments"), strict=True):
        cell.text = text
    table.cell(1, 0).text = "1. Are private interviews with a nurse held on the first night?"
    table.cell(2, 0).text = "2. Does the mechanism monitor military barracks at sea?"
    path = tmp_path / "form.docx"
    document.save(str(path))
    return path


def test_command_fills_the_form_and_a_sheet(
    home: Path, form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, sheet = tmp_path / "out.docx", tmp_path / "work.xlsx"
    words = ["--home", str(home), "questionnaire", str(form), "--out", str(out), "--xlsx", str(sheet), "--json"]
    assert run(words) == 0
    shape = json.loads(capsys.readouterr().out)
    assert [set(one) >= {"number", "text", "suggested", "answer", "citations", "gap"} for one in shape["questions"]]
    assert shape["questions"][0]["citations"] and shape["questions"][1]["gap"]
    rows = Document(str(out)).tables[0].rows
    assert rows[1].cells[2].text and rows[2].cells[2].text.startswith("Gap:")
    assert load_workbook(sheet).active.max_row == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["form.docx", "out.docx", "work.xlsx"]


def test_command_writes_the_matrix(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "matrix.docx"
    assert run(["--home", str(home), "questionnaire", "--template", "matrix", "--out", str(out)]) == 0
    heads = [cell.text for cell in Document(str(out)).tables[0].rows[0].cells]
    assert heads[-4:] == ["No", "Partial", "Yes", "Comments"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--out", "out.docx"], "bad_request"),
        (["missing.docx", "--out", "out.docx"], "not_found"),
        (["--template", "other", "--out", "out.docx"], "unknown_template"),
    ],
)
def test_wrong_use_is_named(
    words: list[str],
    code: str,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--home", str(home), "questionnaire", *words, "--json"]) != 0
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code
    assert not list(tmp_path.iterdir())


def test_a_form_without_questions_leaves_no_file(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document()
    document.add_paragraph("A letter.")
    document.save(str(tmp_path / "letter.docx"))
    out = tmp_path / "out.docx"
    assert run(["--home", str(home), "questionnaire", str(tmp_path / "letter.docx"), "--out", str(out), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "no_questions"
    assert not out.exists()


def test_server_gives_suggestions_and_the_form(client: TestClient, form: Path) -> None:
    answer = client.post("/v1/questionnaires", params={"filename": "form.docx"}, content=form.read_bytes())
    assert answer.status_code == 200
    shape = answer.json()
    assert len(shape["questions"]) == 2
    document = Document(io.BytesIO(base64.b64decode(shape["document"]["base64"])))
    assert document.tables[0].cell(1, 2).text
    filled = client.post(
        "/v1/questionnaires", params={"filename": "form.docx"}, content=form.read_bytes(), headers={"accept": WORD}
    )
    assert filled.headers["content-type"] == WORD
    assert Document(io.BytesIO(filled.content)).tables[0].cell(1, 2).text


def test_server_refuses_what_is_no_form(client: TestClient) -> None:
    refused = client.post("/v1/questionnaires", params={"filename": "letter.txt"}, content=b"A letter of two words.")
    assert refused.status_code in (400, 422)
    assert refused.json()["code"] == "no_questions"


def test_the_form_itself_and_other_files_are_not_overwritten(
    home: Path, form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original, other = form.read_bytes(), tmp_path / "other.docx"
    Document().save(str(other))
    kept = other.read_bytes()
    fill = ["--home", str(home), "questionnaire", str(form), "--json", "--out"]
    assert run([*fill, str(form)]) == 2 and form.read_bytes() == original
    assert run([*fill, str(other)]) == 1 and other.read_bytes() == kept
    assert run([*fill, str(other), "--force"]) == 0 and other.read_bytes() != kept
    # An earlier result for this form is brought up to date without a word.
    assert run([*fill, str(other)]) == 0
    assert run(["--home", str(home), "questionnaire", str(other), "--json", "--out", str(other)]) == 0


def test_an_empty_matrix_over_http_is_that_of_the_command_line(client: TestClient) -> None:
    given = client.get("/v1/questionnaires/templates/matrix")
    assert given.status_code == 200 and given.content.startswith(b"PK")
    filled = client.post("/v1/questionnaires", params={"filename": "matrix.docx"}, content=given.content)
    assert filled.status_code == 200 and len(filled.json()["questions"]) > 20
    assert client.get("/v1/questionnaires/templates/other").status_code == 422
