"""Rules, recommendations and quotations of law decide no grade; findings do."""

from __future__ import annotations

import pytest

from assistant.questionnaires.norms import is_norm
from assistant.questionnaires.stance import Stance, stance

ASKED = "Are searches of the body carried out routinely?"


@pytest.mark.parametrize(
    "sentence",
    [
        "They may not be carried out routinely and without grounds.",
        "Prisoners should not be searched in view of others.",
        "The board recommends that bells be fitted.",
        "Under Article 12 of the Act, detainees are entitled to a doctor.",
        "Prisoners must not be searched in view of others, but they were searched in the corridor.",
    ],
)
def test_what_should_be_is_no_statement_of_what_is(sentence: str) -> None:
    assert is_norm(sentence)
    said = stance("Are prisoners searched in view of others?", sentence, (), own=1.0, near=True)
    assert said in (Stance.SILENT, Stance.ASKED_FOR)


@pytest.mark.parametrize(
    "sentence",
    [
        "Every newcomer has to undress completely and is searched as a matter of routine.",
        "Searches of the body are not carried out routinely.",
        "Recommendation 2 has been implemented.",
        "Patients may have been hit.",
    ],
)
def test_findings_and_verdicts_are_no_norms(sentence: str) -> None:
    assert not is_norm(sentence)


def test_a_finding_still_decides() -> None:
    said = stance(ASKED, "Searches of the body are not carried out routinely.", (), own=1.0, near=True)
    assert said is Stance.AGAINST


def test_what_the_law_says_is_a_fact_where_the_law_is_asked_for() -> None:
    assert stance("Is caning prohibited by law?", "The law prohibits caning.", (), own=1.0, near=True) is Stance.FOR
