"""Where a number, an addressee or a reply stands apart from the words: captions, labels, dashes, columns."""

from __future__ import annotations

import pytest
from report_builder import register_of, report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.addressee import leading_addressee, subject_addressee
from ingest.register.captioned_verdicts import caption_number
from ingest.register.claims import claimed_in
from ingest.register.dashed_replies import replies_apart
from ingest.register.looking_back import explains_levels, verdict_in
from ingest.register.narrative import is_aside
from ingest.register.table_cells import counts_codes
from ingest.register.telling import tells
from ingest.structure.labels import read_label
from redaction.text import public_text

RETURN = Metadata(title="Return visit to Brack Prison", place="Brack Prison", visit_start="2025-03-04")
FIRST = Metadata(title="Visit to Brack Prison", place="Brack Prison", visit_start="2024-03-04")


def of_kind(entries: list[RegisterEntry], kind: str) -> list[RegisterEntry]:
    return [one for one in entries if one.kind == kind]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("On recommendation 1 (talk on arrival)", "1"),
        ("Recommendation 4: locked doors", "4"),
        ("As to no. 3", "3"),
        ("Ad 5", "5"),
        ("Concerning item 2 (baths)", "2"),
        ("**With regard to our recommendation B-7 – showers**", "B-7"),
        ("Recommendation 4: Close the baths", None),
        ("Recommendation 3: the Governor should mend the roof", None),
        ("Ward 6", None),
        ("On 4 November", None),
        ("On recommendation 1 we saw that the talk is held. It is short.", None),
    ],
)
def test_a_caption_names_a_number_and_says_no_more(line: str, number: str | None) -> None:
    assert caption_number(line) == number


def test_a_verdict_below_a_caption_bears_its_number() -> None:
    entries = register_of(
        "# Return visit to Brack Prison",
        "We came back without notice on 4 March 2025.",
        "# What became of the four",
        "On recommendation 1 (talk on arrival)",
        "Fulfilled. All files hold a note of the talk, but seven of them are only partly filled in.",
        "On recommendation 2 (locked doors)",
        "Fulfilled in part. The yard is open. The doors of the east wing are locked as before.",
        "On recommendation 3 (central register)",
        "Not fulfilled, and not agreed to. The register was bought and is not used.",
        "On recommendation 4 (lawyers)",
        "Cannot be assessed. The bar has not answered our letter.",
        metadata=RETURN,
    )
    judged = [(one.number, one.status_verified) for one in of_kind(entries, "progress")]
    assert judged == [
        ("1", "implemented"),
        ("2", "partly implemented"),
        ("3", "not implemented"),
        ("4", "no information"),
    ]
    assert of_kind(entries, "progress")[0].text.startswith("Fulfilled. All files")


def test_lines_with_a_number_and_no_verdict_below_are_no_captions() -> None:
    entries = register_of(
        "# Return visit to Brack Prison",
        "# Recommendations",
        "Recommendation 1",
        "The Governor should open the yard every day.",
        "Recommendation 2",
        "The Governor should mend the roof of the baths.",
        metadata=RETURN,
    )
    assert [one.number for one in of_kind(entries, "recommendation")] == ["1", "2"]
    assert of_kind(entries, "progress") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fulfilled. Of nine cells seven are painted; two were done only in part.", "implemented"),
        ("Not fulfilled, nor agreed to. A part of the roof was done.", "not implemented"),
        ("Fulfilled in part. All is done in the west.", "partly implemented"),
    ],
)
def test_the_verdict_that_opens_wins(text: str, status: str) -> None:
    assert verdict_in(text) == status


def test_figures_of_verdicts_sum_up_and_judge_nothing() -> None:
    assert explains_levels("In figures: fulfilled three, in part four, not fulfilled two.")
    assert not explains_levels("In total: the yard was mended.")


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        (
            "Recommendation 1, to the Director of Prisons (within 30 days). Put up a roof.",
            "1",
            "to the Director of Prisons",
        ),
        ("Recommendation 9 (today), to the Chief of Police. Hold no child.", "9", "to the Chief of Police"),
        ("Recommendation 10, to the same. Empty the second cell.", "10", "to the same"),
        ("GV-4 (to the Governor): that the yard be roofed.", "GV-4", "to the Governor"),
        ("The yard has no roof. GV-4 (to the Governor, at once): that it be roofed.", "GV-4", "to the Governor"),
    ],
)
def test_a_label_names_whom_it_is_put_to(text: str, number: str, qualifier: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.number, label.qualifier, label.kind) == (number, qualifier, "recommendation")


