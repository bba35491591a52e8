"""Answers that one paragraph gives number by number, those who keep silent, and ticks in columns."""

from __future__ import annotations

from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.action_table import find_rows
from ingest.register.claims import claimed_in
from ingest.register.extraction import extract_register
from ingest.register.looking_back import verdict_in
from ingest.register.reply_table import find_replies_in_tables


def entries(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    return list(extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None)))


_ASKED = (
    "# Report on the visit to Elm Police Station",
    "# Recommendations",
    "To the Officer-in-Charge:",
    "(i) Enter every person in the register on arrival.",
    "(ii) Tell the family of each detainee where he is.",
    "To the Ministry of Security:",
    "(iii) Vote money for mats in all cells.",
)


def test_quoted_answers_in_turn_and_one_who_is_silent() -> None:
    found = entries(
        *_ASKED,
        "# Annex: what we were told",
        'The command wrote on 14 October. On (i): "Accepted. Orders were given." On (ii): "Not acceptable. There is no '
        'need." The Ministry has not answered on (iii).',
    )
    told = {one.number: (one.status_claimed, one.response) for one in found if one.kind == "recommendation"}
    assert told["(i)"] == ("accepted", "Accepted. Orders were given.")
    assert told["(ii)"][0] == "rejected"
    assert told["(iii)"][0] == "no reply"


def test_one_number_alone_is_no_list_of_answers() -> None:
    found = entries(*_ASKED, "# Annex", "We spoke at length. On (i): nobody objected when we raised it on the spot.")
    assert all(one.response is None for one in found)


def test_the_others_remained_silent() -> None:
    found = entries(
        "# Visit to the Elm Complex",
        "Rec. 2024/31 — To the Gendarmerie: move out all who are isolated.",
        "Rec. 2024/32 — To the Public Prosecutor's Office: open an enquiry.",
        "# Comments",
        "The Gendarmerie informed the Committee that it accepted Rec. 2024/31. The other addressees remained silent.",
    )
    assert [(one.number, one.addressee, one.status_claimed) for one in found] == [
        ("2024/31", "Gendarmerie", "accepted"),
        ("2024/32", "Public Prosecutor's Office", "no reply"),
    ]


def test_a_reply_names_your_numbers() -> None:
    found = entries(
        "# Reply to the summary of the inspection visit",
        "Dear Ms [PERSON 1], thank you for the visit of 4 February 2025.",
        "Locked doors (your § 2): the locks were taken off on 10 March. "
        "Medicines (your § 4): you are right. The doctor will decide in each case.",
        "Instructor (your § 5): we have considered it and do not see the need.",
    )
    assert [(one.number, one.status_claimed) for one in found] == [
        ("2", "implemented"),
        ("4", "accepted"),
        ("5", "rejected"),
    ]


def test_a_table_answers_letters_and_lists_of_them() -> None:
    built = report(
        "# Reply",
        "| Para | Service says",
        "| a | Done. Cans have been placed in the cells.",
        "| b, d | Agreed.",
        "| c | Not agreed. There is no vote for works.",
    )
    found = find_replies_in_tables(built.blocks)
    assert [(one.number, one.status_claimed) for one in found] == [
        ("a", "implemented"),
        ("b", "accepted"),
        ("d", "accepted"),
        ("c", "rejected"),
    ]


def test_ticked_columns_are_positions_where_a_visit_asks_and_verdicts_where_it_returns() -> None:
    lines = (
        "# Matters to put right",
        "| Item | Matter to put right | Yes | Partly | No",
        "| A.1 | Members to have one hour of exercise outdoors each day | ✓ |  | ",
        "| A.2 | Legal calls not to be made before the guard commander |  |  | ✓",
        "| B.1 | Boilers in the wash house to be replaced by March |  | ✓ | ",
        "| B.2 | Each member to see a social worker within three days |  |  | ",
        "Rows without a tick: no answer was given.",
    )
    asked = find_rows(report(*lines).blocks, follow_up=False)
    assert [one.status_claimed for one in asked] == ["accepted", "rejected", "partly accepted", "no reply"]
    judged = find_rows(report(*lines).blocks, follow_up=True)
    assert [one.status_verified for one in judged][:3] == ["implemented", "not implemented", "partly implemented"]


def test_two_ticks_in_a_row_tell_nothing() -> None:
    built = report(
        "# Matters to put right",
        "| Item | Matter to put right | Yes | No",
        "| A.1 | Members to have one hour of exercise outdoors each day | ✓ | ✓",
        "| A.2 | Legal calls not to be made before the guard commander |  | ✓",
    )
    assert find_rows(built.blocks, follow_up=False)[1].status_claimed != "rejected"


def test_signs_mean_what_the_legend_says_in_one_line() -> None:
    built = report(
        "# Return visit to the Elm Youth Home",
        "# Legend: ● done ◐ begun ○ not done",
        "| Ref. (2024) | Subject | [PERSON 3] | What we saw",
        "| YH-1 | Children below the age | ● | No such child is left in the home.",
        "| [CELL] | Quiet room | ○ | The storeroom had a mat and a boy in it.",
        "| YH-3 | Teacher | ◐ | Comes one morning a week.",
    )
    found = find_rows(built.blocks, follow_up=True)
    assert [one.number for one in found] == ["YH-1", None, "YH-3"]
    assert [one.status_verified for one in found][:2] == ["implemented", "not implemented"]
    assert found[2].status_verified in ("in progress", "partly implemented")


def test_a_table_of_persons_who_wrote_asks_nothing_of_an_office() -> None:
    built = report(
        "# Persons who wrote to us",
        "| Who | Number | Asks for | Since",
        "| [PERSON 1] | [ID] | a copy of his charge sheet | 2022",
        "| [PERSON 2] | [ID] | to be moved to another block | 2020",
    )
    assert find_rows(built.blocks, follow_up=False) == []


def test_a_head_judges_whatever_follows() -> None:
    assert verdict_in("Yard: no progress. Nothing has been built or planned.") == "not implemented"
    assert verdict_in("Boxes: carried out. Three are in use and only the nurse holds the key.") == "implemented"


def test_the_number_before_an_answer_is_no_part_of_it() -> None:
    assert claimed_in("Ad 3. The pump will be mended this year. A second one cannot be afforded.") == "partly accepted"


def test_a_reply_behind_its_code_is_read_with_the_sentence_before() -> None:
    found = entries(
        "# Elm Detention Centre",
        "# Findings and recommendations",
        "That the Branch open a second yard for women. (R-1)",
        "Position of the Ministry: Not supported. Other needs come first.",
        "That the Ministry of Health send a doctor on every working day. (R-2)",
        "Position of the Ministry: Agreed.",
    )
    assert [(one.number, one.status_claimed) for one in found] == [("R-1", "rejected"), ("R-2", "accepted")]
