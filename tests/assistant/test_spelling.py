"""Misspelt words of a question."""

from __future__ import annotations

import pytest

from assistant.question.naming import Names
from assistant.question.needs import stemmed
from assistant.question.query import understand
from assistant.question.spelling import corrected_needs
from ingest.passage import Passage
from redaction.text import public_text

TEXT = "The kitchens were cleaned and the menus of the last quarter were held in a binder; staffing was discussed."
PASSAGE = Passage("p-1", "d-1", 0, public_text(TEXT), "1.1", None, "paragraph")


def mended(question: str) -> dict[str, str]:
    return corrected_needs(understand(question, Names()), [PASSAGE], [stemmed(TEXT).present])[1]


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("Who cleans the kithcens?", {"kithcens": "kitchens"}),
        ("How long is a qarter?", {"qarter": "quarter"}),
        ("What about segragation?", {"segragation": "segregation"}),
    ],
)
def test_slips_are_mended_with_words_of_passages_and_of_the_field(question: str, corrected: dict[str, str]) -> None:
    assert mended(question) == corrected


@pytest.mark.parametrize("word", ["mends", "minder", "kitchen", "quarters", "dismissed", "staging", "blinder"])
def test_english_words_are_left_alone(word: str) -> None:
    assert mended(f"What was said of the {word}?") == {}


def test_an_ordinary_word_comes_before_a_short_form_of_the_corpus() -> None:
    text = "ACCTs are opened; the accts were read; accts. Prisoners have access to a doctor within a day."
    passage = Passage("p-2", "d-1", 0, public_text(text), "1.2", None, "paragraph")
    query = understand("Have prisoners acces to a docter?", Names())
    assert corrected_needs(query, [passage], [stemmed(text).present])[1] == {"acces": "access", "docter": "doctor"}
