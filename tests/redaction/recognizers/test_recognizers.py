"""What the detectors take, what they leave, and how long they need."""

from __future__ import annotations

import time

import pytest

from redaction.recognizers import default_detectors
from redaction.span import SpanType

DETECTORS = default_detectors()


def spans(text: str) -> set[tuple[str, str]]:
    """Return type and text of everything found."""
    return {(s.type.value, text[s.start : s.end]) for d in DETECTORS for s in d.detect(text)}


FOUND = [
    ("Prisoner no. A4471CX was restrained.", "ID", "A4471CX"),
    ("Mr Tom Ashdown (139871; CHI 010170 0008) spoke.", "ID", "139871"),
    ("Ms Lena Brook (No. 4471) asked for a doctor.", "ID", "4471"),
    ("The fax gives prisoner number 4O71l9 for him.", "ID", "4O71l9"),
    ("prisoner numbers 14827, 15190 and 13905", "ID", "13905"),
    ("écrou 24102", "ID", "24102"),
    ("Her NHS number is 943 476 5919.", "ID", "943 476 5919"),
    ("A slip with 943 476 5919 lay there.", "ID", "943 476 5919"),
    ("NI number AB 12 34 56 C", "ID", "AB 12 34 56 C"),
    ("passport C8123457", "ID", "C8123457"),
    ("her Home Office ref A1234567/002", "ID", "A1234567/002"),
    ("(custody record 01YE/3456/23)", "ID", "01YE/3456/23"),
    ("his complaint reference is KLD/0412/25", "ID", "KLD/0412/25"),
    ("PC 4471 Jones held the door.", "ID", "4471"),
    ("IBAN GB82 WEST 1234 5698 7654 32", "ID", "GB82 WEST 1234 5698 7654 32"),
    ("PESEL 440 5140 1359", "ID", "440 5140 1359"),
    ("write to j.roe@mail.example, please", "CONTACT", "j.roe@mail.example"),
    ("jane (at) mail (dot) org", "CONTACT", "jane (at) mail (dot) org"),
    ("She rang from +353 86 555 0142.", "CONTACT", "+353 86 555 0142"),
    ("call 555-0199", "CONTACT", "555-0199"),
    ("(08) 5550 1234", "CONTACT", "(08) 5550 1234"),
    ("lives at 12 Rue de la Paix, 75002 Paris", "ADDRESS", "12 Rue de la Paix, 75002 Paris"),
    ("of 9 Elm Road, Leeds LS1 4AB, told us", "ADDRESS", "9 Elm Road, Leeds LS1 4AB"),
    ("Hauptstraße 12, 10115 Berlin", "ADDRESS", "Hauptstraße 12, 10115 Berlin"),
    ("He lives in Rowan 3/14.", "CELL", "Rowan 3/14"),
    ("He was in MDI-A-1-023.", "CELL", "MDI-A-1-023"),
    ("Room 14, Harris Ward", "CELL", "Room 14, Harris Ward"),
    ("She was kept in S4 overnight.", "CELL", "S4"),
    ("D.O.B. 3.4.87", "DOB", "3.4.87"),
    ("date of birth: 3rd April 1987", "DOB", "3rd April 1987"),
    ("née le 3 avril 1987", "DOB", "3 avril 1987"),
    ("a man born in 1987", "DOB", "1987"),
    ("She was admitted on 3 March 2024.", "DATE_PERSONAL", "3 March 2024"),
    ("plate AB12 CDE", "PLATE", "AB12 CDE"),
    ("his car, 191-D-12345, stood there", "PLATE", "191-D-12345"),
    ("a 34-year-old man", "AGE", "34-year-old"),
    ("Mr Tom Reed, 29, said so", "AGE", "29"),
    ("a Romanian national", "NATIONALITY", "Romanian"),
    ("Mr Reed has Huntington's disease.", "HEALTH_RARE", "Huntington's disease"),
    ("She is the only woman on the wing.", "INDIRECT", "She is the only woman on the wing"),
]

LEFT = [
    "Rule 62 and Rules 13, 14 and 22(2)",
    "Law No. 2007-1545 of 30 October 2007",
    "reports SIC/2025/07 and CAT/OP/1, A/RES/70/175",
    "QI 1.1–1.9 | 1,104 | 388 | 31",
    "Recommendation 3 and paragraph 2.14 at 14.30",
    "purchase order 448812 and contract CON 090 380 664",
    "the prison held 1204 prisoners in 2019, 86,412 in all",
    "In 2022 2023 and 2024 2025 numbers rose from 12 345 678 to 12 500 600.",
    "the case of Smith v. Jones (no. 27229/95)",
    "Locked in cell 23 hours a day; cells 301 to 324; single cells S1 to S6; 19 of 62 cells",
    "children aged 10 to 17, people aged 18 and over, 19-year-old care leavers",
    "12 Romanian nationals, the Romanian authorities, a French court",
    "We visited on 12 March 2024 and reported on 3 June 2024.",
    "Published: 12 March 2024. Visit of 5 to 14 June 2023",
    "The survey of 555 0123 calls; batch 850714 5008 086; ISBN 978-0-00-741820-6",
    "Medbourne Crown Court has 12 cells; 12 Crown Court hearings",
    "Health care was adequate. Persons with albinism were protected.",
    "£412,000, 43.7%, 18.2 m², 20-kg, R1 to R5, Unit 3, Order No. 106",
]


@pytest.mark.parametrize(("text", "kind", "value"), FOUND, ids=lambda value: str(value)[:40])
def test_identifier_is_found_whole(text: str, kind: str, value: str) -> None:
    assert (kind, value) in spans(text)


@pytest.mark.parametrize("text", LEFT, ids=lambda value: str(value)[:40])
def test_text_of_reports_is_left(text: str) -> None:
    assert spans(text) == set()


def test_spans_name_their_detector_and_lie_inside_the_text() -> None:
    text = " | ".join(text for text, _, _ in FOUND)
    for detector in DETECTORS:
        for span in detector.detect(text):
            assert span.detectors == (detector.name,)
            assert 0 <= span.start < span.end <= len(text)
            assert 0.0 < span.score <= 1.0
            assert isinstance(span.type, SpanType)
    assert len({detector.name for detector in DETECTORS}) == len(DETECTORS)


@pytest.mark.parametrize(
    "unit", ["1 ", "A", "1", "Aa ", "(", "a@", "12 ", "A, ", "1-", "cell ", "Mr ", "\n", " ", "the only ", "Aa-"]
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        for detector in DETECTORS:
            detector.detect(text)
        return time.process_time() - begin

    seconds(2_000)
    assert seconds(16_000) < 0.1 + 16 * seconds(4_000)
