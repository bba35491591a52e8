"""Register entries that cite no criterion get those of the catalogue that are near in meaning, marked as suggested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.embedding.embedder import Embedder, Vectors
from ingest.passage import Metadata, Passage, RegisterEntry

SUGGESTED_FOR = frozenset({"finding", "concern", "deficiency", "recommendation", "area_for_improvement"})
"""Kinds of entries that a criterion can be asked of; responses and good practice have none."""


def with_suggestions(
    entries: Sequence[RegisterEntry],
    passages: Sequence[Passage],
    vectors: Vectors,
    embedder: Embedder,
    metadata: Metadata,
) -> tuple[RegisterEntry, ...]:
    """Fill ``criteria_suggested`` of the entries that cite nothing; cited criteria are left as they are.

    Args:
        entries: the register entries of one document, in order.
        passages: its passages; an entry whose text is its whole passage is not embedded again.
        vectors: the vectors of the passages, row for row.
        embedder: the model of the vectors.
        metadata: of the document; type of place and jurisdiction count.
    """
    from ingest.instruments.suggestion import criteria_index

    asking = [place for place, entry in enumerate(entries) if entry.kind in SUGGESTED_FOR and not entry.criteria]
    if not asking:
        return tuple(entries)
    rows = {passage.passage_id: row for row, passage in enumerate(passages)}
    known = {
        place: rows[entry.passage_id]
        for place in asking
        if (entry := entries[place]).passage_id in rows
        and str(passages[rows[entry.passage_id]].text) == str(entry.text)
    }
    unknown = [place for place in asking if place not in known]
    fresh = dict(zip(unknown, embedder.embed_passages([str(entries[place].text) for place in unknown]), strict=True))
    index = criteria_index(embedder)
    found = list(entries)
    for place in asking:
        entry = entries[place]
        vector = fresh[place] if place in fresh else vectors[known[place]]
        references = index.suggest(str(entry.text), vector, entry.themes, metadata.place_type, metadata.jurisdiction)
        found[place] = replace(entry, criteria_suggested=references)
    return tuple(found)
