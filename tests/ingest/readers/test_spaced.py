"""Letter-spaced type is read as words, and lists of letters are left alone."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.intake.file import take_in_bytes
from ingest.readers import read


def text_of(*draws: tuple[float, float, str, float]) -> str:
    out = io.BytesIO()
    canvas = Canvas(out)
    for x, y, text, spacing in draws:
        line = canvas.beginText(x, y)
        line.setFont("Helvetica", 12)
        line.setCharSpace(spacing)
        line.textLine(text)
        canvas.drawText(line)
    line = canvas.beginText(60, 500)
    line.setFont("Helvetica", 12)
    line.textLine("The board visited Alder House and spoke with twelve women who live there.")
    canvas.drawText(line)
    canvas.save()
    return "\n".join(block.text for block in read(take_in_bytes("spaced.pdf", out.getvalue())).blocks)


@pytest.mark.parametrize(
    ("printed", "spacing"),
    [("R E P O R T   O F   V I S I T", 0.0), ("REPORT OF VISIT", 4.0), ("R E P O R T  O F  V I S I T", 1.0)],
)
def test_letters_set_apart_are_words(printed: str, spacing: float) -> None:
    assert "REPORT OF VISIT" in text_of((60, 700, printed, spacing))


@pytest.mark.parametrize("printed", ["A B C D E F", "Wings A B D E", "Form 4 2 1 7 9 3 0 5"])
def test_lists_of_letters_and_figures_are_left_alone(printed: str) -> None:
    assert printed in text_of((60, 700, printed, 0.0))
