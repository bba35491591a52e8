"""PDF: paragraphs, columns, furniture, tables, footnotes, and text that cannot be seen."""

import io

import pytest

from ingest.errors import TooLarge, TooManyPages
from ingest.intake.file import IntakeLimits
from ingest.readers.paragraphs import join
from ingest.readers.pdf import read_pdf

reportlab = pytest.importorskip("reportlab")
from reportlab.pdfgen.canvas import Canvas  # noqa: E402


def canvas():
    out = io.BytesIO()
    return Canvas(out, pagesize=(595, 842), invariant=1), out


def read(out, **limits):
    return read_pdf(out.getvalue(), IntakeLimits(**limits), lambda page: None)


def lines(c, x, y, texts, size=11, font="Helvetica", step=15):
    c.setFont(font, size)
    for text in texts:
        c.drawString(x, y, text)
        y -= step
    return y


def texts(report, kind):
    return [block.text for block in report.blocks if block.kind.value == kind]


def test_paragraphs_headings_numbers_and_hyphens():
    c, out = canvas()
    y = lines(c, 70, 760, ["Visit to the prison of Ostrel"], 18, "Helvetica-Bold") - 15
    y = lines(c, 70, y, ["1.1 The segregation unit holds eleven people on a single corridor with deten-",
                         "tion records that are kept by hand, and a re-", "entry course."])  # fmt: skip
    y = lines(c, 70, y, ["1.2 The showers work."]) - 10
    lines(c, 70, y, ["Recommendation 3. The governor should open the yard each morning."])
    c.save()
    report = read(out)
    assert texts(report, "heading") == ["Visit to the prison of Ostrel"]
    assert texts(report, "paragraph") == [
        "1.1 The segregation unit holds eleven people on a single corridor with detention records that are kept by hand, "  # noqa: E501
        "and a re-entry course.",
        "1.2 The showers work.",
        "Recommendation 3. The governor should open the yard each morning.",
    ]
    assert (report.pages.total, report.pages.text) == (1, 1)


def test_columns_are_read_one_after_the_other():
    c, out = canvas()
    left = [
        f"left line {word} which runs on and fills it"
        for word in ["one", "two", "three", "four", "five", "six", "seven"]
    ]
    right = [
        f"right line {word} that also runs on here" for word in ["one", "two", "three", "four", "five", "six", "seven"]
    ]
    lines(c, 60, 760, left, 10)
    lines(c, 320, 760, right, 10)
    c.save()
    whole = " ".join(texts(read(out), "paragraph"))
    assert whole.index("left line seven") < whole.index("right line one")


def test_furniture_once_and_paragraph_over_the_page_break():
    c, out = canvas()
    for page, body in enumerate((["The staff told us that complaints are", "answered late and that people wait"],
                                 ["for many weeks before they hear."], ["The end came soon."])):  # fmt: skip
        c.setFont("Helvetica", 8)
        c.drawString(70, 815, "Board of Visits")
        c.drawString(70, 25, f"Page {page + 1} of 3")
        lines(c, 70, 700, body)
        c.showPage()
    c.save()
    report = read(out)
    assert texts(report, "header") == ["Board of Visits"] and texts(report, "footer") == []
    assert texts(report, "paragraph")[0].endswith("people wait for many weeks before they hear.")


def test_ruled_table_and_box():
    c, out = canvas()
    lines(c, 70, 780, ["The table below gives the beds of each wing of the prison."])
    for x in (70, 200, 330):
        c.line(x, 640, x, 760)
    for y in (760, 720, 680, 640):
        c.line(70, y, 330, y)
    for row, (a, b) in enumerate((("Wing", "Beds"), ("Ash and", "14"), ("Birch", "9"))):
        lines(c, 75, 745 - 40 * row, [a], 10)
        lines(c, 205, 745 - 40 * row, [b], 10)
    lines(c, 75, 692, ["Alder"], 10)
    c.rect(70, 540, 400, 60)
    lines(c, 80, 575, ["GOOD PRACTICE 1. Letters are free."], 10)
    c.save()
    report = read(out)
    assert texts(report, "table_row") == ["Wing | Beds", "Ash and Alder | 14", "Birch | 9"]
    assert texts(report, "box") == ["GOOD PRACTICE 1. Letters are free."]


def test_sideways_page():
    c, out = canvas()
    c.translate(595, 0)
    c.rotate(90)
    lines(
        c,
        60,
        500,
        ["This line is set sideways on the page and runs upwards.", "This one stands below the first of them."],
    )
    c.save()
    assert texts(read(out), "paragraph")[0].startswith("This line is set sideways")


def test_footnotes_keep_their_marks():
    c, out = canvas()
    lines(c, 70, 760, ["The register was signed by the doctor", "and then by the nurse on duty at night."])
    c.setFont("Helvetica", 7)
    c.drawString(70 + c.stringWidth("The register was signed by the doctor", "Helvetica", 11), 764, "1")
    lines(c, 70, 90, ["1 Seen on the first day."], 8)
    c.save()
    report = read(out)
    assert texts(report, "paragraph") == [
        "The register was signed by the doctor[1] and then by the nurse on duty at night."
    ]
    assert texts(report, "footnote") == ["[1] Seen on the first day."]


