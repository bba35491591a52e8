"""Words of acceptance and implementation."""

import pytest

from ingest.status import status_of


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
    ],
)
def test_each_vocabulary_maps_to_one(phrase: str, status: str | None) -> None:
    assert status_of(phrase) == status
