"""Scores of texts annotated by entity, on data whose figures can be worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.entity_data import EntityMention, EntitySet, EntityText, load_entity_sets, read_judgments, read_posts
from evals.entity_scores import EntityScore, entities_by_type, entity_summary, score_entities
from evals.systems import Masked

TEXT = "Mr Ivo Brandel (no. 123/04) came.\n\nThe judge heard Brandel in the spring of 1999 in Wexmouth."
SPRING = "the spring of 1999"


def mention(words: str, kind: str, identifier: str, entity: str, *, last: bool = False) -> EntityMention:
    start = TEXT.rindex(words) if last else TEXT.index(words)
    return EntityMention(start, start + len(words), kind, identifier, entity)


GOLD = (
    mention("Ivo Brandel", "PERSON", "DIRECT", "e1"),
    mention("Brandel", "PERSON", "DIRECT", "e1", last=True),
    mention("123/04", "CODE", "DIRECT", "e2"),
    mention(SPRING, "DATETIME", "QUASI", "e3"),
    mention("Wexmouth", "LOC", "QUASI", "e4"),
)
DATASET = EntitySet("tiny", (EntityText("t1", TEXT, (GOLD,)),))


def system(*words: str) -> Callable[[Sequence[str]], Masked]:
    """Make a system that masks the words given, wherever they stand."""

    def redact(segments: Sequence[str]) -> Masked:
        ranges, texts = [], []
        for text in segments:
            found = [(text.index(word), text.index(word) + len(word)) for word in words if word in text]
            out = text
            for start, end in sorted(found, reverse=True):
                out = out[:start] + "[X]" + out[end:]
            ranges.append(tuple(found))
            texts.append(out)
        return Masked(tuple(ranges), tuple(texts))

    return redact


def scored(*words: str) -> EntityScore:
    return score_entities(DATASET, system(*words))


def test_paragraphs_carry_their_offsets() -> None:
    assert [(start, TEXT[start : start + len(block)] == block) for start, block in DATASET.texts[0].blocks] == [
        (0, True),
        (35, True),
    ]


def test_a_perfect_system_scores_one() -> None:
    score = scored("Ivo Brandel", "Brandel", "123/04", "spring of 1999", "Wexmouth")
    assert (score.leak_free, score.documents) == (1, 1)
    assert score.of(identifier="DIRECT") == (2, 2)
    assert score.of(identifier="QUASI") == (2, 2)  # closed-class words aside
    assert score.of(identifier="DIRECT", mentions=True) == (3, 3)
    assert score.name_words == [0, 2]
    # Ivo, Brandel, 123, 04 | Brandel, spring, of, 1999, Wexmouth.
    assert (score.tokens_masked, score.tokens_masked_rightly) == (9, 9)
    assert score.harmless_masked == 0
    assert not score.misses


def test_one_mention_left_leaves_the_entity() -> None:
    score = scored("Ivo", "123/04", "1999")
    assert score.of(identifier="DIRECT") == (1, 2)
    assert score.of(identifier="DIRECT", mentions=True) == (1, 3)
    assert score.of(kind="PERSON") == (0, 1)
    assert score.of(kind="CODE") == (1, 1)
    assert score.of(identifier="QUASI") == (0, 2)
    assert score.name_words == [1, 2]
    assert score.leak_free == 0
    assert [(miss.type, miss.how) for miss in score.misses] == [
        ("DIRECT PERSON", "left in part"),
        ("DIRECT PERSON", "left whole"),
        ("QUASI DATETIME", "left in part"),
        ("QUASI LOC", "left whole"),
    ]


def test_titles_identify_nobody() -> None:
    text = "Mr Ivo Brandel came."
    dataset = EntitySet("tiny", (EntityText("t1", text, ((EntityMention(0, 14, "PERSON", "DIRECT", "e1"),),)),))
    score = score_entities(dataset, system("Ivo Brandel"))
    assert (score.of(identifier="DIRECT"), score.titled, score.leak_free) == ((1, 1), [0, 1], 1)
    assert score.name_words == [0, 2]
    assert score_entities(dataset, system("Mr Ivo Brandel")).titled == [1, 1]


def test_quasi_identifiers_do_not_leak_and_harm_is_counted() -> None:
    score = scored("Ivo Brandel", "Brandel", "123/04", "judge")
    assert score.leak_free == 1
    assert score.harmless_masked == len("judge")
    assert (score.tokens_masked, score.tokens_masked_rightly) == (6, 5)


def test_tables() -> None:
    scores = {"perfect": scored("Ivo Brandel", "Brandel", "123/04", SPRING, "Wexmouth"), "none": scored()}
    table = entity_summary("tiny", scores)
    assert table.cell("perfect", "leak-free documents") == "1/1"
    assert table.cell("none", "documents with a leak") == 1
    assert table.cell("none", "direct entities") == "0/2"
    assert table.cell("perfect", "name words surviving") == "0/2"
    kinds = entities_by_type("tiny", scores)
    assert kinds.cell("DIRECT PERSON", "n") == 1
    assert kinds.cell("DIRECT PERSON", "none: recall") == 0


def test_files_of_both_kinds_are_read_and_harmless_marks_left_out(tmp_path: Path) -> None:
    def mark(start: int, identifier: str) -> dict[str, object]:
        return {"start_offset": start, "end_offset": start + 3, "entity_type": "PERSON",
                "identifier_type": identifier, "entity_id": 7}  # fmt: skip

    judgments = tmp_path / "redaction" / "tab" / "a_dev.json"
    posts = tmp_path / "redaction" / "panorama" / "dev.jsonl"
    for path in (judgments, posts):
        path.parent.mkdir(parents=True)
    reading = {"entity_mentions": [mark(0, "DIRECT"), mark(4, "NO_MASK")]}
    judgments.write_text(
        json.dumps([{"doc_id": "d", "text": "Ivo Tom", "annotations": {"one": reading, "two": reading}}]), "utf-8"
    )
    posts.write_text(json.dumps({"text": "Ivo", "entities": {"entities": [mark(0, "QUASI")]}}) + "\n", "utf-8")
    [judgment], [post] = read_judgments(judgments), read_posts(posts)
    assert judgment.readings == ((EntityMention(0, 3, "PERSON", "DIRECT", "7"),),) * 2
    assert (post.doc, post.readings[0][0].identifier) == ("1", "QUASI")
    assert [found.name for found in load_entity_sets(tmp_path)] == ["TAB dev", "PANORAMA dev"]
    assert load_entity_sets(tmp_path / "none") == []
