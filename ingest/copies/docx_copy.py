"""Writes a redacted copy as a new Word document of six parts, each written here from first to last byte.

Element names are those of ECMA-376 part 1. No properties, settings, comments, revision marks, links, themes or
previews: parts that are not there cannot hold anything.
"""

from __future__ import annotations

import io
import zipfile
from itertools import groupby
from xml.sax.saxutils import escape

from ingest.copies.sheet import NOTICE, Piece, Sheet, marked
from ingest.copies.written import Written, printable
from ingest.report import BlockKind

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = ("document", "styles", "header1", "footer1")

CONTENT_TYPES = (
    f'{_DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="{_TYPE}.{"document.main" if part == "document" else part.rstrip("1")}+xml"/>'
        for part in _PARTS
    )
    + "</Types>"
)
ROOT_RELATIONS = (
    f'{_DECLARED}<Relationships xmlns="{_RELATED}">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'{_DECLARED}<Relationships xmlns="{_RELATED}">'
    + "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{part.rstrip("1")}" Target="{part}.xml"/>'
        for at, part in enumerate(_PARTS[1:], 1)
    )
    + "</Relationships>"
)


def _style(name: str, label: str, properties: str = "", run: str = "", *, default: bool = False) -> str:
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{name}">'
        f'<w:name w:val="{label}"/>'
        + ("" if default else '<w:basedOn w:val="Normal"/>')
        + (f"<w:pPr>{properties}</w:pPr>" if properties else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


STYLES = (
    f'{_DECLARED}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:sz w:val="22"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", default=True)
    + "".join(
        _style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:sz w:val="{size}"/>',
        )
        for level, size in enumerate((34, 28, 25, 23, 22, 22), 1)
    )
    + _style("Item", "List Paragraph")
    + _style("Note", "footnote text", run='<w:sz w:val="18"/>')
    + _style("Box", "Boxed Text", '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/><w:ind w:left="200"/>')
    + _style("Margin", "header", run='<w:color w:val="444444"/><w:sz w:val="17"/>')
    + "</w:styles>"
)
_NAMES = {BlockKind.LIST_ITEM: "Item", BlockKind.FOOTNOTE: "Note", BlockKind.BOX: "Box"}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TEXT_WIDTH = 9638  # A4 less its margins, in twentieths of a point
_SECTION = (
    f'<w:sectPr><w:headerReference xmlns:r="{_R}" w:type="default" r:id="rId2"/>'
    f'<w:footerReference xmlns:r="{_R}" w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def write_docx(sheet: Sheet) -> Written:
    """Write a Word document; footnotes stand as bracketed notes where the reader put them, after the text."""
    top = NOTICE + (f" {sheet.header}" if sheet.header else "")
    body: list[str] = []
    blocks: list[str] = []
    for table, group in groupby(sheet.pieces, key=lambda piece: piece.table):
        pieces = list(group)
        if table is not None:
            blocks.append(_table(pieces))
            body += [cell for piece in pieces for cell in piece.cells or (piece.text,)]
        else:
            blocks += map(_piece, pieces)
            body += map(marked, pieces)
    page_field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "word/document.xml": f'{_DECLARED}<w:document xmlns:w="{_W}"><w:body>{"".join(blocks)}{_SECTION}'
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": STYLES,
        "word/header1.xml": f'{_DECLARED}<w:hdr xmlns:w="{_W}">{_paragraph(top, "Margin")}</w:hdr>',
        "word/footer1.xml": f'{_DECLARED}<w:ftr xmlns:w="{_W}">'
        f"{_paragraph(sheet.footer, 'Margin') if sheet.footer else ''}"
        f'<w:p><w:pPr><w:pStyle w:val="Margin"/><w:jc w:val="right"/></w:pPr>{page_field}</w:p></w:ftr>',
    }
    furniture = (printable(top), printable(sheet.footer) + "1")
    words = CONTENT_TYPES + ROOT_RELATIONS + DOCUMENT_RELATIONS + STYLES + _SECTION + _BORDERS
    return Written(_packed(parts), "\n".join(map(printable, body)), (furniture,), None, words)


def _packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # The earliest date that the format knows: the time of writing is nobody's business.
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            archive.writestr(member, content.encode())
    return out.getvalue()


def _piece(piece: Piece) -> str:
    if piece.kind is BlockKind.HEADING:
        return _paragraph(marked(piece), f"Heading{piece.level}")
    indent = f'<w:ind w:left="{340 * piece.level + 200}" w:hanging="340"/>' if piece.kind is BlockKind.LIST_ITEM else ""
    return _paragraph(marked(piece), _NAMES.get(piece.kind, ""), indent)


def _paragraph(text: str, style: str = "", more: str = "", run: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{properties}<w:r>{look}<w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r></w:p>'


def _table(rows: list[Piece]) -> str:
    widest = max(len(row.cells) or 1 for row in rows)
    width = _TEXT_WIDTH // widest
    drawn = []
    for row in rows:
        cells = row.cells or (row.text,)
        run = "<w:b/>" if row.row == 0 else ""
        line = ""
        for at, cell in enumerate(cells):
            span = widest - len(cells) + 1 if at == len(cells) - 1 else 1
            merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            properties = f'<w:tcPr><w:tcW w:w="{width * span}" w:type="dxa"/>{merged}</w:tcPr>'
            line += f"<w:tc>{properties}{_paragraph(cell, run=run)}</w:tc>"
        drawn.append(f"<w:tr>{line}</w:tr>")
    grid = f'<w:gridCol w:w="{width}"/>' * widest
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * widest}" w:type="dxa"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(drawn)}</w:tbl>{_paragraph('')}"
    )
