"""When a passage is the evidence that was meant."""

from __future__ import annotations

import pytest

from evals.matching import is_evidence, is_provision, is_verbatim, quote_overlaps
from evals.questions import Evidence, plain_locator


def test_a_quotation_is_found_over_pseudonyms_and_line_breaks() -> None:
    quote = "the nurse saw Mr Aldous Fern, aged 44, on the second day of his stay"
    assert quote_overlaps(quote, "The nurse\nsaw Mr [DETAINEE 1], in their 40s, on the second day of his stay.")
    assert not quote_overlaps(quote, "On the second day the nurse saw nobody.")


def test_short_quotations_need_every_word() -> None:
    assert quote_overlaps("19 of 62 cells", "In 19 of 62 cells there was mould.")
    assert not quote_overlaps("19 of 62 cells", "In 19 of 61 cells there was mould.")
    assert not quote_overlaps("", "anything")


def test_cells_of_a_row_are_found_in_any_layout() -> None:
    assert quote_overlaps("3 | Body-worn cameras | Accepted", "3 | Body-worn cameras | Accepted | 30 April")


def test_evidence_needs_its_document() -> None:
    wanted = Evidence("01", "the yard was bare and without shelter", "2.4")
    assert is_evidence(wanted, "01", "2.4 Other words.", "2.4")
    assert is_evidence(wanted, "01", "We saw that the yard was bare and without shelter.", "p. 3")
    assert not is_evidence(wanted, "02", "The yard was bare and without shelter.", "2.4")
    assert not is_evidence(wanted, "01", "Other words.", "2.5")


def test_provisions_and_their_parts() -> None:
    assert is_provision("OPCAT:19", "OPCAT:19(b)")
    assert is_provision("OPCAT:19(b)", "opcat:19(B)")
    assert not is_provision("OPCAT:19(b)", "OPCAT:19")
    assert not is_provision("OPCAT:1", "OPCAT:19")
    assert not is_provision("OPCAT:1", None)


def test_verbatim_means_letter_for_letter() -> None:
    assert is_verbatim("two  cells\nwere wet", "In May two cells were wet.")
    assert not is_verbatim("Two cells were wet", "In May two cells were wet.")
    assert not is_verbatim(" ", "anything")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("para:3.2", "3.2"),
        ("rec:3", "Recommendation 3"),
        ("table:2:row:4", "table 2 row 4"),
        ("note:1", "footnote 1"),
        ("p:7", None),
        ("para:3.2#2", "3.2"),
        (None, None),
    ],
)
def test_locators_as_readers_say_them(given: str | None, wanted: str | None) -> None:
    assert plain_locator(given) == wanted
