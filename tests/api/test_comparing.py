"""compare, brief and statistics at both faces, and their pages as files."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.documents.chart import png, svg
from api.documents.docx_page import docx_bytes
from api.documents.html_page import html_bytes
from api.documents.page import Chart, Heading, Items, Line, Page, Paragraph, Series, Style, Table, cell
from api.documents.writing import page_format, write_page
from api.errors import BadRequest
from api.export.errors import FileExists, Unwritable

HOSTILE = '<script>alert(1)</script> & "quoted" <img src=x onerror=y> \x00\x0b \ufffe end'


def _page(text: str) -> Page:
    return Page(
        text,
        (text,),
        text,
        (
            Heading(text),
            Paragraph(text, Style.STRONG),
            Items((cell(text, Line(text, Style.CITE)),), tick=True),
            Items((cell(Line(text, Style.QUOTE)),)),
            Table((text, "n"), ((cell(Line(text, Style.QUOTE)), cell("3")),), (3, 1), frozenset({1})),
            Chart(text, (text, "none"), (Series(text, (3, 0)), Series("b", (1, 0))), text),
        ),
    )


def _asked(capsys: pytest.CaptureFixture[str], home: Path, *words: str) -> tuple[int, Any]:
    code = run(["--home", str(home), *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_text_of_documents_is_never_mark_up() -> None:
    html = html_bytes(_page(HOSTILE)).decode("utf-8")
    assert "<script" not in html and "<img src=x" not in html
    assert html.count("&lt;script&gt;") >= 8
    assert "default-src 'none'" in html
    for outside in ("http://", "https://", 'src="//'):
        assert outside not in html


def test_docx_is_opened_again_with_all_of_it() -> None:
    import docx

    document = docx.Document(io.BytesIO(docx_bytes(_page(HOSTILE))))
    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert shown.count("<script>alert(1)</script>") >= 5
    assert "\x00" not in shown
    table = document.tables[0]
    assert [each.text for each in table.rows[1].cells][1] == "3"
    assert "tblHeader" in table.rows[0]._tr.xml
    assert len(document.inline_shapes) == 1
    assert HOSTILE[:10] in document.sections[0].footer.paragraphs[0].text


def _ink(data: bytes) -> set[tuple[int, int, int]]:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        colours = picture.convert("RGB").getcolors(1_000_000)
    assert colours is not None
    return {colour for count, colour in colours if count > 50}  # type: ignore[misc]


def test_a_chart_has_its_colours_and_its_words() -> None:
    chart = Chart("Made by theme", ("segregation", "Überführung"), (Series("achieved", (4, 1)), Series("not", (2, 0))))
    assert {(0, 0x72, 0xB2), (0xE6, 0x9F, 0)} <= _ink(png(chart))
    text = svg(chart).decode("utf-8")
    assert "segregation" in text and "Überführung" in text and "achieved" in text


@pytest.mark.parametrize(
    "chart",
    [
        Chart("Nothing", (), (Series("a", ()),)),
        Chart("Zeros", ("a", "b"), (Series("a", (0, 0)), Series("b", (0, 0)))),
        Chart("Long " * 60, ("x" * 400, "words " * 80), (Series("s" * 300, (1, 999999)),)),
        Chart(
            "Many", tuple(f"label {n}" for n in range(60)), tuple(Series(f"series {n}", (n,) * 60) for n in range(9))
        ),
    ],
)
def test_odd_charts_are_drawn_without_anything_beyond_the_edge(chart: Chart) -> None:
    from PIL import Image

    with Image.open(io.BytesIO(png(chart, scale=1.0))) as picture:
        pixels = picture.convert("L")
        width, height = pixels.size
        edges = [pixels.crop(box) for box in ((0, 0, 3, height), (width - 3, 0, width, height), (0, 0, width, 3))]
        assert all(edge.getextrema() == (255, 255) for edge in edges), "something is cut off"
    assert svg(chart).startswith(b"<?xml")


def test_files_are_whole_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_page(_page("one"), path, force=False)
    with pytest.raises(FileExists):
        write_page(_page("two"), path, force=False)
    assert "two" not in path.read_text("utf-8")
    write_page(_page("two"), path, force=True)
    assert "two" in path.read_text("utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]
    with pytest.raises(Unwritable):
        write_page(_page("one"), tmp_path / "none" / "page.html", force=False)
    with pytest.raises(BadRequest):
        page_format(tmp_path / "page.pdf")


def _place(home: Path) -> str:
    from api.settings import load_settings
    from api.wiring import open_library
    from assistant.comparing.place import reports

    with open_library(load_settings(home, {})) as library:
        return next(record.metadata.place for record in reports(library) if record.metadata.place)


def test_a_brief_of_a_sample_report(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = _asked(capsys, home, "brief", _place(home), "--out", str(tmp_path / "brief.docx"))
    assert code == 0 and found["known"] and found["format"] == "docx"
    assert found["findings"]["of"] + len(found["open"]) > 0
    for each in found["findings"]["shown"]:
        assert each["quote_verified"]
    import docx

    shown = "\n".join(each.text for each in docx.Document(str(tmp_path / "brief.docx")).paragraphs)
    assert "Do no harm" in shown and "not anonymous" in shown
    code, found = _asked(capsys, home, "brief", _place(home), "--out", str(tmp_path / "brief.docx"))
    assert (code, found["error"]["code"]) == (1, "file_exists")


def test_a_brief_of_a_place_never_visited(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = _asked(capsys, home, "brief", "Nowhere Barracks", "--place-type", "police")
    assert code == 0 and not found["known"] and found["place_type"] == "police custody"


def test_statistics_of_the_samples(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = _asked(capsys, home, "statistics", "--out", str(tmp_path / "all.docx"))
    assert code == 0 and found["total"]["count"] == len(found["rows"]) > 0
    assert all(rate["count"] <= rate["of"] for rate in found["rates"])
    import docx

    document = docx.Document(str(tmp_path / "all.docx"))
    assert len(document.inline_shapes) >= 3
    assert len(document.tables[-1].rows) == len(found["rows"]) + 1
    assert run(["--home", str(home), "statistics", "--out", str(tmp_path / "all.html")]) == 0
    assert "data:image/svg+xml" in (tmp_path / "all.html").read_text("utf-8")
    capsys.readouterr()
    code, found = _asked(capsys, home, "statistics", "--year", "1950")
    assert (code, found["error"]["code"]) == (1, "no_visits")


def test_wrong_use_is_said(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong: list[tuple[list[str], int, str]] = [
        (["compare"], 2, "no_place_named"),
        (["compare", "Nowhere Barracks"], 1, "unknown_place"),
        (["compare", "x", "--with", "y", "--years", "2022", "2024"], 2, "two_comparisons"),
        (["compare", "x", "--out", str(tmp_path / "x.pdf")], 2, "unknown_format"),
        (["brief", " "], 2, "no_place_named"),
        (["statistics", "--year", "2024", "--from", "2023"], 2, "two_periods"),
        (["statistics", "--body", "Nobody at all"], 2, "unknown_body"),
        (["brief", "x", "--theme", "weather"], 2, "unknown_theme"),
        (["brief", "x", "--place-type", "spaceship"], 2, "unknown_place_type"),
    ]
    for words, code, name in wrong:
        got, found = _asked(capsys, home, *words)
        assert (got, found["error"]["code"]) == (code, name), words


def test_an_empty_library_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from api.settings import load_settings
    from api.wiring import open_library

    with open_library(load_settings(tmp_path, {}), write=True):
        pass
    code, found = _asked(capsys, tmp_path, "compare", "Anywhere")
    assert (code, found["error"]["code"]) == (1, "empty_library")


def test_people_see_it_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "brief", _place(home)]) == 0
    shown = capsys.readouterr().out
    assert "Do no harm" in shown and "not anonymous" in shown


def test_over_http(client: TestClient, home: Path) -> None:
    place = _place(home)
    found = client.get("/v1/brief", params={"place": place})
    assert found.status_code == 200 and found.json()["known"]
    page = client.get("/v1/brief", params={"place": place, "format": "html"})
    assert page.headers["content-disposition"] == 'attachment; filename="brief.html"'
    assert "Do no harm" in page.text
    assert client.get("/v1/compare", params={"place": "Nowhere Barracks"}).json()["code"] == "unknown_place"
    assert client.get("/v1/compare").json()["code"] == "no_place_named"
    assert client.get("/v1/compare", params={"years": [2024]}).json()["code"] == "bad_date"
    assert client.get("/v1/brief").status_code == 422
    counted = client.get("/v1/statistics").json()
    assert counted["total"]["count"] == len(counted["rows"])
    assert client.get("/v1/statistics", params={"year": 2024, "from": "2023"}).json()["code"] == "two_periods"
    assert client.get("/v1/statistics", params={"format": "docx"}).content[:2] == b"PK"
