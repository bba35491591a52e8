from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from library_fakes import OTHER, REPORT, SECRET, WordsEmbedder, open_library

from ingest import lock
from ingest.errors import LibraryLocked
from ingest.index.lexical import LexicalIndex
from ingest.ledger.conversations import StoredTurn
from ingest.passage import DocumentKind, DocumentStatus, Filters
from redaction.text import public_text


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def everything(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def vocabulary(home: Path) -> set[str]:
    """Every word in the files of the lexical index, also those of deleted passages: the files compress them."""
    found: set[str] = set()
    for folder in home.glob("lexical/g-*"):
        searcher = LexicalIndex(folder)._index.searcher()
        found.update(term for term, _ in searcher.terms_with_prefix("words", ""))
    return found


def test_ingest_stores_redacted_passages_that_are_found(home: Path, tmp_path: Path) -> None:
    with open_library(home) as library:
        record = library.ingest(write(tmp_path, f"{SECRET} visit.txt", REPORT), kind="visit_report")
        assert record.status is DocumentStatus.INDEXED
        assert record.source == "[NAME] visit.txt"
        assert record.redactions == {"NAME": 1}
        assert record.passages >= 4
        hits = library.index.lexical("cell bell at night", Filters(documents=(record.document_id,)), 3)
        texts = library.ledger.passages([hit.passage_id for hit in hits])
        assert "[PERSON 1]" in next(iter(texts.values())).text
        assert library.check(complete=True).problems == ()
    assert SECRET.encode() not in everything(home)
    assert SECRET.encode("utf-16-le") not in everything(home)


def test_same_file_again_is_unchanged_and_writes_nothing(home: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", REPORT)
    with open_library(home) as library:
        first = library.ingest(path)
        before = library.ledger.generation()
        again = library.ingest(path)
        assert (again.status, again.document_id) == (DocumentStatus.UNCHANGED, first.document_id)
        assert library.ledger.generation() == before
        assert library.ingest(path, force=True).status is DocumentStatus.INDEXED
        assert library.ledger.generation() > before
        assert len(library.ledger.documents(Filters(documents=(first.document_id,)))) == 1


def test_new_policy_replaces_every_passage_and_leaves_no_byte_of_the_old_one(home: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", REPORT)
    with open_library(home, version="1", mask="Zorbanth") as library:
        identity = library.ingest(path).document_id
        old = {passage.passage_id for passage in library.ledger.document_passages(identity)}
    assert b"Zorbanth" in everything(home)
    assert "zorbanth" in vocabulary(home)
    with open_library(home, version="2") as library:
        record = library.ingest(path)
        assert record.status is DocumentStatus.INDEXED
        assert record.document_id == identity
        texts = [passage.text for passage in library.ledger.document_passages(identity)]
        assert not any("Zorbanth" in text for text in texts)
        assert library.index.lexical("Zorbanth", Filters(documents=(identity,)), 5) == []
        assert {passage.passage_id for passage in library.ledger.document_passages(identity)} != old
        assert library.check(complete=True).problems == ()
    assert b"Zorbanth" not in everything(home)
    assert "zorbanth" not in vocabulary(home)


@pytest.mark.parametrize(
    ("text", "status", "code", "stored"),
    [
        ("CORRUPT", DocumentStatus.REFUSED, "corrupt_file", True),
        ("CRASH", DocumentStatus.REFUSED, "reader_crashed", False),
        ("BUG", DocumentStatus.REFUSED, "internal_fault", False),
        ("", DocumentStatus.REFUSED, "corrupt_file", False),
        ("FOOTER of an empty page", DocumentStatus.REFUSED, "no_text", True),
        (f"RESIDUE of {SECRET}", DocumentStatus.HELD, "residue", True),
        ("NEDERLANDS", DocumentStatus.HELD, "unsupported_language", True),
    ],
)
def test_bad_files_become_records_and_the_batch_goes_on(
    home: Path, tmp_path: Path, text: str, status: DocumentStatus, code: str, stored: bool
) -> None:
    with open_library(home) as library:
        bad = library.ingest(write(tmp_path, f"{SECRET}.txt", text))
        assert bad.status is status
        assert (bad.reason or "").startswith(f"{code}:")
        assert bad.source == "[NAME].txt"
        assert (library.ledger.document(bad.document_id) is not None) is stored
        assert library.ledger.document_passages(bad.document_id) == []
        assert library.ledger.blocks(bad.document_id) == []
        assert library.ingest(write(tmp_path, "good.txt", OTHER)).status is DocumentStatus.INDEXED
        assert library.check().problems == ()
        held = library.ledger.coverage(Filters()).held
        assert held == (1 if status is DocumentStatus.HELD else 0)
    if text:
        assert b"only a heading" not in everything(home).lower()
        assert SECRET.encode() not in everything(home)


def test_held_document_names_places_and_no_text(home: Path, tmp_path: Path) -> None:
    with open_library(home) as library:
        bad = library.ingest(write(tmp_path, "a.txt", "1.1 Fine here.\n1.2 RESIDUE of a person in brobdingnag."))
        (item,) = library.ledger.review(bad.document_id)
        assert (item.locator, item.why, item.count) == ("1.2", "looks like a name", 1)
    assert b"brobdingnag" not in everything(home)


def test_missing_file_and_unknown_kind(home: Path, tmp_path: Path) -> None:
    with open_library(home) as library:
        assert library.ingest(tmp_path / "none.pdf").status is DocumentStatus.REFUSED
        assert library.add_instrument(tmp_path / "none.pdf").status is DocumentStatus.REFUSED
        with pytest.raises(ValueError, match="bogus"):
            library.ingest(write(tmp_path, "a.txt", OTHER), kind="bogus")


def test_a_held_version_takes_the_place_of_an_indexed_one(home: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", REPORT)
    with open_library(home, version="1") as library:
        assert library.ingest(path).status is DocumentStatus.INDEXED
    text = REPORT
    with open_library(home, version="2") as library:
        library._accession.redactor.redact = lambda segments, decisions: (_ for _ in ()).throw(  # type: ignore[union-attr,method-assign]
            __import__("redaction.errors", fromlist=["DetectorFailed"]).DetectorFailed("broke", hint="none")
        )
        record = library.ingest(path)
        assert record.status is DocumentStatus.HELD
        assert library.ledger.document_passages(record.document_id) == []
    assert text.splitlines()[3][4:30].encode() not in everything(home)


def test_bare_home_answers_provisions_from_the_catalogue(home: Path) -> None:
    with open_library(home, write=False) as library:
        passages = library.ledger.provision("OPCAT:19")
        assert passages
        assert all(passage.reference and passage.reference.startswith("OPCAT:19") for passage in passages)
        assert library.ledger.provision("opcat: 19 (b)")[0].locator.startswith("art. 19")
        assert library.ledger.provision("OPCAT:999") == []
        (catalogue,) = library.ledger.documents(Filters(kinds=("catalogue",)))
        assert catalogue.kind is DocumentKind.CATALOGUE
        assert library.ledger.coverage(Filters()).documents == 0
        assert library.index.dense("visits by independent bodies", Filters(), 3)


def test_second_writer_is_refused_and_readers_are_not(home: Path, tmp_path: Path) -> None:
    with open_library(home) as writer:
        with pytest.raises(LibraryLocked):
            open_library(home)
        with open_library(home, write=False) as reader:
            record = writer.ingest(write(tmp_path, "a.txt", OTHER))
            hits = reader.index.lexical("toothache", Filters(), 3)
            assert reader.ledger.passages([hits[0].passage_id])[hits[0].passage_id].document_id == record.document_id
            assert reader.index.dense("toothache untreated", Filters(documents=(record.document_id,)), 1)
            with pytest.raises(LibraryLocked):
                reader.ingest(write(tmp_path, "b.txt", OTHER))
            with pytest.raises(LibraryLocked):
                reader.erase([record.document_id])
    with open_library(home) as writer:
        assert writer.ledger.document(record.document_id) is not None


def test_reader_sees_all_passages_while_the_index_lags_behind(home: Path, tmp_path: Path) -> None:
    seen: list[int] = []

    def reached(point: str) -> None:
        if point == "committed":
            with open_library(home, write=False) as reader:
                seen.append(len(reader.index.lexical("toothache", Filters(), 3)))

    with open_library(home, reached=reached) as library:
        library.ingest(write(tmp_path, "a.txt", OTHER))
    assert seen == [1]


def test_files_are_private(home: Path) -> None:
    with open_library(home):
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        for name in ("ledger.sqlite", "home.key", "library.lock"):
            assert stat.S_IMODE((home / name).stat().st_mode) == 0o600


def modes(home: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (home, *home.rglob("*"))}


def test_every_file_of_both_indexes_is_private_while_written_and_after(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Other tests may keep a library open, which would keep the mask narrow after this one is closed.
    monkeypatch.setattr(lock, "_mask", lock._Mask())
    path = write(tmp_path, "a.txt", REPORT)
    before = os.umask(0o022)
    try:
        with open_library(home, approximate_beyond=2) as library:
            library.ingest(path)
            library.rebuild()
            assert list(home.glob("chroma/**/*.sqlite3")) and list(home.glob("lexical/**/*"))
            assert modes(home) == {(False, 0o600), (True, 0o700)}
        assert modes(home) == {(False, 0o600), (True, 0o700)}
        assert os.umask(0o022) == 0o022
        for index in home.rglob("*"):
            index.chmod(0o755)
        with open_library(home, approximate_beyond=2):
            assert modes(home) == {(False, 0o600), (True, 0o700)}
    finally:
        os.umask(before)


def test_ids_depend_on_the_home_key(home: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", OTHER)
    ids = []
    for name in ("one", "two"):
        with open_library(home / name) as library:
            ids.append(library.ingest(path).document_id)
    assert ids[0] != ids[1]
    assert all(len(identity) == 18 and identity.startswith("d-") for identity in ids)


def test_another_model_makes_vectors_stale_and_rebuild_refreshes_them(home: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", OTHER)
    with open_library(home) as library:
        identity = library.ingest(path).document_id
    with open_library(home, embedder=WordsEmbedder("newer")) as library:
        assert any("vectors" in problem for problem in library.check().problems)
        library.rebuild()
        assert library.check(complete=True).problems == ()
        assert library.index.dense("dentist toothache", Filters(documents=(identity,)), 1)


def test_instrument_files_are_not_reports(home: Path, tmp_path: Path) -> None:
    with open_library(home) as library:
        record = library.ingest(write(tmp_path, "a.txt", OTHER), kind="instrument")
        assert (record.status, record.kind) == (DocumentStatus.REFUSED, DocumentKind.INSTRUMENT)
        assert library.ledger.document(record.document_id) is None


def test_official_text_comes_before_the_catalogue(home: Path, tmp_path: Path, shared: Path) -> None:
    path = shared / "instruments" / "articles" / "opcat.json"
    with open_library(home) as library:
        record = library.add_instrument(path)
        assert record.status is DocumentStatus.INDEXED
        found = library.ledger.provision("OPCAT:19(b)")
        assert found[0].document_id == record.document_id
        assert found[-1].document_id != record.document_id
        assert library.add_instrument(path).status is DocumentStatus.UNCHANGED
        assert {summary.official for summary in library.ledger.instruments() if summary.name == "OPCAT"} == {
            True,
            False,
        }
        assert library.check(complete=True).problems == ()


@pytest.mark.parametrize("name", ["articles/cat.json", "treaties/OPCAT_BWBV0004712.md"])
def test_published_instruments_are_read(home: Path, shared: Path, name: str) -> None:
    with open_library(home) as library:
        record = library.ingest(shared / "instruments" / name, kind="instrument")
        assert (record.status, record.kind) == (DocumentStatus.INDEXED, DocumentKind.INSTRUMENT), record.reason
        assert record.passages > 50


def test_erase_leaves_no_byte(home: Path, tmp_path: Path) -> None:
    with open_library(home, approximate_beyond=3) as library:
        gone = library.ingest(write(tmp_path, "tarn.txt", REPORT))
        kept = library.ingest(write(tmp_path, "velden.txt", OTHER))
        library.ledger.conversations.save(
            "c-1", StoredTurn(public_text("Where?"), public_text("At Tarnmoor."), (gone.document_id,))
        )
        library.ledger.conversations.save(
            "c-2", StoredTurn(public_text("Teeth?"), public_text("Untreated."), (kept.document_id,))
        )
        assert library.index.has_approximate()
        passages = library.ledger.document_passages(gone.document_id)
        vectors = [library.index.exact().rows([passage.passage_id])[0].tobytes() for passage in passages]
        traces = [gone.document_id.encode(), b"Tarnmoor", b"fortnight", b"Breakfast", b"tarn.txt", *vectors]
        traces += [passage.passage_id.encode() for passage in passages]
        before = everything(home)
        assert {"tarnmoor", "fortnight"} <= vocabulary(home)
        assert all(trace in before for trace in traces)

        erasure = library.erase([gone.document_id, "d-unknown"])
        assert (erasure.documents, erasure.unknown) == ((gone.document_id,), ("d-unknown",))
        assert erasure.counts["passages"] == erasure.counts["vectors"] == len(passages)
        assert erasure.counts["turns"] == 1
        assert erasure.complete
        assert len(erasure.receipt) == 64
        after = everything(home)
        # The id alone stays, in the list of erasures that a restored backup is held against.
        assert [trace for trace in traces[1:] if trace in after] == []
        assert not {"tarnmoor", "fortnight"} & vocabulary(home)
        assert library.ledger.conversations.list() == ["c-2"]
        assert library.check(complete=True).problems == ()
        assert library.ledger.document(kept.document_id) is not None
        assert library.index.lexical("toothache", Filters(), 3)


def test_erasing_a_response_takes_its_words_from_the_entries_it_answers(home: Path, tmp_path: Path) -> None:
    with open_library(home) as library:
        report = library.ingest(write(tmp_path, "a.txt", REPORT), kind="visit_report")
        entries = library.ledger.register(Filters(documents=(report.document_id,)))
        assert entries
        from dataclasses import replace

        answered = replace(entries[0], response=public_text("We agree, xylophonic."), status_claimed="accepted")
        library.ledger.put_links([answered])
        assert library.ledger.register(Filters(), status="Accepted")[0].response == "We agree, xylophonic."
        other = library.ingest(write(tmp_path, "b.txt", OTHER))
        library.ledger.put_links([answered])
        library.erase([other.document_id])
        assert all(entry.response != answered.response for entry in library.ledger.register(Filters()))
        assert b"xylophonic" not in everything(home)


def test_progress_is_reported(home: Path, tmp_path: Path) -> None:
    stages: list[tuple[str, int, int]] = []
    with open_library(home) as library:
        library.ingest(write(tmp_path, "a.txt", OTHER), progress=lambda *step: stages.append(step))
    assert {"read", "structure", "redact", "chunk", "embed"} <= {stage for stage, _, _ in stages}
    assert all(0 <= done <= total for _, done, total in stages)


def test_ctrl_c_leaves_the_library_consistent(home: Path, tmp_path: Path) -> None:
    def reached(point: str) -> None:
        if point == "committed":
            raise KeyboardInterrupt

    path = write(tmp_path, "a.txt", OTHER)
    with pytest.raises(KeyboardInterrupt), open_library(home, reached=reached) as library:
        library.ingest(path)
    with open_library(home) as library:
        assert library.check(complete=True).problems == ()
        assert library.ingest(path).status is DocumentStatus.UNCHANGED
        assert library.index.lexical("toothache", Filters(), 3)


def test_manifest_is_json(home: Path) -> None:
    with open_library(home):
        (manifest,) = home.glob("lexical/g-*/manifest.json")
        assert set(json.loads(manifest.read_text())) == {"generation", "count", "digest"}
