"""Annotated reports as examples: whole documents in the layouts of many bodies, their people and numbers drawn anew."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from string import ascii_uppercase, digits

from redaction.classification.classifier import CLASSES, WORD
from redaction.training import judgments
from redaction.training.filling import CAPITALISED, ORDINARY, Example, allowed
from redaction.training.inventory import Inventory

_MARK = re.compile(r"\[\[(?P<type>[A-Z_]+)(?::\w+)?\||\{\{KEEP\||(?P<end>\]\]|\}\})")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
# Lines of the annotation itself, and signs of layout that no reader of a document sees.
_ANNOTATION = re.compile(r"(?m)^%entry.*\n|^#{1,3} |^%comment \d+ |%c\d+|\[\^\d+\]:? ?|\*\*")
_CODES = allowed("ID"), allowed("CONTACT"), allowed("CELL"), allowed("PLATE")
_DATES = allowed("DOB"), allowed("DATE_PERSONAL"), allowed("AGE")
_INNER = "45678"  # digits that leave a day, a month and a year within their bounds
# An office is raised only where it tells who is meant, which the annotators judged case by case.
_SETS = {"ROLE_UNIQUE": allowed("ROLE_UNIQUE", "O")}


def read(folder: Path) -> list[Example]:
    """Read a folder of annotated documents.

    Args:
        folder: a set of reports (its ``sources`` are read), of texts with marks, or of ``txt/NN-*.txt`` whose spans
            stand in ``gold/NN.spans.json``.

    Raises:
        ValueError: no annotated document lies there, or a mark is not closed.
    """
    if (folder / "gold").is_dir():
        found = [
            _spans(path, next((folder / "txt").glob(f"{path.name.split('.')[0]}-*.txt")))
            for path in sorted((folder / "gold").glob("*.spans.json"))
        ]
    else:
        place = folder / "sources" if (folder / "sources").is_dir() else folder
        found = [_marks(path.read_text(encoding="utf-8")) for path in sorted(place.glob("*.txt"))]
    if not found:
        raise ValueError(f"no annotated documents in {folder.name}")
    return found


def varied(example: Example, random: Random, inventory: Inventory) -> Example:
    """Give the people of a document other names, and their numbers other digits and letters in the same shape."""
    example = judgments.renamed(example, random, inventory)
    text = list(example.text)
    for index, (character, bits) in enumerate(zip(example.text, example.sets, strict=True)):
        if bits in _CODES and character in digits:
            text[index] = random.choice(digits)
        elif bits in _CODES and character in ascii_uppercase and _alone(example.text, index):
            text[index] = random.choice(ascii_uppercase)
        elif bits in _DATES and character in _INNER:
            text[index] = random.choice(_INNER)
    return Example("".join(text), example.sets)


def _alone(text: str, index: int) -> bool:
    """Whether the capital at ``index`` belongs to a code and not to a word."""
    return not any(0 <= near < len(text) and text[near].islower() for near in (index - 1, index + 1))


def _marks(source: str) -> Example:
    source = _ANNOTATION.sub("", _FRONT.sub("", source))
    parts: list[str] = []
    sets: list[int] = []
    open_marks: list[int] = []
    position = 0

    def take(text: str) -> None:
        parts.append(text)
        strong = next((bits for bits in reversed(open_marks) if bits), 0)
        sets.extend([strong] * len(text) if strong else _ordinary(text))

    for match in _MARK.finditer(source):
        take(source[position : match.start()])
        position = match.end()
        if not match["end"]:
            open_marks.append(_bits(match["type"]) if match["type"] else 0)
        elif open_marks:
            open_marks.pop()
    take(source[position:])
    if open_marks:
        raise ValueError("a mark is not closed")
    return Example("".join(parts), tuple(sets))


def _spans(gold: Path, text: Path) -> Example:
    words = text.read_text(encoding="utf-8")
    sets = _ordinary(words)
    for span in json.loads(gold.read_text(encoding="utf-8"))["spans"]:
        if span["type"] in CLASSES:
            sets[span["start"] : span["end"]] = [_bits(span["type"])] * (span["end"] - span["start"])
    return Example(words, tuple(sets))


def _bits(kind: str) -> int:
    return _SETS.get(kind) or allowed(kind)


def _ordinary(text: str) -> list[int]:
    bits = [ORDINARY] * len(text)
    for match in WORD.finditer(text):
        if match[0][0].isupper():
            bits[match.start() : match.end()] = [CAPITALISED] * (match.end() - match.start())
    return bits
