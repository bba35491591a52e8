"""The register as CSV (RFC 4180): one line for each entry, cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io

from api.export.cells import defused
from api.export.columns import COLUMNS, flat
from api.export.table import RegisterTable

BOM = "\ufeff"


def csv_bytes(table: RegisterTable, *, bom: bool = False) -> bytes:
    """Return the table as UTF-8 CSV; ``bom`` puts a byte order mark first, by which Excel knows that it is UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS])
    for row in table.rows:
        cells = (flat(value) for value in row)
        writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in cells])
    return ((BOM if bom else "") + buffer.getvalue()).encode("utf-8")
