from __future__ import annotations

import numpy as np

from ingest.accession import silent
from ingest.embedding.embedder import ShippedEmbedder
from ingest.instruments.catalogue import load_catalogue
from ingest.instruments.catalogue_vectors import shipped_vectors
from ingest.instruments.provisions import catalogue_document
from ingest.pipeline import embed


def test_the_shipped_vectors_are_those_of_the_shipped_catalogue() -> None:
    _, passages = catalogue_document(load_catalogue())
    embedder = ShippedEmbedder()
    vectors = shipped_vectors(passages, embedder.name)
    assert vectors is not None, "the catalogue changed: python -m ingest.instruments.catalogue_vectors"
    assert vectors.shape == (len(passages), embedder.dimension)
    some = [0, len(passages) // 2, len(passages) - 1]
    fresh = embed([passages[place] for place in some], embedder, silent)
    assert np.allclose((vectors[some] * fresh).sum(axis=1), 1.0, atol=1e-3)


def test_vectors_of_other_texts_are_not_taken() -> None:
    _, passages = catalogue_document(load_catalogue())
    assert shipped_vectors(passages[1:], ShippedEmbedder().name) is None
    assert shipped_vectors(passages, "another model") is None
