"""The command line of the measurements: what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.__main__ import main

SAMPLES = ["--samples", str(Path(__file__).parents[2] / "api" / "samples")]


def test_misses_are_refused_where_they_would_be_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["redaction", *SAMPLES, "--show-misses"])
    assert stopped.value.code == 2
    assert "to a terminal alone" in capsys.readouterr().err


def test_broken_marks_are_named_by_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("one\n[[NAME|Ada", "utf-8")
    with pytest.raises(SystemExit):
        main(["redaction", *SAMPLES, "--set", str(tmp_path)])
    printed = capsys.readouterr().err
    assert "mine.txt: the mark that opens in line 2 is not closed" in printed
    assert "Ada" not in printed


def test_unknown_parts_and_datasets_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["beauty", *SAMPLES], ["redaction", *SAMPLES, "--only", "beauty"]):
        with pytest.raises(SystemExit):
            main(words)
    assert "no such dataset; known: samples" in capsys.readouterr().err


def test_nothing_to_measure_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["structure"])
    assert "name --samples or --reports" in capsys.readouterr().err


def test_a_folder_that_is_no_set_of_reports_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["structure", "--reports", str(tmp_path)])
    assert "no gold.json" in capsys.readouterr().err


def test_each_folder_of_reports_is_a_set_called_like_its_folders(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(Path(__file__).parents[2] / "evals" / "reports" / "development")
    with pytest.raises(SystemExit):
        main(["redaction", *SAMPLES, "--reports", folder, "--only", "beauty"])
    assert "known: samples, reports/development" in capsys.readouterr().err
