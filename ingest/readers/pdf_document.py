"""What a PDF says of itself beside its text, by pypdf: properties, outline, and parts that are not read.

pypdf is strict about nothing and slow on damage (its own change log counts loops and bombs), so it works under lowered
limits and an alarm; whatever happens to it, the text that pdfium read stands.
"""

from __future__ import annotations

import io
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.oneline import one_line

_SECONDS = 4.0
_MOST_ENTRIES = 2000
_MOST_ANNOTATIONS = 20_000
_LARGEST = 48 * 1024 * 1024
_PROPERTIES = {
    "/Title": "title",
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/CreationDate": "created",
    "/ModDate": "modified",
    "/Creator": "program",
    "/Producer": "producer",
}
# Actions that start a program, run a script or send something (ISO 32000-2, table 201).
_ACTIVE = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/RichMediaExecute"})
_UNREAD = "Its outline, form fields and notes were not looked at: {why}."


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One bookmark: its words, its depth from 1, and its page from 1 where it names one."""

    title: str
    depth: int
    page: int | None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What pypdf found.

    Attributes:
        properties: title, author and dates as the file states them; one line, 500 characters at most.
        outline: bookmarks in order.
        warnings: sentences without any words of the document.
    """

    properties: dict[str, str] = field(default_factory=dict)
    outline: tuple[OutlineEntry, ...] = ()
    warnings: tuple[str, ...] = ()


class _TookTooLong(BaseException):
    """The alarm went off; no ``Exception``, since the library catches those."""


def read_document(data: bytes, seconds: float = _SECONDS) -> DocumentFacts:
    """Read properties, outline and signs of active or unread parts.

    Args:
        data: the file, which pdfium could open.
        seconds: after which the attempt is given up.

    Returns:
        What was found, with a warning where pypdf failed. Never raises.
    """
    if len(data) > _LARGEST:
        return DocumentFacts(warnings=(_UNREAD.format(why="the file is too large"),))
    try:
        from pypdf import PdfReader, apply_configuration, get_configuration
    except ImportError:
        return DocumentFacts(warnings=(_UNREAD.format(why="pypdf is missing or too old"),))
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its messages may quote the document
    small, few = 8_000_000, 20_000
    lowered = get_configuration().with_overwrites(
        maximum_declared_stream_length=small,
        array_based_stream_maximum_output_length=small,
        jbig2_maximum_output_length=small,
        lzw_maximum_output_length=small,
        run_length_maximum_output_length=small,
        zlib_maximum_output_length=small,
        zlib_maximum_recovery_input_length=1_000_000,
        xmp_maximum_input_length=500_000,
        outline_maximum_entries=_MOST_ENTRIES * 5,
        outline_maximum_depth=20,
        page_tree_maximum_entries=few,
        page_tree_maximum_depth=50,
        form_fields_maximum_entries=few,
        named_destinations_maximum_entries=few,
        named_destinations_maximum_depth=20,
        jbig2dec_binary=None,
    )
    properties: dict[str, str] = {}
    outline: list[OutlineEntry] = []
    warnings: list[str] = []
    try:
        with _alarm(seconds), apply_configuration(lowered):
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted:
                reader.decrypt("")
            properties.update(_properties(reader))
            warnings += _unread_parts(reader)
            outline += _outline(reader, reader.outline, 1)
    except _TookTooLong:
        warnings.append(_UNREAD.format(why="it took too long"))
    except Exception:  # any damage to a file that another library reads; the words of the error may quote the document
        warnings.append(_UNREAD.format(why="the structure of the file is damaged"))
    return DocumentFacts(properties, tuple(outline[:_MOST_ENTRIES]), tuple(dict.fromkeys(warnings)))


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Interrupt after some seconds, and again each second; only the main thread of a POSIX process can be."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: Any) -> None:
        raise _TookTooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _properties(reader: Any) -> dict[str, str]:
    found = reader.metadata or {}
    out = {}
    for theirs, ours in _PROPERTIES.items():
        value = one_line(str(found.get(theirs) or ""))[:500]
        if value:
            out[ours] = value
    return out


def _outline(reader: Any, entries: Any, depth: int) -> Iterator[OutlineEntry]:
    for entry in entries[:_MOST_ENTRIES]:
        if isinstance(entry, list):
            yield from _outline(reader, entry, depth + 1)
            continue
        title = one_line(str(entry.title or ""))[:300]
        page = reader.get_destination_page_number(entry)
        if title:
            yield OutlineEntry(title, depth, page + 1 if page is not None and page >= 0 else None)


def _unread_parts(reader: Any) -> list[str]:
    root = reader.root_object
    names = _resolved(root.get("/Names")) or {}
    active = int("/JavaScript" in names) + int(_is_active(root.get("/OpenAction"))) + int("/AA" in root)
    fields = notes = attached = left = 0
    for page in reader.pages:
        active += int("/AA" in page)
        for one in (_resolved(page.get("/Annots")) or [])[: max(0, _MOST_ANNOTATIONS - left)]:
            left += 1
            annotation = _resolved(one)
            kind = annotation.get("/Subtype") if hasattr(annotation, "get") else None
            if kind is None:
                continue
            active += int(_is_active(annotation.get("/A")) or "/AA" in annotation)
            fields += kind == "/Widget"
            attached += kind == "/FileAttachment"
            notes += kind not in ("/Widget", "/Link", "/Popup", "/FileAttachment", "/PrinterMark", "/TrapNet")
    form = _resolved(root.get("/AcroForm")) or {}
    out = []
    if active:
        out.append("The file holds scripts or actions that start something; none was run.")
    if fields or form.get("/Fields"):
        out.append(f"The file holds a form ({fields} fields on its pages); what was filled in was not read as text.")
    if "/XFA" in form:
        out.append("The file holds a dynamic form (XFA); its text may be missing.")
    if notes:
        out.append(f"The pages bear {notes} notes, comments or stamps; they were not read.")
    if attached:
        out.append(f"{attached} files are attached to pages; they were not opened or kept.")
    return out


def _is_active(action: Any) -> bool:
    found = _resolved(action)
    return hasattr(found, "get") and found.get("/S") in _ACTIVE


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
