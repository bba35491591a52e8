"""The classifier's way from text to readings, with made-up probabilities and with the shipped model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from redaction.classification.classifier import CLASSES, MODELS, Classifier, Words, shapes, windows
from redaction.classification.readings import GROUPS, Reading, readings
from redaction.errors import ModelMissing

FLOORS = dict.fromkeys(CLASSES[1:], 0.5)


def scored(text: str, **labels: dict[str, float]) -> list[tuple[str, str, float]]:
    words = Words(text)
    scores = np.zeros((len(words.starts), len(CLASSES)), dtype=np.float32)
    for index, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        for label, value in labels.get(text[start:end], {}).items():
            scores[index, CLASSES.index(label)] = value
    return [(text[r.start : r.end], r.label, round(r.score, 2)) for r in readings(text, words, scores, FLOORS)]


def read(text: str) -> list[Reading]:
    classifier = Classifier()
    return readings(text, *classifier.probabilities(text), classifier.thresholds)


def test_shapes_tell_letter_case_and_fresh_lines() -> None:
    text = "Ann B met 4 UN\n- mcKay x"
    offsets = [(0, 3), (4, 5), (6, 9), (10, 11), (12, 14), (15, 16), (17, 22), (23, 24), (0, 0)]
    # 1 + 2 * kind + fresh; kinds: 0 no word, 1 digits, 2 small, 3 one capital, 4 capitals, 5 capitalised, 6 mixed
    assert shapes(text, offsets) == [12, 7, 5, 3, 9, 2, 14, 5, 0]


def test_windows_cover_every_character_that_is_no_line_end() -> None:
    text = "\n".join(["short line", "word " * 400, "x" * 2000, "", "end"])
    covered = np.zeros(len(text), dtype=bool)
    for start, end in windows(text):
        assert end - start <= 700
        covered[start:end] = True
    assert all(text[index] == "\n" for index in np.flatnonzero(~covered))


def test_neighbouring_words_of_one_class_are_one_reading() -> None:
    found = scored(
        "Mary-Jane O'Brien, Lee",
        Mary={"NAME": 0.9},
        Jane={"NAME": 0.6},
        O={"NAME": 0.7},
        Brien={"NAME": 0.8},
        Lee={"NAME": 0.9},
    )
    assert found == [("Mary-Jane O'Brien", "NAME", 0.9), ("Lee", "NAME", 0.9)]


def test_what_is_somebodys_counts_although_its_kind_is_unsure() -> None:
    assert {"ID", "PLATE"} <= set(GROUPS[0])
    assert scored("see KX41", KX41={"ID": 0.3, "PLATE": 0.4}) == [("KX41", "PLATE", 0.7)]


def test_a_date_that_may_be_a_birth_is_one() -> None:
    assert scored("on 1990", **{"1990": {"DOB": 0.25, "DATE_PERSONAL": 0.4}})[0][1] == "DOB"
    assert scored("on 1990", **{"1990": {"DOB": 0.05, "DATE_PERSONAL": 0.6}})[0][1] == "DATE_PERSONAL"


def test_a_missing_or_damaged_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        Classifier(tmp_path).probabilities("text")
    for name in ("classifier.json", "tokenizer.json"):
        shutil.copy(MODELS / name, tmp_path)
    (tmp_path / "classifier.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelMissing, match="damaged"):
        Classifier(tmp_path).probabilities("text")


def test_the_shipped_card_matches_the_code() -> None:
    card = json.loads((MODELS / "classifier.json").read_text(encoding="utf-8"))
    assert tuple(card["classes"]) == CLASSES
    assert set(card["thresholds"]) == set(card["review"]) == set(CLASSES[1:])
    assert (MODELS / "classifier.onnx").stat().st_size < 30_000_000
    assert str(card["training"]["seed"]) in (MODELS / "classifier.md").read_text(encoding="utf-8")


def test_the_shipped_model_reads_people_apart_from_institutions() -> None:
    text = "Tomasz Wrobelski had been moved twice. Dunholm Prison held 412 men, and the Mental Health Act applied."
    found = [text[r.start : r.end] for r in read(text) if r.label == "NAME"]
    assert found == ["Tomasz Wrobelski"]


def test_windows_and_batches_do_not_change_what_is_read() -> None:
    line = "Nurse Ilkay Demirbas saw him on the landing."
    alone = [(r.start, r.end, r.label) for r in read(line)]
    many = read("\n".join([line] * 60))
    assert len([r for r in many if r.label == "NAME"]) == 60 * len([r for r in alone if r[2] == "NAME"])


@pytest.mark.parametrize("text", ["", "   \n\n", "…—·", "\u200b\u200b", "a" * 5000, "日本語 " * 300])
def test_odd_texts_are_read_without_error(text: str) -> None:
    words, scores = Classifier().probabilities(text)
    assert len(scores) == len(words.starts)
    assert np.allclose(scores.sum(axis=1), 1, atol=1e-3) if len(scores) else True
