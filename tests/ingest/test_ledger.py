from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import LibraryLocked
from ingest.folding import date_bounds, fold, name_tokens
from ingest.ledger.conversations import StoredTurn
from ingest.ledger.rows import HeldItem
from ingest.ledger.schema import LedgerVersionError
from ingest.ledger.store import Ledger
from ingest.passage import (
    DocumentKind,
    DocumentRecord,
    DocumentStatus,
    Filters,
    Metadata,
    Passage,
    RegisterEntry,
)
from ingest.report import Block, BlockKind
from redaction.text import public_text


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path / "ledger.sqlite", write=True)
    yield opened
    opened.close()


def put(
    ledger: Ledger,
    name: str,
    *,
    kind: DocumentKind = DocumentKind.VISIT_REPORT,
    texts: tuple[str, ...] = ("One.", "Two."),
    theme: str = "food",
    references: tuple[str, ...] = (),
    entries: tuple[RegisterEntry, ...] = (),
    **metadata: object,
) -> DocumentRecord:
    data = Metadata(**metadata)  # type: ignore[arg-type]
    record = DocumentRecord(name, f"{name}.pdf", kind, DocumentStatus.INDEXED, None, data, pages_failed=1)
    passages = [
        Passage(
            f"p-{name}-{n}",
            name,
            n,
            public_text(text),
            f"1.{n}",
            2,
            "paragraph",
            ("Head",),
            (theme,),
            references[n] if references else None,
        )
        for n, text in enumerate(texts)
    ]
    blocks = [Block(BlockKind.PARAGRAPH, public_text(text), f"1.{n}") for n, text in enumerate(texts)]
    vectors = np.eye(4, dtype=np.float32)[: len(texts)]
    ledger.put_document(record, blocks, passages, vectors, entries, "stamp", embedder="m")
    return record


def entry(name: str, document: str, **more: object) -> RegisterEntry:
    base = RegisterEntry(name, document, None, "1", "recommendation", public_text("Mend the roof."))
    return replace(base, **more)  # type: ignore[arg-type]


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    record = put(
        ledger, "d-1", entries=(entry("r-1", "d-1", themes=("food",), criteria=("OPCAT:19",)),), place="Tarnmoor"
    )
    assert ledger.document("d-1") == replace(record, passages=2, register_entries=1)
    assert [passage.text for passage in ledger.document_passages("d-1")] == ["One.", "Two."]
    assert [block.text for block in ledger.blocks("d-1")] == ["One.", "Two."]
    assert list(ledger.passages(["p-d-1-1", "p-none", "p-d-1-0"])) == ["p-d-1-1", "p-d-1-0"]
    ids, vectors, owners = ledger.vectors("m", 4)
    assert ids == ["p-d-1-0", "p-d-1-1"]
    assert owners.tolist() == ledger.document_numbers(Filters()) * 2
    assert ledger.passage_owners() == dict(zip(ids, owners.tolist(), strict=True))
    assert np.array_equal(vectors, np.eye(4, dtype=np.float32)[:2])
    assert ledger.vectors("another", 4)[0] == []
    assert ledger.entry("r-1") == entry("r-1", "d-1", themes=("food",), criteria=("OPCAT:19",))
    assert ledger.integrity() == []


def test_plain_text_is_refused_and_nothing_is_written(ledger: Ledger) -> None:
    with pytest.raises(TypeError):
        put(ledger, "d-1", entries=(entry("r-1", "d-1", text="plain"),))
    with pytest.raises(TypeError):
        put(ledger, "d-1", entries=(entry("r-1", "d-1", response="plain"),))
    assert ledger.documents() == []
    assert ledger.passage_ids(Filters()) == set()


def test_replacing_leaves_nothing_of_the_old_version(ledger: Ledger) -> None:
    put(ledger, "d-1", texts=("One.", "Two.", "Three."), entries=(entry("r-1", "d-1"),))
    before = ledger.generation()
    put(ledger, "d-1", texts=("Four.",))
    assert ledger.generation() > before
    assert [passage.text for passage in ledger.document_passages("d-1")] == ["Four."]
    assert ledger.register(Filters()) == []
    assert len(ledger.vectors("m", 4)[0]) == 1


