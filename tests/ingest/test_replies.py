"""Replies under a report's own recommendations: they answer an entry and are none."""

import pytest
from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register
from ingest.register.replies import opens_with_decision

PLACE = Metadata(title="Visit to Ashwick", place="HMP Ashwick", visit_start="2023-05-04")
TABLE = (
    "# Recommendations",
    "| No. | Recommendation | Addressee",
    "| 1 | The call system should be repaired in every cell. | Governor",
    "| 2 | Nobody should be held alone for more than 15 days. | Ministry",
    "| 3 | A nurse should be present at night. | Health Service",
)


def entries(*lines: str) -> tuple[RegisterEntry, ...]:
    return extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, PLACE)


@pytest.mark.parametrize(
    "heading", ["# Response", "# 5. Reply of the Ministry", "# Government response", "# Follow-up"]
)
def test_labelled_decisions_answer_the_rows_of_a_table(heading: str) -> None:
    found = entries(
        *TABLE,
        heading,
        "Recommendation 1: Accepted. The call system was installed.",
        "Recommendation 2: Rejected. The law allows it.",
        "Recommendation 3: Partially accepted.",
    )
    assert [(e.kind, e.number, e.status_claimed) for e in found] == [
        ("recommendation", "1", "accepted"),
        ("recommendation", "2", "rejected"),
        ("recommendation", "3", "partly accepted"),
    ]
    assert found[0].text == "The call system should be repaired in every cell."
    assert found[0].addressee == "Governor"
    assert found[1].response == "Rejected. The law allows it."


def test_replies_to_labelled_recommendations_by_heading_or_bare_number() -> None:
    asked = (
        "# Recommendations",
        "Recommendation 1: The showers should be cleaned daily.",
        "Recommendation 2: Staff should wear name badges.",
    )
    by_heading = entries(*asked, "# Reply", "Recommendation 1: Cleaning staff come twice a day.", "2. Not agreed.")
    assert [(e.number, e.response, e.status_claimed) for e in by_heading] == [
        ("1", "Cleaning staff come twice a day.", None),
        ("2", "Not agreed.", "rejected"),
    ]


def test_a_reply_to_nothing_is_no_recommendation() -> None:
    (entry,) = entries("# Earlier visit", "Recommendation 7: Implemented. A doctor now comes every day.")
    assert (entry.kind, entry.status_claimed) == ("response", "implemented")


def test_a_decision_below_its_recommendation() -> None:
    (entry,) = entries(
        "# Recommendations", "Recommendation 1: The yard should be open daily.", "Noted. It rains a lot."
    )
    assert (entry.response, entry.status_claimed) == ("Noted. It rains a lot.", "noted")


def test_recommendations_that_use_words_of_decision_stay() -> None:
    assert not opens_with_decision("Agreed standards should be written down.")
    assert not opens_with_decision("Implemented measures should be recorded.")
    assert not opens_with_decision("The governor should note the recommendation of 2019.")


def test_on_a_return_visit_the_visitors_give_the_verdict() -> None:
    metadata = Metadata(title="Follow-up visit to Ashwick", place="HMP Ashwick", visit_start="2024-05-04")
    lines = ("# 1. Progress", "Recommendation 1: Not implemented. The cells were still dark.")
    (entry,) = extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, metadata)
    assert (entry.kind, entry.status_claimed, entry.status_verified) == ("progress", None, "not implemented")


def test_among_replies_a_label_that_asks_for_nothing_is_one_too() -> None:
    found = extract_register(
        report(
            "Recommendation 1: Accepted. A nurse began work in May.",
            "Recommendation 2: Rejected. There is no money for a second nurse this year.",
            "Recommendation 3: It is not directed at us. We can only report what the Council told us.",
        ),
        "d-1",
        DocumentKind.RESPONSE,
        PLACE,
    )
    assert [(one.kind, one.number) for one in found] == [("response", "1"), ("response", "2"), ("response", "3")]


def test_a_deed_and_a_refusal_accept_in_part() -> None:
    (first, *_) = extract_register(
        report(
            "Recommendation 1: The Director wrote to all heads in this sense on 20 January 2031. The Office cannot "
            "share the view that there is a risk, and declines a message that names the unit.",
            "Recommendation 2: Accepted. A nurse began work in May.",
        ),
        "d-1",
        DocumentKind.RESPONSE,
        PLACE,
    )
    assert first.status_claimed == "partly accepted"


def test_measures_in_brackets_answer_and_are_no_finding() -> None:
    found = entries(
        "# Opinion 1 (light)",
        "The prison should keep lamps off at night.",
        "[Measures] Only two of 40 lamps had a switch, and one was fitted in each room on 1 March 2032.",
    )
    assert [(one.kind, one.number) for one in found] == [("recommendation", "1")]
    assert found[0].response == "Only two of 40 lamps had a switch, and one was fitted in each room on 1 March 2032."


def test_what_is_viewed_with_alarm_is_a_concern() -> None:
    found = entries("# Findings", "The Mechanism views with alarm the fact that guards carry batons inside the unit.")
    assert [one.kind for one in found] == ["concern"]
