"""The bar for evidence, columns read by their shape, and places that only wait for an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.questionnaires.bar import Signs
from assistant.questionnaires.columns import columns_by_shape, columns_of
from assistant.questionnaires.word_text import is_blank

NEAR = Signs(sentence=0.6, passage=0.5, context=0.8, finding=True, read=1.0)


def test_near_words_and_meaning_clear_the_bar_and_another_matter_does_not() -> None:
    assert NEAR.clear_bar
    assert not replace(NEAR, sentence=0.2, passage=0.2, finding=False, read=-1.0).clear_bar
    unread = replace(NEAR, sentence=0.4, passage=0.4, finding=False)
    assert replace(unread, read=3.0).clear_bar and not replace(unread, read=-3.0).clear_bar
    assert NEAR.clear_bar == replace(NEAR, read=None).clear_bar


def test_a_table_says_by_its_shape_what_is_to_be_filled_in() -> None:
    rows = [
        ["Line", "Item", "Figure or sentence"],
        ["1", "Escapes in the reporting year", ""],
        ["2", "Deaths by natural causes", "Click here to enter text."],
        ["3", "Days lost to strikes of staff", ""],
    ]
    columns = columns_by_shape(rows)
    assert columns is not None and (columns.number, columns.question, columns.answer) == (0, 1, 2)
    assert columns_by_shape([["Name", "Detail"], ["Full name", ""], ["Telephone", ""], ["E-mail", ""]]) is None
    assert columns_by_shape([["Place", "Men"], ["North prison", "40"], ["South prison", "51"]]) is None


def test_one_column_beside_number_and_reply_holds_the_questions() -> None:
    columns = columns_of(["Ref.", "Particulars", "Reply"])
    assert columns is not None and (columns.number, columns.question, columns.answer) == (0, 1, 2)
    assert columns_of(["Country", "Remarks"]) is None


@pytest.mark.parametrize(
    "text",
    ["Click or tap here to enter text.", "Choose an item.", "[insert text]", "Type your answer here", "Please specify"],
)
def test_orders_about_the_place_itself_are_no_answer(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["Add the number of women", "Describe the register", "No beds"])
def test_what_asks_or_answers_is_not_blank(text: str) -> None:
    assert not is_blank(text)
