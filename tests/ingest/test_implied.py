"""What sentences imply of a recommendation without a word of status."""

import pytest

from ingest.register.claims import claimed_in
from ingest.register.looking_back import looks_back, verdict_in


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The cells were as dark as before.", "not implemented"),
        ("Staff now carry name badges, as was asked.", "implemented"),
        ("Two of the four showers work.", "partly implemented"),
        ("Improvements were noted, but women still have no access.", "partly implemented"),
        ("The instruction exists on paper alone.", "not implemented"),
        ("The practice has ceased.", "implemented"),
        ("The problem persists.", "not implemented"),
        ("A start has been made.", "partly implemented"),
        ("This could not be confirmed.", "no information"),
        ("The recommendation has been acted upon, although not in the women's wing.", "partly implemented"),
        ("The promised law has not come.", "not implemented"),
        ("Training took place in March for all officers.", "implemented"),
        ("The wing has 40 places.", None),
    ],
)
def test_verdicts(sentence: str, verdict: str | None) -> None:
    assert verdict_in(sentence) == verdict


@pytest.mark.parametrize(
    ("reply", "claim"),
    [
        ("This falls outside our remit.", "rejected"),
        ("No. The premises are rented.", "rejected"),
        ("Yes, from 1 July.", "accepted"),
        ("In the view of the Government the law meets the standard, so no change is needed.", "rejected"),
        ("The Ministry is in favour of the first part but not of the second.", "partly accepted"),
        ("Supported, with the exception of the last point.", "partly accepted"),
        ("The Ministry takes note of the recommendation and will examine it.", "under consideration"),
        ("The hospital did not comment.", "no reply"),
        ("A tender has been launched.", "accepted"),
        ("The nurse took up her post on 1 March.", "implemented"),
    ],
)
def test_claims(reply: str, claim: str) -> None:
    assert claimed_in(reply) == claim


@pytest.mark.parametrize(
    ("heading", "back"),
    [
        ("Fate of the recommendations of the first visit", True),
        ("Where the 2021 recommendations stand", True),
        ("Implementation of previous recommendations", True),
        ("Recommendations", False),
        ("Findings and recommendations", False),
    ],
)
def test_headings_that_look_back(heading: str, back: bool) -> None:
    assert looks_back(heading) is back
