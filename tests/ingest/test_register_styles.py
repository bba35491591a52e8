"""Styles of reports of different mechanisms, each with invented text."""

from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register

PLACE = Metadata(title="Visit to Ashwick", place="HMP Ashwick", visit_start="2023-05-04")


def entries(*lines: str, metadata: Metadata = PLACE) -> list[RegisterEntry]:
    found = extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, metadata)
    return [entry for entry in found if entry.kind != "finding"]


def test_concerns_under_headings_and_no_introduction() -> None:
    found = entries(
        "# What needs to improve at Ashwick",
        "During this inspection we identified 2 key concerns, of which one should be treated as a priority.",
        "# Priority concerns",
        "1. Violence was too high.",
        "# Key concerns",
        "2. Prisoners were locked up too long.",
    )
    assert [(e.kind, e.number) for e in found] == [("concern", "1"), ("concern", "2")]


def test_judgements_behind_concerns_and_recommendations_are_verified() -> None:
    found = entries(
        "# Review of progress at HMP Ashwick",
        "# Violence",
        "Concern: Violence was too high.",
        "2.1 It had fallen a little.",
        "2.2 We considered that the prison had made insufficient progress in this area.",
        "# Visits",
        "Recommendation (6.8): Visits should take place daily.",
        "2.3 We considered that the prison had made good progress against this recommendation.",
        metadata=Metadata(title="Review of progress at HMP Ashwick", place="HMP Ashwick"),
    )
    assert [(e.kind, e.number, e.status_claimed, e.status_verified) for e in found] == [
        ("progress", None, None, "insufficient progress"),
        ("progress", "6.8", None, "good progress"),
    ]


def test_what_stands_apart_from_numbered_paragraphs() -> None:
    told = [f"{n}. The delegation spoke with persons in the cells of station {n} for some hours." for n in range(1, 8)]
    found = entries(
        "# Police",
        *told,
        "The medicine cupboard should be locked at night.",
        "8. The law says that files should be kept for two years in a place that is dry and safe.",
        "The Council recommends that the attic rooms be closed immediately and requests the Norrish Police to "
        "confirm, within one month, that they are empty.",
    )
    assert [(e.kind, e.locator, e.urgency, e.due) for e in found] == [
        ("recommendation", "section: Police, para 1", None, None),
        ("recommendation", "section: Police, para 2", "immediate", "immediately"),
        ("request_for_information", "section: Police, para 2", "short_term", "within one month"),
    ]


def test_a_recommendation_in_a_numbered_paragraph_is_cited_by_its_number() -> None:
    found = entries(
        "# Conditions",
        "21. The Subcommittee urges the State party to repair the water pumps.",
        "22. Visits were short. The Subcommittee recommends that the State party lengthen them.",
    )
    assert [(e.number, e.locator, e.addressee) for e in found] == [
        ("21", "21", "State party"),
        ("22", "22", "State party"),
    ]


def test_a_lead_with_a_numbered_list_that_goes_on_under_the_next_lead() -> None:
    found = entries(
        "# Recommendations",
        "I recommend that the Prison Director:",
        "1. ensures that screens are fitted around toilets;",
        "2. provides clean bedding every week.",
        "I recommend Te Whare Oranga:",
        "3. increase nursing cover overnight.",
    )
    assert [(e.number, e.addressee) for e in found] == [
        ("1", "Prison Director"),
        ("2", "Prison Director"),
        ("3", "Te Whare Oranga"),
    ]


def test_lettered_parts_of_a_labelled_recommendation() -> None:
    found = entries(
        "# Recommendation 2",
        "Norrish Corrective Services:",
        "(a) increases the number of telephones; and",
        "(b) reports on waiting times by March 2024.",
        "# Response",
        "Recommendation 2(a): Accepted",
        "Recommendation 2(b): Not accepted",
    )
    assert [(e.number, e.addressee, e.status_claimed) for e in found] == [
        ("2(a)", "Norrish Corrective Services", "accepted"),
        ("2(b)", "Norrish Corrective Services", "rejected"),
    ]


