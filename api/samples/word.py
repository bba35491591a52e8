"""Writes sample reports as Word documents, with real footnotes, margin comments, headers and footers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from api.samples.source import Rich, Source

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def write_docx(source: Source, to: Path) -> None:
    """Write ``source`` as a Word document to ``to``; the same source gives the same bytes."""
    import docx
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml.ns import qn

    document = docx.Document()
    published = source.moment
    properties = document.core_properties
    properties.title, properties.author = source.about["title"], source.author
    properties.last_modified_by, properties.created, properties.modified = source.author, published, published
    properties.comments = ""
    for block in source.pick("header"):
        document.sections[0].header.paragraphs[0].text = block.cells[0].text
    for block in source.pick("footer"):
        document.sections[0].footer.paragraphs[0].text = block.cells[0].text
    comments = {block.number: block for block in source.pick("comment")}
    table: Any = None
    for block in source.blocks:
        if block.kind == "row":
            if block.number == "0":
                table = document.add_table(rows=0, cols=len(block.cells), style="Table Grid")
            for cell, text in zip(table.add_row().cells, block.cells, strict=True):
                cell.text = text.text
        elif block.kind == "heading":
            document.add_heading(block.cells[0].text, level=block.level)
        elif block.kind == "paragraph":
            style = {"bullet": "List Bullet", "number": "List Number"}.get(block.item)
            paragraph = document.add_paragraph(style=style)
            runs = _write(paragraph, block.cells[0])
            for offset, number in block.cells[0].comments:
                remark = comments[number]
                author = remark.author.text if remark.author else ""
                run = next(run for end, run in runs if end >= offset)
                made = document.add_comment(run, text=remark.cells[0].text, author=author, initials="")
                made._comment_elm.set(qn("w:date"), f"{published:%Y-%m-%dT%H:%M:%SZ}")
    if notes := source.pick("note"):
        blob = _footnotes({note.number: note.cells[0].text for note in notes})
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, _RELATION)
    held = io.BytesIO()
    document.save(held)
    to.write_bytes(_at_fixed_time(held.getvalue()))


def _write(paragraph: Any, rich: Rich) -> list[tuple[int, Any]]:
    """Write the text in runs that end at its footnote and comment marks; return (end offset, run) pairs."""
    from docx.oxml import parse_xml

    runs, last = [], 0
    marks = sorted([(offset, "", number) for offset, number in rich.comments] + [(o, "note", n) for o, n in rich.notes])
    for offset, kind, number in [*marks, (len(rich.text), "", "")]:
        if offset > last:
            runs.append((offset, paragraph.add_run(rich.text[last:offset])))
        if kind:
            mark = f'<w:r xmlns:w="{_W}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            paragraph._p.append(parse_xml(f'{mark}<w:footnoteReference w:id="{number}"/></w:r>'))
        last = offset
    return runs


def _footnotes(notes: dict[str, str]) -> bytes:
    # Ids -1 and 0 are the separators that Word expects in every footnotes part.
    fixed = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    texts = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:footnotes xmlns:w="{_W}">{fixed}{texts}</w:footnotes>'.encode()


def _at_fixed_time(data: bytes) -> bytes:
    """Write the archive anew without the time of day, which would change the file with every build."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
