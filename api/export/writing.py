"""An export becomes a file in one step: whole under its name, or not at all."""

from __future__ import annotations

import os
import tempfile
from enum import StrEnum
from pathlib import Path

from api.errors import BadRequest
from api.export.csv_file import csv_bytes
from api.export.errors import FileExists, Unwritable
from api.export.json_file import json_bytes
from api.export.table import RegisterTable
from api.export.xlsx_file import xlsx_bytes


class Format(StrEnum):
    """Formats of an export, named as their files end."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def media_type(self) -> str:
        """The type that HTTP names."""
        return {
            "csv": "text/csv; charset=utf-8",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "json": "application/json",
        }[self.value]


def format_named(name: str | None, path: Path | None) -> Format:
    """Return the format that was named, else that of the file's ending.

    Raises:
        BadRequest: neither says it, or it is none of ours.
    """
    wanted = (name or (path.suffix if path else "")).lower().lstrip(".")
    if wanted not in list(Format):
        what = f"Unknown format: {wanted[:20]!r}." if wanted else "No format is named."
        raise BadRequest(what, "End the file's name in .csv, .xlsx or .json, or give --format.", code="unknown_format")
    return Format(wanted)


def rendered(table: RegisterTable, form: Format, *, bom: bool = False) -> bytes:
    """Return the bytes of the export; ``bom`` counts for CSV alone."""
    if form is Format.CSV:
        return csv_bytes(table, bom=bom)
    return xlsx_bytes(table) if form is Format.XLSX else json_bytes(table)


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse a file that must not be written, before any work is done.

    Raises:
        FileExists: it is there and ``force`` is not given.
        Unwritable: it is a folder, or its folder is missing.
    """
    if path.is_dir():
        raise Unwritable("a folder has that name")
    if not path.parent.is_dir():
        raise Unwritable("its folder does not exist")
    if path.exists() and not force:
        raise FileExists(path.name)


def write_whole(data: bytes, path: Path, *, force: bool) -> None:
    """Write bytes under a temporary name in the same folder and rename them; only the owner may read them.

    Raises:
        FileExists: the file is there, also where it came into being meanwhile.
        Unwritable: the system refuses; nothing is left behind.
    """
    refuse_existing(path, force=force)
    name = ""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if force:
            os.replace(name, path)
        else:
            _rename_new(name, path)
    except OSError as error:
        raise Unwritable(error.strerror or type(error).__name__) from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


def _rename_new(name: str, path: Path) -> None:
    """Give the file its name only where nothing bears it; file systems without links fall back to a rename."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise FileExists(path.name) from None
    except OSError:
        if path.exists():
            raise FileExists(path.name) from None
        os.replace(name, path)
