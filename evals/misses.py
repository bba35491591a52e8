"""What was missed or masked for nothing: shown to a person at a terminal and to nothing else; counted by kind for all.

Misses quote the original text. They are written to a terminal only, never to a file or a pipe, and only of development
data: whoever looks at the misses of a held-out set has no held-out set any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from evals.datasets import Dataset
from evals.entity_data import EntitySet
from evals.redaction import Miss
from evals.report import Table

_AROUND = 40


class NotATerminal(ValueError):
    """Misses were asked for where a file or a pipe would keep them."""


def texts_of(dataset: Dataset | EntitySet) -> dict[tuple[str, int], str]:
    """Return the text of each (document, segment) that misses point into."""
    if isinstance(dataset, EntitySet):
        return {(text.doc, 0): text.text for text in dataset.texts}
    return {
        (document.doc, place): segment.text
        for document in dataset.documents
        for place, segment in enumerate(document.segments)
    }


def show(misses: Iterable[Miss], texts: Mapping[tuple[str, int], str], terminal: TextIO) -> None:
    """Print type, document and context of each miss.

    Raises:
        NotATerminal: ``terminal`` is none.
    """
    if not terminal.isatty():
        raise NotATerminal("misses are shown on a terminal only, since they quote the original text")
    for miss in misses:
        text = texts[miss.doc, miss.segment]
        before = text[max(0, miss.start - _AROUND) : miss.start]
        after = text[miss.end : miss.end + _AROUND]
        line = f"{before}>>{text[miss.start : miss.end]}<<{after}"
        safe = "".join(character if character.isprintable() else " " for character in line)
        print(f"{miss.type:<16} {miss.doc:<12} {miss.how:<20} {safe}", file=terminal)


def kinds(dataset: str, misses: Sequence[Miss]) -> Table:
    """Return how many misses there are of each type and kind, and in how many documents; most frequent first."""
    found = Counter((miss.type, miss.how) for miss in misses)
    documents: dict[tuple[str, str], set[str]] = {}
    for miss in misses:
        documents.setdefault((miss.type, miss.how), set()).add(miss.doc)
    rows = tuple((kind, how, number, len(documents[kind, how])) for (kind, how), number in found.most_common())
    return Table(
        "redaction-misses",
        f"Misses and needless masks of opcat by kind, {dataset}",
        ("type", "kind", "n", "documents"),
        rows,
    )
