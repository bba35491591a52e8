# ruff: noqa: E501
"""The sandbox returns reports, maps endings to errors, and leaves no child behind."""

import os
import subprocess
import sys

import pytest

from ingest.errors import CorruptFile, EncryptedFile, PermanentIngestError, ReaderCrashed, TooLarge
from ingest.intake import sandbox
from ingest.intake.file import IntakeLimits, UntrustedFile, take_in_bytes
from ingest.intake.sandbox import read_in_sandbox
from ingest.intake.wire import report_from_wire, report_to_wire

TEXT = b"Visit to a police station\n\n1. The cells were clean.\n\n2. The register was not.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="process groups and limits are POSIX")


def child_that(code, monkeypatch):
    """Run some code in place of the reader, behind the same walls."""
    start = (
        "import sys, os, json; sys.path.append(sys.argv[1]); from ingest.intake import child as r; "
        "out = r._own_stdout(); head = json.loads(sys.stdin.buffer.readline()); r._limit(head['limits']); r._shut_in()\n"
    )
    monkeypatch.setattr(sandbox, "_START", start + code)


def alive(marker):
    found = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return marker in found


def test_a_report_comes_back():
    report = read_in_sandbox(take_in_bytes("a.txt", TEXT))
    assert [block.text for block in report.blocks][1:] == ["1. The cells were clean.", "2. The register was not."]


def test_refusals_of_the_reader_cross_with_code_and_hint():
    with pytest.raises(CorruptFile) as caught:
        read_in_sandbox(UntrustedFile("a.pdf", b"%PDF-1.4 nothing %%EOF", "pdf"))
    assert caught.value.hint


def test_encrypted_pdf():
    pypdf = pytest.importorskip("pypdf")
    import io

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(EncryptedFile):
        read_in_sandbox(take_in_bytes("a.pdf", out.getvalue()))


@posix
@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("os._exit(3)", ReaderCrashed),
        ("out.write(b'not json\\n'); out.flush()", ReaderCrashed),
        ("out.write(b'{\"blocks\": 3}\\n'); out.flush()", ReaderCrashed),
        ("out.write(b'[1, 2]\\n'); out.flush()", ReaderCrashed),
        ("os.kill(os.getpid(), 11)", ReaderCrashed),
        ("while True: pass", TooLarge),
    ],
)
def test_bad_endings_are_typed(code, error, monkeypatch):
    child_that(code, monkeypatch)
    with pytest.raises(error):
        read_in_sandbox(take_in_bytes("a.txt", TEXT), IntakeLimits(seconds=1, ocr_pages=0))


@posix
def test_a_sleeper_is_killed_with_its_children(monkeypatch):
    marker = f"opcat-sleeper-{os.getpid()}"
    monkeypatch.setattr(sandbox, "_GRACE", 1.5)
    child_that(f"'{marker}'; import time; os.fork if 0 else None; time.sleep(60)", monkeypatch)
    with pytest.raises(TooLarge):
        read_in_sandbox(take_in_bytes("a.txt", TEXT), IntakeLimits(seconds=0, ocr_pages=0))
    assert not alive(marker)


@posix
@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "open('/tmp/opcat-sandbox-wrote', 'w')",
        "os.open('/tmp/opcat-sandbox-wrote', os.O_CREAT | os.O_WRONLY)",
        "os.system('true')",
        "import subprocess; subprocess.run(['/bin/true'])",
        "os.fork()",
    ],
)
def test_the_child_is_shut_in(code, monkeypatch):
    body = f"""
try:
    {code}
    answer = "let through"
except PermissionError:
    answer = "stopped"
out.write(json.dumps({{"error": {{"code": "corrupt_file", "message": answer, "hint": ""}}}}).encode() + b"\\n"); out.flush()
"""
    child_that(body, monkeypatch)
    with pytest.raises(CorruptFile) as caught:
        read_in_sandbox(take_in_bytes("a.txt", TEXT))
    assert caught.value.message == "stopped"


@posix
def test_the_environment_is_empty(monkeypatch):
    monkeypatch.setenv("OPCAT_TEST_SECRET", "k")
    child_that(
        "out.write(json.dumps({'error': {'code': 'corrupt_file', 'message': str('OPCAT_TEST_SECRET' in os.environ)}})"
        ".encode() + b'\\n'); out.flush()",
        monkeypatch,
    )
    with pytest.raises(CorruptFile) as caught:
        read_in_sandbox(take_in_bytes("a.txt", TEXT))
    assert caught.value.message == "False"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux enforces the limit of address space")
def test_memory_is_limited(monkeypatch):
    body = """
try:
    held = bytearray(3 << 30)
    answer = "let through"
except MemoryError:
    answer = "stopped"
out.write(json.dumps({"error": {"code": "corrupt_file", "message": answer, "hint": ""}}).encode() + b"\\n"); out.flush()
"""
    child_that(body, monkeypatch)
    with pytest.raises(CorruptFile) as caught:
        read_in_sandbox(take_in_bytes("a.txt", TEXT))
    assert caught.value.message == "stopped"


def test_answers_are_checked_again():
    report = read_in_sandbox(take_in_bytes("a.txt", TEXT))
    wire = report_to_wire(report)
    assert report_from_wire(wire, IntakeLimits()) == report
    with pytest.raises(TooLarge):
        report_from_wire(wire, IntakeLimits(max_blocks=1))
    with pytest.raises(TooLarge):
        report_from_wire(wire, IntakeLimits(max_characters=5))
    for broken in (
        {**wire, "pages": [3, 1, 0, 0, 0]},
        {**wire, "blocks": [["no such kind", "x", None, 0, None, None, None, []]]},
        {**wire, "blocks": [["paragraph", "x", 99, 0, None, None, None, []]]},
        {**wire, "blocks": [["paragraph", 7, None, 0, None, None, None, []]]},
    ):
        with pytest.raises(ReaderCrashed):
            report_from_wire(broken, IntakeLimits())


def test_no_error_of_a_library_escapes():
    for media in ("pdf", "docx", "image"):
        with pytest.raises(PermanentIngestError):
            read_in_sandbox(UntrustedFile("x", b"\x00\xff" * 50, media))
