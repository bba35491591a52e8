"""The register as a file: what is written is read back."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.cli.main import run
from api.export.cells import CELL, defused, fitting
from api.export.columns import COLUMNS, NOTICE
from api.export.csv_file import csv_bytes
from api.export.errors import FileExists, TooManyRows, Unwritable
from api.export.json_file import json_bytes
from api.export.table import RegisterTable, Unread
from api.export.writing import Format, format_named, write_whole
from api.export.xlsx_file import MOST_ROWS, xlsx_bytes

HEADINGS = [column.heading for column in COLUMNS]


def _row(**values: Any) -> tuple[Any, ...]:
    return tuple(values.get(column.key) for column in COLUMNS)


def _table(*rows: tuple[Any, ...]) -> RegisterTable:
    unread = (Unread("held.pdf", "held: residue"), Unread("scan.pdf", "2 of 9 pages could not be read"))
    return RegisterTable(rows, {"Theme": "searches", "From": "2024"}, "2026-03-02T08:00:00+00:00", 2, unread)


HOSTILE = ['=HYPERLINK("x")', "+1+1", "-2", "@SUM(A1)", "\tx", "\r=1", "  =1+1"]


def test_csv_is_read_back_with_commas_quotes_and_line_breaks() -> None:
    text = 'The governor said: "no",\nand left; 12 m² — Ærø'
    data = csv_bytes(_table(_row(id="r-1", text=text, themes=["searches", "women"], page=7)))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert list(rows[0]) == HEADINGS
    assert rows[0]["Text"] == text
    assert rows[0]["Themes"] == "searches; women"
    assert rows[0]["Page"] == "7"
    assert rows[0]["Status claimed"] == ""


def test_csv_has_a_byte_order_mark_only_where_asked() -> None:
    table = _table(_row(id="r-1"))
    assert csv_bytes(table, bom=True).startswith(b"\xef\xbb\xbfEntry,")
    assert csv_bytes(table).startswith(b"Entry,"), "a first cell ID is taken for another format by spreadsheets"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_becomes_a_formula(text: str) -> None:
    table = _table(_row(id="r-1", text=text, response=text))
    row = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8"), newline="")))[1]
    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r") for cell in row)
    sheet = load_workbook(io.BytesIO(xlsx_bytes(table)))["Register"]
    cell = sheet.cell(row=2, column=HEADINGS.index("Text") + 1)
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_ordinary_text_is_left_as_it_is() -> None:
    assert defused("Article 10 = 10") == "Article 10 = 10"
    assert defused("") == ""


def test_a_cell_is_cut_where_it_is_full_and_says_so() -> None:
    assert fitting("a" * CELL) == "a" * CELL
    cut = fitting("a" * (CELL + 1))
    assert len(cut) == CELL and "opcat show" in cut[-60:]
    assert fitting("a\x00\x0bb") == "ab"


def test_workbook_has_register_about_and_legend() -> None:
    table = _table(_row(id="r-1", kind="finding", text="#N/A", page=3), _row(id="r-2", kind="finding", text="Two"))
    book = load_workbook(io.BytesIO(xlsx_bytes(table)))
    sheet = book["Register"]
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(row=3, column=len(COLUMNS)).coordinate}"
    text = sheet.cell(row=2, column=HEADINGS.index("Text") + 1)
    assert (text.value, text.data_type, text.alignment.wrap_text) == ("#N/A", "s", True)
    assert sheet.cell(row=2, column=HEADINGS.index("Page") + 1).value == 3
    assert sheet.column_dimensions["M"].width == 70
    about = {(row[0].value, row[1].value) for row in book["About"].iter_rows()}
    legend = {(column.heading, column.meaning) for column in COLUMNS}
    assert legend | {("Theme", "searches"), ("Entries", 2), ("finding", 2), ("held.pdf", "held: residue")} <= about
    assert ("Note", NOTICE) in about


def test_a_sheet_has_an_end() -> None:
    with pytest.raises(TooManyRows):
        xlsx_bytes(_table(*([_row(id="r")] * (MOST_ROWS + 1))))


def test_json_keeps_lists_and_nulls() -> None:
    document = json.loads(json_bytes(_table(_row(id="r-1", themes=["food"], criteria_suggested=["NMR:22"]))))
    assert document["total"] == 1
    entry = document["entries"][0]
    assert entry["themes"] == ["food"] and entry["criteria_suggested"] == ["NMR:22"] and entry["page"] is None
    assert document["about"]["unread"][0] == {"source": "held.pdf", "why": "held: residue"}


def test_format_is_named_or_read_from_the_ending() -> None:
    assert format_named(None, Path("a/register.XLSX")) is Format.XLSX
    assert format_named("json", Path("register.csv")) is Format.JSON


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    write_whole(b"one", path, force=False)
    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExists):
        write_whole(b"two", path, force=False)
    assert path.read_bytes() == b"one"
    write_whole(b"two", path, force=True)
    assert path.read_bytes() == b"two"
    with pytest.raises(Unwritable):
        write_whole(b"x", tmp_path / "missing" / "register.csv", force=False)
    with pytest.raises(Unwritable):
        write_whole(b"x", tmp_path, force=True)
    assert [each.name for each in tmp_path.iterdir()] == ["register.csv"]


def _call(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = run([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_export_writes_what_register_lists(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--home", str(home))
    _, listed = _call(capsys, *at, "register", "--kind", "recommendation")
    assert listed["total"] > 5
    for ending in ("csv", "xlsx", "json"):
        path = tmp_path / f"register.{ending}"
        code, done = _call(capsys, *at, "export", "--kind", "recommendation", "--out", str(path))
        assert code == 0
        assert done["export"]["entries"] == listed["total"] and done["export"]["format"] == ending
    ids = [entry["id"] for entry in listed["entries"]]
    with (tmp_path / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Entry"] for row in csv.DictReader(file)] == ids
    sheet = load_workbook(tmp_path / "register.xlsx")["Register"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ids
    written = json.loads((tmp_path / "register.json").read_text("utf-8"))
    assert [entry["id"] for entry in written["entries"]] == ids
    assert [entry["text"] for entry in written["entries"]] == [entry["text"] for entry in listed["entries"]]
    assert written["about"]["filters"] == {"Kind": "recommendation"}
    places = {entry["place"] for entry in written["entries"]}
    assert None not in places


def test_entries_that_cite_nothing_get_suggestions_and_others_none(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, listed = _call(capsys, "--home", str(home), "register")
    entries = listed["entries"]
    assert any(entry["criteria_suggested"] for entry in entries)
    assert not any(entry["criteria"] and entry["criteria_suggested"] for entry in entries)
    assert all(len(entry["criteria_suggested"]) <= 3 for entry in entries)


def test_export_refuses_wrong_use(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--home", str(home), "export")
    there = tmp_path / "register.csv"
    there.write_text("mine", "utf-8")
    for words, exit_code, name in (
        (("--out", str(there)), 1, "file_exists"),
        (("--out", str(tmp_path / "register.ods")), 2, "unknown_format"),
        (("--out", "-", "--format", "xlsx"), 2, "no_stdout"),
        (("--out", "-", "--format", "csv"), 2, "no_stdout"),
        ((), 2, "no_file_named"),
        (("--out", str(tmp_path / "r.csv"), "--kind", "poem"), 2, "unknown_kind"),
        (("--out", str(tmp_path / "no" / "r.csv")), 1, "cannot_write"),
    ):
        code, result = _call(capsys, *at, *words)
        assert (code, result["error"]["code"]) == (exit_code, name), words
    assert there.read_text("utf-8") == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["register.csv"]


def test_export_to_stdout_is_the_file(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["--home", str(home), "export", "--format", "csv", "--bom", "--kind", "finding"]) == 0
    data = capfdbinary.readouterr().out
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows and {row["Kind"] for row in rows} == {"finding"}


def test_http_gives_the_same_file(client: TestClient) -> None:
    listed = client.get("/v1/register", params={"kind": "recommendation"}).json()
    answer = client.get("/v1/register/export", params={"kind": "recommendation", "format": "csv"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="register.csv"' in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"), newline="")))
    assert [row["Entry"] for row in rows] == [entry["id"] for entry in listed["entries"]]
    book = load_workbook(io.BytesIO(client.get("/v1/register/export", params={"format": "xlsx"}).content))
    assert book.sheetnames == ["Register", "About"]
    assert client.get("/v1/register/export", params={"format": "ods"}).status_code == 422
    assert client.get("/v1/register/export", params={"kind": "poem"}).json()["code"] == "unknown_kind"
