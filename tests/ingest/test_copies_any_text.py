"""Whatever characters a document holds: the copy can be written, read back, and is found exact."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.copies.docx_copy import write_docx
from ingest.copies.html_copy import write_html
from ingest.copies.markdown_copy import write_markdown
from ingest.copies.pdf_copy import write_pdf
from ingest.copies.sheet import Piece, Sheet
from ingest.copies.surfaces import SurfaceSearch
from ingest.copies.verify_docx import verify_docx
from ingest.copies.verify_pdf import verify_pdf
from ingest.copies.verify_web import verify_html, verify_markdown
from ingest.report import BlockKind
from redaction.text import seal

WRITERS = {
    "pdf": (write_pdf, verify_pdf),
    "docx": (write_docx, verify_docx),
    "html": (write_html, verify_html),
    "markdown": (write_markdown, verify_markdown),
}
SEARCH = SurfaceSearch(["Orsolya Vintergate"], [])
WORDS = st.sampled_from(
    [
        *("[DETAINEE 1]", "[ID]:", "(x)", "a\\", "*b*", "<i>", "&amp;", "|", "#", "1.", "- ", "> ", "_c_", "`d`"),
        *("---", "~~e~~", "\u0141\u0151", "e\u0301", "\u4e2d", "\u202eabc", "\u05d0", "\ufb01", "\xad", "\u2028"),
        *("\x85", "\xa0", "\U0001f600", "\ud800"),
    ]
)
TEXT = st.lists(st.one_of(WORDS, st.text(max_size=12)), min_size=1, max_size=8).map(" ".join)
KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX, BlockKind.FOOTNOTE)
PIECE = st.builds(
    lambda kind, text, mark, level: Piece(
        kind, seal(text), mark, level if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0
    ),
    st.sampled_from(KINDS),
    TEXT,
    st.sampled_from(["", "2.14", "1.", "\u2022", "(a)"]),
    st.integers(1, 6),
)


def row(cells):
    return Piece(
        BlockKind.TABLE_ROW, seal(" | ".join(cells)), table=1, row=0, cells=tuple(seal(cell) for cell in cells)
    )


PIECES = st.lists(st.one_of(PIECE, st.builds(row, st.lists(TEXT, min_size=1, max_size=4))), max_size=6)


@pytest.mark.parametrize("format", WRITERS)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(pieces=PIECES)
@example(pieces=[])
@example(pieces=[row(["", "", "a | b"]), row([""]), Piece(BlockKind.PARAGRAPH, seal("| x |"))])
@example(pieces=[Piece(BlockKind.PARAGRAPH, seal("    indented")), Piece(BlockKind.PARAGRAPH, seal("\ud800 lone"))])
def test_any_text_survives(format, pieces):
    write, verify = WRITERS[format]
    written = write(Sheet(tuple(pieces)))
    verify(written.data, written, SEARCH)
