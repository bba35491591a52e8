"""The training judgments (Text Anonymization Benchmark, MIT licence): annotated text as examples."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

from redaction.training.filling import ALL, ORDINARY, Example, allowed
from redaction.training.inventory import Inventory
from redaction.training.persons import Person

# Types of the benchmark whose masking depends on the case: they are not names, more is not learnt from them.
_NOT_A_NAME = ALL & ~allowed("NAME", "ID", "CONTACT", "CELL", "PLATE")
_SETS = {
    "PERSON": allowed("NAME"),
    "CODE": allowed("ID"),
    "ORG": allowed("BODY", "PLACE", "O"),
    "LOC": allowed("PLACE", "ADDRESS"),
}
_TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Judge|Judges|Professor|Major|Captain|Lieutenant|Colonel)\b\.?\s*)+"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_WINDOW = 800


def read(path: Path) -> list[Example]:
    """Read the benchmark's JSON: one example per judgment.

    Args:
        path: of a file with ``text`` and ``annotations`` per document.
    """
    return [_example(document) for document in json.loads(path.read_text(encoding="utf-8"))]


def _example(document: dict[str, Any]) -> Example:
    text = document["text"]
    sets = [ORDINARY] * len(text)
    for annotator in document["annotations"].values():
        # Persons last: a name inside a longer mention of another type stays a name.
        for mention in sorted(annotator["entity_mentions"], key=lambda m: m["entity_type"] in ("PERSON", "CODE")):
            start, end = mention["start_offset"], mention["end_offset"]
            if mention["entity_type"] == "PERSON" and (title := _TITLE.match(text, start, end)) and title.end() < end:
                start = title.end()
            bits = _SETS.get(mention["entity_type"], _NOT_A_NAME)
            sets[start:end] = [bits] * (end - start)
    return Example(text, tuple(sets))


def renamed(example: Example, random: Random, inventory: Inventory) -> Example:
    """Give the people of a judgment other names, the same word always the same: court names alone are few."""
    name = allowed("NAME")
    new: dict[str, str] = {}
    parts: list[str] = []
    sets: list[int] = []
    position = 0
    for match in _WORD.finditer(example.text):
        if example.sets[match.start()] != name or not match[0][0].isupper():
            continue
        key = match[0].lower()
        if key not in new:
            person = Person(random, inventory)
            new[key] = random.choice((person.given, person.family)).split(" ")[-1]
        value = new[key].upper() if match[0].isupper() else new[key]
        parts += [example.text[position : match.start()], value]
        sets += [*example.sets[position : match.start()], *[name] * len(value)]
        position = match.end()
    parts.append(example.text[position:])
    sets += example.sets[position:]
    return Example("".join(parts), tuple(sets))


def cut(example: Example, random: Random) -> list[Example]:
    """Cut a document into windows of some paragraphs."""
    found: list[Example] = []
    start = 0
    while start < len(example.text):
        limit = start + random.randint(_WINDOW // 3, _WINDOW)
        end = example.text.find("\n", limit)
        if end < 0 or end > limit + _WINDOW:
            end = min(len(example.text), limit + _WINDOW // 4)
        found.append(Example(example.text[start:end], example.sets[start:end]))
        start = end + 1
    return [part for part in found if part.text.strip()]
