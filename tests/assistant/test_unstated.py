"""What a question asks by its form, a cause, a moment, a thing, and no sentence says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.lacking import lacks_subject, lacks_thing
from assistant.answers.nearness import WordVectors
from assistant.answers.undone import nothing_later
from assistant.answers.unstated import judges_law, lacks_cause, lacks_moment, whether_of
from assistant.question.naming import Names
from assistant.question.needs import stemmed
from assistant.question.query import understand


def evidence(*sentences: str, published: str = "2024-05-01") -> Any:
    """Sentences found, each in a passage of its own without headings."""
    metadata = SimpleNamespace(title="Visit to Quellmoor Prison", published=published, visit_end=None)
    document = SimpleNamespace(metadata=metadata, source="visit.pdf")
    found = []
    for text in sentences:
        hit = SimpleNamespace(
            passage=SimpleNamespace(heading_path=(), text=text), document=document, text=stemmed(text)
        )
        found.append(SimpleNamespace(text=text, hit=hit))
    return found


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("What caused the failure of the boiler?", "The boiler failed for nine days.", True),
        ("What caused the failure of the boiler?", "The boiler failed because its pump had rusted.", False),
        ("Why was the boiler shut down?", "What came of the boiler that was shut down?", True),
        ("Why was the cook dismissed?", "The cook was dismissed in May; since then the kitchen has been shut.", True),
        ("Why was the cook dismissed?", "The cook was dismissed for theft.", False),
        ("Why was the cook dismissed?", "The cook was dismissed, since he had stolen meat.", False),
        ("How long was the boiler shut down?", "The boiler was shut down for nine days.", False),
    ],
)
def test_an_effect_alone_is_no_cause(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_cause(understand(question, Names()), evidence(sentence)) is lacks


@pytest.mark.parametrize(
    ("sentence", "lacks"),
    [
        ("The bakery in the yard is to open again as the work there allows.", True),
        ("The bakery in the yard is to open again in March 2026.", False),
        ("The bakery in the yard will open again within two months.", False),
    ],
)
def test_when_it_will_be_needs_a_time(sentence: str, lacks: bool) -> None:
    query = understand("When will the bakery in the yard open again?", Names())
    assert lacks_moment(query, evidence(sentence)) is lacks


def test_the_thing_of_a_yes_or_no_question_is_its_subject() -> None:
    assert whether_of("Were tasers used on the flight to Northport?") == {"tasers"}
    assert not whether_of("Did the ministry agree?")


def test_a_thing_that_nothing_is_near_to_decides(library: Any) -> None:
    vectors = WordVectors.of(library.embedder)
    query = understand("Were trampolines used on the boat to Northport?", Names())
    found = evidence("The boat to Northport left at nine.")
    assert lacks_subject(query, found, vectors, 0.6)
    assert not lacks_subject(query, found, vectors, 0.8)
    assert not lacks_subject(query, evidence("On the boat to Northport trampolines were used."), vectors, 0.6)


def test_a_number_of_something_else_is_no_count(library: Any) -> None:
    vectors = WordVectors.of(library.embedder)
    query = understand("How many patients received electroconvulsive treatment?", Names())
    assert lacks_thing(query, evidence("There were 18 patients."), vectors)
    assert not lacks_thing(query, evidence("Three patients received electroshock treatment."), vectors)
    both = understand("How many patients were there and how many received electroconvulsive treatment?", Names())
    assert not lacks_thing(both, evidence("There were 18 patients."), vectors)


@pytest.mark.parametrize(
    ("question", "judges"),
    [
        ("Does handcuffing of children breach the law?", True),
        ("Is it lawful to tie patients to beds?", True),
        ("Was the search in line with human rights standards?", True),
        ("Is holding boys beside men unlawful?", True),
        ("Did the prison break the door?", False),
        ("Is the legal library open?", False),
    ],
)
def test_judgements_of_law_are_told(question: str, judges: bool) -> None:
    assert judges_law(question) is judges


def test_it_is_said_where_nothing_later_is_on_file() -> None:
    query = understand("Did the hospital end covert medication?", Names())
    wanted = evidence("The hospital should end covert medication.")
    assert nothing_later(query, wanted) == "Nothing on file after Visit to Quellmoor Prison says whether this was done."
    later = evidence("The covert medication went on.", published="2025-06-01")
    assert nothing_later(query, [*wanted, *later]) is None
    assert nothing_later(understand("What was said about covert medication?", Names()), wanted) is None
