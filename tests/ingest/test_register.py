"""Register entries: what is taken, what is left, and with which fields."""

from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register

PLACE = Metadata(title="Visit to Ashwick", place="HMP Ashwick", visit_start="2023-05-04")


def entries(
    *lines: str, kind: DocumentKind = DocumentKind.VISIT_REPORT, metadata: Metadata = PLACE
) -> tuple[RegisterEntry, ...]:
    return extract_register(report(*lines), "d-1", kind, metadata)


def recommendations(*lines: str) -> list[RegisterEntry]:
    return [entry for entry in entries(*lines) if entry.kind == "recommendation"]


def test_labelled_recommendation_with_addressee_date_and_criterion() -> None:
    (entry,) = recommendations(
        "# Safety",
        "Recommendation 2: The Norrish Prison Service should end this by 31 December 2025, in line with "
        "Rule 44 of the Mandela Rules.",
    )
    assert (entry.number, entry.addressee, entry.due) == ("2", "Norrish Prison Service", "2025-12-31")
    assert entry.criteria == ("NMR:44",)
    assert entry.text.startswith("The Norrish Prison Service should end")
    assert entry.locator == "Recommendation 2"


def test_addressees_beside_the_text() -> None:
    found = recommendations(
        "# RECOMMENDATIONS",
        "R1. Close the single cells at once. (Officer Commanding)",
        "R2. Train the guards every year. (Ministry of Defence)",
        "Recommendation 3 (to Harbour Custody Ltd): Children must travel apart from adults.",
        "To the Director: 4. To remove the sheets from the windows.",
    )
    assert [e.addressee for e in found] == [
        "Officer Commanding",
        "Ministry of Defence",
        "Harbour Custody Ltd",
        "Director",
    ]
    assert found[0].text == "Close the single cells at once."


def test_numbered_paragraphs_and_imperatives_under_a_heading() -> None:
    found = recommendations(
        "# 5 Recommendations",
        "5.1 The Ministry of Welfare should draft a bill on restraint.",
        "5.2 Provide a nurse at night.",
        "The institution wrote back on 3 May 2023 and agreed with recommendations 5.1 and 5.2.",
    )
    assert [(e.number, e.status_claimed) for e in found] == [("5.1", "accepted"), ("5.2", "accepted")]


def test_narrative_should_is_no_recommendation() -> None:
    assert not recommendations(
        "# Conditions",
        "3.1 Under the rules every cell should have a window. Staff said that prisoners should wait. It "
        "must be said that many do.",
        "3.2 In 2019 the Committee had recommended that the wing be closed.",
    )


def test_inline_recommendations() -> None:
    found = recommendations(
        "# Police",
        "14. Cells were dark. The CPT recommends that the Norrish authorities take steps to light them. It was wet.",
    )
    assert [e.text for e in found] == ["The CPT recommends that the Norrish authorities take steps to light them."]
    assert found[0].addressee == "Norrish authorities"


def test_what_should_also_be_done_behind_a_semicolon_is_a_recommendation_of_its_own() -> None:
    found = recommendations(
        "# Police",
        "14. The CPT recommends that the cells of the station be lit by day; steps should also be taken to heat them.",
        "15. It was cold; it should be said that spring was near.",
    )
    assert [e.text for e in found] == [
        "The CPT recommends that the cells of the station be lit by day",
        "steps should also be taken to heat them.",
    ]


def test_table_of_requirements_and_no_statistics() -> None:
    found = entries(
        "# What needs to improve",
        "| Requirement | Due date",
        "| 1. The registered manager must end all painful holds. | 6 January 2025",
        "| 2. The registered provider must report every allegation. | 2 December 2024",
        "# Numbers",
        "| Inspection | Deficiencies | Repeat deficiencies",
        "| FY 2022 | 17 | 3",
    )
    assert [(e.number, e.due, e.addressee, e.locator) for e in found] == [
        ("1", "2025-01-06", "registered manager", "table 1 row 1"),
        ("2", "2024-12-02", "registered provider", "table 1 row 2"),
    ]


def test_action_plan_claims_and_follow_up_verdicts_stay_apart() -> None:
    plan = entries(
        "# Action plan",
        "| Rec. | Recommendation | Decision | Action | Due",
        "| 1 | Heat every cell in winter. | Partly accepted | Heaters were bought. | 31 March 2026",
        "| 2 | End all painful holds. | Rejected | They are needed. | n/a",
        kind=DocumentKind.RESPONSE,
    )
    assert [(e.status_claimed, e.status_verified, e.response, e.due) for e in plan] == [
        ("partly accepted", None, "Heaters were bought.", "2026-03-31"),
        ("rejected", None, "They are needed.", "n/a"),
    ]
    later = entries(
        "# Follow-up visit: HMP Ashwick",
        "| No. | Recommendation in short | Reply | Status in June 2026",
        "| 1 | Heat in every cell | Accepted | Not implemented",
        "| 2 | End of painful holds | Rejected | In progress",
        metadata=Metadata(title="Follow-up visit: HMP Ashwick"),
    )
    assert [(e.status_claimed, e.status_verified) for e in later] == [
        ("accepted", "not implemented"),
        ("rejected", "in progress"),
    ]


