"""Accession: a file, instrument or catalogue goes through the pipeline into ledger and indexes, or is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.embedding.embedder import Embedder
from ingest.errors import DiskFull, IngestError, LibraryLocked, PermanentIngestError, TransientIngestError
from ingest.home import Home, document_id
from ingest.index.passages import PassageIndex
from ingest.intake.file import IntakeLimits, UntrustedFile
from ingest.ledger.store import Ledger
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata

if TYPE_CHECKING:
    from ingest.pipeline import Processed, Stages
    from ingest.report import ParsedReport
    from redaction.checking.decisions import Decisions
    from redaction.errors import RedactionError
    from redaction.redactor import Redactor

VERSION = "6"  # raise it whenever the same file would give other passages or entries
LINK_AT_ONCE = 1000  # entries, half a second of linking; beyond, links are made once at the end of a batch
Progress = Callable[[str, int, int], None]
_NAMELESS = "document"
_STAMP_PARTS = 6


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


class InternalFault(TransientIngestError):
    """A fault of the program, not of the file."""

    code = "internal_fault"
    default_hint = "Report it with the version of the program; a later version may read the file."


@dataclass(frozen=True, slots=True)
class Request:
    """How a file is to be taken in: a kind or ``None`` to find out, the inspecting body, and whether to do it again."""

    kind: DocumentKind | None = None
    body: str | None = None
    force: bool = False
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Accession:
    """Takes documents into an opened library; the holder of the lock uses it."""

    home: Home
    ledger: Ledger
    index: PassageIndex
    embedder: Embedder
    redactor: Redactor | None
    limits: IntakeLimits
    read: Callable[[UntrustedFile, IntakeLimits], ParsedReport] | None
    reached: Callable[[str], None]

    def report(self, name: str, take: Callable[[], UntrustedFile], request: Request) -> DocumentRecord:
        """Take in a report, response or other document; see ``Library.ingest``."""
        from redaction.errors import RedactionError as Unredacted

        stages = self.stages(request.progress)
        try:
            file = take()
        except IngestError as error:
            return refused(self._safe_name(name), "", error)
        identity = document_id(self.home.key(), file.untrusted_bytes)
        self.reached("intake")
        stamp = self._stamp(identity, stages.redactor, request)
        held = self.ledger.document(identity)
        if held is not None and not request.force and self.ledger.stamp(identity) == stamp:
            same = held.status is DocumentStatus.INDEXED
            return replace(held, status=DocumentStatus.UNCHANGED) if same else held
        former = [passage.passage_id for passage in self.ledger.document_passages(identity)]
        try:
            done = self._process(file, identity, request, stages)
        except PermanentIngestError as error:
            self.ledger.put_unread(refused(self._safe_name(name), identity, error, kind=request.kind), stamp)
        except TransientIngestError as error:
            if isinstance(error, LibraryLocked | DiskFull):
                raise
            # Transient: what an earlier reading of the same file gave is still true.
            return refused(self._safe_name(name), identity, error, kind=request.kind)
        except Unredacted as error:
            record = refused(self._safe_name(name), identity, error, kind=request.kind)
            self.ledger.put_held(replace(record, status=DocumentStatus.HELD), stamp)
        except Exception as error:
            # A fault of the program must not end a batch, nor let a half-read document in. Its message may hold text.
            fault = InternalFault(f"A stage of the pipeline failed ({type(error).__name__}).")
            return refused(self._safe_name(name), identity, fault, kind=request.kind)
        else:
            self.reached("before_commit")
            self.store(done, stamp)
        return self._follow(identity, former)

    def instrument(self, name: str, data: bytes) -> DocumentRecord:
        """Take in an official text; what is not one gives a refused record and leaves nothing."""
        from ingest.instruments.provisions import instrument_document, read_official
        from ingest.pipeline import embed

        try:
            instrument = read_official(name, data, self.stages(silent))
        except IngestError as error:
            return refused(self._safe_name(name), "", error, kind=DocumentKind.INSTRUMENT)
        # The name of the file would be a person's choice; the instrument's own name is what readers look for.
        record, passages = instrument_document(instrument, f"{instrument.id}{Path(name).suffix.lower()[:9]}")
        stamp = "|".join((VERSION, self.embedder.name, document_id(self.home.key(), data)))
        held = self.ledger.document(record.document_id)
        if held is not None and self.ledger.stamp(record.document_id) == stamp:
            return replace(held, status=DocumentStatus.UNCHANGED)
        former = [passage.passage_id for passage in self.ledger.document_passages(record.document_id)]
        vectors = embed(passages, self.embedder, silent)
        self.ledger.put_document(record, (), passages, vectors, (), stamp, embedder=self.embedder.name)
        return self._follow(record.document_id, former)

    def catalogue_is_current(self) -> bool:
        """Say whether the ledger holds the catalogue that ships with this version, embedded by this model."""
        # An older version let it be erased: the stamp alone does not say that it is there.
        there = bool(self.ledger.documents(Filters(kinds=(DocumentKind.CATALOGUE.value,))))
        return there and self.ledger.meta("catalogue") == self._catalogue_stamp()

    def catalogue(self) -> None:
        """Load the shipped catalogue into the ledger; the caller brings the indexes in step."""
        from ingest.instruments.catalogue import load_catalogue
        from ingest.instruments.catalogue_vectors import shipped_vectors
        from ingest.instruments.provisions import catalogue_document
        from ingest.pipeline import embed

        stamp = self._catalogue_stamp()
        record, passages = catalogue_document(load_catalogue())
        vectors = shipped_vectors(passages, self.embedder.name)
        if vectors is None:
            vectors = embed(passages, self.embedder, silent)
        self.ledger.put_document(record, (), passages, vectors, (), stamp, embedder=self.embedder.name)
        self.ledger.set_meta("catalogue", stamp)

    def relink(self, *, whole: bool = False) -> None:
        """Bring the links between documents in step, or make all of them anew: repeats, replies, later findings."""
        from ingest.links.linking import relink

        relink(self.ledger, whole=whole)

    def _process(self, file: UntrustedFile, identity: str, request: Request, stages: Stages) -> Processed:
        from ingest.pipeline import process

        return process(file, identity, request.kind, request.body, stages, self.decisions(identity))

    def decisions(self, identity: str) -> Decisions:
        """Return what people have decided that holds for a document."""
        from ingest.ledger.decisions import decision_salt

        return self.ledger.decisions.effective(identity, decision_salt(self.home.key()))

    def former_request(self, identity: str) -> Request:
        """Return how a document was asked for when it was last processed, to do the same again."""
        parts = (self.ledger.stamp(identity) or "").split("|", _STAMP_PARTS - 1)
        asked, body = (parts[-2], parts[-1]) if len(parts) >= _STAMP_PARTS - 1 else ("auto", "")
        kind = DocumentKind(asked) if asked in {known.value for known in DocumentKind} else None
        return Request(kind, body or None, force=True)

    def _stamp(self, identity: str, redactor: Redactor, request: Request) -> str:
        asked = request.kind.value if request.kind else "auto"
        decided = self.ledger.decisions.fingerprint(identity)
        return "|".join((redactor.version, VERSION, self.embedder.name, decided, asked, request.body or ""))

    def store(self, done: Processed, stamp: str) -> None:
        """Put a processed document into the ledger; the indexes come after."""
        if done.record.status is DocumentStatus.HELD:
            self.ledger.put_held(done.record, stamp, done.review)
            return
        self.ledger.put_document(
            done.record,
            done.blocks,
            done.passages,
            done.vectors,
            done.entries,
            stamp,
            embedder=self.embedder.name,
            review=done.review,
        )

    def _follow(self, identity: str, former: Sequence[str]) -> DocumentRecord:
        """Bring indexes and links in step with a document that the ledger has just stored."""
        self.reached("committed")
        self.index.changed(identity, former)
        self.reached("indexed")
        if self.ledger.count_entries() <= LINK_AT_ONCE:
            self.relink()
        self.reached("linked")
        record = self.ledger.document(identity)
        assert record is not None  # stored above, under the lock
        return record

    def _catalogue_stamp(self) -> str:
        from ingest.instruments.catalogue import load_catalogue

        return "|".join((str(load_catalogue().version), VERSION, self.embedder.name))

    def _safe_name(self, name: str) -> str:
        """Mask the name of a file whose text nobody has read."""
        from redaction.errors import RedactionError as Unredacted
        from redaction.redactor import Redaction

        if self.redactor is None:
            return _NAMELESS
        unread = Redaction((), (), (), (), "en", self.redactor.version)
        try:
            return self.redactor.redact_name(Path(name).name, unread)
        except Unredacted:
            return _NAMELESS

    def stages(self, progress: Progress) -> Stages:
        """Return what the pipeline works with.

        Raises:
            LibraryLocked: the library was opened without a redactor.
        """
        from ingest.intake.sandbox import read_in_sandbox
        from ingest.pipeline import Stages

        if self.redactor is None:
            raise LibraryLocked("the library was opened without a redactor", "Open it with one to take documents in.")
        return Stages(
            redactor=self.redactor,
            embedder=self.embedder,
            limits=self.limits,
            read=self.read or read_in_sandbox,
            progress=progress,
            reached=self.reached,
        )


def refused(
    source: str, identity: str, error: IngestError | RedactionError, *, kind: DocumentKind | None = None
) -> DocumentRecord:
    """Return the record of a file that was not taken in; the reason is ``code: message hint``."""
    reason = f"{error.code}: {error.message} {error.hint}".strip()
    return DocumentRecord(identity, source, kind or DocumentKind.OTHER, DocumentStatus.REFUSED, reason, Metadata())
