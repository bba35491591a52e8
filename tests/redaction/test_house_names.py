"""Establishments, offices and judgments that bear the names of persons, or look as if they did."""

from __future__ import annotations

import pytest

from redaction.lexicon import lexicon
from redaction.names.cues import cues
from redaction.names.house_names import house_names
from redaction.names.mistaken import Mistaken
from redaction.names.namesakes import Namesakes
from redaction.names.other_scripts import other_script_spans
from redaction.names.runs import tokens_of
from redaction.particulars.papers import is_reference
from redaction.recognizers.dates import PersonalDates
from redaction.recognizers.nationality import Nationalities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The military hospital "Coronel Juan Ejemplo" keeps none.', "Coronel Juan Ejemplo"),
        ("the Centre hospitalier Éloïse-de-Valmont was visited", "Éloïse-de-Valmont"),
        ("posted in the couloir Émile-Durand.", "Émile-Durand"),
        ("Boulder Garrison was closed", "Boulder Garrison"),
        ("UNANNOUNCED VISIT: LEDWABA MEDIUM B, 22 JULY", "LEDWABA MEDIUM B"),
        ("Compound Grevillea is locked down", "Compound Grevillea"),
        ("near Mt Ruapara", "Ruapara"),
        ("MECANISMO ESTATAL — report", "MECANISMO ESTATAL"),
        ("HAVA ÖZEL / file", "HAVA ÖZEL"),
        ("the damage on Avdelning Granen was seen", "Avdelning Granen"),
        ("Temporary Detention Isolator of Kvemo Chala", "Kvemo Chala"),
    ],
)
def test_houses_and_offices(text: str, name: str) -> None:
    """By the words around them, in several languages."""
    start = text.index(name)
    assert any(first <= start and start + len(name) <= last for first, last in house_names(text, lexicon().given_names))


@pytest.mark.parametrize(
    "text",
    [
        "CASE OF EXAMPLE v. ATLANTIS",
        "Nurse Example told the hospital of it.",
        "EXAMPLE AND ROE CHECKED THE CELLS",
        "Mr Example of the centre said so.",
        "the room of compound Ahmed, who cried",
        "My brother Tomas Example (hospital) is ill.",
        "Detained at the Police Station in Amina Example's village.",
        "MOVED ON DIRECTION OF JOHN EXAMPLE",
    ],
)
def test_persons_near_houses(text: str) -> None:
    """A word for a house alone keeps nobody's name."""
    assert list(house_names(text, lexicon().given_names)) == []


@pytest.mark.parametrize(
    ("text", "words", "none"),
    [
        ("See H.L. v. the United Kingdom.", "H.L.", True),
        ("Seen with H.L. in the yard.", "H.L.", False),
        ("List for 9.00 A.M. today", "A.M.", True),
        ("Subject: Dnr O 31-2024", "Dnr O", True),
        ('HDU 2 "Prof" said so', "Prof", False),
    ],
)
def test_letters_that_are_no_names(text: str, words: str, none: bool) -> None:
    """Parties of judgments, halves of the day, registers; quoted titles are nicknames."""
    start = text.index(words)
    assert Mistaken(text, lexicon()).holds(start, start + len(words)) is none


def test_papers_and_stamps() -> None:
    """The entry of a letter, the time of a message, the day of the team's visit, the issuer of an order."""
    text = "Registered no. 3812 / 4 March 2024)"
    start = text.index("3812")
    assert is_reference(text, start, len(text) - 1)
    chat = "[21/8/24, 6:55 pm] Obi: he was moved [22/8/24, 7:01 pm] Obi: he was beaten"
    assert PersonalDates().detect(chat) == []
    assert PersonalDates().detect("He was moved; the OPCAT team from the Ombudsman came 11 March, he said.") == []
    assert list(other_script_spans("Order No. ҚР ДСМ-214/2020 applies")) == []
    assert list(other_script_spans("signed Ильяс Умаров there"))


def test_nationalities_that_are_not_settled() -> None:
    """Said of somebody's papers; in capitals too."""
    detector = Nationalities()
    assert detector.detect("a man of undetermined citizenship, held")
    assert detector.detect("NATIONAL OF BENIN REPUBLIC, ONE EXAMPLE")
    assert not detector.detect("The national plan of action is of no use.")


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("We heard that the Elder who complained came.", "Elder", False),
        ("He lived near Bishop's Ferry then.", "Bishop", False),
        ("We heard that Bishop's mother came.", "Bishop", True),
        ("Okello is sick, Sunday to cover", "Sunday", True),
        ("Okello is sick, Sunday at noon", "Sunday", False),
        ("Ten receives therapy.", "Ten", True),
        ("Ten prisoners came.", "Ten", False),
    ],
)
def test_words_that_are_surnames_too(text: str, word: str, name: bool) -> None:
    """Holders of offices, places that belonged to somebody once, covers of shifts, and numerals that do something."""
    token = next(token for token in tokens_of(text) if token.text == word)
    judge = Namesakes(text, lexicon(), cues(), lambda _start, _end: 0.0)
    assert judge.capital(token, word.lower()) is name
