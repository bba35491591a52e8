"""Marks around identifiers: text, offsets and groups come out as written; broken marks are refused by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.datasets import GoldSpan
from evals.markup import MarkupError, load_marked, parse, segments_of
from redaction.span import SpanType


def test_marks_are_taken_out() -> None:
    marked = parse("Ms [[NAME:p1|Orla Quibell]] ([[ID|A1234BC]]) left {{KEEP|HMP Fenn}}.⏎Yes [x] | {y}.")
    assert marked.text == "Ms Orla Quibell (A1234BC) left HMP Fenn.\nYes [x] | {y}."
    assert marked.spans == (GoldSpan(3, 15, SpanType.NAME, True, "p1"), GoldSpan(17, 24, SpanType.ID, None, None))
    assert [marked.text[start:end] for start, end in marked.keep] == ["HMP Fenn"]


def test_groups_say_who_is_vulnerable() -> None:
    marked = parse("[[NAME:07-r2|Ada]] [[NAME:s1|Bo]]")
    assert [(span.vulnerable, span.entity) for span in marked.spans] == [(True, "07-r2"), (False, "s1")]


def test_marks_may_span_lines_and_stand_in_each_other() -> None:
    marked = parse("{{KEEP|Fenn\n[[NAME:o1|Di\n\nVolt]] House}} end")
    assert [marked.text[start:end] for start, end in marked.keep] == ["Fenn\nDi\n\nVolt House"]
    assert [marked.text[span.start : span.end] for span in marked.spans] == ["Di\n\nVolt"]
    # A blank line inside a mark does not cut.
    assert len(segments_of(marked)) == 1


def test_blocks_are_cut_at_blank_lines_with_their_own_offsets() -> None:
    first, second = segments_of(parse("One [[NAME|Ada]].\n \n\nTwo {{KEEP|2024}} [[CELL:p1|B2-07]].\n\n"))
    assert (first.text, second.text) == ("One Ada.", "Two 2024 B2-07.")
    assert [first.text[span.start : span.end] for span in first.spans] == ["Ada"]
    assert [second.text[span.start : span.end] for span in second.spans] == ["B2-07"]
    assert [second.text[start:end] for start, end in second.keep] == ["2024"]
    assert second.spans[0].entity == "p1"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("One\n[[NAME|Ada", "line 2 is not closed"),
        ("{{KEEP|x", "line 1 is not closed"),
        ("[[NOM|Ada]]", "unknown type NOM in line 1"),
    ],
)
def test_broken_marks_are_refused_without_their_text(source: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message) as caught:
        parse(source)
    assert "Ada" not in str(caught.value)


def test_brackets_that_are_no_marks_are_text() -> None:
    text = "a [[b]] c ]] }} {{d}} [[Name|x]]"
    assert parse(text).text == text


def test_a_directory_is_a_set(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "b.txt").write_text("[[NAME|Ada]]", "utf-8")
    (folder / "a.txt").write_text("\ufeffnothing", "utf-8")
    (folder / "notes.md").write_text("[[NAME|", "utf-8")
    dataset = load_marked(folder)
    assert dataset.name == "mine"
    assert [(document.doc, document.segments[0].text) for document in dataset.documents] == [
        ("001", "nothing"),
        ("002", "Ada"),
    ]


def test_a_directory_without_texts_or_with_broken_ones_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MarkupError, match=r"no \*\.txt"):
        load_marked(tmp_path)
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(MarkupError, match=r"c\.txt is not UTF-8"):
        load_marked(tmp_path)
    (tmp_path / "c.txt").write_text("[[NAME|", "utf-8")
    with pytest.raises(MarkupError, match=r"c\.txt: the mark"):
        load_marked(tmp_path)
