"""What can go wrong between a file and the ledger.

::

    IngestError
    ├── PermanentIngestError      trying again with the same file gives the same answer
    │   ├── UnsupportedFormat     not a format that the readers know
    │   ├── DisguisedFile         the content is another format than the name says
    │   ├── EncryptedFile         a password is needed to read it
    │   ├── CorruptFile           damaged, truncated or empty
    │   ├── TooLarge              beyond a limit of size, memory or time
    │   ├── TooManyPages          beyond the limit of pages
    │   ├── NoText                read without an error, but it holds no text
    │   ├── BuiltIn               part of the program, which cannot be erased
    │   ├── HostileFile           built to harm its reader (bombs, entities, forbidden names)
    │   └── NotAnInstrument       asked to read a treaty text, and it is not one
    └── TransientIngestError      may succeed later, or after the machine is put right
        ├── LibraryLocked         another process holds the library
        ├── ReaderCrashed         the reader's process ended without an answer
        └── DiskFull              the disk or the quota is full

Messages name the cause and never hold text of the document; ``hint`` says what the person can do. A file that is
refused leaves nothing on disk.
"""

from __future__ import annotations

from typing import ClassVar


class IngestError(Exception):
    """Root of the tree.

    Attributes:
        code: stable, in snake case; what programs compare.
        message: one sentence for people.
        hint: what to do about it.
    """

    code: ClassVar[str] = "ingest_failed"
    default_message: ClassVar[str] = "The document could not be taken in."
    default_hint: ClassVar[str] = "Check the file and try again."

    def __init__(self, message: str | None = None, hint: str | None = None) -> None:
        """Take a message and a hint free of document text; both have a default for each class."""
        self.message = message or self.default_message
        self.hint = hint or self.default_hint
        super().__init__(self.message)


class PermanentIngestError(IngestError):
    """The same file will be refused again."""


class TransientIngestError(IngestError):
    """The same file may be read later."""


class UnsupportedFormat(PermanentIngestError):
    """The content is not PDF, DOCX, HTML, Markdown, text or an image of a page."""

    code = "unsupported_format"
    default_message = "The file is of a kind that cannot be read."
    default_hint = (
        "Save it as PDF, DOCX, HTML, Markdown, plain text, CSV or e-mail (EML), or scan it as PDF, PNG, JPEG or TIFF."
    )


class DisguisedFile(PermanentIngestError):
    """The content contradicts the extension of the name."""

    code = "disguised_file"
    default_message = "The content of the file is not what its name says."
    default_hint = "Rename the file to what it is, or fetch the original again."


class EncryptedFile(PermanentIngestError):
    """The file asks for a password."""

    code = "encrypted_file"
    default_message = "The file is protected by a password."
    default_hint = "Open it with the password, save a copy without one, and give that copy."


class CorruptFile(PermanentIngestError):
    """The file is damaged, cut short or empty."""

    code = "corrupt_file"
    default_message = "The file is damaged or incomplete."
    default_hint = "Open it in the program that made it and save it again, or fetch the original again."


class TooLarge(PermanentIngestError):
    """The file needs more bytes, memory or time than the limits allow."""

    code = "too_large"
    default_message = "The file is larger than the limits allow."
    default_hint = "Split it into parts, or ask the administrator to raise the limit."


class TooManyPages(PermanentIngestError):
    """The file has more pages than the limits allow."""

    code = "too_many_pages"
    default_message = "The file has more pages than the limits allow."
    default_hint = "Split it into parts, or ask the administrator to raise the limit."


class NoText(PermanentIngestError):
    """Nothing readable in the file."""

    code = "no_text"
    default_message = "No text was found in the file."
    default_hint = "If it is a scan, scan it again with better contrast, at 200 dpi or more."


class HostileFile(PermanentIngestError):
    """The file is built in a way that harms readers."""

    code = "hostile_file"
    default_message = "The file is built in a way that ordinary documents are not, and was not opened."
    default_hint = "Ask the sender for a clean copy, for example one printed to PDF."


class NotAnInstrument(PermanentIngestError):
    """No articles were found in a file given as an instrument."""

    code = "not_an_instrument"
    default_message = "No articles or numbered provisions were found in the file."
    default_hint = "Give the published text of a treaty or a set of rules, or ingest the file as a report."


class BuiltIn(PermanentIngestError):
    """What ships with the program was to be erased."""

    code = "built_in"
    default_message = (
        "This is the built-in criteria catalogue: the provisions of treaties and rules that every answer cites."
    )
    default_hint = (
        "It holds no report and no personal data, and it stays. To leave it out of a search, choose a kind, "
        "for example visit_report. Nothing was erased."
    )


class LibraryLocked(TransientIngestError):
    """Another process holds the library for writing."""

    code = "library_locked"
    default_message = "Another process is using the library."
    default_hint = "Wait until it has finished, then try again."


class ReaderCrashed(TransientIngestError):
    """The reader's process died or answered nonsense."""

    code = "reader_crashed"
    default_message = "The reader stopped without an answer."
    default_hint = "Try again; if it happens again, save the document as PDF and give that."


class DiskFull(TransientIngestError):
    """No room left for the ledger or the index."""

    code = "disk_full"
    default_message = "There is no room left on the disk."
    default_hint = "Free some space; nothing of this document was stored, so give it again."


def errors_by_code() -> dict[str, type[IngestError]]:
    """Return every class of the tree under its code, for errors that cross a process boundary."""
    found: dict[str, type[IngestError]] = {}
    waiting: list[type[IngestError]] = [IngestError]
    while waiting:
        one = waiting.pop()
        found.setdefault(one.code, one)
        waiting.extend(one.__subclasses__())
    return found
