"""Questions with what search found for them: the groups that the reranker is trained on."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from ingest.training.rerank_found import DRAWN, Searched, groups_found, read_searched
from ingest.training.rerank_groups import OTHERS, Fact

NEAR = tuple(f"near {number}" for number in range(8))
FAR = tuple(f"far {number}" for number in range(20))


def test_the_answer_comes_first_beside_near_and_far_passages() -> None:
    searched = [Searched("How warm?", ("18 degrees", "in the annex too"), (*NEAR, *FAR))]
    firsts = set()
    for seed in range(30):
        groups = list(groups_found(searched, Random(seed)))
        assert len(groups) == DRAWN
        for group in groups:
            assert group.answered and len(set(group.passages)) == OTHERS + 1
            firsts.add(group.passages[0])
            assert sum(text in NEAR for text in group.passages) == 2
    assert firsts == {"18 degrees", "in the annex too"}


def test_few_passages_are_enough() -> None:
    [group, *_] = groups_found([Searched("How warm?", ("18 degrees",), NEAR[:4])], Random(1))
    assert len(set(group.passages)) == OTHERS + 1


def test_what_nothing_answers_stands_beside_the_nearest() -> None:
    for group in groups_found([Searched("How cold?", (), (*NEAR, *FAR))], Random(3)):
        assert not group.answered and set(group.passages) <= set(NEAR)


def test_questions_with_too_few_passages_are_left_out(tmp_path: Path) -> None:
    rows = [
        {"question": "a", "answers": ["x"], "others": NEAR},
        {"question": "b", "answers": [], "others": NEAR[:OTHERS]},
    ]
    path = tmp_path / "found.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    assert [one.question for one in read_searched(path)] == ["a"]


FACT = Fact("It was 18 degrees.", "The annex was dry.")
WHOLE = "It was 18 degrees. The annex was dry."


def test_a_fact_is_read_alone_and_missed_in_the_rest() -> None:
    searched = [Searched("How warm?", (WHOLE,), (*NEAR, *FAR), (FACT,))]
    groups = [group for seed in range(40) for group in groups_found(searched, Random(seed))]
    answered = [group for group in groups if group.answered]
    assert {group.passages[0] for group in answered} == {WHOLE, FACT.sentence}
    assert any(FACT.rest in group.passages[1:] for group in answered)
    void = [group for group in groups if not group.answered]
    assert void and all(group.passages[0] == FACT.rest and WHOLE not in group.passages for group in void)
    assert all(len(set(group.passages)) == OTHERS + 1 for group in groups)


def test_a_passage_without_its_fact_is_no_proof_where_another_answers() -> None:
    searched = [Searched("How warm?", (WHOLE, "18 degrees in the annex"), (*NEAR, *FAR), (FACT, None))]
    assert all(group.answered for seed in range(40) for group in groups_found(searched, Random(seed)))


def test_facts_are_read_with_their_answers(tmp_path: Path) -> None:
    row = {"question": "a", "answers": [WHOLE, "x"], "others": NEAR, "facts": [[FACT.sentence, FACT.rest], None]}
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert [one.facts for one in read_searched(path)] == [(FACT, None)]
