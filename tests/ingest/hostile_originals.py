"""A redaction by a list of words, and originals that hide those words wherever their formats allow it."""

import io
import re
import zipfile

from redaction.result import RedactedSpan, Redaction, Residue
from redaction.span import SpanType
from redaction.text import seal

NAME, MAIL, NUMBER = "Orsolya Vintergate-Mbeki", "o.vintergate@quarrydown.example", "A4471KX"
SECRETS = (NAME, "Vintergate", MAIL, NUMBER)
LABELS = {NAME: "[DETAINEE 1]", "Vintergate": "[DETAINEE 1]", MAIL: "[CONTACT]", NUMBER: "[ID]"}
TYPES = {NAME: SpanType.NAME, "Vintergate": SpanType.NAME, MAIL: SpanType.CONTACT, NUMBER: SpanType.ID}
_WORDS = re.compile("|".join(map(re.escape, sorted(LABELS, key=len, reverse=True))))


def redaction(segments, residue=()):
    spans, out = [], []
    for at, segment in enumerate(segments):
        for found in _WORDS.finditer(segment):
            kind = TYPES[found[0]]
            spans.append(
                RedactedSpan(at, found.start(), found.end(), kind, kind.group, LABELS[found[0]], 0.9, ("list",))
            )
        out.append(seal(_WORDS.sub(lambda found: LABELS[found[0]], segment)))
    left = tuple(Residue(*one) for one in residue)
    return Redaction(tuple(out), tuple(spans), (), left, "en", "test+1", frozenset(SECRETS))


