"""Bodies by their letters, houses, firms and cases stay, and so do the numbers they give to papers; what leads to one person goes."""  # noqa: E501

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.classification.kept import _body
from redaction.lexicon import lexicon
from redaction.names.acronyms import of_a_body
from redaction.names.cues import cues
from redaction.names.house_names import house_names
from redaction.names.nicknames import nickname_spans
from redaction.names.public_names import is_public
from redaction.particulars.papers import is_reference, of_the_letter
from redaction.recognizers.address import of_an_institution
from redaction.recognizers.labelled import LabelledNumbers
from redaction.recognizers.plates import Plates
from redaction.recognizers.rooms import of_the_room

SMALL = "The visit lasted two days and the rooms were found to be dry. " * 4


@pytest.mark.parametrize(
    ("text", "surface", "body"),
    [
        ("The Council for Places of Custody (VORMEK) came in May. VORMEK thanks them.", "VORMEK", True),
        ("They were asked for in the report VORMEK-INF-044-2021.", "VORMEK", True),
        ("The man, VORMEK, was in the yard.", "VORMEK", False),
        ("The council met (VORMEK) at noon.", "VORMEK", False),
        ("In the report VORMEK-INF-044-2021.", "Vormek", False),
    ],
)
def test_letters_of_a_body(text: str, surface: str, body: bool) -> None:
    """Capitals that number papers, or stand in brackets behind a body's name, are that body."""
    assert of_a_body(text, surface) is body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We saw the unité hospitalière fermée « Les Grandes Herbes » twice.", "Les Grandes Herbes"),
        ('Ruta Vess of the NGO "Tyvi Lauk" came too.', "Tyvi Lauk"),
        ('A home for older adults "Jasenvik" was seen.', "Jasenvik"),
        (f"MINISTERSTWO DOBREJ RZECZY | Departament\n{SMALL}", "MINISTERSTWO DOBREJ RZECZY"),
        (f"COMITÉ LOCAL CONTRA EL FRÍO (Ley 12)\n{SMALL}", "COMITÉ LOCAL CONTRA EL FRÍO"),
    ],
)
def test_houses_and_offices(text: str, name: str) -> None:
    """Quoted names of houses and societies, and headings in capitals, are kept whole."""
    assert any(name in text[start:end] for start, end in house_names(text, lexicon().given_names))


def test_books_of_a_clinic() -> None:
    """What stands in quotation marks in the book of a clinic is no clinic."""
    text = 'She is "Torbika" here, and in the clinic book "Vondra T.". A home for a boy called "Zedko".'
    assert not list(house_names(text, lexicon().given_names))


def test_capitals_in_a_log_of_capitals() -> None:
    """Where all is written in capitals, who follows an office is not taken for its name."""
    text = "SECRETARÍA VONDRA TORBIK\nREFUSED FOOD AND WAS SEEN BY THE NURSE\n" * 3
    assert not any("VONDRA" in text[start:end] for start, end in house_names(text, lexicon().given_names))


@pytest.mark.parametrize(
    ("before", "surface", "after", "public"),
    [
        ("is supplied and ", "Alimentos Quirmo S.A", ". has been fined", True),
        ("it was seen that ", "Torbik S.A", ". had been beaten", False),
        ("are held by persons called ", "mandarras", ", who are prisoners", True),
        ("A man called ", "mandarra", ", who is a prisoner", False),
    ],
)
def test_firms_and_sorts_of_people(before: str, surface: str, after: str, public: bool) -> None:
    """A firm is known by what it deals in; initials behind a name are none; a sort of people is nobody."""
    text = before + surface + after
    assert is_public(text, len(before), len(before) + len(surface), lexicon()) is public


def test_establishments_by_letters() -> None:
    """Letters that stand for a prison keep the name of the town behind them."""
    text = "They saw KPZ Oblikovac and Vondra Oblikovac."
    start, other = text.index("KPZ"), text.index("Vondra")
    assert _body(text, start, start + 13, lexicon())
    assert not _body(text, other, other + 16, lexicon())


