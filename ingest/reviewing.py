"""Review: a person gives the original again, sees its doubts, decides, and the document is made anew.

The original is read and redacted in memory. What stays on disk of a decision is a keyed hash and a row of the audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.accession import Accession, Progress, silent
from ingest.errors import PermanentIngestError
from ingest.everywhere import mask_stored
from ingest.home import document_id
from ingest.intake.file import UntrustedFile, take_in
from ingest.ledger.rows import HeldItem
from ingest.passage import DocumentRecord
from redaction.checking.decisions import Action, Decision, Scope
from redaction.checking.doubts import Doubt, Standing
from redaction.checking.surface import MOST_WORDS
from redaction.recognizers.checked import is_checked

# "12" as a cell in one report is a paragraph number in the next.
LEAST_EVERYWHERE = 4

if TYPE_CHECKING:
    from ingest.redacting import RedactedReport


class NotIngested(PermanentIngestError):
    """The file is not in this library, byte for byte."""

    code = "not_ingested"
    default_message = "This file is not in the library."
    default_hint = "Give the very file that was ingested, or ingest this one first: opcat ingest FILE"


class NeedsType(PermanentIngestError):
    """A keep of something with a right check digit, without saying what it is."""

    code = "checked_identifier"
    default_message = "The span passes the check of a known identifier; it is kept only if you say what it is."
    default_hint = "Mask it. If it really is not about a person, name its type: --action keep --type ID"


class TooLongToMask(PermanentIngestError):
    """A passage of more words than a mask is searched for."""

    code = "too_long_to_mask"
    default_message = f"A passage of more than {MOST_WORDS} words cannot be masked as one item."
    default_hint = "Take it out of the original and ingest that, or keep or release it."


class TooShortEverywhere(PermanentIngestError):
    """A surface so short that it would be found in all sorts of words and numbers."""

    code = "too_short_everywhere"
    default_message = f"Fewer than {LEAST_EVERYWHERE} letters and digits are not masked in all documents."
    default_hint = "Mask it in this document: other documents use the same few letters for other things."


@dataclass(frozen=True, slots=True)
class Context:
    """A doubtful surface in its surroundings: these redacted, the surface itself not. Never for disk or log."""

    before: str = field(repr=False)
    surface: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Examination:
    """One document read again, in memory.

    Attributes:
        record: what the ledger says of it.
        doubts: undecided ones, in the order of ``items``.
        items: the same as the ledger stores them.
        earlier: whether the list differs from the stored one (another version, or an interrupted review).
    """

    record: DocumentRecord
    file: UntrustedFile
    doubts: tuple[Doubt, ...]
    items: tuple[HeldItem, ...]
    redacted: RedactedReport = field(repr=False)
    earlier: bool

    def surface(self, doubt: Doubt) -> str:
        """Return the original words of a doubt; for the terminal of a person only."""
        place = doubt.places[0]
        return self.redacted.originals[place.segment][place.start : place.end]

    def context(self, doubt: Doubt, width: int = 240) -> Context:
        """Return a doubt with at most ``width`` redacted characters on either side."""
        place = doubt.places[0]
        text = str(self.redacted.redaction.segments[place.segment])
        before = text[max(0, place.first - width) : place.first]
        return Context(before, self.surface(doubt), text[place.last : place.last + width])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of decisions.

    Attributes:
        record: the document, made anew with them.
        others: ids of other documents in whose stored text something was masked.
    """

    record: DocumentRecord
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Review over an opened library; the holder of the lock uses it."""

    accession: Accession

    def examine(self, path: Path, *, everything: bool = False, progress: Progress = silent) -> Examination:
        """Read a document's original again; nothing is written.

        Args:
            path: the very file that was ingested.
            everything: list every masked span, not only doubtful ones.
            progress: told stage, steps done and steps in all.

        Raises:
            NotIngested: the library does not have it.
            IngestError, RedactionError: it cannot be read or redacted, as when it was ingested.
        """
        file = take_in(path, self.accession.limits)
        identity = document_id(self.accession.home.key(), file.untrusted_bytes)
        record = self.accession.ledger.document(identity)
        if record is None:
            raise NotIngested()
        return self._examined(file, record, everything, progress)

    def decide(
        self,
        examination: Examination,
        doubt: Doubt,
        action: Action,
        *,
        everywhere: bool = False,
        kind: str | None = None,
    ) -> None:
        """Store a decision on one doubt and on what is asked with it; :meth:`apply` makes the document anew.

        Args:
            examination: that listed the doubt.
            doubt: what it is about.
            action: what to do.
            everywhere: mask in all documents, now and later.
            kind: the type of the span, where the person names it.

        Raises:
            NeedsType: a keep of an identifier with a right check digit without its type.
            TooLongToMask: a mask of a long passage.
            TooShortEverywhere: a mask of a few characters in all documents.
        """
        for each in doubt.each:
            if action is Action.KEEP and kind is None and is_checked(examination.surface(each)):
                raise NeedsType()
            if action is Action.MASK and each.words > MOST_WORDS:
                raise TooLongToMask()
            if everywhere and sum(map(str.isalnum, examination.surface(each))) < LEAST_EVERYWHERE:
                raise TooShortEverywhere()
        scope = Scope.EVERYWHERE if everywhere else Scope.DOCUMENT
        explicit = action is Action.KEEP and kind is not None
        for each in doubt.each:
            decision = Decision(action, scope, kind or each.type, each.digest, each.words, explicit)
            self._record(examination, decision)

    def release(self, examination: Examination, undecided: Sequence[Doubt]) -> None:
        """Accept the given doubts as they stand: the document is indexed although residue remains."""
        for doubt in undecided:
            for each in doubt.each if doubt.standing is not Standing.MASKED else ():
                kept = Decision(Action.RELEASE, Scope.DOCUMENT, each.type, each.digest, each.words)
                self._record(examination, kept)

    def apply(self, examination: Examination, progress: Progress = silent) -> Outcome:
        """Make the document anew with what was decided, then mask in stored text what holds everywhere.

        Raises:
            DiskFull: the decisions are stored; the next ingest of the file applies them.
        """
        identity = examination.record.document_id
        request = replace(self.accession.former_request(identity), progress=progress)
        record = self.accession.report(examination.file.name, lambda: examination.file, request)
        others = [name for name in mask_stored(self.accession, progress) if name != identity]
        return Outcome(record, tuple(others))

    def again(self, examination: Examination, *, everything: bool = False, progress: Progress = silent) -> Examination:
        """Look at the same file again, after decisions were applied."""
        record = self.accession.ledger.document(examination.record.document_id)
        if record is None:
            raise NotIngested()
        return self._examined(examination.file, record, everything, progress)

    def _examined(
        self, file: UntrustedFile, record: DocumentRecord, everything: bool, progress: Progress
    ) -> Examination:
        from ingest.redacting import redact_report
        from ingest.structure.parsing import structure

        stages = self.accession.stages(progress)
        progress("read", 0, 1)
        report = structure(stages.read(file, stages.limits))
        progress("redact", 0, 1)
        decisions = self.accession.decisions(record.document_id)
        redacted = redact_report(report, stages.redactor, decisions, everything=everything)
        stored = self.accession.ledger.review(record.document_id)
        listed = [(item.standing, item.type, item.locator, item.count) for item in redacted.items]
        same = everything or listed == [(item.standing, item.type, item.locator, item.count) for item in stored]
        return Examination(record, file, redacted.doubts, redacted.items, redacted, not same)

    def _record(self, examination: Examination, decision: Decision) -> None:
        version = self.accession.stages(silent).redactor.version
        self.accession.ledger.decisions.record(examination.record.document_id, decision, version)
