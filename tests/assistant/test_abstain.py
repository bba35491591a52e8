"""When nothing is said: years that nothing is of, follow-ups judged by their own words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from assistant.answers.answer import Turn
from assistant.answers.answering import ask
from assistant.answers.lacking import lacks_number, lacks_place
from assistant.answers.nearness import WordVectors
from assistant.question.naming import Names
from assistant.question.query import understand


def test_a_year_to_come_is_not_answered_from_another(library: Any) -> None:
    answer = ask(library, "How many cell bells did not ring at Quellmoor in 2041?")
    assert answer.abstained
    assert not ask(library, "How many cell bells did not ring at Quellmoor in 2023?").abstained


def test_a_follow_up_on_something_else_is_not_answered_by_what_was_said_before(library: Any) -> None:
    asked = "How many cell bells did not ring at Quellmoor in 2023?"
    history = [Turn("user", asked), Turn("assistant", ask(library, asked).text)]
    answer = ask(library, "Does it have a swimming pool?", history=history)
    assert answer.abstained


def test_an_institution_that_no_document_names_is_lacking(library: Any) -> None:
    names = Names.of(library)

    def lacking(question: str) -> bool:
        return lacks_place(understand(question, names), names)

    assert lacking("What did the inspectors find at HMP Farvale?")
    assert lacking("What was found in Farvale Prison about bells?")
    assert not lacking("What was found at Quellmoor Prison?")
    assert not lacking("What did the Prison Board answer?")
    assert not lacking("Do the bells in Farvale ring?")
    assert ask(library, "How many cell bells did not ring at Farvale Prison?").abstained


def test_nothing_near_to_what_is_asked_is_no_answer(library: Any) -> None:
    assert ask(library, "Is acupuncture used at Quellmoor?").abstained
    assert ask(library, "How many men at Quellmoor had tattoos?").abstained
    assert not ask(library, "How long was the dentist's waiting time at Quellmoor?").abstained


def test_a_count_needs_a_sentence_with_a_number(library: Any) -> None:
    names = Names.of(library)
    vectors = WordVectors.of(library.embedder)
    hit = SimpleNamespace(passage=SimpleNamespace(heading_path=()))
    said: Any = [SimpleNamespace(text=text, hit=hit) for text in ("Three cooks left.", "No interpreter came by night.")]
    asked = understand("How many interpreters came by night?", names)
    assert lacks_number(asked, said, vectors)
    told: Any = [SimpleNamespace(text="Two interpreters came by night.", hit=hit)]
    assert not lacks_number(asked, told, vectors)
    assert not lacks_number(understand("Which interpreters came by night?", names), said, vectors)


def test_a_number_in_the_question_is_nothing_that_a_sentence_must_speak_of(library: Any) -> None:
    vectors = WordVectors.of(library.embedder)
    hit = SimpleNamespace(passage=SimpleNamespace(heading_path=()))
    said: Any = [SimpleNamespace(text="The right to a lawyer was used in 13.", hit=hit)]
    asked = understand("In how many files out of eighty was the right to counsel used?", Names.of(library))
    assert not lacks_number(asked, said, vectors)
