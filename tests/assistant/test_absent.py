"""A reply or a later visit that is asked for and not on file."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.answer import Reason
from assistant.answers.answering import ask
from assistant.answers.work import Work
from assistant.question.bounds import bounds_of
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.register.absent import absent
from ingest.home import Home

sys.path.insert(0, str(Path(__file__).parent))
from place_library import build


def test_no_later_visit_is_on_file(library: Any) -> None:
    answer = ask(library, "What did the follow-up visit to Tarnholm find?")
    assert answer.abstained and answer.reason is Reason.NOT_IN_CORPUS
    assert "later visit" in answer.text


@pytest.mark.parametrize("question", ["What did the Prison Board answer about the cell bells at Quellmoor?"])
def test_a_reply_on_file_is_told(library: Any, question: str) -> None:
    assert not ask(library, question).abstained


def test_nothing_is_on_file_of_another_year(library: Any) -> None:
    answer = ask(library, "What did the inspectors find at Quellmoor Prison in 2011?")
    assert answer.abstained and "year asked about" in answer.text


def test_a_ministry_that_no_document_names_did_not_reply(library: Any) -> None:
    answer = ask(library, "How did the Ministry of Fisheries answer on the cell bells at Quellmoor?")
    assert answer.abstained and "Ministry of Fisheries" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did the station at Tarnholm answer on interpreters?", True),
        ("What was the reaction to the report on Tarnholm?", True),
        ("What did the governor of Marrowdale answer on cell bells?", False),
        ("What was found at Tarnholm about interpreters?", False),
    ],
)
def test_an_answer_that_is_taken_for_given_is_not_on_file(tmp_path: Path, question: str, told: bool) -> None:
    ledger = build(Home(tmp_path / "home"))
    library: Any = SimpleNamespace(ledger=ledger, index=SimpleNamespace(lexical=lambda *_: []))
    names = Names.of(library)
    query = understand(question, names)
    said = absent(Work(library, query, names, bounds=bounds_of(query, names)), [])
    assert bool(said and said.startswith("No reply to the documents on Tarnholm")) is told
    ledger.close()
