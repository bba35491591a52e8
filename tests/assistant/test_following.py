"""Follow-ups keep to what was shown before, and change one thing of the question before."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Turn
from assistant.answers.answering import ask
from assistant.answers.conversation import resolve
from assistant.question.naming import Names
from assistant.question.refining import refine
from assistant.question.slots import replace_slots

LIST = "Which recommendations were made at Quellmoor in 2023?"
NAMES = Names(
    places=("Quellmoor Prison", "Tarnholm Police Station"), called=" quellmoor prison | tarnholm police station "
)


def _history(library: Any, question: str) -> list[Turn]:
    answer = ask(library, question)
    passages = tuple(citation.passage_id for citation in answer.citations)
    return [Turn("user", question), Turn("assistant", answer.text, tuple(row["id"] for row in answer.rows), passages)]


def test_which_of_them_filters_the_entries_shown(library: Any) -> None:
    answer = ask(library, "Which of them were rejected?", history=_history(library, LIST))
    assert [row["id"] for row in answer.rows] == ["r-quellmoor-2"]
    assert "among the 3 shown before" in answer.text


def test_none_of_them_is_said_as_none(library: Any) -> None:
    answer = ask(library, "How many of these concern interpreters?", history=_history(library, LIST))
    assert (answer.count, answer.abstained) == (0, False)


def test_why_gives_the_reply_with_its_reason(library: Any) -> None:
    history = _history(library, "Which recommendations were rejected?")
    answer = ask(library, "Why?", history=history)
    assert any("because each case must be judged by itself" in sentence.text for sentence in answer.sentences)


def test_an_ordinal_is_that_of_the_list(library: Any) -> None:
    answer = ask(library, "Give me the second one", history=_history(library, LIST))
    assert answer.sentences[0].text.startswith("Recommendation 2")


def test_another_addressee_of_the_same_documents(library: Any) -> None:
    history = _history(library, "Which recommendations were made to the Prison Board?")
    answer = ask(library, "And to the Minister of Justice?", history=history)
    assert [row["id"] for row in answer.rows] == ["r-quellmoor-2"]


def test_nothing_shown_nothing_followed(library: Any) -> None:
    history = [Turn("user", "What about the sauna?"), Turn("assistant", "Not found in 3 documents.")]
    assert not ask(library, "Why?", history=history).rows


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("only for women", "What was recommended about cell bells at Quellmoor for women?"),
        ("since 2024", "What was recommended about cell bells at Quellmoor since 2024?"),
        ("And before March 2023?", "What was recommended about cell bells at Quellmoor before March 2023?"),
        ("What about food and work?", "What was recommended about food and work at Quellmoor?"),
    ],
)
def test_one_thing_is_changed(question: str, written: str) -> None:
    assert replace_slots(question, "What was recommended about cell bells at Quellmoor?", NAMES) == written


@pytest.mark.parametrize(
    ("question", "earlier", "written"),
    [
        ("And children?", "How many prisoners were at Quellmoor?", "How many children were at Quellmoor?"),
        ("What about the dentist?", "How many cells has Quellmoor?", "What was found about dentist at Quellmoor?"),
        ("And in 2026?", "What was found at Quellmoor in 2023?", "What was found at Quellmoor in 2026?"),
        ("since 2025", "What was recommended in 2023?", "What was recommended since 2025?"),
        ("And two years later?", "What was found at Quellmoor?", None),
        ("And if nobody comes?", "What was found at Quellmoor?", None),
    ],
)
def test_a_group_or_a_fact_is_changed(question: str, earlier: str, written: str | None) -> None:
    assert replace_slots(question, earlier, NAMES) == written


@pytest.mark.parametrize(
    ("question", "earlier", "written"),
    [
        (
            "which ones were not?",
            "How many recommendations at Quellmoor were implemented?",
            "Which recommendations at Quellmoor were not implemented?",
        ),
        (
            "Which were accepted?",
            "How many recommendations did Quellmoor get?",
            "Which recommendations did Quellmoor get that were accepted?",
        ),
        ("which ones were not?", "How many recommendations did Quellmoor get?", None),
    ],
)
def test_a_count_is_narrowed(question: str, earlier: str, written: str | None) -> None:
    assert refine(question, earlier) == written


def test_there_is_the_place_named_before() -> None:
    history = [Turn("user", "What was recommended at Quellmoor?"), Turn("assistant", "Two things.")]
    asked = resolve("How many prisoners were held there?", history, NAMES)
    assert asked.question == "How many prisoners were held at Quellmoor?"


def test_the_recommendation_points_back() -> None:
    history = [Turn("user", "What was found about bells at Quellmoor?"), Turn("assistant", "Bells did not ring.")]
    asked = resolve("Was the recommendation repeated?", history, NAMES)
    assert "quellmoor" in asked.carried and "bells" in asked.carried


def test_what_got_worse_is_asked_of_the_place_named_before() -> None:
    history = [Turn("user", "What has changed at Quellmoor since 2021?"), Turn("assistant", "Nothing.")]
    assert resolve("What got worse?", history, NAMES).question == "What got worse at Quellmoor?"
    assert resolve("What did the ministry answer?", history, NAMES).rewritten


def test_an_introduction_is_no_part_of_the_question() -> None:
    asked = "My name is Zora Vell, born 3 May 1990. What was found about food at Quellmoor?"
    found = resolve(asked, (), Names(places=("Quellmoor Prison",)))
    assert found.question == "What was found about food at Quellmoor?"
    assert found.rewritten


def test_what_code_said_of_its_answer_is_not_carried_on() -> None:
    history = [
        Turn("user", "How many recommendations on food were made at Quellmoor?"),
        Turn(
            "assistant", "3 of 9. Counted: recommendations; about: food; 2 documents; 9 looked at. Warm the meals. [1]"
        ),
    ]
    carried = resolve("Why not?", history, Names(places=("Quellmoor Prison",))).carried
    assert "food" in carried
    assert not {"counted", "documents", "looked"} & set(carried.casefold().split())


def test_the_others_are_those_of_the_list_that_a_part_left_out(library: Any) -> None:
    history = _history(library, "What was recommended to Quellmoor Prison?")
    assert len(history[1].entries) == 3
    part = ask(library, "And which of them were rejected?", history=history)
    history += [Turn("user", "And which of them were rejected?"), Turn("assistant", part.text, ("r-quellmoor-2",))]
    answer = ask(library, "What about the other ones?", history=history)
    assert [row["id"] for row in answer.rows] == ["r-quellmoor-1", "r-quellmoor-3"]


def test_the_same_question_elsewhere_is_not_answered_from_the_frame_of_a_report(library: Any) -> None:
    history = _history(library, "What did the visit to Quellmoor find about separation?")
    answer = ask(library, "Same question for Tarnholm", history=history)
    assert answer.abstained


def test_what_was_answered_is_told_of_each(library: Any) -> None:
    answer = ask(
        library,
        "And what was answered?",
        history=_history(library, "Which recommendations were made at Quellmoor in 2023?"),
    )
    assert any("each case must be judged by itself" in sentence.text for sentence in answer.sentences)
    assert "on file: 3" in answer.text


def test_the_second_one_is_that_of_the_longer_list(library: Any) -> None:
    history = _history(library, LIST)
    history += [
        Turn("user", "Which of them were implemented?"),
        Turn("assistant", "One.", ("r-quellmoor-1",), ("p-quellmoor-4",)),
    ]
    answer = ask(library, "What about the second one?", history=history)
    assert any("each case must be judged by itself" in sentence.text for sentence in answer.sentences)
