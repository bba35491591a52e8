"""Verdicts that a follow-up tells as a story, and those in tables of marks."""

from __future__ import annotations

from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register


def entries(*lines: str) -> list[RegisterEntry]:
    metadata = Metadata(title="Follow-up visit to Ashwick Prison", place="Ashwick Prison")
    return list(extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, metadata))


def verdicts(*lines: str) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.status_verified) for one in entries(*lines) if one.kind == "progress"]


def test_a_section_beside_judged_ones_judges_too() -> None:
    found = entries(
        "# Follow-up visit to Ashwick Prison",
        "# What was found",
        "## Showers",
        "The recommendation to mend the showers has been implemented.",
        "# Bedding",
        "The recommendation on mattresses has not been implemented.",
        "# Searches",
        "Searches are still carried out in the corridor, in front of everybody, and no screen was seen anywhere.",
        "A man whom the team had met in 2021 is now a baker.",
        "# New matters",
        "The kitchen was being painted and no longer smelt.",
    )
    judged = [str.__str__(one.text)[:20] for one in found if one.kind == "progress"]
    assert judged == ["The recommendation t", "The recommendation o", "Searches are still c"]


def test_a_table_of_marks_and_its_legend() -> None:
    assert verdicts(
        "# Follow-up visit to Ashwick Prison",
        "The marks mean: green, carried out; blue, carried out in part; red, not carried out.",
        "| No. in 2021 | To whom | Situation today | Mark",
        "| 2 | Director | Screens stand in every shower | GREEN",
        "| 3 | Ministry of Justice | Two nurses were sent | BLUE",
        "| 5 | Director | The yard is shut as before | RED",
    ) == [("2", "implemented"), ("3", "partly implemented"), ("5", "not implemented")]


def test_signs_that_the_document_explains() -> None:
    assert verdicts(
        "# Follow-up visit to Ashwick Prison",
        "The signs mean: + it has been carried out, ± it has been carried out in part, – it has not been carried out.",
        "| What we asked for | What we saw | Sign",
        "| Screens in the showers | They stand in every wing | +",
        "| More nurses by night | Two of three posts are filled | ±",
        "| An hour in the yard | Nobody had been outside since May | –",
    ) == [(None, "implemented"), (None, "partly implemented"), (None, "not implemented")]


def test_what_must_be_held_fulfilled_is_judged() -> None:
    found = entries(
        "# Follow-up visit to Ashwick Prison",
        "4. Nobody lies on the floor any longer, so that the first recommendation must be held fulfilled in part.",
    )
    assert [(one.kind, one.number, one.status_verified) for one in found] == [("progress", "1", "partly implemented")]


def test_a_verdict_ends_its_own_paragraph_behind_what_is_made_again() -> None:
    found = entries(
        "# Follow-up visit to Ashwick Prison",
        "Recommendation 1 (reiterated). The Director should mend the well.",
        "6. The cell is still in use and five men were in it. Not fulfilled.",
    )
    assert [(one.kind, one.status_verified) for one in found] == [
        ("recommendation", None),
        ("progress", "not implemented"),
    ]
