"""What pypdf adds to the text: properties, bookmarks as headings, warnings; and that its failures fail nothing."""

import io
import time

import pytest

from ingest.intake.file import IntakeLimits
from ingest.readers import pdf_document
from ingest.readers.pdf import read_pdf
from ingest.readers.pdf_document import OutlineEntry, read_document
from ingest.readers.pdf_outline import apply_outline
from ingest.report import BlockKind, ParsedBlock

pytest.importorskip("reportlab")
pypdf = pytest.importorskip("pypdf")
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

CHAPTERS = ["Treatment", "Use of force", "Living conditions", "Outdoor exercise"]


def booklet(*, bookmarks=True):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setTitle("Visit to Tallow Street Lock-up")
    canvas.setAuthor("Board of Visitors")
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(70, 780, "Visit to Tallow Street Lock-up")
    canvas.setFont("Helvetica", 11)
    y = 740
    for order, chapter in enumerate(CHAPTERS):
        # The same type as the text, so that only the outline tells that these are headings.
        canvas.drawString(70, y, chapter)
        canvas.bookmarkPage(chapter)
        if bookmarks:
            canvas.addOutlineEntry(chapter.upper(), chapter, level=order % 2)
        canvas.drawString(70, y - 30, "The delegation saw all parts of the building and spoke to those held in it.")
        y -= 90
    canvas.save()
    return out.getvalue()


def changed(data, change):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read(data):
    return read_pdf(data, IntakeLimits(), lambda page: None)


def test_properties_are_those_of_the_file():
    report = read(booklet())
    assert report.properties["title"] == "Visit to Tallow Street Lock-up"
    assert report.properties["author"] == "Board of Visitors"
    assert report.warnings == ()


def test_bookmarks_make_headings_with_levels():
    headings = [(block.text, block.level) for block in read(booklet()).blocks if block.kind is BlockKind.HEADING]
    assert headings == [
        ("Visit to Tallow Street Lock-up", 1), ("Treatment", 2), ("Use of force", 3), ("Living conditions", 2),
        ("Outdoor exercise", 3),
    ]  # fmt: skip
    bare = [block.text for block in read(booklet(bookmarks=False)).blocks if block.kind is BlockKind.HEADING]
    assert bare == ["Visit to Tallow Street Lock-up"]


def test_an_outline_of_another_document_changes_nothing():
    blocks = [ParsedBlock(BlockKind.PARAGRAPH, text, 1) for text in ("Treatment", "Use of force", "Food")]
    foreign = [OutlineEntry(f"Slide {number}", 1, 1) for number in range(9)] + [OutlineEntry("Food", 1, 1)]
    assert apply_outline(blocks, foreign) == tuple(blocks)


def test_scripts_notes_and_attachments_are_told_of():
    from pypdf.annotations import FreeText
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    def burden(writer):
        script = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
        )
        writer.root_object[NameObject("/OpenAction")] = script
        writer.add_annotation(0, FreeText(text="secret remark", rect=(50, 50, 200, 90)))
        writer.add_attachment("names.csv", b"a,b")

    report = read(changed(booklet(), burden))
    told = " ".join(report.warnings)
    assert "scripts" in told and "1 notes" in told and "1 files attached" in told
    assert "secret" not in told and "names.csv" not in told
    assert not any("secret" in block.text for block in report.blocks)


def test_a_failure_of_pypdf_fails_nothing(monkeypatch):
    class Broken:
        def __init__(self, *args, **kwargs):
            raise RecursionError("quotes the document")

    monkeypatch.setattr(pypdf, "PdfReader", Broken)
    report = read(booklet())
    assert any(block.text == "Treatment" for block in report.blocks)
    assert report.properties["title"] == "Visit to Tallow Street Lock-up"  # as pdfium has it
    assert len(report.warnings) == 1 and "quotes" not in report.warnings[0]


def test_a_slow_file_is_given_up(monkeypatch):
    class Slow:
        is_encrypted = False

        def __init__(self, *args, **kwargs):
            while True:
                try:
                    time.sleep(0.01)
                except Exception:  # as libraries do
                    pass

    monkeypatch.setattr(pypdf, "PdfReader", Slow)
    facts = read_document(b"%PDF-1.4", seconds=0.2)
    assert "too long" in facts.warnings[0]


def test_a_very_large_file_is_not_given_to_pypdf(monkeypatch):
    monkeypatch.setattr(pdf_document, "_LARGEST", 10)
    facts = read_document(booklet())
    assert facts.properties == {} and "too large" in facts.warnings[0]
