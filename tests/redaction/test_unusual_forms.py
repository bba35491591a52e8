"""Forms of names, rooms, addresses and births that are rare in one country and common in another."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.language import LanguageFinder
from redaction.lexicon import lexicon
from redaction.names.attached import split_names
from redaction.names.growth import grow
from redaction.names.propagation import KnownNames
from redaction.normalise import normalise
from redaction.recognizers.address import Addresses
from redaction.recognizers.cell import Cells
from redaction.recognizers.contact import Contacts
from redaction.recognizers.dates import BirthDates
from redaction.span import Detector


def _found(detector: Detector, text: str) -> list[str]:
    return [text[span.start : span.end] for span in detector.detect(text)]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("We met Papa Leif there.", "Leif", "Papa Leif"),
        ("The slip said (OYELARAN/ADE MR) only.", "OYELARAN/ADE", "OYELARAN/ADE MR"),
        ("It went to Carla West.", "Carla", "Carla West"),
        ("A guest, mc gorvin, came.", "gorvin", "mc gorvin"),
        ("Mr Adebanjo, “Seven”, slept.", "Adebanjo", "Adebanjo, “Seven”"),
    ],
)
def test_names_grow_to_the_whole(text: str, name: str, whole: str) -> None:
    """Over kinship, titles of tickets, surnames that are words, and nicknames."""
    start = text.index(name)
    first, last = grow(text, start, start + len(name), lexicon())
    assert text[first:last].rstrip(",") == whole


def test_names_do_not_grow_over_institutions() -> None:
    """A word for a building or an office after a given name is no surname."""
    for text in ("Carla House is closed.", "Carla Court was full.", "Carla Governor said no."):
        assert grow(text, 0, 5, lexicon()) == (0, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The temperature in SRU 6 was low.", "SRU 6"),
        ("He had been in ISU-07 for a month.", "ISU-07"),
        ("In Observation 2 he was restrained.", "Observation 2"),
        ("In 118 lives Mrs Tansy Oake.", "118"),
        ("Her room (Rowan 4) was cold.", "Rowan 4"),
        ("They live in Bedroom 6 now.", "Bedroom 6"),
    ],
)
def test_rooms_of_special_units(text: str, place: str) -> None:
    """Small units have one room to a number."""
    assert place in _found(Cells(), text)


@pytest.mark.parametrize(
    "text", ["Of 118 prisoners six replied.", "SRU 6 to SRU 9 were empty.", "Seclusion 2 of 5 times."]
)
def test_counts_and_ranges_are_no_rooms(text: str) -> None:
    """Nobody lives there."""
    assert not _found(Cells(), text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Board Office\n42, Triq il-Merill, Hal Zebbiegh ZBG 2217\n", "42, Triq il-Merill, Hal Zebbiegh ZBG 2217"),
        ("He writes from Lale Mah. 1453. Sk. No: 8/4, Yenikent.", "Lale Mah. 1453. Sk. No: 8/4, Yenikent"),
        ("A letter giving Stand 2217, Extension 4, Rooibult.", "Stand 2217, Extension 4, Rooibult"),
    ],
)
def test_addresses_of_other_countries(text: str, where: str) -> None:
    """Street words of other languages, plots, and addresses that are told."""
    assert where in _found(Addresses(), text)


def test_a_birth_told_in_the_next_sentence() -> None:
    """The date that is put right is one of birth; the date of a visit is none."""
    text = "His date of birth was wrong. He told us that it is the 3rd of February, 1990."
    assert "the 3rd of February, 1990" in _found(BirthDates(), text)
    assert not _found(BirthDates(), "Births are registered. The report is dated 3 February 1990.")


def test_free_numbers_reach_offices() -> None:
    """A freephone number is kept; a number of the same length is not."""
    assert not _found(Contacts(), "Call our freephone number 0800 496 0777 for advice.")
    assert _found(Contacts(), "Call 07700 900 482 for her.")


def test_names_in_spaced_letters_and_cut_in_two(redactor: Redactor) -> None:
    """Known names are found however a scan spaces them."""
    result = redactor.redact(["Mr Tobias Page (A4821KX) died. T O B I A S wrote a poem. Mr P age had asked for help."])
    assert "T O B" not in result.segments[0] and "P age" not in result.segments[0]


def test_a_sentence_in_capitals_is_no_institution(redactor: Redactor) -> None:
    """The word for a wing at its end does not keep the name in it."""
    text = redactor.redact(["WE MET MARIELA LOPEZ IN B WING. SHE WAS ALONE."]).segments[0]
    assert "MARIELA" not in text and "LOPEZ" not in text and "B WING" in text


def test_foreign_headings_in_capitals_are_seen() -> None:
    """Written small they are judged like sentences; English headings are not foreign."""
    english = "The report was written in English, as every reader can see for himself in this sentence."
    report = LanguageFinder().examine([english, "INFORME SOBRE LA VISITA A LA PRISIÓN", "SUMMARY OF ALL THE FINDINGS"])
    assert [(passage.segment, passage.language) for passage in report.foreign] == [(1, "es")]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("He is of str. Morarilor 7, or. Piatra Veche.", "str. Morarilor 7, or. Piatra Veche"),
        ("A letter from Via dei Tigli 22, 34999 Montelago, came.", "Via dei Tigli 22, 34999 Montelago"),
    ],
)
def test_streets_with_articles_and_villages(text: str, where: str) -> None:
    """The street may have an article, the town an abbreviation before it."""
    assert where in _found(Addresses(), text)


def test_a_single_cell_with_a_number_is_a_place() -> None:
    """Its size is not."""
    assert _found(Cells(), "In single cell No. 2 he slept.") and not _found(Cells(), "A single cell 2 metres wide.")


def test_a_person_in_charge_is_no_body(redactor: Redactor) -> None:
    """Who runs something, or answers for it in a ministry, is named like a firm."""
    text = redactor.redact(
        ["4.2 The library, run by Fintan Thorne, was good. | Ministry of the Interior, Snežana Ogulin | Done |"]
    ).segments[0]
    assert "Thorne" not in text and "Ogulin" not in text and "Ministry of the Interior" in text


@pytest.mark.parametrize("name", ["Oba<b>san</b>jo", "<i>Oba</i>sanjo", 'Oba<span style="color:red">san</span>jo'])
def test_tags_within_a_word_hide_no_name(redactor: Redactor, name: str) -> None:
    left = redactor.redact([f"The prisoner Mr {name} told us that his cell was cold. Later {name} was moved."])
    assert "jo" not in left.segments[0] and "Oba" not in left.segments[0]
    assert len({span.replacement for span in left.spans}) == 1


def test_signs_of_less_and_more_are_no_tags() -> None:
    assert normalise("a<b and c>d, x<Obasanjo>y, one<br>two").offsets is None


def test_a_surname_with_its_letters_apart_is_masked(redactor: Redactor) -> None:
    left = redactor.redact(["The prisoner K O W A L S K I had asked for a doctor, and he had waited for nine days."])
    assert "K O W" not in left.segments[0] and "] had asked for a doctor" in left.segments[0]


@pytest.mark.parametrize(
    "plain", ["R E P O R T", "M I N I S T R Y O F J U S T I C E", "Y N Y N N Y", "A B C D E F", "M T W T F S S"]
)
def test_english_words_with_their_letters_apart_are_no_names(plain: str) -> None:
    assert list(split_names(f"It is set out below. {plain}", [], KnownNames(), lexicon())) == []
