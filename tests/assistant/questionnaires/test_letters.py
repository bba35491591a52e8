"""Letters and lists that ask without question marks, statements that deny, and cells merged across and downwards."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document

from assistant.questionnaires.answering import Answerer
from assistant.questionnaires.denial import affirmed
from assistant.questionnaires.filling import fill
from assistant.questionnaires.forms import opened
from assistant.questionnaires.parts import parts_of
from assistant.questionnaires.question import is_asking, questions_in
from assistant.questionnaires.stance import Stance, stance

from .forms import word


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The Subcommittee would be grateful to learn whether boats are searched.", "Whether boats are searched."),
        ("It also wishes to know what became of the ferry.", "What became of the ferry."),
        ("Information is sought on the age of the boilers.", "The age of the boilers."),
        ("Figures on drownings since May are requested.", "Drownings since May"),
        ("The Committee asks to be told how often nets are mended.", "How often nets are mended."),
        ("Lastly, it would be helpful to know by whom the key is kept.", "By whom the key is kept."),
        ("As to kitchens, please state for how long soup is boiled.", "For how long soup is boiled (kitchens)"),
    ],
)
def test_a_wish_to_know_is_a_question_without_the_wish(sentence: str, asked: str) -> None:
    assert is_asking(sentence)
    assert parts_of(sentence)[0] == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "The Subcommittee looks forward to receiving your replies by 31 March.",
        "Please accept, Excellency, the assurances of my highest consideration.",
        "Kindly answer yes or no where that is possible.",
        "States are requested to reply to the questions below.",
        "How should the form be completed? Fill in the white cells only.",
        "Patients asked the team to be given water.",
        "This matter was raised during the last visit.",
    ],
)
def test_courtesies_and_instructions_ask_nothing(sentence: str) -> None:
    assert not is_asking(sentence)


def test_a_running_paragraph_holds_several_questions_and_a_rider_stays() -> None:
    text = "Are belts locked away? The matter is old. Please also indicate who has the key. If so, please give dates."
    assert questions_in(text) == [
        "Are belts locked away?",
        "Please also indicate who has the key. If so, please give dates.",
    ]
    assert questions_in("The matter is old. Are belts locked away?") == ["The matter is old. Are belts locked away?"]


def test_a_denial_is_looked_up_as_what_it_denies() -> None:
    assert affirmed("Medicines are not hidden in food.") == "Medicines are hidden in food."
    assert affirmed("Minors are never placed with adults.") == "Minors are placed with adults."
    assert affirmed("No belts are used.") == "Belts are used."
    assert affirmed("Belts are not only used at night.") is None
    assert affirmed("Belts are used.") is None


def test_only_what_is_denied_of_the_matter_itself_counts_against_it() -> None:
    asked = "Are telephones in cells?"
    beside = "Those who could not swim were rescued, and telephones ring in the cells."
    assert stance(asked, beside, (), own=1.0, near=True) is not Stance.AGAINST
    assert stance(asked, "There are no telephones in the cells.", (), own=1.0, near=True) is Stance.AGAINST
    lacking = "There was no order for any resident that they should be kept in cells without telephones."
    assert stance(asked, lacking, (), own=1.0, near=True) is Stance.AGAINST


def _merged(document: Any) -> None:
    made = document.add_table(rows=5, cols=4, style="Table Grid")
    for cell, text in zip(made.rows[0].cells, ("No.", "Question", "Answer", "Source"), strict=True):
        cell.text = text
    made.cell(1, 0).merge(made.cell(1, 3)).text = "Part A"
    for at, text in enumerate(
        (
            "How long is the waiting time for a dentist?",
            "Do the cell bells of prisons ring?",
            "How many cell bells were tested?",
        )
    ):
        made.cell(2 + at, 0).text, made.cell(2 + at, 1).text = str(1 + at), text
    made.cell(2, 2).merge(made.cell(2, 3))
    made.cell(3, 3).merge(made.cell(4, 3))
    document.add_paragraph(
        "The Subcommittee would like to know how long one waits for a dentist. "
        "Please also indicate which cell bells ring."
    )


def test_merged_cells_and_shared_paragraphs_keep_answers_and_edits(library: Any) -> None:
    form = word(_merged)
    filled = fill(Answerer(library), "form.docx", form)
    first = Document(io.BytesIO(filled.data))
    # Where answer and source are one cell, the answer stands there.
    assert "17 weeks" in first.tables[0].cell(2, 2).text
    shared = [one for one in first.paragraphs if one.text.startswith("[")]
    assert [one.text.split(":")[0] for one in shared] == ["[4", "[5"]
    first.tables[0].cell(3, 2).paragraphs[0].runs[0].text = "Mine alone."
    shared[0].runs[0].text += " And mine."
    buffer = io.BytesIO()
    first.save(buffer)
    again = fill(Answerer(library), "form.docx", form, earlier=buffer.getvalue())
    assert [one.state for one in again.suggestions] == ["suggested", "kept", "suggested", "kept", "suggested"]
    second = Document(io.BytesIO(again.data))
    assert second.tables[0].cell(3, 2).text.startswith("Mine alone.")
    assert any(one.text.endswith(" And mine.") for one in second.paragraphs)
    assert [one.text for one in opened("form.docx", again.data).questions] == [
        one.text for one in opened("form.docx", form).questions
    ]