@pytest.mark.parametrize("tail", [" and others (Torre Alta) v. Freedonia", " and Others v. Freedonia"])
def test_cases(tail: str) -> None:
    """The parties of a judgment may be many, and the case have a second name in brackets."""
    assert cues().case_after.match(tail)


def test_the_only_one_of_a_kind() -> None:
    """Who is the only one of a calling is named right behind it; the only prison of a place is not."""
    assert any(cue.points >= 5 for cue in cues().before("led by the island's only tohungaro, "))
    assert not any(cue.points >= 5 for cue in cues().before("on the island's only prison, "))


@pytest.mark.parametrize(
    ("text", "number", "kept"),
    [
        ("Record of a visit on 3–4 May 2021. Adopted on 9 June 2021. Registration number K 7-2021.", "7-2021", True),
        ("Registration number 7-2021. Vondra Torbik, born in 1990.", "7-2021", False),
        ("Tema 2022 · dok.nr. 21/04417-9 · 03-02-2022", "21/04417-9", True),
        ("He sent a complaint, dok.nr. 21/04417-9, from the yard", "21/04417-9", False),
        ("[PERSON 3], septembar 2023. godine. No. P-77/23", "P-77/23", True),
        ("№ 8.1/2-23", "8.1/2-23", True),
        ("Correspondence on complaint TR/C/118/2022", "TR/C/118/2022", True),
        ("A decision on complaint TR/C/118/2022 of Mr Torbik came.", "TR/C/118/2022", False),
    ],
)  # fmt: skip
def test_numbers_of_papers(text: str, number: str, kept: bool) -> None:
    """Covers and journal numbers belong to the paper; the same figures beside somebody do not."""
    assert of_the_letter(text, text.index(number)) is kept


def test_own_references() -> None:
    """What two offices call their references is one wherever else it stands."""
    text = "XKR 2023/4471\nYour reference L 9-2023, our reference XKR 2023/4471\n" + SMALL + "He has file 2023/4472."
    assert is_reference(text, 0, 13)
    assert not of_the_letter(text, text.index("2023/4472"))


def test_hours_and_registers() -> None:
    """An hour is no number of the person spoken of before, and what an ombudsman registers is no plate."""
    numbers, plates = LabelledNumbers(), Plates()
    assert not numbers.detect("Calls to him (070-174 06 77 is his number) are not put through after 18.00.")
    assert not plates.detect("It made nine proposals (reg. no. K 14-2021).")
    assert plates.detect("He drives a car (reg. no. K 14-2021).")


def test_where_an_establishment_lies() -> None:
    """The town that a clinic lies near is no address; where somebody's house lies is."""
    clinic, house = "The clinic lies in the hills, nine kilometres outside ", "Her house lies in the hills, outside "
    assert of_an_institution(f"{clinic}Torbik.", len(clinic))
    assert not of_an_institution(f"{house}Torbik.", len(house))


def test_a_room_left_since() -> None:
    """A room nobody has used since points at what happened in it; one without a window does not."""
    left, bare = "Room K4-11 has not been used since.", "Room K4-11 has not been used for years."
    assert not of_the_room(left, 0, 10)
    assert of_the_room(bare, 0, 10)


def test_a_nickname_with_its_article() -> None:
    """The article of a nickname is masked with it."""
    text = "A man whom other detainees call the Painter, and who was a teacher, spoke."
    assert "the Painter" in {text[span.start : span.end] for span in nickname_spans(text, lexicon())}


def test_together(redactor: Redactor) -> None:
    """A body's letters stay in a whole document, and the person beside them goes."""
    lines = [
        "VORMEK | Follow-up of recommendations",
        "The Council for Places of Custody (VORMEK) visited the prison and spoke with Mr Ruben Torbik, who was in "
        "room K4-11. The report VORMEK-INF-044-2021 was sent to the ministry.",
    ]
    written = "\n".join(str(segment) for segment in redactor.redact(lines).segments)
    assert written.count("VORMEK") == 3
    assert "Torbik" not in written
    assert "K4-11" not in written
