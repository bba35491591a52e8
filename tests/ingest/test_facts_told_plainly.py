"""Facts that a document tells in its own sentences: who writes and who is cited, days, places and notice."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.body_names import body_name, defined
from ingest.metadata.extraction import classify, read_metadata
from ingest.metadata.kind_words import kind_of
from ingest.metadata.place_title import place_in_title
from ingest.passage import DocumentKind, Metadata

_TITLE = "# Report on the visit to Elm Prison"
_VISITED = "The visit took place on 3 May 2024."


def read(*lines: str, kind: DocumentKind | None = None) -> Metadata:
    built = report(*lines)
    return read_metadata(built, "report.pdf", kind or classify(built, "report.pdf"), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bureau for the Oversight of Custody", "Bureau for the Oversight of Custody"),
        ("Bureau of Custody", None),
        ("Oakport Watch Panel", "Oakport Watch Panel"),
        ("Visiting Committee Annual Report", "Visiting Committee"),
        ("Chair, Board for the Observation of Custody", "Board for the Observation of Custody"),
        ("Citizens' Group for Visits to Custody", "Citizens' Group for Visits to Custody"),
        ("Committee for Visits to Elm Prison", None),
    ],
)
def test_names_of_bodies(text: str, name: str | None) -> None:
    assert body_name(text) == name


def test_an_acronym_is_written_out_in_any_language() -> None:
    text = "Relatório do Gabinete de Observação a Lugares Fechados (GOLF). Two pages."
    assert defined("GOLF", text) == "Gabinete de Observação a Lugares Fechados"
    assert defined("GOLF", "The clubs. Gabinete (GOLF)") is None
    assert defined("GOLF", "Gabinete de Observação. Lugares Fechados (GOLF)") is None


def test_the_full_name_goes_before_the_acronym_of_the_head() -> None:
    found = read(
        "^ GOPLD – Report 4/2024",
        "# Visit to Elm Prison",
        "Report 4/2024 of the Gabinete de Observação de Pessoas em Lugares de Detenção (GOPLD).",
    )
    assert found.inspecting_body == "Gabinete de Observação de Pessoas em Lugares de Detenção"


def test_who_writes_goes_before_who_is_cited() -> None:
    """The standards and the earlier visit of a body of many States are cited; the members who went wrote."""
    found = read(
        _TITLE,
        "From 3 to 5 May 2024 four members of the Bureau for the Oversight of Custody (hereafter: the Bureau) "
        "visited Elm Prison.",
        "The report of the European Committee for the Prevention of Torture (CPT/Inf(2019) 4) asked for the same.",
    )
    assert found.inspecting_body == "Bureau for the Oversight of Custody"


def test_who_is_only_cited_is_nobody() -> None:
    cited = "The recommendations of the European Committee for the Prevention of Torture (CPT/Inf(2019) 4) are known."
    assert read(_TITLE, _VISITED, cited).inspecting_body is None
    assert read("^ CPT/Inf (2019) 4", _TITLE, _VISITED).inspecting_body is not None


def test_ours_is_the_body() -> None:
    found = read(
        "# Annual report for the custody suites at Oakport",
        "Ours, the Custody Watch Board, looks in every week. Boards of this kind belong to the UK National Preventive "
        "Mechanism. It is one of the smallest in England.",
    )
    assert (found.inspecting_body, found.jurisdiction) == ("Custody Watch Board", "England")
    assert (found.place, found.place_type) == ("custody suites at Oakport", "police custody")


def test_days_told_by_a_journey() -> None:
    """A body whose name speaks of visits makes the day of its memo no day of a visit."""
    found = read(
        "# Three police stations in a week",
        "Group for Preventive Visits – memo for the Ministry of the Interior, 19 December 2025",
        "Between 6 and 10 October 2025 we drove to three police stations: Elmford on Monday, Oakham on Wednesday, "
        "Ashton on Friday. None of them knew.",
    )
    assert (found.visit_start, found.visit_end, found.published) == ("2025-10-06", "2025-10-10", "2025-12-19")
    assert found.place == "Elmford; Oakham; Ashton"


def test_days_of_fewer_places_than_were_seen_name_none() -> None:
    found = read(
        "# Three police stations in a week",
        "Between 6 and 10 October 2025 we drove to three police stations: Elmford on Monday, [PERSON 1] on "
        "Wednesday, Ashton on Friday.",
    )
    assert found.place is None


def test_two_visits_on_one_line() -> None:
    found = read(_TITLE, "Visits of 22 June 2023 (from 11.40 p.m.) and 23 June 2023. Published in October 2023.")
    assert (found.visit_start, found.visit_end) == ("2023-06-22", "2023-06-23")


def test_a_period_that_opens_a_sentence() -> None:
    found = read(
        "# Children in closed institutions",
        "In the period from February to November 2024 the Centre for Preventive Monitoring made 19 preventive visits "
        "to Elm Colony, Oak Colony and the Ash School, where minors are kept, by day and once by night.",
    )
    assert (found.visit_start, found.visit_end) == ("2024-02", "2024-11")


def test_a_reply_tells_the_month_in_a_long_paragraph() -> None:
    found = read(
        "# Table of measures on Report B-6",
        "To the Bureau for the Oversight of Custody. Elmton, 12 December 2024.",
        "The Ministry has read the report on the visit of May 2024. "
        + "The table was drawn up by those who run the house and has been seen by the unions of the staff. " * 3,
        kind=DocumentKind.RESPONSE,
    )
    assert (found.visit_start, found.inspecting_body) == ("2024-05", "Bureau for the Oversight of Custody")


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("Elmton, Slovenia, 5 June 2024", "Your comments on the draft, dated 22 May 2024, were used."), "2024-06-05"),
        (("Its answers are printed below as we received them on 1 June 2024.", "27 June 2024"), "2024-06-27"),
        (("The replies are printed below as it sent them on 1 June 2024.", "27 June 2024"), "2024-06-27"),
    ],
)
def test_what_others_wrote_is_not_the_report(lines: tuple[str, ...], published: str) -> None:
    assert read(_TITLE, _VISITED, *lines).published == published


@pytest.mark.parametrize(
    ("sentence", "previous"),
    [
        ("The visit lasted three days, after a first one in November 2022.", "2022-11"),
        ("The previous one, of August 2019, was a visit by night.", "2019-08"),
        ("The visit found a new roof; the first one, built in 2019, had leaked.", None),
        ("In May 2021 we visited three wards of this hospital and asked for nine measures.", "2021-05"),
        ("In May 2021 we visited three hospitals and asked for nine measures.", None),
    ],
)
def test_the_visit_before(sentence: str, previous: str | None) -> None:
    assert read(_TITLE, _VISITED, sentence).previous_visit == previous


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("We announced this visit two weeks ahead; the previous one, of August 2019, had been without notice.", True),
        ("Eleven months after its first visit, in June 2023, the Office returned unannounced.", False),
        ("We made four visits to Elm Prison, none announced.", False),
        ("Four members entered by the yard. They were not expected.", False),
        ("They were not expected to work on Sundays.", None),
        ("Three members visited Elm Prison. The duty officers had not been told.", False),
        ("Three members visited Elm Prison. They had not been told.", None),
    ],
)
def test_notice(sentence: str, announced: bool | None) -> None:
    assert read(_TITLE, "On 3 May 2024 Elm Prison was full.", sentence).announced is announced


def test_a_state_in_capitals_on_one_part_of_a_line() -> None:
    head = "^ REPUBLIC OF SENEGAL – Observatoire de la Privation de Liberté"
    assert read(head, "# Visit to the Elm Commissariat", _VISITED).jurisdiction == "Senegal"


def test_the_place_stands_in_the_line_below_the_title() -> None:
    found = read(
        "# Elmberg revisited",
        "Report of the Protector of Persons in Facilities of the Czech Republic on the visit to the Psychiatric "
        "Hospital Elmberg of 12 and 13 March 2024, which was published on 8 July 2024 and sent to it",
    )
    assert found.place == "Psychiatric Hospital Elmberg"


def test_rooms_at_a_port() -> None:
    title = "Annual report of the Watch Panel for the holding rooms at Oakport Port"
    assert place_in_title(title) == "holding rooms at Oakport Port"
    assert kind_of(title) == "immigration detention"
    assert place_in_title("Annual report for the year at Oakport Port") != "year at Oakport Port"


def test_a_court_of_no_name_is_no_place() -> None:
    lines = ("She was placed by order of the Local Court in Oakham.", "The Local Court in Oakham did not reply.")
    assert read("# Visit to the home [PERSON 1]", _VISITED, *lines).place is None


def test_cells_beside_a_prison_are_of_another_kind() -> None:
    assert read("# Elm Correctional Centre and police cells: what we saw", _VISITED).place_type == "mixed"
    assert read("# Elm Correctional Centre: what we saw of its cells", _VISITED).place_type == "prison"


def test_a_reply_says_what_it_answers_behind_a_colon() -> None:
    found = read(
        "Department of Prisons, Elmton",
        "24 November 2025. Our file 11/25",
        "To the convenor, Detention Visitors' Panel",
        "Elm Prison: reply to DVP/2025/04",
        "Dear Chief [PERSON 1],",
        "Thank you for the report.",
    )
    assert found.title == "Elm Prison: reply to DVP/2025/04"
