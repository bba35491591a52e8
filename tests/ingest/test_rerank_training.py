"""What the reranker is trained on: groups whose answer is known, and what is taken out of them."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from library_fakes import WordsEmbedder

from ingest.training import pairs
from ingest.training.pairs import Collection, Pair, is_held_out
from ingest.training.rerank_groups import (
    OTHERS,
    Fact,
    Mined,
    facts_of,
    groups_of,
    sentences_of,
    shortened,
    titled,
    unanswered,
)
from ingest.training.rerank_mining import mine
from ingest.training.rerank_reading import read
from ingest.training.rerank_scores import area, refused, score

BELLS = "Cell bells were tested at night. Of 96 bells, 31 did not ring at Quellmoor Prison. Parts had been ordered."
OTHER = tuple(f"Passage {number} speaks of meals, showers and the yard." for number in range(12))
COLLECTION = Collection("reports", (BELLS, *OTHER), (Pair("How many bells did not ring?", (0,)),))


def test_the_answer_comes_first_and_never_among_the_others() -> None:
    fact = Fact("Of 96 bells, 31 did not ring at Quellmoor Prison.", "Cell bells were tested at night.")
    facts = {("How many bells did not ring?", BELLS): fact}
    robbed = 0
    for seed in range(40):
        mined = [Mined(COLLECTION.pairs[0], tuple(range(1, 9)))]
        [group] = groups_of(COLLECTION, mined, facts, Random(seed))
        assert group.answered and len(group.passages) == OTHERS + 1
        assert "31 did not ring" in group.passages[0]
        assert not any("31 did not ring" in text for text in group.passages[1:])
        robbed += any("tested at night" in text for text in group.passages[1:])
    assert 8 < robbed < 32


def test_the_sentence_that_answers_is_found_and_taken_out() -> None:
    [(key, fact)] = facts_of(COLLECTION, COLLECTION.pairs, WordsEmbedder()).items()
    assert key == ("How many bells did not ring?", BELLS)
    assert fact.sentence.startswith("Of 96 bells")
    assert "31" not in fact.rest and fact.rest.startswith("Cell bells") and fact.rest.endswith("ordered.")


def test_a_shortened_text_keeps_what_it_must() -> None:
    pieces = sentences_of(BELLS)
    for seed in range(20):
        assert pieces[2] in shortened(BELLS, Random(seed), pieces[2])


def test_a_title_takes_the_place_out_of_the_text() -> None:
    seen = {titled(BELLS, Random(seed)) for seed in range(60)}
    assert BELLS in seen
    moved = [text for text in seen if "Quellmoor" in text.split("\n")[0] and "\n" in text]
    assert moved and all("Quellmoor" not in text.split("\n")[-1] for text in moved)


def test_every_written_question_belongs_to_a_passage_and_the_held_out_are_apart() -> None:
    reports = pairs.reports()
    train, held = list(unanswered(reports)), list(unanswered(reports, held=True))
    assert len(train) > 200 and len(held) > 40
    assert all(is_held_out(group.passages[0]) for group in held)
    assert not any(is_held_out(group.passages[0]) or group.answered for group in train)
    assert {len(group.passages) for group in (*train, *held)} == {OTHERS + 1}


def test_mining_finds_what_is_near_and_no_answer() -> None:
    collection = Collection("reports", (BELLS, "Bells rang in the church.", *OTHER), COLLECTION.pairs)
    [item] = mine(collection, collection.pairs, WordsEmbedder())
    assert item.near[0] == 1 and 0 not in item.near


def test_reading_files_say_where_the_answer_stands(tmp_path: Path) -> None:
    start = BELLS.index("31")
    asked = [
        {"question": "How many did not ring?", "answers": [{"text": "31", "answer_start": start}]},
        {"question": "Who tested them?", "answers": [], "is_impossible": True},
    ]
    path = tmp_path / "read.json"
    path.write_text(json.dumps({"data": [{"paragraphs": [{"context": BELLS, "qas": asked}]}]}))
    found = read([path, path])
    assert found.collection.passages == (BELLS,) and len(found.collection.pairs) == 1
    assert found.facts["How many did not ring?", BELLS].sentence.startswith("Of 96")
    assert found.impossible == (("Who tested them?", 0),)


def test_a_perfect_reranker_scores_one_and_a_blind_one_does_not() -> None:
    mined = [Mined(COLLECTION.pairs[0], tuple(range(1, 9)))]
    perfect = score(lambda _, texts: [1.0 if text == BELLS else -1.0 for text in texts], COLLECTION, mined)
    assert (perfect["first"], perfect["MRR"], perfect["known"]) == (1.0, 1.0, 1.0)
    blind = score(lambda _, texts: [-float("Cell" in text) for text in texts], COLLECTION, mined)
    assert blind["first"] == 0.0 and blind["MRR"] == pytest.approx(1 / 9, abs=1e-3)
    assert area([1.0, 2.0], [1.0]) == 0.75
    groups = list(unanswered(pairs.reports(), held=True))
    assert refused(lambda _, texts: [-1.0] * len(texts), groups) == 1.0
