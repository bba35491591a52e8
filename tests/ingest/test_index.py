from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from library_fakes import OTHER, REPORT, open_library

from ingest.passage import Filters


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    with open_library(home) as library:
        for name, text in (("a.txt", REPORT), ("b.txt", OTHER)):
            library.ingest_bytes(name, text.encode(), kind="visit_report")
    return home


def test_filters_hold_inside_both_halves(home: Path) -> None:
    with open_library(home, write=False) as library:
        for filters in (Filters(place="Tarnmoor"), Filters(theme="food"), Filters(kinds=("visit_report",))):
            permitted = library.ledger.passage_ids(filters)
            assert permitted
            words = library.index.lexical("cell bells dentist breakfast officers", filters, 50)
            near = library.index.dense("cell bells dentist breakfast officers", filters, 50)
            assert {hit.passage_id for hit in words} <= permitted
            assert {hit.passage_id for hit in near} == permitted
        assert library.index.dense("anything", Filters(place="Nowhere"), 5) == []
        assert library.index.lexical("anything", Filters(place="Nowhere"), 5) == []
        assert library.index.dense("  ", Filters(), 5) == []


def test_wordings_are_compared_by_the_mean_of_their_cosines(home: Path) -> None:
    texts = {"cell bells": 0.25, "breakfast": 0.75}
    reports = Filters(kinds=("visit_report",))
    with open_library(home, write=False) as library:
        alone = [{hit.passage_id: hit.score for hit in library.index.dense(text, reports, 50)} for text in texts]
        together = library.index.dense(texts, reports, 50)
        assert {hit.passage_id for hit in together} == set(alone[0]) == set(alone[1]) != set()
        for hit in together:
            mean = sum(part[hit.passage_id] * weight for part, weight in zip(alone, texts.values(), strict=True))
            assert hit.score == pytest.approx(mean, abs=1e-5)
        assert library.index.dense({" ": 1.0}, Filters(), 5) == []


def test_lost_index_is_built_anew_by_a_writer_and_bridged_by_a_reader(home: Path) -> None:
    with open_library(home, write=False) as library:
        wanted = library.index.lexical("toothache", Filters(), 5)
    shutil.rmtree(home / "lexical")
    with open_library(home, write=False) as library:
        assert library.index.lexical("toothache", Filters(), 5) == wanted
        assert any("lexical" in problem for problem in library.check().problems)
    with open_library(home) as library:
        assert library.index.lexical("toothache", Filters(), 5) == wanted
        assert library.check(complete=True).problems == ()


@pytest.mark.parametrize("damage", ["truncate", "manifest"])
def test_damaged_index_is_built_anew(home: Path, damage: str) -> None:
    (folder,) = home.glob("lexical/g-*")
    if damage == "manifest":
        (folder / "manifest.json").write_text("{}")
    else:
        for path in folder.glob("*.term"):
            path.write_bytes(b"")
    with open_library(home) as library:
        assert library.check(complete=True).problems == ()
        assert library.index.lexical("toothache", Filters(), 5)


def test_leftovers_of_a_killed_rebuild_are_swept(home: Path) -> None:
    (home / "lexical" / "g-leftover").mkdir()
    (home / "lexical" / "CURRENT.draft").write_text("g-leftover")
    with open_library(home) as library:
        assert library.check().problems == ()
    assert len(list((home / "lexical").iterdir())) == 2


def test_large_libraries_search_approximately_and_agree_with_exact(home: Path) -> None:
    with open_library(home, approximate_beyond=5) as library:
        library.ingest_bytes("c.txt", b"1.1 Windows did not open.\n1.2 The yard was locked.", kind="other")
        assert library.index.has_approximate()
        near = library.index.dense("windows that open", Filters(), 3)
        vector = library.index._embedder.embed_query("windows that open")
        exact = library.index.exact().search(vector, 3)
        assert near[0].passage_id == exact[0].passage_id
        assert near[0].score == pytest.approx(exact[0].score, abs=1e-3)
        assert library.check(complete=True).problems == ()
        # With a filter the search is exact, whatever the size.
        assert library.index.dense("windows", Filters(place="Tarnmoor"), 50)
    with open_library(home, approximate_beyond=5) as library:
        assert library.check(complete=True).problems == ()
        library.rebuild()
        assert library.check(complete=True).problems == ()


def test_readers_never_open_the_approximate_index(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(home, approximate_beyond=5) as library:
        library.ingest_bytes("c.txt", b"1.1 Windows did not open.", kind="other")
        assert library.index.has_approximate()

    def never(*given: object) -> None:
        raise AssertionError("a reader opened Chroma")

    monkeypatch.setattr("ingest.index.passages.ChromaVectors", never)
    with open_library(home, write=False, approximate_beyond=5) as library:
        assert library.index.dense("windows", Filters(), 3)
        assert library.check().problems == ()


def test_small_libraries_have_no_approximate_index(home: Path) -> None:
    with open_library(home) as library:
        library.ingest_bytes("c.txt", b"1.1 Windows did not open.", kind="other")
        assert not library.index.has_approximate()
        assert library.check(complete=True).problems == ()


def test_filters_over_many_documents_permit_the_same_rows_as_the_ledger(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.index.permitted_rows._NAMED_SINGLY", 0)
    with open_library(home) as library:
        library.ingest_bytes("c.txt", b"1.1 Windows did not open.\n1.2 The yard was locked.", kind="other")
        for filters in (Filters(kinds=("other",)), Filters(place="Tarnmoor"), Filters(place="Nowhere")):
            found = {hit.passage_id for hit in library.index.dense("windows", filters, 100)}
            assert found == library.ledger.passage_ids(filters)
        # The vectors are in memory by now and follow the new document, whose owner is read anew.
        library.ingest_bytes("e.txt", b"1.1 Windows were barred.", kind="other")
        found = {hit.passage_id for hit in library.index.dense("windows", Filters(kinds=("other",)), 100)}
        assert len(found) == 3 and found == library.ledger.passage_ids(Filters(kinds=("other",)))
