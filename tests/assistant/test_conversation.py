"""Follow-ups are written out, questions that stand by themselves are left alone, and doubt asks back."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Reason, Turn
from assistant.answers.answering import ask
from assistant.answers.conversation import resolve
from assistant.question.naming import Names

NAMES = Names(places=("Quellmoor Prison", "Tarnholm Police Station"))
HISTORY = (
    Turn("user", "What did the inspectors recommend about separation at Quellmoor?"),
    Turn("assistant", "Recommendation 2: The Minister of Justice should limit separation to 15 days."),
)


@pytest.mark.parametrize(
    "question",
    [
        "How many recommendations were rejected?",
        "What is the waiting time for a dentist?",
        "What does article 21 of OPCAT say?",
        "Who should repair the cell bells?",
        "List good practice",
        "Which places were visited in 2025?",
        "Is food mentioned in the reports?",
    ],
)
def test_a_question_that_stands_alone_is_not_rewritten(question: str) -> None:
    assert not resolve(question, HISTORY, NAMES).rewritten


@pytest.mark.parametrize(
    "question",
    ["and what did they answer?", "why?", "did they accept that one?", "and in 2025?", "which of those concern women?",
     "what was recommended?", "How often was it used?"],
)  # fmt: skip
def test_a_follow_up_is_written_out(question: str) -> None:
    assert "quellmoor" in resolve(question, HISTORY, NAMES).question.casefold()


def test_only_the_place_is_taken_over_where_only_it_is_missing() -> None:
    assert resolve("Were there any injuries?", HISTORY, NAMES).carried == "quellmoor"


def test_an_answer_is_found_through_the_conversation(library: Any) -> None:
    answer = ask(library, "and what did they answer?", history=HISTORY)
    assert any("rejected recommendation 2" in sentence.text for sentence in answer.sentences)


@pytest.mark.parametrize("question", ["why?", "and what did they answer?"])
def test_a_follow_up_of_nothing_asks_back(library: Any, question: str) -> None:
    answer = ask(library, question)
    assert answer.reason is Reason.AMBIGUOUS
    assert "Quellmoor Prison" in answer.text


def test_a_number_that_fits_two_reports_asks_back(library: Any) -> None:
    answer = ask(library, "What is the status of recommendation 1?")
    assert answer.reason is Reason.AMBIGUOUS
    assert "Visit to Quellmoor Prison" in answer.text
    assert ask(library, "What is the status of recommendation 1 at Tarnholm?").reason is not Reason.AMBIGUOUS


def test_an_empty_library_says_how_to_fill_it(empty: Any) -> None:
    answer = ask(empty, "What was found about cell bells?")
    assert answer.abstained
    assert "opcat ingest" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Are prisoners told about their rights?",
        "Which provision obliges the State to give mechanisms the resources they need?",
        "Do detainees know when they will be released?",
        "What did they find about bedding?",
    ],
)
def test_a_pronoun_that_the_question_explains_is_no_follow_up(library: Any, question: str) -> None:
    assert not resolve(question, HISTORY, NAMES).rewritten
    assert ask(library, question).reason is not Reason.AMBIGUOUS


def test_a_ward_is_there_as_part_of_its_prison() -> None:
    names = Names(places=("Quellmoor Prison",), told=lambda name: name in ("Dormitory 4", "Quellmoor Prison"))
    history = [Turn("user", "How many men slept in Dormitory 4 at Quellmoor Prison?"), Turn("assistant", "58 men.")]
    resolved = resolve("And a year later, how many were there?", history, names)
    assert resolved.question == "And a year later, how many were at Dormitory 4 at Quellmoor Prison?"
