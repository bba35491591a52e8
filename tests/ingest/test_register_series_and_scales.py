"""Numbered demands between the findings, judgements on a scale of the body's own, and replies without numbers."""

from functools import partial

import pytest

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from tests.ingest.report_builder import register_of

VISIT = Metadata(title="Monitoring visit to Bandawe Camp", place="Bandawe Camp", visit_start="2024-03-04")
RETURN = Metadata(title="Review of progress at Bandawe Camp", place="Bandawe Camp", visit_start="2025-03-04")


entries = partial(register_of, metadata=VISIT)


def of_kind(kind: str, found: list[RegisterEntry]) -> list[RegisterEntry]:
    return [entry for entry in found if entry.kind == kind]


SERIES = (
    "# Bandawe Camp",
    "# 2.2 Findings",
    "Inmates sleep on sacks, and 40 of them share one tap.",
    "(1) The Prison Service should hand out mats at once.",
    "(2) All inmates must be let out before noon, as the Act requires.",
    "# 2.3 Work",
    "Nobody is paid.",
    "(3) Wages should be paid by the Camp Commander; and",
    "(4) it should give boots to whoever breaks stones.",
)


def test_a_series_that_counts_on_through_the_chapters_recommends() -> None:
    found = of_kind("recommendation", entries(*SERIES))
    assert [(entry.number or "").strip("()") for entry in found] == ["1", "2", "3", "4"]
    assert found[2].addressee == "Camp Commander"


def test_numbered_narrative_is_no_series() -> None:
    found = entries(
        "# Bandawe Camp",
        "1. The camp lies by the river and was opened in 1961.",
        "2. It holds three hundred persons in four huts.",
        "# Work",
        "3. Every inmate should rise at five, according to the rules.",
        "4. Stones are broken until noon.",
    )
    assert not of_kind("recommendation", found)


def test_a_judgement_that_names_its_concern_is_the_entry_and_the_reprint_is_none() -> None:
    found = entries(
        "# Early days",
        "Concern 1: Newcomers were not seen by a nurse.",
        "3.1 A nurse now saw half of them on the first evening.",
        "3.2 We considered that the camp had made reasonable progress on concern 1.",
        "# Force",
        "Concern 2: Force was used too often.",
        "3.3 It was used as often as before.",
        "3.4 We considered that there had been no meaningful progress on concern 2.",
        metadata=RETURN,
    )
    judged = of_kind("progress", found)
    assert [(entry.number, entry.status_verified, entry.locator) for entry in judged] == [
        ("1", "reasonable progress", "3.2"),
        ("2", "no meaningful progress", "3.4"),
    ]
    assert not of_kind("concern", found)


def test_words_of_a_scale_that_nobody_knows_are_kept() -> None:
    found = entries(
        "# Status of the recommendations of 2024",
        "| S/N | Recommendation made in 2024 | Status",
        "| 1 | Drill a second borehole | Achieved",
        "| 2 | Post a nurse to the camp | Rung three",
        "| 3 | Roof the third hut | Not achieved",
        "| 4 | Pay the wages of last year | Somewhat achieved",
    )
    assert [(entry.kind, entry.status_verified) for entry in found] == [
        ("progress", "implemented"),
        ("progress", "rung three"),
        ("progress", "not implemented"),
        ("progress", "partly implemented"),
    ]


@pytest.mark.parametrize(
    ("reaction", "status"),
    [
        ("Adopted", "accepted"),
        ("Is not adopted: the law suffices", "rejected"),
        ("Adopted by four of six", "partly accepted"),
        ("Partially taken into account", "partly accepted"),
        ("No reaction received", "no reply"),
    ],
)
def test_reactions_in_a_table_of_numbers(reaction: str, status: str) -> None:
    found = entries(
        "# Recommendations",
        "1. The Minister should change the Act.",
        "2. The directors should buy scanners.",
        "# Reactions to the draft",
        "| Recommendation | Addressed to | Reaction",
        f"| 1 | Minister | {reaction}",
        "| 2 | Directors | Adopted",
    )
    assert [entry.status_claimed for entry in of_kind("recommendation", found)] == [status, "accepted"]


def test_the_owner_of_an_answered_concern_is_its_addressee() -> None:
    found = entries(
        "# Action plan",
        "| No | Concern | Response | Action taken or planned | Responsible owner | Target date",
        "| 1 | Newcomers were not seen by a nurse on their first evening. | Agreed | A nurse stays until ten. | "
        "Head of Health Care | May 2025",
        "| 2 | Force was used far too often and was not reviewed. | Not agreed | Reviews take place. | Logistics | n/a",
        kind=DocumentKind.RESPONSE,
    )
    assert [(entry.addressee, entry.status_claimed) for entry in found] == [
        ("Head of Health Care", "accepted"),
        ("Logistics", "rejected"),
    ]


def test_a_letter_answers_what_an_earlier_one_asked_in_its_order() -> None:
    found = entries(
        "# 3. Formal request, 3 March",
        "1. You are requested to send to this Office the recordings of the yard.",
        "2. It is recommended that the man in the wet hut be given a dry bed.",
        "# 4. Reply of the Commander, 9 March",
        "The recordings go to you with the driver.",
        "He has a dry bed since Monday and sleeps well.",
    )
    asked = [entry for entry in found if entry.kind in ("recommendation", "request_for_information")]
    assert [(entry.status_claimed, entry.response) for entry in asked] == [
        ("accepted", "The recordings go to you with the driver."),
        ("implemented", "He has a dry bed since Monday and sleeps well."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee takes note of the steps taken and recommends that the lower cells never be used again.",
        "I find reason to recommend that the Prison Service count the hours that men spend alone.",
        "We asked the governor on 7 March to arrange a review of his case within two weeks, and she agreed.",
        "We put the matter again to the Area Director, as a recommendation: No child should eat beside a toilet.",
        "The use of mittens must end at once.",
    ],
)
def test_roundabout_recommendations(sentence: str) -> None:
    found = entries("# Huts", "The huts were built for sixty men.", sentence)
    assert [entry.kind for entry in found if "huts were" not in entry.text] == ["recommendation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We asked the nurse to show us the book, which she did.",
        "One man told us: 'They ask you now and they wait for the answer.'",
        "Every allegation must be reported immediately.",
    ],
)
def test_what_only_sounds_like_a_demand(sentence: str) -> None:
    found = entries("# Huts", "The huts were built for sixty men.", sentence)
    assert not [entry for entry in found if entry.kind in ("recommendation", "request_for_information")]


