from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from library_fakes import REPORT, open_library


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    with open_library(home) as library:
        library.ingest_bytes("a.txt", REPORT.encode())
    return home


def problems(home: Path) -> str:
    with open_library(home, write=False) as library:
        report = library.check(complete=True)
        assert report.ok is (report.problems == ())
        return "\n".join(report.problems)


def test_a_sound_library_has_no_problems(home: Path) -> None:
    assert problems(home) == ""
    with open_library(home, write=False) as library:
        report = library.check(complete=True)
        assert report.tried == report.passages > 5
        assert report.documents == 2


def test_orphans_and_permissions(home: Path) -> None:
    (home / "stray.txt").write_text("x")
    (home / "lexical" / "g-stray").mkdir()
    (home / "home.key").chmod(0o644)
    found = problems(home)
    assert "stray.txt" in found
    assert "g-stray" in found
    assert "home.key: others may read it" in found


def test_a_vector_that_is_missing_or_of_another_passage(home: Path) -> None:
    connection = sqlite3.connect(home / "ledger.sqlite")
    (name,) = connection.execute("SELECT passage_id FROM vectors ORDER BY passage_id LIMIT 1").fetchone()
    connection.execute("DELETE FROM vectors WHERE passage_id = ?", (name,))
    connection.commit()
    connection.close()
    assert f"vectors: 1 passages are missing, such as {name}" in problems(home)


def test_an_index_made_from_another_state(home: Path) -> None:
    connection = sqlite3.connect(home / "ledger.sqlite")
    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'")
    connection.commit()
    connection.close()
    assert "lexical index: made from another state" in problems(home)


def test_rows_that_refer_to_nothing(home: Path) -> None:
    connection = sqlite3.connect(home / "ledger.sqlite")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO vectors VALUES ('p-ghost', x'00')")
    connection.commit()
    connection.close()
    assert "a row of vectors refers to nothing" in problems(home)