@pytest.mark.parametrize(
    "text", ["Recommendation 3, to the Ministry, was accepted. It is done.", "Room GV-4 (to the left): a bed."]
)
def test_a_sentence_is_no_label(text: str) -> None:
    label = read_label(text)
    assert label is None or label.kind != "recommendation"


def test_what_is_put_to_the_same_has_the_addressee_before() -> None:
    entries = register_of(
        "# Visit to Brack Prison",
        "[1] The roof leaks.",
        "Recommendation 1, to the Director of Prisons (within 30 days). Put a roof on the dormitory.",
        "[2] A boy sat in the police cell.",
        "Recommendation 2 (today), to the Commissioner of Police. Hold no child in a cell.",
        "Recommendation 3, to the same. Empty the second cell and use it.",
        metadata=FIRST,
    )
    asked = [(one.number, one.addressee) for one in of_kind(entries, "recommendation")]
    assert asked == [
        ("1", "Director of Prisons"),
        ("2", "Commissioner of Police"),
        ("3", "Commissioner of Police"),
    ]


def test_a_number_in_square_brackets_counts_a_paragraph() -> None:
    blocks = report("# Visit", "[13a] The book was in order.", "[STAFF 3] had the keys.").blocks
    assert [block.number for block in blocks] == [None, "13a", None]


DASHED = (
    "# Visit to Brack Prison",
    "# Recommendations",
    "The words after the dash are those of the Prison Service, where it made any.",
    "- 1. That the Prison Service part old and young. — Accepted for women, for the rest when the annex stands.",
    "- 2. That cell 6 be closed until it is aired. — Accepted. It was emptied in June.",
    "- 3. That women have the yard for three hours a day.",
    "- 4. That the director use no inmates as interpreters. — Not accepted. There is nobody else.",
)


def test_a_reply_stands_behind_a_dash_and_none_where_nothing_stands() -> None:
    entries = of_kind(register_of(*DASHED, metadata=FIRST), "recommendation")
    assert [(one.number, one.status_claimed) for one in entries] == [
        ("1", "partly accepted"),
        ("2", "accepted"),
        ("3", "no reply"),
        ("4", "rejected"),
    ]
    assert entries[1].text == "That cell 6 be closed until it is aired."
    assert entries[1].response == "Accepted. It was emptied in June."


def test_without_such_words_silence_is_not_told() -> None:
    entries = of_kind(register_of(*DASHED[:2], *DASHED[3:], metadata=FIRST), "recommendation")
    assert [one.status_claimed for one in entries][2] is None


def test_a_dash_without_a_decision_parts_nothing() -> None:
    built = report(
        "# Visit",
        "The yard was locked. — Nobody knew why.",
        "The bath was cold. — Staff shrugged.",
        "1. That it be warm. — Accepted.",
    )
    assert replies_apart(built.blocks) == built.blocks


def test_who_is_answerable_for_a_measure_is_its_addressee() -> None:
    entries = register_of(
        "# Table of measures",
        "The Ministry of Justice has read your report.",
        "| Item | Position | What was done | Answerable | Term",
        "| 1 | Agreed | A leaflet was printed in four languages. | [STAFF 1], head of admissions | Done",
        "| 2 | Not agreed | There is no room for a second yard. | Department of Buildings | –",
        "| 3 | Agreed in part | Half of the beds were bought. | State Real Estate | 1 May 2025",
        metadata=Metadata(title="Table of measures"),
        kind=DocumentKind.RESPONSE,
    )
    assert [one.addressee for one in entries] == ["head of admissions", "Department of Buildings", "State Real Estate"]


