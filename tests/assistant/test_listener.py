"""What a caller is told while an answer comes about: status first, every sentence verified, in the answer's order."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.listener import Lead, Shown, Status, Told
from assistant.answers.verify import folded


@pytest.mark.parametrize(
    "question",
    [
        "How many cell bells did not ring at Quellmoor in 2023?",
        "How many recommendations were made to the Prison Board?",
        "Which OPCAT article forbids reprisals against people who give information?",
        "Compare how many people Quellmoor held at the two visits",
        "Which reports do you have?",
        "What is the name of the man held for 64 days at Quellmoor?",
    ],
)
def test_what_was_told_is_what_is_answered(library: Any, question: str) -> None:
    news: list[Told] = []
    answer = ask(library, question, listener=news.append)
    told = [one for one in news if isinstance(one, Shown)]
    assert [one.sentence for one in told] == list(answer.sentences)
    cited = [citation.n for one in told for citation in one.citations]
    assert sorted(cited) == [citation.n for citation in answer.citations]
    passages = library.ledger.passages([citation.passage_id for citation in answer.citations])
    for one in told:
        assert all(citation.n in one.sentence.citations for citation in one.citations)
        assert all(folded(c.quote) in folded(str(passages[c.passage_id].text)) for c in one.citations)


def test_the_search_is_told_before_the_first_sentence(library: Any) -> None:
    news: list[Told] = []
    ask(library, "Did the cell bells ring at Quellmoor in 2023?", listener=news.append)
    stages = [one.stage for one in news if isinstance(one, Status)]
    assert stages == ["searching", "reading"]
    first = next(at for at, one in enumerate(news) if isinstance(one, Shown))
    assert all(isinstance(one, Status) for one in news[:first])
    assert any(isinstance(one, Status) and one.passages > 0 and one.documents > 0 for one in news)


def test_a_refusal_is_told_as_one(library: Any) -> None:
    news: list[Told] = []
    answer = ask(library, "Did Tarnholm buy new helicopters?", listener=news.append)
    assert [one for one in news if isinstance(one, Lead)] == [Lead(answer.text, refused=True)]
    assert not any(isinstance(one, Shown) for one in news)


def test_a_count_is_told_before_its_rows(library: Any) -> None:
    news: list[Told] = []
    answer = ask(library, "How many recommendations were made to the Prison Board?", listener=news.append)
    kinds = [type(one) for one in news]
    assert kinds.index(Lead) < kinds.index(Shown)
    assert answer.lead == next(one.text for one in news if isinstance(one, Lead))
