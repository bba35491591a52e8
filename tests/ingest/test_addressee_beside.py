"""Whom recommendations are for where heads, brackets, further sentences or the letter as a whole say it."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.addressee import leading_addressee, subject_addressee
from ingest.register.addressee_groups import group_addressee, heading_addressee, obliges_list
from ingest.register.addressee_name import clean_subject
from ingest.register.extraction import extract_register
from ingest.register.recipients import recipients


def asked(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    found = extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None))
    return [one for one in found if one.kind in ("recommendation", "request_for_information")]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("The vents should be made to open again. This falls to the Officer in Charge.", "Officer in Charge"),
        ("A doctor should see each arrival; for this the Ministry of Health should pay.", "Ministry of Health"),
        ("Bells should be fitted in all rooms. Responsibility lies with the Prison Service.", "Prison Service"),
        ("The yard should be roofed. It is a matter for the Ministry of Works.", "Ministry of Works"),
        (
            "That nobody be moved at night. The Commissioner of Prisons is asked to confirm this.",
            "Commissioner of Prisons",
        ),
        ("Every room should have a lamp. This falls on nobody in particular.", None),
    ],
)
def test_a_further_sentence_or_clause_says_who_is_to_act(sentence: str, addressee: str | None) -> None:
    assert subject_addressee(sentence) == addressee


@pytest.mark.parametrize(
    ("item", "addressee"),
    [
        ("[OCS Elmton] Give drinking water in the cells.", "OCS Elmton"),
        ("[County Commander; Inspector-General] Put up a notice.", "County Commander; Inspector-General"),
        ("(Ministry of Health) Post a nurse to the ward.", "Ministry of Health"),
        (
            "To the Ministries of Justice and of Health, jointly: agree on cover at night.",
            "Ministry of Justice, Ministry of Health",
        ),
        ("(Repeated) Close the cell in the cellar.", None),
        ("[PERSON 1] Give drinking water in the cells.", None),
    ],
)
def test_an_office_in_brackets_or_several_stand_before_the_words(item: str, addressee: str | None) -> None:
    assert leading_addressee(item) == addressee


def test_what_is_said_of_the_recommendation_is_no_part_of_the_name() -> None:
    assert clean_subject("the Head of the Home; repeated") == "Head of the Home"
    assert clean_subject("Ministry of Health – new") == "Ministry of Health"


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("For the Officer-in-Charge", "Officer-in-Charge"),
        ("For Prisons Headquarters", "Prisons Headquarters"),
        ("Measures for the hospital:", "hospital"),
        ("Measures for the protection of prison staff:", None),
        ("Opinions of the Committee in 2023 and measures taken", None),
    ],
)
def test_lines_above_a_run_name_its_addressee(line: str, addressee: str | None) -> None:
    assert group_addressee(line) == addressee


def test_an_office_in_small_letters_heads_its_items() -> None:
    assert heading_addressee("4.1 The board of directors") == "board of directors"
    assert heading_addressee("4.2 The water in the cells") is None


def test_an_unfinished_sentence_without_a_colon_obliges_the_list_below() -> None:
    assert obliges_list("The operator of the home should")
    assert not obliges_list("The operator of the home should close it.")


def test_items_below_leads_in_turn() -> None:
    found = asked(
        "# Protocol of the visit to Elm House",
        "# What the commission suggests",
        "The operator of the home should",
        "(i) report all bed rails to the council without delay;",
        "(ii) buy six low beds;",
        "The Province of Westland should",
        "(iii) raise the number of staff at night.",
    )
    assert [one.addressee for one in found] == ["operator of the home", "operator of the home", "Province of Westland"]


def test_to_both_means_those_named_before() -> None:
    found = asked(
        "# Monitoring of the Isolator of Elmton",
        "# Proposals",
        "To the Minister of Internal Affairs:",
        "- To amend the standing order.",
        "To the Head of the Isolator:",
        "- To hand out blankets before midnight.",
        "To both:",
        "- To keep recordings for no less than 90 days.",
    )
    assert found[-1].addressee == "Minister of Internal Affairs and Head of the Isolator"


def test_unknown_verbs_command_below_an_addressee() -> None:
    found = asked(
        "# Inspection of Elm Prison",
        "We would be grateful if the following were attended to.",
        "# For the Officer-in-Charge",
        "1) Draw up a list of all whose warrants have lapsed.",
        "# For Prisons Headquarters",
        "2) Sink a second borehole before the end of the year.",
        "3) Post a second nurse to the infirmary, which one nurse runs at present.",
    )
    assert [(one.number, one.addressee) for one in found] == [
        ("1", "Officer-in-Charge"),
        ("2", "Prisons Headquarters"),
        ("3", "Prisons Headquarters"),
    ]


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (
            ("Oak Inspectorate", "To the Director-General of Health, Dr [PERSON 1]", "Dear Dr [PERSON 1]"),
            "Director-General of Health",
        ),
        (("Oak Inspectorate", "The Director of Prisons, Headquarters, Elmton", "Dear Sir,"), "Director of Prisons"),
        (("Opinions Submitted to the Director of the Elm Centre",), "Director of the Elm Centre"),
        (("To: Elm Prison Service", "Subject: visit"), "Elm Prison Service"),
    ],
)
def test_a_letter_or_title_names_its_recipient(lines: tuple[str, ...], first: str) -> None:
    assert next(iter(recipients(lines))) == first


def test_a_title_above_a_salutation_is_no_recipient() -> None:
    assert not [
        name for name in recipients(("Inspection visit to Elm Home on 4 May 2025", "Dear Madam")) if "visit" in name
    ]


def test_what_a_letter_asks_you_is_for_its_recipient() -> None:
    found = asked(
        "# Open letter on locked doors",
        "Inspectorate for Care and Custody",
        "To the Director-General of Health, Dr [PERSON 1]",
        "Dear Dr [PERSON 1]",
        "Between 18 February and 27 March 2025 my inspectors visited two homes.",
        "# What I ask you to do",
        "A. Bring to Cabinet within a year a proposal for a safeguard.",
        "B. For providers: Open the garden door from breakfast to dusk.",
    )
    assert [one.addressee for one in found] == ["Director-General of Health", "providers"]
