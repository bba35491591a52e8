"""A copy that is not exactly what was meant never gets its name, and no draft of it stays."""

import io
import os
import sys
import zipfile

import pytest
from hostile_originals import MAIL, NAME, NUMBER, SECRETS, hostile_pdf, redaction

from ingest.copies import copying
from ingest.copies.copying import make_copy
from ingest.copies.docx_copy import write_docx
from ingest.copies.errors import CopyExists, CopyNotVerified, CopyOverOriginal, CopyUnwritable, CopyWithheld, NoWriter
from ingest.copies.glyphs import drawable
from ingest.copies.html_copy import write_html
from ingest.copies.markdown_copy import write_markdown, write_text
from ingest.copies.pdf_copy import write_pdf
from ingest.copies.publish import may_write, publish
from ingest.copies.sheet import Piece, Sheet, lay_out
from ingest.copies.source import read_source
from ingest.copies.surfaces import SurfaceSearch
from ingest.copies.verify_docx import verify_docx
from ingest.copies.verify_pdf import verify_pdf
from ingest.copies.verify_web import verify_html, verify_markdown, verify_text
from ingest.readers import read
from ingest.report import Block, BlockKind, PageAccount
from redaction.text import seal

P = BlockKind.PARAGRAPH


def sheet(*texts, pages=0):
    return Sheet(tuple(Piece(P, seal(text), page=1 if pages else None) for text in texts), pages=pages)


SEARCH = SurfaceSearch(SECRETS, [])
SHEET = sheet("We met [DETAINEE 1] in the unit.", "The bell was broken.")


def rezipped(data, **changed):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), changed.get(name, old.read(name).decode()))
        for name in changed.keys() - set(old.namelist()):
            new.writestr(zipfile.ZipInfo(name), changed[name])
    return out.getvalue()


def repacked(data, change):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.metadata = {"/Producer": "opcat", "/Title": "Redacted copy"}
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def attach(writer):
    writer.add_attachment("a.txt", b"harmless")


def annotate(writer):
    from pypdf.annotations import Text

    writer.add_annotation(0, Text(text="harmless", rect=(1, 1, 9, 9)))


def outline(writer):
    writer.add_outline_item(title="harmless", page_number=0)


def another_page(writer):
    writer.add_blank_page(100, 100)


def orphan(writer):
    from pypdf.generic import TextStringObject

    writer._add_object(TextStringObject(f"x {NAME} x"))


def retitle(writer):
    writer.metadata = {"/Producer": "opcat", "/Title": "Redacted copy", "/Author": "A"}


def test_what_was_written_is_accepted():
    for write, verify in ((write_pdf, verify_pdf), (write_docx, verify_docx), (write_html, verify_html)):
        written = write(SHEET)
        verify(written.data, written, SEARCH)
    written = write_pdf(SHEET)
    verify_pdf(repacked(written.data, lambda writer: None), written, SEARCH)
    written = write_docx(SHEET)
    verify_docx(rezipped(written.data), written, SEARCH)


@pytest.mark.parametrize("change", [attach, annotate, outline, another_page, orphan, retitle])
def test_a_pdf_with_anything_more_is_refused(change):
    written = write_pdf(SHEET)
    with pytest.raises(CopyNotVerified):
        verify_pdf(repacked(written.data, change), written, SEARCH)


def test_a_pdf_with_a_second_revision_or_another_text_is_refused():
    written = write_pdf(SHEET)
    with pytest.raises(CopyNotVerified, match="revision"):
        verify_pdf(written.data + b"\n1 0 obj\n(x)\nendobj\nstartxref\n0\n%%EOF\n", written, SEARCH)
    other = write_pdf(sheet("We met [DETAINEE 1] in the unit.", "The bell was mended."))
    with pytest.raises(CopyNotVerified, match="redacted text"):
        verify_pdf(other.data, written, SEARCH)
    with pytest.raises(CopyNotVerified):
        verify_pdf(hostile_pdf(1), written, SEARCH)
    with pytest.raises(CopyNotVerified):
        verify_pdf(written.data[:-400], written, SEARCH)


