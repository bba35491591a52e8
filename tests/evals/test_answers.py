"""The answer scorer: a right, verified answer scores 1; each fault lowers its own figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer, Citation, Reason, Sentence
from evals.answers import AnswerScore, add_answer, table, table_by_type
from evals.counting import first_number, numbers_in
from evals.leaks import Identifiers
from evals.questions import Evidence, Question
from ingest.passage import Coverage, Passage

DOCS = {"d-1": "01"}
SEARCHED = Coverage(1, 1, 0, 0)
NOBODY = Identifiers(frozenset(), frozenset())
TEXT = "Three of the nine showers were broken."
ASKED = Question("q", "count", "How many?", (Evidence("01", "Three of the nine showers"),), numbers=(3,))
DECLINE = Question("u", "unanswerable", "?", must_abstain=True)


@pytest.fixture
def held(passage: Callable[..., Passage]) -> dict[str, Passage]:
    return {"p-1": passage("p-1", "d-1", TEXT, "2.1")}


def answer(quote: str = TEXT, *, count: int | None = 3, text: str = TEXT, title: str = "Report") -> Answer:
    citation = Citation(1, "p-1", "d-1", "a.pdf", title, "visit_report", "2.1", 1, quote, "Report, 2.1, p. 1")
    return Answer(None, text, False, None, SEARCHED, (Sentence(text, (1,)),), (citation,), count)


def judged(
    question: Question, given: Answer | None, held: dict[str, Passage], who: Identifiers = NOBODY
) -> AnswerScore:
    score = AnswerScore()
    add_answer(score, question, given, held, DOCS, who)
    return score


def test_a_right_answer_scores_one(held: dict[str, Passage]) -> None:
    score = judged(ASKED, answer(), held)
    assert score.cited == [("count", 1.0)]
    assert score.precision == [("count", 1.0)]
    assert score.counts == [1.0]
    assert (score.sentences, score.unverified, score.leaks) == (1, 0, 0)


def test_an_altered_quotation_is_unverified(held: dict[str, Passage]) -> None:
    score = judged(ASKED, answer("Four of the nine showers were broken."), held)
    assert score.unverified == 2  # the sentence that rests on it, and the quotation


def test_a_citation_of_nothing_is_unverified_and_no_evidence() -> None:
    score = judged(ASKED, answer(), {})
    assert score.cited == [("count", 0.0)]
    assert score.unverified == 2


def test_counts_are_exact_or_wrong(held: dict[str, Passage]) -> None:
    assert judged(ASKED, answer(count=4), held).counts == [0.0]
    assert judged(ASKED, answer(count=None), held).counts == [1.0]  # "Three" stands in the sentence
    assert judged(ASKED, answer(count=None, text="The nine showers."), held).counts == [0.0]


def test_names_in_any_part_are_leaks(held: dict[str, Passage]) -> None:
    who = Identifiers.of([])
    assert judged(ASKED, answer(title="Report on Quibell"), held, who).leaks == 0
    from evals.leaks import _pattern

    who = Identifiers(frozenset({"Quibell"}), frozenset(), _pattern({"Quibell"}))
    assert judged(ASKED, answer(title="Report on Quibell"), held, who).leaks == 1


def test_declining(held: dict[str, Passage]) -> None:
    declined = Answer(None, "Not found.", True, Reason.NOT_IN_CORPUS, SEARCHED)
    score = AnswerScore()
    for question, given in [(DECLINE, declined), (DECLINE, answer()), (ASKED, declined), (ASKED, answer())]:
        add_answer(score, question, given, held, DOCS, NOBODY)
    assert score.abstention() == (0.5, 0.5)
    assert score.cited == [("count", 0.0), ("count", 1.0)]  # nothing is asked of what must be declined
    assert table_by_type("tiny", score).cell("unanswerable", "declined") == "1/2"


def test_an_error_is_a_wrong_answer(held: dict[str, Passage]) -> None:
    score = judged(ASKED, None, held)
    assert score.cited == [("count", 0.0)]
    assert score.counts == [0.0]
    assert score.declined == [("count", False, False)]


def test_what_does_not_apply_is_not_zero() -> None:
    shown = table({"tiny": judged(DECLINE, answer(), {})})
    assert shown.cell("evidence among the citations", "tiny") is None
    assert shown.cell("counts exact", "tiny") is None


def test_where_nothing_is_counted_the_first_number_shown_decides(held: dict[str, Passage]) -> None:
    assert judged(ASKED, answer(count=None), held).counts == [1.0]
    called = "Recommendations 3 to 7 concern the Ministry, in 2 parts."
    assert judged(ASKED, answer(called, count=None, text=called), held).counts == [0.0]


def test_what_only_names_a_thing_counts_nothing() -> None:
    assert first_number("In 2024 recommendations 3, 5 and 9 were among the eight.") == 8
    assert first_number("Concern 2.") is None


def test_numbers_of_an_answer_key() -> None:
    assert numbers_in("Two (3 and 7).") == [2]
    assert numbers_in("Five accepted, two partly, one rejected") == [5, 2, 1]
    assert numbers_in("up 43.7% in the network, 12% or para 2.14") == []
