"""Search itself: filters that cannot be meant, near-duplicates, long result lists."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.errors import AssistantError, InvalidFilter
from assistant.retrieval.searching import _LOOKED_AT, Hit, check_filters, collapse, search
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata, Passage
from redaction.text import public_text

RECORD = DocumentRecord(
    "d-1", "a.txt", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata(language="en")
)


def hit(name: str, text: str, score: float) -> Hit:
    passage = Passage(name, "d-1", 0, public_text(text), name, None, "paragraph")
    return Hit(0, score, passage, RECORD, name)


@pytest.mark.parametrize(
    ("first", "last"), [("2020-02-31", None), ("2020-13", None), ("2024-05", "2024-01"), ("2024", "2020"), (None, "x")]
)
def test_dates_that_cannot_be_meant_are_errors(first: str | None, last: str | None) -> None:
    with pytest.raises(InvalidFilter):
        check_filters(Filters(date_from=first, date_to=last))


@pytest.mark.parametrize(("first", "last"), [("2024-05", "2024"), ("2024", "2024-01"), ("2024-02-29", "2024-02-29")])
def test_dates_that_overlap_are_none(first: str, last: str) -> None:
    check_filters(Filters(date_from=first, date_to=last))


def test_the_same_recommendation_twice_is_one_hit_with_both_places() -> None:
    text = "The Prison Board should repair all cell bells within three months."
    kept = collapse(
        [
            hit("2.1", f"Recommendation 1: {text}", 2.0),
            hit("S1", f"Recommendation 4 – {text.lower()}", 1.5),
            hit("2.2", "The Prison Board should repair all showers within three months.", 1.0),
            hit("t1", "Not supported.", 0.9),
            hit("t2", "Not supported.", 0.8),
        ]
    )
    assert [(one.passage.passage_id, [also.passage_id for also in one.also]) for one in kept] == [
        ("2.1", ["S1"]), ("2.2", []), ("t1", []), ("t2", []),
    ]  # fmt: skip


def test_more_results_only_add_below(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.retrieval.searching._LOOKED_AT", 4)
    few = search(library, "cell bells and separation", k=4)
    many = search(library, "cell bells and separation", k=12)
    assert [one.passage.passage_id for one in many.hits[:4]] == [one.passage.passage_id for one in few.hits]
    assert len(many.hits) > len(few.hits)
    scores = [one.score for one in many.hits]
    assert scores == sorted(scores, reverse=True)
    assert [one.rank for one in many.hits] == list(range(1, len(scores) + 1))
    assert _LOOKED_AT > 4


def test_searching_again_after_a_change_sees_it(library: Any) -> None:
    before = search(library, "lantern in the chapel", k=3)
    assert all("lantern" not in str(one.passage.text) for one in before.hits)
    record = DocumentRecord(
        "d-new", "n.txt", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None,
        Metadata(title="Visit to Lampwick Prison", place="Lampwick Prison", language="en"), passages=1,
    )  # fmt: skip
    passage = Passage("p-new", "d-new", 0, public_text("The lantern in the chapel was broken."), "1", None, "paragraph")
    vectors = library.embedder.embed_passages([str(passage.text)])
    library.ledger.put_document(record, (), (passage,), vectors, (), "s|", embedder=library.embedder.name)
    library.index.changed("d-new", ())
    first = search(library, "lantern in the chapel", k=3).hits[0]
    assert first.document.metadata.place == "Lampwick Prison"
    only = search(library, "lantern", Filters(place="Lampwick"), k=3)
    assert {one.document.document_id for one in only.hits} == {"d-new"}


def test_no_word_is_an_error(library: Any) -> None:
    with pytest.raises(AssistantError):
        search(library, "?!")
