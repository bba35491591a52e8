"""Recommendations with their answers: from the register, each sentence a quotation."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.register.replies import wants_answer
from assistant.register.reply_passages import numbered_by_paragraph, replies_of, whole_reply
from assistant.retrieval.sentences import is_fragment, split_sentences, without_number
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage, RegisterEntry
from redaction.text import restore


def test_the_recommendation_comes_first_where_it_is_asked_for(library: Any) -> None:
    answer = ask(library, "What did the inspectors recommend about separation, and what did the minister answer?")
    assert answer.sentences[0].text.startswith("Recommendation 2: The Minister of Justice should limit separation")
    assert any("The Minister rejected recommendation 2" in sentence.text for sentence in answer.sentences)


def test_the_answer_comes_first_where_it_is_asked_for(library: Any) -> None:
    answer = ask(library, "How did the Minister respond on limiting separation at Quellmoor?")
    assert "rejected recommendation 2" in answer.sentences[0].text


def test_no_law_where_none_is_asked_for(library: Any) -> None:
    answer = ask(library, "What did the inspectors recommend about separation, and what did the minister answer?")
    assert {citation.kind for citation in answer.citations} == {str(DocumentKind.VISIT_REPORT)}


def test_at_most_five_sentences(library: Any) -> None:
    assert len(ask(library, "What was recommended about cell bells at Quellmoor?").sentences) <= 5


def test_a_count_says_what_it_counted(library: Any) -> None:
    answer = ask(library, "How many recommendations were rejected?")
    assert answer.count == 1
    assert answer.lead.startswith("1 of 4. Counted: recommendations; status: rejected; all 3 documents")
    assert answer.text.startswith(answer.lead)


def test_an_address_is_no_status(library: Any) -> None:
    answer = ask(library, "Which recommendations are addressed to the Prison Board?")
    assert answer.count == 2


def test_a_topic_without_the_status_is_counted_as_none(library: Any) -> None:
    answer = ask(library, "Which recommendations about dentists were rejected?")
    assert (answer.count, answer.rows, answer.abstained) == (0, (), False)


def test_a_kind_that_the_register_lacks_is_counted_as_none(library: Any) -> None:
    answer = ask(library, "How many deficiencies are there?")
    assert (answer.count, answer.abstained) == (0, False)


@pytest.mark.parametrize("piece", ["2.2 Separation.", "Safety of staff.", "Recommendation 2 (repeated).", "Food."])
def test_headings_are_no_answers(piece: str) -> None:
    assert is_fragment(piece)


@pytest.mark.parametrize(
    "piece", ["Telephones do not work.", "Nobody slept.", "18 men shared one room.", "Beds were wet."]
)
def test_short_sentences_are(piece: str) -> None:
    assert not is_fragment(piece) or len(piece.split()) < 3


def test_numbers_of_paragraphs_are_cut_and_other_numbers_kept() -> None:
    assert without_number("2.14 The yard was closed.") == "The yard was closed."
    assert without_number("18 of the 50 men were searched.") == "18 of the 50 men were searched."


def test_a_sentence_that_leans_is_quoted_with_the_one_before() -> None:
    assert split_sentences("Patients cook twice a week. This is good practice.") == [
        "Patients cook twice a week. This is good practice."
    ]


def test_a_reply_is_quoted_with_its_reason_up_to_the_next_number() -> None:
    text = "Recommendation 2 is rejected. Spray is the least harm. It stays. Recommendation 3 is accepted."
    assert whole_reply(text, "Recommendation 2 is rejected.") == (
        "Recommendation 2 is rejected. Spray is the least harm. It stays."
    )


def test_the_number_of_a_paragraph_is_no_number_of_a_recommendation() -> None:
    entry = RegisterEntry("r", "d", "p", "14", "recommendation", restore("Repair the bells."), locator="14")
    assert numbered_by_paragraph(entry, 3)
    assert not numbered_by_paragraph(entry, 14)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What reason did the ministry give for keeping the belts?", True),
        ("What did the authorities say about double cells?", True),
        ("Why was the recommendation rejected?", True),
        ("What did the patients say about food?", False),
        ("Why were the bells silent?", False),
    ],
)
def test_reasons_and_promises_of_an_authority_are_answers(question: str, wanted: bool) -> None:
    assert wants_answer(question.casefold()) is wanted


def test_a_table_of_replies_alone_answers_by_its_numbers() -> None:
    text = "The containers should be left open at night."
    entry = RegisterEntry("r-1", "d-1", "p-1", "3.2", "recommendation", restore(text), response=restore("Rejected."))
    rows = [("3.1", "Accepted."), ("3.2", "Rejected. Locks are needed.")]
    passages = [Passage("p-1", "d-1", 0, restore(text), "3.2", 1, "paragraph")]
    for at, (number, said) in enumerate(rows, 1):
        row = restore(f"{number} | {said}")
        passages.append(Passage(f"row-{at}", "d-1", at, row, f"table 1 row {at}", 1, "table_row"))
    record = DocumentRecord("d-1", "a.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata())
    ledger = SimpleNamespace(
        documents=lambda *_: [record],
        register=lambda *_, **__: [entry],
        passages=lambda _: {},
        document_passages=lambda _: passages,
    )
    work: Any = SimpleNamespace(library=SimpleNamespace(ledger=ledger), texts={})
    assert [passage.passage_id for passage, _ in replies_of(work, entry, ())] == ["row-2"]
