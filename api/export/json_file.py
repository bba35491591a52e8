"""The register as JSON: what must be known about it, then one object for each entry."""

from __future__ import annotations

import json
from typing import Any

from api.export.columns import COLUMNS
from api.export.table import RegisterTable


def json_document(table: RegisterTable) -> dict[str, Any]:
    """Return the table as a document; several values are lists, what is unknown is null."""
    return {
        "about": {
            "made": table.made,
            "notice": table.notice,
            "filters": dict(table.filters),
            "documents": table.documents,
            "kinds": table.counts("kind"),
            "unread": [{"source": unread.source, "why": unread.why} for unread in table.unread],
            "columns": {column.key: column.meaning for column in COLUMNS},
        },
        "total": len(table.rows),
        "entries": [{column.key: value for column, value in zip(COLUMNS, row, strict=True)} for row in table.rows],
    }


def json_bytes(table: RegisterTable) -> bytes:
    """Return the document of :func:`json_document` as UTF-8."""
    return (json.dumps(json_document(table), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
