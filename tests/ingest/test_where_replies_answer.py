"""Replies that name in headings and cells what they answer, reviews that judge it, and those who keep silent."""

from __future__ import annotations

from functools import partial

import pytest

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.addressee import cell_addressee, labelled_addressee, subject_addressee
from ingest.register.answered_headings import number_behind_theme
from ingest.register.claims import claimed_in
from ingest.register.praise import praises
from ingest.structure.labels import read_label
from tests.ingest.report_builder import register_of

VISIT = Metadata(title="Visit to Birch House", place="Birch House", visit_start="2024-05-03")
REVIEW = Metadata(title="Independent review of progress at Birch House", place="Birch House")
REPLY = Metadata(title="Reply on Birch House", place="Birch House")


read = partial(register_of, metadata=VISIT)


def replies(*lines: str) -> list[RegisterEntry]:
    return read("# Reply on Birch House", *lines, metadata=REPLY, kind=DocumentKind.RESPONSE)


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("The yard (recommendation 3)", "3"),
        ("Second opinions (your recommendation 8)", "8"),
        ("Searches – recommendation 4", "4"),
        ("Food (recs. 5 and 6)", "5"),
        ("Lamps (R7)", "R7"),
        ("Block (D2)", None),
        ("Staff in 2024", None),
    ],
)
def test_a_heading_names_behind_its_theme_what_is_answered(heading: str, number: str | None) -> None:
    assert number_behind_theme(heading) == number


def test_answers_bear_the_numbers_of_their_headings_and_other_sections_answer_nothing() -> None:
    found = replies(
        "# The yard (recommendation 3)",
        "The yard has been covered and is open from eight to six.",
        "# Second searches (recommendation 4)",
        "The Service does not accept this. Searches are needed for safety.",
        "# Food (recommendation 5)",
        "A dietitian has been engaged and the menu is posted every week.",
        "# Training",
        "Forty officers were trained in June and the course goes on.",
    )
    told = [(one.number, one.status_claimed) for one in found if one.kind == "response"]
    assert told == [("3", "implemented"), ("4", "rejected"), ("5", "implemented")]


_ROWS = (
    "| 1. Men were locked up too long. | Accepted | A new timetable opens doors at seven. | Head of Wing; 1 May 2025",
    "| 2. Searches had no need. | Partly accepted | Each search is now written down. | Head of Wing; done",
    "| 3. The yard had no shelter from rain. | Rejected | No money is there for building this year. | No action",
)


@pytest.mark.parametrize(
    "header",
    [
        "| Concern | Response | Action taken or planned | Owner and date",
        "| Finding | Response | Action | Lead and date",
        "| What the team found | Our answer | What we have done | Who and when",
    ],
)
def test_a_row_that_prints_a_concern_again_is_one_answer_with_its_number(header: str) -> None:
    found = replies("# Action plan", header, *_ROWS)
    assert [(one.kind, one.number, one.status_claimed) for one in found] == [
        ("response", "1", "accepted"),
        ("response", "2", "partly accepted"),
        ("response", "3", "rejected"),
    ]


def test_beside_a_table_of_answers_only_what_was_asked_is_answered_in_prose() -> None:
    found = replies(
        "# Action plan",
        "| Concern | Response | Action taken or planned | Owner and date",
        *_ROWS,
        "# Housekeeping points",
        "The showers were descaled in February 2024.",
        "The lists were taken off the wall, and the practice will not be repeated.",
        "# Night journeys",
        "We have spoken with the carrier. Since 1 July a manager has to approve each journey, and this has been done.",
    )
    told = [str(one.text)[:14] for one in found if one.kind == "response" and one.number is None]
    assert told == ["The showers we", "The lists were"]
    assert not any(one.kind == "housekeeping" or one.status_claimed == "not implemented" for one in found)


@pytest.mark.parametrize("printed", ["Concern {}: Men were locked up.", "Key concern {}. Men were locked up."])
def test_a_review_judges_concerns_that_it_prints_again(printed: str) -> None:
    body = "The timetable had been changed in May, and staff told us that they kept to it on most days."
    found = read(
        "# Independent review of progress at Birch House",
        "We returned in May 2025 to see what has become of the concerns of our inspection of 2024.",
        "# Doors",
        printed.format(1),
        body,
        "We considered that the Home Office had made insufficient progress in this area.",
        "# Lamps",
        printed.format(4),
        body,
        "Overall, the house had made reasonable progress in this area.",
        metadata=REVIEW,
    )
    told = [(one.kind, one.number, one.status_verified) for one in found if one.kind in ("concern", "progress")]
    assert told == [("progress", "1", "insufficient progress"), ("progress", "4", "reasonable progress")]
    judged = next(one for one in found if one.number == "1")
    assert judged.addressee == "Home Office" and judged.text.startswith("We considered")