def test_a_column_of_prose_is_a_reply_and_no_addressee() -> None:
    (entry,) = entries(
        "# Action plan",
        "| No. | Recommendation | Response | What will be done, and by whom",
        "| 1 | Heat every cell in winter. | Accepted | Heaters were bought in May and will be put in by staff.",
        kind=DocumentKind.RESPONSE,
    )
    assert "Heaters" not in (entry.addressee or "")
    assert entry.response == "Heaters were bought in May and will be put in by staff."


def test_verdicts_on_earlier_recommendations_are_not_those_of_new_ones() -> None:
    found = entries(
        "# Follow-up visit to HMP Ashwick",
        "# Progress",
        "| No. | Recommendation in short | Reply in 2022 | Found in 2024",
        "| 1 | Nurse on the first night | Accepted | Implemented",
        "| 2 | Screens in shared cells | Rejected | Not implemented",
        "# Recommendations",
        "Recommendation 1. The Governor should reopen the library by 1 December 2024.",
        "Recommendation 2. The Governor should put screens into all shared cells.",
        metadata=Metadata(title="Follow-up visit to HMP Ashwick", place="HMP Ashwick", visit_start="2024-05-04"),
    )
    verdicts = {entry.locator: entry.status_verified for entry in found}
    assert verdicts["table 1 row 1"] == "implemented"
    assert verdicts["Recommendation 1"] is None


def test_replies_in_prose() -> None:
    found = recommendations(
        "# Work",
        *(
            f"Recommendation {number}. The Ministry of Labour should act on matter {word}."
            for number, word in enumerate("abcd", 1)
        ),
        "Recommendation 5. The Guard Service should report yearly.",
        "# Replies",
        "The Ministry accepted recommendations 1 and 3, partly accepted recommendation 2, and did not "
        "reply on recommendation 4.",
        "The Guard Service had not replied by 1 May 2024.",
    )
    assert [e.status_claimed for e in found] == ["accepted", "partly accepted", "accepted", "no reply", "no reply"]


def test_counts_of_other_years_change_nothing() -> None:
    (entry,) = recommendations(
        "# Work",
        "Recommendation 1. The Board should act.",
        "The Board accepted five of the six recommendations made last year.",
    )
    assert entry.status_claimed is None


def test_other_kinds() -> None:
    found = entries(
        "# Results",
        "Key concern 1: Nobody was in charge of welfare.",
        "AFI 2: Records were thin.",
        "Medical Care (4.3). DEFICIENCY D4: Files were empty.",
        "Good practice. The garden is open to all.",
        "Request for information 1: The Office requests monthly figures.",
        "Finding 1. The register had been altered.",
    )
    assert [(e.kind, e.number) for e in found] == [
        ("concern", "1"), ("area_for_improvement", "AFI 2"), ("deficiency", "D4"), ("good_practice", None),
        ("request_for_information", "1"), ("finding", "1"),
    ]  # fmt: skip


def test_findings_state_shortcomings_and_no_person() -> None:
    found = entries(
        "# Conditions",
        "2.1 The wing was clean. Only 12 of 40 cells had a working call bell. Mr [DETAINEE 1] had not "
        "seen a doctor. Meals were excellent.",
    )
    assert [e.text for e in found] == ["Only 12 of 40 cells had a working call bell."]


def test_working_group_reports() -> None:
    found = recommendations(
        "# Conclusions and/or recommendations",
        "95. The recommendations formulated during the dialogue and listed below enjoy the support of Norland:",
        "1. Ratify the Protocol (Chile); set up a preventive body (Ghana);",
        "2. Close the old prison (Peru);",
        "96. The following recommendations will be examined by Norland, which will provide responses in due time:",
        "1. Abolish solitary confinement (Kenya);",
        "97. The recommendations below did not enjoy the support of Norland:",
        "1. Grant asylum to all (Malta);",
        "98. All conclusions and/or recommendations contained in the present report reflect the position "
        "of the States.",
    )
    assert [(e.number, e.status_claimed) for e in found] == [
        ("95.1", "accepted"), ("95.1.1", "accepted"), ("95.2", "accepted"), ("96.1", "under "
        "consideration"), ("97.1", "rejected"),
    ]  # fmt: skip
    assert found[1].text == "set up a preventive body (Ghana);"


