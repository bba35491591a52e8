"""What ``opcat review`` lists: documents with doubts, the items of one document, never the text that is in doubt."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from api.errors import NotFound
from api.shapes import document_shape

if TYPE_CHECKING:
    from rich.text import Text

    from ingest.ledger.rows import HeldItem
    from ingest.library import Library

# Characters shown on either side of the words in doubt.
_AROUND = 80


def item_id(document_id: str, number: int, item: HeldItem) -> str:
    """Return the id of an item, the same however many others are decided: ``i-3fa9c1d2``.

    It says nothing of the words in doubt, and the same words have another one in another document.
    """
    content = item.item or f"{number}|{item.type}|{item.locator}"
    return f"i-{hashlib.sha256(f'{document_id}|{content}'.encode()).hexdigest()[:8]}"


def overview(library: Library) -> tuple[dict[str, Any], Any]:
    """Return all doubts of all documents, and a table of counts by kind."""
    from collections import Counter

    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    records = library.ledger.documents()
    found = {record.document_id: library.ledger.review(record.document_id) for record in records}
    held = [record for record in records if record.status.value == "held"]
    document = {
        "held": [
            {"document_id": record.document_id, "source": record.source, "reason": record.reason} for record in held
        ],
        "items": [
            {"document_id": record.document_id, "source": record.source, **item_shape(record.document_id, n, item)}
            for record in records
            for n, item in enumerate(found[record.document_id], 1)
        ],
    }
    table = Table(box=None, pad_edge=False)
    for column in ("id", "status", "doubts", "source", "reason"):
        table.add_column(column, overflow="fold", no_wrap=column in {"id", "status"})
    for record in records:
        items = found[record.document_id]
        if items or record in held:
            counts = Counter(f"{item.standing} {item.type}" for item in items)
            told = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
            table.add_row(record.document_id, record.status.value, told, record.source, Text(record.reason or ""))
    if not table.row_count:
        return document, Text("Nothing to review.")
    hint = "Items of one document: opcat review ID. To decide: opcat review FILE, with the original file."
    return document, Group(table, Text(""), Text(hint))


def listed(library: Library, identifier: str) -> tuple[dict[str, Any], Any]:
    """Return the items of one document; what people see has redacted context, the JSON document never."""
    from rich.text import Text

    record = library.ledger.document(identifier)
    if record is None:
        raise NotFound(f"No document {identifier!r}.", "opcat review lists them.")
    items = library.ledger.review(identifier)
    blocks = library.ledger.blocks(identifier)
    decisions = library.ledger.decisions.of(identifier)
    shapes = [item_shape(record.document_id, n, item) for n, item in enumerate(items, 1)]
    document = {
        "document": document_shape(record),
        "items": shapes,
        "decisions": [
            {
                "at": stored.at,
                "action": stored.decision.action.value,
                "scope": stored.decision.scope.value,
                "type": stored.decision.type,
                "item": stored.decision.digest[:12],
            }
            for stored in decisions
        ],
    }
    lines = Text(f"{record.source} ({record.document_id}, {record.status.value})")
    if record.reason:
        lines.append(f"\n{record.reason}")
    for item, shape in zip(items, shapes, strict=True):
        times = f", {item.count} times" if item.count > 1 else ""
        lines.append(
            f"\n{shape['item']:>3}  {shape['id']}  {item.standing}  {item.type}  {item.why} ({item.locator}{times})"
        )
        if item.block is not None and item.block < len(blocks):
            text = str(blocks[item.block].text)
            lines.append_text(_marked(text, item.first, item.last))
    if not items:
        lines.append("\nNothing to review.")
    if decisions:
        lines.append(f"\n{len(decisions)} decisions hold for this document.")
    lines.append("\n>> << mark the words in doubt. To decide: opcat review FILE, with the original file.")
    return document, lines


def _marked(text: str, first: int, last: int) -> Text:
    """Return the words in doubt within what stands around them; marks show them also where no colours are shown."""
    from rich.text import Text

    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    line = Text(f"\n     {'...' if start else ''}{text[start:first]}")
    if text[first:last].strip():
        line.append(f">>{text[first:last]}<<", style="bold reverse")
    else:
        line.append(">><<", style="bold reverse")
    line.append(f"{text[last:end]}{'...' if end < len(text) else ''}")
    return line


def item_shape(document_id: str, number: int, item: HeldItem) -> dict[str, Any]:
    """Return one item; its number changes when others are decided, its id does not."""
    return {
        "item": number,
        "id": item_id(document_id, number, item),
        "standing": item.standing,
        "type": item.type,
        "why": item.why,
        "locator": item.locator,
        "count": item.count,
    }
