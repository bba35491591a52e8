"""What only looks like a name stays; clergy are masked; spans end where the thing ends."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.particulars.borders import bordered, joined_illnesses
from redaction.span import Span, SpanType


def _redacted(redactor: Redactor, *lines: str) -> str:
    return "\n".join(map(str, redactor.redact(list(lines)).segments))


def test_an_ordinary_word_before_a_hyphen_is_no_name(redactor: Redactor) -> None:
    text = _redacted(redactor, "Mr Short met us at the gate.", "The home is a Short-term unit for older people.")
    assert "Mr [PERSON 1] met" in text
    assert "Short-term unit" in text


def test_the_town_in_the_title_of_a_report_stays(redactor: Redactor) -> None:
    title = "Inspection report 2023: Short-term home Santa Odila, Loma Kestrela"
    assert _redacted(redactor, title, "The team visited the home. Mr Tomas Ibarra met us.").startswith(title)


@pytest.mark.parametrize("region", ["Health Area of", "Municipality of", "District of"])
def test_the_name_of_a_region_stays(redactor: Redactor, region: str) -> None:
    assert f"{region} Loma Kestrela" in _redacted(redactor, f"We wrote to the {region} Loma Kestrela about this.")


def test_titles_and_currencies_are_no_names(redactor: Redactor) -> None:
    text = _redacted(redactor, "We met Dra. Elena Quiros and Licda. Marta Solano, who had paid a fine of Kshs. 500.")
    assert text == "We met Dra. [PERSON 1] and Licda. [PERSON 2], who had paid a fine of Kshs. 500."


def test_an_illness_named_after_a_physician_is_one_span(redactor: Redactor) -> None:
    text = _redacted(redactor, "He was a man with Parkinson's disease and lived in the east wing.")
    assert text == "He was a man with [health condition] and lived in the east wing."


def test_a_person_who_bears_the_name_of_an_illness_is_masked(redactor: Redactor) -> None:
    text = _redacted(redactor, "Mr Parkinson has Parkinson's disease. Later Mr Parkinson left.")
    assert "Parkinson" not in text
    assert "Mr [PERSON 1] has [health condition]." in text


def test_what_a_person_of_such_a_name_owns_is_no_illness(redactor: Redactor) -> None:
    assert "Wilson" not in _redacted(
        redactor, "Mr Wilson was seen on the stairs. Wilson's body was found by the night guard."
    )


def test_the_full_stop_of_the_sentence_stays(redactor: Redactor) -> None:
    text = _redacted(redactor, "He has been held here since 4 May. In cell B12 he slept on the floor.")
    assert "]. In [CELL]" in text


def test_borders() -> None:
    text = "on 4 May. His ID A 12.5 and with Crohn's disease"
    spans = [
        Span(3, 10, SpanType.DATE_PERSONAL, 1.0, ("x",)),
        Span(17, 23, SpanType.ID, 1.0, ("x",)),
        Span(28, 38, SpanType.HEALTH_RARE, 1.0, ("x",)),
    ]
    found = bordered(text, spans, [(33, 48)])
    assert [text[span.start : span.end] for span in found] == ["4 May", "A 12.5", "Crohn's disease"]


def test_illnesses_side_by_side_are_one() -> None:
    spans = [Span(0, 5, SpanType.HEALTH_RARE, 0.5, ("x",)), Span(6, 11, SpanType.HEALTH_RARE, 0.8, ("y",))]
    assert [(span.start, span.end) for span in joined_illnesses("acute palsy", spans)] == [(0, 11)]


@pytest.mark.parametrize(
    "title", ["Father", "Fr.", "Sister", "Brother", "Pastor", "Imam", "Rabbi", "Rev.", "Don", "Doña"]
)
def test_a_surname_after_a_clerical_title_is_masked(redactor: Redactor, title: str) -> None:
    assert "Tolvane" not in _redacted(redactor, f"Food is brought each week by {title} Tolvane of the diocese.")


def test_houses_named_after_clergy_stay(redactor: Redactor) -> None:
    text = "We visited the Sister Mary House, the Father Damien Hospital and Don Bosco School."
    assert _redacted(redactor, text) == text