@pytest.mark.parametrize(
    "changed",
    [
        {"docProps/core.xml": "<x/>"},
        {"word/comments.xml": "<x/>"},
        {"word/styles.xml": "<x/>"},
        {"word/_rels/document.xml.rels": "<x/>"},
    ],
)
def test_a_word_document_with_anything_more_is_refused(changed):
    written = write_docx(SHEET)
    with pytest.raises(CopyNotVerified):
        verify_docx(rezipped(written.data, **changed), written, SEARCH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("broken.", "mended."),
        ("<w:p>", '<w:p w:rsidR="00AB12CD">'),
        ("<w:body>", "<w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"),
        ("<w:body>", "<w:body><!-- x -->" + "<w:bookmarkStart/>"),
        ("<w:body>", "<w:body>loose"),
    ],
)
def test_a_word_document_with_other_markup_is_refused(old, new):
    written = write_docx(SHEET)
    with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert old in body
    with pytest.raises(CopyNotVerified):
        verify_docx(rezipped(written.data, **{"word/document.xml": body.replace(old, new, 1)}), written, SEARCH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("broken.", "mended."),
        ("<main>", "<main><!-- x -->"),
        ("<main>", "<main><script></script>"),
        ("<main>", '<main data-x="1">'),
        ("<main>", "<main><?x?>"),
        ("<title>Redacted copy", "<title>Case of A"),
        ("<p>", f'<p class="{NUMBER.lower()}">'),
        ("<p>", f'<p class="{MAIL.replace("@", "&#64;")}">'),
        ("<p>", f'<p class="{MAIL.replace("@", "%40")}">'),
    ],
)
def test_a_page_with_anything_more_is_refused(old, new):
    written = write_html(SHEET)
    text = written.data.decode()
    assert old in text
    with pytest.raises(CopyNotVerified):
        verify_html(text.replace(old, new, 1).encode(), written, SEARCH)


def test_text_and_markdown_are_checked_to_the_character():
    written = write_markdown(sheet("1. a *b* [c](d) | e", "- f # g", "[ID]: h <i> \\j", "> k"))
    verify_markdown(written.data, written, SEARCH)
    with pytest.raises(CopyNotVerified):
        verify_markdown(written.data + b"more", written, SEARCH)
    written = write_text("a\r\n b\n")
    verify_text(written.data, written, SEARCH)
    with pytest.raises(CopyNotVerified):
        verify_text(b"a\n b\n", written, SEARCH)


@pytest.mark.parametrize(
    ("write", "verify"),
    [(write_pdf, verify_pdf), (write_docx, verify_docx), (write_html, verify_html), (write_markdown, verify_markdown)],
)
@pytest.mark.parametrize("where", ["text", "mark", "header", "cell"])
def test_a_masked_word_is_found_wherever_a_fault_of_ours_puts_it(write, verify, where):
    """Even a copy that is exactly what was written is refused where what was written holds a masked word."""
    plain = seal("The bell was broken.")
    piece = {
        "text": Piece(P, seal(f"We met {NAME.upper()}.")),
        "mark": Piece(P, plain, mark=NUMBER),
        "header": Piece(P, plain),
        "cell": Piece(BlockKind.TABLE_ROW, plain, table=1, row=0, cells=(plain, seal(MAIL))),
    }[where]
    written = write(Sheet((piece,), header=f"Visit to {NAME}" if where == "header" else ""))
    with pytest.raises(CopyNotVerified, match="masked word"):
        verify(written.data, written, SEARCH)


def test_words_are_found_in_disguise_and_let_stand_where_redaction_did():
    search = SurfaceSearch(["Orsolya Vintergate", "J\u00f3zsef", "4471 9921 03", "Ann"], ["the Jozsef House annexe"])
    assert search.in_text("ORSOLYA\n vintergate") and search.in_text("x orsolya%20vintergate")
    assert search.in_bytes("Orsolya Vintergate".encode("utf-16-be")) and search.in_bytes(b"(4471 9921 03)")
    assert search.in_bytes(b"<FEFF" + "Orsolya Vintergate".encode("utf-16-be").hex().encode() + b">")
    assert (
        not search.in_text("J\u00f3zsef House")
        and not search.in_text("Orsolya met Vintergates")
        and not search.in_text("Ann")
    )


def test_a_failed_check_leaves_nothing(tmp_path, monkeypatch):
    original = tmp_path / "a.txt"
    original.write_text(f"We met {NAME} in the unit.", "utf-8")
    source = read_source(original, read=read)
    monkeypatch.setitem(copying._WRITERS, "html", _wrong)
    with pytest.raises(CopyNotVerified):
        make_copy(source, redaction(source.segments), tmp_path / "b.html", read=read)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def _wrong(made):
    from dataclasses import replace

    return replace(write_html(made), body="something else")


def test_the_draft_is_private_and_holds_redacted_text_only(tmp_path):
    seen = []

    def check(data):
        (draft,) = tmp_path.iterdir()
        seen.append((draft.stat().st_mode & 0o777, draft.read_bytes(), data))

    before = os.umask(0)
    try:
        publish(b"[ID]", tmp_path / "copy.txt", check, force=False)
    finally:
        os.umask(before)
    assert seen == [(0o600, b"[ID]", b"[ID]")]
    assert (tmp_path / "copy.txt").stat().st_mode & 0o777 == 0o600


