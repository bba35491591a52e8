"""Building an index beside the plain pipeline, and search in a library of a given size."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import plain_pipeline
from evals.index_speed import OURS, SAME, build, measure_index, systems, texts_of
from evals.search_speed import BASELINE, measure_search
from ingest.embedding.embedder import ShippedEmbedder
from ingest.library import Library
from ingest.passage import Filters

TEXTS = {"d1": ["The boiler is serviced each autumn.", "Meals are cooked in the kitchen."], "d2": ["It was cold."]}


def test_an_unknown_system_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown system"):
        build("nonsense", TEXTS)


def test_the_plain_pipeline_is_measured_where_it_is_installed() -> None:
    assert systems()[0] == OURS
    assert (SAME in systems()) is plain_pipeline.installed()


@pytest.mark.slow
def test_each_system_builds_from_the_same_texts() -> None:
    table = measure_index(TEXTS)
    assert table.cell(OURS, "passages") == 3
    assert table.cell(OURS, "opcat is faster per passage by") == 1.0


@pytest.mark.slow
def test_search_is_timed_in_a_library_of_the_size_asked_for(tmp_path: Path) -> None:
    embedder = ShippedEmbedder()
    with Library.open(tmp_path / "home", embedder=embedder, redactor=None, write=True) as library:
        held = len(library.ledger.passage_ids(Filters()))
        table = measure_search(library, embedder, ["cell bells", "who inspects prisons"] * 4, held + 250)
        assert len(library.ledger.passage_ids(Filters())) == held + 250
        assert library.check(complete=True).problems == ()
        # Neither the catalogue nor what was filled in has blocks of a document.
        assert texts_of(library) == {}
    assert table.cell(BASELINE, "p50, times the first row") == 1.0
    assert all(isinstance(row[2], float) and row[2] > 0 for row in table.rows)
