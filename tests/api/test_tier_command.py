"""Tiers on the command line: set, shown, carried by what is written, not mixed unasked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from api.cli.main import run


def _call(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = run([*words, "--json"])
    printed = capsys.readouterr().out
    return code, json.loads(printed)


@pytest.fixture
def own(home: Path, tmp_path: Path) -> str:
    """Return a copy of the shared library: what is set here is seen by no other test."""
    copied = tmp_path / "home"
    shutil.copytree(home, copied)
    return str(copied)


def test_tiers_are_set_shown_and_not_mixed_unasked(
    own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shown = _call(capsys, "--home", own, "tier")
    assert code == 0 and {one["tier"] for one in shown["documents"]} == {"internal"}
    _, listed = _call(capsys, "--home", own, "register")
    sources = list(dict.fromkeys(one["document_id"] for one in listed["entries"]))
    assert len(sources) > 1
    code, changed = _call(capsys, "--home", own, "tier", sources[0], "--set", "public", "--yes")
    assert code == 0 and changed["documents"][0]["tier"] == "public"
    file = tmp_path / "register.xlsx"
    code, refused = _call(capsys, "--home", own, "export", "--out", str(file))
    assert code == 1 and refused["error"]["code"] == "mixed_tiers" and not file.exists()
    code, _ = _call(capsys, "--home", own, "export", "--out", str(file), "--mix-tiers")
    assert code == 0
    words = [str(cell.value) for sheet in load_workbook(file) for row in sheet.iter_rows() for cell in row]
    assert any("Publication tier: internal" in one for one in words)
    alone = tmp_path / "public.xlsx"
    code, _ = _call(capsys, "--home", own, "export", "--document", sources[0], "--out", str(alone))
    assert code == 0


def test_wrong_use_is_told(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = _call(capsys, "--home", own, "tier", "--all", "--set", "secret")
    assert code != 0 and told["error"]["code"] == "unknown_tier"
    code, told = _call(capsys, "--home", own, "tier", "d-000000000000", "--set", "public")
    assert code == 1 and "document" in told["error"]["message"]


def test_open_doubts_are_not_made_public_unasked(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = _call(capsys, "--home", own, "review")
    doubtful = found["items"][0]["document_id"]
    code, told = _call(capsys, "--home", own, "tier", doubtful, "--set", "public")
    assert code == 2 and told["error"]["code"] == "open_doubts" and doubtful in told["error"]["message"]
    _, shown = _call(capsys, "--home", own, "tier", doubtful)
    assert shown["documents"][0]["tier"] == "internal", "nothing was set"
    assert _call(capsys, "--home", own, "tier", doubtful, "--set", "restricted")[0] == 0
    assert _call(capsys, "--home", own, "tier", doubtful, "--set", "public", "--yes")[0] == 0
