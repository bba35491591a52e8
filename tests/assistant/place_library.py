"""A place with three visits and an answer, a second place, and a third that shares its name: all invented."""

# ruff: noqa: E501 - a table of texts is easier to read unwrapped

from __future__ import annotations

from typing import Any

import numpy as np

from ingest.home import Home
from ingest.ledger.links import LinkStanding, StoredLink
from ingest.ledger.store import Ledger
from ingest.links.entries import Link, apply_links
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage, RegisterEntry
from redaction.text import restore

R = "recommendation"
# document: kind, metadata, entries as (number, kind, locator, text, further fields)
DOCUMENTS: dict[str, Any] = {
    "first": ("visit_report", Metadata("Visit to Marrowdale Prison", "Marrowdale Prison", "prison", "Ostmark Custody Council", "Ostmark", "2020-03-02", "2020-03-04", "2020-06-01"), [
        ("1", R, "Recommendation 1", "The governor should repair every cell bell within three months.", {"themes": ("safety",), "due": "within three months", "addressee": "governor"}),
        ("2", R, "Recommendation 2", "The ministry should limit separation to fifteen days.", {"themes": ("segregation",), "criteria": ("NMR:44",)}),
        ("3", R, "Recommendation 3", "The governor should engage a second dentist.", {"themes": ("healthcare",)}),
        ("4", R, "Recommendation 4", "The governor should open the library to everybody on Saturdays.", {"themes": ("activities",)}),
        ("5", R, "Recommendation 5", "The governor should offer warm meals in the evening.", {"themes": ("food",)}),
        ("6", "request_for_information", "Request 1", "The council asks for figures on the use of belts, within two months.", {"due": "within two months"}),
        (None, "finding", "2.1", "Of 96 cell bells tested, 31 did not ring.", {"themes": ("safety",)}),
    ]),
    "reply": ("response", Metadata("Reply of the prison board", "Marrowdale Prison", "prison", "Ostmark Custody Council", "Ostmark", None, None, "2020-09-01"), [
        ("1", "response", "table 1 row 1", "All cell bells have been repaired.", {"status_claimed": "implemented", "response": restore("All cell bells have been repaired.")}),
        ("2", "response", "table 1 row 2", "The ministry accepts.", {"status_claimed": "accepted", "response": restore("The ministry accepts.")}),
        ("4", "response", "table 1 row 3", "The library is open on Saturdays.", {"status_claimed": "implemented", "response": restore("The library is open on Saturdays.")}),
    ]),
    "second": ("visit_report", Metadata("Follow-up visit to Marrowdale", "Marrowdale Prison", "prison", "Ostmark Custody Council", "Ostmark", "2022-05-10", "2022-05-11", "2022-08-01"), [
        ("1", "progress", "table 1 row 1", "Cell bells: two of 96 did not ring. Partly implemented.", {"status_verified": "partly implemented"}),
        ("2", "progress", "table 1 row 2", "Separation: nothing has changed. Not implemented.", {"status_verified": "not implemented"}),
        ("3", "progress", "table 1 row 3", "A second dentist comes on Fridays. Implemented.", {"status_verified": "implemented"}),
        ("I", R, "I", "We again recommend that the ministry limit separation to fifteen days.", {"themes": ("segregation",)}),
        ("II", R, "II", "The governor should give warm meals in the evening to all wings.", {"themes": ("food",)}),
        (None, "good_practice", "3.3", "The kitchen garden is tended by prisoners.", {}),
    ]),
    "third": ("visit_report", Metadata("Third visit to Marrowdale", "Marrowdale Prison", "prison", "Ostmark Custody Council", "Ostmark", "2024-04-08", "2024-04-09", "2024-07-01"), [
        ("1", "progress", "table 1 row 1", "Cell bells: forty did not ring. Not implemented.", {"status_verified": "not implemented"}),
        ("2", R, "2", "The council repeats that separation must not exceed fifteen days.", {"themes": ("segregation",)}),
        ("3", R, "3", "The governor should replace the mattresses in wing C.", {"themes": ("material_conditions",)}),
        ("9", "progress", "table 1 row 9", "Heating of the chapel: implemented.", {"status_verified": "implemented"}),
    ]),
    "tarnholm": ("visit_report", Metadata("Night visit to Tarnholm Police Station", "Tarnholm Police Station", "police custody", "Velden Visitors", "Velden", "2022-09-14", "2022-09-14", "2022-11-30"), [
        ("1", R, "1", "The chief of police should limit separation and provide an interpreter at any hour.", {"themes": ("language", "segregation")}),
    ]),
    "alder-1": ("visit_report", Metadata("Visit to Alder House", "Alder House Hospital", "psychiatric hospital", "Ostmark Custody Council", "Ostmark", "2021-02-01", None, "2021-03-01"), []),
    "alder-2": ("visit_report", Metadata("Visit to Alder House", "Alder House Care Home", "care home", "Velden Visitors", "Velden", "2021-06-01", None, "2021-07-01"), []),
}  # fmt: skip
LINKS = [
    ("reply", 0, "first", 0, "responds_to"),
    ("reply", 1, "first", 1, "responds_to"),
    ("reply", 2, "first", 3, "responds_to"),
    ("second", 0, "first", 0, "judges"),
    ("second", 1, "first", 1, "judges"),
    ("second", 2, "first", 2, "judges"),
    ("second", 3, "first", 1, "repeats"),
    ("third", 0, "first", 0, "judges"),
    ("third", 1, "second", 3, "repeats"),
]


def build(home: Home) -> Ledger:
    """Write the library."""
    home.create()
    ledger = Ledger.open(home.ledger, write=True)
    everything: list[RegisterEntry] = []
    for name, (kind, metadata, rows) in DOCUMENTS.items():
        passages, entries = [], []
        for n, (number, entry_kind, locator, text, more) in enumerate(rows):
            passage = Passage(
                f"p-{name}-{n}", f"d-{name}", n, restore(f"{locator}: {text}"), locator, n // 3 + 1, "paragraph"
            )
            passages.append(passage)
            entries.append(
                RegisterEntry(
                    f"r-{name}-{n}",
                    f"d-{name}",
                    passage.passage_id,
                    number,
                    entry_kind,
                    restore(text),
                    locator=locator,
                    page=passage.page,
                    **more,
                )
            )
        record = DocumentRecord(
            f"d-{name}",
            f"{name}.pdf",
            DocumentKind(kind),
            DocumentStatus.INDEXED,
            None,
            metadata,
            pages_total=4,
            pages_text=3,
            pages_failed=int(name == "third"),
        )
        ledger.put_document(
            record, [], passages, np.zeros((len(passages), 4), dtype=np.float32), entries, "test", embedder="none"
        )
        everything += entries
    links = [Link(f"r-{a}-{i}", f"r-{b}-{j}", relation, 0.9, "same number") for a, i, b, j, relation in LINKS]
    ledger.put_links(apply_links(everything, links), [StoredLink(each, LinkStanding.APPLIED) for each in links])
    return ledger
