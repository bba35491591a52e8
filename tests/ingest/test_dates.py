"""Dates and ranges as reports print them."""

import pytest

from ingest.dates import find_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Inspected 4–15 May 2023.", "2023-05-04", "2023-05-15"),
        ("From 13 to 17 June 2022 a team came", "2022-06-13", "2022-06-17"),
        ("27 January to 6 February 2024", "2024-01-27", "2024-02-06"),
        ("between 9 September and 18 October 2023", "2023-09-09", "2023-10-18"),
        ("28 December to 3 January 2024", "2023-12-28", "2024-01-03"),
        ("1 April 2022 to 31 March 2023", "2022-04-01", "2023-03-31"),
        ("27 and 28 August 2023", "2023-08-27", "2023-08-28"),
        ("from April 16 to 18, 2023", "2023-04-16", "2023-04-18"),
        ("on the night of 3 to 4 May 2023", "2023-05-03", "2023-05-04"),
        ("Monday 3rd March 2025", "2025-03-03", "2025-03-03"),
        ("April 18, 2023", "2023-04-18", "2023-04-18"),
        ("2024-04-12", "2024-04-12", "2024-04-12"),
        ("14.03.2021", "2021-03-14", "2021-03-14"),
        ("published in May 2025", "2025-05", "2025-05"),
    ],
)
def test_reads_a_date_or_range(text: str, first: str, last: str) -> None:
    (span,) = find_dates(text)
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["31 June 2024 never came", "Rules 12 to 22", "section 25 of the Act 1989", "May I ask"]
)
def test_passes_over_what_is_no_date(text: str) -> None:
    assert not [span for span in find_dates(text) if span.first.count("-") == 2]