def hostile_pdf(pages=2):
    """Text pages with a hidden layer, notes, a form, an outline, properties, XMP, a file, a script, an old revision."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Text
    from pypdf.generic import ByteStringObject, DictionaryObject, NameObject, StreamObject, TextStringObject
    from reportlab.pdfgen.canvas import Canvas

    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 770, f"Part {page} of the report")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 730, f"{page}.1 {NAME} ({NUMBER}) had been alone in the unit for 41 days.")
        canvas.drawString(72, 700, f"{page}.2 The cells of the unit were clean and warm, and each had a window.")
        hidden = canvas.beginText(72, 600)
        hidden.setTextRenderMode(3)
        hidden.textLine(f"hidden layer {MAIL}")
        canvas.drawText(hidden)
        if page == 1:
            canvas.acroForm.textfield(name="who", value=NAME, x=72, y=500, width=200, height=20, tooltip=MAIL)
        canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn.getvalue())))
    writer.add_metadata({"/Author": NAME, "/Subject": NUMBER, "/Keywords": MAIL})
    writer.add_attachment("notes.txt", f"{NAME} {MAIL}".encode())
    writer.add_outline_item(title=f"Interview with {NAME}", page_number=0)
    writer.add_annotation(0, Text(text=f"Ask {NAME}", rect=(50, 50, 90, 90)))
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{NAME}')")}
    )
    xmp = StreamObject()
    xmp._data = f"<x:xmpmeta><dc:creator>{NAME}</dc:creator></x:xmpmeta>".encode()
    xmp.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    writer.root_object[NameObject("/PieceInfo")] = DictionaryObject(
        {NameObject("/Old"): ByteStringObject(MAIL.encode())}
    )
    out = io.BytesIO()
    writer.write(out)
    first = out.getvalue()
    # A second revision by hand: it says that object 1 is now another one, and leaves the first where it was.
    start = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    size = int(re.findall(rb"/Size (\d+)", first)[-1])
    root = re.findall(rb"/Root (\d+ \d+ R)", first)[-1].decode()
    place = len(first) + 1
    added = f"\n{size} 0 obj\n({NAME})\nendobj\n"
    table = f"xref\n{size} 1\n{place:010d} 00000 n \ntrailer\n<< /Size {size + 1} /Root {root} /Prev {start} >>\n"
    return first + added.encode() + table.encode() + f"startxref\n{len(first) + len(added)}\n%%EOF\n".encode()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def hostile_docx():
    """Text with changes, comments, notes, a header, properties, a picture with a description, links, a file."""

    def p(inner, style=""):
        return f'<w:p w:rsidR="00AB12CD"><w:pPr>{style}</w:pPr>{inner}</w:p>'

    def t(text):
        return f"<w:r><w:t>{text}</w:t></w:r>"

    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    picture = (
        f'<w:r><w:drawing><wp:inline {_A}><wp:docPr id="1" name="{NAME}.jpg" descr="Photo of {NAME}"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    body = (
        p(t("Segregation"), '<w:pStyle w:val="H1"/>')
        + p(t(f"We met {NAME} ({NUMBER}) in the unit.") + mark + '<w:r><w:commentReference w:id="3"/></w:r>')
        + p(f'<w:ins w:id="1" w:author="{NAME}"><w:r><w:t>The bell was broken.</w:t></w:r></w:ins>')
        + p(f'<w:del w:id="2" w:author="{NAME}"><w:r><w:delText>{NAME} cried.</w:delText></w:r></w:del>' + t("Kept."))
        + p(f'<w:hyperlink r:id="rId9" xmlns:r="{_R}">{t("Write to the office")}</w:hyperlink>')
        + p(picture)
        + "<w:tbl>"
        + "".join(
            f"<w:tr>{''.join(f'<w:tc>{p(t(cell))}</w:tc>' for cell in row)}</w:tr>"
            for row in (("Who", "Days"), (NAME, "41"), ("Others", "12"))
        )
        + "</w:tbl>"
    )
    parts = {
        "word/document.xml": f'<w:document {_W}><w:body>{body}<w:sectPr w:rsidR="00AB12CD"/></w:body></w:document>',
        "word/styles.xml": f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        "</w:style></w:styles>",
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="7">{p(t(f"Told by {MAIL}."))}</w:footnote>'
        "</w:footnotes>",
        "word/comments.xml": f'<w:comments {_W}><w:comment w:id="3" w:author="{NAME}">{p(t(f"Is {NAME} safe?"))}'
        "</w:comment></w:comments>",
        "word/header1.xml": f"<w:hdr {_W}>{p(t(f'Visit to {NAME}'))}</w:hdr>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId9" Type="{_R}/hyperlink" Target="mailto:{MAIL}" TargetMode="External"/>'
        "</Relationships>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{NAME}</dc:creator>'
        "</cp:coreProperties>",
        "docProps/custom.xml": f'<Properties xmlns="urn:x"><property name="Case">{NUMBER}</property></Properties>',
        "customXml/item1.xml": f"<case>{NAME}</case>",
        "word/embeddings/sheet1.bin": MAIL,
        "docProps/thumbnail.jpeg": NAME,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


HOSTILE_HTML = f"""<!DOCTYPE html><html><head><title>Case of {NAME}</title><meta name="author" content="{NAME}">
<script>var who = "{NAME}";</script><style>.x::after{{content:"{NAME}"}}</style></head>
<body data-who="{NAME}"><!-- {NAME} --><h1 id="{NUMBER}">Segregation</h1>
<p onclick="alert('{NAME}')" data-mail="{MAIL}">We met {NAME} ({NUMBER}).</p>
<p>Write to <a href="mailto:{MAIL}" title="{NAME}">the office</a> &amp; wait &lt;here&gt;.</p>
<p style="display:none">{NAME} again</p><img src="{NUMBER}.png" alt="Photo of {NAME}">
<table><tr><th>Who</th><th>Days</th></tr><tr><td>{NAME}</td><td>41</td></tr></table>
<ol><li>Open the unit</li><li>Tell {NAME}</li></ol></body></html>"""

HOSTILE_MARKDOWN = f"""---
author: {NAME}
---

# Segregation

We met {NAME} ({NUMBER}), *see* [the office](mailto:{MAIL}). <!-- {NAME} -->

{NUMBER}: a number at the start, and {NAME}(again).

| Who | Days |
| --- | --- |
| {NAME} | 41 |

1. Open the unit.
2. Tell {NAME}.
"""
