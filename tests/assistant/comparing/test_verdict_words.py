"""Which words of a report say what became of a recommendation."""

from __future__ import annotations

from typing import Any

from assistant.comparing.verdict_words import verdict_words
from ingest.passage import Passage, RegisterEntry


def passage(name: str, text: str) -> Passage:
    words: Any = text
    return Passage(name, "d-1", 1, words, "2.1", None, "paragraph")


def entry(text: str, status: str | None) -> RegisterEntry:
    words: Any = text
    return RegisterEntry("r-1", "d-1", "p-1", None, "progress", words, status_verified=status)


LONG = "The boiler room was seen twice, at noon and at night, by two members of the team who took notes of the gauges."


def test_the_sentence_that_says_it_is_quoted_and_not_the_paragraph() -> None:
    text = f"{LONG} {LONG} We therefore judge that recommendation 3 has not been implemented. {LONG}"
    quote, _ = verdict_words(entry("recommendation 3", "not implemented"), passage("p-1", text), ())
    assert "has not been implemented" in quote and len(quote) < 270 and quote in text


def test_a_verdict_that_stands_below_the_recommendation_is_found() -> None:
    printed = passage("p-1", "Concern: Boilers were not looked after.")
    found = passage("p-2", "Two boilers had been replaced.")
    judged = passage("p-3", "We considered that the prison had made good progress in this area.")
    quote, where = verdict_words(entry("Boilers were not looked after.", "good progress"), printed, (found, judged))
    assert where is judged and quote == "We considered that the prison had made good progress in this area."


def test_a_row_leaves_out_what_was_asked_for() -> None:
    row = passage("p-1", "3 | Mend the boilers | Accepted | Two of five were mended. | Partly implemented")
    quote, _ = verdict_words(entry("Mend the boilers", "partly implemented"), row, ())
    assert quote == "Accepted | Two of five were mended. | Partly implemented"


def test_words_without_a_known_status_are_the_entry_s_own() -> None:
    text = f"{LONG} Recommendation 3 remains on the table."
    quote, _ = verdict_words(entry("Recommendation 3 remains on the table.", "in progress"), passage("p-1", text), ())
    assert quote == "Recommendation 3 remains on the table."
