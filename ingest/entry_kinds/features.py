"""What the classifier of entries sees of a sentence or block: its words and where they stand, as strings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from ingest.register.sentence import sentence_spans
from ingest.register.status import find_statuses
from ingest.report import BODY_KINDS, Block, BlockKind
from ingest.structure.labels import read_label

T = TypeVar("T", bound=str)

_TOKEN = re.compile(r"\[[A-Za-z][^\]]*\]|[^\W\d_]+(?:[’'][^\W\d_]+)*|\d+(?:[.,/]\d+)*|[^\w\s]")
_STEM = 5
_FRONT = 3  # words of the opening that count by place
_MOST_TOKENS = 260  # of a text; what follows in so long a paragraph says little more
_WORDS = tomllib.loads((Path(__file__).parents[1] / "data" / "entry_kinds_words.toml").read_text("utf-8"))
_CLASS_OF = {word: f"@{name}" for name, words in _WORDS["classes"].items() for word in words.split()}
_CARRYING = frozenset(_WORDS["carrying"].split())
_ENDINGS = ("tion", "ment", "ing", "ed", "ly", "able", "s")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a block or a cell, and where it stands.

    Attributes:
        text: without the number that it bears.
        whole: a block or cell as a whole; ``False`` for a sentence of a longer block.
        first: nothing of its block stands before it.
        last: nothing of its block stands behind it.
        shape: ``paragraph``, ``list_item``, ``box`` or ``cell``.
        numbered: it or its block bears a number.
        label: the word before the number (``Recommendation``), else empty.
        headings: above it, outermost first; for a cell the heading of its column comes last.
        before: the sentence or block right before it.
        document: ``response``, ``follow-up``, or empty for any other.
    """

    text: str
    whole: bool = True
    first: bool = True
    last: bool = True
    shape: str = "paragraph"
    numbered: bool = False
    label: str = ""
    headings: tuple[str, ...] = ()
    before: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit with the block at ``block`` in its report, from ``start`` to ``end`` of that block's text."""

    unit: Unit
    block: int
    start: int
    end: int


def units(blocks: Sequence[Block[T]], document: str) -> Iterator[Placed]:
    """Cut the body of a report into units: every block as a whole, and its sentences where it has several.

    Args:
        blocks: in reading order; headings, furniture, notes and rows of tables give no unit.
        document: see :class:`Unit`.
    """
    before = ""
    for place, block in enumerate(blocks):
        if block.kind not in BODY_KINDS or block.table is not None:
            before = str.__str__(block.text) if block.kind is BlockKind.HEADING else before
            continue
        yield from _of_block(block, place, before, document)
        before = str.__str__(block.text)


def _of_block(block: Block[T], place: int, before: str, document: str) -> Iterator[Placed]:
    text = str.__str__(block.text)
    label = read_label(text)
    start = label.start if label is not None else 0
    if not start and block.number is not None and text.startswith(block.number):
        start = len(block.number)
    while start < len(text) and text[start] in " .:)–—-":
        start += 1
    end = len(text.rstrip())
    if start >= end:
        return
    shape, headings = block.kind.value, tuple(map(str.__str__, block.heading_path))
    numbered, word = block.number is not None or label is not None, block.label or ""
    spans = list(sentence_spans(text[:end], start))
    whole = Unit(text[start:end], True, True, True, shape, numbered, word, headings, before, document)
    yield Placed(whole, place, start, end)
    if len(spans) < 2:
        return
    for order, (first, last) in enumerate(spans):
        lead = text[spans[order - 1][0] : spans[order - 1][1]] if order else before
        edges = (order == 0, order == len(spans) - 1)
        part = Unit(text[first:last], False, *edges, shape, numbered, word, headings, lead, document)
        yield Placed(part, place, first, last)


def features(unit: Unit, *, context: bool = True) -> tuple[list[str], list[str]]:
    """Return the features of the words and those of the place, each of which may come several times.

    Args:
        unit: a text with its place.
        context: leave the place out where ``False``, as training does now and then.
    """
    tokens = _tokens(unit.text)[:_MOST_TOKENS]
    bones = skeleton(unit.text)[:_MOST_TOKENS]
    said = [f"k {bone}" for bone in bones]
    for many in range(2, 6):
        said += [f"k{many} {' '.join(bones[at : at + many])}" for at in range(len(bones) - many + 1)]
    said += [f"kf {' '.join(bones[:many])}" for many in range(1, 6)]
    said += [f"ke {' '.join(bones[-many:])}" for many in range(1, 5)]
    said += [f"st {status}" for _, _, status in find_statuses(unit.text)]
    said += [f"w {token}" for token in tokens]
    said += [f"s {token[:_STEM]}" for token in tokens if len(token) > _STEM]
    said += [f"b {one} {two}" for one, two in pairwise(tokens)]
    said += [f"t {' '.join(three)}" for three in zip(tokens, tokens[1:], tokens[2:], strict=False)]
    said += [f"f{place} {token}" for place, token in enumerate(tokens[:_FRONT])]
    said.append(f"f {' '.join(tokens[:2])}")
    said += [f"e {token}" for token in tokens[-2:]]
    said.append(f"whole {unit.whole}")
    said.append(f"size {min(len(tokens) // 8, 6)}")
    if not context:
        return said, []
    stands = [f"shape {unit.shape}", f"numbered {unit.numbered}"]
    stands += [f"document {unit.document}"] if unit.document else []
    stands += [f"label {token}" for token in _tokens(unit.label)]
    stands += [f"edge {unit.first} {unit.last}"] if not unit.whole else []
    for name, above in (("h", unit.headings[-1:]), ("hh", unit.headings[-4:-1])):
        words = _words(above)
        stands += [f"{name} {token[: _STEM + 2]}" for token in words]
        stands += [f"{name} {_CLASS_OF[token]}" for token in words if token in _CLASS_OF]
        stands += [f"{name} {one} {two}" for one, two in pairwise(words)]
    lead = _tokens(unit.before)
    stands += [f"p {token}" for token in lead[-6:]]
    stands += [f"pf {' '.join(lead[:2])}"]
    return said, stands


def skeleton(text: str) -> list[str]:
    """Return the build of a sentence: words that carry it, classes of words, and endings in place of all others.

    ``The Ministry has accepted the proposal`` is ``the @auth has @agree the @asked``: what it is about is gone, what is
    done with it stays, so that a few hundred sentences teach the build of many.
    """
    built: list[str] = []
    for found in _TOKEN.findall(text):
        token = _folded(found)
        if token in _CLASS_OF:
            built.append(_CLASS_OF[token])
        elif token in _CARRYING or not found[0].isalpha():
            built.append(token)
        elif found[0].isupper() and built:
            built.append("@Name" if built[-1] != "@Name" else "")
        else:
            ending = next((ending for ending in _ENDINGS if token.endswith(ending)), "")
            built.append(f"~{ending}")
    return [bone for bone in built if bone]


def _words(headings: Sequence[str]) -> list[str]:
    return [token for heading in headings for token in _tokens(heading) if token[0].isalpha()]


def _tokens(text: str) -> list[str]:
    return [_folded(found) for found in _TOKEN.findall(text)]


def _folded(token: str) -> str:
    if token[0] == "[":
        return "[]"
    return "0" if token[0].isdigit() else token.lower().replace("’", "'")
