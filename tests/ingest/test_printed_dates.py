"""Dates in the language of the country, with offsets of the text as it is."""

from __future__ import annotations

import pytest

from ingest.metadata.printed_dates import find_dates, find_days


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        ("Du 4 au 8 novembre 2024.", "4 au 8 novembre 2024", "2024-11-04", "2024-11-08"),
        ("du 27 mai au 3 juin 2024", "27 mai au 3 juin 2024", "2024-05-27", "2024-06-03"),
        ("Elmstadt, den 8. März 2024", "8. März 2024", "2024-03-08", "2024-03-08"),
        ("Olmeda, 19 de agosto de 2024", "19 de agosto de 2024", "2024-08-19", "2024-08-19"),
        ("vom 14. bis 15. November 2023", "14. bis 15. November 2023", "2023-11-14", "2023-11-15"),
        ("dal 4 all'8 novembre 2023", "4 all'8 novembre 2023", "2023-11-04", "2023-11-08"),
        ("od 3. do 5. maja 2024", "3. do 5. maja 2024", "2024-05-03", "2024-05-05"),
        ("18.–20. lokakuuta 2023", "18.–20. lokakuuta 2023", "2023-10-18", "2023-10-20"),
        ("ma 07/10/2024 tot wo 09/10/2024", "07/10/2024 tot wo 09/10/2024", "2024-10-07", "2024-10-09"),
        ("Lisboa, 18-X-2024", "18-X-2024", "2024-10-18", "2024-10-18"),
        ("København, 11-04-2024", "11-04-2024", "2024-04-11", "2024-04-11"),
        ("Elmgrad, septembar 2024. godine", "septembar 2024. godine", "2024-09", "2024-09"),
        ("2023. november 14–15.", "2023. november 14–15.", "2023-11-14", "2023-11-15"),
        ("2024年3月5日", "2024年3月5日", "2024-03-05", "2024-03-05"),
        ("30 May, Reiwa 6 (2024)", "30 May, Reiwa 6 (2024)", "2024-05-30", "2024-05-30"),
        (
            "In June 2024 (from the 3rd to the 28th) we came",
            "June 2024 (from the 3rd to the 28th)",
            "2024-06-03",
            "2024-06-28",
        ),
        ("On 14 and 15 November 2023 they came", "14 and 15 November 2023", "2023-11-14", "2023-11-15"),
    ],
)
def test_reads_a_date(text: str, printed: str, first: str, last: str) -> None:
    (span,) = find_dates(text)
    assert (text[span.start : span.end], span.first, span.last) == (printed, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-2-550-00000-0",
        "Dok.nr. 23/01187-61",
        "18-XV-2024",
        "u listopadu 2023",  # October in one language, November in another
        "32 de agosto de 2024 lei",
    ],
)
def test_reads_no_day(text: str) -> None:
    assert not any(span.has_day for span in find_dates(text))
    assert "listopad" not in text or not find_dates(text)


def test_days_without_their_year_take_the_year_given() -> None:
    (span,) = find_days("le 6 février", "2024")
    assert span.first == "2024-02-06"
