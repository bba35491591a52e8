"""Entries that cite nothing get suggestions; vectors at hand are not computed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ingest.embedding.embedder import ShippedEmbedder, Vectors
from ingest.instruments.suggested_criteria import with_suggestions
from ingest.passage import Metadata, Passage, RegisterEntry
from redaction.text import public_text


class CountingEmbedder(ShippedEmbedder):
    def __init__(self) -> None:
        super().__init__(threads=1)
        self.texts: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().embed_passages(texts)


SEARCHES = "Women were strip searched by male officers and no record was made of the reason."
YARD = "The yard was open for half an hour of exercise a day and had no shelter against rain."


def _passage(number: int, text: str) -> Passage:
    return Passage(f"p-{number}", "d-1", number, public_text(text), f"1.{number}", None, "paragraph")


def _entry(number: int, text: str, kind: str = "finding") -> RegisterEntry:
    return RegisterEntry(f"r-{number}", "d-1", f"p-{number}", None, kind, public_text(text))


def test_only_entries_that_cite_nothing_and_ask_for_something_are_filled() -> None:
    embedder = CountingEmbedder()
    passages = [_passage(1, SEARCHES), _passage(2, f"{YARD} It was wet."), _passage(3, SEARCHES)]
    vectors = embedder.embed_passages([str(passage.text) for passage in passages])
    embedder.texts.clear()
    entries = [
        _entry(1, SEARCHES),
        _entry(2, YARD, "recommendation"),
        replace(_entry(3, SEARCHES), criteria=("NMR:52",)),
        _entry(1, SEARCHES, "response"),
        replace(_entry(1, SEARCHES, "concern"), passage_id=None),
    ]
    filled = with_suggestions(entries, passages, vectors, embedder, Metadata(place_type="prison"))
    assert set(filled[0].criteria_suggested) & {"BANGKOK:19", "NMR:52", "NMR:51"}
    assert set(filled[1].criteria_suggested) & {"NMR:23", "EPR:27.1", "CPT:GR2(48)"}
    assert filled[2] == entries[2] and filled[3] == entries[3]
    assert filled[4].criteria_suggested == filled[0].criteria_suggested
    assert all(entry.criteria == before.criteria for entry, before in zip(filled, entries, strict=True))
    assert embedder.texts == [YARD, SEARCHES]


def test_without_entries_nothing_is_computed() -> None:
    embedder = CountingEmbedder()
    assert with_suggestions([], [], np.zeros((0, 384), dtype=np.float32), embedder, Metadata()) == ()
    only_responses = [_entry(1, SEARCHES, "response")]
    assert with_suggestions(only_responses, [], np.zeros((0, 384), dtype=np.float32), embedder, Metadata()) == (
        only_responses[0],
    )
    assert embedder.texts == []


def test_european_standards_are_not_suggested_elsewhere() -> None:
    embedder = CountingEmbedder()
    nothing = np.zeros((0, 384), dtype=np.float32)
    entry = replace(_entry(1, YARD), passage_id=None)
    (canadian,) = with_suggestions([entry], [], nothing, embedder, Metadata(place_type="prison", jurisdiction="Canada"))
    (scottish,) = with_suggestions(
        [entry], [], nothing, embedder, Metadata(place_type="prison", jurisdiction="Scotland")
    )
    assert "NMR:23" in canadian.criteria_suggested
    assert not any(reference.startswith(("EPR", "CPT", "ECHR")) for reference in canadian.criteria_suggested)
    assert any(reference.startswith(("EPR", "CPT")) for reference in scottish.criteria_suggested)
