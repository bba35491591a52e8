"""Replies in the styles of many authorities reach the recommendations of the report that they answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from report_builder import report

from ingest.embedding.embedder import ShippedEmbedder
from ingest.links.entries import LINK_THRESHOLD, apply_links, link
from ingest.links.sides import Context
from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, RegisterEntry
from ingest.register.extraction import extract_register

Document = tuple[DocumentRecord, tuple[RegisterEntry, ...]]

REPORT = (
    "^ Custody Visiting Commission of Malta",
    "# Report on the visit to Għajn Prison",
    "Visited on 3 to 5 June 2024. Published on 2 September 2024.",
    "# Findings",
    "1. Cells in Block B have no windows that open.",
    "2. Women are searched by men.",
    "3. The Commission recommends that the Director of the prison fit windows in Block B.",
    "4. The doctor comes once a week.",
    "5. The Commission recommends that the Ministry of Health post a nurse at the prison every day.",
    "6. Complaints are read by the officers concerned.",
    "7. The Commission recommends that the Ministry for Home Affairs set up an independent complaints desk.",
    "8. The Commission recommends that the Director of the prison end the searching of women by men.",
)
LETTER = (
    "# Reply of the Ministry for Home Affairs to the report on Għajn Prison",
    "Valletta, 20 December 2024",
    "To the Custody Visiting Commission",
    "1. Thank you for the report on the visit of 3 to 5 June 2024.",
    "2. As to paragraph 3, windows will be fitted by May; the recommendation is accepted.",
    "3. With regard to paragraph 5, the Ministry of Health has sent no answer.",
    "4. The recommendation in paragraph 7 is not accepted, since the Ombudsman takes complaints already.",
    "5. Paragraph 8 is accepted in part: women officers are on duty from Monday to Friday.",
)
TABLE = (
    "# Observations on the visit to Għajn Prison",
    "^ Għajn Prison, Office of the Director",
    "20 December 2024",
    "To the Custody Visiting Commission",
    "The administration has studied the report on the visit of 3 to 5 June 2024.",
    "| No. | Para. | Recommendation | Position | Measure | Responsible",
    "| 1 | 3 | Windows in Block B. | Accepted | To be fitted by May. | [STAFF 1]",
    "| 2 | 5 | A nurse every day. | No reply received | – | Dr [STAFF 2], Ministry of Health",
    "| 3 | 7 | Independent complaints desk. | Not accepted | The Ombudsman takes complaints. | [STAFF 1]",
    "| 4 | 8 | No searching of women by men. | Accepted in part | Women officers on weekdays. | [STAFF 1]",
)
HEADINGS = (
    "# Comments of the Government on the report on Għajn Prison",
    "20 December 2024",
    "The Government has considered the report on the visit of 3 to 5 June 2024.",
    "# Paragraph 3",
    "The recommendation is accepted. Windows will be fitted by May.",
    "# Paragraph 5",
    "None received from the Ministry of Health.",
    "# Paragraph 7",
    "The Government does not accept this recommendation, since the Ombudsman takes complaints already.",
    "# Paragraph 8",
    "Agreed for weekdays; at night there are no women officers to carry it out.",
)
WORDING = (
    "# Response to the report on Għajn Prison",
    "20 December 2024",
    "To the Custody Visiting Commission",
    "Thank you for the report on the visit of 3 to 5 June 2024.",
    "- The recommendation to fit windows in Block B is accepted.",
    "- To the recommendation that a nurse be posted at the prison every day there was no reply.",
    "- The recommendation to set up an independent complaints desk is rejected.",
    "- The recommendation to end the searching of women by men is partially accepted.",
)
BULLETS = (
    "# Action plan: Għajn Prison",
    "20 December 2024",
    "Visit of the Custody Visiting Commission, 3 to 5 June 2024",
    "| Ref. (para.) | What was asked | Our position | What we will do",
    "| 3 | Fit windows in Block B | Agreed | By May",
    "| 5 | Post a nurse every day | Awaiting reply | –",
    "| 7 | Set up an independent complaints desk | Declined | The Ombudsman takes complaints",
    "| 8 | End the searching of women by men | Partly agreed | Women officers on weekdays",
)
RESTATED = (
    "# Response of the Government of Malta: Għajn Prison",
    "20 December 2024",
    "Report of the Custody Visiting Commission on its visit of 3 to 5 June 2024",
    "The Commission recommends that the Director of the prison fit windows in Block B.",
    "Response: Accepted. The works begin in May.",
    "The Commission recommends that the Ministry of Health post a nurse at the prison every day.",
    "Response: None received.",
    "The Commission recommends that the Ministry for Home Affairs set up an independent complaints desk.",
    "Response: Not accepted. The Ombudsman takes complaints already.",
    "The Commission recommends that the Director of the prison end the searching of women by men.",
    "Response: Accepted in part. Women officers are on duty on weekdays.",
)
SIGNS = (
    "# Statement of the Ministry for Home Affairs on the report about Għajn Prison",
    "20 December 2024",
    "For the attention of the Custody Visiting Commission",
    "The Ministry has examined the report on the visit of 3 to 5 June 2024.",
    "§ 3 – Windows: accepted, works begin in May.",
    "§ 5 – Nurse: the Ministry of Health did not reply.",
    "§ 7 – Complaints: the Ministry sees no need for this, since there is an Ombudsman.",
    "§ 8 – Searches: accepted for weekdays only.",
)
SENTENCES = (
    "# Għajn Prison: reply to the Custody Visiting Commission",
    "Valletta, 20 December 2024",
    "Dear Commissioners,",
    "We refer to your report on the visit of 3 to 5 June 2024 and answer as follows.",
    "We accept the recommendation made in paragraph 3; windows will be fitted by May.",
    "We have received no reply from the Ministry of Health to the recommendation in paragraph 5.",
    "We cannot accept the recommendation in paragraph 7, as the Ombudsman takes complaints already.",
    "We accept the recommendation in paragraph 8 in part: women officers are on duty on weekdays.",
)
REPLIES = {"letter": LETTER, "table": TABLE, "headings": HEADINGS, "wording": WORDING, "plan": BULLETS}
REPLIES |= {"restated": RESTATED, "signs": SIGNS, "sentences": SENTENCES}
EXPECTED = {"3": "accepted", "5": "no reply", "7": "rejected", "8": "partly accepted"}


def document(name: str, lines: tuple[str, ...]) -> Document:
    built = report(*lines)
    kind = classify(built, f"{name}.pdf")
    metadata = read_metadata(built, f"{name}.pdf", kind, None)
    record = DocumentRecord(name, name, kind, DocumentStatus.INDEXED, None, metadata)
    return record, extract_register(built, name, kind, metadata)


def around(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> dict[str, Context]:
    """Give each entry its vector and the line before it, as the ledger has those of its passage."""
    vectors = ShippedEmbedder(threads=1).embed_passages([one.text for one in entries])
    at = {one.entry_id: n for one in entries for n, line in enumerate(RESTATED) if line.endswith(one.text)}
    before = {name: RESTATED[n - 1] for name, n in at.items() if "recommends" in RESTATED[n - 1]}
    return {
        one.entry_id: Context(before=before.get(one.entry_id, ""), vector=vector)
        for one, vector in zip(entries, vectors, strict=True)
    }


@pytest.mark.parametrize("style", REPLIES)
def test_each_answer_reaches_its_recommendation(style: str) -> None:
    asked, answered = document("d-report", REPORT), document("d-reply", REPLIES[style])
    assert answered[0].kind is DocumentKind.RESPONSE
    documents = (asked, answered)
    entries = [entry for _, found in documents for entry in found]
    found = link(documents, around=around)
    links = [each for each in found if each.confidence >= LINK_THRESHOLD]
    linked = {entry.entry_id: entry for entry in apply_links(entries, links)}
    claimed = {
        entry.number: linked[entry.entry_id].status_claimed for entry in asked[1] if entry.kind == "recommendation"
    }
    assert claimed == EXPECTED


MEMORANDUM = (
    "MEMORANDUM",
    "To: Chief Inspector of Places of Custody",
    "From: Director-General, Prisons Department, Suva",
    "Date: 4 April 2025",
    "Subject: Our position on the inspection of Naboro Farm Prison (12-14 November 2024)",
    "Rec 1 - agreed. Paint has been bought.",
    "Rec 2 - not agreed.",
    "Rec 3 - for the Ministry of Health; no answer so far.",
)


def test_a_memorandum_answers_in_short() -> None:
    record, entries = document("d-memo", MEMORANDUM)
    assert (record.kind, record.metadata.jurisdiction) == (DocumentKind.RESPONSE, "Fiji")
    assert [(one.kind, one.number, one.status_claimed) for one in entries] == [
        ("response", "1", "accepted"),
        ("response", "2", "rejected"),
        ("response", "3", "no reply"),
    ]


def test_a_heading_of_several_paragraphs_gives_an_answer_to_each() -> None:
    lines = (
        "# Replies of Paraguay to the recommendations of the Subcommittee on Prevention of Torture",
        "Reply to paragraphs 14 and 15",
        "The National Penitentiary Directorate accepts both recommendations.",
    )
    _, entries = document("d-cspro", lines)
    assert [(one.number, one.status_claimed) for one in entries] == [("14", "accepted"), ("15", "accepted")]


def test_what_was_seen_judges_a_row_beside_what_was_told() -> None:
    _, entries = document(
        "d-later",
        (
            "# Follow-up inspection of Harbour Police Station, 3 March 2025",
            "| Recommendation (2023) | Addressee | What the Force told us | What we saw",
            "| 1. Mend the cell doors. | Commissioner of Police | Done | Three of nine doors do not close.",
            "| 2. Give detainees mattresses. | Station Commander | Ordered | Nobody had one.",
            "| 3. Record every arrest. | Station Commander | Done | Every arrest since May was in the book.",
        ),
    )
    assert [(one.kind, one.number, one.status_claimed, one.status_verified) for one in entries] == [
        ("progress", "1", "implemented", "partly implemented"),
        ("progress", "2", "accepted", "not implemented"),
        ("progress", "3", "implemented", None),
    ]


def test_a_verdict_that_names_its_number_keeps_it() -> None:
    _, entries = document(
        "d-again",
        (
            "# Follow-up inspection of Elm Prison",
            "# What has become of our recommendations",
            "6. Recommendation 3 (review of force by outsiders) has been implemented. We read 30 reviews.",
            "7. Recommendation 7 (visits) has been implemented in part: visits were cancelled on nine days.",
        ),
    )
    judged = [(one.number, one.status_verified) for one in entries if one.kind == "progress"]
    assert judged == [("3", "implemented"), ("7", "partly implemented")]


def test_headings_name_whom_they_address_whatever_the_name() -> None:
    _, entries = document(
        "d-headings",
        (
            "# Report on the visit to Elm Prison",
            "# Recommendations",
            "# To the Director",
            "Recommendation 1: mend the showers.",
            "# To Health Aorangi",
            "Recommendation 2: double the number of dental sessions.",
        ),
    )
    assert [one.addressee for one in entries if one.kind == "recommendation"] == ["Director", "Health Aorangi"]
