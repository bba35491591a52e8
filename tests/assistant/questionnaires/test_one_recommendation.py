"""Questions on one recommendation are answered by what became of it, not of others."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.comparing.standing import Outcome
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.questionnaires.aspects import aspects_of, is_of_one_recommendation
from assistant.questionnaires.grading import grade
from assistant.questionnaires.linked import Fate
from assistant.questionnaires.matter import matter_of
from assistant.questionnaires.personal import asks_for_person
from assistant.questionnaires.practice import Finding
from assistant.questionnaires.question import is_minor
from assistant.questionnaires.ranking import doubted
from assistant.questionnaires.stance import Stance
from ingest.embedding.embedder import ShippedEmbedder
from ingest.passage import Filters

NO_NAMES = Names((), {}, {})


def fate(text: str, verified: Outcome | None = None, claimed: str | None = None) -> Fate:
    entry: Any = SimpleNamespace(text=text)
    return Fate(entry, verified, claimed, ())


def graded(asked: str, *fates: Fate, found: tuple[Finding, ...] = (), bound: bool = False) -> str | None:
    query = understand(asked, NO_NAMES, Filters())
    practice: Any = SimpleNamespace(findings=found, beside=(), missing=(), likely=(), query=query)
    return grade(asked, practice, fates, bound=bound)[0]


def finding(text: str, said: Stance, around: str) -> Finding:
    passage = SimpleNamespace(heading_path=(), text=around, locator="1")
    evidence: Any = SimpleNamespace(
        hit=SimpleNamespace(passage=passage, document=SimpleNamespace(document_id="d-1")), text=text
    )
    return Finding(evidence, said, 1.0)


@pytest.mark.parametrize(
    ("outcome", "grade_"),
    [(Outcome.ACHIEVED, "yes"), (Outcome.PARTLY, "partial"), (Outcome.NOT_ACHIEVED, "no")],
)
def test_what_a_visit_found_of_it_is_the_grade(outcome: Outcome, grade_: str) -> None:
    asked = "Was the recommendation on night staffing implemented?"
    assert graded(asked, fate("Increase night staffing to four nurses.", outcome)) == grade_
    assert graded(asked, fate("Repair the showers of the ward.", outcome)) is None


@pytest.mark.parametrize(
    ("claimed", "grade_"), [("accepted", "yes"), ("partly accepted", "partial"), ("rejected", "no"), (None, None)]
)
def test_what_the_authority_answered_is_the_grade_of_acceptance(claimed: str | None, grade_: str | None) -> None:
    asked = "The recommendation on solitary confinement was accepted."
    assert graded(asked, fate("Limit solitary confinement to 14 days.", None, claimed)) == grade_


def test_what_says_neither_contradicts_no_verdict() -> None:
    around = "Recommendation 3 (night staffing): partly implemented. Three nurses were on duty at night; staffing rose."
    told = finding("Recommendation 3 (night staffing): partly implemented.", Stance.FOR, around)
    silent = finding("Three nurses were on duty at night.", Stance.SILENT, around)
    asked = "Was the recommendation on the night staffing implemented?"
    assert graded(asked, found=(told, silent)) == "partial"
    other = finding("The recommendation on night staffing was not implemented.", Stance.AGAINST, around)
    assert graded(asked, found=(told, other)) is None


def test_an_end_that_is_written_down_is_nothing_to_be_ended() -> None:
    kept = fate("Keep a register of every use of restraint, with start, end and reason.", Outcome.ACHIEVED)
    asked = "Is a register of restraint kept?"
    assert graded(asked, kept) == "yes"
    assert graded("Is a register of restraint kept?", fate("End the register of restraint.", Outcome.ACHIEVED)) is None


def test_every_means_every_place_only_where_none_is_named() -> None:
    kept = fate("Keep a register of every use of restraint.", Outcome.ACHIEVED)
    asked = "Is a register kept of every use of restraint?"
    assert graded(asked, kept) is None
    assert graded(asked, kept, bound=True) == "yes"


def test_one_recommendation_is_told_from_all() -> None:
    one, all_ = "Was the recommendation on showers implemented?", "Were the recommendations implemented?"
    assert is_of_one_recommendation(one) and not is_of_one_recommendation(all_)
    assert all(each.with_topic for each in aspects_of(one) if "recommendations" in each.name)
    assert any(not each.with_topic for each in aspects_of(all_) if "recommendations" in each.name)
    assert [need.label for need in matter_of(understand(one, NO_NAMES, Filters()))] == ["showers"]


@pytest.mark.parametrize(
    ("number", "above", "minor"),
    [("2.1", "2", True), ("2.1", "2.", True), ("2a", "2", True), ("12.1", "2", False), ("3", "2", False),
     ("2.1", "", False), ("b", "", True)],
)  # fmt: skip
def test_a_nested_number_is_an_item_of_the_one_above(number: str, above: str, minor: bool) -> None:
    assert is_minor(number, above) is minor


def test_a_person_is_asked_for_by_the_word_and_by_the_meaning() -> None:
    embedder = ShippedEmbedder()
    assert asks_for_person("State the name of the person who was restrained longest.", embedder)
    assert asks_for_person("Name the patient restrained longest.", embedder)
    assert not asks_for_person("Name the prisons visited last year.", embedder)
    assert not asks_for_person("What compensation have relatives of the deceased received?", embedder)


def test_sentences_that_the_model_takes_for_no_answer_are_doubted() -> None:
    reader = SimpleNamespace(score=lambda _question, texts: [-4.0 if "retired" in text else 1.0 for text in texts])
    library: Any = SimpleNamespace(reranker=reader)
    assert doubted(library, "Are juveniles apart?", ["An officer is retired.", "They are apart."]) == {
        "An officer is retired."
    }
    assert doubted(SimpleNamespace(), "Are juveniles apart?", ["An officer is retired."]) == frozenset()  # type: ignore[arg-type]
