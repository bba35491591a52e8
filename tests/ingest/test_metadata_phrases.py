"""How documents tell that nobody expected the visitors, when they came before and of what day they are."""

from __future__ import annotations

import pytest

from ingest.dates import find_dates
from ingest.metadata.front import Front
from ingest.metadata.notice import find_announced
from ingest.metadata.previous_visit import find_previous_visit
from ingest.metadata.publication import find_published
from ingest.metadata.state_names import is_state
from ingest.metadata.title import is_letterhead, printed_title
from tests.ingest.report_builder import report

_VISIT = find_dates("4 to 6 June 2024")[0]


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("The management learned of the visit only when the team rang the bell.", False),
        ("The delegation turned up unexpectedly at the station on a Sunday evening.", False),
        ("The authorities were informed on arrival.", False),
        ("The commander was told at the gate of the purpose of the visit.", False),
        ("The visit was made without the knowledge of the administration.", False),
        ("We gave nobody notice of our coming.", False),
        ("Type of visit: spontaneous", False),
        ("The hospital had received a letter announcing the visit ten days earlier.", True),
        ("The date of the visit was communicated to the director on 3 June.", True),
        ("Prior to the visit, the NPM notified the establishment.", True),
        ("The team was expected.", True),
        ("Transfers are announced the evening before.", None),
        ("He was transferred without warning to another prison.", None),
        ("Cell searches are unannounced.", None),
        ("Nobody had told him why he was held.", None),
    ],
)
def test_whether_a_visit_was_announced_is_told_in_many_words(sentence: str, announced: bool | None) -> None:
    found = find_announced(Front(report("# Report on the visit to Elm Prison", sentence)))
    assert (found.value if found is not None else None) is announced


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("We had seen the cells on 11 February 2022 and they were no better now.", "2022-02-11"),
        ("Compared with 2023, when the Mechanism was here, there are fewer beds.", "2023"),
        ("The place had not been visited since 2022.", "2022"),
        ("Three years ago, in 2021, the group saw the same mattresses.", "2021"),
        ("The group had monitored the institution in 2021.", "2021"),
        ("His mother last visited him in 2023.", None),
        ("The equality committee had last met in November 2022.", None),
        ("The prison was built in 1987 and renovated in 2021.", None),
    ],
)
def test_an_earlier_visit_is_told_by_what_was_seen_then(sentence: str, before: str | None) -> None:
    found = find_previous_visit(Front(report("# Report on the visit to Elm Prison", sentence)), _VISIT)
    assert (found.value if found is not None else None) == before


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("# Visit to Elm Home", "Act drawn up on 12 September 2024 in three copies."), "2024-09-12"),
        (("# Visit to Elm Home", "Dates: 4 to 6 June 2024. Drawn up on 12 September 2024 in Elm."), "2024-09-12"),
        (("# Resolution No. 14 of 12 September 2024", "# Visit to Elm Home"), "2024-09-12"),
        (("# Visit to Elm Home", "Date of the minutes: 12.09.2024"), "2024-09-12"),
        (("# Visit to Elm Home", "The Act of 12 September 2024 applies."), None),
    ],
)
def test_an_act_or_protocol_is_of_the_day_on_which_it_was_drawn_up(lines: tuple[str, ...], day: str | None) -> None:
    found = find_published(Front(report(*lines)), _VISIT)
    assert (found.value if found is not None else None) == day


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("# COUNCIL FOR PREVENTIVE VISITS, ELM REGIONAL OFFICE", "# Act No. 4 of a visit to Elm Home"),
            "Act No. 4 of a visit to Elm Home",
        ),
        (
            ("# NATIONAL CENTRE FOR THE PREVENTION OF TORTURE", "PROTOCOL of a preventive visit to Elm Home"),
            "PROTOCOL of a preventive visit to Elm Home",
        ),
        (
            ("# Report", "of the Commission to the Minister on the state of Elm Prison", "Visits of 4 June 2023"),
            "Report of the Commission to the Minister on the state of Elm Prison",
        ),
        (
            ("# Follow-up visit", "Observations on the guarded rooms of Elm Hospital", "# I. Background"),
            "Follow-up visit: Observations on the guarded rooms of Elm Hospital",
        ),
    ],
)
def test_a_title_stands_below_a_letterhead_or_goes_on_below_its_kind(lines: tuple[str, ...], title: str) -> None:
    assert printed_title(report(*lines, "The team went there.").blocks) == title


def test_names_of_bodies_in_other_languages_are_letterheads() -> None:
    assert is_letterhead("Defensoría del Pueblo")
    assert not is_letterhead("Report of the visit to Elm Prison")


def test_the_official_name_of_a_state_is_a_state() -> None:
    assert is_state("Kyrgyz Republic")
