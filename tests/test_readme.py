"""What the README shows works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_python_example_runs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), flags=re.DOTALL)
    assert '"demo-home"' in example
    exec(compile(example.replace('"demo-home"', repr(str(home))), str(README), "exec"), {})
    answer, passage = capsys.readouterr().out.strip().split("\n", 1)
    assert "rejected" in answer.lower()
    assert passage


def test_the_contracts_links_point_at_files() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8")):
        assert (README.parent / target).exists(), target
