"""What a reader should find in the sample reports: identifiers, register entries, questions with their evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from api.samples.source import Source, SourceBlock
from ingest.passage import REGISTER_KINDS

_KINDS = frozenset(REGISTER_KINDS)
_METADATA = ("title", "place", "place_type", "jurisdiction", "inspecting_body", "visit_start", "visit_end", "published")
_OPTIONAL = {"addressee": "addressee", "status": "status_claimed", "verified": "status_verified"}
# What only some documents and entries say; left out where it is not said.
_SAID = ("urgency", "due", "response")
_SAID_LISTS = ("rests_on", "answers", "judges", "criteria")


def gold(sources: Sequence[Source], questions: Path, folder: Path) -> dict[str, Any]:
    """Return the gold standard of all samples as JSON data.

    Args:
        sources: the parsed samples.
        questions: file of questions, one JSON object a line, whose ``gold`` is a list of (document, quote); there
            need not be one.
        folder: where the source files are, for their hashes.

    Raises:
        ValueError: an entry, link or quotation that does not fit its document.
    """
    by_doc = {source.doc: source for source in sources}
    lines = [json.loads(line) for line in questions.read_text("utf-8").splitlines()] if questions.is_file() else []
    documents = [_document(source, folder) for source in sources]
    _check_links(documents)
    return {
        "documents": documents,
        "questions": [_question(line, by_doc) for line in lines],
    }


def source_hash(path: Path) -> str:
    """Return the SHA-256 of a source file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _document(source: Source, folder: Path) -> dict[str, Any]:
    about = source.about
    path = next(folder.glob(f"{source.doc}-*.txt"))
    announced = {"yes": True, "no": False}.get(about.get("announced", ""))
    held: dict[str, Any] = {
        "doc": source.doc,
        "file": about["file"],
        "kind": about["kind"],
        "source_sha256": source_hash(path),
        "metadata": {key: about.get(key) or None for key in _METADATA} | {"announced": announced},
        "blocks": [held for block in source.blocks for held in _block(block)],
        "entries": [_entry(source, block, entry) for block in source.blocks for entry in block.entries],
    }
    if about.get("previous_visit"):
        held["metadata"]["previous_visit"] = about["previous_visit"]
    if about.get("earlier"):
        held["earlier"] = _listed(about["earlier"])
    return held


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
                whose = {"group": mark.group} if mark.group else {}
                spans.append({"start": start, "end": end, "type": mark.type} | whose)
        text += cell.text
    held: dict[str, Any] = {"locator": block.locator, "kind": block.kind, "text": text, "spans": spans, "keep": keep}
    if block.author is None:
        return [held]
    return [*_block(SourceBlock("author", (block.author,))), held]


def _entry(source: Source, block: SourceBlock, entry: Mapping[str, str]) -> dict[str, Any]:
    if entry.get("kind") not in _KINDS:
        raise ValueError(f"document {source.doc}: an entry has no known kind: {entry}")
    held: dict[str, Any] = {"kind": entry["kind"], "number": entry.get("number") or None}
    held["locator"] = entry.get("locator") or block.locator
    if entry.get("id"):
        held["id"] = entry["id"]
    held |= {name: entry.get(key) for key, name in _OPTIONAL.items()}
    held["themes"] = _listed(entry.get("themes"))
    held["repeats"] = _listed(entry.get("repeats"))
    held |= {key: entry[key] for key in _SAID if entry.get(key)}
    held |= {key: _listed(entry[key]) for key in _SAID_LISTS if entry.get(key)}
    held["text"] = _between(" | ".join(cell.text for cell in block.cells), entry, source.doc)
    held["doc"] = source.doc
    return held


def entry_id(entry: Mapping[str, Any]) -> str:
    """Return the name by which other documents refer to an entry: ``01:3``, or ``01:C3`` where it has a name."""
    return f"{entry['doc']}:{entry.get('id') or entry['number']}"


def _listed(value: str | None) -> list[str]:
    return [part.strip() for part in value.split(",")] if value else []


def _between(text: str, entry: Mapping[str, str], doc: str) -> str:
    """Cut the words of the entry out of its block: from the first words named to the last ones named."""
    first, last = entry.get("from", ""), entry.get("to", "")
    start = text.find(first)
    end = text.find(last, start) + len(last) if last else len(text)
    if start < 0 or end < start + len(last):
        raise ValueError(f"document {doc} has no such text in the block of an entry: {first} ... {last}")
    return text[start:end]


def _check_links(documents: Sequence[Mapping[str, Any]]) -> None:
    """Raise ``ValueError`` where a link names no entry, or two entries of one document have the same name."""
    entries = [entry for document in documents for entry in document["entries"]]
    known = [entry_id(entry) for entry in entries]
    docs = {document["doc"] for document in documents}
    named = [target for entry in entries for key in ("repeats", "answers", "judges") for target in entry.get(key, ())]
    unknown = [target for target in named if target not in known]
    unknown += [doc for document in documents for doc in document.get("earlier", ()) if doc not in docs]
    if unknown:
        raise ValueError(f"a link leads nowhere: {unknown[0]}")
    if named_twice := [name for name in known if known.count(name) > 1 and name in named]:
        raise ValueError(f"a link leads to two entries: {named_twice[0]}")


def _question(line: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Any]:
    found = [{"doc": doc, "quote": quote, "locator": _locate(sources[doc], quote)} for doc, quote in line["gold"]]
    return {**line, "gold": found, "must_abstain": bool(line.get("must_abstain"))}


def _locate(source: Source, quote: str) -> str | None:
    for block in source.blocks:
        if any(quote in cell.text for cell in block.cells):
            return block.locator
    raise ValueError(f"document {source.doc} has no such text: {quote}")
