"""Further styles of reports: ordinals, lists without a colon, forms, tables of verdicts; each with invented text."""

from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register

PLACE = Metadata(title="Visit to Brunnow Prison", place="Brunnow Prison", visit_start="2024-02-05")


def entries(
    *lines: str, kind: DocumentKind = DocumentKind.VISIT_REPORT, metadata: Metadata = PLACE
) -> list[RegisterEntry]:
    found = extract_register(report(*lines), "d-1", kind, metadata)
    return [entry for entry in found if entry.kind != "finding"]


def findings(*lines: str) -> list[str]:
    found = extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, PLACE)
    return [str.__str__(entry.text) for entry in found if entry.kind == "finding"]


def test_ordinals_under_addressees_and_under_both_of_them() -> None:
    found = entries(
        "# Recommendations",
        "# To the Commissioner of Prisons:",
        "FIRST. Repair the roof of the infirmary.",
        "# To the Secretary of Health:",
        "SECOND. Assign a nurse at night.",
        "# To both authorities:",
        "THIRD. Adopt a protocol on transfers.",
    )
    assert [(e.number, e.addressee) for e in found] == [
        ("FIRST", "Commissioner of Prisons"),
        ("SECOND", "Secretary of Health"),
        ("THIRD", "Commissioner of Prisons and Secretary of Health"),
    ]


def test_a_sentence_without_colon_opens_a_list() -> None:
    found = entries(
        "# Medicines",
        "The Ombud recommends",
        "- that the prison keep medicines under lock,",
        "- that doses be signed for.",
    )
    assert [(e.kind, str.__str__(e.text)[:20], e.addressee) for e in found] == [
        ("recommendation", "that the prison keep", "Brunnow Prison"),
        ("recommendation", "that doses be signed", "Brunnow Prison"),
    ]


def test_short_lines_head_the_lists_below_them() -> None:
    found = entries(
        "# Summary",
        "Positive points",
        "- A theatre workshop twice a week",
        "Recommendations addressed to the Prison Service",
        "In the short term",
        "- Repair of the showers",
        "In the medium term",
        "- Provision of a permanent nurse",
    )
    assert [(e.kind, e.addressee) for e in found] == [
        ("good_practice", None),
        ("recommendation", "Prison Service"),
        ("recommendation", "Prison Service"),
    ]


def test_a_form_with_fields_in_one_paragraph() -> None:
    found = entries(
        "# Issues and recommendations",
        "Issue 1: Too few nurses. Recommendation: Employ four nurses. To be implemented by: Head of Brunnow Prison",
        "Issue 2: No heating in wing B. Recommendation: Repair the boiler. To be implemented by: Ministry of Works",
    )
    assert [(e.kind, e.addressee) for e in found] == [
        ("concern", None),
        ("recommendation", "Head of Brunnow Prison"),
        ("concern", None),
        ("recommendation", "Ministry of Works"),
    ]


def test_recommendations_told_in_the_past_unless_the_report_looks_back() -> None:
    told = entries("# Force", "The visiting team recommended that the management review every use of force.")
    assert [(e.kind, e.addressee) for e in told] == [("recommendation", "management")]
    assert entries("# Force", "In 2021 the visiting team recommended that force be reviewed.") == []
    mixed = entries("# Force", "The team recommended removing belts.", "The team recommends that staff be trained.")
    assert [str.__str__(e.text) for e in mixed] == ["The team recommends that staff be trained."]


def test_a_table_of_verdicts_with_a_subject_column() -> None:
    found = entries(
        "# Overview",
        "| Paragraph of the 2022 report | Subject | Response of 2022 | Assessment in 2024",
        "| 14 | Partition of toilets | Accepted in part | Partially implemented",
        "| 16 | Activities | Not accepted | Not implemented",
        "# Recommendations",
        "Recommendation 1 (repeated). To the Governor: to partition the toilets.",
    )
    assert [(e.number, e.status_claimed, e.status_verified) for e in found] == [
        ("14", "partly accepted", "partly implemented"),
        ("16", "rejected", "not implemented"),
        ("1", None, None),
    ]
    assert found[-1].addressee == "Governor"


def test_what_the_visitors_rate_is_verified_and_what_the_place_says_of_itself_is_claimed() -> None:
    found = entries(
        "# Progress",
        "| Rec | What we recommended | Facility's self-assessment | Inspectorate's rating",
        "| 1 | End confinement as a punishment | Complete | Partially complete",
        "| 2 | Recruit two mentors | On track | Not started",
    )
    assert [(e.number, e.status_claimed, e.status_verified) for e in found] == [
        ("1", "implemented", "partly implemented"),
        ("2", "in progress", "not implemented"),
    ]