@pytest.fixture
def several(ledger: Ledger) -> Ledger:
    put(
        ledger,
        "d-a",
        place="HMP Tarnmoor",
        place_type="prison",
        inspecting_body="Hallam Board (HB)",
        visit_end="2023-11",
    )
    put(ledger, "d-b", place="Château-Vell", theme="segregation", published="2024", inspecting_body="Other Council")
    put(ledger, "d-c", kind=DocumentKind.RESPONSE, title="Reply on Tarnmoor", visit_end="2024-02-10", published="2025")
    put(ledger, "d-d", kind=DocumentKind.OTHER)
    held = DocumentRecord("d-h", "x", DocumentKind.OTHER, DocumentStatus.HELD, "residue: 1", Metadata())
    ledger.put_held(held, "stamp", [HeldItem("residue", "looks like a name", "2.1", 3)])
    return ledger


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(), "abcd"),
        (Filters(kinds=("visit_report",)), "ab"),
        (Filters(kinds=("visit_report", "response")), "abc"),
        (Filters(place="tarnmoor"), "ac"),
        (Filters(place="HMP Tarnmoor"), "ac"),
        (Filters(place="TARNMOOR prison"), "ac"),
        (Filters(place="chateau vell"), "b"),
        (Filters(place="moor"), ""),
        (Filters(place=""), ""),
        (Filters(place_type="prison"), "a"),
        (Filters(body="hallam"), "a"),
        (Filters(body="HB"), "a"),
        (Filters(theme="segregation"), "b"),
        (Filters(date_from="2024"), "bc"),
        (Filters(date_from="2023-11-30"), "abc"),
        (Filters(date_to="2023-11-01"), "a"),
        (Filters(date_from="2024-06-01", date_to="2024-06-30"), "b"),
        (Filters(date_from="yesterday"), ""),
        (Filters(documents=("d-a", "d-c", "d-none")), "ac"),
        (Filters(kinds=("visit_report",), place="tarnmoor", theme="segregation"), ""),
        (Filters(place="'; DROP TABLE documents; --"), ""),
    ],
)
def test_filters(several: Ledger, filters: Filters, wanted: str) -> None:
    documents = {f"d-{letter}" for letter in wanted}
    assert {name.rsplit("-", 1)[0].removeprefix("p-") for name in several.passage_ids(filters)} == documents
    found = {document.document_id for document in several.documents(filters, status="indexed")}
    assert found == documents
    coverage = several.coverage(filters)
    assert (coverage.documents, coverage.passages) == (len(documents), 2 * len(documents))
    assert (coverage.held, coverage.unread_pages) == (1, len(documents))


def test_held_documents_are_listed_with_reasons(several: Ledger) -> None:
    (held,) = several.documents(status="held")
    assert held.reason == "residue: 1"
    assert several.review("d-h") == [HeldItem("residue", "looks like a name", "2.1", 3)]
    assert several.places() == ["Château-Vell", "HMP Tarnmoor"]
    assert several.bodies() == ["Hallam Board (HB)", "Other Council"]


def test_register_filters(ledger: Ledger) -> None:
    entries = (
        entry("r-1", "d-1", addressee="The Ministry of Justice", themes=("food",), status_claimed="Accepted"),
        entry("r-2", "d-1", kind="finding", status_verified="not implemented"),
        entry("r-3", "d-1", addressee="Governor"),
    )
    put(ledger, "d-1", entries=entries, place="Tarnmoor")
    put(ledger, "d-2", entries=(entry("r-4", "d-2"),), place="Velden")

    def ids(filters: Filters | None = None, **more: object) -> list[str]:
        return [found.entry_id for found in ledger.register(filters or Filters(), **more)]  # type: ignore[arg-type]

    assert ids() == ["r-1", "r-2", "r-3", "r-4"]
    assert ids(Filters(place="velden")) == ["r-4"]
    assert ids(Filters(theme="food")) == ["r-1"]
    assert ids(kinds=("finding",)) == ["r-2"]
    assert ids(status="accepted") == ["r-1"]
    assert ids(status="Not implemented") == ["r-2"]
    assert ids(addressee="ministry") == ["r-1"]
    assert ids(addressee="") == []


def test_links_overlay_and_do_not_change_what_was_extracted(ledger: Ledger) -> None:
    put(ledger, "d-1", entries=(entry("r-1", "d-1"), entry("r-2", "d-1")))
    linked = entry("r-1", "d-1", response=public_text("Agreed."), status_claimed="accepted", followed_up_by=("r-9",))
    ledger.put_links([linked, entry("r-2", "d-1")])
    assert ledger.entry("r-1") == linked
    assert ledger.register(Filters(), status="accepted") == [linked]
    assert ledger.extracted_entries() == [entry("r-1", "d-1"), entry("r-2", "d-1")]
    assert ledger.meta("links_stale") is None
    ledger.put_links([])
    assert ledger.entry("r-1") == entry("r-1", "d-1")


