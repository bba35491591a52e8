"""Intake tells formats by content and refuses with a typed reason."""

import io
import zipfile

import pytest

from ingest.errors import (
    CorruptFile,
    DisguisedFile,
    EncryptedFile,
    HostileFile,
    PermanentIngestError,
    TooLarge,
    UnsupportedFormat,
    errors_by_code,
)
from ingest.intake.file import IntakeLimits, take_in, take_in_bytes

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def docx(extra=(), compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        for name, content in extra:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.pdf", PDF, "pdf"),
        ("no extension", PDF, "pdf"),
        ("a.docx", docx(), "docx"),
        ("a.html", b"<!DOCTYPE html><html><body><p>x</p></body></html>", "html"),
        ("upload", b"<html><body><p>x</p></body></html>", "html"),
        ("a.md", b"Plain words in a file named so.", "markdown"),
        ("upload", b"# Title\n\n- one\n- two\n", "markdown"),
        ("a.txt", b"# not Markdown, since the name says text", "text"),
        ("a.txt", b"[1] The roof leaks. {Note: since May.}", "text"),
        ("a.txt", b'{"a": what was said} and so on', "text"),
        ("a.txt", "Zażółć gęślą jaźń, all of it".encode("utf-16"), "text"),
        ("a.txt", "Cell without a window".encode("utf-16-le"), "text"),
        ("a.txt", "caf\xe9 au lait".encode("latin-1"), "text"),
        ("scan.png", PNG, "image"),
        ("scan.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 30, "image"),
        ("scan.tif", b"II*\x00" + b"\x00" * 30, "image"),
    ],
)
def test_format_is_told_by_content(name, data, media):
    assert take_in_bytes(name, data).media == media


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.pdf", b"", CorruptFile),
        ("a.txt", b"\xef\xbb\xbf \n\x00", CorruptFile),
        ("a.pdf", b"<!doctype html><html><title>404</title></html>", DisguisedFile),
        ("a.pdf", b"The server answered with an error.", DisguisedFile),
        ("a.docx", PDF, DisguisedFile),
        ("a.txt", PDF, DisguisedFile),
        ("a.png", b"%PDF-1.7 ... %%EOF", DisguisedFile),
        ("a.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04", DisguisedFile),
        ("a.pdf", PDF[:30], CorruptFile),
        ("a.pdf", b"%PDF-1.4\n<</Linearized 1/L 90000>>\n%%EOF", CorruptFile),
        ("a.docx", docx()[:60], CorruptFile),
        ("a.xlsx", docx([("xl/workbook.xml", "x")]).replace(b"word/document", b"xxxx/document"), UnsupportedFormat),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, UnsupportedFormat),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
        ("a.rtf", b"{\\rtf1 words}", UnsupportedFormat),
        ("a.json", b'{"title": "Visit", "pages": 3}', UnsupportedFormat),
        ("a.jsonl", b'{"title": "Visit"}\n{"title": "Reply"}\n', UnsupportedFormat),
        ("a.json", b"not what the name says", UnsupportedFormat),
        ("upload", b'[{"title": "Visit"}, {"title": "Reply"}]\n', UnsupportedFormat),
        ("a.txt", b'{\n  "title": "Visit"\n}', DisguisedFile),
        ("a.bin", b"\x00\x01\x02\x03" * 50, UnsupportedFormat),
        ("a.pdf", b"MZ\x00\x00 then %PDF-1.4 %%EOF", HostileFile),
        ("a.docx", docx([("word/../../etc/cron.d/x", "x")]), HostileFile),
        ("a.docx", docx([("/absolute.xml", "x")]), HostileFile),
        ("a.docx", docx([("WORD/document.xml", "x")]), HostileFile),
        ("a.docx", docx([("word/media/bomb.bin", b"\x00" * 3_000_000)]), HostileFile),
    ],
)
def test_refusals_are_typed_and_say_what_to_do(name, data, error):
    with pytest.raises(PermanentIngestError) as caught:
        take_in_bytes(name, data)
    assert type(caught.value) is error
    assert caught.value.hint and caught.value.message.endswith(".")


def test_refusals_hold_no_text_of_the_document():
    with pytest.raises(DisguisedFile) as caught:
        take_in_bytes("Quarrell Threlkeld.pdf", b"<html>Threlkeld was moved to cell 9</html>")
    assert "Threlkeld" not in caught.value.message + caught.value.hint


def test_limits_of_size_and_members():
    with pytest.raises(TooLarge):
        take_in_bytes("a.txt", b"x" * 101, IntakeLimits(max_bytes=100))
    with pytest.raises(HostileFile):
        take_in_bytes("a.docx", docx([(f"word/{i}.xml", "x") for i in range(20)]), IntakeLimits(docx_members=10))
    with pytest.raises(HostileFile):
        take_in_bytes("a.docx", docx([("word/a.xml", b"abc" * 999)]), IntakeLimits(docx_inflated=1000))


def test_names_are_for_display_only(tmp_path):
    assert take_in_bytes("../../etc/pass\x00wd\n.txt", b"words").name == "passwd.txt"
    path = tmp_path / "report.txt"
    path.write_bytes(b"A visit was made.")
    file = take_in(path)
    assert file.name == "report.txt" and "visit" not in repr(file)
    with pytest.raises(UnsupportedFormat):
        take_in(tmp_path)
    with pytest.raises(PermanentIngestError):
        take_in(tmp_path / "missing.pdf")


def test_every_error_has_a_code_of_its_own():
    known = errors_by_code()
    assert {"disguised_file", "encrypted_file", "library_locked", "disk_full", "not_an_instrument"} <= set(known)
    assert all(known[code].code == code and known[code]().hint for code in known)