def test_text_that_cannot_be_seen_is_withheld():
    c, out = canvas()
    lines(c, 70, 760, ["Everyone can read this line of the report."])
    c.setFillColorRGB(1, 1, 1)
    lines(c, 70, 700, ["white words on paper"])
    c.setFillColorRGB(0, 0, 0)
    lines(c, 70, 650, ["tiny words"], 1)
    lines(c, 900, 600, ["words off the page"])
    c.saveState()
    hidden = c.beginText(70, 550)
    hidden.setTextRenderMode(3)
    hidden.textLine("words without ink")
    c.drawText(hidden)
    c.restoreState()
    lines(c, 70, 500, ["covered words"])
    c.rect(60, 490, 200, 25, fill=1)
    c.rect(60, 390, 200, 25, fill=1)
    c.setFillColorRGB(1, 1, 1)
    lines(c, 70, 400, ["Heading on a dark bar"])
    c.save()
    report = read(out)
    whole = " ".join(block.text for block in report.blocks)
    assert "Everyone can read this" in whole and "Heading on a dark bar" in whole
    assert not any(word in whole for word in ("white", "tiny", "off the page", "ink", "covered"))
    assert any("withheld" in warning for warning in report.warnings)


def test_limits():
    c, out = canvas()
    for _ in range(4):
        lines(c, 70, 700, ["Some words on a page."])
        c.showPage()
    c.save()
    with pytest.raises(TooManyPages):
        read(out, max_pages=3)
    with pytest.raises(TooLarge):
        read(out, max_page_characters=5)
    with pytest.raises(TooLarge):
        read(out, max_characters=20)


def test_blank_pages_are_counted():
    c, out = canvas()
    lines(c, 70, 700, ["Some words on a page."])
    c.showPage()
    c.showPage()
    c.save()
    pages = read(out).pages
    assert (pages.total, pages.text, pages.blank) == (2, 1, 1)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["deten-", "tion"], "detention"),
        (["self-", "harm"], "self-harm"),
        (["post-", "Soviet"], "post-Soviet"),
        (["rules 12-", "14"], "rules 12-14"),
        (["one", "two"], "one two"),
    ],
)
def test_join(parts, whole):
    assert join(parts) == whole


def test_a_number_at_the_edge_of_a_page_stays_with_its_paragraph():
    c, out = canvas()
    for page in range(4):
        c.setFont("Helvetica", 10)
        c.drawString(480, 810, f"Page {page + 1}")
        for row in range(3):
            y = 780 - 90 * row
            c.drawString(70, y, f"{3 * page + row + 1}.")
            place = ["attic", "cellar", "garage", "stable"][page]
            c.drawString(106, y, f"Put an end to the use of the {place} rooms and tell those who are held")
            c.drawString(106, y - 14, "there of the reason (Freedonia).")
        c.showPage()
    c.save()
    found = [text.split()[0] for text in texts(read(out), "paragraph")]
    assert found == [f"{number}." for number in range(1, 13)]


def test_a_list_in_bold_is_no_list_of_headings():
    c, out = canvas()
    for page in range(2):
        for row in range(9):
            lines(c, 70, 780 - 70 * row, [f"{9 * page + row + 1}. The delegation heard the views of all those",
                                          f"who live and work in house {row} on the hill by the river."])  # fmt: skip
        c.showPage()
    y = lines(c, 70, 780, ["II. Conclusions"], 14, "Helvetica-Bold") - 10
    y = lines(c, 70, y, ["71. The recommendations listed below have been examined by Ruritania and",
                         "enjoy the support of Ruritania:"], font="Helvetica-Bold")  # fmt: skip
    for number in range(1, 12):
        y = lines(c, 70, y - 12, [f"71.{number}. Ratify protocol {number} (Freedonia)"], font="Helvetica-Bold")
    c.save()
    report = read(out)
    assert texts(report, "heading") == ["II. Conclusions"]
    assert (
        "71. The recommendations listed below have been examined by Ruritania and enjoy the support of Ruritania:"
        in (texts(report, "paragraph"))
    )
    assert "71.11. Ratify protocol 11 (Freedonia)" in texts(report, "paragraph")


def test_raised_endings_of_ordinals_and_open_brackets():
    c, out = canvas()
    c.setFont("Helvetica", 11)
    c.drawString(70, 760, "1. They will be examined at the 16")
    c.setFont("Helvetica", 6.5)
    c.drawString(70 + c.stringWidth("1. They will be examined at the 16", "Helvetica", 11), 765, "th")
    c.setFont("Helvetica", 11)
    c.drawString(240, 760, " session of the council, which will meet in the spring of next year.")
    lines(c, 70, 730, ["2. Accede to the protocol (Freedonia;", "Sylvania) and end the use of cellar rooms in every",
                       "police station of the country (Orsinia)."])  # fmt: skip
    c.save()
    assert texts(read(out), "paragraph") == [
        "1. They will be examined at the 16th session of the council, which will meet in the spring of next year.",
        "2. Accede to the protocol (Freedonia; Sylvania) and end the use of cellar rooms in every police station of "
        "the country (Orsinia).",
    ]
