"""Questions in other languages are told from English ones with foreign names in them."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Reason
from assistant.answers.answering import ask
from assistant.question.language import is_foreign

FOREIGN = """
Wie viele Menschen waren in Quellmoor inhaftiert?
Combien de personnes étaient détenues dans la prison ?
¿Cuántas personas estaban en la celda?
Quante persone erano detenute nella prigione?
Quantas pessoas foram visitadas em 2024 e onde?
Hoeveel mensen waren er in de gevangenis?
Ile osób było w celi i kto to zgłosił?
Was wurde über die Absonderung empfohlen?
Сколько человек находилось в тюрьме?
كم عدد السجناء في السجن؟
Quelles recommandations ont été faites sur l'isolement ?
Hur många intagna var isolerade och varför?
"""
ENGLISH = """
How many people were held at Quellmoor?
mould cells Valmorin
Centre de Valmorin
What was found at Las Palmeras de la Sierra?
La Roble del Mar
cell bells tested
Was the man on ward 3 told about his rights?
Who is in charge of the Maison d'arrêt de Valmorin?
segregation unit 15 days
What does the Code de procédure pénale say about police custody?
What was said about the den in the yard?
die in custody
"""


@pytest.mark.parametrize("question", FOREIGN.strip().splitlines())
def test_other_languages_are_seen(question: str) -> None:
    assert is_foreign(question, lambda word: word == "quellmoor")


@pytest.mark.parametrize("question", ENGLISH.strip().splitlines())
def test_english_with_foreign_names_is_english(question: str) -> None:
    assert not is_foreign(question, lambda word: word in {"valmorin", "palmeras", "sierra", "roble", "mar"})


def test_a_foreign_question_is_told_that_english_is_answered(library: Any) -> None:
    answer = ask(library, "Wie viele Menschen waren in Quellmoor inhaftiert?")
    assert answer.reason is Reason.NOT_IN_CORPUS
    assert answer.text.startswith("Not found in 3 documents")
    assert "answered in English" in answer.text
    assert "answered in English" not in ask(library, "Did Quellmoor buy helicopters?").text
