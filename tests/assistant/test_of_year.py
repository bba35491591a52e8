"""A number of another year is no answer, and a paraphrase is no lack of a year."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.of_year import lacks_year
from assistant.question.naming import Names
from assistant.question.query import understand


def evidence(*sentences: str, visit: str | None = "2023-03-04") -> Any:
    """The sentences of one passage of a report of 2023."""
    metadata = SimpleNamespace(visit_start=visit, visit_end=visit, published=None, title="Visit to Quellmoor")
    document = SimpleNamespace(metadata=metadata, document_id="d-1")
    passage = SimpleNamespace(text=" ".join(sentences), heading_path=())
    return [SimpleNamespace(text=text, hit=SimpleNamespace(passage=passage, document=document)) for text in sentences]


@pytest.mark.parametrize(
    ("question", "sentence", "lacking"),
    [
        ("How many times were belts used in 2023?", "In 2022 belts were used 38 times, 21 in 2021.", True),
        ("How many times were belts used in 2022?", "In 2022 belts were used 38 times, 21 in 2021.", False),
        ("How many times were belts used in 2023?", "Belts were used 38 times.", False),
        ("How many belts were used in 2019?", "The last visit with belts took place in 2019.", True),
        ("Were belts used in 2023?", "Belts were used, as in 2022.", False),
    ],
)
def test_a_number_is_of_the_year_that_is_said(question: str, sentence: str, lacking: bool) -> None:
    assert lacks_year(understand(question, Names()), evidence(sentence)) is lacking


def test_what_is_said_in_other_words_lacks_no_year() -> None:
    query = understand("How many people were queuing for the barber in 2019?", Names())
    assert not lacks_year(query, evidence("The list bore 88 names."))