def test_a_column_that_tells_to_act_holds_the_recommendations_whatever_its_heading() -> None:
    found = entries(
        "# Conclusions",
        "| Conclusion | Resolution | Administration | Result",
        "| The cells have no bell. | Suggestion 1. To install bells in all cells. | Prison Service | Accepted",
        "| Records are illegible. | Suggestion 2. To use the form of 2018. | Directorate of Health | Rejected",
    )
    assert [(e.number, e.addressee, e.status_claimed) for e in found] == [
        ("1", "Prison Service", "accepted"),
        ("2", "Directorate of Health", "rejected"),
    ]


def test_yes_and_no_in_a_column_of_decisions() -> None:
    found = entries(
        "| Ref. | Recommendation | Do we agree? | What will be done",
        "| 1 | Cells should have a bell. | Yes | Bells were ordered",
        "| 2 | Visits should be longer. | No | Staffing does not permit it",
        kind=DocumentKind.RESPONSE,
    )
    assert [e.status_claimed for e in found] == ["accepted", "rejected"]


def test_a_log_of_single_cases_lists_no_concerns() -> None:
    assert (
        entries(
            "# What visitors noted",
            "| Date | Detainee | Concern | Outcome",
            "| 12 May | aged 17 | Adult took nine hours to arrive | Closed",
            "| 14 May | aged 40 | Insulin came late in the night | Open",
        )
        == []
    )


def test_verdicts_in_sentences_of_a_section_that_looks_back() -> None:
    found = entries(
        "# Follow-up of the visit of 2021",
        "The suggestion to provide blankets has been carried out. The recommendation to open the yard has been carried "
        "out only in part. The recommendation that letters be returned has not been followed.",
    )
    assert [(e.kind, e.status_verified) for e in found] == [
        ("progress", "implemented"),
        ("progress", "partly implemented"),
        ("progress", "not implemented"),
    ]
    (found,) = entries("# Yard", "The recommendation to open the yard has been carried out.")
    assert (found.kind, found.status_verified) == ("progress", "implemented")


def test_a_verdict_behind_a_dash_or_at_the_end_of_the_paragraph() -> None:
    found = entries(
        "# Status of recommendations made in 2021",
        "1. Provide bedding for all - Implemented. Mattresses were bought.",
        "2. Install cameras at the gate - Not implemented.",
    )
    assert [(e.kind, e.number, e.status_verified) for e in found] == [
        ("progress", "1", "implemented"),
        ("progress", "2", "not implemented"),
    ]


def test_praise_under_a_word_of_its_own_and_in_a_sentence() -> None:
    found = entries(
        "# Life in the home",
        "Worth recognising. The home weighs every resident once a month.",
        "The Commission welcomes the introduction of video calls for families abroad.",
        "The Commission welcomes the cooperation of the management during the visit.",
        "The body chart deserves to be copied elsewhere in the country.",
    )
    assert [(e.kind, str.__str__(e.text)[:14]) for e in found] == [
        ("good_practice", "The home weigh"),
        ("good_practice", "The Commission"),
        ("good_practice", "The body chart"),
    ]


def test_requests_in_many_words() -> None:
    found = entries(
        "# Reply",
        "Please let us know by 1 June what has been done.",
        "The Office expects a response within 60 days.",
        "The authorities are requested to communicate the actions carried out within 30 days.",
        "Officers ask prisoners to state their number at the gate.",
    )
    assert [e.kind for e in found] == ["request_for_information"] * 3


def test_a_paragraph_that_asks_for_a_reply_and_recommends_is_parted() -> None:
    found = entries(
        "# Next steps",
        "27. The Subcommittee requests that a reply be provided within six months. It recommends that the report be "
        "made public.",
    )
    assert [(e.kind, e.number) for e in found] == [("request_for_information", "27"), ("recommendation", "27")]


def test_a_statement_below_a_mixed_heading_is_no_command() -> None:
    assert entries("# Findings and recommendations", "17. Fitness to travel is not examined. One man fell ill.") == []


def test_findings_by_share_and_in_lists_under_findings() -> None:
    assert findings("# Supervision", "Checks were carried out on time in 37 of 60 reports. The staff were calm.") == [
        "Checks were carried out on time in 37 of 60 reports."
    ]
    assert findings(
        "# 2.0 OBSERVATIONS/FINDINGS", "i. Inmates sleep in turns.", "ii. There is no infirmary.", "# 3.0 CONCLUSION"
    ) == ["Inmates sleep in turns.", "There is no infirmary."]


def test_a_letter_that_answers_without_numbers() -> None:
    found = entries(
        "Ministry of Home Affairs",
        "With regard to the recommendation to install screens, we inform you that screens were installed in May 2023.",
        "The Ministry cannot agree to the recommendation that visits be doubled.",
        kind=DocumentKind.RESPONSE,
    )
    assert [(e.kind, e.number, e.status_claimed) for e in found] == [
        ("response", None, "implemented"),
        ("response", None, "rejected"),
    ]
