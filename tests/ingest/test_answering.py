"""Documents that answer a report though their titles do not say so."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.answering import answers_a_report

PLAIN = (
    "Since March a new form has been in use in all units, and the forms are checked.",
    "The Division does not consider itself able to follow this recommendation, since the law allows it.",
    "A card in eleven languages is handed over on arrival.",
    "The owner of the building has put the cost of a new yard at six million.",
)


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        (
            "Report to the Parliamentary Inspectorate concerning Ashwick Removal Centre",
            "The Division has obtained an opinion from the head of the centre and would like to state the following.",
        ),
        ("Matrix of compliance with the recommendations", "I have the honour to refer to your report of 7 October."),
        ("Statement on Ashwick Prison", "To the Ombudsman, department for visits"),
        ("Your letter on flight AB-7", "Thank you for your letter of 2 May, which was discussed in my team."),
        ("Ashwick Ward", "Below, each recommendation is quoted and followed by our comment."),
        ("Information on the recommendations concerning Ashwick", "The Ministry has studied the report of the Group."),
    ],
)
def test_answers(title: str, opening: str) -> None:
    assert answers_a_report(title, report(f"# {title}", opening, "Your reference: 41", *PLAIN).blocks)


def test_what_recommends_is_no_answer() -> None:
    title = "Report to the Parliamentary Inspectorate on visits"
    asks = [f"We recommend that the Director mend the {thing} of every cell." for thing in ("door", "window", "lamp")]
    assert not answers_a_report(
        title, report(f"# {title}", "We wish to state the following.", *PLAIN[:1], *asks).blocks
    )


def test_one_sign_alone_is_not_enough() -> None:
    title = "Plan of visits for the year"
    assert not answers_a_report(title, report(f"# {title}", "Ashwick comes first.", *PLAIN).blocks)
