"""``opcat redact`` with files: what it writes, what it refuses, and what no file ever holds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from api.cli import redacting
from api.cli.main import run
from api.samples import samples_directory
from redaction.redactor import Redactor, Residue, ReviewItem

NAME = "Zebedee Thackery-Owusu"
REPORT = (
    "Visit to Quarrydown Prison\n\n1.1 We visited Quarrydown Prison from 3 to 5 March 2024.\n\n"
    f"1.2 Mr {NAME} had been held in the segregation unit for 41 days. He was aged 34.\n\n"
    "1.3 Mr Thackery-Owusu had asked for a blanket, and the wing of Perpetua was cold.\n"
)
MARKDOWN = REPORT.replace("Visit to", "# Visit to", 1)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "visit.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the second pass find the word blanket, and doubt the word asked."""
    redact = Redactor.redact

    def with_residue(self: Redactor, segments: Any) -> Any:
        found = redact(self, segments)
        at = next(number for number, segment in enumerate(found.segments) if "blanket" in segment)
        start, doubt = found.segments[at].index("blanket"), segments[at].index("asked")
        return replace(
            found,
            residue=(Residue(at, start, start + 7, "looks like a name in the output"),),
            review=(ReviewItem(at, doubt, doubt + 5, "NAME", "may be a name"),),
        )

    monkeypatch.setattr(Redactor, "redact", with_residue)


def call(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, dict[str, Any]]:
    code = run(["redact", *map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_copies_in_every_format(tmp_path: Path, report: Path, suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / f"copy{suffix}"
    code, shape = call(capsys, report, "--out", to)
    assert code == 0
    formats = {".txt": "text", ".md": "markdown"}
    assert shape["out"] == {
        "path": str(to), "format": formats.get(suffix, suffix[1:]), "pages": 1 if suffix == ".pdf" else None,
        "verified": True,
    }  # fmt: skip
    assert {REPORT[span["start"] : span["end"]] for span in shape["spans"]} >= {NAME, "Thackery-Owusu"}
    assert b"Thackery" not in to.read_bytes() and to.stat().st_mode & 0o777 == 0o600


def test_a_copy_has_the_format_of_its_original_unless_named(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shape = call(capsys, report, "--out", tmp_path / "copy")
    assert code == 0 and shape["out"]["path"].endswith("copy.txt")
    assert (tmp_path / "copy.txt").read_text("utf-8") == shape["text"]
    markdown = tmp_path / "visit.md"
    markdown.write_text(MARKDOWN, "utf-8")
    _, shape = call(capsys, markdown, "--out", tmp_path / "other")
    assert shape["out"]["format"] == "markdown" and shape["text"].startswith("# Visit to Quarrydown Prison")


def test_the_offsets_do_not_depend_on_the_copy(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, alone = call(capsys, report)
    _, beside = call(capsys, report, "--out", tmp_path / "copy.docx")
    assert beside.pop("out")["verified"] and alone == beside


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("--out", "copy.odt"), 2, "unknown_copy_format"),
        (("--html", "page.txt"), 2, "not_html"),
        (("--out", "a.html", "--html", "a.html"), 2, "bad_request"),
        (("--out", "visit.txt"), 1, "copy_over_original"),
        (("--out", "visit.txt", "--force"), 1, "copy_over_original"),
        (("--out", "taken.pdf"), 1, "copy_exists"),
        (("--html", "taken.html"), 1, "copy_exists"),
        (("--out", "nowhere/copy.pdf"), 1, "copy_unwritable"),
        (("--show-originals",), 2, "originals_stay"),
        (("--show-originals", "--html", "page.html"), 2, "originals_stay"),
        (("--show-originals", "--out", "copy.txt"), 2, "originals_stay"),
    ],
)
def test_what_is_refused_is_refused_before_anything_is_written(
    tmp_path: Path,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    code: int,
    error: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(redacting, "on_terminal", lambda: True)
    for taken in ("taken.pdf", "taken.html"):
        (tmp_path / taken).write_text("mine")
    got, document = call(capsys, report, *words)
    assert (got, document["error"]["code"]) == (code, error) and document["error"]["hint"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken.html", "taken.pdf", "visit.txt"]
    assert report.read_text("utf-8") == REPORT and (tmp_path / "taken.pdf").read_text() == "mine"


def test_force_replaces(tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "copy.txt"
    to.write_text("old")
    code, shape = call(capsys, report, "--out", to, "--force")
    assert code == 0 and to.read_text("utf-8") == shape["text"]


@pytest.mark.usefixtures("doubtful")
def test_residue_refuses_the_copy(tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shape = call(capsys, report, "--out", tmp_path / "copy.pdf")
    assert code == 1 and shape["out"] is None and shape["error"]["code"] == "residue_not_clean"
    assert shape["residue"] and not (tmp_path / "copy.pdf").exists()
    code, shape = call(capsys, report, "--out", tmp_path / "copy.pdf", "--allow-residue")
    assert code == 0 and shape["out"]["verified"] and "error" not in shape


@pytest.mark.usefixtures("doubtful")
def test_residue_is_said_to_people(tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["redact", str(report), "--out", str(tmp_path / "copy.txt"), "--allow-residue"]) == 0
    assert "--allow-residue" in capsys.readouterr().err
    assert run(["redact", str(report)]) == 1
    assert "not clean" in capsys.readouterr().err


def test_originals_are_shown_on_a_terminal_alone(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["redact", str(report), "--show-originals"]) == 2
    assert "Thackery" not in capsys.readouterr().out
    monkeypatch.setattr(redacting, "on_terminal", lambda: True)
    assert run(["redact", str(report), "--show-originals"]) == 0
    shown = capsys.readouterr().out
    assert re.search(rf"Mr {NAME} \[[A-Z]+ 1\] had been held", " ".join(shown.split()))
    assert run(["redact", str(report)]) == 0
    assert "Thackery" not in capsys.readouterr().out


def test_people_see_the_text_and_its_figures(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["redact", str(report)]) == 0
    shown = capsys.readouterr().out
    for words in (r"\[[A-Z]+ 1\] had been held", "NAME direct", "Residue: none", "Policy:"):
        assert re.search(words, " ".join(shown.split()))


def test_a_telling_name_of_a_copy_is_pointed_out(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["redact", str(report), "--out", str(tmp_path / "Thackery-Owusu.txt"), "--json"]) == 0
    told = capsys.readouterr().err
    assert "rename it" in told and "Thackery" not in told
    assert run(["redact", str(report), "--out", str(tmp_path / "copy.txt"), "--json"]) == 0
    assert "rename" not in capsys.readouterr().err


def test_a_scan_is_announced_on_the_first_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("rapidocr")
    letter = samples_directory() / "documents" / "07-harrowfen-letter.pdf"
    to = tmp_path / "copy.pdf"
    assert run(["redact", str(letter), "--out", str(to)]) == 0
    assert capsys.readouterr().out.startswith("Scanned pages: 1 of 1.")
    assert to.read_bytes().count(b"/Subtype /Image") == 0
