"""Two columns of running text and tables without rules: each is read as what it is."""

from __future__ import annotations

import io
import random
from itertools import zip_longest

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from ingest.intake.file import take_in_bytes
from ingest.readers import read
from ingest.report import ParsedBlock

_TEXT = (
    "the visitors found that doors in this house were left open at night while staff on duty kept no record of who "
    "came or went and nobody could say when the lamps had last been mended although residents had asked about them"
)

_WORDS = _TEXT.split()

Part = tuple[str, str]


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _articles(count: int, seed: int) -> list[Part]:
    """Headings, short numbered paragraphs, and a list with letters in every third article."""
    chance = random.Random(seed)
    parts: list[Part] = []
    for article in range(1, count + 1):
        parts.append(("heading", f"Article {article}"))
        for number in (1, 2):
            parts.append(("text", f"{number}. {_sentence(chance, chance.randint(6, 40))}"))
        if article % 3 == 0:
            parts.append(("text", f"3. {_sentence(chance, 9)[:-1]}:"))
            parts += [("text", f"({letter}) {_sentence(chance, chance.randint(3, 18))}") for letter in "abc"]
    return parts


def _laid_out(
    parts: list[Part], *, columns: int, gutter: float, justified: bool, size: float, space: float, centred: bool
) -> list[ParsedBlock]:
    """Read a print of the parts, with both edges straight or not, space between paragraphs or none."""
    width, height = A4
    column = (width - 100 - gutter * (columns - 1)) / columns
    frames = [
        Frame(50 + at * (column + gutter), 60, column, height - 120, leftPadding=0, rightPadding=0)
        for at in range(columns)
    ]
    text = ParagraphStyle(
        "text", fontSize=size, leading=1.22 * size, alignment=4 if justified else 0, spaceBefore=space
    )
    heading = ParagraphStyle(
        "heading", fontName="Helvetica-Bold", fontSize=size + 1, leading=1.3 * size, spaceBefore=8, spaceAfter=4,
        alignment=1 if centred else 0,
    )  # fmt: skip
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    document.build([Paragraph(words, heading if kind == "heading" else text) for kind, words in parts])
    return list(read(take_in_bytes("columns.pdf", out.getvalue())).blocks)


@pytest.mark.parametrize("articles", [9, 14, 23])
@pytest.mark.parametrize(
    ("columns", "gutter", "justified", "size", "space", "centred"),
    [(2, 22, True, 9, 6, True), (2, 12, True, 9, 4, False), (2, 30, False, 10, 5, True), (2, 16, False, 9, 0, False),
     (3, 16, True, 8, 4, False), (3, 22, False, 8, 3, True)],
)  # fmt: skip
def test_articles_in_columns_are_read_in_their_order(
    articles: int, columns: int, gutter: float, justified: bool, size: float, space: float, centred: bool
) -> None:
    parts = _articles(articles, seed=articles)
    blocks = _laid_out(
        parts, columns=columns, gutter=gutter, justified=justified, size=size, space=space, centred=centred
    )
    assert not [block.text for block in blocks if block.table]
    words = " ".join(words for _, words in parts).split()
    assert " ".join(block.text for block in blocks).split() == words
    if space:  # without space a paragraph is only told from the next one where its last line is short
        assert [block.text for block in blocks] == [words for _, words in parts]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_last_page_with_a_few_lines_in_its_second_column(lines: int) -> None:
    chance = random.Random(4)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    words = [f"{_sentence(chance, 8)[:-1]} {n}" for n in range(150 + lines)]
    for first in (0, 100):
        for at, line in enumerate(words[first : first + 100]):
            canvas.setFont("Helvetica", 9)
            while stringWidth(line, "Helvetica", 9) > 235:
                line = line.partition(" ")[2]
            words[first + at] = line
            canvas.drawString(50 + 255 * (at // 50), 780 - 12 * (at % 50), line)
        canvas.showPage()
    canvas.save()
    text = " ".join(block.text for block in read(take_in_bytes("short.pdf", out.getvalue())).blocks)
    assert text.split() == " ".join(words).split()


_ROWS = {
    2: [("Measure", "State"), *((f"Repair of door {n} in the east house", f"Done in {n} weeks") for n in range(4, 9))],
    3: [
        ("Paragraph", "Reply of the Office", "By"),
        ("12", "The Office has told all houses to keep the register in ink and to sign each page of it.", "1 May"),
        ("14", "Agreed. A second nurse has been taken on, and a third one will follow.", "3 June"),
        ("17", "Not agreed, since the yard belongs to the town and not to the Office, which only rents it.", "None"),
        ("21", "The lamps were mended.", "4 July"),
    ],
    5: [
        ("No.", "Recommendation", "Addressed to", "Reply", "By"),
        ("1", "Keep the register of restraint in ink.", "Head of house", "Accepted; new books were bought.", "May"),
        ("2", "Open the yard for two hours on each day.", "Town council", "Rejected.", "None"),
        ("3", "Train the night staff in first aid.", "Office", "Accepted in part; funds are short.", "June"),
        ("4", "Mend the lamps.", "Office", "Done.", "July"),
    ],
}  # fmt: skip
_WIDTHS = {2: (300, 150), 3: (90, 260, 80), 5: (36, 150, 80, 130, 60)}


def _wrapped(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, "Helvetica", 10) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@pytest.mark.parametrize("columns", [2, 3, 5])
def test_tables_that_nothing_but_white_marks(columns: int) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    y = 740.0
    canvas.setFont("Helvetica", 10)
    for line in _wrapped(_sentence(random.Random(2), 60), 490):
        canvas.drawString(50, y, line)
        y -= 12.5
    y -= 14
    for row in _ROWS[columns]:
        cells = [_wrapped(cell, width - 14) for cell, width in zip(row, _WIDTHS[columns], strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            x = 50.0
            for text, width in zip(line, _WIDTHS[columns], strict=True):
                canvas.drawString(x, y, text)
                x += width
            y -= 12
        y -= 7
    canvas.save()
    blocks = read(take_in_bytes("table.pdf", out.getvalue())).blocks
    assert [block.cells for block in blocks if block.table] == _ROWS[columns]


def test_a_few_words_that_two_pages_share_are_no_furniture() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    chance = random.Random(8)
    for page in range(2):
        canvas.setFont("Helvetica", 10)
        lines = [_sentence(chance, 10)[:-1] for _ in range(56)]
        lines[-1] = "is the duty of the governor of each house"
        for at, line in enumerate([*lines]):
            canvas.drawString(50, 790 - 13 * at, line)
        canvas.drawString(50, 20, f"Book of the visitors, page {page + 1}")
        canvas.showPage()
    canvas.save()
    blocks = read(take_in_bytes("pages.pdf", out.getvalue())).blocks
    assert [block.text for block in blocks if block.kind.value in ("header", "footer")] == ["Book of the visitors,"]
    assert " ".join(block.text for block in blocks).count("is the duty of the governor") == 2
