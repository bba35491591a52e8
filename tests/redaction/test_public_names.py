"""Names of things, firms and headings stay; the people beside them go."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.lexicon import lexicon
from redaction.names.public_names import is_public

PUBLIC = [
    ("A guard of the company Ostrasecura stood there.", "Ostrasecura"),
    ("The cell known as “El Lince” has no window.", "El Lince"),
    ("In the pavilion named Nueva Aurora the team met him.", "Nueva Aurora"),
    ("Boys spoke of punishments called “tarok”.", "tarok"),
    ("The clinic, run by Lagoon Health Partners, was clean.", "Lagoon Health Partners"),
    ("The carrier Brunhild Airways flew them.", "Brunhild Airways"),
    ("Food is supplied by Hermanos Olvera S.A.", "Hermanos Olvera S.A"),
    ("Her solicitor is of Merrick & Dowd, in town.", "Merrick"),
    ("Her solicitor is of Merrick & Dowd, in town.", "Dowd"),
    ("Colonel Ruiz came to the Hospital Dr. Velarde Ochoa.", "Velarde Ochoa"),
    ("The report on Ta' Brannu Women's Prison is public.", "Ta' Brannu Women"),
    ("Romberg negative, reflexes weak.", "Romberg"),
    ("The Lindqvist inventory was used.", "Lindqvist"),
    ("The team went to the post of Ndakhar, which is small.", "Ndakhar"),
    ("Lorazepol 20 mg was given at night.", "Lorazepol"),
    ("Orsk, 22 April 2024", "Orsk"),
    ("The NPM commends the bakery Trigo Doce, in which they work.", "Trigo Doce"),
    ("The block, which will be called Kereru Nui from May, is new.", "Kereru Nui"),
    ("Bread comes from a shop of Marlott & Sons, in town.", "Marlott"),
    ("The men call the yard “Kolyma”.", "Kolyma"),
    ("It was signed for OÜ Rannamets Haldus.", "OÜ Rannamets Haldus"),
    ("Securitas Andrade guards the gate.", "Securitas Andrade"),
    ("The report of Te Kāhui Matarau is public.", "Te Kāhui Matarau"),
]


@pytest.mark.parametrize(("text", "words"), PUBLIC, ids=[words for _, words in PUBLIC])
def test_what_stands_beside_a_name_makes_it_public(text: str, words: str) -> None:
    start = text.index(words)
    assert is_public(text, start, start + len(words), lexicon())


PEOPLE = [
    ("After the intervention of Anjana Raghuvir the belts were removed.", "Anjana Raghuvir"),
    ("Officer Thorsby says procedure was followed.", "Thorsby"),
    ("Anna, 22 April 2024", "Anna"),
    ("We spoke with Orlaith & Bríd.", "Orlaith"),
    ("He was represented by Pedro Emmanuel Solicitors.", "Pedro Emmanuel"),
    ("She works for Pedro Emmanuel Consulting.", "Pedro Emmanuel"),
    ("A man named Benedek was there.", "Benedek"),
    ("A prisoner known as Benedek was there.", "Benedek"),
]


@pytest.mark.parametrize(("text", "words"), PEOPLE, ids=[text[:20] for text, _ in PEOPLE])
def test_a_person_beside_such_words_is_not_public(text: str, words: str) -> None:
    start = text.index(words)
    assert not is_public(text, start, start + len(words), lexicon())


def test_lettered_headings_stay_where_they_follow_each_other() -> None:
    text = "B. Crowding\nThe cells are full.\nC. Discipline\nSanctions are rare."
    start = text.index("C. Discipline")
    assert is_public(text, start, start + len("C. Discipline"), lexicon())
    alone = "C. Discipline\nSanctions are rare."
    assert not is_public(alone, 0, len("C. Discipline"), lexicon())


def test_headings_firms_and_towns_survive_and_people_go(redactor: Redactor) -> None:
    segments = [
        "Ostrava Reformatory",
        "D. Crowding",
        "Mr Ignacy Brzoska of the company Ostrasecura tied the belts.",
        "E. Discipline and contact",
        "He lives at 14 Quarry Lane, Ndakhar. The mayor of Ndakhar wrote to the Commissioner of Ndakhar.",
    ]
    output = "\n".join(redactor.redact(segments).segments)
    assert "D. Crowding" in output and "E. Discipline" in output and "company Ostrasecura" in output
    assert "mayor of Ndakhar" in output and "Commissioner of Ndakhar" in output
    assert "Brzoska" not in output and "Quarry" not in output


def test_the_status_of_a_recommendation_is_nobody(redactor: Redactor) -> None:
    rows = "Text | Reply | Remarks\nRepair the roof | Accepted | Ilka Sørby left\nHeat the cells | Pending | Closed"
    output = redactor.redact([rows]).segments[0]
    assert "| Accepted |" in output and "| Pending |" in output and "Sørby" not in output


def test_headings_with_roman_numerals_stay_where_there_are_several() -> None:
    text = "V. Discipline\nSanctions are rare.\nVI. Children\nNone were held."
    start = text.index("VI. Children")
    assert is_public(text, start, start + len("VI. Children"), lexicon())
    assert not is_public("V. Discipline\nSanctions are rare.", 0, len("V. Discipline"), lexicon())


def test_a_place_and_a_person_of_one_name_are_told_apart(redactor: Redactor) -> None:
    text = (
        "The director of Whitlock Prison, Mr James Whitlock, met us. In Whitlock, 300 men slept on the floor. "
        "Whitlock himself wept."
    )
    redacted = redactor.redact([text]).segments[0]
    assert "Whitlock Prison" in redacted
    assert "In Whitlock, 300" in redacted
    assert "James" not in redacted
    assert "Whitlock himself" not in redacted


def test_a_numeral_in_a_nickname_leaves_numbers_alone(redactor: Redactor) -> None:
    text = 'Manu "Two-Step" Ranginui (PRN 81350047) sang. Two hundred and twelve men shared cells. Two-Step laughed.'
    redacted = redactor.redact([text]).segments[0]
    assert "Two hundred" in redacted
    assert "Two-Step" not in redacted


def test_a_month_after_the_word_for_a_visit_is_no_visitor(redactor: Redactor) -> None:
    text = "Prior monitoring visit: August 2023\nNext visit: April. The prison was clean and the food was good."
    assert redactor.redact([text]).segments[0] == text
