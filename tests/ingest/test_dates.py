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
        ("on 2023. 03. 09.", "2023-03-09", "2023-03-09"),
        ("on 2023.03.09", "2023-03-09", "2023-03-09"),
        ("on 2023/03/09", "2023-03-09", "2023-03-09"),
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


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 12th and 13th of May 2023", "2023-05-12", "2023-05-13"),
        ("on 3 and 5 June 2024 respectively", "2024-06-03", "2024-06-05"),
        ("31 October and 8–11 November 2022", "2022-10-31", "2022-11-11"),
        ("2 – 3 and 9 – 13 November 2020", "2020-11-02", "2020-11-13"),
        ("14–15, 20–23 and 27 September 2021", "2021-09-14", "2021-09-27"),
        ("from 13 to 15 May and on 3 June 2024", "2024-05-13", "2024-06-03"),
        ("7 May, 12 May and 3 June 2024", "2024-05-07", "2024-06-03"),
        ("3 May 2023 and 14 June 2024", "2023-05-03", "2024-06-14"),
        ("between Tuesday 28th February and Friday 4th March 2022", "2022-02-28", "2022-03-04"),
        ("June 30–July 2, 2024", "2024-06-30", "2024-07-02"),
        ("June 3 and 5, 2024", "2024-06-03", "2024-06-05"),
        ("October 30, 2023 through November 2, 2023", "2023-10-30", "2023-11-02"),
        ("between September 2023 and February 2024", "2023-09", "2024-02"),
        ("in May and June 2024", "2024-05", "2024-06"),
        ("2025-03-03 to 2025-03-14", "2025-03-03", "2025-03-14"),
        ("2025-03-03/2025-03-14", "2025-03-03", "2025-03-14"),
        ("3.–14.03.2025", "2025-03-03", "2025-03-14"),
        ("20 and 21.02.2022", "2022-02-20", "2022-02-21"),
        ("09.10, 10.10 and 16.10.2023", "2023-10-09", "2023-10-16"),
        ("on 30/01, 02/02 and 06/02/2023", "2023-01-30", "2023-02-06"),
        ("28.2. - 4.3.2022", "2022-02-28", "2022-03-04"),
        ("03/03/2025 - 14/03/2025", "2025-03-03", "2025-03-14"),
        ("on 03/14/2025", "2025-03-14", "2025-03-14"),
        ("the week of 3 March 2025", "2025-03-03", "2025-03-03"),
        ("19 November 2018 to 30 November 2018", "2018-11-19", "2018-11-30"),
        ("Sept. 9-11, 2024", "2024-09-09", "2024-09-11"),
        ("Report 161, 3 December 2024", "2024-12-03", "2024-12-03"),
        ("under Rule 31, 3 June 2024", "2024-06-03", "2024-06-03"),
    ],
)
def test_reads_lists_and_stages(text: str, first: str, last: str) -> None:
    (span,) = find_dates(text)
    assert (span.first, span.last) == (first, last)


def test_separate_dates_stay_separate() -> None:
    spans = find_dates("Inspected 4–15 May 2023. Published 20 July 2023, reply due 3 October 2023.")
    assert [span.last for span in spans] == ["2023-05-15", "2023-07-20", "2023-10-03"]


def test_a_long_row_of_numbers_takes_no_time() -> None:
    assert find_dates("1, 2 and 3 - 4 " * 1200 + "in 2024") == ()
