"""A language model that lies, hangs or talks nonsense changes nothing that is shown unverified."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from assistant.answers.answering import ask
from assistant.models.model_composer import ModelComposer, Reach

QUESTION = "How many cell bells did not ring at Quellmoor in 2023?"
QUOTE = "Of 96 cell bells tested, 31 did not ring."


def scripted(*replies: str) -> ModelComposer:
    """A model that gives these replies."""
    return ModelComposer(
        GenericFakeChatModel(messages=iter([AIMessage(content=reply) for reply in replies])), retries=0
    )


def reply(*sentences: tuple[str, str, str]) -> str:
    """An answer in the format asked for."""
    return json.dumps({"sentences": [{"text": t, "quotes": [{"passage_id": p, "quote": q}]} for t, p, q in sentences]})


def test_a_supported_sentence_is_shown(library: Any) -> None:
    answer = ask(
        library, QUESTION, model=scripted(reply(("31 of the 96 cell bells did not ring.", "p-quellmoor-1", QUOTE)))
    )
    assert answer.sentences[0].text == "31 of the 96 cell bells did not ring."
    assert answer.citations[0].quote == QUOTE


def test_lies_are_withheld_and_counted(library: Any) -> None:
    model = scripted(
        reply(
            ("31 of the 96 cell bells did not ring.", "p-quellmoor-1", QUOTE),
            ("58 of the 96 cell bells did not ring.", "p-quellmoor-1", QUOTE),
            ("All cell bells rang.", "p-quellmoor-1", "All cell bells rang."),
            ("31 cell bells did not ring.", "p-invented", QUOTE),
        )
    )
    answer = ask(library, QUESTION, model=model)
    assert len(answer.sentences) == 1
    assert len(answer.trace.withheld) == 3
    assert "3 sentences withheld" in answer.text


def test_only_lies_fall_back_to_quotations(library: Any) -> None:
    answer = ask(library, QUESTION, model=scripted(reply(("Nothing is wrong.", "p-quellmoor-1", "Nothing is wrong."))))
    assert "31 did not ring" in answer.sentences[0].text


def test_nonsense_falls_back_with_a_notice(library: Any) -> None:
    for nonsense in ("I think so.", "{", '{"sentences": "no"}', '{"sentences": [{"text": 1}]}', "[" * 5000):
        answer = ask(library, QUESTION, model=scripted(nonsense))
        assert "31 did not ring" in answer.sentences[0].text
        assert "model_answer_invalid" in answer.text


def test_a_hanging_model_falls_back(library: Any) -> None:
    class Hanging:
        def stream(self, input: Any) -> Any:
            time.sleep(5)
            yield ""

    answer = ask(library, QUESTION, model=ModelComposer(Hanging(), timeout=0.05))
    assert "31 did not ring" in answer.sentences[0].text
    assert "model_unavailable" in answer.text


def test_links_of_a_model_are_not_shown(library: Any) -> None:
    text = "31 of the 96 cell bells did not ring ![x](http://evil.invalid/a) <img src=x>."
    answer = ask(library, QUESTION, model=scripted(reply((text, "p-quellmoor-1", QUOTE))))
    assert "http" not in answer.text
    assert "<img" not in answer.text


@pytest.mark.parametrize("reach", [Reach.ELSEWHERE, Reach.THIS_MACHINE])
def test_a_model_outside_the_process_gets_nothing_without_a_redactor(library: Any, reach: Reach) -> None:
    class Remote:
        def stream(self, input: Any) -> Any:
            raise AssertionError("something was sent")

    answer = ask(library, QUESTION, model=ModelComposer(Remote(), reach=reach))
    assert "31 did not ring" in answer.sentences[0].text


def test_an_empty_list_is_said_and_quotations_shown(library: Any) -> None:
    answer = ask(library, QUESTION, model=scripted('{"sentences": []}'))
    assert "31 did not ring" in answer.sentences[0].text
    assert "found no answer in the passages" in answer.text


def test_what_a_model_thinks_aloud_is_no_answer(library: Any) -> None:
    thought = f"<think>maybe {reply(('It was 58.', 'p-quellmoor-1', QUOTE))}</think>"
    answer = ask(library, QUESTION, model=scripted(thought + reply(("31 bells did not ring.", "P1", QUOTE))))
    assert [sentence.text for sentence in answer.sentences] == ["31 bells did not ring."]


def test_a_form_that_is_only_repeated_is_no_answer(library: Any) -> None:
    answer = ask(library, QUESTION, model=scripted(reply(("...", "...", "..."))))
    assert "31 did not ring" in answer.sentences[0].text
    assert not answer.trace.withheld


def test_what_could_not_be_read_is_asked_for_again_in_other_words(library: Any) -> None:
    asked: list[str] = []

    class Improving:
        def stream(self, input: Any) -> Any:
            asked.append(input)
            yield "Of course!" if len(asked) == 1 else reply(("31 of the 96 cell bells did not ring.", "P1", QUOTE))

    answer = ask(library, QUESTION, model=ModelComposer(Improving(), retries=1))
    assert answer.sentences[0].text == "31 of the 96 cell bells did not ring."
    assert len(asked) == 2
    assert asked[1].startswith(asked[0])
    assert asked[1] != asked[0]
