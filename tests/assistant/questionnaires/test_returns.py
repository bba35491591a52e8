"""Returns, lists of issues and checklists: columns to tick in any words, letters that lead up to what they ask."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.questionnaires.columns import columns_of
from assistant.questionnaires.forms import opened
from assistant.questionnaires.gaps import directed, likely_in
from assistant.questionnaires.parts import parts_of, unexplained
from assistant.questionnaires.question import is_asking, is_instruction, is_polar
from assistant.questionnaires.suggestion import Suggestion
from evals.form_layouts import laid_out

ASKED = [
    {"number": n, "section": "Arriving", "question": text, "gold_answer": "No", "type": "P"}
    for n, text in (("1", "Is the yard roofed?"), ("2", "Are the boilers inspected?"), ("3", "Is soap handed out?"))
]


@pytest.mark.parametrize(
    ("headers", "ticks"),
    [
        (("Ser.", "Statement", "Yes", "No", "Partly", "Remarks"), {"yes": 2, "no": 3, "partial": 4}),
        (
            ("", "What we ask", "x = yes", "x = in part", "x = no", "Where is it said?"),
            {"yes": 2, "partial": 3, "no": 4},
        ),
        (("#", "Indicator", "Fully met", "Partly met", "Not met", "Source"), {"yes": 2, "partial": 3, "no": 4}),
        (("No", "Rule", "Compliant", "Non-compliant"), {"yes": 2, "no": 3}),
    ],
)
def test_columns_to_tick_are_known_by_their_words(headers: tuple[str, ...], ticks: dict[str, int]) -> None:
    found = columns_of(headers)
    assert found is not None and found.question == 1 and found.ticks == ticks


@pytest.mark.parametrize("row", [("1", "Is there a yard?", "Yes", "No"), ("", "Is there a yard?", "☐ Yes", "☐ No")])
def test_a_row_that_asks_and_offers_is_no_header(row: tuple[str, ...]) -> None:
    assert columns_of(row) is None


@pytest.mark.parametrize(
    "layout",
    [
        "landscape_return",
        "issues_letter",
        "society_workbook",
        "boxed_survey",
        "thematic_boxes",
        "indicator_sheets",
    ],
)
def test_all_questions_of_a_form_are_read_and_nothing_else(layout: str) -> None:
    name, data = laid_out({"title": "Return", "intro": "Please fill in.", "layout": layout, "questions": ASKED})
    read = opened(name, data).questions
    assert [one.text for one in read] == [one["question"] for one in ASKED]
    # A list of issues offers no grades; its questions are answered with yes or no all the same.
    assert all(one.graded for one in read)


def test_a_letter_that_asks_for_two_things_is_parted_and_its_opening_left_out() -> None:
    text = (
        "With reference to paragraph 12 of the previous observations, please describe the treatment of scabies, "
        "and indicate the number of cells without heating."
    )
    first, second = parts_of(text)
    assert "paragraph" not in first and "scabies" in first
    assert unexplained(second) == "The number of cells without heating"
    (named,) = parts_of("In the light of reports received on the caging of patients, please state the rules in force.")
    assert "caging" in named and "light" not in named


def test_to_respond_to_allegations_is_no_order_about_the_form() -> None:
    assert is_asking("Please respond to allegations of blows and state what was done.")
    assert is_instruction("Please respond to all questions.") and is_instruction("Please reply by 1 May.")
    assert not is_instruction("Please comment on the use of cells without tables.")


def test_a_gap_says_where_the_answer_is_likely_to_stand() -> None:
    gap = "No evidence in 3 documents (40 passages)."
    told = directed(gap, "What budget does the national preventive mechanism have?")
    assert told is not None and told.startswith(gap) and "annual report" in told
    assert directed(gap, "Are mattresses fire-retardant?") == gap and directed(None, "What budget do you have?") is None
    assert "prosecutor" in likely_in("How many officials were convicted of torture?")


def test_a_part_on_which_nothing_was_found_is_named() -> None:
    from assistant.questionnaires.question import Question

    found = Suggestion(Question("1", "How often, and why?"), lead="Counted: 3.", lacking=("Why",))
    assert found.answer == "Counted: 3. No evidence on: “Why”."


def test_boxes_below_a_question_are_its_own() -> None:
    from .forms import word

    def form(document: Any) -> None:
        for text in ("1. Is the roof sound?", "☐ Yes   ☐ Partly   ☐ No", "2. How many beds are there?"):
            document.add_paragraph(text)
        document.add_paragraph("3. Is there a bell?")

    read = opened("form.docx", word(form)).questions
    assert [one.graded for one in read] == [True, False, False]


def test_codes_are_numbers_and_what_does_not_apply_stays_as_it_is() -> None:
    asked = [
        {"number": "D.1", "section": "Yard", "question": "The yard is roofed", "gold_answer": "No", "type": "S"},
        {"number": "D.2", "section": "Yard", "question": "Number of boilers", "gold_answer": None, "type": "O"},
    ]
    form = opened(*laid_out({"title": "Indicators", "intro": "", "layout": "indicator_sheets", "questions": asked}))
    assert [(one.number, one.graded) for one in form.questions] == [("D.1", True), ("D.2", False)]
    # "n/a" in the column of ratings is the form's own word, not an answer that somebody gave.
    assert form.fill(1, Suggestion(form.questions[1], gap="No evidence.")).state != "kept"


@pytest.mark.parametrize(
    ("text", "polar"),
    [
        ("Please indicate whether the yard is roofed.", True),
        ("Kindly confirm whether soap is handed out.", True),
        ("Please indicate how often the yard is swept.", False),
    ],
)
def test_whether_something_is_so_is_answered_with_yes_or_no(text: str, polar: bool) -> None:
    assert is_polar(text) == polar
