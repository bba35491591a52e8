"""Numbers of entries that stand in headings, behind the words, in brackets or in the sentence itself."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.links.same_place import _jurisdictions
from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.extraction import extract_register
from ingest.register.polite import asks_politely
from ingest.register.verbs import commands
from ingest.structure.labels import read_label


def entries(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    return list(extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None)))


def test_a_heading_bears_the_number_of_a_verdict_in_a_numbered_paragraph() -> None:
    found = entries(
        "# Elm Prison: follow-up visit",
        "# R1 (Dormitory)",
        "3. Forty men were there, fifteen fewer than last year. This recommendation has been partly implemented.",
        "# R2 (louvres)",
        "4. We opened and shut every louvre ourselves. Implemented.",
    )
    judged = [(one.number, one.status_verified) for one in found if one.kind == "progress"]
    assert judged == [("R1", "partly implemented"), ("R2", "implemented")]


def test_answers_open_with_codes_and_lists_of_them() -> None:
    found = entries(
        "# Reply of the Commissioner to the report on Elm Prison",
        "On R1. This has been done. A welder was on site in August.",
        "On R3 and R4, which I take together. Both are agreed to.",
        "On R5. We are unable to follow the Division. There is no vote for it.",
    )
    assert [one.number for one in found if one.kind == "response"] == ["R1", "R3 and R4", "R5"]


def test_verdicts_open_with_letters_in_brackets() -> None:
    found = entries(
        "# Second visit to Elm Police Station",
        "# How the five recommendations fared",
        "(i), register: all nine persons were in the register. We consider this done.",
        "(ii), families: the calls are logged, so the recommendation is only partly implemented.",
        "(iii), cells: mats were given by a temple. Not implemented.",
    )
    judged = [(one.number, one.status_verified) for one in found if one.kind == "progress"]
    assert judged == [("i", "implemented"), ("ii", "partly implemented"), ("iii", "not implemented")]


def test_a_code_behind_the_words_counts_where_several_bear_one() -> None:
    found = entries(
        "# Elm Centre",
        "# Findings and recommendations",
        "That the Branch end systematic searches after visits. (R-1)",
        "That the Ministry of Health send a doctor on every working day. (R-2)",
    )
    assert [one.number for one in found] == ["R-1", "R-2"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rec. 2024/31 — To the Gendarmerie: move them", "2024/31"),
        ("Rec. 4: Close the cell.", "4"),
        ("Recommendation 4. Close the cell.", "4"),
    ],
)
def test_a_short_word_with_its_dot_is_a_label(text: str, number: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.kind, label.number) == ("recommendation", number)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Sink a second borehole", True),
        ("Furnish a toilet", True),
        ("Settle who pays", True),
        ("Monday the 12th", False),
        ("During the night", False),
        ("Recently a nurse left", False),
        ("Cells were dark", False),
    ],
)
def test_what_commands(text: str, does: bool) -> None:
    assert commands(text) is does


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Please make sure that nobody is given medicines without knowing it.", "recommendation"),
        ("Please tell us which of these you accept.", "request_for_information"),
        ("Please find the list of names below.", None),
    ],
)
def test_please(sentence: str, kind: str | None) -> None:
    assert asks_politely(sentence) == kind


def test_a_part_of_a_federation_agrees_with_the_whole() -> None:
    assert _jurisdictions("Quebec", "Canada") is True
    assert _jurisdictions("Quebec", "Australia") is False


def test_a_joined_finding_is_no_part_of_what_is_asked() -> None:
    found = entries(
        "# Elm Centre",
        "# Findings and recommendations",
        "Searches were done after each visit and without any reason. That the Correctional Services Branch end them.",
        "That the Ministry of Health send a doctor on every working day.",
    )
    first = next(one for one in found if one.kind == "recommendation")
    assert (first.addressee, first.text.startswith("That the Correctional")) == ("Correctional Services Branch", True)


def numbers(kind: str, *lines: str) -> list[str | None]:
    return [one.number for one in entries(*lines) if one.kind == kind]


def test_mere_numbers_in_brackets_behind_recommendations_count_them() -> None:
    lines = (
        "# Report on the visit to Elm Prison",
        "# Recommendations",
        "The Governor should open the yard for an hour each day (4).",
        "The lamps must be dimmed at night (3).",
        "The Governor should have the roof of block B mended (5).",
    )
    assert numbers("recommendation", *lines) == ["4", "3", "5"]
    assert numbers("recommendation", *lines[:2], "The Governor should buy beds for the men in block B (40).") == [None]


def test_brackets_behind_the_subject_number_a_verdict() -> None:
    found = numbers(
        "progress",
        "# Return to Elm Prison: what was done and what was not",
        "# Done",
        "- Lamps at night (c). All of them burn, and none hangs in the beds.",
        "# Not done",
        "- Books in the library (d). None has come since the spring.",
    )
    assert found == ["c", "d"]


def test_a_code_at_the_head_numbers_the_one_recommendation_of_its_paragraph() -> None:
    found = numbers(
        "recommendation",
        "# Control visit to Elm Prison",
        "# Recommendations maintained",
        "MH-1 is maintained: the Ministry of Health should take over the care of prisoners.",
        "GV-2 is maintained for the eight who are left. The Governor should move them to block A.",
    )
    assert found == ["MH-1", "GV-2"]


def test_single_letters_number_answers_behind_their_word() -> None:
    found = numbers(
        "response",
        "# Reply of the Commissioner to the report on Elm Prison",
        "Ad A. Accepted.",
        "Ad B. Rejected, there is no room.",
    )
    assert found == ["A", "B"]
