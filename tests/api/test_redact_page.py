"""The review page: readable without a script, reachable by keyboard, and without any original value."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from api.cli.marked_text import Run, displayable, runs
from api.cli.redaction_figures import figures_of
from api.cli.review_page import _COLOURS, review_page
from ingest.copies.source import Source
from ingest.readers.source_text import split_paragraphs
from redaction.result import RedactedSpan, Redaction, Residue, ReviewItem
from redaction.span import SpanType
from redaction.text import seal

NAME = SpanType.NAME
TEXT = "Mr Ambrose Quillfeather and Perpetua, aged 34, wore <b> a blanket.\x1b[2J"


def made(*, residue: bool = True) -> tuple[Source, Redaction]:
    """Return a text in which one name and one age were masked, one word is doubtful and one may be left."""
    redacted = "[DETAINEE 1] and Perpetua, [in their 30s], wore <b> a blanket.\x1b[2J"
    spans = (
        RedactedSpan(0, 0, 23, NAME, NAME.group, "[DETAINEE 1]", 0.93, ("names", "titles")),
        RedactedSpan(0, 38, 45, SpanType.AGE, SpanType.AGE.group, "[in their 30s]", 0.5, ("age",)),
    )
    doubts = (ReviewItem(0, 58, 65, "NAME", "may be a name"), ReviewItem(0, 3, 10, "NAME", "nickname"))
    left = (Residue(0, 17, 25, "looks like a name"),) if residue else ()
    surfaces = frozenset({"Ambrose Quillfeather"})
    source = Source("text", split_paragraphs(TEXT))
    return source, Redaction((seal(redacted),), spans, doubts, left, "en", "p+1", surfaces)


def page_of(*, residue: bool = True, show: bool = False) -> str:
    source, redaction = made(residue=residue)
    return review_page(source, redaction, figures_of(redaction), "visit.txt", show_residue=show)[0].decode()


class Marks(HTMLParser):
    """Collects what can be reached by keyboard, with the text that explains it."""

    def __init__(self) -> None:
        super().__init__()
        self.reached: list[str] = []
        self.tips: dict[str, str] = {}
        self.tags: list[str] = []
        self._tip = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.append(tag)
        if held.get("tabindex") == "0":
            self.reached.append(held["aria-describedby"] or "")
        self._tip = held["id"] or "" if held.get("role") == "tooltip" else ""

    def handle_endtag(self, tag: str) -> None:
        self._tip = ""

    def handle_data(self, data: str) -> None:
        if self._tip:
            self.tips[self._tip] = data


def test_runs_say_what_was_replaced_doubtful_or_left() -> None:
    _, redaction = made()
    (held,) = runs(redaction, 1)
    spans = redaction.spans
    assert held == [
        Run("[DETAINEE 1]", spans[0], ("NAME: nickname",)),
        Run(" and "),
        Run("Perpetua", None, (), ("looks like a name",)),
        Run(", "),
        Run("[in their 30s]", spans[1]),
        Run(", wore <b> a "),
        Run("blanket", None, ("NAME: may be a name",)),
        Run(".\x1b[2J"),
    ]
    assert "".join(run.text for run in held) == redaction.segments[0]
    assert displayable(held[-1].text) == ".[2J"


def test_the_page_needs_nothing_and_hides_nothing_in_markup() -> None:
    page = page_of()
    marks = Marks()
    marks.feed(page)
    assert not {"script", "img", "link", "iframe", "object", "a", "form"} & set(marks.tags)
    assert not re.search(r"https?:|url\(|@import|\son\w+=|src=|href=", page)
    assert "default-src 'none'" in page and "\x1b" not in page and "&lt;b&gt; a" in page


def test_every_mark_is_reached_by_keyboard_and_explained() -> None:
    marks = Marks()
    marks.feed(page_of())
    assert [marks.tips[one] for one in marks.reached] == [
        "NAME, found by names, titles, score 0.93; doubtful: NAME: nickname",
        "may be left: looks like a name",
        "AGE, found by age, score 0.50",
        "doubtful: NAME: may be a name",
    ]


def test_no_original_value_and_no_residue_on_the_page() -> None:
    page = page_of()
    for word in ("Ambrose", "Quillfeather", "aged 34", "Perpetua"):
        assert word not in page
    assert "[withheld]" in page and "Not clean" in page
    assert "Perpetua" in page_of(show=True) and "Ambrose" not in page_of(show=True)
    assert "Not clean" not in page_of(residue=False)


def test_the_summary_counts_per_type() -> None:
    page = re.sub(r"<[^>]+>", " ", page_of()).split("Legend")[0]
    words = " ".join(page.split())
    assert "NAME direct 1 0.93 0.93 names, titles" in words and "AGE quasi 1 0.50 0.50 age" in words
    assert "To look at: 1 \u00d7 NAME: may be a name" in words and "Residue: 1" in words and "Policy: p+1" in words


def test_contrast_of_every_colour() -> None:
    """WCAG 2.2, 1.4.6: at least 7 to 1 against the black text."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    assert set(_COLOURS) == {kind.value for kind in SpanType}
    for colour in _COLOURS.values():
        red, green, blue = (channel(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
        assert (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05 >= 7


def test_the_command_writes_a_checked_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    from api.cli.main import run

    report = tmp_path / "visit Quillfeather.md"
    report.write_text(
        "# Visit\n\nThe prisoner, Mr Ambrose Quillfeather, born 3 May 1988, was alone in the unit.\n", "utf-8"
    )
    to = tmp_path / "review.html"
    assert run(["redact", str(report), "--html", str(to), "--json"]) == 0
    shape: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert shape["html"] == {"path": str(to), "verified": True}
    page = to.read_text("utf-8")
    assert "Quillfeather" not in page and "1988" not in page and re.search(r"\[[A-Z]+ 1\]", page)
    assert to.stat().st_mode & 0o777 == 0o600


def test_a_person_who_is_called_like_a_word_of_the_page(tmp_path: Path) -> None:
    """The page's own words (a mark, a score, a legend) must not stand in the way of people called like them."""
    from dataclasses import replace as changed

    from api.cli.redacting import _write_page

    source, redaction = made()
    named = changed(redaction, surfaces=frozenset({"Mark", "Georgia", "Legend", "Point", "Tooltip"}))
    _write_page(tmp_path / "page.html", source, named, "visit.txt", False, False)
    assert (tmp_path / "page.html").exists()
