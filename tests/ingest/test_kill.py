"""P1, P6: killed at any named point, the library opens again consistent, and the same work ends the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from library_fakes import REPORT, open_library

from ingest.passage import DocumentStatus, Filters

ROOT = Path(__file__).parents[2]
INGEST_POINTS = (
    *("intake", "read", "structure", "redact", "chunk", "embed"),
    *("before_commit", "committed", "indexed", "linked"),
)


def killed(home: Path, path: Path, point: str, verb: str) -> bool:
    child = Path(__file__).parent / "kill_child.py"
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{child.parent}"}
    done = subprocess.run([sys.executable, str(child), str(home), str(path), point, verb], env=environment, timeout=60)
    return done.returncode == -9


@pytest.mark.parametrize("point", INGEST_POINTS)
def test_killed_while_ingesting(tmp_path: Path, point: str) -> None:
    home, path = tmp_path / "home", tmp_path / "report.txt"
    path.write_text(REPORT)
    assert killed(home, path, point, "ingest")
    with open_library(home, write=False) as reader:
        stored = len(reader.ledger.documents(Filters(kinds=("visit_report",))))
        found = reader.index.lexical("breakfast", Filters(), 5)
        assert len(found) == stored == (1 if point in ("committed", "indexed", "linked") else 0)
    with open_library(home) as library:
        assert library.check(complete=True).problems == ()
        again = library.ingest(path, kind="visit_report")
        assert again.status is (DocumentStatus.UNCHANGED if stored else DocumentStatus.INDEXED)
        passages = library.ledger.document_passages(again.document_id)
        entries = library.ledger.register(Filters())
        assert library.check(complete=True).problems == ()
    with open_library(tmp_path / "calm") as library:
        (library._home.key_file).write_bytes((home / "home.key").read_bytes())
        library.ingest(path, kind="visit_report")
        assert library.ledger.document_passages(again.document_id) == passages
        assert library.ledger.register(Filters()) == entries


@pytest.mark.parametrize("point", ["erase_ledger", "erase_index", "erase_done"])
def test_killed_while_erasing(tmp_path: Path, point: str) -> None:
    home, path = tmp_path / "home", tmp_path / "report.txt"
    path.write_text(REPORT)
    with open_library(home) as library:
        library.ingest(path, kind="visit_report")
    assert killed(home, path, point, "erase")
    with open_library(home, write=False) as reader:
        assert reader.index.lexical("breakfast", Filters(), 5) == []
    with open_library(home) as library:
        assert library.ledger.pending_erasures() == []
        assert library.check(complete=True).problems == ()
        remains = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
        assert b"Tarnmoor" not in remains
        assert b"Breakfast" not in remains
        assert len(list(home.glob("lexical/g-*"))) == 1
