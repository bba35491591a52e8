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
