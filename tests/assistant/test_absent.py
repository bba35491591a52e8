"""A reply or a later visit that is asked for and not on file."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Reason
from assistant.answers.answering import ask


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
