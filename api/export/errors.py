"""What can go wrong with an export.

``ApiError``
    ``ExportError``       root of this package
        ``FileExists``    the file is there and may not be overwritten
        ``Unwritable``    the folder is missing, not writable, or the disk is full
        ``TooManyRows``   more entries than the format holds
"""

from __future__ import annotations

from api.errors import ApiError


class ExportError(ApiError):
    """Root: the export was not made; a file that was there is as it was."""

    code = "export_failed"


class FileExists(ExportError):
    """The file is there already."""

    code = "file_exists"

    def __init__(self, name: str) -> None:
        super().__init__(f"The file {name} exists already.", "Give another name, or --force to replace it.")


class Unwritable(ExportError):
    """The file cannot be written where it should stand."""

    code = "cannot_write"

    def __init__(self, why: str) -> None:
        super().__init__(f"The file could not be written: {why}.", "Choose a folder that exists and has room.")


class TooManyRows(ExportError):
    """A sheet holds no more than 1,048,576 rows (Excel's limit)."""

    code = "too_many_rows"

    def __init__(self, rows: int) -> None:
        super().__init__(f"{rows} entries do not fit into one sheet.", "Filter them, or write CSV or JSON.")
