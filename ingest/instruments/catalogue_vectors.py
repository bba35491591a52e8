"""The catalogue's vectors, computed once and shipped, so that a new library answers legal questions at once.

Embedding the catalogue takes seconds; a newcomer's first question should not. The file holds half-precision vectors of
the shipped model and a digest of the model's name and of every text; a digest that does not fit means that the vectors
are ignored, and computed instead. Made by ``python -m ingest.instruments.catalogue_vectors``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from ingest.embedding.embedder import passage_input
from ingest.passage import Passage

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FILE = "vectors.npz"


def digest(passages: Sequence[Passage], model: str) -> str:
    """Return what identifies the vectors of these passages under this model."""
    hashed = hashlib.sha256(model.encode())
    for passage in passages:
        hashed.update(b"\0" + passage_input(passage.text, passage.heading_path).encode())
    return hashed.hexdigest()


def shipped_vectors(passages: Sequence[Passage], model: str) -> npt.NDArray[np.float32] | None:
    """Return the shipped vectors, row for row, or ``None`` where they are of other texts or another model."""
    import numpy as np

    with as_file(files("ingest.instruments") / "catalogue_data" / _FILE) as path:
        if not path.is_file():
            return None
        with np.load(path, allow_pickle=False) as stored:
            if str(stored["digest"]) != digest(passages, model):
                return None
            vectors: npt.NDArray[np.float32] = stored["vectors"].astype(np.float32)
    # Half precision shortens the rows a little; searches take unit rows.
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def main() -> None:
    """Compute the vectors and write the file beside the catalogue."""
    import numpy as np

    from ingest.accession import silent
    from ingest.embedding.embedder import ShippedEmbedder
    from ingest.instruments.catalogue import load_catalogue
    from ingest.instruments.provisions import catalogue_document
    from ingest.pipeline import embed

    _, passages = catalogue_document(load_catalogue())
    embedder = ShippedEmbedder()
    vectors = embed(passages, embedder, silent).astype(np.float16)
    with as_file(files("ingest.instruments") / "catalogue_data" / _FILE) as path:
        np.savez_compressed(path, vectors=vectors, digest=np.array(digest(passages, embedder.name)))


if __name__ == "__main__":
    main()
