"""Questions over HTTP as they go, and language models on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.errors import Unfit
from api.settings import load_settings
from api.wiring import composer
from assistant.errors import InvalidModel

SSE = {"accept": "text/event-stream"}


def events(text: str) -> list[tuple[str, Any]]:
    found = []
    for block in text.strip().split("\n\n"):
        if not block.startswith(":"):
            name, _, data = block.partition("\n")
            found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def test_a_stream_tells_status_citations_and_sentences_before_the_answer(client: TestClient) -> None:
    asked = {"question": "What was recommended about segregation?"}
    stream = client.post("/v1/ask", json=asked, headers=SSE)
    news = events(stream.text)
    names = [name for name, _ in news]
    assert names[:2] == ["status", "status"]
    assert names[-1] == "answer" and names.count("answer") == 1
    answer = news[-1][1]
    assert [data for name, data in news if name == "sentence"] == answer["sentences"]
    assert [data for name, data in news if name == "citation"] == answer["citations"]
    known: set[int] = set()
    for name, data in news:
        if name == "citation":
            known.add(data["n"])
        if name == "sentence":
            assert set(data["citations"]) <= known, "a sentence comes after its citations"


def test_how_an_answer_came_about_is_told_on_request(client: TestClient) -> None:
    asked = {"question": "What was recommended about segregation?"}
    assert "trace" not in client.post("/v1/ask", json=asked).json()
    trace = client.post("/v1/ask", json={**asked, "trace": True}).json()["trace"]
    assert trace["route"] and trace["searched"]
    assert any(each["cited"] for each in trace["candidates"])


def test_a_conversation_is_forgotten(client: TestClient) -> None:
    asked = {"question": "What was recommended about segregation?"}
    name = client.post("/v1/ask", json=asked).json()["conversation"]
    assert client.delete(f"/v1/conversations/{name}").json() == {"conversation": name, "deleted": True}
    assert client.delete(f"/v1/conversations/{name}").status_code == 404
    assert client.delete("/v1/conversations/..x").status_code == 400


def test_what_is_wrong_is_said_before_a_stream_begins(client: TestClient) -> None:
    for body, status in (
        ({"question": "  "}, 400),
        ({"question": "?!"}, 400),
        ({"question": "x", "theme": "nonsense"}, 400),
        ({"question": "x", "conversation": "../etc"}, 400),
    ):
        answer = client.post("/v1/ask", json=body, headers=SSE)
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("application/problem+json")


def test_a_fault_within_a_stream_is_its_last_event(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    import assistant.answers.answering

    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("text of a document")

    monkeypatch.setattr(assistant.answers.answering, "ask", broken)
    news = events(client.post("/v1/ask", json={"question": "What was found about food?"}, headers=SSE).text)
    assert [name for name, _ in news] == ["error"]
    assert "text of a document" not in json.dumps(news)


def test_a_refusal_is_streamed_as_a_lead(client: TestClient) -> None:
    news = events(client.post("/v1/ask", json={"question": "What is the name of the prisoner?"}, headers=SSE).text)
    assert ("lead", {"text": news[-1][1]["answer"]}) in news
    assert news[-1][1]["reason"] == "identity_request"


@pytest.mark.parametrize(
    "variables",
    [
        {"OPCAT_MODEL": "some-model"},
        {"OPCAT_MODEL": "openai:m"},
        {"OPCAT_MODEL": "ollama:m", "OPCAT_MODEL_URL": "http://192.0.2.1:11434"},
        {"OPCAT_MODEL": "ollama:m", "OPCAT_MODEL_URL": "http://192.0.2.1:11434", "OPCAT_MODEL_REMOTE": "true"},
    ],
)
def test_a_model_that_is_not_allowed_stops(tmp_path: Path, variables: dict[str, str]) -> None:
    with pytest.raises(InvalidModel):
        composer(load_settings(tmp_path, variables))


def test_no_model_is_the_default_and_none_switches_it_off(tmp_path: Path) -> None:
    assert composer(load_settings(tmp_path, {})) is None
    assert composer(load_settings(tmp_path, {"OPCAT_MODEL": "openai:m"}, model="none")) is None


def test_settings_of_a_model(tmp_path: Path) -> None:
    (tmp_path / "opcat.toml").write_text('model = "ollama:m"\nmodel_timeout = 5\nmodel_remote = true\n', "utf-8")
    settings = load_settings(tmp_path, {"OPCAT_MODEL_KEY": "sesame"})
    assert (settings.model, settings.model_timeout, settings.model_remote) == ("ollama:m", 5, True)
    assert "sesame" not in repr(settings)
    for text in ('model_remote = "perhaps"', "model_timeout = 0", "model_retries = 99"):
        (tmp_path / "opcat.toml").write_text(text, "utf-8")
        with pytest.raises(Unfit):
            load_settings(tmp_path, {})


def test_a_remote_model_without_leave_is_an_error_with_a_hint(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "ask", "cell bells", "--model", "openai:m", "--json"]) == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == "invalid_model"
    assert "model_remote" in error["hint"]


def test_ask_prints_each_part_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = "How many recommendations did the Tarnwick report make?"
    assert run(["--home", str(home), "ask", question, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert run(["--home", str(home), "ask", question]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("Counted: recommendations") == 1
    for sentence in answer["sentences"][:3]:
        assert " ".join(sentence["text"].split()) in shown
    assert shown.count("Searched ") == 1


def test_a_question_of_ten_thousand_characters(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "What was found about segregation? "
    fits = (words + "and so on " * 1000)[:10_000]
    assert run(["--home", str(home), "ask", fits, "--json"]) == 0
    assert "answer" in json.loads(capsys.readouterr().out)
    assert run(["--home", str(home), "ask", fits + "x", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "question_too_long"


def test_an_empty_library_says_how_to_add_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(tmp_path / "new"), "ask", "What was found about food?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["abstained"] and "opcat ingest" in answer["answer"]
