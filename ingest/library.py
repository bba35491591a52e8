"""The library: one home directory, opened for reading by many or for writing by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ingest.accession import Accession, Progress, Request, refused, silent
from ingest.embedding.embedder import Embedder
from ingest.errors import CorruptFile, LibraryLocked
from ingest.home import Home
from ingest.index.passages import APPROXIMATE_BEYOND, PassageIndex
from ingest.intake.file import IntakeLimits, UntrustedFile, take_in, take_in_bytes
from ingest.ledger.schema import LedgerOutdated
from ingest.ledger.store import Ledger
from ingest.lock import LibraryLock
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters
from ingest.reranking.reranker import Reranker, shipped

if TYPE_CHECKING:
    from ingest.erasure import Erasure
    from ingest.index.check import CheckReport
    from ingest.report import ParsedReport
    from ingest.reviewing import Reviewing
    from redaction.redactor import Redactor


def _unwatched(point: str) -> None:
    """Do nothing at the named points of the pipeline."""


class Library:
    """Documents, their passages and register, the indexes over them, and the models that read them."""

    def __init__(
        self,
        home: Home,
        lock: LibraryLock | None,
        embedder: Embedder,
        redactor: Redactor | None,
        *,
        limits: IntakeLimits,
        read: Callable[[UntrustedFile, IntakeLimits], ParsedReport] | None,
        reached: Callable[[str], None],
        approximate_beyond: int,
    ) -> None:
        """Use :meth:`open`."""
        self._home = home
        self._lock = lock
        self.embedder = embedder
        self.redactor = redactor
        self.reranker: Reranker | None = shipped()
        self._limits = limits
        self._reached = reached
        self.ledger = Ledger.open(home.ledger, write=lock is not None)
        self.index = PassageIndex(
            home, self.ledger, embedder, owner=lock is not None, approximate_beyond=approximate_beyond
        )
        self._accession = Accession(home, self.ledger, self.index, embedder, redactor, limits, read, reached)

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        embedder: Embedder,
        redactor: Redactor | None,
        write: bool = False,
        limits: IntakeLimits | None = None,
        read: Callable[[UntrustedFile, IntakeLimits], ParsedReport] | None = None,
        reached: Callable[[str], None] = _unwatched,
        approximate_beyond: int = APPROXIMATE_BEYOND,
    ) -> Library:
        """Open a home directory, making it where it does not exist.

        A writer repairs indexes that differ from the ledger, finishes erasures that were cut short and brings the
        criteria catalogue up to date. A reader waits for nobody; only if there is no ledger yet, or an older
        catalogue, does it take the lock for a moment to make them.

        Args:
            home: the directory.
            embedder: the model of this library.
            redactor: needed for ingesting; ``None`` for reading.
            write: take the library's lock.
            limits: of intake; the defaults where ``None``.
            read: parses a file; the sandbox where ``None``.
            reached: told the name of each point passed on the way to disk; for tests that kill the process there.
            approximate_beyond: passages from which unfiltered search is approximate.

        Raises:
            LibraryLocked: another process has it open for writing.
            LedgerVersionError: it was written by a newer version.
        """
        place = Home(home)
        place.create()

        def opened(lock: LibraryLock | None) -> Library:
            try:
                if lock is not None:
                    place.tighten()
                return cls(
                    place,
                    lock,
                    embedder,
                    redactor,
                    limits=limits or IntakeLimits(),
                    read=read,
                    reached=reached,
                    approximate_beyond=approximate_beyond,
                )
            except BaseException:
                if lock is not None:
                    lock.release()
                raise

        if write:
            library = opened(LibraryLock(place.lock))
            try:
                library._recover()
            except BaseException:
                library.close(settle=False)
                raise
            return library
        with suppress(FileNotFoundError, LedgerOutdated):
            library = opened(None)
            if library._accession.catalogue_is_current():
                return library
            library.close()
            with suppress(LibraryLocked):
                cls._make_ready(opened, place)
            return opened(None)
        cls._make_ready(opened, place)
        return opened(None)

    @staticmethod
    def _make_ready(opened: Callable[[LibraryLock | None], Library], place: Home) -> None:
        library = opened(LibraryLock(place.lock))
        try:
            library._recover()
        finally:
            library.close(settle=False)

    def ingest(
        self,
        path: Path,
        *,
        kind: str = "auto",
        body: str | None = None,
        force: bool = False,
        progress: Progress | None = None,
    ) -> DocumentRecord:
        """Take in one file; a bad one gives a record with status ``refused`` or ``held`` and the reason, no error.

        Args:
            path: the file.
            kind: a :class:`DocumentKind` value or ``auto``; ``instrument`` reads it as an official text.
            body: the inspecting body, where the document does not say.
            force: process it again though nothing has changed.
            progress: told stage, steps done and steps in all.

        Raises:
            LibraryLocked: opened for reading.
            DiskFull: nothing of this document was stored.
            ValueError: an unknown kind.
        """
        if kind == DocumentKind.INSTRUMENT:
            return self.add_instrument(path)
        request = Request(None if kind == "auto" else DocumentKind(kind), body, force, progress or silent)
        self._writer()
        return self._accession.report(path.name, lambda: take_in(path, self._limits), request)

    def ingest_bytes(
        self,
        name: str,
        data: bytes,
        *,
        kind: str = "auto",
        body: str | None = None,
        force: bool = False,
        progress: Progress | None = None,
    ) -> DocumentRecord:
        """Take in a file that is in memory; see :meth:`ingest`."""
        if kind == DocumentKind.INSTRUMENT:
            self._writer()
            return self._accession.instrument(name, data)
        request = Request(None if kind == "auto" else DocumentKind(kind), body, force, progress or silent)
        self._writer()
        return self._accession.report(name, lambda: take_in_bytes(name, data, self._limits), request)

    def add_instrument(self, path: Path) -> DocumentRecord:
        """Take in an official text; what is not one gives a refused record."""
        self._writer()
        try:
            with path.open("rb") as file:
                data = file.read(self._limits.max_bytes + 1)
        except OSError:
            error = CorruptFile("The file cannot be read from the disk.")
            return refused(path.name, "", error, kind=DocumentKind.INSTRUMENT)
        return self._accession.instrument(path.name, data)

    def erase(self, ids: Sequence[str]) -> Erasure:
        """Erase documents with all traces; see ``ingest/erasure.py``.

        Raises:
            LibraryLocked: opened for reading.
            BuiltIn: the criteria catalogue is among them; nothing was erased.
        """
        from ingest.erasure import erase

        self._writer()
        key, relink = self._home.key(), self._accession.relink
        return erase(ids, ledger=self.ledger, index=self.index, relink=relink, key=key, reached=self._reached)

    @property
    def reviewing(self) -> Reviewing:
        """Review of doubtful documents; see ``ingest/reviewing.py``."""
        from ingest.reviewing import Reviewing

        self._writer()
        return Reviewing(self._accession)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make vectors anew where they are of another model, then both indexes; return the number of passages.

        One document at a time, each in one transaction: cut short, the next call goes on where this one stopped.
        """
        from ingest.pipeline import embed

        self._writer()
        tell = progress or silent
        for document in self.ledger.documents(status=DocumentStatus.INDEXED):
            if self.ledger.embedder(document.document_id) != self.embedder.name:
                passages = self.ledger.document_passages(document.document_id)
                vectors = embed(passages, self.embedder, tell)
                self.ledger.put_vectors(document.document_id, passages, vectors, self.embedder.name)
        self._accession.relink(whole=True)
        self.index.rebuild(tell)
        self.ledger.set_meta("purge", None)
        self.ledger.checkpoint()
        return len(self.ledger.passage_ids(Filters()))

    def check(self, complete: bool = False) -> CheckReport:
        """Compare ledger, indexes and files; see ``ingest/index/check.py``."""
        from ingest.index.check import check

        return check(self._home, self.ledger, self.index, self.embedder, complete=complete, owner=bool(self._lock))

    def held_for(self, what: str) -> None:
        """Tell whoever finds the library locked what it is that writes, as a clause."""
        if self._lock is not None:
            self._lock.note(what)

    def settle(self) -> None:
        """Finish a batch: links between documents, and no bytes of replaced documents left in the index files."""
        from ingest.erasure import finish
        from ingest.everywhere import mask_stored

        self._writer()
        if self.redactor is not None and self.ledger.decisions.unapplied():
            mask_stored(self._accession, silent)
        if self.ledger.meta("links_stale"):
            self._accession.relink()
        if self.ledger.meta("purge") or self.ledger.pending_erasures():
            finish(ledger=self.ledger, index=self.index, relink=self._accession.relink, reached=self._reached)

    def close(self, *, settle: bool = True) -> None:
        """Let go of files and lock; a second call does nothing."""
        try:
            if settle and self._lock is not None:
                self.settle()
        finally:
            self.index.close()
            self.ledger.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Self:
        """Return the library itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *raised: BaseException | TracebackType | None) -> None:
        """Close; after an error without further work."""
        self.close(settle=kind is None)

    def _recover(self) -> None:
        """Finish what a killed process left: erasures, indexes, links, the log; then load the catalogue."""
        if not self._accession.catalogue_is_current():
            self._accession.catalogue()
        self.index.repair()
        self.settle()
        self.ledger.checkpoint()

    def _writer(self) -> None:
        if self._lock is None:
            raise LibraryLocked("the library was opened for reading", "Open it for writing.")
