"""The title that a document prints, among markings, bodies and dates."""

import pytest
from report_builder import report

from ingest.metadata.title import is_marking, printed_title
from ingest.report import BlockKind


@pytest.mark.parametrize(
    "line", ["CONFIDENTIAL", "Restricted", "DRAFT", "Draft version 2", "STRICTLY CONFIDENTIAL", "Official - Sensitive"]
)
def test_markings(line: str) -> None:
    assert is_marking(line)


@pytest.mark.parametrize(
    "line", ["Confidential interviews", "Draft law on custody", "Access to publications", "Summary"]
)
def test_lines_that_hold_more_than_a_marking(line: str) -> None:
    assert not is_marking(line)


def test_a_marking_is_no_heading_and_no_title() -> None:
    built = report("# CONFIDENTIAL", "# Report on a visit to Fernley Prison", "Text of the report.")
    assert built.blocks[0].kind is BlockKind.PARAGRAPH
    assert printed_title(built.blocks) == "Report on a visit to Fernley Prison"


def test_the_line_that_names_the_visit_wins_over_the_body_above_it() -> None:
    built = report("# Lay Visitors of Ostmere", "Re: Visit to Fernley Prison on 3 May 2024", "We write to you.")
    assert printed_title(built.blocks) == "Visit to Fernley Prison on 3 May 2024"


def test_a_sentence_about_a_visit_is_no_title() -> None:
    built = report("# Fernley Prison in spring", "The visit to the wing took an hour.", "More text follows here.")
    assert printed_title(built.blocks) == "Fernley Prison in spring"


def test_a_title_over_several_heading_lines_is_one_heading() -> None:
    built = report(
        "# Response of the Ministry to the report of the",
        "# Committee on its visit to Hollin Moor",
        "# Prison",
        "# 1. Introduction",
        "The prison lies on a moor.",
    )
    assert [block.text for block in built.blocks[:2]] == [
        "Response of the Ministry to the report of the Committee on its visit to Hollin Moor Prison",
        "1. Introduction",
    ]
