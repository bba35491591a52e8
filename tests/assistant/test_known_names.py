"""Names of places stay in stored questions and do not look like persons; names of persons are never known."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.question.known_names import known_names, replaced
from assistant.question.naming import Names


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("Compare Quellmoor and Tarnholm on interpreters.", ["Quellmoor", "Tarnholm"]),
        ("What happened in Quellmoor?", ["Quellmoor"]),
        ("Was Ulla Fennick held at Tarnholm Police Station?", ["Tarnholm Police Station"]),
        ("Did Officer Quellmoor hit anybody?", []),
        ("What is known about Bruno Ashvale?", []),
        ("Who is responsible?", []),
    ],
)
def test_only_what_the_library_knows(library: Any, question: str, known: list[str]) -> None:
    found = [question[start:end] for start, end in known_names(question, Names.of(library))]
    assert list(dict.fromkeys(found)) == known


def test_a_name_that_stored_text_holds_is_known_where_it_stands_as_a_place() -> None:
    names = Names(told=lambda name: name in ("Kestrel Ward", "Mirrowhite"))
    assert replaced("What was seen in Mirrowhite?", names, "the place") == "What was seen in the place?"
    assert replaced("Is Kestrel Ward closed?", names, "the place") == "Is the place closed?"
    assert replaced("What did Mirrowhite say?", names, "the place") == "What did Mirrowhite say?"