def test_what_is_wrong_is_no_reply() -> None:
    entries = register_of(
        "# Visit to Brack Prison",
        "# What must be done",
        "| No. | What is wrong | Measure | Who | Until",
        "| 1 | The yard has had no light since May | Mend the light | Head of the district department | at once",
        "| 2 | Relatives are told late or by chance | Call a relative within three hours | Duty officers | 1 May 2025",
        metadata=FIRST,
    )
    asked = of_kind(entries, "recommendation")
    assert [(one.response, one.status_claimed) for one in asked] == [(None, None), (None, None)]
    assert asked[1].addressee == "Duty officers"


def test_a_row_that_counts_codes_is_no_entry() -> None:
    assert counts_codes(("Fulfilled", "3", "B-1, B-4 and B-7"), 2)
    assert not counts_codes(("Fulfilled", "3", "Beds in B-1 and B-7"), 2)


def test_what_was_told_is_claimed_and_how_it_looks_is_verified() -> None:
    entries = register_of(
        "# Annual report of the Watch Panel",
        "# Last year's requests",
        "| What we asked in 2023 | What we were told | How it looks to us now",
        "| Free telephone calls for every person held | Agreed. By Christmas. | Done. Three handsets.",
        "| Beds for stays over twelve hours | Declined. There is no room. | No change.",
        "| Open air after six hours | Agreed in principle. | Partly. A strip was opened.",
        metadata=Metadata(title="Annual report of the Watch Panel"),
        kind=DocumentKind.OTHER,
    )
    assert [(one.status_claimed, one.status_verified) for one in entries] == [
        ("accepted", "implemented"),
        ("rejected", "not implemented"),
        ("accepted in principle", "partly implemented"),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("You accept this: the files were sent to the court.", True),
        ("To this you did not agree: in your opinion these are aids.", True),
        ("This the home accepts; a pharmacist has been engaged.", True),
        ("You could see the yard from the cell.", False),
    ],
)
def test_a_letter_tells_those_asked_what_they_answered(sentence: str, told: bool) -> None:
    assert tells(public_text(sentence)) is told


def test_single_persons_in_a_reply_are_no_answers() -> None:
    entries = register_of(
        "# Reply of the Ministry of Health",
        "1. Recommendation 1 is accepted. A leaflet was printed.",
        "2. Recommendation 2 is not accepted. There is no money.",
        "# On single patients",
        "On paragraph 4: Mrs [PERSON 1] was discharged in June and lives with her niece.",
        metadata=Metadata(title="Reply of the Ministry of Health"),
        kind=DocumentKind.RESPONSE,
    )
    assert [one.number for one in entries] == ["1", "2"]


def test_a_house_of_which_we_had_no_word_did_not_reply() -> None:
    entries = register_of(
        "# Visit to Brack Prison",
        "# Recommendations",
        "1. The Prison Service should mend the yard.",
        "2. The General Prosecutor's Office should open proceedings.",
        "# What was said to us",
        "From the General Prosecutor's Office we have had a reference number and no word.",
        metadata=FIRST,
    )
    statuses = {one.number: one.status_claimed for one in of_kind(entries, "recommendation")}
    assert statuses == {"1": None, "2": "no reply"}


def test_a_person_who_accepts_a_gift_decides_nothing() -> None:
    told = "The cage was sold in May. I went to the family with a mat. The old man, [RELATIVE 1], accepted it."
    assert claimed_in(told) is None


def test_a_command_to_see_to_something_is_no_addressee() -> None:
    assert subject_addressee("See to it that an advocate paid by the State must meet each patient.") is None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("(to the Governor): that the yard be roofed", "Governor"),
        ("[ID] (to the Directorate-General, for immediate action): that nobody be alone", "Directorate-General"),
        ("(to some extent) the cells are clean", None),
    ],
)
def test_brackets_name_whom_the_words_behind_are_put_to(text: str, office: str | None) -> None:
    assert leading_addressee(text) == office


@pytest.mark.parametrize("aside", ["Last year we asked for the same.", "Hot water must be asked for."])
def test_what_was_asked_before_or_has_to_be_begged_for_is_no_request(aside: str) -> None:
    assert is_aside(aside)
