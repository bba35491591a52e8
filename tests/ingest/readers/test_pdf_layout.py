"""PDF pages in other layouts: narrow gutters, three columns, tables without a grid, margins, contents, notes."""

import io
import random

import pytest

from ingest.intake.file import IntakeLimits
from ingest.readers.hyphens import keeps_hyphen
from ingest.readers.legible import is_garbled
from ingest.readers.pdf import read_pdf

reportlab = pytest.importorskip("reportlab")
from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

CHANCE = random.Random(4)
TEXT = (
    "the wing was quiet and light on the day we came and nobody had to wait for a meal or a shower although two of the "
    "four telephones did not work and the yard was shut because of ice on the steps "
)


WORDS = TEXT.split()


def prose(count):
    """Return other words in each call: what stands on several pages is taken for furniture."""
    return " ".join(CHANCE.choice(WORDS) for _ in range(count))


def canvas():
    out = io.BytesIO()
    return Canvas(out, pagesize=(595, 842), invariant=1), out


def read(out):
    return read_pdf(out.getvalue(), IntakeLimits(), lambda page: None)


def wrapped(text, width, size=10, font="Helvetica"):
    lines, line = [], ""
    for word in text.split():
        if stringWidth(f"{line} {word}".strip(), font, size) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def justified(c, x, y, text, width, size=10, step=12.5):
    """Draw a paragraph with both edges straight; return where the next one begins."""
    c.setFont("Helvetica", size)
    lines = wrapped(text, width, size)
    for line in lines[:-1]:
        words = line.split()
        gap = (width - stringWidth("".join(words), "Helvetica", size)) / max(1, len(words) - 1)
        at = x
        for word in words:
            c.drawString(at, y, word)
            at += stringWidth(word, "Helvetica", size) + gap
        y -= step
    c.drawString(x, y, lines[-1])
    return y - step - 5


def firsts(report, kind="paragraph"):
    return [block.text.split()[0] for block in report.blocks if block.kind.value == kind]


def test_bands_of_columns_with_a_narrow_gutter_between_headings_over_the_whole_width():
    c, out = canvas()
    bottoms = []
    for x, names in ((50, "AB"), (305, "CD")):
        y = 780
        for name in names:
            y = justified(c, x, y, f"{name}1 {prose(60)}.", 243)
        bottoms.append(y)
    c.setFont("Helvetica-Bold", 14)
    c.drawString(50, min(bottoms) - 20, "Health care")
    for x, names in ((50, "EF"), (305, "GH")):
        y = min(bottoms) - 50
        for name in names:
            y = justified(c, x, y, f"{name}1 {prose(60)}.", 243)
    c.save()
    report = read(out)
    assert firsts(report) == [f"{name}1" for name in "ABCDEFGH"]
    kinds = [block.kind.value for block in report.blocks]
    assert kinds.index("heading") == 4


def test_three_columns():
    c, out = canvas()
    for at in range(3):
        y = 780
        for row in range(3):
            y = justified(c, 40 + 176 * at, y, f"{'XYZ'[at]}{row} {prose(24 + 11 * CHANCE.randrange(4))}.", 163)
    c.save()
    assert firsts(read(out)) == [f"{name}{row}" for name in "XYZ" for row in range(3)]


def table(c, y, rows, *, rules=(), widths=(30, 190, 90, 180)):
    """Draw rows of wrapped cells; ``rules`` names the rows below which a rule is drawn, -1 for the one above all."""
    starts = [50 + sum(widths[:at]) for at in range(len(widths))]
    if -1 in rules:
        c.line(50, y + 14, 545, y + 14)
    c.setFont("Helvetica", 10)
    for index, cells in enumerate(rows):
        lowest = y
        for x, width, cell in zip(starts, widths, cells, strict=True):
            at = y
            for line in wrapped(cell, width - 14):
                c.drawString(x + 2, at, line)
                at -= 12
            lowest = min(lowest, at)
        y = lowest - 7
        if index in rules:
            c.line(50, y + 14, 545, y + 14)
    return y


HEAD = ("No.", "Recommendation", "Addressee", "Reply")


