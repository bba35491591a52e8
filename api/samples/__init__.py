"""The sample reports that ship with the product: eight invented documents about invented people and places.

``documents/`` is what a user would have; ``sources/`` is what the documents are built from (``python -m
api.samples.build``), with every identifier marked; ``gold.json`` is what a reader should find in them.
"""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).parent


def sample_documents() -> list[Path]:
    """Return the paths of the sample documents in a fixed order."""
    return sorted(path for path in (SAMPLES / "documents").iterdir() if path.is_file())


def samples_directory() -> Path:
    """Return the directory that holds ``documents/`` and ``gold.json``."""
    return SAMPLES
