"""Paragraphs that close with a sentence on the area that they judge, and what only looks like a verdict."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.register.candidate import Candidate
from ingest.register.judged_paragraphs import with_judged
from ingest.register.looking_back import explains_levels
from ingest.register.narrative_verdicts import is_story
from ingest.report import BlockKind


def verdicts(*paragraphs: str) -> list[str | None]:
    found, _ = with_judged(report("# Inspection", "# Progress since 2031", *paragraphs).blocks, ())
    return [one.status_verified for one in found]


@pytest.mark.parametrize(
    ("closing", "verdict"),
    [
        ("We regard this area for development as partly achieved.", "partly implemented"),
        ("The area is achieved.", "implemented"),
        ("We therefore consider the recommendation to have been implemented.", "implemented"),
        ("The area is not achieved.", "not implemented"),
    ],
)
def test_a_sentence_on_the_area_judges_its_paragraph(closing: str, verdict: str) -> None:
    assert verdicts(f"4. Isolation fell to 12 admissions in six months. {closing}") == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        # The sentence that names the recommendation is what is judged, not the paragraph before it.
        "4. Isolation fell. According to Recommendation 1, doctors should come daily. The recommendation has been met.",
        "4. Isolation fell to 12 admissions. The area is next to the kitchen.",
        "4. Isolation fell to 12 admissions. The recommendation was noted.",
    ],
)
def test_other_endings_judge_no_paragraph(text: str) -> None:
    assert verdicts(text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("In sum, seven of the nine recommendations are accepted wholly or in part.", True),
        ("Of the seven recommendations, four are accepted and three are not.", True),
        ("Thus three of the seven have been implemented, two in part and two not at all.", True),
        ("All recommendations are accepted.", False),
        ("Two of the three doors have been mended.", False),
        ("Four of the nine recommendations are accepted. The doors were mended in May.", False),
    ],
)
def test_a_count_says_nothing_of_any_one(text: str, counts: bool) -> None:
    assert explains_levels(text) is counts


def test_what_became_of_a_person_is_no_verdict() -> None:
    blocks = report("# Persons met again", "A man not met before was found in a cell.", "# Yard", "A roof was built.")
    story, verdict = [
        Candidate("progress", block.text, block) for block in blocks.blocks if block.kind is BlockKind.PARAGRAPH
    ]
    assert is_story(story)
    assert not is_story(verdict)