def plan(first, last):
    replies = (
        "Accepted. Work has begun and will end in March.",
        "Rejected.",
        "Partly accepted; see our letter of May.",
    )
    return [
        (
            f"{n}",
            f"Mend the doors of house {n} {prose(7 + n % 4)} there.",
            "Director",
            replies[n % 3],
        )
        for n in range(first, last)
    ]


@pytest.mark.parametrize("rules", [(), (-1, 0, 1, 2, 3, 4), (-1, 0, 4)])
def test_tables_without_a_grid_have_rows_and_go_on_over_the_page_break(rules):
    c, out = canvas()
    y = justified(c, 50, 790, f"Before {TEXT}.", 495)
    early, late = plan(1, 5), plan(5, 9)
    table(c, y - 20, [HEAD, *early], rules=rules)
    c.showPage()
    table(c, 790, [HEAD, *late], rules=rules)
    c.save()
    rows = [block for block in read(out).blocks if block.table]
    assert [row.cells[0] for row in rows] == ["No.", *"12345678"]
    assert {row.table for row in rows} == {1} and [row.row for row in rows] == list(range(9))
    assert [row.cells for row in rows[1:]] == [*early, *late]


def test_a_row_that_a_page_break_cuts_is_one_row():
    c, out = canvas()
    for cells in (
        [("No.", "Measure"), ("1", "Open the yard."), ("2", "Train all staff of the night")],
        [("", "shift in first aid."), ("3", "Close cell 4.")],
    ):
        y = 780
        for number, text in cells:
            c.setFont("Helvetica", 10)
            c.rect(50, y - 6, 40, 20)
            c.rect(90, y - 6, 300, 20)
            c.drawString(54, y, number)
            c.drawString(94, y, text)
            y -= 20
        c.showPage()
    c.save()
    rows = [block.cells for block in read(out).blocks if block.table]
    assert rows[2:] == [("2", "Train all staff of the night shift in first aid."), ("3", "Close cell 4.")]


def test_two_lists_side_by_side_are_no_table():
    c, out = canvas()
    for x, names in ((60, "AB"), (310, "CD")):
        y = 780
        for name in names:
            c.setFont("Helvetica", 10)
            c.drawString(x, y, "\u2022")
            for line in wrapped(f"{name}1 {prose(30)}", 210):
                c.drawString(x + 14, y, line)
                y -= 13
            y -= 5
    c.save()
    assert firsts(read(out), "list_item") == ["A1", "B1", "C1", "D1"]


def test_numbers_in_the_margin_stay_with_their_paragraphs():
    c, out = canvas()
    number = 10
    for page in range(2):
        y = 790
        for _ in range(4):
            c.setFont("Helvetica", 10)
            c.drawRightString(70, y, str(number))
            lines = wrapped(f"P{number} {prose(60)}.", 420)
            lines[0] = lines[0][:-1] + "."
            for line in lines:
                c.drawString(90, y, line)
                y -= 13
            y -= 9
            number += 1
        c.drawCentredString(300, 30, str(page + 1))
        c.showPage()
    c.save()
    paragraphs = [block.text for block in read(out).blocks]
    assert [text.split()[:2] for text in paragraphs] == [[str(n), f"P{n}"] for n in range(10, 18)]


@pytest.mark.parametrize("leaders", [True, False])
def test_contents_are_no_text_of_the_report(leaders):
    c, out = canvas()
    c.setFont("Helvetica-Bold", 16)
    c.drawString(60, 790, "Contents")
    c.setFont("Helvetica", 11)
    for at, title in enumerate(["Introduction", "1. Police stations", "1.1 Cells", "2. Prisons", "Annex"]):
        c.drawString(60, 760 - 18 * at, title + (" " + "." * 90 if leaders else ""))
        c.drawRightString(535, 760 - 18 * at, str(2 + 3 * at))
    c.showPage()
    justified(c, 60, 780, f"Text {TEXT}.", 400)
    c.save()
    report = read(out)
    assert [block.text.split()[0] for block in report.blocks] == ["Text"] and report.pages.text == 2


