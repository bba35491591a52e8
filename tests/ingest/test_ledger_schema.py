"""A ledger of an older version is brought up to date with all that it holds, or left as it was."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from older_ledgers import take_back

from ingest.ledger.schema import LedgerOutdated
from ingest.ledger.store import Ledger
from ingest.passage import (
    DocumentKind,
    DocumentRecord,
    DocumentStatus,
    FieldEvidence,
    Filters,
    Metadata,
    RegisterEntry,
)
from redaction.text import RedactedText, public_text

METADATA = Metadata(
    title="Visit to Brackenfold Prison",
    place="Brackenfold Prison",
    visit_start="2025-03-04",
    previous_visit="2022-05",
    evidence=(
        FieldEvidence("place", public_text("Brackenfold Prison"), "section: Visit to Brackenfold Prison", 0.9),
        FieldEvidence("visit_start", None, "", 1.0),
    ),
)
RECORD = DocumentRecord("d-1", "a.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, METADATA)
ENTRY = RegisterEntry(
    *("r-1", "d-1", None, "4", "recommendation", public_text("Mend the roof at once.")),
    status_claimed="accepted",
    criteria=("OPCAT:19",),
    due="within a month",
    urgency="immediate",
    rests_on=("2.4", "2.5"),
    criteria_suggested=("NMR:13", "EPR:18.1"),
)


def stored(path: Path) -> None:
    ledger = Ledger.open(path, write=True)
    ledger.put_document(RECORD, (), (), np.zeros((0, 4), dtype=np.float32), [ENTRY], "stamp", embedder="m")
    ledger.close()


def test_the_new_fields_come_back_as_they_went_in(tmp_path: Path) -> None:
    stored(tmp_path / "ledger.sqlite")
    ledger = Ledger.open(tmp_path / "ledger.sqlite", write=False)
    assert ledger.document("d-1") == replace(RECORD, register_entries=1)
    assert ledger.entry("r-1") == ENTRY
    assert ledger.register(Filters()) == ledger.extracted_entries() == [ENTRY]
    quote = ledger.documents()[0].metadata.evidence[0].quote
    assert isinstance(quote, RedactedText)
    ledger.close()


def test_a_quotation_that_is_not_redacted_is_refused(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger.sqlite", write=True)
    plain = replace(METADATA, evidence=(FieldEvidence("place", "Brackenfold", "1", 0.9),))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ledger.put_document(
            replace(RECORD, metadata=plain), (), (), np.zeros((0, 4), dtype=np.float32), [], "stamp", embedder="m"
        )
    assert ledger.documents() == []
    ledger.close()


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_ledger_keeps_what_it_holds(tmp_path: Path, version: int) -> None:
    path = tmp_path / "ledger.sqlite"
    stored(path)
    take_back(path, version)
    with pytest.raises(LedgerOutdated):
        Ledger.open(path, write=False)
    ledger = Ledger.open(path, write=True)
    older = replace(METADATA, previous_visit=None, evidence=())
    assert ledger.document("d-1") == replace(RECORD, metadata=older, register_entries=1)
    assert ledger.entry("r-1") == replace(ENTRY, urgency=None, rests_on=(), criteria_suggested=())
    assert ledger.meta("links_stale"), "the links are made anew as rows"
    assert ledger.integrity() == []
    ledger.put_document(RECORD, (), (), np.zeros((0, 4), dtype=np.float32), [ENTRY], "stamp", embedder="m")
    assert ledger.entry("r-1") == ENTRY
    ledger.close()


def test_the_audit_of_a_ledger_from_before_there_was_one_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    stored(path)
    take_back(path, 1)
    ledger = Ledger.open(path, write=True)
    report = ledger.audit.verify()
    assert (report.ok, report.rows, report.before) == (True, 1, 1)
    ledger.put_document(RECORD, (), (), np.zeros((0, 4), dtype=np.float32), [ENTRY], "stamp", embedder="m")
    assert [row.action for row in ledger.audit.rows()] == ["before_audit", "indexed"]
    ledger.close()
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM audit")
    connection.commit()
    connection.close()
    ledger = Ledger.open(path, write=False)
    report = ledger.audit.verify()
    ledger.close()
    assert not report.ok and report.problem is not None and "no row for any document" in report.problem


def test_a_migrated_ledger_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
        connection = sqlite3.connect(path)
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
        found = {name: [row[1:] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
        connection.close()
        return found

    for name in ("new.sqlite", "old.sqlite"):
        stored(tmp_path / name)
    take_back(tmp_path / "old.sqlite", 1)
    Ledger.open(tmp_path / "old.sqlite", write=True).close()
    assert tables(tmp_path / "old.sqlite") == tables(tmp_path / "new.sqlite")
