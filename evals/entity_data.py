"""Texts annotated by entity: judgments (TAB) and informal posts (PANORAMA), read into one shape.

Formats: https://github.com/NorskRegnesentral/text-anonymization-benchmark (standoff JSON, offsets in characters) and
the PANORAMA annotations (one JSON object per line).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DIRECT, QUASI = "DIRECT", "QUASI"
_BLANK_LINE = re.compile(r"\n\s*\n")
_FOLDERS = {"TAB dev": ("redaction/tab", "*dev*.json"), "PANORAMA dev": ("redaction/panorama", "dev*.jsonl")}


@dataclass(frozen=True)
class EntityMention:
    """One mention that an annotator marked; offsets into the text.

    Attributes:
        type: ``PERSON``, ``CODE`` and so on.
        identifier: ``DIRECT`` or ``QUASI``.
        entity: what all mentions of one entity share, within one annotator's reading.
    """

    start: int
    end: int
    type: str
    identifier: str
    entity: str


@dataclass(frozen=True)
class EntityText:
    """One text with the mentions to mask, one reading per annotator.

    Attributes:
        blocks: (first character, text) of each paragraph; what a system is given.
    """

    doc: str
    text: str
    readings: tuple[tuple[EntityMention, ...], ...]

    @property
    def blocks(self) -> tuple[tuple[int, str], ...]:
        """The paragraphs, cut at blank lines, with their offsets."""
        blocks, first = [], 0
        for gap in _BLANK_LINE.finditer(self.text):
            blocks.append((first, self.text[first : gap.start()]))
            first = gap.end()
        blocks.append((first, self.text[first:]))
        return tuple(block for block in blocks if block[1].strip())


@dataclass(frozen=True)
class EntitySet:
    """Annotated texts of one kind."""

    name: str
    texts: tuple[EntityText, ...]


def load_entity_sets(shared: Path) -> list[EntitySet]:
    """Read the sets that are there below ``shared``: ``redaction/tab`` and ``redaction/panorama``."""
    found = []
    for name, (folder, pattern) in _FOLDERS.items():
        texts: list[EntityText] = []
        for path in sorted((shared / folder).glob(pattern)):
            texts += read_posts(path) if path.suffix == ".jsonl" else read_judgments(path)
        if texts:
            found.append(EntitySet(name, tuple(texts)))
    return found


def read_judgments(path: Path) -> list[EntityText]:
    """Read a file of the Text Anonymization Benchmark."""
    held: Sequence[Mapping[str, Any]] = json.loads(path.read_text("utf-8"))
    return [
        EntityText(
            item["doc_id"],
            item["text"],
            tuple(_mentions(reading["entity_mentions"]) for reading in item["annotations"].values()),
        )
        for item in held
    ]


def read_posts(path: Path) -> list[EntityText]:
    """Read a file of PANORAMA annotations; posts without a number of their own are counted."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        EntityText(
            str(item.get("metadata", {}).get("data_id") or number),
            item["text"],
            (_mentions(item["entities"]["entities"] if isinstance(item["entities"], dict) else item["entities"]),),
        )
        for number, item in enumerate(lines, 1)
    ]


def _mentions(held: Iterable[Mapping[str, Any]]) -> tuple[EntityMention, ...]:
    """Keep what must be masked; marks that annotators judged harmless (``NO_MASK``) are ordinary text."""
    return tuple(
        EntityMention(
            mark["start_offset"],
            mark["end_offset"],
            mark["entity_type"],
            mark["identifier_type"],
            str(mark["entity_id"]),
        )
        for mark in held
        if mark["identifier_type"] in (DIRECT, QUASI) and mark["start_offset"] < mark["end_offset"]
    )
