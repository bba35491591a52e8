"""A title from the properties of a file counts only where it is one and the pages bear it out."""

import pytest

from ingest.metadata.own_title import own_title
from ingest.report import BlockKind, ParsedBlock, ParsedReport
from ingest.structure.parsing import relocate, structure

BLOCKS = (
    ParsedBlock(BlockKind.HEADER, "Board of Visitors"),
    ParsedBlock(BlockKind.HEADING, "Follow-up visit: Tallow Street Lock-up", 1, 1),
    ParsedBlock(BlockKind.PARAGRAPH, "The Board visited on 4 May 2024.", 1),
)


def test_a_borne_out_title_is_taken():
    assert own_title("Follow-up visit \u2013 Tallow  Street Lock-up", BLOCKS) == (
        "Follow-up visit \u2013 Tallow Street Lock-up"
    )


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "untitled",
        "Tallow Street",
        "Microsoft Word - Follow-up visit Tallow Street Lock-up.docx",
        "Follow-up visit Tallow Street draft report",
        "Annual accounts of the harbour authority 2019",
    ],
)
def test_left_overs_are_not(stated):
    assert own_title(stated, BLOCKS) is None


def test_it_stays_with_the_report():
    parsed = ParsedReport(BLOCKS, properties={"title": "Follow-up visit \u2013 Tallow Street Lock-up"})
    assert relocate(structure(parsed)).title == "Follow-up visit \u2013 Tallow Street Lock-up"
    assert structure(ParsedReport(BLOCKS)).title is None
