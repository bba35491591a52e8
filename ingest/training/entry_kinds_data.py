"""What the classifier of entries is trained on: labelled texts in many styles, and the annotated reports.

A labelled text (``kinds/*.txt``) is one style: ``# style: NAME``, ``## heading > heading below``, ``KIND: text``, and
``KIND+: text`` where only the part between ``<<`` and ``>>`` is the entry; ``@table a | b`` heads rows, which are not
trained on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from ingest.entry_kinds.classifier import KINDS
from ingest.entry_kinds.features import Placed, units
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label

_LINE = re.compile(r"(?P<kind>[a-z_]+)(?P<part>\+?):\s*(?P<text>.+)")
# Kinds of the annotated reports; one that is missing here is trained on as nothing.
_OF_GOLD = {
    "recommendation": "recommendation",
    "housekeeping": "recommendation",
    "finding": "finding",
    "concern": "concern",
    "good_practice": "good_practice",
    "request_for_information": "request",
    "response": "response",
    "progress": "verdict",
}
_OTHER, _FINDING, _RESPONSE = (KINDS.index(name) for name in ("other", "finding", "response"))
_PLAIN = frozenset({_OTHER, _FINDING})
_ALIKE = 88  # rapidfuzz, 0 to 100: how exactly the words of an entry stand in a block
_MOSTLY, _HARDLY = 0.6, 0.25  # share of a unit that is entry
_SHORTEST = 15
_LEAST_RESPONSES, _LEAST_VERDICTS = 8, 3


@dataclass(slots=True)
class Source:
    """One style or document.

    Attributes:
        name: of the style or document; ``group`` is what it is left out with when it is measured.
        blocks: in reading order, redacted.
        placed: units of the blocks.
        allowed: what each unit may be, empty where the data does not say.
    """

    name: str
    group: str
    blocks: list[Block[str]]
    placed: list[Placed] = field(default_factory=list)
    allowed: list[frozenset[int]] = field(default_factory=list)


def styles(folder: Path) -> Iterator[Source]:
    """Read the labelled texts of ``folder``.

    Raises:
        ValueError: a line that is none of the known forms.
    """
    for path in sorted(folder.glob("*.txt")):
        yield _style(path)


def _style(path: Path) -> Source:
    source = Source(path.stem, path.stem, [])
    marks: list[tuple[str, int, int] | None] = []
    headings: tuple[str, ...] = ()
    in_table = False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            headings, in_table = tuple(part.strip() for part in line[3:].split(">")), False
            source.blocks.append(Block(BlockKind.HEADING, headings[-1], "", heading_path=headings[:-1]))
            marks.append(None)
        elif line.startswith("@table"):
            in_table = True
        elif not line.startswith("# ") and line.strip():
            found = _LINE.fullmatch(line.strip())
            if found is None or found["kind"] not in KINDS:
                raise ValueError(f"{path.name}: a line is no known kind: {line[:40]}")
            if in_table:
                continue
            text, start, end = _part(found["text"]) if found["part"] else (found["text"], 0, len(found["text"]))
            label = read_label(text)
            number, word = (label.number, label.word) if label is not None else (None, None)
            shape = BlockKind.PARAGRAPH
            source.blocks.append(Block(shape, text, "", number=number, label=word, heading_path=headings))
            marks.append((found["kind"], start, end))
    kinds = [mark[0] for mark in marks if mark is not None]
    replies = kinds.count("response") > max(_LEAST_RESPONSES, kinds.count("recommendation"))
    for placed in units(source.blocks, "response" if replies else ""):
        mark = marks[placed.block]
        if mark is not None:
            source.placed.append(placed)
            source.allowed.append(_of_mark(placed, *mark, whole=mark[1:] == (0, len(source.blocks[placed.block].text))))
    return source


def _part(text: str) -> tuple[str, int, int]:
    before, _, rest = text.partition("<<")
    inside, _, behind = rest.partition(">>")
    return before + inside + behind, len(before), len(before) + len(inside)


def _of_mark(placed: Placed, kind: str, start: int, end: int, *, whole: bool) -> frozenset[int]:
    index = KINDS.index(kind)
    if whole:
        # Which sentence of a longer entry makes it one, nobody says.
        return frozenset({index}) if placed.unit.whole or index in _PLAIN else _PLAIN | {index}
    share = (min(end, placed.end) - max(start, placed.start)) / (placed.end - placed.start)
    if share >= _MOSTLY:
        return frozenset({index})
    return frozenset() if share > _HARDLY or placed.unit.whole else _PLAIN


def reports(folder: Path) -> Iterator[Source]:
    """Read a folder of annotated reports: ``gold.json`` and the files that it names, read and redacted as on intake.

    Takes about two seconds a document.
    """
    from ingest.intake.file import IntakeLimits, take_in
    from ingest.readers import read
    from ingest.redacting import redact_report
    from ingest.structure.parsing import structure
    from redaction.redactor import Redactor

    redactor = Redactor()
    group = folder.resolve().name
    for document in json.loads((folder / "gold.json").read_text("utf-8"))["documents"]:
        file = take_in(folder / "documents" / document["file"], IntakeLimits())
        clean = redact_report(structure(read(file, IntakeLimits())), redactor).report
        yield annotated(f"{group}/{document['doc']}", group, clean.blocks, document)


def annotated(name: str, group: str, blocks: Sequence[Block[Any]], document: dict[str, Any]) -> Source:
    """Lay the entries of an annotated document over its blocks.

    Args:
        name: of the document.
        group: of its set.
        blocks: as read.
        document: with ``kind`` and ``entries``. What asks, praises or worries is complete in the data; findings are
            the principal ones, and replies printed in a report are no entries of their own.
    """
    source = Source(name, group, list(blocks))
    replies = document["kind"] == "response"
    marks: dict[int, list[tuple[int, int, str]]] = {}
    for entry in document["entries"]:
        pieces = [(piece, _OF_GOLD.get(entry["kind"], "")) for piece in entry["text"].split(" | ")]
        if entry.get("response") and not replies:
            pieces.append((entry["response"], "response"))
        for piece, kind in pieces:
            for place, start, end in _occurrences(piece, blocks):
                marks.setdefault(place, []).append((start, end, kind))
    verdicts = sum(entry["kind"] == "progress" for entry in document["entries"])
    word = "response" if replies else "follow-up" if verdicts >= _LEAST_VERDICTS else ""
    for placed in units(blocks, word):
        source.placed.append(placed)
        source.allowed.append(_of_marks(placed, marks.get(placed.block, []), replies=replies))
    return source


def _occurrences(piece: str, blocks: Sequence[Block[Any]]) -> Iterator[tuple[int, int, int]]:
    wanted = piece.lower()
    if len(wanted) < _SHORTEST:
        return
    for place, block in enumerate(blocks):
        text = str.__str__(block.text).lower()
        if block.table is None and block.kind is not BlockKind.HEADING and 2 * len(text) >= len(wanted):
            found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_ALIKE)
            if found is not None and 2 * (found.dest_end - found.dest_start) >= len(wanted):
                yield place, found.dest_start, found.dest_end


def _of_marks(placed: Placed, marks: Sequence[tuple[int, int, str]], *, replies: bool) -> frozenset[int]:
    share: dict[str, float] = {}
    for start, end, kind in marks:
        held = (min(end, placed.end) - max(start, placed.start)) / (placed.end - placed.start)
        if held > 0:
            share[kind] = max(held, share.get(kind, 0.0))
    if "" in share:
        return frozenset()
    most = {kind for kind, held in share.items() if held >= _MOSTLY}
    if most - {"finding"}:
        return frozenset(KINDS.index(kind) for kind in most - {"finding"})
    if most:
        return frozenset({_FINDING, KINDS.index("concern")})
    if share and (placed.unit.whole or max(share.values()) > _HARDLY):
        return frozenset()
    return _PLAIN if replies else _PLAIN | {_RESPONSE}