def test_nothing_is_replaced_unasked(tmp_path):
    original, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    original.write_text("a")
    copy.write_text("b")
    with pytest.raises(CopyExists):
        may_write(copy, original, force=False)
    may_write(copy, original, force=True)
    with pytest.raises(CopyExists):
        publish(b"c", copy, lambda data: None, force=False)
    assert copy.read_text() == "b"
    publish(b"c", copy, lambda data: None, force=True)
    assert copy.read_text() == "c"

    def refuse(data):
        raise CopyNotVerified("no")

    with pytest.raises(CopyNotVerified):
        publish(b"d", copy, refuse, force=True)
    assert copy.read_text() == "c"
    (tmp_path / "link.txt").symlink_to(original)
    with pytest.raises(CopyOverOriginal):
        may_write(tmp_path / "link.txt", original, force=True)
    with pytest.raises(CopyOverOriginal):
        may_write(original, original, force=True)
    for bad in (tmp_path / "none" / "x.txt", tmp_path):
        with pytest.raises(CopyUnwritable):
            may_write(bad, original, force=True)
    with pytest.raises(CopyUnwritable):
        publish(b"c", tmp_path / "none" / "x.txt", lambda data: None, force=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "link.txt"]


def test_residue_withholds_the_copy_unless_allowed(tmp_path):
    original = tmp_path / "a.txt"
    original.write_text(f"We met {NAME} and Perpetua in the unit.", "utf-8")
    source = read_source(original, read=read)
    held = redaction(source.segments, residue=[(0, 24, 32, "looks like a name in the output")])
    with pytest.raises(CopyWithheld):
        make_copy(source, held, tmp_path / "b.txt", read=read)
    assert not (tmp_path / "b.txt").exists()
    make_copy(source, held, tmp_path / "b.txt", allow_residue=True, read=read)
    assert (tmp_path / "b.txt").read_text() == "We met [DETAINEE 1] and Perpetua in the unit."


def test_numbers_of_lists_are_shown_only_where_they_are_numbers():
    def block(text, number, kind=P):
        return Block(kind, text, "", number=number)

    item = BlockKind.LIST_ITEM
    blocks = [
        block("Heat the cells.", "2.14"),
        block("2.15 Open them.", "2.15"),
        block("soap", "a", item),
        block("towels", None, item),
        block("A4471KX said so.", "A4471KX"),
        block("Wash.", "Vintergate rule 3"),
        block("Eat.", "Step 4"),
    ]
    texts = [
        seal(text)
        for text in ("Heat the cells.", "2.15 Open them.", "soap", "towels", "[ID] said so.", "Wash.", "Eat.")
    ]
    laid = lay_out(blocks, texts, PageAccount(), {"Step 4": seal("Step 4")}, "en")
    assert [piece.mark for piece in laid.pieces] == ["2.14", "", "a.", "\u2022", "", "", "Step 4"]


def test_labels_stand_in_any_font():
    labels = "[DETAINEE 1] [DATE OF BIRTH] [in their 30s]"
    assert drawable(f"{labels} \u0141\u0151\u2192\u4e2d", frozenset()) == f"{labels} Lo->?"


def test_a_page_of_the_original_is_a_page_of_the_copy_where_it_fits():
    pieces = [
        Piece(P, seal(f"{page}.{at} " + "The cells were cold. " * 8), page=page) for page in (1, 3) for at in range(14)
    ]
    cells = (seal("a"), seal("long " * 3000))
    pieces.append(Piece(BlockKind.TABLE_ROW, seal(" | ".join(cells)), page=4, table=1, row=0, cells=cells))
    written = write_pdf(Sheet(tuple(pieces), header="Running title", footer="Foot", pages=5))
    verify_pdf(written.data, written, SEARCH)
    feet = [foot.rpartition(" \u00b7 ")[2] for _, foot in written.furniture]
    assert feet[:4] == ["Page 1", "Page 2", "Page 3", "Page 4"] and feet[-1] == "Page 5"
    assert "Page 4 (continued)" in feet and "No text on this page" in written.body


@pytest.mark.parametrize("disguise", ["(https://a.example/wiki/%56intergate)", "Mrs &#86;intergate", "V&#105;ntergate"])
def test_a_name_in_an_address_or_behind_entities_is_refused(tmp_path, disguise):
    """A Markdown copy keeps links and entities as they are: a name that redaction cannot read there must not pass."""
    original = tmp_path / "a.md"
    original.write_text(f"# Unit\n\nWe met {NAME} [here] {disguise}.\n", "utf-8")
    source = read_source(original, read=read)
    with pytest.raises(CopyNotVerified, match="link or an entity"):
        make_copy(source, redaction(source.segments), tmp_path / "b.md", read=read)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "reportlab.pdfgen.canvas", None)
    with pytest.raises(NoWriter, match="reportlab"):
        write_pdf(SHEET)
