"""Legal questions and their scorer."""

from __future__ import annotations

from evals.legal import LegalQuestion, legal_questions
from evals.legal.scoring import rank_of
from ingest.instruments.catalogue import load_catalogue
from ingest.passage import Passage
from redaction.text import public_text


def provision(reference: str | None) -> Passage:
    return Passage(f"p-{reference}", "d-1", 0, public_text("words"), "1", None, "article", reference=reference)


def test_the_first_acceptable_provision_or_part_of_one_counts() -> None:
    question = LegalQuestion("development", "q", ("OPCAT:20", "NMR:44"))
    found = [provision(None), provision("OPCAT:2"), provision("OPCAT:20(c)"), provision("NMR:44")]
    assert rank_of(question, found) == 3
    assert rank_of(question, found[:2]) is None
    assert rank_of(question, [provision("X:1")] * 10 + [provision("NMR:44")]) is None


def test_every_question_can_be_answered_from_the_catalogue() -> None:
    known = {str(entry.reference) for entry in load_catalogue().entries}
    questions = legal_questions()
    assert len({question.question for question in questions}) == len(questions) == 100
    for question in questions:
        for wanted in question.accept:
            assert any(held == wanted or held.startswith(f"{wanted}(") for held in known), (question.question, wanted)
