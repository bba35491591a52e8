"""The tables of the ledger, its settings and its migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from ingest.errors import PermanentIngestError

APPLICATION_ID: Final = 0x4F504354  # "OPCT"
SCHEMA_VERSION: Final = 3
BUSY_MILLISECONDS: Final = 10_000

# Decisions outlive the rows of their document, which go and come back when it is processed again; the empty document
# id is every document. The audit refers to no other table: it stays when a document is erased.
_REVIEW_TABLES: Final = """
CREATE TABLE decisions (
    decision_id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, action TEXT NOT NULL, type TEXT NOT NULL,
    digest TEXT NOT NULL, words INTEGER NOT NULL, explicit INTEGER NOT NULL, at TEXT NOT NULL,
    applied INTEGER NOT NULL, UNIQUE (document_id, type, digest));
CREATE TABLE audit (
    ordinal INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, document_id TEXT NOT NULL,
    type TEXT NOT NULL, item TEXT NOT NULL, policy TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
"""

# Decisions on links outlive the rows of entries too: each says by itself what it links, by id and by place in the
# document, since an entry gets another id when its text changes.
_LINK_TABLES: Final = """
CREATE TABLE links (
    link_id TEXT PRIMARY KEY, from_entry TEXT NOT NULL REFERENCES entries ON DELETE CASCADE,
    to_entry TEXT NOT NULL REFERENCES entries ON DELETE CASCADE, relation TEXT NOT NULL, confidence REAL NOT NULL,
    evidence TEXT NOT NULL, standing TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX links_by_source ON links (from_entry);
CREATE INDEX links_by_target ON links (to_entry);
CREATE TABLE link_decisions (
    link_id TEXT PRIMARY KEY, from_entry TEXT NOT NULL, to_entry TEXT NOT NULL, relation TEXT NOT NULL,
    confidence REAL NOT NULL, evidence TEXT NOT NULL, standing TEXT NOT NULL,
    from_document TEXT NOT NULL, to_document TEXT NOT NULL, from_anchor TEXT NOT NULL, to_anchor TEXT NOT NULL,
    at TEXT NOT NULL) WITHOUT ROWID;
"""

_REGISTER_VIEW: Final = """
CREATE VIEW register AS SELECT e.entry_id, e.document_id, e.ordinal, e.passage_id, e.number, e.kind, e.text,
    coalesce(l.addressee, e.addressee) AS addressee, e.themes, coalesce(l.response, e.response) AS response,
    coalesce(l.status_claimed, e.status_claimed) AS status_claimed,
    coalesce(l.status_verified, e.status_verified) AS status_verified,
    coalesce(l.repeats, e.repeats) AS repeats, coalesce(l.followed_up_by, e.followed_up_by) AS followed_up_by,
    e.locator, e.page, e.criteria, coalesce(l.due, e.due) AS due, e.urgency, e.rests_on, e.criteria_suggested
    FROM entries e LEFT JOIN linked l ON l.entry_id = e.entry_id;
"""

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    document_id TEXT PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
    title TEXT, place TEXT, place_type TEXT, inspecting_body TEXT, jurisdiction TEXT, visit_start TEXT, visit_end TEXT,
    published TEXT, announced INTEGER, language TEXT,
    pages_total INTEGER NOT NULL, pages_text INTEGER NOT NULL, pages_ocr INTEGER NOT NULL,
    pages_blank INTEGER NOT NULL, pages_failed INTEGER NOT NULL,
    redactions TEXT NOT NULL, warnings TEXT NOT NULL,
    stamp TEXT NOT NULL, embedder TEXT NOT NULL,
    place_tokens TEXT NOT NULL, body_tokens TEXT NOT NULL, date_low TEXT, date_high TEXT,
    previous_visit TEXT, evidence TEXT NOT NULL DEFAULT '[]');
CREATE INDEX documents_by_status ON documents (status, kind);
CREATE TABLE blocks (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, ordinal INTEGER NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, locator TEXT NOT NULL, page INTEGER, level INTEGER NOT NULL, number TEXT, label TEXT,
    table_number INTEGER, row_number INTEGER, cells TEXT NOT NULL, heading_path TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)) WITHOUT ROWID;
CREATE TABLE passages (
    passage_id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, text TEXT NOT NULL, locator TEXT NOT NULL, page INTEGER, block_kind TEXT NOT NULL,
    heading_path TEXT NOT NULL, themes TEXT NOT NULL, reference TEXT);
CREATE INDEX passages_by_document ON passages (document_id, ordinal);
CREATE TABLE passage_themes (
    theme TEXT NOT NULL, passage_id TEXT NOT NULL REFERENCES passages ON DELETE CASCADE,
    PRIMARY KEY (theme, passage_id)) WITHOUT ROWID;
CREATE INDEX themes_by_passage ON passage_themes (passage_id);
CREATE TABLE vectors (
    passage_id TEXT PRIMARY KEY REFERENCES passages ON DELETE CASCADE, vector BLOB NOT NULL);
CREATE TABLE provisions (
    reference TEXT NOT NULL, passage_id TEXT NOT NULL REFERENCES passages ON DELETE CASCADE, official INTEGER NOT NULL,
    PRIMARY KEY (reference, passage_id)) WITHOUT ROWID;
CREATE INDEX provisions_by_passage ON provisions (passage_id);
CREATE TABLE entries (
    entry_id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, passage_id TEXT, number TEXT, kind TEXT NOT NULL, text TEXT NOT NULL, addressee TEXT,
    themes TEXT NOT NULL, response TEXT, status_claimed TEXT, status_verified TEXT, repeats TEXT NOT NULL,
    followed_up_by TEXT NOT NULL, locator TEXT NOT NULL, page INTEGER, criteria TEXT NOT NULL, due TEXT,
    urgency TEXT, rests_on TEXT NOT NULL DEFAULT '[]', criteria_suggested TEXT NOT NULL DEFAULT '[]');
CREATE INDEX entries_by_document ON entries (document_id, ordinal);
CREATE TABLE linked (
    entry_id TEXT PRIMARY KEY REFERENCES entries ON DELETE CASCADE, response TEXT, status_claimed TEXT,
    status_verified TEXT, repeats TEXT NOT NULL, followed_up_by TEXT NOT NULL, addressee TEXT, due TEXT);
CREATE TABLE review_items (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, ordinal INTEGER NOT NULL, type TEXT NOT NULL,
    why TEXT NOT NULL, locator TEXT NOT NULL, count INTEGER NOT NULL, standing TEXT NOT NULL DEFAULT 'open',
    block INTEGER, first INTEGER NOT NULL DEFAULT 0, last INTEGER NOT NULL DEFAULT 0,
    item TEXT NOT NULL DEFAULT '', PRIMARY KEY (document_id, ordinal)) WITHOUT ROWID;
CREATE TABLE conversations (conversation_id TEXT PRIMARY KEY, started TEXT NOT NULL);
CREATE TABLE turns (
    conversation_id TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (conversation_id, ordinal)) WITHOUT ROWID;
CREATE TABLE turn_documents (
    conversation_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents,
    PRIMARY KEY (conversation_id, ordinal, document_id),
    FOREIGN KEY (conversation_id, ordinal) REFERENCES turns ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX turns_by_document ON turn_documents (document_id);
CREATE TABLE erasures (
    document_id TEXT NOT NULL, at TEXT NOT NULL, done INTEGER NOT NULL, counts TEXT NOT NULL,
    PRIMARY KEY (document_id, at)) WITHOUT ROWID;
"""


def _review(connection: sqlite3.Connection) -> None:
    """Make room for decisions and the audit, and for how and where a doubt stands."""
    _run(connection, _REVIEW_TABLES)
    for column in (
        "standing TEXT NOT NULL DEFAULT 'open'",
        "block INTEGER",
        "first INTEGER NOT NULL DEFAULT 0",
        "last INTEGER NOT NULL DEFAULT 0",
    ):
        connection.execute(f"ALTER TABLE review_items ADD COLUMN {column}")
    connection.execute("UPDATE review_items SET standing = 'residue' WHERE type = 'residue'")
    _begin_audit(connection)


def _begin_audit(connection: sqlite3.Connection) -> None:
    """Give each document and erasure from before there was an audit a row that says so."""
    from ingest.ledger.audit import BEFORE, append

    held = connection.execute(
        "SELECT document_id FROM documents WHERE kind <> 'catalogue' UNION SELECT document_id FROM erasures ORDER BY 1"
    )
    for row in held.fetchall():
        append(connection, BEFORE, row[0])


def _register(connection: sqlite3.Connection) -> None:
    """Make room for where metadata was read, for more fields of entries, and for links as rows of their own."""
    empty = "TEXT NOT NULL DEFAULT '[]'"
    for table, column in (
        ("documents", "previous_visit TEXT"),
        ("documents", f"evidence {empty}"),
        ("entries", "urgency TEXT"),
        ("entries", f"rests_on {empty}"),
        ("entries", f"criteria_suggested {empty}"),
        ("review_items", "item TEXT NOT NULL DEFAULT ''"),
    ):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    connection.execute("DROP VIEW register")
    for column in ("addressee TEXT", "due TEXT"):
        connection.execute(f"ALTER TABLE linked ADD COLUMN {column}")
    _run(connection, _REGISTER_VIEW + _LINK_TABLES)
    # The links of the register stand in no row yet.
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('links_stale', '1')")


# From version N to N + 1: each runs inside the transaction that also raises ``user_version``.
_MIGRATIONS: Final[Mapping[int, Callable[[sqlite3.Connection], None]]] = {1: _review, 2: _register}


class LedgerVersionError(PermanentIngestError):
    """The file is no ledger of this program, or of a newer version of it."""

    code = "ledger_version"
    default_message = "The ledger in this home directory was made by another version of the program."
    default_hint = "Use the version that wrote it, or another home directory."


class LedgerOutdated(LedgerVersionError):
    """An older version of the program made it; opening it for writing brings it up to date."""

    code = "ledger_outdated"
    default_message = "The ledger in this home directory was made by an older version of the program."
    default_hint = "Run any command that writes, for example opcat rebuild, to bring it up to date."


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open one connection with the settings of the ledger.

    ``secure_delete`` overwrites deleted rows with zeros; ``synchronous=FULL`` because NORMAL may lose the last commits
    when power fails; ``trusted_schema=OFF`` because a ledger restored from elsewhere is data, not code.
    """
    mode = "rwc" if write else "ro"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MILLISECONDS / 1000,
    )
    connection.row_factory = sqlite3.Row
    for pragma in ("trusted_schema = OFF", "foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    if write:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = FULL").fetchall()
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Create the tables in an empty file, or bring an older ledger up to date, in one transaction.

    Raises:
        LedgerVersionError: the file belongs to another program or to a newer version.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        if version == 0:
            _run(connection, _TABLES + _REGISTER_VIEW + _REVIEW_TABLES + _LINK_TABLES)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("INSERT INTO meta VALUES ('generation', '0')")
        else:
            for step in range(version, SCHEMA_VERSION):
                _MIGRATIONS[step](connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def verify(connection: sqlite3.Connection) -> None:
    """Refuse a ledger that a reader could not understand.

    Raises:
        LedgerVersionError: as the name says.
        LedgerOutdated: a writer can bring it up to date.
    """
    version = _version(connection)
    if version != SCHEMA_VERSION:
        raise LedgerOutdated() if version else LedgerVersionError()


def _run(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _version(connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if version > SCHEMA_VERSION or (tables and application != APPLICATION_ID):
        raise LedgerVersionError()
    return version
