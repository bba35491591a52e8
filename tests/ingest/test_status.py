"""Words of acceptance and implementation."""

import pytest

from ingest.register.status import find_statuses, status_of


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("Fully achieved", "implemented"),
        ("Partially achieved", "partly implemented"),
        ("Not achieved", "not implemented"),
        ("No meaningful progress", "no meaningful progress"),
        ("Insufficient progress", "insufficient progress"),
        ("Reasonable progress", "reasonable progress"),
        ("Good progress", "good progress"),
        ("Realised", "implemented"),
        ("Partly realised", "partly implemented"),
        ("not fulfilled", "not implemented"),
        ("In part, for lack of nurses", "partly implemented"),
        ("Partially accepted", "partly accepted"),
        ("Supported in principle", "accepted in principle"),
        ("Partly agreed", "partly accepted"),
        ("Not agreed", "rejected"),
        ("Concur", "accepted"),
        ("Do not concur", "rejected"),
        ("The Region refused: no money", "rejected"),
        ("Complied", "implemented"),
        ("Partially complied", "partly implemented"),
        ("Non-complied", "not implemented"),
        ("Pending compliance", "not implemented"),
        ("No evidence of progress", "not implemented"),
        ("Compliant in part", "partly implemented"),
        ("Complied with", "implemented"),
        ("Complied with in part", "partly implemented"),
        ("Remains open", "not implemented"),
        ("Nothing has changed", "not implemented"),
        ("We are not able to accept this", "rejected"),
        ("Non-concur", "rejected"),
        ("Could not be verified", "no information"),
        ("Partly", "partly implemented"),
        ("Yes", "implemented"),
        ("Unknown", "no information"),
        ("Ongoing", "in progress"),
        ("To be implemented by March", "planned"),
        ("Noted", "noted"),
        ("No response received", "no reply"),
        ("A second nurse is on duty", None),
        ("Not fully implemented", "partly implemented"),
        ("Has been acted on in part", "partly implemented"),
        ("Followed to some extent", "partly implemented"),
        ("Achieved in 17 of 21 cases", "partly implemented"),
        ("Not yet due", "planned"),
        ("Remains valid", "not implemented"),
        ("Recommendation maintained", "not implemented"),
        ("Cannot be accepted at this time", "rejected"),
        ("Not considered necessary", "rejected"),
        ("Accept the spirit of it", "partly accepted"),
        ("Part accepted", "partly accepted"),
        ("Is under study", "under consideration"),
        ("We will consider it", "under consideration"),
        ("Amber – tender issued", "partly implemented"),
        ("✘", "not implemented"),
        ("✔", "implemented"),
        ("60 %", "partly implemented"),
        ("0 %", "not implemented"),
        ("100 %", "implemented"),
    ],
)
def test_each_vocabulary_maps_to_one(phrase: str, status: str | None) -> None:
    assert status_of(phrase) == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("None of the measures has so far been carried out.", "not implemented"),
        ("The team does not consider that it has been implemented.", "not implemented"),
        ("We are unable at present to accept it.", "rejected"),
        ("It has not yet been entirely completed.", "partly implemented"),
        ("It was not only accepted but carried out.", "accepted"),
        ("It will be done no later than May, and was accepted.", "accepted"),
    ],
)
def test_a_negation_before_the_word_turns_it_round(sentence: str, status: str) -> None:
    assert status in [word for _, _, word in find_statuses(sentence)]
