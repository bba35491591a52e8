"""What a reader should find in the sample reports: identifiers, register entries, questions with their evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from api.samples.source import Source, SourceBlock

_METADATA = ("title", "place", "place_type", "jurisdiction", "inspecting_body", "visit_start", "visit_end", "published")
_OPTIONAL = {"addressee": "addressee", "status": "status_claimed", "verified": "status_verified"}


def gold(sources: Sequence[Source], questions: Path, folder: Path) -> dict[str, Any]:
    """Return the gold standard of all samples as JSON data.

    Args:
        sources: the parsed samples.
        questions: file of questions, one JSON object a line, whose ``gold`` is a list of (document, quote).
        folder: where the source files are, for their hashes.
    """
    by_doc = {source.doc: source for source in sources}
    lines = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    return {
        "documents": [_document(source, folder) for source in sources],
        "questions": [_question(line, by_doc) for line in lines],
    }


def source_hash(path: Path) -> str:
    """Return the SHA-256 of a source file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _document(source: Source, folder: Path) -> dict[str, Any]:
    about = source.about
    path = next(folder.glob(f"{source.doc}-*.txt"))
    announced = {"yes": True, "no": False}.get(about.get("announced", ""))
    return {
        "doc": source.doc,
        "file": about["file"],
        "kind": about["kind"],
        "source_sha256": source_hash(path),
        "metadata": {key: about[key] or None for key in _METADATA} | {"announced": announced},
        "blocks": [held for block in source.blocks for held in _block(block)],
        "entries": [_entry(source, block) for block in source.blocks if block.entry],
    }


def _block(block: SourceBlock) -> list[dict[str, Any]]:
    """Join the cells of a row as readers do; the author of a comment is a block of its own."""
    text, spans, keep = "", [], []
    for cell in block.cells:
        text += " | " if text else ""
        for mark in cell.marks:
            start, end = len(text) + mark.start, len(text) + mark.end
            if mark.type == "KEEP":
                keep.append([start, end])
            else:
                spans.append({"start": start, "end": end, "type": mark.type})
        text += cell.text
    held: dict[str, Any] = {"locator": block.locator, "kind": block.kind, "text": text, "spans": spans, "keep": keep}
    if block.author is None:
        return [held]
    return [*_block(SourceBlock("author", (block.author,))), held]


def _entry(source: Source, block: SourceBlock) -> dict[str, Any]:
    entry = block.entry
    held: dict[str, Any] = {"kind": entry["kind"], "number": entry["number"], "locator": block.locator}
    held |= {name: entry.get(key) for key, name in _OPTIONAL.items()}
    held["themes"] = entry.get("themes", "").split(",") if entry.get("themes") else []
    held["repeats"] = entry["repeats"].split(",") if entry.get("repeats") else []
    held["text"] = " | ".join(cell.text for cell in block.cells)
    held["doc"] = source.doc
    return held


def _question(line: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Any]:
    found = [{"doc": doc, "quote": quote, "locator": _locate(sources[doc], quote)} for doc, quote in line["gold"]]
    return {**line, "gold": found, "must_abstain": bool(line.get("must_abstain"))}


def _locate(source: Source, quote: str) -> str | None:
    for block in source.blocks:
        if any(quote in cell.text for cell in block.cells):
            return block.locator
    raise ValueError(f"document {source.doc} has no such text: {quote}")
