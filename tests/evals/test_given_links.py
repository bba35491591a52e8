"""Linking is measured on the entries of the data, whatever the library has extracted."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from evals.corpus import Corpus
from evals.datasets import Dataset, GoldDocument, GoldEntry
from evals.given_links import rows, score_given_links
from evals.link_scores import LinkScore
from ingest.ledger.store import Ledger
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from redaction.text import public_text

ASKED = (
    "The governor should have the broken bells of the cells mended.",
    "The health board should shorten the wait for a dentist.",
    "The prison service should stop the use of spit hoods.",
)
ANSWERS = ("Electricians came in May.", "A second dentist has been hired.", "Hoods were withdrawn.")


class Held:
    """A library with no more than a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger


def stored(ledger: Ledger, name: str, kind: DocumentKind, texts: tuple[str, ...]) -> DocumentRecord:
    metadata = Metadata(place="Elm Prison", jurisdiction="Norland", visit_start="2024-03-01", published="2024-06-01")
    record = DocumentRecord(name, f"{name}.pdf", kind, DocumentStatus.INDEXED, None, metadata)
    passages = [
        Passage(f"p-{name}-{n}", name, n, public_text(text), f"section: X, para {n}", 1, "paragraph")
        for n, text in enumerate(texts)
    ]
    vectors = np.eye(len(texts), 4, dtype=np.float32)
    ledger.put_document(record, (), passages, vectors, (), "stamp", embedder="m")
    return record


def test_entries_of_the_data_are_linked_without_any_in_the_library(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger.sqlite", write=True)
    records = {
        "01": stored(ledger, "d-1", DocumentKind.VISIT_REPORT, ASKED),
        "02": stored(ledger, "d-2", DocumentKind.RESPONSE, ANSWERS),
    }
    asked = [GoldEntry("recommendation", str(n), text, None, id=f"01:{n}") for n, text in enumerate(ASKED, 1)]
    answers = [
        GoldEntry("response", str(n), text, None, id=f"02:{n}", answers=(f"01:{n}",))
        for n, text in enumerate(ANSWERS, 1)
    ]
    documents = (
        GoldDocument("01", tmp_path, (), entries=tuple(asked)),
        GoldDocument("02", tmp_path, (), entries=tuple(answers), earlier=("01",)),
    )
    docs = {record.document_id: doc for doc, record in records.items()}
    corpus = Corpus(Dataset("x", documents, ()), Held(ledger), tmp_path, records, docs, 0.0)  # type: ignore[arg-type]
    score = score_given_links(corpus)
    assert (score.right, score.given, score.found.total(), score.gold.total()) == (3, 3, 3, 3)
    assert ledger.links.all() == [], "nothing of the data is stored"
    assert rows([score, LinkScore()])[1] == ("links between entries as given: recall", "3/3 = 1.000", None)
    ledger.close()
