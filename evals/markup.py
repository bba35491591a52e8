"""Annotated documents that anybody can write: plain text with marks around what must go and what must stay.

``[[TYPE:group|text]]`` marks an identifier of a natural person; the group says whose it is and may be left out
(``[[TYPE|text]]``). ``{{KEEP|text}}`` marks text that redaction must leave alone. ``⏎`` is a line break. Brackets may
span lines, and one may stand inside the other. Everything else is the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from evals.datasets import Dataset, GoldDocument, GoldSpan, Segment, is_vulnerable
from redaction.span import SpanType

_OPENING = re.compile(r"\[\[(?P<type>[A-Z][A-Z_]*)(?::(?P<group>[\w.-]+))?\||\{\{(?P<keep>KEEP)\|")
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_HARD_BREAK = "⏎"
# Finite, like everything that is read: more documents or longer ones are no test set.
_MOST_FILES, _MOST_BYTES = 5_000, 20_000_000


class MarkupError(ValueError):
    """The marks of a document cannot be read; the message names the line, never the text."""


@dataclass(frozen=True)
class MarkedText:
    """A text without its marks, and what they marked; offsets are code points of ``text``."""

    text: str
    spans: tuple[GoldSpan, ...]
    keep: tuple[tuple[int, int], ...]


@dataclass
class _Open:
    """A mark whose end was not met yet."""

    closing: str
    start: int
    line: int
    type: SpanType | None
    group: str | None


def parse(source: str) -> MarkedText:
    """Take the marks out of ``source``.

    Raises:
        MarkupError: an unknown type, or a mark that is not closed.
    """
    out: list[str] = []
    length = place = 0
    spans: list[GoldSpan] = []
    keep: list[tuple[int, int]] = []
    opened: list[_Open] = []
    while place < len(source):
        here = opened[-1] if opened else None
        if here is not None and source.startswith(here.closing, place):
            opened.pop()
            place += len(here.closing)
            if here.start == length:
                continue
            if here.type is None:
                keep.append((here.start, length))
            else:
                spans.append(GoldSpan(here.start, length, here.type, is_vulnerable(here.group), here.group))
        elif found := _OPENING.match(source, place):
            line = source.count("\n", 0, place) + 1
            kind = None if found["keep"] else _type(found["type"], line)
            opened.append(_Open("}}" if found["keep"] else "]]", length, line, kind, found["group"]))
            place = found.end()
        else:
            out.append("\n" if source[place] == _HARD_BREAK else source[place])
            length += 1
            place += 1
    if opened:
        raise MarkupError(f"the mark that opens in line {opened[-1].line} is not closed")
    spans.sort(key=lambda span: (span.start, span.end))
    return MarkedText("".join(out), tuple(spans), tuple(sorted(keep)))


def _type(name: str, line: int) -> SpanType:
    try:
        return SpanType(name)
    except ValueError:
        known = ", ".join(SpanType)
        raise MarkupError(f"unknown type {name[:20]} in line {line}; known: {known}, and KEEP") from None


def segments_of(marked: MarkedText) -> tuple[Segment, ...]:
    """Cut a text into its blocks: at blank lines, yet never inside a mark."""
    inside = [(span.start, span.end) for span in marked.spans] + list(marked.keep)
    cuts = [
        gap.span()
        for gap in _BLANK_LINE.finditer(marked.text)
        if not any(start < gap.end() and gap.start() < end for start, end in inside)
    ]
    segments, first = [], 0
    for end, following in [*cuts, (len(marked.text), len(marked.text))]:
        spans = tuple(
            GoldSpan(span.start - first, span.end - first, span.type, span.vulnerable, span.entity)
            for span in marked.spans
            if first <= span.start and span.end <= end
        )
        keep = tuple((start - first, last - first) for start, last in marked.keep if first <= start and last <= end)
        if marked.text[first:end].strip():
            segments.append(Segment(marked.text[first:end], None, spans, keep))
        first = following
    return tuple(segments)


def load_marked(directory: Path) -> Dataset:
    """Read every ``*.txt`` of ``directory`` as one annotated document; the set is called like the directory.

    Documents are numbered in the order of their file names: results are kept, and a file name may name a person.

    Raises:
        MarkupError: no such file, too many or too long ones, or marks that cannot be read.
    """
    paths = sorted(path for path in directory.glob("*.txt") if path.is_file())
    if not paths:
        raise MarkupError("the directory of the set has no *.txt file")
    if len(paths) > _MOST_FILES or any(path.stat().st_size > _MOST_BYTES for path in paths):
        raise MarkupError(f"more than {_MOST_FILES} files, or one of more than {_MOST_BYTES} bytes")
    documents = []
    for number, path in enumerate(paths, 1):
        try:
            marked = parse(path.read_text("utf-8-sig"))
        except UnicodeDecodeError:
            raise MarkupError(f"{path.name} is not UTF-8") from None
        except MarkupError as error:
            raise MarkupError(f"{path.name}: {error}") from None
        documents.append(GoldDocument(f"{number:03}", path, segments_of(marked)))
    return Dataset(directory.resolve().name, tuple(documents), ())
