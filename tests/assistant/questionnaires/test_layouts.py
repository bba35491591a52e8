"""Forms of many kinds: all questions in order, packages that keep to the rules, edits kept, nothing damaged."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.questionnaires.answering import Answerer
from assistant.questionnaires.filling import fill
from assistant.questionnaires.forms import opened
from evals.form_layouts import LAYOUTS, laid_out

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GOLD = {
    "title": "Questions ahead of a dialogue (invented)",
    "intro": "Questions that offer Yes / Partial / No are graded; the others are answered in words.",
    "questions": [
        {"number": "1", "section": "Alarm", "question": "Do the cell bells of prisons ring? (Yes / Partial / No)"},
        {"number": "2", "section": "Alarm", "question": "Interpreting for foreign nationals: rules and practice"},
        {"number": "3", "section": "Health", "question": "How long is the waiting time for a dentist?"},
        {"number": "4", "section": "Health", "question": "Organ donation by detainees: safeguards"},
    ],
}


def tree(data: bytes) -> Any:
    """Return the root of a part."""
    from lxml import etree

    return etree.fromstring(data)


def sound(data: bytes) -> None:
    """Check a Word package: content types, targets of relations, ids of footnotes and styles that are used."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = set(archive.namelist())
    assert len(names) == len(archive.namelist()) and archive.testzip() is None
    types = tree(archive.read("[Content_Types].xml"))
    overrides = [one.get("PartName").lstrip("/") for one in types if one.tag.endswith("Override")]
    defaults = {one.get("Extension").lower() for one in types if one.tag.endswith("Default")}
    assert len(overrides) == len(set(overrides)) and set(overrides) <= names
    for name in names - {"[Content_Types].xml"}:
        assert name in overrides or name.rpartition(".")[2].lower() in defaults, name
    relations = tree(archive.read("word/_rels/document.xml.rels"))
    ids = [one.get("Id") for one in relations]
    assert len(ids) == len(set(ids))
    for one in relations:
        if one.get("TargetMode") != "External":
            target = one.get("Target")
            resolved = target.lstrip("/") if target.startswith("/") else f"word/{target}"
            assert resolved in names or resolved.replace("word/../", "") in names, target
    root = tree(archive.read("word/document.xml"))
    used = {one.get(value) for one in root.iter() for value in (f"{_R}id", f"{_R}embed") if one.get(value)}
    assert used <= set(ids)
    marks = [one.get(f"{_W}id") for one in root.iter(f"{_W}footnoteReference")]
    assert len(marks) == len(set(marks))
    if marks:
        notes = tree(archive.read("word/footnotes.xml"))
        held = [one.get(f"{_W}id") for one in notes]
        assert len(held) == len(set(held)) and set(marks) <= set(held) and {"-1", "0"} <= set(held)
    styles = {one.get(f"{_W}styleId") for one in tree(archive.read("word/styles.xml")).iter(f"{_W}style")}
    assert {one.get(f"{_W}val") for one in root.iter(f"{_W}pStyle")} <= styles
    for cell in root.iter(f"{_W}tc"):
        assert cell[-1].tag == f"{_W}p", "a cell ends with a paragraph"


def gold(layout: str) -> list[dict[str, str]]:
    """Return the questions; a letter of running paragraphs asks in sentences, and names no bare matters."""
    questions: list[dict[str, str]] = _GOLD["questions"]  # type: ignore[assignment]
    if layout != "running_letter":
        return questions
    first, second, third, fourth = questions
    return [
        first,
        {
            **second,
            "question": "The Subcommittee would like to know how interpreting is provided for foreign nationals.",
        },
        third,
        {**fourth, "question": "Information is sought on safeguards for organ donation by detainees."},
    ]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_layout_is_filled_in_order(layout: str, library: Any) -> None:
    if layout in ("pdf_letter", "ticked_pdf"):
        pytest.importorskip("reportlab")
    name, form = laid_out({**_GOLD, "layout": layout, "questions": gold(layout)})
    asked = [one["question"].removesuffix(" (Yes / Partial / No)") for one in gold(layout)]
    assert [one.text.removesuffix(" (Yes / Partial / No)") for one in opened(name, form).questions] == asked
    filled = fill(Answerer(library), name, form)
    assert len(filled.suggestions) == len(asked)
    assert filled.suggestions[0].citations and "17 weeks" in filled.suggestions[2].answer
    assert filled.suggestions[3].gap is not None
    again = opened(f"form{filled.suffix}", filled.data)
    assert [one.text.removesuffix(" (Yes / Partial / No)") for one in again.questions] == asked
    if filled.suffix == ".docx":
        sound(filled.data)
        texts = [one.text for one in Document(io.BytesIO(filled.data)).paragraphs]
        assert texts[-1].startswith("About these suggestions. Publication tier: internal")
    else:
        assert "internal" in load_workbook(io.BytesIO(filled.data)).properties.description
    twice = fill(Answerer(library), f"form{filled.suffix}", filled.data)
    assert [one.state for one in twice.suggestions] == [one.state for one in filled.suggestions]
    if filled.suffix == ".docx":
        sound(twice.data)
        body = Document(io.BytesIO(twice.data)).paragraphs
        assert sum(one.text.startswith("About these suggestions.") for one in body) == 1
        kept = zipfile.ZipFile(io.BytesIO(twice.data)).read("word/footnotes.xml").count(b"<w:footnote ")
        assert kept == zipfile.ZipFile(io.BytesIO(filled.data)).read("word/footnotes.xml").count(b"<w:footnote ")


def test_a_content_control_stays_for_the_person(library: Any) -> None:
    name, form = laid_out({**_GOLD, "layout": "content_controls"})
    filled = fill(Answerer(library), name, form)
    root = tree(zipfile.ZipFile(io.BytesIO(filled.data)).read("word/document.xml"))
    controls = list(root.iter(f"{_W}sdt"))
    assert len(controls) == 4 and len(list(root.iter(f"{_W}dropDownList"))) == 1
    after = controls[2].getnext()
    assert "17 weeks" in "".join(after.itertext())
