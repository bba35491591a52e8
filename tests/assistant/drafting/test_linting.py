"""The double-SMART linter: pairs of sentences that differ in one thing, and faults with their places."""

from __future__ import annotations

import pytest

from assistant.drafting.errors import NothingToCheck, TextTooLong
from assistant.drafting.judgement import Criterion, Standing
from assistant.drafting.linting import check_all, check_one

MET, DOUBTFUL, NOT_MET = Standing.MET, Standing.DOUBTFUL, Standing.NOT_MET

PAIRS = [
    (
        Criterion.SPECIFIC,
        "The Prison Board should enhance the regime.",
        "The Prison Board should unlock every cell at 8 a.m.",
    ),
    (
        Criterion.MEASURABLE,
        "The Governor should promote cleanliness.",
        "The Governor should have cells cleaned twice a week.",
    ),
    (
        Criterion.TIME_BOUND,
        "The Governor should repair the roof.",
        "The Governor should repair the roof within three weeks.",
    ),
    (
        Criterion.TIME_BOUND,
        "The Governor should repair the roof.",
        "The Governor should repair the roof by 3 May 2031.",
    ),
    (
        Criterion.RESULTS_ORIENTED,
        "The clinic should open the garden.",
        "The clinic should open the garden so that patients can go outdoors.",
    ),
    (
        Criterion.SOLUTION_SUGGESTIVE,
        "The Ministry of Health should address long waiting times.",
        "The Ministry of Health should open a second surgery in the prison.",
    ),
    (
        Criterion.MINDFUL,
        "The Director should replace the beds.",
        "The Director should replace the beds, starting with those of the sick, and in the meantime lend mattresses.",
    ),
    (
        Criterion.ARGUED,
        "The Director should replace the beds.",
        "The Director should replace the beds, because the delegation saw 14 that had collapsed.",
    ),
    (
        Criterion.ROOT_CAUSE,
        "The Director should replace the beds.",
        "The Director should fill the vacant posts at night, since falls happened because no staff were there.",
    ),
    (Criterion.TARGETED, "Beds should be replaced.", "The Director should replace the beds."),
]


@pytest.mark.parametrize(("criterion", "weak", "strong"), PAIRS)
def test_the_strong_version_meets_what_the_weak_one_does_not(criterion: Criterion, weak: str, strong: str) -> None:
    assert check_one(strong).standing(criterion) is MET
    assert check_one(weak).standing(criterion) is not MET


def test_each_criterion_is_judged_once_with_a_reason_and_unless_met_a_suggestion() -> None:
    for _, weak, strong in PAIRS:
        for text in (weak, strong):
            judged = check_one(text).judgements
            assert [each.criterion for each in judged] == list(Criterion)
            assert all(each.why for each in judged)
            assert all(bool(each.suggestion) == (each.standing is not MET) for each in judged)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The authorities should buy beds.", DOUBTFUL),
        ("All relevant stakeholders should buy beds.", DOUBTFUL),
        ("The Ministry of Interior Affairs should buy beds.", MET),
        ("We call on the Border Guard Command to buy beds.", MET),
        ("It is recommended that beds be bought.", NOT_MET),
        ("[who?] should buy beds.", DOUBTFUL),
    ],
)
def test_a_collective_is_nobody_in_particular(text: str, standing: Standing) -> None:
    assert check_one(text).standing(Criterion.TARGETED) is standing


def test_an_addressee_or_grounds_that_stand_elsewhere_count() -> None:
    text = "Beds should be replaced."
    assert check_one(text, addressee="Director of the Home").standing(Criterion.TARGETED) is MET
    assert check_one(text, grounds="Fourteen beds had collapsed.").standing(Criterion.ARGUED) is MET


def test_faults_point_at_their_words() -> None:
    text = "Adequate beds should be bought as soon as possible."
    checked = check_one(text)
    vague = [fault for fault in checked.faults if fault.code == "vague_word"]
    assert {fault.words for fault in vague} == {"Adequate", "as soon as possible"}
    assert all(text[fault.start : fault.end] == fault.words for fault in checked.faults)
    assert {"no_addressee", "no_time_limit"} <= {fault.code for fault in checked.faults}


def test_a_right_without_an_action_and_two_demands_in_one_are_seen() -> None:
    right = check_one("The right of patients to privacy must be respected.")
    assert "right_without_action" in {fault.code for fault in right.faults}
    double = check_one("The Governor should repair the showers and replace the doors.")
    assert "double_recommendation" in {fault.code for fault in double.faults}
    single = check_one("The Governor should repair the showers.")
    assert "double_recommendation" not in {fault.code for fault in single.faults}


def test_only_what_demands_is_taken_from_a_list() -> None:
    text = "Introduction.\n\n1. The Governor should repair it.\n\nWe saw mould.\n\n2. The Ministry must fund a nurse."
    assert [checked.text[:2] for checked in check_all(text)] == ["1.", "2."]
    headed = check_all("Report to the Council\n\nRepair the roof.\n\n- The Governor should buy beds")
    assert [checked.text for checked in headed] == ["Repair the roof.", "- The Governor should buy beds"]


def test_nothing_and_too_much_are_refused() -> None:
    with pytest.raises(NothingToCheck):
        check_all(" ... \n")
    with pytest.raises(TextTooLong):
        check_all("x" * 100_001)


def test_strange_text_is_judged_and_never_breaks() -> None:
    for text in (
        "should",
        "should should must",
        "(",
        "A" * 5000,
        "that that that should be",
        "Recommendation 1.",
        "\u202eshould",
        "to",
    ):
        assert len(check_one(text).judgements) == 10


def test_long_text_without_sentences_is_quick() -> None:
    import time

    began = time.monotonic()
    check_one("The Governor, " * 3000 + "should repair " * 2000)
    assert time.monotonic() - began < 5


def test_a_row_of_a_table_is_read_with_its_cells() -> None:
    checked = check_one("4 | To mend the boilers, so that wards are warm. | Director of the Home | 15 days")
    standing = {one.criterion: one.standing for one in checked.judgements}
    assert standing[Criterion.SPECIFIC] is standing[Criterion.TIME_BOUND] is standing[Criterion.TARGETED] is MET
