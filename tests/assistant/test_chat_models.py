"""Language models by settings: which are allowed, what leaves, and what comes back from a server on loopback."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.listener import Shown, Told
from assistant.errors import InvalidModel, ModelNotInstalled
from assistant.models import chat_models
from assistant.models.chat_models import ModelChoice, model_composer, reach_of
from assistant.models.model_composer import Reach
from redaction.redactor import Redactor
from tests.assistant.loopback_model import Script, served

QUESTION = "How many cell bells did not ring at Quellmoor in 2023?"
QUOTE = "Of 96 cell bells tested, 31 did not ring."
TRUE = {"text": "31 of the 96 cell bells did not ring.", "quotes": [{"passage_id": "P1", "quote": QUOTE}]}
FALSE = {"text": "58 of the 96 cell bells did not ring.", "quotes": [{"passage_id": "P1", "quote": QUOTE}]}


def reply(*sentences: dict[str, Any]) -> str:
    return json.dumps({"sentences": list(sentences)})


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.mark.parametrize(
    ("choice", "reach"),
    [
        (ModelChoice("ollama:some-model"), Reach.THIS_MACHINE),
        (ModelChoice("llamacpp:m"), Reach.THIS_MACHINE),
        (ModelChoice("llamacpp:/models/m.gguf"), Reach.THIS_MACHINE),
        (ModelChoice("openai:m", url="http://localhost:1234/v1"), Reach.THIS_MACHINE),
        (ModelChoice("openai:m", url="http://[::1]:1234/v1"), Reach.THIS_MACHINE),
        (ModelChoice("openai:m", remote=True), Reach.ELSEWHERE),
        (ModelChoice("anthropic:m", remote=True), Reach.ELSEWHERE),
        (ModelChoice("langchain_other.ChatOther:m", remote=True), Reach.ELSEWHERE),
        (ModelChoice("langchain_other.ChatOther:m", url="http://127.0.0.1:1/", remote=True), Reach.ELSEWHERE),
    ],
)
def test_reach_is_told_by_the_address(choice: ModelChoice, reach: Reach) -> None:
    assert reach_of(choice) is reach


@pytest.mark.parametrize(
    "choice",
    [
        ModelChoice("some-model"),
        ModelChoice("ollama:"),
        ModelChoice("os.system:rm"),
        ModelChoice("openai:m"),
        ModelChoice("ollama:m", url="http://192.0.2.7:11434"),
        ModelChoice("ollama:m", url="http://127.0.0.1.example.org/"),
        ModelChoice("langchain_other.ChatOther:m"),
        ModelChoice("ollama:m", url="http://192.0.2.7:11434", remote=True),
        ModelChoice("openai:m", url="file:///etc/passwd", remote=True),
        ModelChoice("openai:m", url="https://user:word@example.org/", remote=True),
    ],
)
def test_what_is_malformed_or_leaves_without_leave_is_refused(choice: ModelChoice) -> None:
    with pytest.raises(InvalidModel) as caught:
        reach_of(choice)
    assert caught.value.hint


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(chat_models, "import_module", absent)
    for name, extra in (("ollama:m", "ollama"), ("openai:m", "openai"), ("anthropic:m", "anthropic")):
        with pytest.raises(ModelNotInstalled) as caught:
            model_composer(ModelChoice(name, url="http://127.0.0.1:9/v1"))
        assert f"opcat-assistant[{extra}]" in caught.value.hint


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(InvalidModel):
        model_composer(ModelChoice("llamacpp:/nowhere/m.gguf"))


def test_the_key_is_not_shown() -> None:
    assert "sesame" not in repr(ModelChoice("openai:m", key="sesame"))


@pytest.fixture
def choice() -> ModelChoice:
    pytest.importorskip("langchain_openai", reason="needs the extra 'openai'")
    return ModelChoice("openai:m", timeout=20)


def test_sentences_come_while_the_model_still_writes(library: Any, redactor: Redactor, choice: ModelChoice) -> None:
    other = {"text": "Staff said that spare parts had been ordered.", "quotes": [
        {"passage_id": "P1", "quote": "Staff said that spare parts had been ordered."}]}  # fmt: skip
    seen: list[tuple[float, str]] = []

    def listen(told: Told) -> None:
        if isinstance(told, Shown):
            seen.append((time.monotonic(), told.sentence.text))

    with served(Script([reply(TRUE, other)], pause=0.02)) as url:
        model = model_composer(replace(choice, url=url))
        answer = ask(library, QUESTION, redactor=redactor, model=model, listener=listen)
        ended = time.monotonic()
    assert [text for _, text in seen] == [TRUE["text"], other["text"]] == [s.text for s in answer.sentences]
    assert ended - seen[0][0] > 0.1, "the first sentence came before the last was written"
    assert "worded by openai:m" in answer.text


def test_only_redacted_text_leaves(library: Any, redactor: Redactor, choice: ModelChoice) -> None:
    script = Script([reply(TRUE)])
    passages = library.ledger.document_passages("d-quellmoor")
    with served(script) as url:
        written = model_composer(replace(choice, url=url)).compose(
            "Did Mr Zebedee Thackery-Owusu say how many cell bells did not ring?",
            [(passage, passage.locator) for passage in passages],
            redactor,
            lambda claim: True,
        )
    assert "cell bells" in json.dumps(script.asked)
    assert "Thackery" not in json.dumps(script.asked)
    assert any("masked before it was sent" in notice for notice in written.notices)


def test_without_a_redactor_nothing_leaves(library: Any, choice: ModelChoice) -> None:
    script = Script([reply(TRUE)])
    with served(script) as url:
        answer = ask(library, QUESTION, model=model_composer(replace(choice, url=url)))
    assert not script.asked
    assert "31 did not ring" in answer.sentences[0].text


def test_lies_are_withheld(library: Any, redactor: Redactor, choice: ModelChoice) -> None:
    with served(Script([reply(FALSE, TRUE)])) as url:
        answer = ask(library, QUESTION, redactor=redactor, model=model_composer(replace(choice, url=url)))
    assert [sentence.text for sentence in answer.sentences] == [TRUE["text"]]
    assert len(answer.trace.withheld) == 1


def test_a_server_without_schemas_is_asked_again_without_one(
    library: Any, redactor: Redactor, choice: ModelChoice
) -> None:
    script = Script([reply(TRUE)], knows_schemas=False)
    with served(script) as url:
        answer = ask(library, QUESTION, redactor=redactor, model=model_composer(replace(choice, url=url)))
    assert answer.sentences[0].text == TRUE["text"]
    assert "response_format" not in script.asked[-1]


def test_a_failure_is_tried_again(library: Any, redactor: Redactor, choice: ModelChoice) -> None:
    script = Script([500, reply(TRUE)])
    with served(script) as url:
        answer = ask(library, QUESTION, redactor=redactor, model=model_composer(replace(choice, url=url)))
    assert answer.sentences[0].text == TRUE["text"]
    assert len(script.asked) == 2


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (Script([503]), "model_unavailable"),
        (Script([307]), "model_unavailable"),
        (Script(["x"], garbage=b"\x00\xff garbage\n\n" * 40), "model_unavailable"),
        (Script([""]), "model_answer_invalid"),
        (Script(["I would rather not say."]), "model_answer_invalid"),
        (Script([reply(TRUE)[:40]]), "model_answer_invalid"),
        (Script(['{"sentences": ' + "[" * 8000]), "model_answer_invalid"),
        (Script(["word " * 6000]), "model_answer_invalid"),
        (Script([reply(TRUE)], pause=5), "model_unavailable"),
    ],
)
def test_every_failure_ends_in_quotations_with_a_notice(
    library: Any, redactor: Redactor, choice: ModelChoice, script: Script, code: str
) -> None:
    began = time.monotonic()
    with served(script) as url:
        quick = replace(choice, url=url, timeout=1.0 if script.pause else 10.0)
        answer = ask(library, QUESTION, redactor=redactor, model=model_composer(quick))
    assert "31 did not ring" in answer.sentences[0].text
    assert code in answer.text
    assert time.monotonic() - began < 12


def test_half_a_reply_keeps_what_was_verified(library: Any, redactor: Redactor, choice: ModelChoice) -> None:
    with served(Script([reply(TRUE, FALSE)[:-60]])) as url:
        answer = ask(library, QUESTION, redactor=redactor, model=model_composer(replace(choice, url=url)))
    assert [sentence.text for sentence in answer.sentences] == [TRUE["text"]]
    assert "did not finish" in answer.text


def test_proxies_and_tracing_of_the_environment_get_nothing(
    library: Any, redactor: Redactor, choice: ModelChoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = Script([reply(TRUE)])
    with served(outside) as proxy, served(Script([reply(TRUE)])) as url:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "OPENAI_PROXY", "OPENAI_BASE_URL", "LANGSMITH_ENDPOINT"):
            monkeypatch.setenv(name, proxy.removesuffix("/v1"))
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_API_KEY", "k")
        answer = ask(library, QUESTION, redactor=redactor, model=model_composer(replace(choice, url=url)))
        time.sleep(0.5)
    assert answer.sentences[0].text == TRUE["text"]
    assert not outside.asked
