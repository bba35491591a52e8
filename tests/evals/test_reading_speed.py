"""The document on which reading is timed is read rightly, or its time would mean nothing."""

import pytest

pytest.importorskip("reportlab")

from evals.reading_speed import born_digital, reading_rows, scanned_page
from ingest.intake.file import take_in_bytes
from ingest.readers import read


def test_the_long_pdf_is_read_whole():
    report = read(take_in_bytes("long.pdf", born_digital(6)))
    assert (report.pages.total, report.pages.text) == (6, 6) and not report.warnings
    numbers = [block.text.split()[0] for block in report.blocks if block.kind.value == "paragraph"]
    # Pages 2 and 5 have two columns, the right one numbered from 6 on; pages 3 and 6 have two paragraphs and a table.
    assert numbers[:15] == [f"{page}.{part}" for page in (1, 2, 8) for part in range(1, 6)]
    assert sum(block.table is not None for block in report.blocks) == 16


def test_the_scanned_page_has_the_size_of_paper():
    picture, scale = scanned_page()
    assert picture.ndim == 2 and abs(picture.shape[1] / scale - 595) < 2


def test_rows_have_a_baseline_and_the_seconds_that_people_wait(monkeypatch):
    monkeypatch.setattr("evals.reading_speed._scanned", lambda: ("a page", 1, "nothing", int, int))
    monkeypatch.setattr("evals.reading_speed._born_digital", lambda: ("ten pages", 10, "pypdf", int, float))
    times = {int: 2.0, float: 1.0}
    rows, notes = reading_rows(lambda work, times=1, known=times: known[work])
    assert rows[0] == ("ten pages", "pages/s", 5.0, 10.0, 0.5, "pypdf")
    assert notes[0] == "Ten pages: 2.0 s; pypdf: 1.0 s."
