"""Options in either place, numbers with their nouns, faults in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli.main import _fronted, run
from api.counted import counted
from api.http.problems import _fault


@pytest.mark.parametrize(
    ("words", "fronted"),
    [
        (["documents", "--home", "lib"], ["--home", "lib", "documents"]),
        (["ask", "Why?", "--home=lib", "--json"], ["--home=lib", "ask", "Why?", "--json"]),
        (["ask", "--", "--home"], ["ask", "--", "--home"]),
        (["documents", "--home"], ["documents", "--home"]),
    ],
)
def test_home_may_stand_after_the_command(words: list[str], fronted: list[str]) -> None:
    assert _fronted(words) == fronted


def test_home_after_the_command_names_the_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "--home", str(tmp_path / "nowhere")]) == 1
    assert "no library at the home given" in capsys.readouterr().err


def test_numbers_have_their_nouns() -> None:
    assert [counted(1, "report"), counted(2, "report"), counted(0, "entry")] == ["1 report", "2 reports", "0 entries"]


def test_faults_are_told_in_words() -> None:
    assert _fault(("query", "limit"), "int_parsing") == "limit must be a whole number"
    assert _fault(("body",), "json_invalid") == "the body is no JSON document"
