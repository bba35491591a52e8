"""Reading the passages found again: what is read, what the order becomes, what abstention makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.answers import abstain
from assistant.answers.answering import ask
from assistant.answers.calibration import Calibration, Logistic
from assistant.retrieval.reranking import MOST_READ, read, read_input, rerank, reranked, search_reread
from assistant.retrieval.searching import Hit, search
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from redaction.text import public_text

RECORD = DocumentRecord(
    "d-1", "a.txt", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata("Visit to Oakwick", language="en")
)


class Liking:
    """Scores high what has a word, low what has not, and remembers what it was shown."""

    name = "test/liking"

    def __init__(self, word: str) -> None:
        self._word = word
        self.shown: list[str] = []

    def score(self, question: str, passages: Sequence[str]) -> Any:
        """Return the scores."""
        self.shown += passages
        return np.array([4.0 if self._word in passage else -4.0 for passage in passages], dtype=np.float32)


def hit(name: str, text: str, score: float) -> Hit:
    passage = Passage(name, "d-1", 0, public_text(text), name, None, "paragraph", heading_path=("Health", "Teeth"))
    return Hit(0, score, passage, RECORD, name)


def test_title_and_headings_are_read_with_the_text() -> None:
    assert read_input(hit("1", "A dentist came.", 1.0)) == "Visit to Oakwick\nHealth\nTeeth\nA dentist came."


def test_only_the_first_are_read_and_they_stay_before_the_rest() -> None:
    hits = [hit(str(n), f"Passage {n} of the wing.", 5.0 - n / 10) for n in range(MOST_READ + 3)]
    seen = read(Liking("Passage 4 "), "Which?", hits)
    assert [one.read is not None for one in seen] == [True] * MOST_READ + [False] * 3
    order = reranked(seen)
    assert order[0].passage.passage_id == "4"
    assert [one.rank for one in order] == list(range(1, len(hits) + 1))
    assert [one.passage.passage_id for one in order[MOST_READ:]] == ["12", "13", "14"]
    assert [one.passage.passage_id for one in reranked(seen, 0.0)] == [one.passage.passage_id for one in hits]
    assert reranked([]) == []


def test_the_probability_is_that_of_the_log_odds_and_never_overflows() -> None:
    one = hit("1", "A dentist came.", 1.0)
    assert one.answers == 0.0
    assert replace(one, read=0.0).answers == 0.5
    assert replace(one, read=-4000.0).answers < 1e-9 and replace(one, read=4000.0).answers > 1 - 1e-9


def test_a_reread_search_asks_the_model_of_the_library(library: Any) -> None:
    liking = Liking("dentist")
    library.reranker = liking
    found = search_reread(library, "What was found at Quellmoor?", k=2)
    assert len(found.hits) == 2 and "dentist" in str(found.hits[0].passage.text)
    library.reranker = None
    plain = search(library, "What was found at Quellmoor?", k=2)
    assert rerank(library, plain) == plain


def test_an_answer_comes_from_what_the_model_read(library: Any) -> None:
    liking = Liking("bells")
    library.reranker = liking
    answer = ask(library, "How many cell bells did not ring at Quellmoor in 2023?")
    assert not answer.abstained and "31" in answer.sentences[0].text
    assert any("96 cell bells" in text for text in liking.shown)
    assert answer.trace.features[-1] == pytest.approx(0.8)


def test_weights_fitted_with_a_reranker_hold_for_that_one_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, with_model = Logistic(0.0, (1.0,), 0.4), Logistic(0.0, (2.0,), 0.4)
    made = Calibration("e", plain, None, None, with_model, "r")
    monkeypatch.setattr(abstain, "calibration_of", lambda _: made)
    assert abstain.weights_for("e", "r") is with_model
    assert abstain.weights_for("e", "other") is plain
    assert abstain.weights_for("e") is plain


def test_what_is_read_counts_only_in_documents_that_the_question_names() -> None:
    query: Any = SimpleNamespace(
        text="What of Oakwick?", places=(), documents={"d-1": ("oakwick",)}, topic=(), needs=(), routes=frozenset(),
        naming_words=frozenset(),
    )  # fmt: skip
    near = replace(hit("1", "A dentist came.", 1.0), read=-2.0)
    far = replace(near, document=replace(RECORD, document_id="d-2"), read=3.0)
    assert abstain.features(query, [far, near], []).read == pytest.approx(-0.4)
    assert abstain.features(query, [hit("1", "A dentist came.", 1.0)], []).read == 0.0