def test_letters_and_roman_numbers_count_only_in_a_run() -> None:
    found = entries(
        "# Recommendations",
        "A. The Committee recommends that the hospital end the use of belts.",
        "B. The Committee recommends that each use be entered in a register.",
    )
    assert [(e.number, e.locator) for e in found] == [("A", "A"), ("B", "B")]


def test_statements_of_what_is_to_be_and_questions_to_a_minister() -> None:
    found = entries(
        "# Recommendations for the Head of Education",
        "1.1 Every child has a timetable of 25 hours.",
        "# 3.2 Recommendations",
        "TO THE MINISTER",
        "- When will the Minister replace the temporary cells?",
    )
    assert [(e.number, e.addressee) for e in found] == [("1.1", "Head of Education"), (None, "Minister")]


def test_a_table_with_authority_and_term() -> None:
    found = entries(
        "# Findings and recommendations",
        "| Situation observed | Recommendation | Authority responsible | Term",
        "| The toilets of wing 3 are broken. | Repair the toilets of wing 3. | Norrish Prison Service | Immediate",
        "| There is no psychiatrist. | Appoint a psychiatrist at once. | Provincial Ministry of Health | Short term",
    )
    assert [(e.addressee, e.urgency) for e in found] == [
        ("Norrish Prison Service", "immediate"),
        ("Provincial Ministry of Health", "short_term"),
    ]


def test_a_table_of_deficiencies_and_measures() -> None:
    found = entries(
        "# Movement",
        "| No. | Deficiency | Measure | Addressee | Deadline",
        "| 1 | No window can be opened. | Fit windows that open. | Director of the Home | 1 month",
    )
    assert [(e.kind, e.number, e.addressee, e.due, e.urgency) for e in found] == [
        ("deficiency", "1", "Director of the Home", "1 month", "short_term"),
        ("recommendation", "1", "Director of the Home", "1 month", "short_term"),
    ]


def test_figures_under_measure_are_no_recommendations() -> None:
    assert not entries(
        "# Numbers",
        "| Measure | 2022 | 2023",
        "| Average time in custody (hours) | 14 | 16",
        "| Children detained over night | 71 | 64",
    )


def test_a_table_on_the_last_visit_verifies_in_an_ordinary_report() -> None:
    found = entries(
        "# Progress on recommendations from the last inspection",
        "| Recommendation | Progress",
        "| The governor should reduce violence. | Not achieved",
        "| Visits should start on time. | Achieved",
    )
    assert [(e.status_claimed, e.status_verified) for e in found] == [
        (None, "not implemented"),
        (None, "implemented"),
    ]


def test_a_list_with_verdicts_on_earlier_recommendations() -> None:
    found = entries(
        "# Status of previous recommendations",
        "1. Provide every young person with a room. Achieved.",
        "2. Train all staff. Not achieved. There was no money.",
    )
    assert [(e.kind, e.number, str(e.text), e.status_verified) for e in found] == [
        ("progress", "1", "Provide every young person with a room.", "implemented"),
        ("progress", "2", "Train all staff.", "not implemented"),
    ]


def test_the_response_of_a_named_body_behind_a_proposal() -> None:
    (entry,) = entries(
        "# Living conditions",
        "Two rooms had mould. The NPM recommends that the mould be removed.",
        "Response of the Prison Administration: The recommendation was realised. The rooms were painted.",
    )
    assert (entry.status_claimed, entry.status_verified) == ("implemented", None)
    assert entry.addressee == "Prison Administration"


def test_paragraphs_under_good_practice() -> None:
    found = entries("# 6. Examples of good practice", "Residents bake bread for the whole street every week.")
    assert [e.kind for e in found] == ["good_practice"]


def test_what_was_found_in_a_list() -> None:
    found = extract_register(
        report("# Summary", "I found that:", "- cells for one were shared;", "- complaints were not confidential."),
        "d-1",
        DocumentKind.VISIT_REPORT,
        PLACE,
    )
    assert [entry.kind for entry in found] == ["finding", "finding"]
