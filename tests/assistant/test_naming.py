"""Names of a corpus as they are read from its documents."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from assistant.question.naming import Names
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata


def _names(**documents: tuple[str | None, str | None, str | None]) -> Names:
    """Read names of documents that are given as place, body and State."""
    records = [
        DocumentRecord(
            name,
            f"{name}.pdf",
            DocumentKind.VISIT_REPORT,
            DocumentStatus.INDEXED,
            None,
            Metadata(place=place, inspecting_body=body, jurisdiction=state),
        )
        for name, (place, body, state) in documents.items()
    ]

    class Ledger(SimpleNamespace):
        __hash__ = object.__hash__

    ledger = Ledger(documents=lambda status: records, places=list, generation=lambda: 1)
    return Names.of(cast(Any, SimpleNamespace(ledger=ledger, index=None)))


def test_a_document_without_a_state_has_that_of_its_body_or_place() -> None:
    body = "Harrowmere Custody Council"
    names = _names(
        first=("Quellmoor Prison", body, "Lithuania"), reply=("Quellmoor Prison", None, None), second=(None, body, None)
    )
    assert {name for name, words in names.states.items() if "lithuanian" in words} == {"first", "reply", "second"}


def test_where_the_others_disagree_or_share_ordinary_words_alone_no_state_is_taken() -> None:
    names = _names(
        first=("Quellmoor Prison", "Committee of Inspection", "Lithuania"),
        other=("Quellmoor Prison", "Public Defender", "Latvia"),
        reply=("Quellmoor Prison", None, None),
        letter=(None, "Committee of Inspection", None),
    )
    assert names.states["reply"] == names.states["letter"] == frozenset()


def test_peoples_and_regions_name_a_state_where_they_are_written_as_names() -> None:
    names = _names(first=("Quellmoor Prison", None, "Croatia"), other=("Tarnholm Prison", None, "Fiji"))
    for question in ("Why did the Croats refuse?", "the Balkan prison"):
        assert list(names.documents_named(question)) == ["first"]
    assert list(names.documents_named("the lock-up on the Pacific island")) == ["other"]
    assert not names.documents_named("a pacific mood")
    assert not names.documents_named("the prison in Zagreb")
