"""Replies by code, on all at once, below quotations and headings, and numbers sorted by what became of them."""

from __future__ import annotations

import pytest

from ingest.metadata.extraction import classify
from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.bulk_decisions import decides_all, excepted
from ingest.register.coded_replies import coded_replies
from ingest.register.extraction import extract_register
from ingest.register.listed_decisions import listed_decisions
from ingest.register.positions_taken import takes_positions
from tests.ingest.report_builder import report

HEADING = "# Reply on Marlpit House"


def answers(*lines: str) -> list[tuple[str | None, str | None]]:
    metadata = Metadata(title="Reply on Marlpit House", place="Marlpit House")
    found: tuple[RegisterEntry, ...] = extract_register(report(HEADING, *lines), "d-1", DocumentKind.RESPONSE, metadata)
    return [(one.number, one.status_claimed) for one in found if one.kind == "response"]


def test_each_code_is_answered_up_to_the_sentence_that_names_the_next() -> None:
    found = coded_replies(
        report(
            "Some has been done. As to GV-1, lamps were bought in May. As to GV-2: the wall cannot be moved.",
            "The Ministry accepts MH-1. A nurse will be appointed.",
            "What is said to the judges (CJ-1 and CJ-2) is not for us.",
        ).blocks,
        set(),
    )
    assert [(one.number, str(one.text)) for one in found] == [
        ("GV-1", "As to GV-1, lamps were bought in May."),
        ("GV-2", "As to GV-2: the wall cannot be moved."),
        ("MH-1", "The Ministry accepts MH-1. A nurse will be appointed."),
        ("CJ-1, CJ-2", "What is said to the judges (CJ-1 and CJ-2) is not for us."),
    ]
    assert [one.status_claimed for one in found][:3] == ["implemented", "rejected", "accepted"]


def test_letters_need_the_word_that_says_what_they_count() -> None:
    found = coded_replies(
        report(
            "Item (a) has been attended to.", "Nor can we comment on item (b).", "Section 4(c) of the Act applies."
        ).blocks,
        set(),
    )
    assert [one.number for one in found] == ["a", "b"]
    assert found[0].status_claimed == "implemented"


@pytest.mark.parametrize("line", ["Flight AB-7 left late.", "Order 28/2024 went out.", "As to B-12, it is a vitamin."])
def test_one_code_alone_answers_nothing(line: str) -> None:
    assert coded_replies(report(line).blocks, set()) == []


@pytest.mark.parametrize(
    ("text", "decision", "but"),
    [
        ("The meeting resolved to accept all the recommendations except 3/2023.", "accepted", ("3/2023",)),
        ("The Ministry accepts all recommendations but Nos. 3 and 5.", "accepted", ("3", "5")),
        ("We agree with all of the proposals save for (c) and (d).", "accepted", ("c", "d")),
        ("The Board accepts none of the recommendations.", "rejected", ()),
        ("The Board rejects all these proposals.", "rejected", ()),
        ("We accept all visitors.", None, ()),
    ],
)
def test_a_decision_on_all_and_what_it_leaves_out(text: str, decision: str | None, but: tuple[str, ...]) -> None:
    assert decides_all(text) == decision
    assert excepted(text) == but


def test_what_all_leaves_out_is_answered_where_a_paragraph_names_it() -> None:
    found = answers(
        "The council resolved to accept all the recommendations except 3/2023.",
        "Concerning 3/2023, no money could be found, and the council cannot accept it.",
        "The meeting closed at noon.",
    )
    assert found == [(None, "accepted"), ("3/2023", "rejected")]


def test_numbers_are_answered_below_their_paragraph_word() -> None:
    assert answers("Par. 4.1 - CONCUR.", "Par. 4.2 - DO NOT CONCUR. The matter is before the court.") == [
        ("4.1", "accepted"),
        ("4.2", "rejected"),
    ]


def test_labelled_comments_answer_what_is_quoted_above_them() -> None:
    found = answers(
        "Below, each recommendation is quoted and followed by our comment.",
        '"The lamps should be replaced."',
        "Comment: Agreed. They will be replaced by May.",
        '"The yard should be open."',
        "Comment: The wall cannot be moved.",
    )
    assert found == [(None, "accepted"), (None, "rejected")]


def test_lines_of_a_letter_are_answered_one_by_one() -> None:
    found = answers(
        "> 1. Replace the lamps.", "Done last week.", "> 2. Open the yard.", "We cannot, the wall is falling."
    )
    assert found == [("1", "implemented"), ("2", "rejected")]


def test_headings_take_the_position_of_what_stands_below() -> None:
    found = answers(
        "# Accepted", "(a) Water will be brought by May.", "# Not accepted", "(b) There is no room for a yard."
    )
    assert found == [("a", "accepted"), ("b", "rejected")]


