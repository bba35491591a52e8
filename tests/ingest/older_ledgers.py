"""Takes a ledger back to the tables of an older version, as far as tests of the migrations need it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_VIEW_2 = """CREATE VIEW register AS SELECT e.entry_id, e.document_id, e.ordinal, e.passage_id, e.number, e.kind,
    e.text, e.addressee, e.themes, coalesce(l.response, e.response) AS response,
    coalesce(l.status_claimed, e.status_claimed) AS status_claimed,
    coalesce(l.status_verified, e.status_verified) AS status_verified,
    coalesce(l.repeats, e.repeats) AS repeats, coalesce(l.followed_up_by, e.followed_up_by) AS followed_up_by,
    e.locator, e.page, e.criteria, e.due FROM entries e LEFT JOIN linked l ON l.entry_id = e.entry_id"""
_TO_2 = (
    "DROP VIEW register",
    "DROP TABLE links",
    "DROP TABLE link_decisions",
    *(f"ALTER TABLE documents DROP COLUMN {name}" for name in ("previous_visit", "evidence")),
    *(f"ALTER TABLE entries DROP COLUMN {name}" for name in ("urgency", "rests_on", "criteria_suggested")),
    "ALTER TABLE review_items DROP COLUMN item",
    *(f"ALTER TABLE linked DROP COLUMN {name}" for name in ("addressee", "due")),
    _VIEW_2,
    "PRAGMA user_version = 2",
)
_TO_1 = (
    "DROP TABLE decisions",
    "DROP TABLE audit",
    *(f"ALTER TABLE review_items DROP COLUMN {name}" for name in ("standing", "block", "first", "last")),
    "PRAGMA user_version = 1",
)


def take_back(ledger: Path, version: int) -> None:
    """Make the file look as the version wrote it."""
    connection = sqlite3.connect(ledger)
    for statement in (*_TO_2, *(_TO_1 if version < 2 else ())):
        connection.execute(statement)
    connection.commit()
    connection.close()
