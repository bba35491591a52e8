"""The redaction scorer: a perfect system scores 1, a broken one does not, and each failure is seen for what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from evals.datasets import Dataset, GoldDocument, GoldSpan, Segment
from evals.redaction import RedactionScore, harmless_masked, score_redaction
from evals.redaction_tables import by_type, summary
from evals.systems import Masked, merged
from redaction.errors import UnsupportedLanguage
from redaction.span import SpanType

TEXT = "Ms Orla Quibell (A1234BC), aged 31, told HMP Fenn that Hope was lost."


def stretch(words: str, kind: SpanType) -> GoldSpan:
    return GoldSpan(TEXT.index(words), TEXT.index(words) + len(words), kind)


GOLD = [
    stretch("Orla Quibell", SpanType.NAME),
    stretch("A1234BC", SpanType.ID),
    stretch("aged 31", SpanType.AGE),
]
KEEP = (TEXT.index("HMP Fenn"), TEXT.index("HMP Fenn") + 8)
DATASET = Dataset("tiny", (GoldDocument("01", Path("01.txt"), (Segment(TEXT, None, tuple(GOLD), (KEEP,)),)),), ())


def system(*ranges: tuple[int, int], raised: Sequence[tuple[int, int]] = ()) -> Callable[[Sequence[str]], Masked]:
    def redact(segments: Sequence[str]) -> Masked:
        out = segments[0]
        for start, end in reversed(merged(ranges)):
            out = out[:start] + "[X]" + out[end:]
        return Masked((tuple(ranges),), (out,), (tuple(raised),))

    return redact


def perfect() -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in GOLD]


def test_a_perfect_system_scores_one() -> None:
    score = score_redaction(DATASET, system(*perfect()))
    assert (score.leak_free, score.documents, score.surviving) == (1, 1, 0)
    assert score.recall(direct=True) == score.recall(direct=False) == 1
    assert score.tokens_masked == score.tokens_masked_rightly == 5
    assert (score.harmless_masked, score.keep_whole, score.keep) == (0, 1, 1)


def test_a_system_that_does_nothing_leaks() -> None:
    score = score_redaction(DATASET, system())
    assert score.leak_free == 0
    assert score.recall(direct=True) == 0
    assert score.surviving == 3  # two words of the name, one number
    assert score.keep_whole == 1


def test_one_letter_left_is_a_miss() -> None:
    start, end = perfect()[0]
    score = score_redaction(DATASET, system((start, end - 1), *perfect()[1:]))
    assert score.recall(direct=True) == 0.5
    assert score.leak_free == 0


def test_masking_everything_has_recall_and_no_precision() -> None:
    score = score_redaction(DATASET, system((0, len(TEXT))))
    assert score.recall(direct=True) == 1
    assert score.keep_whole == 0
    assert score.harmless_masked == score.harmless > 0
    assert score.tokens_masked_rightly < score.tokens_masked


def test_a_quasi_identifier_may_be_left_to_a_reviewer() -> None:
    score = score_redaction(DATASET, system(*perfect()[:2], raised=[perfect()[2]]))
    assert score.recall(direct=False) == 0
    assert score.recall(direct=False, reviewed=True) == 1
    assert score.leak_free == 1


def test_a_name_that_survives_elsewhere_is_a_leak_though_its_span_is_masked() -> None:
    def careless(segments: Sequence[str]) -> Masked:
        masked = system(*perfect())(segments)
        return Masked(masked.ranges, (masked.texts[0] + " quibell",))

    score = score_redaction(DATASET, careless)
    assert (score.recall(direct=True), score.surviving, score.leak_free) == (1, 1, 0)


def test_a_refused_document_leaks_nothing_and_finds_nothing() -> None:
    def refusing(segments: Sequence[str]) -> Masked:
        raise UnsupportedLanguage("no", hint="no")

    score = score_redaction(DATASET, refusing)
    assert score.leak_free == 1
    assert score.recall(direct=True) == 0
    assert score.held == {"01": UnsupportedLanguage.code}


def test_tables_name_counts_and_doubt() -> None:
    scores = {"perfect": score_redaction(DATASET, system(*perfect())), "none": score_redaction(DATASET, system())}
    table = summary("tiny", scores)
    assert table.cell("perfect", "leak-free documents") == "1/1"
    assert table.cell("perfect", "direct miss rate, 95 % bound") == 1.0  # 3 / 2, at most 1
    assert table.cell("none", "direct recall") == 0
    kinds = by_type("tiny", scores)
    assert (kinds.cell("NAME", "n"), kinds.cell("NAME", "perfect: masked"), kinds.cell("NAME", "none: masked")) == (
        1,
        1,
        0,
    )
    assert kinds.cell("NAME", "95 % low") == pytest.approx(0.207, abs=0.001)
    assert kinds.cell("PLATE", "perfect: recall") is None


def test_a_person_is_masked_with_all_mentions() -> None:
    spans = (*(GoldSpan(span.start, span.end, span.type, True, "p1") for span in GOLD[:2]), GOLD[2])
    dataset = Dataset("tiny", (GoldDocument("01", Path("01.txt"), (Segment(TEXT, None, spans),)),), ())
    assert score_redaction(dataset, system(*perfect())).persons == [1, 1]
    score = score_redaction(dataset, system(*perfect()[:1]))
    assert (score.persons, score.vulnerable) == ([0, 1], [1, 2])
    assert score_redaction(DATASET, system(*perfect()[:1])).persons == [1, 2]  # nobody says whose they are


def test_misses_are_places_with_what_was_done_to_them() -> None:
    start, end = perfect()[0]
    score = score_redaction(DATASET, system((start, end - 1), perfect()[1], raised=[perfect()[2]]))
    assert [(miss.type, miss.how) for miss in score.misses] == [
        ("NAME", "left in part"),
        ("AGE", "left whole, raised"),
    ]
    assert score.touched[SpanType.NAME] == 1


def test_needless_masks_are_named_by_what_made_them() -> None:
    lost = (TEXT.index("lost"), TEXT.index("lost") + 4)

    def labelled(segments: Sequence[str]) -> Masked:
        found = system(*perfect(), KEEP, lost)(segments)
        return Masked(found.ranges, found.texts, labels=(("a", "b", "c", "PLACE by x", "NAME by y"),))

    score = score_redaction(DATASET, labelled)
    assert [(miss.type, miss.start, miss.how) for miss in score.misses] == [
        ("KEEP", KEEP[0], "masked as PLACE by x"),
        ("harmless", lost[0], "masked as NAME by y"),
    ]


def test_a_quasi_identifier_replaced_in_part_counts_neither_as_masked_nor_as_reviewed() -> None:
    end = perfect()[2][1]
    score = score_redaction(DATASET, system(*perfect()[:2], (end - 2, end)))
    assert (score.hit[SpanType.AGE], score.reviewed[SpanType.AGE], score.touched[SpanType.AGE]) == (0, 0, 1)


def test_harmless_characters_are_those_outside_identifiers() -> None:
    assert harmless_masked("ab cd, ef", [(3, 9)], [(3, 5)]) == (5, 3)  # a b , e f; of them , e f


def test_nothing_measured_is_not_zero() -> None:
    score = RedactionScore()
    assert score.recall(direct=True) is None


@pytest.mark.parametrize(
    ("given", "wanted"), [([(3, 5), (0, 2)], [(0, 2), (3, 5)]), ([(0, 3), (2, 5), (5, 6)], [(0, 6)]), ([], [])]
)
def test_ranges_are_united(given: list[tuple[int, int]], wanted: list[tuple[int, int]]) -> None:
    assert merged(given) == wanted
