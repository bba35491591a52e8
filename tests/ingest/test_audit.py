from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from library_fakes import OTHER, REPORT, open_library

from ingest.home import KeyLost
from ingest.ledger.audit import AuditReport
from ingest.ledger.store import Ledger

FIRST = "0" * 64


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    with open_library(place) as library:
        for name, text in (("a.txt", REPORT), ("b.txt", OTHER), ("c.txt", "1.1 RESIDUE is here.")):
            (tmp_path / name).write_text(text, "utf-8")
            library.ingest(tmp_path / name)
        library.erase([library.ledger.documents()[-1].document_id])
    return place


def report(home: Path, head: str | None = None) -> AuditReport:
    ledger = Ledger.open(home / "ledger.sqlite", write=False)
    try:
        return ledger.audit.verify(head)
    finally:
        ledger.close()


def tamper(home: Path, sql: str) -> None:
    connection = sqlite3.connect(home / "ledger.sqlite")
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_what_was_done_is_written_down(home: Path) -> None:
    ledger = Ledger.open(home / "ledger.sqlite", write=False)
    rows = ledger.audit.rows()
    assert [row.action for row in rows] == ["indexed", "indexed", "held", "erased"]
    assert [row.action for row in ledger.audit.rows(rows[2].document_id)] == ["held", "erased"]
    assert {row.policy for row in rows} == {"fake-1", ""}
    ledger.close()
    whole = report(home)
    assert whole.ok and whole.rows == 4 and whole.head == rows[-1].hash != FIRST


def test_a_reader_notes_what_left_the_house(home: Path) -> None:
    ledger = Ledger.open(home / "ledger.sqlite", write=False)
    names = [record.document_id for record in ledger.documents(status="indexed") if record.kind != "catalogue"]
    assert ledger.audit.exported("brief", [*names, names[0]]) and ledger.audit.exported("brief", [])
    rows = ledger.audit.rows()[4:]
    assert [(row.action, row.type) for row in rows] == [("exported", "brief")] * len(names)
    assert [row.document_id for row in rows] == sorted(names)
    ledger.close()
    assert report(home).ok


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        ("UPDATE audit SET action = 'held' WHERE ordinal = 2", 2),
        ("UPDATE audit SET at = '2020-01-01' WHERE ordinal = 4", 4),
        ("UPDATE audit SET hash = hash || hash WHERE ordinal = 1", 1),
        ("DELETE FROM audit WHERE ordinal = 1", 2),
        ("DELETE FROM audit WHERE ordinal = 3", 4),
        ("UPDATE audit SET previous = hash WHERE ordinal = 3", 3),
    ],
)
def test_a_changed_or_missing_row_breaks_the_chain(home: Path, sql: str, row: int) -> None:
    before = report(home).head
    tamper(home, sql)
    broken = report(home)
    assert (broken.ok, broken.broken_at) == (False, row)
    assert broken.problem and broken.head != before


def test_rows_cut_off_at_the_end_show_by_a_noted_hash(home: Path) -> None:
    head = report(home).head
    assert report(home, head).ok and report(home, FIRST).ok
    tamper(home, "DELETE FROM audit WHERE ordinal = 4")
    tamper(home, "DELETE FROM erasures")
    assert report(home).ok
    cut = report(home, head)
    assert not cut.ok and cut.broken_at is None


@pytest.mark.parametrize(
    ("cut", "problem"),
    [
        ("DELETE FROM audit", "document"),
        ("DELETE FROM audit WHERE ordinal > 1", "document"),
        (
            "INSERT INTO decisions VALUES (9, '', 'mask', 'NAME', 'feedfeedfeedfeed', 1, 0, '2026-01-01', 1)",
            "decision",
        ),
        ("INSERT INTO erasures VALUES ('d-0123456789abcdef', '2026-01-01', 1, '{}')", "erased"),
    ],
)
def test_what_the_audit_does_not_know_is_a_problem(home: Path, cut: str, problem: str) -> None:
    tamper(home, cut)
    found = report(home)
    assert not found.ok and found.problem and problem in found.problem


def test_a_lost_key_is_said_and_not_replaced(home: Path) -> None:
    (home / "home.key").unlink()
    with pytest.raises(KeyLost):
        open_library(home)
    assert not (home / "home.key").exists()


def test_an_empty_ledger_has_a_whole_chain(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l.sqlite", write=True).close()
    ledger = Ledger.open(tmp_path / "l.sqlite", write=False)
    assert ledger.audit.verify() == AuditReport(0, FIRST)
    ledger.close()
