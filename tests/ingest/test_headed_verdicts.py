"""Paragraphs with a number of their own that open with a recommendation and what became of it."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.register.candidate import Candidate
from ingest.register.headed_verdicts import with_headed


def judged(paragraph: str) -> list[tuple[str | None, str | None]]:
    blocks = report("# Follow-up visit", "# What became of the recommendations", "Each is taken in turn.", paragraph)
    known = [Candidate("recommendation", block.text, block) for block in blocks.blocks if block.text in paragraph]
    return [(one.number, one.status_verified) for one in with_headed(blocks.blocks, known) if one.kind == "progress"]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("2.1 Recommendation R1 (register of restraint): implemented. It was complete.", ("R1", "implemented")),
        ("2.2 Recommendation 2 (two hours): not implemented. The longest lasted 17.", ("2", "not implemented")),
        ("2.3 Recommendation no. 3: partly implemented; the fourth post is vacant.", ("3", "partly implemented")),
        ("14. Recommendation 4 – Not achieved. Nothing has changed.", ("4", "not implemented")),
        ("2.5 Recommendation R5 (consent): fulfilled", ("R5", "implemented")),
    ],
)
def test_the_head_of_a_paragraph_judges(paragraph: str, expected: tuple[str, str]) -> None:
    assert judged(paragraph) == [expected]


@pytest.mark.parametrize(
    "paragraph",
    [
        "2.1 Recommendation R1 (register): keep a register of every restraint. It was not implemented in 2023.",
        "2.1 Recommendation R1 (register): accepted. A register will be kept.",
        "2.1 The register was implemented. It was complete.",
    ],
)
def test_what_asks_or_answers_is_no_verdict(paragraph: str) -> None:
    assert judged(paragraph) == []
