"""Leads that hold the first item of their list, labels inside a paragraph, and answers of an authority in a word."""

from __future__ import annotations

import pytest

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.extraction import extract_register
from tests.ingest.report_builder import report


def asked(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    found = extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None))
    return [one for one in found if one.kind == "recommendation"]


def test_a_lead_holds_the_first_item_and_its_addressee_for_the_others() -> None:
    found = asked(
        "# Report on the visit to Elm Centre",
        "# III. Considering the above",
        "It is recommended to the Institute for Juvenile Justice: (i) that it open the yard for six hours a day;",
        "(ii) that it assign two educators to each module, also at night;",
        "It is recommended to the Ministry of Health: (iii) that it post a nurse inside the centre.",
    )
    assert [(one.number, one.addressee) for one in found] == [
        ("i", "Institute for Juvenile Justice"),
        ("(ii)", "Institute for Juvenile Justice"),
        ("iii", "Ministry of Health"),
    ]
    assert found[0].text == "open the yard for six hours a day;"


def test_a_numbered_item_behind_that_names_its_own_subject() -> None:
    found = asked(
        "# Elm Removal Facility",
        "# Findings and recommendations",
        "I recommend that: (2024/1) Elm Custody Services provide a nurse at night.",
        "Agency: Accept in part. The nurse will come three nights a week.",
        "I recommend that: (2024/2) the site manager move the complaints box out of the office.",
        "Agency: Not accepted. The box is seen best where it is.",
    )
    assert [(one.number, one.addressee, one.status_claimed) for one in found] == [
        ("2024/1", "Elm Custody Services", "partly accepted"),
        ("2024/2", "site manager", "rejected"),
    ]


def test_letters_that_only_enumerate_lead_to_no_item() -> None:
    found = asked(
        "# Visit to Elm Prison",
        "The delegation asked for (b) a list of the men in cells and was given it the same day.",
    )
    assert found == []


@pytest.mark.parametrize(
    "far", ["", "The walls were damp and the light was broken in most of the rooms that we saw. " * 3]
)
def test_a_label_behind_the_finding_bears_number_and_addressee(far: str) -> None:
    (found,) = asked(
        "# Visit to Elm Prison",
        f"{far}In Hall 6, ninety men shared fifty beds. Recommendation no. 2 (General Directorate of Prisons; before "
        "next summer): Beds must be installed for every prisoner.",
    )
    assert (found.number, found.text) == ("2", "Beds must be installed for every prisoner.")
    assert found.addressee is not None
    assert found.addressee.startswith("General Directorate of Prisons")


def test_codes_with_strokes_number_what_a_body_demands() -> None:
    found = asked(
        "# Elm Hospital: what must change",
        "# To the Permanent Secretary for Health",
        "EH/A. Fund twelve nursing posts.",
        "EH/B. Gazette rules on seclusion.",
        "# To the Municipality of Elmo",
        "EH/C. Repair the road to the hospital.",
    )
    assert [(one.number, one.addressee) for one in found] == [
        ("EH/A", "Permanent Secretary for Health"),
        ("EH/B", "Permanent Secretary for Health"),
        ("EH/C", "Municipality of Elmo"),
    ]


def test_the_words_of_a_scale_below_numbers_are_no_verdicts() -> None:
    built = report(
        "# Second visit to Elm Centre, May 2024",
        "# Annex: verdicts on recommendations 1 to 3 of 2023",
        "The verdict is fulfilled, fulfilled in part, unfulfilled or without object.",
    )
    kind = classify(built, "report.pdf")
    found = extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None))
    assert [one for one in found if one.kind == "progress"] == []


def test_all_items_of_one_paragraph_are_read_each_with_its_number() -> None:
    found = asked(
        "# Report on the visit to Elm Centre",
        "# Recommendations",
        "The Governor is asked (1) to give everybody a mattress, (2) to open the yard for an hour and (3) to mend the "
        "roof. The Ministry of Health is asked (4) to hire a nurse.",
    )
    assert [(one.number, one.addressee, str(one.text)) for one in found] == [
        ("1", "Governor", "give everybody a mattress"),
        ("2", "Governor", "open the yard for an hour"),
        ("3", "Governor", "mend the roof."),
        ("4", "Ministry of Health", "hire a nurse."),
    ]


def test_a_list_that_is_cited_leads_to_nothing() -> None:
    found = asked("# Return to Elm Centre", "Of what we asked, in paragraphs (a) to (e), we give an account below.")
    assert found == []
