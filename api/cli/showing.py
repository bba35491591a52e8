"""``opcat show``: one document, passage or register entry with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output, plain
from api.errors import NotFound

if TYPE_CHECKING:
    from ingest.passage import DocumentRecord

_VERBS = {
    "responds_to": ("answers", "answered by"),
    "judges": ("judges", "judged by"),
    "repeats": ("repeats", "repeated by"),
}


def show(
    context: typer.Context,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A document (d-...), passage (p-...) or register entry (r-...).")
    ],
    json: Json = False,
) -> None:
    """Show one document, passage or register entry, redacted, with its places."""
    from api.shapes import document_shape, entry_detail, passage_shape

    output = Output(json)
    with library_of(context) as library:
        ledger = library.ledger
        record = ledger.document(identifier)
        if record is not None:
            held = ledger.document_passages(identifier)
            passages = [passage_shape(passage) for passage in held]
            lines = [f"[{passage['locator']}] {passage['text']}" for passage in passages]
            shape = document_shape(record)
            told = plain(_heading(record), *_metadata_lines(shape["metadata"]), *lines)
            output.result({"document": shape, "passages": passages}, told)
            return
        found = ledger.passages([identifier]).get(identifier)
        if found is not None:
            output.result({"passage": passage_shape(found)}, plain(f"{found.locator}", str(found.text)))
            return
        entry = ledger.entry(identifier)
        if entry is not None:
            shape = entry_detail(entry, ledger)
            output.result({"entry": shape}, plain(*_entry_lines(shape)))
            return
    raise NotFound(f"Nothing here has the id {identifier[:40]!r}.", "opcat documents and opcat register list ids.")


def _heading(record: DocumentRecord) -> str:
    return f"{record.metadata.title or record.source} ({record.document_id}, {record.status.value})"


def _metadata_lines(metadata: dict[str, Any]) -> list[str]:
    """Return each field that is known with the words that it was read from."""
    evidence = {each["field"]: each for each in metadata["evidence"]}
    lines = []
    for name, value in metadata.items():
        if name == "evidence" or value is None:
            continue
        read = evidence.get(name)
        quoted = f'  ({read["locator"]}: "{read["quote"]}", {read["confidence"]:.2f})' if read and read["quote"] else ""
        lines.append(f"{name.replace('_', ' ')}: {value}{quoted}")
    return lines


def _entry_lines(shape: dict[str, Any]) -> list[str]:
    """Return all fields of an entry, its links with what they rest on, and the paragraphs that it rests on."""
    lines = [
        f"{key.replace('_', ' ')}: {', '.join(value) if isinstance(value, list) else value}"
        for key, value in shape.items()
        if value and key not in {"links", "grounds"}
    ]
    for link in shape["links"]:
        entry = link["entry"]
        said = _VERBS[link["relation"]][link["direction"] == "from"]
        where = ", ".join(filter(None, (entry["place"], entry["date"], entry["source"], entry["locator"])))
        lines.append(f"{said} {entry['id']} ({where}): {entry['text']}")
        lines.append(f"   {link['id']}, {link['standing']}, {link['confidence']:.2f}: {link['evidence']}")
    lines.extend(f"rests on [{ground['locator']}] {ground['text']}" for ground in shape["grounds"])
    return lines
