"""Provisions looked up by number are quoted whole and in order, with nothing beside them that does not cite them."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.retrieval.sentences import split_sentences, with_heading


def test_an_article_is_quoted_with_all_of_its_parts_in_order(library: Any) -> None:
    answer = ask(library, "What does OPCAT article 21 say?")
    assert [citation.locator for citation in answer.citations] == ["art. 21(1)", "art. 21(2)"]


@pytest.mark.parametrize("question", ["What does OPCAT article 22 say?", "What does art. 19(b) of OPCAT say?"])
def test_a_provision_looked_up_has_no_stray_sentence_of_a_report(library: Any, question: str) -> None:
    answer = ask(library, question)
    assert {citation.kind for citation in answer.citations} == {"catalogue"}
    assert len(answer.sentences) == 1


def test_a_heading_is_joined_to_its_gist() -> None:
    text = "What rest is; eight hours. Rest means eight hours without work. It is granted daily."
    joined = with_heading(split_sentences(text), text)
    assert joined == ["What rest is; eight hours. Rest means eight hours without work.", "It is granted daily."]
    assert with_heading(["Rest."], "Rest.") == ["Rest."]
