"""Days of visits told by hours, weekdays and counts, tables of several places, and what a place holds."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.dates import find_dates
from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import Metadata


def read(*lines: str) -> Metadata:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    return read_metadata(built, "report.pdf", kind, None)


_TITLE = "# Report on Elm Prison"


_DAYS = (
    ("A team came to the gate on Monday 11 March 2024 at 05.50 and left on the evening of 13 March.", "03-11", "03-13"),
    ("Between 22.40 hrs on 22 August 2024 and 04.15 hrs on 23 August 2024, without notice.", "08-22", "08-23"),
    ("On 17 July 2024, from 21.15 hrs, Ms. [PERSON 1] and two others returned to the prison.", "07-17", "07-17"),
    (
        "They called at Elm Prison on Monday the 12th of February 2024 and stayed through Wednesday the 14th.",
        "02-12",
        "02-14",
    ),
    ("The visit was carried out over three days from 19 September 2024.", "09-19", "09-21"),
    ("They rang the bell at 22:50 on Friday, 17 May 2024, and left at 04:15 the next morning.", "05-17", "05-18"),
    ("On the first of September 2024 the team went again to the prison.", "09-01", "09-01"),
    ("The team visited the prison from 31 March up to and including 3 April 2024.", "03-31", "04-03"),
    ("The team inspected the prison on 30 January 2024 and stayed until the 2nd.", "01-30", "02-02"),
)


@pytest.mark.parametrize(("sentence", "first", "last"), _DAYS)
def test_days_of_a_visit(sentence: str, first: str, last: str) -> None:
    found = read(_TITLE, sentence)
    assert (found.visit_start, found.visit_end) == (f"2024-{first}", f"2024-{last}")


def test_an_hour_of_another_event_is_no_visit() -> None:
    assert read(_TITLE, "He was arrested at 21.30 hrs on 3 May 2024.").visit_start is None


def test_days_in_words() -> None:
    (day,) = find_dates("Sealed on this twenty-first day of March, 2025, at the town")
    assert day.first == "2025-03-21"
    assert find_dates("in the first days of March 2025")[0].first == "2025-03"


def test_a_table_of_places_and_days_tells_all_of_them() -> None:
    found = read(
        "# Report on visits to police cells",
        "| Place | Day of visit | Held | Prior notice",
        "| Elm Police Station | 22/01/2025 | 23 | No",
        "| Oak Police Post | 03/02/2025 | 6 | No",
    )
    assert (found.visit_start, found.visit_end) == ("2025-01-22", "2025-02-03")
    assert found.place == "Elm Police Station; Oak Police Post"
    assert found.announced is False


def test_a_table_of_mixed_notice_tells_none() -> None:
    found = read(
        "# Report on visits to police cells",
        "| Place | Day of visit | Prior notice",
        "| Elm Police Station | 22/01/2025 | No",
        "| Oak Police Post | 03/02/2025 | Yes",
    )
    assert found.announced is None


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("We went back to the prison on 4 May 2024 without calling first.", False),
        ("They came on 4 May 2024 without prior word to the director.", False),
        ("The prison was inspected on 4 May 2024. You did not know of the visit in advance.", False),
        ("The team visited on 4 May 2024, at dates agreed with the Centre.", True),
        ("The team visited on 4 May 2024, by appointment with the City.", True),
        ("The visit of 4 May 2024 had been notified to the hospital in April.", True),
        ("The team was present on 4 May 2024. The board had received the programme in February.", True),
        ("The prisoners had received the timetable of the classes. The team visited on 4 May 2024.", None),
    ],
)
def test_notice_in_other_words(sentence: str, announced: bool | None) -> None:
    assert read(_TITLE, sentence).announced is announced


@pytest.mark.parametrize(
    ("lines", "before"),
    [
        (("An earlier tour took place in April 2018.",), "2018-04"),
        (("The Committee had already entered the complex on 14 March 2023.",), "2023-03-14"),
        (("On the previous occasion, in 2020, the Chancellor had asked for more staff.",), "2020"),
        (("| When we were last here | 19 October 2023",), "2023-10-19"),
        (("The visit reported on in March 2023 had ended on December 2, 2022.",), "2022-12-02"),
    ],
)
def test_an_earlier_visit_in_other_words(lines: tuple[str, ...], before: str) -> None:
    assert read(_TITLE, "The team visited the prison on 4 May 2024.", *lines).previous_visit == before


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Report on a systematic visit, Westland, Elmton 28 February 2024", "2024-02-28"),
        ("Sent to the Ministry on 28 February 2024", "2024-02-28"),
        ("| Date of issue | February 28, 2024", "2024-02-28"),
    ],
)
def test_the_day_of_the_document(line: str, day: str) -> None:
    facts = (
        ("| Facility | Elm Prison", "| Dates on site | 4 January 2024", "| Held | 40") if line.startswith("|") else ()
    )
    assert read(_TITLE, *facts, line, "The team visited the prison on 4 January 2024.").published == day


_CARE, _WARD = "# Report on Elm Care Home", "# Elm Hospital, Closed Ward B"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((_CARE, "The team visited the service for adults with intellectual disability."), "disability institution"),
        ((_CARE, "The team visited the home for the elderly on 4 May 2024."), "care home"),
        (("# Letter on locked doors in secure dementia units", "The team visited on 4 May 2024."), "care home"),
        ((_WARD, "Report after a visit to a psychiatric hospital"), "psychiatric hospital"),
        ((_WARD, "Report after a visit to the surgical wards"), "secure hospital ward"),
    ],
)
def test_whom_a_place_is_for(lines: tuple[str, ...], kind: str) -> None:
    assert read(*lines).place_type == kind


def test_a_federation_behind_its_part() -> None:
    assert read("Office of the Protector · Québec, Canada", "# Follow-up at Elm Prison").jurisdiction == "Canada"
    assert read("Inspector of Custody, Queensland", "# Follow-up at Elm Prison").jurisdiction == "Queensland"
