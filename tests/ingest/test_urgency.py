"""Degrees of urgency and deadlines, and the periods that are neither."""

import pytest

from ingest.register.urgency import deadline_of, urgency_of, urgency_of_period


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Immediately close the two cells.", "immediate"),
        ("Repair, without delay, all water pumps.", "immediate"),
        ("Medium term: convert the workshop.", "medium_term"),
        ("Fund a night nurse (long term).", "long_term"),
        ("Keep a register. Deadline: 1 month.", "short_term"),
        ("Every allegation must be reported immediately.", None),
        ("Cells should be painted.", None),
    ],
)
def test_the_degree_that_the_words_say(text: str, degree: str | None) -> None:
    assert urgency_of(text) == degree


def test_a_heading_says_it_for_all_below() -> None:
    assert urgency_of("Cells should be painted.", ("Report", "Short-term recommendations")) == "short_term"
    assert urgency_of("Cells should be painted.", ("Urgent notification",)) is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("The home should by 31 March 2026 mend the lift.", "2026-03-31"),
        ("The clinic should within three months hire a cook.", "within three months"),
        ("Rebuild the yard by the end of 2026.", "by the end of 2026"),
        ("Repair the bells within two weeks.", "within two weeks"),
        ("Deadline: 6 months", "6 months"),
        ("With immediate effect, the attic should stay empty.", "With immediate effect"),
        ("Prisoners should be seen by a doctor within 24 hours.", None),
        ("Every assault should be reviewed within 14 days.", None),
    ],
)
def test_deadlines_as_printed(text: str, deadline: str | None) -> None:
    assert deadline_of(text) == deadline


def test_a_request_is_to_be_answered_within_its_period() -> None:
    assert deadline_of("Inform the Panel within ten days who signed the order.", asks=True) == "within ten days"


def test_periods_in_a_column() -> None:
    degrees = [urgency_of_period(each) for each in ("Immediate", "1 month", "6 months", "2 years", "2026-03-31", None)]
    assert degrees == ["immediate", "short_term", "medium_term", "long_term", None, None]
