"""What an answer says beyond the question: what became of a recommendation, how full each side of a comparison was."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.evidence import Evidence
from assistant.answers.sides import sides_of
from assistant.answers.work import Work
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.question.routing import wants_comparison
from assistant.register import numbers
from assistant.register.counting import Counted
from assistant.tables.figures import labelled_row
from ingest.passage import DocumentKind, Filters
from redaction.text import restore


def test_a_recommendation_is_followed_by_what_became_of_it(library: Any) -> None:
    answer = ask(library, "Is there a ceiling of 15 days for separation in Ostmark?")
    said = [sentence.text for sentence in answer.sentences]
    made = next(at for at, text in enumerate(said) if text.startswith("Recommendation 2"))
    assert "rejected recommendation 2" in said[made + 1]


def test_how_full_a_place_is_is_said_of_each_visit(library: Any) -> None:
    assert wants_comparison("Did Quellmoor get fuller or emptier?")
    answer = ask(library, "Compare the population of Quellmoor between the two visits.")
    said = " ".join(sentence.text for sentence in answer.sentences[:2])
    assert "412 people" in said and "455 people" in said


def test_units_of_one_report_are_sides(library: Any) -> None:
    def item(text: str) -> Evidence:
        passage = SimpleNamespace(passage_id=text, text=restore(text), heading_path=("Visit",))
        hit: Any = SimpleNamespace(
            passage=passage, document=SimpleNamespace(document_id="d", kind=DocumentKind.VISIT_REPORT)
        )
        return Evidence(hit, text, 1.0, 0.0, frozenset())

    query = understand("How did food compare in the Upper Wing and the Lower Annex?", Names())
    both = item("The Upper Wing and the Lower Annex were visited.")
    upper, lower = item("Food in the Upper Wing was warm."), item("Food in the Lower Annex was cold.")
    assert sides_of(library, query, [both, lower, upper], None) == [[upper], [lower]]
    assert sides_of(library, query, [both, lower], None) == []


def test_what_the_register_knows_of_no_entry_is_not_counted_as_nought(
    library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names.of(library)
    query = understand("How many recommendations were implemented?", names)
    entries = tuple(library.ledger.register(Filters()))[:3]
    nothing = Counted((), 3, (), "recommendations", looked_at=entries, unknown=3, by_standing=True)
    monkeypatch.setattr(numbers, "register_count", lambda work, evidence: nothing)
    work = Work(library, query, names)
    assert numbers.answer_number(work, ()) is None
    assert "none of the 3 entries" in work.notices[0]
    some = replace(nothing, unknown=2)
    monkeypatch.setattr(numbers, "register_count", lambda work, evidence: some)
    answer = numbers.answer_number(Work(library, query, names), ())
    assert answer is not None and answer.count == 0


def test_what_was_searched_leaves_the_catalogue_out(library: Any) -> None:
    answer = ask(library, "What was found about submarines?")
    own = sum(len(library.ledger.document_passages(name)) for name in ("d-quellmoor", "d-quellmoor-2", "d-tarnholm"))
    assert answer.abstained and answer.coverage.passages == own
    law = ask(library, "What does article 22 of OPCAT require?")
    assert law.coverage.passages > own


def test_a_row_with_the_name_and_the_figure_is_the_answer(library: Any) -> None:
    def row(label: str) -> Evidence:
        text = f"{label} | Ministry | 48 | 39"
        header = "Institution | Under | Children in January 2024 | Children in January 2025"
        passage = SimpleNamespace(text=restore(text), heading_path=("Visit", header), block_kind="table_row")
        hit: Any = SimpleNamespace(passage=passage, document=SimpleNamespace(kind=DocumentKind.VISIT_REPORT))
        return Evidence(hit, text, 1.0, 0.0, frozenset())

    rows = [row("Total"), row("School of Ardvulin"), row("Colony of Zhura")]
    asked = understand("How many children were in the Colony of Zhura?", Names())
    assert labelled_row(asked, rows) is rows[2]
    assert labelled_row(understand("How many cells were in the Colony of Zhura?", Names()), rows) is None
    assert labelled_row(understand("How many children were in the Home of Velden?", Names()), rows) is None
