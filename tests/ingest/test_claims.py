"""What a reply in running text claims."""

import pytest

from ingest.register.claims import claimed_in, decision_in


@pytest.mark.parametrize(
    ("reply", "claim"),
    [
        ("Accepted. Work begins in May.", "accepted"),
        ("Noted. The Government has no plan to legislate.", "rejected"),
        ("Noted.", "noted"),
        ("The Ministry shares the view of the delegation.", "accepted"),
        ("The Ministry accepts the spirit of the recommendation.", "partly accepted"),
        ("The recommendation cannot be accepted for reasons of security.", "rejected"),
        ("The matter is under consideration by a working group.", "under consideration"),
        ("The doors were replaced in March and all staff were trained.", "implemented"),
        ("A second doctor will be recruited in autumn.", "accepted"),
        ("We cannot move the unit; there is no other building.", "rejected"),
        ("Funding has been sought from the Department.", "accepted"),
        ("The figures are annexed.", "accepted"),
        ("The prison was built in 1911.", None),
        (
            "A line was opened on 1 March. A nurse at night is difficult in view of the number of staff.",
            "partly accepted",
        ),
        ("Searches are made under the rules, and a change is not being considered.", "rejected"),
        ("This has been passed to the Ministry of Health, which is competent.", "under consideration"),
        ("The service states that it lacks the posts for nursing at night.", "rejected"),
        (
            "Restraint. The hospital accepts that a nurse will sit by the patient. Afterwards we consider a camera "
            "sufficient.",
            "partly accepted",
        ),
        ("I can give you half of what you ask. Since June the women have a room of their own.", "partly accepted"),
    ],
)
def test_claims(reply: str, claim: str | None) -> None:
    assert claimed_in(reply) == claim


def test_only_the_opening_decides() -> None:
    assert decision_in("The prison was built in 1911. The recommendation is accepted.") is None
    assert claimed_in("The prison was built in 1911. The recommendation is accepted.") == "accepted"