@pytest.mark.parametrize(
    ("lines", "sorted_out"),
    [
        (["We accept 1, 2 and 4. 3 is refused for want of money."], "1+ 2+ 4+ 3-"),
        (["Nos. 1-3: agreed. No. 4: not agreed."], "1+ 2+ 3+ 4-"),
        (["Accepted: 1, 3, 5.", "Not accepted: 2."], "1+ 3+ 5+ 2-"),
        (
            ["The Government accepts recommendations 1 and 2.", "It does not accept recommendations 3 and 4."],
            "1+ 2+ 3- 4-",
        ),
        (["The following were accepted: (a), (c) and (d). (b) is refused."], "a+ c+ d+ b-"),
    ],
)
def test_numbers_sorted_by_what_is_decided(lines: list[str], sorted_out: str) -> None:
    found = listed_decisions(report(*lines).blocks, set(), answers=True)
    sign = {"accepted": "+", "rejected": "-"}
    assert " ".join(f"{one.number}{sign[one.status_claimed or '']}" for one in found) == sorted_out


def test_numbers_sorted_by_what_was_found() -> None:
    told = "Of the six recommendations, 1, 4 and 5 are done, 2 and 3 half done, 6 untouched."
    found = listed_decisions(report(told).blocks, set(), answers=False)
    assert [one.number for one in found if one.status_verified == "implemented"] == ["1", "4", "5"]
    assert [one.number for one in found if one.status_verified == "not implemented"] == ["6"]
    by_topic = listed_decisions(
        report("Solved: lamps (1), roof (4).", "Unsolved: yard (2).").blocks, set(), answers=False
    )
    assert [(one.number, one.status_verified) for one in by_topic] == [
        ("1", "implemented"),
        ("4", "implemented"),
        ("2", "not implemented"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["On 3 May 12 men were held. 4 had been released, 2 were ill."],
        ["In 2 cells the light was broken; 3 were closed; 4 had been repaired."],
        ["Accepted: 1, 2.", "Not accepted: 2, 3."],
    ],
)
def test_figures_and_numbers_told_twice_sort_nothing(lines: list[str]) -> None:
    assert listed_decisions(report(*lines).blocks, set(), answers=False) == []
    assert listed_decisions(report(*lines).blocks, set(), answers=True) == []


def test_whoever_takes_positions_by_number_and_opens_as_a_reply_answers() -> None:
    letter = report(
        "# Observations on the visit to Marlpit Police Station",
        "Dear Madam,",
        "I refer to your report on the visit of 3 May and have been directed to convey the following.",
        "As to item (a), we agree. Lamps will be bought.",
        "With regard to item (b), the request cannot be accepted.",
    )
    assert takes_positions(letter.blocks)
    assert classify(letter, "letter.txt") is DocumentKind.RESPONSE
    visit = report("# Visit to Marlpit Police Station", "1. Lamps should be bought.", "2. The yard was shut in May.")
    assert not takes_positions(visit.blocks)
    assert classify(visit, "visit.txt") is DocumentKind.VISIT_REPORT


def test_bare_positions_in_a_cell() -> None:
    found = answers(
        "| Rec. | Reply | By",
        "| 1 | Yes, from May on | May",
        "| 2 | No, there is no money | –",
        "| 3 | Yes, but only in block B | June",
    )
    assert found == [("1", "accepted"), ("2", "rejected"), ("3", "partly accepted")]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["(a) Beds were bought in June. (b) The roof cannot be mended. (c) A nurse will come."], ["a", "b", "c"]),
        (["(a) Beds were bought in June.", "(b) The roof cannot be mended this year."], ["a", "b"]),
        (["Firstly, beds were bought in June. Secondly, the roof cannot be mended this year."], ["1", "2"]),
    ],
)
def test_answers_in_a_run_bear_their_letters_and_places(lines: list[str], numbers: list[str]) -> None:
    assert [number for number, _ in answers(*lines)] == numbers


def test_letters_that_only_count_the_paragraphs_of_a_reply_answer_nothing() -> None:
    lines = ("(a) There are forty places.", "(b) The weather is fine.", "(c) The house is of stone.")
    assert not any(number for number, _ in answers(*lines))


def test_a_verb_that_stands_once_judges_what_follows() -> None:
    found = listed_decisions(report("(a) has been complied with; (b) and (c) have not.").blocks, set(), answers=False)
    assert [(one.number, one.status_verified) for one in found] == [
        ("a", "implemented"),
        ("b", "not implemented"),
        ("c", "not implemented"),
    ]
