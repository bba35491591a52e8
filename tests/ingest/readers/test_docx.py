# ruff: noqa: E501
"""DOCX: generated numbers, tables, notes, changes and hidden text."""

import io
import zipfile

import pytest

from ingest.errors import HostileFile
from ingest.intake.file import IntakeLimits
from ingest.readers.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="Recommendation %1:"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num></w:numbering>"""
STYLES = (
    f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>"""
)
NOTES = f"""<w:footnotes {W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="7"><w:p><w:r><w:t>See
the annex.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def made(body, **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def p(text, number=None, level=0, style="", run=""):
    num = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    pstyle = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{pstyle}{num}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def read(body, **parts):
    return read_docx(made(body, **parts), IntakeLimits())


def test_numbers_that_word_generates():
    report = read(
        p("Cells", 1, style="H2") + p("Small", 1, 1) + p("Dark", 1, 1) + p("at night", 1, 2) + p("Food", 1) + p("Cold", 1, 1)
        + p("Heat it", 2) + p("soap", 3) + p("Serve it", 2),
        numbering=NUMBERING, styles=STYLES,
    )  # fmt: skip
    assert [(b.kind.value, b.number, b.text) for b in report.blocks] == [
        ("heading", "2", "Cells"), ("paragraph", "2.1", "Small"), ("paragraph", "2.2", "Dark"),
        ("list_item", "(i)", "at night"), ("paragraph", "3", "Food"), ("paragraph", "3.1", "Cold"),
        ("paragraph", "Recommendation 1", "Heat it"), ("list_item", None, "soap"),
        ("paragraph", "Recommendation 2", "Serve it"),
    ]  # fmt: skip


def test_tables_with_joined_and_nested_cells():
    def cell(content, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    inner = f"<w:tbl><w:tr>{cell(p('x'))}{cell(p('y'))}</w:tr></w:tbl>"
    report = read(
        f"<w:tbl><w:tr>{cell(p('Wing'), start)}{cell(p('a') + p('b'))}</w:tr>"
        f"<w:tr>{cell(p('Wing'), goes_on)}{cell(inner)}</w:tr></w:tbl><w:tbl><w:tr>{cell(p('Alone'))}</w:tr></w:tbl>"
    )
    assert [(b.kind.value, b.text, b.table, b.row) for b in report.blocks] == [
        ("table_row", "Wing | a b", 1, 0), ("table_row", " | x y", 1, 1), ("box", "Alone", None, None),
    ]  # fmt: skip


def test_notes_changes_and_hidden_text():
    body = (
        '<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
        "<w:ins><w:r><w:t> added</w:t></w:r></w:ins><w:del><w:r><w:delText> gone</w:delText></w:r></w:del></w:p>"
        + p("secret", run="<w:vanish/>") + p("white", run='<w:color w:val="FFFFFF"/>')
    )  # fmt: skip
    report = read(body, footnotes=NOTES, comments=f"<w:comments {W}><w:comment>{p('Check')}</w:comment></w:comments>")
    assert [(b.kind.value, b.text) for b in report.blocks] == [
        ("paragraph", "Kept[1] added"), ("footnote", "[1] See the annex."), ("comment", "Check"),
    ]  # fmt: skip
    assert any("hidden" in warning for warning in report.warnings)
    assert any("tracked changes" in warning for warning in report.warnings)


def test_page_numbers_are_not_part_of_a_footer():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>17</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    report = read(p("Text"), footer1=f"<w:ftr {W}><w:p><w:r><w:t>Board </w:t></w:r>{field}</w:p></w:ftr>")
    assert [(b.kind.value, b.text) for b in report.blocks] == [("paragraph", "Text"), ("footer", "Board")]


def test_entities_are_refused():
    bomb = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}><w:body/></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    with pytest.raises(HostileFile):
        read_docx(out.getvalue(), IntakeLimits())


def cell(text, span=0, merge=""):
    joined = f'<w:gridSpan w:val="{span}"/>' if span else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{joined}{down}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_cells_stand_under_their_heads_beside_joined_ones():
    rows = [
        "<w:tr>" + "".join(map(cell, ["No.", "Measure", "Who", "When"])) + "</w:tr>",
        "<w:tr>" + cell("1") + cell("Mend the heating", 2) + cell("May") + "</w:tr>",
        '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("Clerk") + cell("June") + "</w:tr>",
        "<w:tr>" + cell("Second part", 4) + "</w:tr>",
    ]
    found = read(f"<w:tbl>{''.join(rows)}</w:tbl>")
    assert [block.cells for block in found.blocks] == [
        ("No.", "Measure", "Who", "When"),
        ("1", "Mend the heating", "", "May"),
        ("", "", "Clerk", "June"),
        ("Second part",),
    ]


def test_text_that_its_style_hides_is_withheld():
    styles = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="pale"><w:name w:val="pale"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="dust"><w:name w:val="dust"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style></w:styles>"""
    body = p("Seen.") + p("Unseen.", style="gone") + p("White.", style="pale") + p("Tiny.", style="dust")
    body += p("Shown again.", style="gone", run='<w:vanish w:val="0"/>')
    body += p("Dark again.", style="pale", run='<w:color w:val="000000"/>')
    found = read(body, styles=styles)
    assert [block.text for block in found.blocks] == ["Seen.", "Shown again.", "Dark again."]
    assert found.warnings == ("3 hidden pieces of text were withheld.",)
