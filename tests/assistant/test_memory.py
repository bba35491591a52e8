"""Conversations are stored redacted or not at all."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from assistant.answers.answering import ask
from redaction.errors import DetectorFailed
from redaction.text import restore


class Masking:
    """A redactor that masks one invented name."""

    def redact(self, segments: list[str], decisions: Any = None) -> Any:
        masked = tuple(restore(segment.replace("Ulla Fennick", "[PERSON 1]")) for segment in segments)
        return SimpleNamespace(
            segments=masked, spans=tuple(m for m, s in zip(masked, segments, strict=True) if m != s), residue=()
        )


class Failing:
    """A redactor that cannot work."""

    def redact(self, segments: list[str], decisions: Any = None) -> Any:
        raise DetectorFailed("no model", hint="install it")


def test_a_turn_is_stored_masked_and_the_user_is_told(library: Any) -> None:
    question = "Did Ulla Fennick say how many cell bells did not ring at Quellmoor?"
    answer = ask(library, question, conversation="first", redactor=Masking())  # type: ignore[arg-type]
    stored = library.ledger.conversations.load("first")
    assert len(stored) == 1
    assert "Fennick" not in str(stored[0].question) + str(stored[0].answer)
    assert "masked" in answer.text


def test_the_next_turn_knows_the_first(library: Any) -> None:
    ask(library, "How many people did Quellmoor hold in 2023?", conversation="second", redactor=Masking())  # type: ignore[arg-type]
    answer = ask(library, "And at the follow-up?", conversation="second", redactor=Masking())  # type: ignore[arg-type]
    assert any("455" in citation.quote for citation in answer.citations)
    assert len(library.ledger.conversations.load("second")) == 2


def test_without_redaction_nothing_is_stored(library: Any) -> None:
    ask(library, "How many cell bells?", conversation="third")
    answer = ask(library, "How many cell bells?", conversation="third", redactor=Failing())  # type: ignore[arg-type]
    assert library.ledger.conversations.load("third") == []
    assert "not stored" in answer.text
