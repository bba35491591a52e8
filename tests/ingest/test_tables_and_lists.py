"""Ticked offices and degrees, verdicts above lists, grades at the end of lines, numbers in words."""

from __future__ import annotations

from functools import partial

import pytest

from ingest.links.cited_numbers import numbers
from ingest.metadata.return_visits import is_of_return_visit
from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.legend import Legend
from ingest.register.office_columns import OfficeColumns
from ingest.register.position_cells import position_in
from ingest.register.second_visits import judges_earlier
from ingest.register.table_cells import cells_of
from ingest.register.verdict_leads import below_leads
from ingest.structure.labels import read_label
from tests.ingest.report_builder import register_of, report

VISIT = Metadata(title="Visit to Marlpit House", place="Marlpit House", visit_start="2024-05-03")
RETURN = Metadata(title="Return to Marlpit House", place="Marlpit House")
REPLY = Metadata(title="Reply on Marlpit House", place="Marlpit House")


read = partial(register_of, metadata=VISIT)


def verdicts(found: list[RegisterEntry]) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.status_verified) for one in found if one.kind == "progress"]


def test_a_label_above_what_it_asks_may_name_whom_behind_its_stop() -> None:
    label = read_label("Opinion 2. (to the Governor)")
    assert label is not None and (label.number, label.qualifier) == ("2", "to the Governor")
    found = read(
        "# Visit to Marlpit House",
        "Opinion 1. (to the Governor)",
        "Lamps should be bought for all cells.",
        "Opinion 2. (to the Ministry of Health)",
        "A nurse should come every day.",
    )
    asked = [(one.number, one.addressee, str(one.text)) for one in found if one.kind == "recommendation"]
    assert asked == [
        ("1", "Governor", "Lamps should be bought for all cells."),
        ("2", "Ministry of Health", "A nurse should come every day."),
    ]


def test_columns_of_offices_tell_whom_a_row_is_put_to() -> None:
    found = read(
        "# Visit to Marlpit House",
        "# Who does what",
        "|  | Governor | Ministry of Health",
        "| Buy lamps for all the cells | x | ",
        "| Examine everybody on arrival | x | x",
        "| Pay a nurse for the nights |  | x",
    )
    asked = [(str(one.text), one.addressee) for one in found if one.kind == "recommendation"]
    assert asked == [
        ("Buy lamps for all the cells", "Governor"),
        ("Examine everybody on arrival", "Governor, Ministry of Health"),
        ("Pay a nurse for the nights", "Ministry of Health"),
    ]


def test_offices_ticked_beside_what_is_no_task_are_asked_nothing() -> None:
    found = read(
        "# Visit to Marlpit House",
        "|  | Governor | Ministry of Health",
        "| Opening meeting of the visit | x | ",
        "| Closing meeting of the visit | x | x",
        "| Licences of the pharmacy |  | x",
    )
    assert [one for one in found if one.kind == "recommendation"] == []


@pytest.mark.parametrize("row", ["| Meals in hand | 12 | x", "| Doors of the north wing |  | "])
def test_a_table_of_figures_or_without_a_tick_names_no_office(row: str) -> None:
    rows = report("| Matter | Governor | Ministry of Health", "| Lamps for the cells | x | ", row).blocks
    body = [cells_of(each) for each in rows[1:]]
    assert OfficeColumns(cells_of(rows[0]), body).offices == {}


def test_columns_of_degrees_judge_the_row_they_are_ticked_in() -> None:
    found = read(
        "# Marlpit House once more",
        "| S.N. | Suggestion | Fully | Partly | Not",
        "| 1 | Lamps | X |  | ",
        "| 2 | Nurse at night |  | X | ",
        "| 3 | Yard |  |  | X",
    )
    assert verdicts(found) == [("1", "implemented"), ("2", "partly implemented"), ("3", "not implemented")]


def test_signs_in_a_column_without_a_heading_answer_as_the_legend_says() -> None:
    found = read(
        "# Reply on Marlpit House",
        "○ = measure taken; △ = will be taken in part; ● = will be taken; × = difficult to take",
        "| Opinion |  | Summary",
        "| 1 (lamps) | ○ | Bought in May.",
        "| 2 (nurse) | △ | On weekdays.",
        "| 3 (yard) | × | The wall would have to be moved.",
        metadata=REPLY,
        kind=DocumentKind.RESPONSE,
    )
    assert [(one.number, one.status_claimed) for one in found] == [
        ("1", "implemented"),
        ("2", "partly accepted"),
        ("3", "rejected"),
    ]


