"""Connections to the ledger: one read-only connection per thread, one write transaction at a time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import DiskFull, LibraryLocked
from ingest.ledger.schema import connect, prepare, verify


class Connections:
    """Hands out connections; safe to share among threads.

    Readers see the last committed state, also while this or another process writes (write-ahead log).
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open the file; with ``write`` create it or bring it up to date.

        Raises:
            FileNotFoundError: there is no ledger and ``write`` is false.
            LedgerVersionError: the file is not ours, or newer.
        """
        if not write and not path.exists():
            raise FileNotFoundError("there is no ledger in this home directory")
        self.path = path
        self.writable = write
        self._writing = threading.RLock()
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._writer: sqlite3.Connection | None = None
        if write:
            self._writer = connect(path, write=True)
            self._open.append(self._writer)
            path.chmod(0o600)
            prepare(self._writer)
            return
        try:
            verify(self.reader())
        except BaseException:
            self.close()
            raise

    def reader(self) -> sqlite3.Connection:
        """Return this thread's read-only connection."""
        held: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if held is None:
            held = connect(self.path, write=False)
            self._local.connection = held
            self._open.append(held)
        return held

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the write connection inside one transaction; an error of any kind undoes all of it.

        Raises:
            LibraryLocked: opened read-only, or another process kept the ledger busy for ten seconds.
            DiskFull: there is no room; nothing was written.
        """
        if self._writer is None:
            raise LibraryLocked("the library was opened for reading only")
        with self._writing, writing(self._writer) as connection:
            yield connection

    def checkpoint(self) -> bool:
        """Move the write-ahead log into the file and empty it; ``False`` if a reader held it back."""
        if self._writer is None:
            raise LibraryLocked("the library was opened for reading only")
        with self._writing:
            busy = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy

    def compact(self) -> None:
        """Write the file anew from what it holds.

        ``secure_delete`` overwrites a deleted row where it lies, but not the copies of it that stay in a page's gap
        when rows were moved to a neighbouring page: one erasure in eight left an id there.

        Raises:
            LibraryLocked, DiskFull: see :meth:`transaction`.
        """
        if self._writer is None:
            raise LibraryLocked("the library was opened for reading only")
        with self._writing, _refusals():
            self._writer.execute("VACUUM")

    def close(self) -> None:
        """Close every connection that was handed out."""
        while self._open:
            self._open.pop().close()
        self._writer = None


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Run one transaction on a write connection, with the library's errors.

    Raises:
        LibraryLocked, DiskFull: see :meth:`Connections.transaction`.
    """
    with _refusals():
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what SQLite refuses into the library's errors."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_BUSY:
            raise LibraryLocked("another process keeps the ledger busy") from error
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull("the disk is full; nothing was written") from error
        raise
