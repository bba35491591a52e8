"""Offices that a document shows to be such, lists that name few, and paragraphs that close with a verdict."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.extraction import extract_register
from ingest.register.named_offices import named_offices
from ingest.register.narrative import is_aside

_HEAD = (
    "# Report on the visit to Ravensmoor Secure Centre",
    "Visited on 3 to 5 June 2024. The centre held 214 people. Its lifts are run by Liftwell, health care by Moor Care.",
)


def entries_of(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    return list(extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None)))


def addressees(*lines: str) -> list[str | None]:
    return [one.addressee for one in entries_of(*_HEAD, *lines) if one.kind == "recommendation"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Recommendation 1 (Liftwell). Repair the lifts.", "Recommendation 2 (Moor Care). Cut the wait for a dentist."),
        ("R1 [Liftwell]: Repair the lifts on each wing.", "R2 [Moor Care]: Reduce the wait for a dentist."),
        ("Recommendation 1 to Liftwell: Repair the lifts.", "Recommendation 2 to Moor Care: Reduce the waiting times."),
        ("# Recommendations", "1. Repair the lifts. (Liftwell)", "2. Reduce the wait for a dentist. (Moor Care)"),
        ("# Recommendations", "1. Repair the lifts (addressed to Liftwell);", "2. Reduce the waits (to Moor Care)."),
        ("# Recommendations", "Liftwell: Repair the lifts on every wing.", "Moor Care: Reduce the wait for a dentist."),
        ("# Recommendations", "1. Liftwell to repair the lifts.", "2. Moor Care to reduce the wait for a dentist."),
        ("# Recommendations", "1. That Liftwell repair the lifts.", "2. That Moor Care reduce the waiting times."),
        ("# Recommendations", "To Liftwell:", "- repair the lifts;", "To Moor Care:", "- reduce the waiting times."),
        ("# What we ask of Liftwell", "1. Repair the lifts.", "# What we ask of Moor Care", "2. Reduce the waits."),
        (
            "# Recommendations",
            *("Recommendation 1", "Addressed to: Liftwell", "Repair the lifts on each wing."),
            *("Recommendation 2", "Addressed to: Moor Care", "Reduce the wait for a dentist."),
        ),
    ],
)
def test_names_that_no_list_knows(lines: tuple[str, ...]) -> None:
    assert addressees(*lines) == ["Liftwell", "Moor Care"]


def test_words_things_and_the_visitors_are_no_offices() -> None:
    built = report(
        "Officers should wear badges. The officers of the wing should record this.",
        "Lifts should work. The Custody Rules must require a register. Fire Safety: Install alarms.",
        "The Inspectorate of Custody should visit again, and Moor Care should employ a dentist.",
    )
    assert named_offices(built.blocks, "Inspectorate of Custody") == {"moor care"}


def test_whom_few_items_of_a_list_name_the_others_do_not_mean() -> None:
    assert addressees(
        "# Recommendations",
        "1. Offer every person an hour in the open air each day.",
        "2. Rebuild the two rooms (addressed to the Moor Health Trust).",
        "3. Register all requests of relatives.",
        "4. Employ a doctor for the night (addressed to the Moor Health Trust).",
        "5. Give information in a language that is understood.",
        "6. Mend the roof of the yard.",
    ) == [
        "Ravensmoor Secure Centre",
        "Moor Health Trust",
        "Ravensmoor Secure Centre",
        "Moor Health Trust",
        "Ravensmoor Secure Centre",
        "Ravensmoor Secure Centre",
    ]


def test_paragraphs_that_close_with_a_verdict_are_entries_as_a_whole() -> None:
    found = entries_of(
        "# Report on the follow-up visit to Ravensmoor Prison",
        "Visited on 3 to 5 June 2024 to assess what had become of the recommendations of 2022.",
        "# A. The basement",
        "4. Use of the cells at night. Response: agreed. They have bells now. Assessment: partially implemented.",
        "5. The Committee reiterates its recommendation that nobody be held there overnight.",
        "6. Yard. Response: not accepted, since the walls are listed. It is as it was. Assessment: not implemented.",
    )
    judged = [one for one in found if one.status_verified]
    assert [(one.kind, one.status_claimed, one.status_verified) for one in judged] == [
        ("progress", "accepted", "partly implemented"),
        ("progress", "rejected", "not implemented"),
    ]
    assert judged[1].text.startswith("Yard.") and judged[1].text.endswith("not implemented.")


def test_a_verdict_that_stands_alone_judges_the_paragraph_before_it() -> None:
    found = entries_of(
        "# Report on the follow-up visit to Ravensmoor Prison",
        "Visited on 3 to 5 June 2024 to assess what had become of the recommendations of 2022.",
        "# The basement",
        "The authorities agreed to fit bells. Bells were fitted, but there is no more daylight than before.",
        "Assessment: partially implemented.",
    )
    (judged,) = [one for one in found if one.status_verified]
    assert judged.text.startswith("The authorities agreed to fit bells.")


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        ("See the Istanbul Protocol.", True),
        ("It should be remembered that patients come at the worst hours of their lives.", True),
        ("That judgment should be borne in mind.", True),
        ("Letters should be addressed to the Secretary.", True),
        ("Every injury should be noted in the register.", False),
        ("See to it that the cells are heated.", False),
    ],
)
def test_asides_ask_nobody_to_act(sentence: str, aside: bool) -> None:
    assert is_aside(sentence) is aside
