"""Copies of hostile originals: the text is kept, and nothing of the masked words is left in any byte."""

import base64
import io
import re
import zipfile
import zlib
from contextlib import suppress

import pytest
from hostile_originals import HOSTILE_HTML, HOSTILE_MARKDOWN, MAIL, NAME, NUMBER, hostile_docx, hostile_pdf, redaction

from ingest.copies.copying import make_copy
from ingest.copies.source import read_source
from ingest.readers import read

FORMATS = ("pdf", "docx", "html", "md", "txt")
ORIGINALS = {
    "report.pdf": hostile_pdf(),
    "report.docx": hostile_docx(),
    "report.html": HOSTILE_HTML.encode(),
    "report.md": HOSTILE_MARKDOWN.encode(),
    "report.txt": f"Segregation\n\nWe met {NAME} ({NUMBER}).\r\n\r\n\r\nWrite to {MAIL}.\n".encode(),
}


def parts(data):
    """Return every byte string that a program could find in a file."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL) if data[:4] == b"%PDF" else []:
        found.append(stream)
        with suppress(zlib.error):
            found.append(zlib.decompress(stream))
        with suppress(ValueError, zlib.error):
            found.append(zlib.decompress(base64.a85decode(stream.removesuffix(b"~>"))))
    return found


def words_in(data):
    names = (NAME, "Orsolya", "Vintergate", "Mbeki", MAIL, "quarrydown", NUMBER)
    return sorted(
        {
            word
            for word in names
            for form in (
                word.encode(),
                word.encode("utf-16-be"),
                word.encode("utf-16-le"),
                word.encode().hex().encode(),
            )
            for part in parts(data)
            if form.lower() in part.lower()
        }
    )


def copied(tmp_path, name, format):
    original = tmp_path / name
    original.write_bytes(ORIGINALS[name])
    source = read_source(original, read=read)
    to = tmp_path / f"copy.{format}"
    return make_copy(source, redaction(source.segments), to, read=read), to.read_bytes()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ORIGINALS)
def test_nothing_masked_is_in_any_copy(tmp_path, name, format):
    copy, data = copied(tmp_path, name, format)
    assert copy.path.exists() and words_in(data) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["copy." + format, name])


@pytest.mark.parametrize("name", ORIGINALS)
def test_the_originals_hold_what_is_looked_for(name):
    assert NAME in words_in(ORIGINALS[name]) and MAIL in words_in(ORIGINALS[name])


def test_a_pdf_keeps_its_pages_and_loses_all_else(tmp_path):
    from pypdf import PdfReader

    copy, data = copied(tmp_path, "report.pdf", "pdf")
    reader = PdfReader(io.BytesIO(data))
    texts = [page.extract_text() for page in reader.pages]
    assert copy.pages == len(texts) == 2
    assert "Part 1 of the report" in texts[0] and "[DETAINEE 1] ([ID]) had been alone" in texts[0]
    assert "2.2 The cells of the unit" in texts[1] and "Page 2" in texts[1]
    assert "hidden layer" not in "".join(texts)
    assert dict(reader.metadata) == {"/Producer": "opcat", "/Title": "Redacted copy"}
    assert not reader.attachments and not reader.outline and reader.xmp_metadata is None and not reader.get_fields()
    assert data.count(b"%%EOF") == 1 and all("/Annots" not in page for page in reader.pages)
    assert set(reader.root_object) == {"/Type", "/Pages", "/Lang"} and reader.root_object["/Lang"] == "en"


def test_the_other_reader_finds_the_same_text(tmp_path):
    """The copy is checked with pypdf when it is made; pdfium, which reads originals, must agree."""
    import pypdfium2

    _, data = copied(tmp_path, "report.pdf", "pdf")
    pdf = pypdfium2.PdfDocument(data)
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert "[DETAINEE 1] ([ID]) had been alone in the unit for 41 days." in " ".join(text.split())


def test_a_word_document_keeps_its_structure_and_loses_all_else(tmp_path):
    import docx

    copy, data = copied(tmp_path, "report.docx", "docx")
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert document.paragraphs[0].style.name == "Heading 1" and texts[0] == "Segregation"
    assert any("We met [DETAINEE 1] ([ID]) in the unit." in text for text in texts)
    assert any(text.endswith("Told by [CONTACT].") for text in texts)
    assert "The bell was broken." in texts and "Photo of [DETAINEE 1]" in texts
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows][1] == ["[DETAINEE 1]", "41"]
    assert "Visit to [DETAINEE 1]" in document.sections[0].header.paragraphs[0].text
    assert not any("safe?" in text for text in texts) and any("comments left out: 1" in note for note in copy.notes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name for name in archive.namelist() if not name.startswith("word/")} == {
            "[Content_Types].xml", "_rels/.rels",
        }  # fmt: skip
        assert b"rsid" not in archive.read("word/document.xml")
        assert all(member.date_time == (1980, 1, 1, 0, 0, 0) for member in archive.infolist())


def test_a_web_page_keeps_its_structure_and_loses_all_else(tmp_path):
    _, data = copied(tmp_path, "report.html", "html")
    text = data.decode()
    assert "<h1>Segregation</h1>" in text and "<p>We met [DETAINEE 1] ([ID]).</p>" in text
    assert "<th>Who</th><th>Days</th>" in text and "<td>[DETAINEE 1]</td><td>41</td>" in text
    assert "the office &amp; wait &lt;here&gt;." in text and "1. Open the unit" in text
    body = text.partition("<body>")[2]
    assert "<script" not in text and "<!--" not in body and "data-" not in body and "href" not in body


def test_text_and_markdown_change_only_where_something_was_masked(tmp_path):
    _, text = copied(tmp_path, "report.txt", "txt")
    assert text == b"Segregation\n\nWe met [DETAINEE 1] ([ID]).\r\n\r\n\r\nWrite to [CONTACT].\n"
    _, markdown = copied(tmp_path, "report.md", "md")
    assert b"author: [DETAINEE 1]" in markdown and b"[the office](mailto:[CONTACT])" in markdown
    assert b"2. Tell [DETAINEE 1]." in markdown


def test_labels_in_markdown_are_no_links(tmp_path):
    """``[ID]: x`` and ``[DETAINEE 1](x)`` would be links, and vanish, in Markdown that is read again."""
    _, data = copied(tmp_path, "report.md", "html")
    text = data.decode()
    assert "<p>[ID]: a number at the start, and [DETAINEE 1](again).</p>" in text
    assert "We met [DETAINEE 1] ([ID]), see the office." in text


def test_characters_that_a_format_or_font_lacks(tmp_path):
    from pypdf import PdfReader

    original = tmp_path / "odd.txt"
    original.write_text(f"Odd\n\nS\u0327eyma \u0141 \u0151 \u2610 \u4e2d met {NAME} \x0c<b>&amp; \u2028end.\n", "utf-8")
    source = read_source(original, read=read)
    for format in FORMATS:
        make_copy(source, redaction(source.segments), tmp_path / f"odd-copy.{format}", read=read)
    text = PdfReader(tmp_path / "odd-copy.pdf").pages[0].extract_text()
    assert "met [DETAINEE 1]" in " ".join(text.split()) and "<b>&amp;" in text
