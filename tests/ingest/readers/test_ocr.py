"""OCR: what is common to the engines, with an engine of the test; and the real one where it is installed."""

import io

import numpy as np
import pytest

from ingest.errors import HostileFile
from ingest.intake.file import IntakeLimits
from ingest.readers.ocr import Ocr, Strip, mended, parse_tsv
from ingest.readers.paging import assemble
from ingest.readers.scan import content_of


class FakeEngine:
    """Gives one answer for each call."""

    def __init__(self, *answers):
        self.answers = list(answers)

    def strips(self, picture):
        return self.answers.pop(0)


def strip(text, x, y, score=0.99, slope=0.0, width=None):
    width = width or 18 * len(text)
    return Strip(text, x, y, x + width, y + 40 + abs(slope) * width, slope, score)


def test_lines_of_a_skewed_page_are_put_together():
    left = strip("The cells", 100, 100, slope=0.02)
    right = strip("were clean.", 290, 103.8, slope=0.02)
    page = Ocr(FakeEngine([right, left])).read(np.zeros((1000, 800), np.uint8), 2.78, 1)
    assert [line.text for line in page.lines] == ["The cells were clean."] and not page.doubtful


def test_a_table_with_cells_of_several_lines_is_read_by_its_white():
    rows = (
        ("No.", ["Recommendation"], ["Responsible"], "Time"),
        ("R1", ["Give every person a mattress", "and a blanket at night"], ["Officer in charge,", "Elmvik"], "Now"),
        ("R2", ["Mend the bell"], ["Works Office"], "7 days"),
        ("R3", ["Keep one register for the cells", "and have it signed"], ["Chief of Police"], "30 days"),
    )
    strips, y = [], 100.0
    for number, asked, who, when in rows:
        strips += [strip(number, 100, y), strip(when, 1350, y)]
        strips += [strip(text, 220, y + 32 * at, width=14 * len(text)) for at, text in enumerate(asked)]
        strips += [strip(text, 900, y + 32 * at, width=14 * len(text)) for at, text in enumerate(who)]
        y += 32 * max(len(asked), len(who)) + 30
    page = Ocr(FakeEngine(strips)).read(np.zeros((2200, 1700), np.uint8), 2.78, 1)
    read = [block.cells for block in assemble([content_of(page, 1)])]
    assert read == [(number, " ".join(asked), " ".join(who), when) for number, asked, who, when in rows]


def test_a_page_upside_down_is_turned():
    wrong = [strip("sllec ehT", 10, 10 + 50 * i, score=0.5) for i in range(3)]
    right = [strip("The cells", 10, 10 + 50 * i) for i in range(3)]
    page = Ocr(FakeEngine(wrong, right)).read(np.zeros((200, 200), np.uint8), 2.78, 1)
    assert page.lines[0].text == "The cells" and not page.doubtful


def test_a_page_hard_to_read_is_doubtful():
    poor = [strip("Thc cclls", 10, 10, score=0.6)]
    assert Ocr(FakeEngine(poor, [])).read(np.zeros((200, 200), np.uint8), 2.78, 1).doubtful


def test_table_of_tesseract():
    head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"
    rows = "5\t1\t1\t1\t1\t1\t10\t20\t50\t30\t96.5\tThe\n5\t1\t1\t1\t1\t2\t70\t20\t60\t30\t80\tyard\n4\t1\t1\t1\t2\t0\t0\t0\t0\t0\t-1\t\n"  # noqa: E501
    (line,) = parse_tsv(head + rows)
    assert (line.text, line.x0, line.x1) == ("The yard", 10, 130) and 0.8 < line.score < 0.97


def test_image_bomb_is_refused_before_it_is_decoded():
    image = pytest.importorskip("PIL.Image")
    from ingest.readers.scan import read_image

    out = io.BytesIO()
    image.new("1", (9000, 9000)).save(out, "PNG")
    with pytest.raises(HostileFile):
        read_image(out.getvalue(), IntakeLimits(), lambda page: None)


def test_a_scan_is_read_by_the_installed_engine():
    pytest.importorskip("rapidocr")
    draw = pytest.importorskip("PIL.ImageDraw")
    from PIL import Image, ImageFont

    from ingest.readers.scan import read_image

    picture = Image.new("L", (1200, 500), 255)
    pen = draw.Draw(picture)
    font = ImageFont.load_default(36)
    pen.text((60, 60), "The exercise yard has no shelter from the rain.", fill=0, font=font)
    pen.text((60, 110), "People asked for a roof.", fill=0, font=font)
    out = io.BytesIO()
    picture.save(out, "PNG")
    report = read_image(out.getvalue(), IntakeLimits(), lambda page: None)
    whole = " ".join(block.text for block in report.blocks)
    assert "The exercise yard has no shelter from the rain." in whole
    assert (report.pages.total, report.pages.ocr) == (1, 1)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("no blanket.The cell was cold,damp", "no blanket. The cell was cold, damp"),
        ('seen by Piet"Ox"Marsden', 'seen by Piet "Ox" Marsden'),
        ("MarekHolub and MacTavish", "Marek Holub and MacTavish"),
        ("Article 19 ofOPCAT", "Article 19 of OPCAT"),
        ("0fficer HOLMO0-STEIN, 0RDERLY", "Officer HOLMOO-STEIN, ORDERLY"),
        ("HOLM0O-STEIN", "HOLMOO-STEIN"),
        ("W02, 05:30, b0b@mail.example, 3,400 and FX0-11", "W02, 05:30, b0b@mail.example, 3,400 and FX0-11"),
    ],
)
def test_lost_spaces_and_noughts_are_mended(read, expected):
    assert mended(read) == expected


def test_the_next_page_is_first_tried_as_the_last_one_lay():
    tall = [Strip("The cells were cold", 100 + 60 * at, 100, 140 + 60 * at, 700, 0.0, 0.6) for at in range(4)]
    flat = [strip("The cells were cold", 100, 100 + 60 * at) for at in range(4)]
    engine = FakeEngine(tall, flat, flat)
    ocr = Ocr(engine)
    first = ocr.read(np.zeros((700, 1000), np.uint8), 1.0, 1)
    second = ocr.read(np.zeros((700, 1000), np.uint8), 1.0, 2)
    assert len(first.lines) == len(second.lines) == 4 and not engine.answers
    assert (first.width, first.height) == (700, 1000)
