"""At most five quotations in a cell, none far below the best; a scope that a heading sets is told."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

from docx import Document

from assistant.answers.answer import Sentence
from assistant.questionnaires.filling import _scope
from assistant.questionnaires.forms import WordDocument
from assistant.questionnaires.question import Question
from assistant.questionnaires.room import MOST_QUOTED, fitted
from assistant.questionnaires.suggestion import Suggestion

from .forms import three_columns, word


def held(count: int, *, counted: bool = False) -> Suggestion:
    from dataclasses import fields

    from assistant.answers.answer import Citation

    def citation(n: int) -> Any:
        values: dict[str, Any] = {field.name: "" for field in fields(Citation)}
        return Citation(**(values | {"n": n, "quote": f"Sentence number {n}."}))

    sentences = tuple(Sentence(f"Sentence number {n}.", (n,)) for n in range(1, count + 1))
    cited = tuple(citation(n) for n in range(1, count + 1))
    return Suggestion(Question("1", "Is it so?"), sentences=sentences, citations=cited, counted=counted)


def practice(*worths: float) -> Any:
    likely = tuple(
        SimpleNamespace(evidence=SimpleNamespace(text=f"Sentence number {n}."), worth=worth, read=None)
        for n, worth in enumerate(worths, 1)
    )
    return SimpleNamespace(likely=likely, findings=())


def test_no_more_than_five_quotations() -> None:
    found = fitted(held(8), [practice(*[2.0] * 8)])
    assert len(found.citations) == len(found.sentences) == MOST_QUOTED
    assert [one.n for one in found.citations] == [1, 2, 3, 4, 5]


def test_what_is_far_below_the_best_is_dropped() -> None:
    found = fitted(held(3), [practice(2.0, 1.5, -4.0)])
    assert [one.text for one in found.sentences] == ["Sentence number 1.", "Sentence number 2."]
    assert [one.citations for one in found.sentences] == [(1,), (2,)]


def test_rows_behind_a_number_that_are_left_out_are_told() -> None:
    assert fitted(held(6, counted=True), [practice()]).notices == ("1 more row: opcat ask shows all of them",)


def test_a_scope_set_by_a_heading_is_the_first_line_and_goes_away_again() -> None:
    narrowed = [Suggestion(Question(number, "Is it so?"), narrowed="Ruritania") for number in "12"]
    note = _scope(narrowed)
    assert "questions 1, 2" in note and "Ruritania" in note and "--ignore-headings" in note
    assert _scope([Suggestion(Question("1", "Is it so?"))]) == ""
    form = WordDocument(word(three_columns))
    form.open_with(note)
    assert form.is_sound(form.data())
    assert note in Document(io.BytesIO(form.data())).paragraphs[0].text
    form.open_with("")
    assert all(note not in one.text for one in Document(io.BytesIO(form.data())).paragraphs)
