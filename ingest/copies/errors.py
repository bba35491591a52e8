"""What can go wrong with a redacted copy; every class says that no copy was left behind.

::

    PermanentIngestError
    └── CopyError
        ├── CopyExists           the file is there already
        ├── CopyOverOriginal     the copy would replace the document that it is made from
        ├── CopyWithheld         the residue check was not clean
        ├── CopyNotVerified      the finished file failed its check and was deleted
        ├── CopyUnwritable       the folder is missing or may not be written
        └── NoWriter             a library that writes this format is not installed

Messages hold no text of the document.
"""

from __future__ import annotations

from ingest.errors import PermanentIngestError


class CopyError(PermanentIngestError):
    """Root: the copy was not made."""

    code = "copy_failed"
    default_message = "The redacted copy was not made."
    default_hint = "Nothing was written; try another name or format."


class CopyExists(CopyError):
    """A file of that name is there."""

    code = "copy_exists"
    default_message = "A file of that name is there already."
    default_hint = "Name another file, or add --force to replace it."


class CopyOverOriginal(CopyError):
    """The copy would replace its own original."""

    code = "copy_over_original"
    default_message = "The copy would replace the document that it is made from."
    default_hint = "Name another file: the original is needed to check the copy against."


class CopyWithheld(CopyError):
    """Something may be left in the text."""

    code = "residue_not_clean"
    default_message = "The residue check is not clean: personal data may be left, so no file was written."
    default_hint = "Look at the marked places; --allow-residue writes the file all the same."


class CopyNotVerified(CopyError):
    """The finished file does not hold exactly the redacted text."""

    code = "copy_not_verified"
    default_message = "The finished file failed its check and was deleted."
    default_hint = "Try .html or .docx, which drop links and markup; if that fails too, report this with the reason."

    def __init__(self, why: str = "the check did not end") -> None:
        """Take the reason, a clause without any text of the document."""
        super().__init__(f"The finished file failed its check and was deleted: {why}.")
        self.why = why


class CopyUnwritable(CopyError):
    """The operating system refused."""

    code = "copy_unwritable"
    default_message = "The file cannot be written there."
    default_hint = "Check that the folder exists and that you may write to it."


class NoWriter(CopyError):
    """A library is missing."""

    code = "no_writer"
    default_message = "PDF copies cannot be written: the package reportlab is not installed."
    default_hint = "Install it, or name a file that ends in .docx, .html, .md or .txt."
