"""The network that reads questions for the register word by word, and the questions that it learnt from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.question.tagging import LABELS, QuestionTagger, question_tagger, words_of
from assistant.training.tagged_questions import parsed, tagged_questions
from ingest.embedding.embedder import ModelUnusable


def labels_of(question: str) -> dict[str, str]:
    return {question[tag.start : tag.end]: tag.label for tag in question_tagger().tags(question)}


def test_a_line_is_read_into_text_and_tags() -> None:
    one = parsed("How many {concern|worries} about {topic|the lift}?")
    assert one.text == "How many worries about the lift?"
    assert [(label, one.text[start:end]) for label, start, end in one.tags] == [
        ("concern", "worries"),
        ("topic", "the lift"),
    ]


@pytest.mark.parametrize("line", ["How many {wish|asks}?", "How many {concern|worries?"])
def test_a_faulty_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"label|brace"):
        parsed(line)


def test_the_questions_are_many_and_some_are_held_out() -> None:
    questions = tagged_questions()
    held = [one for one in questions if one.held_out]
    assert len(questions) > 1_000 and 0.08 < len(held) / len(questions) < 0.18
    plain = sum(not one.tags for one in questions)
    assert 0.3 < plain / len(questions) < 0.6


def test_words_and_pieces_are_in_step() -> None:
    offsets = [(0, 0), (0, 3), (4, 8), (8, 10), (11, 12), (0, 0)]
    assert words_of("how manyfo x", offsets) == [(0, 3, 1), (4, 10, 2), (11, 12, 4)]


def test_everyday_words_are_read() -> None:
    read = labels_of("How many of the demands made of the prison service did it brush aside?")
    assert read.get("demands") == "recommendation"
    assert "rejected" in read.values()


def test_other_questions_have_no_tags() -> None:
    assert not labels_of("How many women had asked for a doctor during the night?")
    assert not labels_of("What does the law say on searches of visitors?")


def test_long_questions_are_left_alone() -> None:
    assert question_tagger().tags("How many asks were refused, and why, " * 40) == ()


def test_a_card_of_another_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable):
        QuestionTagger(tmp_path)
    card = {"labels": LABELS[:-1], "sha256": {"question_tagger.onnx": "0"}}
    (tmp_path / "question_tagger.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(ModelUnusable, match="another version"):
        QuestionTagger(tmp_path)
