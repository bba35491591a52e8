"""The development set of reports: built from its sources, marked throughout, and readable as a dataset."""

from __future__ import annotations

import html
import itertools
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from api.samples.gold import entry_id, gold
from api.samples.source import Source, read_source
from evals.datasets import Dataset, load_reports

ROOT = Path(__file__).parents[2] / "evals" / "reports" / "development"
SOURCES = [read_source(path) for path in sorted((ROOT / "sources").glob("[0-9]*.txt"))]
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")


def folded(text: str) -> str:
    """Leave out what differs between formats: white space, hyphens at the ends of lines, the joints of cells."""
    return re.sub(r"[\s|*\ufffe\u0002-]+", "", text)


def document_text(path: Path) -> str:
    """Read a document with something else than the product's readers."""
    if path.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return "\n".join(pages)
    if path.suffix == ".docx":
        archive = zipfile.ZipFile(path)
        parts = [name for name in archive.namelist() if re.match(r"word/(document|header|footer|foot|comm)", name)]
        return " ".join(text for part in parts for text in ElementTree.fromstring(archive.read(part)).itertext())
    # In Markdown the mark of a footnote stands in the text.
    return re.sub(r"\[\^\d+\]", "", html.unescape(re.sub(r"<[^>]+>", " ", path.read_text("utf-8"))))


@pytest.fixture(scope="module")
def reports() -> Dataset:
    return load_reports(ROOT)


def test_gold_is_built_from_the_current_sources() -> None:
    folder = ROOT / "sources"
    held = json.loads((ROOT / "gold.json").read_text("utf-8"))
    assert json.loads(json.dumps(gold(SOURCES, folder / "questions.jsonl", folder))) == held


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.doc)
def test_document_says_what_its_source_says(source: Source) -> None:
    text = folded(document_text(ROOT / "documents" / source.about["file"]))
    if source.about["format"] == "scan":
        assert not text
        return
    for block in source.blocks:
        for cell in block.cells:
            # In a PDF the number of a footnote stands in the text where its mark is.
            ends = [0, *(place for place, _ in cell.notes), len(cell.text)]
            for start, end in itertools.pairwise(ends):
                assert folded(cell.text[start:end]) in text, f"build the set anew: {cell.text[:60]}"


def test_every_format_and_kind_is_there(reports: Dataset) -> None:
    assert reports.name == "reports/development"
    assert {source.about["format"] for source in SOURCES} == {"pdf", "scan", "docx", "html", "markdown", "text"}
    assert Counter(document.kind for document in reports.documents) == {"visit_report": 10, "response": 2}
    assert all(document.path.is_file() for document in reports.documents)
    kinds = {entry.kind for document in reports.documents for entry in document.entries}
    assert kinds >= {"recommendation", "request_for_information", "deficiency", "concern", "good_practice", "finding"}
    assert kinds >= {"progress", "response"}
    types = {span.type for document in reports.documents for segment in document.segments for span in segment.spans}
    assert len(types) == 13


def test_links_lead_from_later_documents_to_earlier_ones(reports: Dataset) -> None:
    known = {entry.id: document.doc for document in reports.documents for entry in document.entries if entry.id}
    linked = set()
    for document in reports.documents:
        for entry in document.entries:
            for target in (*entry.repeats, *entry.answers, *entry.judges):
                assert known[target] in document.earlier, entry.id
                linked.add(document.doc)
    assert linked == {document.doc for document in reports.documents if document.earlier}
    assert len(linked) == 4


def test_what_an_entry_rests_on_is_a_paragraph_of_its_document() -> None:
    for source in SOURCES:
        printed = {block.locator for block in source.blocks}
        for block in source.blocks:
            for entry in block.entries:
                grounds = [ground for ground in entry.get("rests_on", "").split(",") if ground]
                assert set(grounds) <= printed, (source.doc, entry)


def test_what_an_entry_cites_stands_in_its_text(reports: Dataset) -> None:
    for document in reports.documents:
        for entry in document.entries:
            for criterion in entry.criteria:
                assert criterion in entry.text, entry.id


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.doc)
def test_every_mention_of_a_person_is_marked(source: Source) -> None:
    cells = [cell for block in source.blocks for cell in block.cells]
    named = {
        word
        for cell in cells
        for mark in cell.marks
        if mark.type == "NAME"
        for word in _WORD.findall(cell.text[mark.start : mark.end])
    }
    for cell in cells:
        assert not re.search(r"\[\[|\]\]|\{\{|\}\}", cell.text)
        marked = [(mark.start, mark.end) for mark in cell.marks]
        for found in _WORD.finditer(cell.text):
            if found[0] in named:
                assert any(start <= found.start() and found.end() <= end for start, end in marked), cell.text


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.doc)
def test_numbers_of_recommendations_stand_in_the_text(source: Source) -> None:
    for block in source.blocks:
        for entry in block.entries:
            number = entry.get("number", "")
            if entry["kind"] != "finding" and number and not block.item:
                assert number in " ".join(cell.text for cell in block.cells), entry


def test_names_of_entries_are_unique() -> None:
    held = json.loads((ROOT / "gold.json").read_text("utf-8"))
    names = [entry_id(entry) for document in held["documents"] for entry in document["entries"]]
    counted = Counter(name for name in names if not name.endswith("None"))
    assert [name for name, times in counted.items() if times > 1] == []


def test_a_folder_without_gold_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="build it with"):
        load_reports(tmp_path)
