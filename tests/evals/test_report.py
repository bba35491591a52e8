"""Tables for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.report import Table, to_json, to_markdown, write

TABLE = Table("answers", "Answers", ("measure", "samples"), (("leaks", 0), ("share", 0.12345), ("none", None)), ("n.",))


def test_markdown_shows_what_applies() -> None:
    text = to_markdown([TABLE])
    assert "| share | 0.123 |" in text
    assert "| leaks | 0 |" in text
    assert "| none | - |" in text
    assert "- n." in text
    assert "cores" in text


def test_results_are_written_twice(tmp_path: Path) -> None:
    write([TABLE], tmp_path / "out")
    held = json.loads((tmp_path / "out" / "answers.json").read_text("utf-8"))
    assert held["tables"] == to_json([TABLE])["tables"]
    assert held["tables"][0]["rows"][2] == {"measure": "none", "samples": None}
    assert {"commit", "date", "machine", "python"} <= set(held)
    assert (tmp_path / "out" / "results.md").read_text("utf-8").startswith("# Results")


def test_a_part_measured_alone_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    write([TABLE], tmp_path)
    before = (tmp_path / "answers.json").read_text("utf-8")
    write([Table("redaction-types", "Types", ("type", "n"), (("NAME", 3),))], tmp_path)
    assert (tmp_path / "answers.json").read_text("utf-8") == before
    text = (tmp_path / "results.md").read_text("utf-8")
    assert (
        text.index("## Redaction") < text.index("| NAME | 3 |") < text.index("## Answers") < text.index("| leaks | 0 |")
    )


def test_unknown_cells_are_errors() -> None:
    with pytest.raises(KeyError):
        TABLE.cell("leaks", "visit-reports")
