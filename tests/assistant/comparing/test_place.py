"""The place that is meant by a name: its spellings, the titles of its documents, the town in which it lies."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.comparing.errors import UnknownPlace
from assistant.comparing.place import chain_of, name_of, read_as
from ingest.home import Home
from ingest.ledger.store import Ledger
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from redaction.text import restore

# document: title, place, type of place, what its first passage says
DOCUMENTS = {
    "colony": (
        "Report on a visit to Colony No. 14",
        "Colony No. 14",
        "prison",
        "The colony stands on a hill above the town of Oltava and was built in 1950.",
    ),
    "ward": (
        "Visit to the closed ward, Brenmoor",
        "Saint Isolde Hospital",
        "psychiatric hospital",
        "Patients are brought to Kestrin once a month.",
    ),
    "two": (
        "Visit to two places",
        "Lindhaven Police Station; Harrowell Prison",
        "mixed",
        "Both places were seen on one day.",
    ),
}


@pytest.fixture
def library(tmp_path: Path) -> Any:
    home = Home(tmp_path / "home")
    home.create()
    ledger = Ledger.open(home.ledger, write=True)
    for name, (title, place, kind, text) in DOCUMENTS.items():
        passage = Passage(f"p-{name}", f"d-{name}", 0, restore(text), "para 1", 1, "paragraph")
        data = Metadata(title, place, kind, "Ostmark Custody Council", "Ostmark", "2024-03-02", None, "2024-06-01")
        record = DocumentRecord(
            f"d-{name}",
            f"{name}.pdf",
            DocumentKind.VISIT_REPORT,
            DocumentStatus.INDEXED,
            None,
            data,
            pages_total=1,
            pages_text=1,
            pages_failed=0,
        )
        ledger.put_document(record, [], [passage], np.zeros((1, 4), np.float32), [], "test", embedder="none")
    everything = [SimpleNamespace(passage_id=f"p-{name}") for name in DOCUMENTS]
    yield SimpleNamespace(ledger=ledger, index=SimpleNamespace(lexical=lambda *_: everything))
    ledger.close()


@pytest.mark.parametrize(
    ("asked", "document"),
    [
        ("Colony 14", "colony"),
        ("Saint Isolde Clinic", "ward"),
        ("Brenmoor", "ward"),
        ("Oltava", "colony"),
        ("Oltava Prison", "colony"),
    ],
)
def test_a_place_is_found_by_what_its_documents_call_it(library: Any, asked: str, document: str) -> None:
    found = chain_of(library, asked)
    assert [record.document_id for record in found.documents] == [f"d-{document}"]


def test_as_what_a_name_was_read_is_said_only_where_it_is_another(library: Any) -> None:
    assert read_as(chain_of(library, "Oltava"), "Oltava") == "Read 'Oltava' as Colony No. 14."
    assert read_as(chain_of(library, "Saint Isolde"), "Saint Isolde") == ""


@pytest.mark.parametrize("asked", ["Kestrin", "Oltava Hospital", "Brenmoor Prison"])
def test_a_name_that_only_comes_up_or_says_another_kind_is_listed_and_not_taken(library: Any, asked: str) -> None:
    with pytest.raises(UnknownPlace) as unknown:
        chain_of(library, asked)
    assert "(on " in unknown.value.hint


def test_of_two_places_the_one_asked_for_gives_the_name(library: Any) -> None:
    found = chain_of(library, "Harrowell")
    assert name_of(found, "Harrowell") == "Harrowell Prison"
    assert name_of(found) == "Lindhaven Police Station"
