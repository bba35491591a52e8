"""Grades are suggested where the evidence is about the very thing and agrees, else left to a person."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.questionnaires.aspects import aspects_of, says
from assistant.questionnaires.grading import grade
from assistant.questionnaires.personal import is_personal
from assistant.questionnaires.practice import Finding
from assistant.questionnaires.stance import Stance

ASKED = "Was the recommendation on segregation beyond 15 days accepted?"
TOPIC = "Recommendation 4: segregation of more than 15 days must end."


def finding(text: str, said: Stance = Stance.FOR, *, about: str = TOPIC, document: str = "d-1") -> Finding:
    passage = SimpleNamespace(heading_path=(), text=f"{about} {text}", locator="4")
    hit = SimpleNamespace(passage=passage, document=SimpleNamespace(document_id=document))
    evidence: Any = SimpleNamespace(hit=hit, text=text)
    return Finding(evidence, said, 1.0)


def graded(asked: str, *found: Finding) -> str | None:
    practice: Any = SimpleNamespace(findings=found, beside=(), missing=(), likely=())
    return grade(asked, practice)[0]


def test_replies_to_the_very_recommendation_that_agree_are_graded() -> None:
    assert graded(ASKED, finding("Accepted.")) == "yes"
    assert graded(ASKED, finding("Partially accepted.")) == "partial"
    assert graded(ASKED, finding("Not accepted.", Stance.AGAINST)) == "no"


@pytest.mark.parametrize(
    "found",
    [
        [finding("Accepted."), finding("Partially accepted.")],
        [finding("Accepted.", about="Recommendation 9: cell bells must be repaired.")],
        [finding("Accepted."), finding("Accepted.", document="d-2")],
        [],
    ],
)
def test_what_differs_or_is_of_another_matter_is_left_open(found: list[Finding]) -> None:
    assert graded(ASKED, *found) is None


def test_what_was_accepted_stays_so_where_it_was_not_implemented() -> None:
    assert graded(ASKED, finding("Accepted."), finding("The recommendation has not been implemented.")) == "yes"


def test_one_thing_that_did_not_happen_is_no_denial_of_any() -> None:
    text = "The police had not visited the cell."
    assert graded("Did the mechanism visit any police cells?", finding(text, Stance.AGAINST)) is None


def test_what_is_only_recommended_decides_nothing() -> None:
    wanted = [finding("Cells should be heated.", Stance.ASKED_FOR), finding("Heat all cells.", Stance.ASKED_FOR)]
    assert graded("Are cells heated?", *wanted) is None


def test_a_sentence_that_the_model_takes_for_an_answer_outweighs_a_word_that_nobody_uses() -> None:
    one = finding("The cells of wing B are not heated.", Stance.AGAINST)

    def of(read: float) -> str | None:
        likely = (SimpleNamespace(evidence=one.evidence, read=read),)
        practice: Any = SimpleNamespace(findings=(one,), beside=(), missing=("snug",), likely=likely)
        return grade("Are cells kept snug and heated?", practice)[0]

    assert of(1.5) == "no"
    assert of(-0.5) is None


def test_a_safeguard_beside_a_hazard_is_graded_and_the_hazard_is_not() -> None:
    spoken = Finding(
        finding("Reasons were not given in 39 decisions.", Stance.AGAINST).evidence, Stance.AGAINST, 1.0, True
    )
    assert graded("Do decisions on isolation give reasons?", spoken) == "no"
    assert graded("Are children isolated?", spoken) is None


@pytest.mark.parametrize(
    ("question", "aspect", "sentence"),
    [
        ("Is the team let in at once?", "access to places", "we were kept in the street for half an hour"),
        ("Does the number of inmates exceed the approved places?", "overcrowding", "it held 90 men for 60 places"),
        ("Do officers wear a name badge?", "marks by which staff are known", "their faces were covered"),
    ],
)
def test_a_matter_is_known_however_form_and_report_put_it(question: str, aspect: str, sentence: str) -> None:
    found = {one.name: one for one in aspects_of(question)}
    assert aspect in found and says(found[aspect], sentence)


def test_sign_language_is_another_matter_than_a_foreign_one() -> None:
    assert "help with language" in {one.name for one in aspects_of("Are interpreters used for foreigners?")}
    assert "help with language" not in {one.name for one in aspects_of("Are interpreters for sign language used?")}


def test_evidence_of_one_person_is_told_from_that_of_a_place() -> None:
    assert is_personal("One young detainee told us that the cell was cold.")
    assert is_personal("[PERSON 3] waited for a doctor.")
    assert not is_personal("Detainees told us that the cells were cold.")
    assert not is_personal("A detainee may ask for a doctor at any time.")
    assert graded("Are cells cold?", finding("One detainee said that the cell was cold.")) is None
