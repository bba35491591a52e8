"""Parts that judge the neighbours of a word: crowds in rooms, capitals, small letters, bodies, entries of registers."""

from __future__ import annotations

import pytest

from redaction.classification.capitals import in_capitals, is_initial
from redaction.classification.counts import of_no_age, of_no_place
from redaction.classification.kept import stays
from redaction.classification.readings import Reading
from redaction.layouts.registers import register_entries
from redaction.lexicon import lexicon
from redaction.particulars.bodies import told_of_body
from redaction.particulars.lives import told_of
from redaction.recognizers.crowds import in_a_town, of_a_crowd
from redaction.small_letters import written_small


@pytest.mark.parametrize(
    ("around", "crowd"),
    [
        ("Forty-four men shared ", True),
        (" was overcrowded", True),
        ("R4 ()", True),
        ("three of the men in ", False),
        ("the prisoner in ", False),
        ("58 men were there: K. Osei slept in ", False),
    ],
)
def test_a_room_of_many(around: str, crowd: bool) -> None:
    """Many people, or the label of a finding alone; not a list of some."""
    assert of_a_crowd(around) is crowd


def test_a_town_behind_a_room_is_skipped() -> None:
    """It is no name of who is in the room."""
    text = "cell 1 of Balagama was closed"
    assert text[in_a_town(text, len("cell 1"), len(text)) :] == " was closed"
    assert in_a_town("cell 1 was closed", len("cell 1"), 17) == len("cell 1")


def test_capitals_beside_capitals() -> None:
    """A word in capitals among others, and one alone."""
    text = "MUM CHARITY RANG. The RENIEC answered."
    assert in_capitals(text, 4, 11)
    start = text.index("RENIEC")
    assert not in_capitals(text, start, start + 6)


@pytest.mark.parametrize(
    ("text", "score", "initial"),
    [("Mr K. came", 0.6, True), ("\nB. Other matters", 0.6, False), ("row B of", 0.3, False)],
)
def test_one_letter(text: str, score: float, initial: bool) -> None:
    """An initial has a full stop and stands within a line; letters of lists open it."""
    start = next(place for place, letter in enumerate(text) if letter in "KB")
    assert is_initial(text, Reading(start, start + 1, "NAME", score), lambda _start, _end: 0.0) is initial


def test_a_body_keeps_the_name_in_it_and_a_person_at_its_end_goes() -> None:
    """By the word for a body, and by how sure the classifier is."""
    words = lexicon()
    text = "Ann Ward House"
    assert stays(text, Reading(0, 8, "NAME", 0.8), [(0, len(text))], words)
    loud = "WARD QUIET MUM ANN EXAMPLE RANG"
    start = loud.index("ANN")
    assert not stays(loud, Reading(start, start + 11, "NAME", 0.99), [(0, len(loud))], words)


@pytest.mark.parametrize(
    ("text", "small"),
    [("they took him. nobody asked. we wait.", True), ("They took him. Nobody asked. we wait.", False), ("", False)],
)
def test_texts_in_small_letters(text: str, small: bool) -> None:
    """Most sentences begin without a capital."""
    assert written_small(text) is small


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He has a burn on the left forearm.", "a burn on the left forearm"),
        ("She came with a broken jaw.", "broken jaw"),
        ("He weighs 41 kg at a height of 1.83 m.", "41 kg at a height of 1.83 m"),
        ("She has FMF.", "FMF"),
    ],
)
def test_bodies_are_told_of(text: str, told: str) -> None:
    """Injuries, measures, lettered illnesses."""
    assert any(told in text[start:end] for start, end in told_of_body(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He speaks neither Twi, Hausa nor English and signs.", "speaks neither Twi, Hausa nor English"),
        ("She had nobody able to speak Mandarin there.", "speak Mandarin"),
        ("He was secluded for 17 h 20 m that day.", "17 h 20 m"),
    ],
)
def test_languages_and_hours_are_told_of(text: str, told: str) -> None:
    """For a person to look at."""
    assert any(told in text[start:end] for start, end in told_of(text, 0, len(text)))


def test_entries_of_books_of_persons() -> None:
    """Of the custody book, not of any book."""
    text = "Entry 419 of the custody book and entry 420 of the cash book were missing."
    assert [text[span.start : span.end] for span in register_entries(text)] == ["419"]


@pytest.mark.parametrize(
    ("text", "number", "nowhere"),
    [
        ("mother of 4, from afar", "4", True),
        ("3. one Siaosi", "3", True),
        ("wound 8x5 on the back", "8x5", True),
        ("he is in 14 since May", "14", False),
        ("cell: 12", "12", False),
        ("Name | 14 | none", "14", False),
    ],
)
def test_bare_numbers_need_a_word_for_a_place(text: str, number: str, nowhere: bool) -> None:
    """Counts, items of lists and measures have none."""
    start = text.index(number)
    assert of_no_place(text, start, start + len(number)) is nowhere


@pytest.mark.parametrize(
    ("text", "nobody"), [("14 whānau", True), ("16/5", True), ("14 years", False), ("14 then", False), ("34", False)]
)
def test_counts_and_days_are_no_ages(text: str, nobody: bool) -> None:
    """A number before a noun, a day and month."""
    assert of_no_age(text, 0, len(text)) is nobody
