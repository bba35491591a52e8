"""Plain text without blank lines: cover, title and headings are still told from prose."""

from ingest.metadata.extraction import read_metadata
from ingest.passage import DocumentKind
from ingest.readers.plain import read_plain
from ingest.readers.plain_lines import cover, heads, text_width
from ingest.report import BlockKind, Report
from ingest.structure.parsing import structure
from redaction.text import public_text

COVERED = """\
CONFIDENTIAL - National Preventive Mechanism
Report on the visit to Fernley Remand Prison, 14-15 May 2024

1. Introduction
Two monitors came to the prison on 14 May 2024.
They spoke with 23 people.
2. Conditions
None of the cells in the old wing had a call bell.
3. Recommendations
Recommendation 1: Call bells should be installed.
"""
SINGLE_SPACED = """\
RESTRICTED
Monitoring Office of Velmarch
Report on the unannounced visit to
Fernley Police Station
Introduction
Two monitors came to the station at night. They stayed for four hours and spoke with 6 people.
Material conditions
The three cells had no natural light. Bedding was torn in two of them.
Recommendations
1. The cells should be painted.
2. Bedding should be replaced.
"""
UNDERLINED = """\
Findings
--------
1. Seven patients shared one room with four beds, and three of them slept
   on the floor.
2. Nobody had seen a doctor.
"""
CAPITALS = """\
SAFETY
3. There had been 14 assaults in six months, and none of them had been
investigated.
4. Staff did not know the policy.
"""


def headings(text: str) -> list[str]:
    return [block.text for block in read_plain(text.encode()).blocks if block.kind is BlockKind.HEADING]


def test_numbered_titles_followed_by_prose_are_headings() -> None:
    title = "Report on the visit to Fernley Remand Prison, 14-15 May 2024"
    assert headings(COVERED) == [title, "1. Introduction", "2. Conditions", "3. Recommendations"]
    built = structure(read_plain(COVERED.encode()))
    conditions = next(block for block in built.blocks if block.text.startswith("None of the cells"))
    assert (conditions.number, conditions.heading_path[-1]) == (None, "2. Conditions")
    assert built.blocks[-1].locator == "Recommendation 1"


def test_title_place_and_body_of_a_cover() -> None:
    built = structure(read_plain(COVERED.encode()))
    blocks = tuple(
        type(block)(**{**{name: getattr(block, name) for name in block.__slots__}, "text": public_text(block.text)})
        for block in built.blocks
    )
    metadata = read_metadata(Report(blocks, built.pages), "a.txt", DocumentKind.VISIT_REPORT, None)
    assert metadata.title == "Report on the visit to Fernley Remand Prison, 14-15 May 2024"
    assert metadata.place == "Fernley Remand Prison"
    assert metadata.inspecting_body == "National Preventive Mechanism"
    assert (metadata.visit_start, metadata.visit_end) == ("2024-05-14", "2024-05-15")


def test_single_spaced_report() -> None:
    assert headings(SINGLE_SPACED) == [
        "Report on the unannounced visit to Fernley Police Station",
        "Introduction",
        "Material conditions",
        "Recommendations",
    ]


def test_underlined_and_capital_headings_keep_wrapped_paragraphs_whole() -> None:
    assert headings(UNDERLINED) == ["Findings"]
    assert headings(CAPITALS) == ["SAFETY"]
    assert read_plain(CAPITALS.encode()).blocks[1].text.endswith("had been investigated.")
    assert read_plain(UNDERLINED.encode()).blocks[1].text.endswith("slept on the floor.")


def test_lists_dates_and_wrapped_sentences_are_no_headings() -> None:
    assert headings("1. Repair the call bells\n2. Serve hot food\n3. Open the yard\n") == []
    assert not heads("12 July 2024", "The team came back in the evening.", 80, ended=True)
    assert not heads("2. The governor of the prison and her deputy", "Wardens met us.", 46, ended=True)
    assert not heads("4. Cells were dirty", "Nobody cleaned them.", 80, ended=True)


def test_prose_is_no_cover() -> None:
    lines = ["The visit took place in May and lasted two", "days. It was the third one."]
    assert cover(lines, text_width(lines)) == []
