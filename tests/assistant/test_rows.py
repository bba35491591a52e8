"""Rows as sentences, and that the verifier accepts nothing but what code makes of them."""

from __future__ import annotations

import pytest

from assistant.answers.verify import Claim, verify
from assistant.tables.rows import row_number, row_sentence
from ingest.passage import Passage
from redaction.text import restore

HEADERS = "No. | Recommendation | Reply | Found in 2031"


def row(text: str, headers: str = HEADERS) -> Passage:
    """One row of a table with its headers."""
    return Passage(
        "p-1", "d-1", 0, restore(text), "table 1 row 1", 1, "table_row", ("Visit to Oskelund Prison", headers)
    )


def test_a_row_reads_as_a_sentence() -> None:
    passage = row("3 | Repair of the yard | Accepted | Not implemented")
    assert row_sentence(passage) == "Repair of the yard – Reply: Accepted; Found in 2031: Not implemented."
    assert row_sentence(passage, subject=False) == "No. 3 – Reply: Accepted; Found in 2031: Not implemented."
    assert row_number(passage) == "3"


def test_cells_without_content_are_left_out() -> None:
    assert row_sentence(row("3 | Repair | Rejected | None")) == "Repair – Reply: Rejected."


@pytest.mark.parametrize("headers", ["Reply | Found", "Findings"])
def test_headers_that_do_not_fit_are_not_used(headers: str) -> None:
    assert row_sentence(row("3 | Repair | Rejected | None", headers)) is None


def test_the_verifier_accepts_a_rendered_row_alone() -> None:
    passage = row("3 | Repair of the yard | Accepted | Not implemented")
    quote = str(passage.text)
    right = Claim(row_sentence(passage) or "", (("p-1", quote),))
    changed = Claim(right.text.replace("Not implemented", "Implemented"), (("p-1", quote),))
    part = Claim(right.text, (("p-1", "Repair of the yard"),))
    assert verify([right], {"p-1": passage}).kept == (right,)
    assert verify([changed], {"p-1": passage}).kept == ()
    assert verify([part], {"p-1": passage}).kept == ()
