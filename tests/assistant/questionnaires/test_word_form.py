"""Which words of a Word form are questions, and where their answers go."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import OxmlElement

from assistant.questionnaires.question import is_asking, is_polar, split_number
from assistant.questionnaires.word_form import Place, WordForm
from assistant.questionnaires.word_package import WordPackage

from .forms import table, three_columns, word


def read(build: Any) -> list[Place]:
    return WordForm(WordPackage(word(build))).places


def test_table_of_three_columns() -> None:
    places = read(three_columns)
    assert [(one.question.number, one.question.section) for one in places] == [
        ("1", "A. Places"),
        ("2", "A. Places"),
        ("3", "A. Places"),
    ]
    assert places[0].question.text == "Do the cell bells of prisons ring?"
    assert set(places[0].slots) == {"grade", "answer"}
    # "How long" cannot be answered with yes or no, whatever the column.
    assert [one.question.graded for one in places] == [True, True, False]


def test_numbers_that_word_generates_and_sub_questions() -> None:
    def build(document: Any) -> None:
        document.add_heading("List", 1)
        document.add_paragraph("How many places are visited in a year?", style="List Number")
        document.add_paragraph("Describe the selection of places.", style="List Number")
        document.add_paragraph("3. Does the mechanism visit:")
        document.add_paragraph("(a) police stations;")
        document.add_paragraph("(b) nursing homes?")
        document.add_paragraph("The mechanism may add remarks.")

    found = [one.question for one in read(build)]
    assert [one.number for one in found] == ["1", "2", "a", "b"]
    assert found[2].asked == "Does the mechanism visit police stations?"


def test_matrix_with_a_header_of_two_rows_and_merged_cells() -> None:
    def build(document: Any) -> None:
        made = table(
            document,
            [
                ["No.", "Statement", "Assessment", "", "", "Comments"],
                ["", "", "No", "Partial", "Yes", ""],
                ["General", "", "", "", "", ""],
                ["1.1", "An inventory of places is kept.", "", "", "", ""],
                ["1.2", "Visits are unannounced.", "", "", "", ""],
            ],
        )
        made.cell(0, 2).merge(made.cell(0, 4))
        made.cell(0, 0).merge(made.cell(1, 0))
        made.cell(2, 0).merge(made.cell(2, 5))

    places = read(build)
    assert [one.question.number for one in places] == ["1.1", "1.2"]
    assert {"no", "partial", "yes", "answer"} == set(places[0].slots)
    assert places[0].question.section == "General"


def test_a_question_cell_merged_over_rows_is_one_question() -> None:
    def build(document: Any) -> None:
        made = table(document, [["Question", "Answer"], ["Is there a budget?", ""], ["", ""], ["Is there a list?", ""]])
        made.cell(1, 0).merge(made.cell(2, 0))

    assert [one.question.text for one in read(build)] == ["Is there a budget?", "Is there a list?"]


def test_nested_tables_are_read_once() -> None:
    def build(document: Any) -> None:
        outer = table(document, [["Section one", ""], ["", ""]])
        inner = outer.cell(1, 1).add_table(rows=2, cols=2)
        for cell, text in zip(
            [*inner.rows[0].cells, *inner.rows[1].cells], ["Question", "Answer", "Who pays?", ""], strict=True
        ):
            cell.text = text

    places = read(build)
    assert [one.question.text for one in places] == ["Who pays?"]
    assert places[0].slots["answer"].cell is not None


def test_headings_and_instructions_are_no_questions() -> None:
    def build(document: Any) -> None:
        document.add_heading("What is this questionnaire about", 1)
        document.add_paragraph("Please fill in the form and return it before the deadline.")
        document.add_paragraph("How should I fill in this form?")
        document.add_paragraph("1. The mechanism was set up by law.")

    assert read(build) == []


def test_deleted_words_do_not_count() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Is there a plan?")
        deleted = OxmlElement("w:del")
        paragraph._p.append(deleted)
        deleted.append(paragraph.add_run(" Is there a second plan?")._r)

    assert [one.question.text for one in read(build)] == ["Is there a plan?"]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Is it so?", "1", "Is it so?"),
        ("2.14 Is it so?", "2.14", "Is it so?"),
        ("(b) police stations", "b", "police stations"),
        ("Q3: Is it so?", "Q3", "Is it so?"),
        ("15 years is the limit?", "", "15 years is the limit?"),
        ("A visit was made?", "", "A visit was made?"),
    ],
)
def test_typed_numbers(text: str, number: str, rest: str) -> None:
    assert split_number(text) == (number, rest)


def test_polar_and_asking() -> None:
    assert is_polar("Has the budget grown?")
    assert not is_polar("How many places were visited?")
    assert is_asking("Please describe the budget.")
    assert not is_asking("The budget has grown.")
