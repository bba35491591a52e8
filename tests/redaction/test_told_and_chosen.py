"""Numbers told in words, plates of one's own choice, initials of a team, parties of the text, villages, amounts."""

from __future__ import annotations

import pytest

from redaction.redactor import redact


def masked(text: str) -> str:
    return str.__str__(redact(text).segments[0])


def test_a_telephone_number_told_in_words_is_masked() -> None:
    text = "He gave me the number of his wife, four oh nine, double five six, oh one eight two, and I wrote it down."
    assert "four oh nine" not in masked(text)
    assert "eight two" not in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "There were two, three or four men in cells that are meant for one or two of them at the most.",
        "The group counted aloud, one two three four five six seven, until the gate opened again for the visitors.",
    ],
)
def test_other_numbers_in_words_stay(text: str) -> None:
    assert masked(text) == text


def test_plates_need_no_digit_where_a_word_calls_them_plates() -> None:
    out = masked("The officer drives a black pick-up with the plate EXMPL UP and parks it before the gate.")
    assert "EXMPL" not in out
    assert "[PLATE]" in out


def test_dockets_of_district_courts_are_masked() -> None:
    assert "02917" not in masked("Her lawyer wrote that the case is 4:23-cv-02917 and still pending.")


def test_initials_of_a_team_are_masked_wherever_they_stand() -> None:
    text = "Notes of the visit\nTeam: SB (lead), HM, YK (doctor), LZ\ntyped by HM. HM + LZ spoke with the cook."
    out = masked(text)
    assert not {"SB", "HM", "YK", "LZ"} & set(out.replace(",", " ").replace(".", " ").split())


def test_callings_and_houses_in_capitals_stay() -> None:
    text = "Team: GP, SHO, CPN\nThe report of HM Prison Service was read by the GP before the team met the staff."
    out = masked(text)
    assert "GP" in out
    assert "HM Prison Service" in out


def test_the_party_of_a_judgment_is_masked_in_its_name_where_the_text_is_about_that_person() -> None:
    text = (
        "CASE OF BRANKOVEC v. CROATIA\n\nThe applicant, Mr Zlatan Brankovec, complained of his detention. "
        "The Court refers to Kudła v. Poland ([GC], no. 30210/96, § 92)."
    )
    out = masked(text)
    assert "BRANKOVEC" not in out.upper()
    assert "Kudła v. Poland" in out


def test_words_of_kin_give_names_in_small_letters_away() -> None:
    out = masked("i got your email from sister luming of the parish, this kid drevon was with my cousin in the yard.")
    assert "luming" not in out
    assert "drevon" not in out
    assert "cousin in the yard" in out


def test_a_name_around_an_article_is_a_nickname() -> None:
    assert "tank" not in masked("There was one officer that everybody feared, we called him hank the tank.")


def test_the_village_before_a_street_goes_with_it() -> None:
    out = masked("Mr Zlatan Brankovec was released and lives in Gornje Selo, at no. 77 Vinska Street.")
    assert "Gornje Selo" not in out


def test_a_birthday_told_in_words_is_masked() -> None:
    assert "2 July" not in masked("Her name is Milica Brankovec and the school knows. She turns sixteen on 2 July.")


def test_the_british_form_of_a_cell_is_masked() -> None:
    out = masked("Mr Zlatan Brankovec, of C wing, 3 landing, 18 cell, was seen by the doctor on the day of the visit.")
    assert "18 cell" not in out


def test_amounts_of_money_stay() -> None:
    text = "She sews uniforms for eleven hours and received UAH 312 for April, and KGS 1,150 a day is spent on food."
    assert masked(text) == text