def test_every_text_is_a_part_of_its_block_and_ids_are_distinct() -> None:
    built = report(
        "# Recommendations", "R1. Heat the cells. (Governor)", "R2. Heat the cells. (Minister)", "- Heat the hall."
    )
    texts = {block.locator: block.text for block in built.blocks}
    found = extract_register(built, "d-1", DocumentKind.VISIT_REPORT, PLACE)
    assert len(found) == 3
    assert len({entry.entry_id for entry in found}) == 3
    assert all(entry.text in texts[entry.locator] for entry in found)
    assert extract_register(built, "d-1", DocumentKind.VISIT_REPORT, PLACE) == found


def test_a_long_report_loses_nothing() -> None:
    lines = [
        f"{chapter}.{n} The cells held {n} people and only two nurses. The CPT recommends that the Board act on it. "
        * 3
        for chapter in range(1, 21)
        for n in range(1, 21)
    ]
    built = report("# Visit", *lines)
    assert len(extract_register(built, "d-1", DocumentKind.VISIT_REPORT, PLACE)) > 400


def test_first_person_and_impersonal_recommendations_in_narrative() -> None:
    found = recommendations(
        "# Night",
        "We recommend that the Board meet monthly. We recommended this in 2020. "
        "It is recommended that the Trust close the ward.",
        "We repeat our recommendation that the Ministry of Health hire nurses. We urge the Governor to act.",
    )
    assert [e.addressee for e in found] == ["Board", "Trust", "Ministry of Health", "Governor"]


def test_groups_by_addressee() -> None:
    found = recommendations(
        "# Recommendations to the Prison Service",
        "- Train staff in first aid.",
        "# To the Ministry of Health",
        "- Provide a nurse.",
    )
    assert [e.addressee for e in found] == ["Prison Service", "Ministry of Health"]


def test_addressee_of_a_group_is_inherited_from_heading_and_introduction() -> None:
    found = recommendations(
        "# 6 Recommendations",
        "# To the Director",
        "1. Each person must have a bed.",
        "# Living conditions",
        "The following recommendations are addressed to the Norrish Prison Service:",
        "2. Open the yard every morning.",
        "The Ministry of Works should:",
        "- repair the showers in wing B;",
        "- replace the heaters.",
    )
    assert [(e.addressee, str(e.text)[:12]) for e in found] == [
        ("Director", "Each person "),
        ("Norrish Prison Service", "Open the yar"),
        ("Ministry of Works", "repair the s"),
        ("Ministry of Works", "replace the "),
    ]


def test_a_line_behind_a_recommendation_names_who_is_responsible() -> None:
    found = recommendations(
        "# Findings",
        "The cells were cold.",
        "# Heating",
        "Recommendation 1. Each cell must be heated.",
        "Responsible: Ministry of Works",
        "Recommendation 2. The windows must open.",
    )
    assert [(e.number, e.addressee) for e in found] == [("1", "Ministry of Works"), ("2", "HMP Ashwick")]


def test_a_list_ends_where_the_numbers_of_the_report_go_on() -> None:
    found = recommendations(
        "# 3 Conditions",
        "The Committee recommends that the Prison Service:",
        "(a) repair the showers in wing B;",
        "(b) open the yard each morning.",
        "- 4. The kitchen was clean.",
    )
    assert [(e.number, e.addressee) for e in found] == [("(a)", "Prison Service"), ("(b)", "Prison Service")]


def test_variants_of_states_under_one_number() -> None:
    found = recommendations(
        "# II. Conclusions and recommendations",
        "71. The recommendations listed below enjoy the support of Ruritania:",
        "71.1. Ratify the Optional Protocol (Freedonia, Sylvania);Train its police officers (Graustark);",
        "71.2. Draw up a plan for all prisons (Orsinia) and improve the state of police cells (Syldavia);",
        "71.3. Sign (Borduria) and ratify the Convention against Torture (Freedonia);",
        "Extend the mandate of its preventive mechanism (Orsinia);",
        "The recommendation as read out was: to study the mandate (Orsinia).",
    )
    assert [(e.number, str(e.text)) for e in found] == [
        ("71.1", "Ratify the Optional Protocol (Freedonia, Sylvania);"),
        ("71.1.1", "Train its police officers (Graustark);"),
        ("71.2", "Draw up a plan for all prisons (Orsinia)"),
        ("71.2.1", "improve the state of police cells (Syldavia);"),
        ("71.3", "Sign (Borduria) and ratify the Convention against Torture (Freedonia);"),
        ("71.3.1", "Extend the mandate of its preventive mechanism (Orsinia);"),
    ]
    assert {e.status_claimed for e in found} == {"accepted"}


def test_a_decision_on_all_recommendations_after_the_list() -> None:
    found = recommendations(
        "60. During the dialogue the following recommendations were made:",
        "1. Continue the reform of its prisons (Freedonia).",
        "2. Train its police officers (Graustark).",
        "61. All recommendations formulated during the dialogue have been examined by Ruritania and enjoy its support.",
    )
    assert [(e.number, e.status_claimed) for e in found] == [("60.1", "accepted"), ("60.2", "accepted")]
