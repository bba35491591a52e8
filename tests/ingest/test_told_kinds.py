"""The type of a place that no name tells, read from what the text says of those who are held and who work there."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import read_metadata
from ingest.metadata.told_kinds import told_kind
from ingest.passage import DocumentKind


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "care home",
            (
                "The house was founded in 1961 and has 140 beds.",
                "Residents are on average 84 years old and many of them suffer from dementia.",
                "Two carers wash and feed those who cannot leave their beds.",
            ),
        ),
        (
            "immigration detention",
            (
                "The site lies behind the cargo terminal.",
                "Those held are foreigners whose applications for asylum have been refused.",
                "On average they wait eleven weeks to be deported.",
            ),
        ),
        (
            "juvenile institution",
            (
                "Vesna Gora takes boys from 14 to 18 years who were placed by a court.",
                "Educators live with the boys, who go to school in the house.",
                "Parents may call on Sundays.",
            ),
        ),
        (
            "psychiatric hospital",
            (
                "Ward B is locked.",
                "Half of the patients were admitted against their will, most of them with psychosis.",
                "Belts were used on patients 31 times at the order of the psychiatrist on duty.",
            ),
        ),
    ],
)
def test_the_type_is_told_by_whom_a_place_holds(kind: str, lines: tuple[str, ...]) -> None:
    found = told_kind(["Visit to Vesna Gora"], report("# Visit to Vesna Gora", *lines).blocks)
    assert found is not None and found.value == kind
    assert found.block is not None and str(found.block.text) in lines
    assert 0.5 < found.confidence <= 0.8


def test_nothing_is_told_where_no_sentence_tells() -> None:
    assert told_kind([], report("# Notes", "The garden has a bench and the weather was fine.").blocks) is None
    assert told_kind([], ()) is None


def test_a_name_goes_before_the_text() -> None:
    built = report("# Visit to Elm Prison", "Residents suffer from dementia.", "Carers wash the residents.")
    assert read_metadata(built, "x.txt", DocumentKind.VISIT_REPORT, None).place_type == "prison"


@pytest.mark.parametrize(
    "title",
    [
        "Visit to the temporary detention facility of the Oldrun Department of Internal Affairs and the convoy "
        "premises of the Oldrun District Court",
        "Oldrun: repeated visit to the temporary detention facility and the district court",
    ],
)
def test_a_title_that_joins_places_of_two_types_is_mixed(title: str) -> None:
    built = report(f"# {title}", "Nine cells are in use.")
    assert read_metadata(built, "x.txt", DocumentKind.VISIT_REPORT, None).place_type == "mixed"
