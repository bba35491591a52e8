"""Responses that follow the paragraphs of a report."""

from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register


def responses(*lines: str) -> list[RegisterEntry]:
    metadata = Metadata(title="Reply", place="Ashwick")
    return list(extract_register(report(*lines), "d-1", DocumentKind.RESPONSE, metadata))


def test_a_letter_answers_paragraph_by_paragraph() -> None:
    found = responses(
        "# Norrish Police Inspectorate",
        "We thank the Council for its report.",
        "Paragraph 3. We regret the delay. The recommendation has been carried out: Circular 12 says so.",
        "Paragraph 6. The recommendation on training is accepted. A course will begin in May.",
        "Paragraph 9. The recommendation on lawyers is accepted in part. A rota exists. The Ministry of Health does "
        "not agree that visits should be private.",
    )
    assert [(e.number, e.kind, e.addressee, e.status_claimed) for e in found] == [
        ("3", "response", "Norrish Police Inspectorate", "implemented"),
        ("6", "response", "Norrish Police Inspectorate", "accepted"),
        ("9", "response", "Norrish Police Inspectorate", "partly accepted"),
        ("9", "response", "Ministry of Health", "rejected"),
    ]


def test_recommendation_and_response_in_turn() -> None:
    found = responses(
        "# Response of the Ministry of Justice to the report on Ashwick Prison",
        "# Health",
        "NPM recommendation: Employ a second doctor.",
        "Response: The Ministry agrees with the recommendation. The post is advertised.",
        "# Discipline",
        "NPM recommendation: Abolish confinement beyond 14 days.",
        "Response: The recommendation cannot be accepted for reasons of security.",
    )
    assert [(e.addressee, e.status_claimed) for e in found] == [
        ("Ministry of Justice", "accepted"),
        ("Ministry of Justice", "rejected"),
    ]


def test_a_table_that_answers_by_number_alone() -> None:
    metadata = Metadata(title="Inspection of court cells")
    found = extract_register(
        report(
            "# Recommendations",
            "We recommend that Norrish Escorts Ltd:",
            "1. mend the seat belts in every van",
            "2. give us the records each quarter",
            "# Replies",
            "| Rec. | Agency | Position | Comment",
            "| 1 | Norrish Escorts Ltd | Supported | Two vans were sold.",
            "| 2 | Norrish Escorts Ltd | Not supported | Confidential.",
        ),
        "d-1",
        DocumentKind.VISIT_REPORT,
        metadata,
    )
    assert [(e.number, e.addressee, e.status_claimed, e.response) for e in found] == [
        ("1", "Norrish Escorts Ltd", "accepted", "Two vans were sold."),
        ("2", "Norrish Escorts Ltd", "rejected", "Confidential."),
    ]