def test_provisions(ledger: Ledger) -> None:
    references = ("OPCAT:19(a)", "OPCAT:19(b)", "OPCAT:1", "OPCAT:190")
    put(ledger, "d-c", kind=DocumentKind.CATALOGUE, texts=("a", "b", "c", "d"), references=references)
    put(
        ledger,
        "d-o",
        kind=DocumentKind.INSTRUMENT,
        texts=("A", "B"),
        references=("OPCAT:19", "OPCAT:19(b)"),
        title="OP",
    )

    def texts(reference: str) -> list[str]:
        return [str(passage.text) for passage in ledger.provision(reference)]

    assert texts("OPCAT:19") == ["A", "B", "a", "b"]
    assert texts(" opcat : 19 (B) ") == ["B", "b"]
    assert texts("OPCAT:19(b)(ii)") == ["B", "b"]
    assert texts("OPCAT:1") == ["c"]
    assert texts("OPCAT:7") == texts("") == texts("nonsense") == []
    assert [(one.name, one.official, one.provisions) for one in ledger.instruments()] == [
        ("OPCAT", True, 2),
        ("OPCAT", False, 4),
    ]


def test_reader_works_while_a_writer_is_inside_a_transaction(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, "d-1")
    reader = Ledger.open(tmp_path / "ledger.sqlite", write=False)
    with ledger._connections.transaction() as connection:
        connection.execute("DELETE FROM documents")
        assert len(reader.documents()) == 1
    assert reader.documents() == []
    with pytest.raises(LibraryLocked):
        reader.set_meta("a", "b")
    reader.close()


def test_an_error_undoes_the_whole_transaction(ledger: Ledger) -> None:
    put(ledger, "d-1")
    with pytest.raises(ZeroDivisionError), ledger._connections.transaction() as connection:
        connection.execute("DELETE FROM documents")
        raise ZeroDivisionError
    assert len(ledger.documents()) == 1


def test_settings_of_the_file(tmp_path: Path, ledger: Ledger) -> None:
    connection = ledger._connections._writer
    assert connection is not None
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "trusted_schema": 0, "foreign_keys": 1}
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_foreign_and_newer_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Ledger.open(tmp_path / "none.sqlite", write=False)
    foreign = tmp_path / "foreign.sqlite"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    for write in (True, False):
        with pytest.raises(LedgerVersionError):
            Ledger.open(foreign, write=write)
    newer = tmp_path / "newer.sqlite"
    Ledger.open(newer, write=True).close()
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LedgerVersionError):
        Ledger.open(newer, write=True)


def test_conversations(ledger: Ledger) -> None:
    put(ledger, "d-1")
    turn = StoredTurn(public_text("What?"), public_text("That."), ("d-1",), {"filters": {"place": "Tarnmoor"}})
    assert ledger.conversations.save("c-1", turn)
    assert ledger.conversations.save("c-1", replace(turn, documents=()))
    assert ledger.conversations.load("c-1") == [turn, replace(turn, documents=())]
    assert ledger.conversations.load("c-2") == []
    assert not ledger.conversations.save("c-2", replace(turn, documents=("d-erased",)))
    assert ledger.conversations.list() == ["c-1"]
    with pytest.raises(TypeError):
        ledger.conversations.save("c-1", replace(turn, question="plain"))  # type: ignore[arg-type]
    assert ledger.erase(["d-1"])["turns"] == 1
    assert ledger.conversations.load("c-1") == [replace(turn, documents=())]
    assert ledger.conversations.delete("c-1")
    assert not ledger.conversations.delete("c-1")


def test_folding() -> None:
    assert fold("Vérannes’s No. 7 (ÖLD)") == ("verannes", "no", "7", "old")
    assert name_tokens("HMP Tarnmoor") == ("tarnmoor",)
    assert name_tokens("The Prison") == ("the", "prison")


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2023-05-06", ("2023-05-06", "2023-05-06")),
        ("2023-02-30", (None, None)),
        ("2023-13", (None, None)),
        ("0000", (None, None)),
        ("soon", (None, None)),
        (None, (None, None)),
    ],
)
def test_date_bounds(date: str | None, bounds: tuple[str | None, str | None]) -> None:
    assert date_bounds(date) == bounds