def test_notes_whose_marks_are_raised():
    c, out = canvas()
    for page in range(2):
        y = 790
        for _ in range(4):
            y = justified(c, 60, y, f"{prose(70)}.", 470, size=11, step=13.5)
        for at in range(2):
            c.setFont("Helvetica", 5.5)
            c.drawString(60, 120 - 24 * at + 3.4, str(2 * page + at + 1))
            c.setFont("Helvetica", 9)
            c.drawString(66, 120 - 24 * at, f"See annex {at} of the {'first' if page else 'last'} report of the board.")
        c.showPage()
    c.save()
    notes = [block for block in read(out).blocks if block.kind.value == "footnote"]
    assert [note.number for note in notes] == ["1", "2", "3", "4"]
    assert notes[2].text == "[3] See annex 0 of the first report of the board." and notes[2].page == 2


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_pages_turned_by_the_file(rotation):
    pypdf = pytest.importorskip("pypdf")
    c, out = canvas()
    c.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[rotation])
    c.rotate(rotation)
    width, height = (595, 842) if rotation == 180 else (842, 595)
    justified(c, 60, height - 60, f"First {TEXT}.", width - 120)
    c.rect(60, height - 200, 100, 20)
    c.rect(160, height - 200, 100, 20)
    c.rect(60, height - 220, 100, 20)
    c.rect(160, height - 220, 100, 20)
    for x, y, text in ((64, 195, "Cell"), (164, 195, "Held"), (64, 215, "A1"), (164, 215, "2")):
        c.drawString(x, height - y, text)
    c.save()
    writer = pypdf.PdfWriter()
    writer.add_page(pypdf.PdfReader(out).pages[0].rotate(rotation))
    turned = io.BytesIO()
    writer.write(turned)
    report = read(turned)
    assert report.blocks[0].text.startswith("First the wing was quiet") and not report.warnings
    assert [block.cells for block in report.blocks if block.table] == [("Cell", "Held"), ("A1", "2")]


@pytest.mark.parametrize(
    ("first", "rest", "kept"),
    [("self", "harm", True), ("re", "entry", True), ("re", "port", False), ("in", "spection", False),
     ("in", "patient", True), ("pre", "vention", False), ("pre", "proceedings", True), ("child", "ren", False),
     ("child", "focused", True), ("trauma", "informed", True), ("deten", "tion", False)],
)  # fmt: skip
def test_which_hyphens_belong_to_the_word(first, rest, kept):
    assert keeps_hyphen(first, rest) is kept


def test_text_in_the_wrong_letters_is_told():
    plain = TEXT * 3
    shifted = "".join(chr((ord(one) - 97 + 3) % 26 + 97) if one.isalpha() else one for one in plain)
    assert not is_garbled(plain) and is_garbled(shifted)
    assert is_garbled("".join('"7+%-!$&('[at % 9] for at in range(120))) and not is_garbled('"7+%-')
    assert not is_garbled("Name: ........................ Date: ........................ Cell: ..............")


def test_a_table_without_outer_sides():
    c, out = canvas()
    rows = [("Place", "Beds", "Held"), ("North", "40", "44"), ("South", "30", "21")]
    c.setFont("Helvetica", 10)
    for at in range(4):
        c.line(60, 780 - 20 * at, 360, 780 - 20 * at)
    for x in (160, 260):
        c.line(x, 780, x, 720)
    for at, cells in enumerate(rows):
        for column, text in enumerate(cells):
            c.drawString(65 + 100 * column, 766 - 20 * at, text)
    justified(c, 60, 690, f"After {TEXT}.", 400)
    c.save()
    report = read(out)
    assert [block.cells for block in report.blocks if block.table] == rows and firsts(report) == ["After"]


def test_figures_with_leaders_are_no_contents():
    c, out = canvas()
    c.setFont("Helvetica", 11)
    for at, (name, figure) in enumerate([("Nurses", 4), ("Cooks", 6), ("Teachers", 9)]):
        c.drawString(60, 760 - 18 * at, f"{name} {'.' * 60} {figure}")
    justified(c, 60, 650, f"Text {TEXT}.", 400)
    c.save()
    text = " ".join(block.text for block in read(out).blocks)
    assert "Nurses" in text and "Teachers" in text
