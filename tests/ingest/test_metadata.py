"""Metadata and kind, read from the document alone."""

from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import DocumentKind

VISIT = (
    "^ Norrish Inspectorate of Custody | HMP Ashwick | NIC/1",
    "# Report on an unannounced inspection of HMP Ashwick",
    "Inspected 4–15 May 2023. Laid before the Parliament 20 July 2023. Norrish is a fictional county of Scotland.",
    "# Findings",
    "1.1 The prison held 300 people. The last inspection was on 3 June 2019.",
    "Recommendation 1. The Governor should heat the cells.",
)


def test_reads_what_a_report_says() -> None:
    built = report(*VISIT)
    metadata = read_metadata(built, "ashwick.pdf", classify(built, "ashwick.pdf"), None)
    assert metadata.title == "Report on an unannounced inspection of HMP Ashwick"
    assert (metadata.place, metadata.place_type) == ("HMP Ashwick", "prison")
    assert metadata.inspecting_body == "Norrish Inspectorate of Custody"
    assert (metadata.visit_start, metadata.visit_end) == ("2023-05-04", "2023-05-15")
    assert metadata.published == "2023-07-20"
    assert metadata.announced is False
    assert metadata.language == "en"


def test_the_users_body_wins() -> None:
    assert read_metadata(report(*VISIT), "a", DocumentKind.VISIT_REPORT, "Our NPM").inspecting_body == "Our NPM"


def test_invents_nothing() -> None:
    built = report(
        "# Notes on a Tuesday", "Some thoughts about gardens, written without much care and of no great length."
    )
    metadata = read_metadata(built, "x.txt", DocumentKind.OTHER, None)
    found = (metadata.place, metadata.place_type, metadata.inspecting_body, metadata.jurisdiction)
    assert found == (None, None, None, None)
    assert (metadata.visit_start, metadata.visit_end, metadata.published, metadata.announced) == (
        None,
        None,
        None,
        None,
    )


def test_kinds() -> None:
    plan = report(
        "# Action plan: response to the inspection of HMP Ashwick (4–15 May 2023)", "Reply of the Prison Service."
    )
    assert classify(report(*VISIT), "a.pdf") is DocumentKind.VISIT_REPORT
    assert classify(plan, "b.docx") is DocumentKind.RESPONSE
    treaty = report("# A Treaty", *(f"# Article {number}" for number in range(1, 12)))
    assert classify(treaty, "t.md") is DocumentKind.INSTRUMENT
    assert classify(report("# Notes on a Tuesday", "Gardens."), "x.txt") is DocumentKind.OTHER


def test_the_place_of_a_response_is_that_of_the_visit() -> None:
    built = report("# Action plan: response to the inspection of HMP Ashwick (4–15 May 2023)", "Reply.")
    metadata = read_metadata(built, "b", DocumentKind.RESPONSE, None)
    assert (metadata.place, metadata.visit_start) == ("HMP Ashwick", "2023-05-04")