def test_concern_that_the_visitors_voice_and_praise_announced() -> None:
    found = entries(
        "# Complaints",
        "The Ombud is concerned that the forms lie in the office of the manager.",
        "As an example of good practice the Office notes the following. A retired officer plays the guitar on Sundays.",
    )
    assert [entry.text for entry in of_kind("concern", found)] == [
        "The Ombud is concerned that the forms lie in the office of the manager."
    ]
    assert [entry.text for entry in of_kind("good_practice", found)] == [
        "A retired officer plays the guitar on Sundays."
    ]


def test_numbers_with_a_year_and_offices_that_do() -> None:
    found = entries(
        "# Findings and recommendations",
        "Recommendation 2025-01. Medication should be continued by the medical contractor within 24 hours.",
        "Recommendation 2025-02. The Sheriff should cap the use of the chair.",
        "Recommendation 2025-03. Each use should be filmed and the Chief of Corrections should keep the film.",
    )
    assert [(entry.number, entry.addressee) for entry in found] == [
        ("2025-01", "medical contractor"),
        ("2025-02", "Sheriff"),
        ("2025-03", "Chief of Corrections"),
    ]


def test_themes_are_those_of_the_thing_asked_and_not_of_who_is_asked() -> None:
    (door, chapel) = of_kind(
        "recommendation",
        entries(
            "# Recommendations",
            "1. The Ministry of Health should give every patient of the hospital a key and repair the doors.",
            "2. The hospital should teach patients to read.",
        ),
    )
    assert "healthcare" not in door.themes
    assert "healthcare" not in chapel.themes


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Repair the roof before the monsoon of 2026.", "before the monsoon of 2026"),
        ("Mend the lift before Easter.", "before Easter"),
        ("Prohibit, as of today, that men search women.", "as of today"),
    ],
)
def test_times_that_are_no_dates(text: str, due: str) -> None:
    (entry,) = of_kind("recommendation", entries("# Recommendations", f"1. {text}"))
    assert entry.due == due


def test_a_verdict_below_the_heading_of_its_recommendation_is_the_entry() -> None:
    found = entries(
        "# Recommendation 1: water for the huts",
        "Two taps had been added. Nothing had changed in the fourth hut, where women queued.",
        "Partially complied. Three huts of four have water.",
        "# Recommendation 2: shade",
        "Nobody could say who had the key of the store.",
        "Not complied. The yard has no roof.",
        "Recommendation R1 (repeated): The Camp Commander should roof the yard.",
        metadata=RETURN,
    )
    judged = of_kind("progress", found)
    assert [(entry.number, entry.status_verified, entry.text.split(".")[0]) for entry in judged] == [
        ("1", "partly implemented", "Partially complied"),
        ("2", "not implemented", "Not complied"),
    ]
    assert [entry.number for entry in of_kind("recommendation", found)] == ["R1"]


def test_levels_of_compliance_judge_and_a_count_of_them_does_not() -> None:
    found = entries(
        "# Matrix",
        "| No. | Recommendation (2024) | Responsible | Level of compliance | Comment",
        "| 1 | Drill a second borehole | Ministry of Water | Complied | It gives water all day.",
        "| 2 | Post a nurse to the camp | Prison Service | Pending | None has come so far.",
        "| 3 | Roof the third hut | Prison Service | Partially complied | Half of it has sheets.",
        "# Results",
        "| Judgement | Recommendations | Number",
        "| Complied | 1 | 1",
        "| Partially complied and pending | 2, 3 | 2",
        metadata=RETURN,
    )
    assert [(entry.number, entry.status_verified, entry.addressee) for entry in found if entry.number] == [
        ("1", "implemented", "Ministry of Water"),
        ("2", "not implemented", "Prison Service"),
        ("3", "partly implemented", "Prison Service"),
    ]


def test_what_was_accepted_and_is_complete_is_claimed_to_be_done() -> None:
    found = entries(
        "| # | Recommendation | Response of the Service | Update",
        "| 1 | Drill a second borehole | Accepted – Complete (photographs kept) | It gives water since March.",
        "| 2 | Post a nurse to the camp | Accepted – In progress | A post was advertised in May.",
        "| 3 | Roof the third hut | Agreed, to be completed by June | Sheets were bought.",
        kind=DocumentKind.RESPONSE,
    )
    assert [entry.status_claimed for entry in found] == ["implemented", "accepted", "accepted"]


def test_questions_below_whom_they_are_put_to_ask_for_an_answer() -> None:
    found = entries(
        "# 3.2 Questions",
        "# To the Minister",
        "When will the law on bail, promised in 2021, be brought before Parliament?",
        "# To the Director",
        "Why is the yard closed after noon?",
        "# 4. The huts",
        "Who would want to sleep there?",
    )
    assert [(entry.kind, entry.addressee) for entry in found if entry.text.endswith("?")] == [
        ("request_for_information", "Minister"),
        ("request_for_information", "Director"),
    ]