def test_what_was_considered_is_a_position_and_measures_with_reasons_are_no_recommendation() -> None:
    found = read(
        "# Reply on Marlpit House",
        "| Item | Outcome of consideration | Measures, reasons",
        "| 1 | Taken into account | A tender for lamps was announced",
        "| 2 | Not taken into account | The rules do not foresee a nurse",
        "| 3 | Taken into account in part | Money for one yard of two",
        metadata=REPLY,
        kind=DocumentKind.RESPONSE,
    )
    assert [(one.kind, one.number, one.status_claimed) for one in found] == [
        ("response", "1", "accepted"),
        ("response", "2", "rejected"),
        ("response", "3", "partly accepted"),
    ]


@pytest.mark.parametrize(
    ("cell", "position"),
    [
        ("Measure taken", "implemented"),
        ("Will be taken in part", "partly accepted"),
        ("Difficult to take", "rejected"),
        ("The tender", None),
    ],
)
def test_positions_in_the_words_of_measures(cell: str, position: str | None) -> None:
    assert position_in(cell) == position


def test_lines_that_lead_to_lists_judge_their_items() -> None:
    lines = (
        "Closed, because implemented:",
        "- No. 4. Lamps hang in all cells.",
        "Open, no progress:",
        "- No. 5. The yard has no key.",
        "Added:",
        "- No. 9. The Governor should hire a nurse.",
    )
    found = below_leads(report("# Marlpit House", *lines).blocks)
    assert [(one.number, one.status_verified) for one in found] == [("4", "implemented"), ("5", "not implemented")]
    assert below_leads(report("# Marlpit House", *lines[:2]).blocks) == []


def test_grades_at_the_end_of_lines_judge_by_a_legend_of_lines() -> None:
    lines = (
        "# Marlpit House, second note",
        "It gives each recommendation a grade.",
        "A fully implemented",
        "B implemented for the greater part",
        "C nothing",
        "Lamps in the cells ...... A",
        "A nurse at night ...... B",
        "The yard ...... C",
    )
    assert Legend(report(*lines).blocks).meaning("B") == "implemented for the greater part"
    assert [status for _, status in verdicts(read(*lines))] == ["implemented", "partly implemented", "not implemented"]


def test_two_lines_are_no_legend() -> None:
    assert Legend(report("A fully implemented", "B nothing").blocks).meaning("A") is None


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("The visit served to see what became of the opinions given in May.", True),
        ("The Board gives each recommendation a grade.", True),
        ("The Board gives each prisoner a leaflet.", False),
    ],
)
def test_a_report_says_that_it_judges(text: str, judges: bool) -> None:
    blocks = report("# Marlpit House", text).blocks
    assert not is_of_return_visit(blocks, "Marlpit House")
    assert judges_earlier(blocks, "Marlpit House") is judges


def test_to_the_same_is_whom_the_item_before_names() -> None:
    found = read(
        "# Visit to Marlpit House",
        "It is recommended:",
        "1) to the department of health: to pay a nurse for the nights;",
        "2) to the same: to examine everybody on arrival;",
        "3) to the prosecutor's office: to look at the warrants of all men.",
    )
    asked = [(one.number, one.addressee) for one in found if one.kind == "recommendation"]
    assert asked == [("1", "department of health"), ("2", "department of health"), ("3", "prosecutor's office")]


def test_order_in_words_is_a_number_in_tables_headings_and_links() -> None:
    found = read(
        "# Visit to Marlpit House",
        "| Order | Recommendation | Term",
        "| First | Buy lamps for all the cells. | 30 days",
        "| Second | Hire a nurse for the nights. | 90 days",
    )
    assert [one.number for one in found if one.kind == "recommendation"] == ["First", "Second"]
    judged = read(
        "# Return to Marlpit House",
        "# FIRST RECOMMENDATION (lamps)",
        "Partly carried out. Half of the cells have one.",
        "# SECOND RECOMMENDATION (nurse)",
        "Not carried out. Nobody comes.",
        metadata=RETURN,
    )
    assert [number for number, _ in verdicts(judged)] == ["First", "Second"]
    assert numbers("Second") == numbers("2")


def test_a_list_of_verdicts_counts_as_the_recommendations_do() -> None:
    lines = (
        "1) lamps – bought for all cells (fulfilled);",
        "2) nurse – comes on Mondays (fulfilled in part);",
        "3) yard – the door has no key (not fulfilled).",
    )
    below = read("# Return to Marlpit House", "# Execution of the recommendations", *lines, metadata=RETURN)
    assert verdicts(below) == [("1", "implemented"), ("2", "partly implemented"), ("3", "not implemented")]