def test_a_new_recommendation_may_repeat_an_earlier_one() -> None:
    label = read_label("New recommendation 3 (Ministry of Health), which reiterates No. 6 of 2021. Lay on medicine.")
    assert label is not None and (label.number, label.qualifier) == ("3", "Ministry of Health")
    assert label.start == len("New recommendation 3 (Ministry of Health), which reiterates No. 6 of 2021. ")
    assert labelled_addressee("new; Prosecutor's Office") == "Prosecutor's Office"


def test_a_housekeeping_point_behind_its_number() -> None:
    found = read(
        "# Visit to Birch House",
        "7. Housekeeping point. The showers should be descaled.",
        "8. Key concern. The nurse does not come at weekends.",
    )
    asked = [(one.kind, one.number) for one in found if one.kind != "finding"]
    assert asked == [("housekeeping", "7"), ("concern", "8")]


_TO_TWO = (
    "# Visit to Birch House",
    "# Recommendations",
    "To the Minister of the Interior:",
    "R1. close the cage;",
    "To the Minister of Justice:",
    "R2. instruct prosecutors to inspect the cells every month;",
    "# Observations received",
)


@pytest.mark.parametrize(
    ("told", "silent"),
    [
        ("The Minister of the Interior wrote on 2 June that it had gone. The other addressees did not reply.", ["2"]),
        ("Neither the Minister of the Interior nor the Minister of Justice replied.", ["1", "2"]),
        ("No answer has come from the Minister of Justice.", ["2"]),
        ("The Minister of Justice spoke of other addressees.", []),
    ],
)
def test_those_who_kept_silent(told: str, silent: list[str]) -> None:
    found = read(*_TO_TWO, f"The draft was sent to all. {told}")
    asked = [one for one in found if one.kind == "recommendation"]
    assert [one.addressee for one in asked] == ["Minister of the Interior", "Minister of Justice"]
    assert [one.number for one in asked if one.status_claimed == "no reply"] == silent


def test_who_is_told_to_act_is_no_addressee() -> None:
    assert subject_addressee("instruct prosecutors to inspect the cells every month;") is None
    assert subject_addressee("The prosecutor is to inspect the cells every month.") == "prosecutor"


@pytest.mark.parametrize(
    ("cell", "office"),
    [
        ("Head of Wing; 1 May 2025", "Head of Wing"),
        ("Ministry of Health, ongoing", "Ministry of Health"),
        ("No action", None),
        ("Ministry of Health, Ministry of Justice", "Ministry of Health, Ministry of Justice"),
    ],
)
def test_a_cell_of_an_office_and_a_date(cell: str, office: str | None) -> None:
    assert cell_addressee(cell) == office


@pytest.mark.parametrize(
    ("reply", "claimed"),
    [
        ("Carried out. A clerk checks that both lists agree.", "implemented"),
        (
            "The Region agrees with the aim and accepts the recommendation in part. A lift was bought.",
            "partly accepted",
        ),
        ("We accept that it needs a decision. We do not accept, however, that the room be closed.", "partly accepted"),
        ("The recommendation is accepted. A clerk is to be trained for it.", "accepted"),
        ("The lists were taken down in May 2024, and this will not happen again.", "implemented"),
    ],
)
def test_what_a_reply_claims(reply: str, claimed: str) -> None:
    assert claimed_in(reply) == claimed


def test_rules_invitations_and_examples_ask_and_praise_nothing() -> None:
    found = read(
        "# Visit to Birch House",
        "1. To be kept from the company of others without a decision infringes section 20 of the Act.",
        "2. The Council invites the six authorities to a round table on 24 April 2025.",
        "3. The Council recalls that under Article 22 the authorities are to enter into a dialogue.",
        "4. The manager should buy lamps for the yard.",
    )
    asked = [one.number for one in found if one.kind in ("recommendation", "request_for_information")]
    assert asked == ["4"]
    assert not praises("The restraint of one patient in May may serve as an example.")
    assert praises("The library of the house may serve as an example for others in the country.")
