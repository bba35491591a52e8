"""Days of visits, notice and parts of States as sheets and letters of many countries print them."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.metadata.printed_dates import find_dates
from ingest.passage import Metadata


def read(*lines: str) -> Metadata:
    built = report(*lines)
    return read_metadata(built, "report.pdf", classify(built, "report.pdf"), None)


_TITLE = "# Report on Elm Prison"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 13 (Tue.) – May 16 (Fri.), 2025", "2025-05-13", "2025-05-16"),
        ("from 27/09 to 29/09/2023", "2023-09-27", "2023-09-29"),
        ("4-11-23", "2023-11-04", "2023-11-04"),
        ("04.05.23", "2023-05-04", "2023-05-04"),
        ("6/28/23–6/30/23", "2023-06-28", "2023-06-30"),
        ("7. listopadu a 2. prosince 2021", "2021-11-07", "2021-12-02"),
    ],
)
def test_notations(text: str, first: str, last: str) -> None:
    assert [(found.first, found.last) for found in find_dates(text)] == [(first, last)]


@pytest.mark.parametrize("text", ["Rule 2.10.23", "paragraph 12.10.23", "on 9/6/23", "No. 23-11-04/7"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (("| 1 | Date of the visit | 30.05.2024",), "2024-05-30", "2024-05-30"),
        (("| 4. Date and hours | 12.05.2024, 10:10–17:30",), "2024-05-12", "2024-05-12"),
        (("| Besuch | Do, 23. Mai 2024, 8:35–15:50",), "2024-05-23", "2024-05-23"),
        (("- Data: dijous 23.05.2024", "- Tipus de visita: sense avís"), "2024-05-23", "2024-05-23"),
        (("Date of visit: 23 May 2024. Published on 6 July 2024.",), "2024-05-23", "2024-05-23"),
        (
            ("We stayed in the guest room from the evening of 28 May until the boat on 1 June 2024.",),
            "2024-05-28",
            "2024-06-01",
        ),
        (("The governor chose with us the dates, 14 and 15 May 2024.",), "2024-05-14", "2024-05-15"),
        (
            (
                "At 4 a.m. on Monday, 6 May 2024, two inspectors knocked at the gate of the prison. Nobody had slept. "
                "On the morning of 7 May they did the same at the annex.",
            ),
            "2024-05-06",
            "2024-05-07",
        ),
    ],
)
def test_days_of_a_visit(lines: tuple[str, ...], first: str, last: str) -> None:
    found = read(_TITLE, *lines)
    assert (found.visit_start, found.visit_end) == (first, last)


@pytest.mark.parametrize(
    "line",
    [
        "Date: 3 May 2024",
        "The visits planned for March 2024 were called off because of a strike.",
        "A post card reached the Commission on 2 May 2024.",
    ],
)
def test_days_of_no_visit(line: str) -> None:
    assert read(_TITLE, line).visit_start is None


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("We went in on 4 May 2024 without having said a word to anyone.", False),
        ("The inspection of 4 May 2024 came unheralded to the police.", False),
        ("The team visited on 4 May 2024. None was forewarned.", False),
        ("The team visited on 4 May 2024. Pairs go when they choose and do not ring beforehand.", False),
        ("The team visited on 4 May 2024. The director was rung ten days before.", True),
        ("The team visited on 4 May 2024. The prison had been written to in March.", True),
        ("The team visited on 4 May 2024. The itinerary was e-mailed to the warden.", True),
        ("The team visited on 4 May 2024. Pills were given without written consent.", None),
    ],
)
def test_notice(sentence: str, announced: bool | None) -> None:
    assert read(_TITLE, sentence).announced is announced


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("- Visites precedents: 14.06.2012, 30.09.2021", "2021-09-30"),
        ("We were at Elm Prison in February 2020, before the borders shut.", "2020-02"),
        ("The visits planned for March 2021 were called off.", None),
        ("In 2022 we visited two homes for children.", None),
    ],
)
def test_earlier_visits(line: str, before: str | None) -> None:
    assert read(_TITLE, "The team visited the prison on 4 May 2024.", line).previous_visit == before


@pytest.mark.parametrize(
    ("line", "jurisdiction"),
    [
        ("Kerala State Commission for Persons in Custody", "Kerala"),
        ("SINDICATURA DE DRETS DE CATALUNYA", "Catalonia"),
        ("Regione Autonoma della Sardegna", "Sardinia"),
        ("REPUBLIC OF SENEGAL. One people, one goal", "Senegal"),
        ("Key data (English by the Commission)", None),
    ],
)
def test_parts_of_states(line: str, jurisdiction: str | None) -> None:
    assert read(line, _TITLE, "The team visited the prison on 4 May 2024.").jurisdiction == jurisdiction
