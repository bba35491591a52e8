"""Whom sentences address whose verb no list has, whom lists address that name nobody, and answers that go on."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.addressee import subject_addressee
from ingest.register.candidate import Candidate, trimmed
from ingest.register.extraction import extract_register
from ingest.register.paragraph_numbers import number_by_reference
from ingest.register.responses import find_answers
from ingest.structure.labels import read_label


def entries_of(*lines: str) -> tuple[RegisterEntry, ...]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    return extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None))


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("The Guarantor recommends that the prison administration acquire a second van.", "prison administration"),
        (
            "The Guarantor recommends that the prison administration no longer use the basement.",
            "prison administration",
        ),
        (
            "The Ombud recommends that the prisons of Aarnio and Salmi allow visits without glass.",
            "prisons of Aarnio and Salmi",
        ),
        ("The region of Dolní Lhota, as the founder, should pay for two carers.", "region of Dolní Lhota"),
        ("The general practitioner of the home should review the charts.", "general practitioner of the home"),
        ("We recommend that hospital treatment of prisoners be free.", None),
    ],
)
def test_the_subject_of_a_sentence(sentence: str, addressee: str | None) -> None:
    assert subject_addressee(sentence) == addressee


def test_the_prison_administration_is_not_the_prison() -> None:
    found = entries_of(
        "# Report on the visit to Monteverde Prison",
        "Visited on 3 to 5 June 2024.",
        "1. The Guarantor recommends that the prison administration install cameras in the corridor.",
    )
    assert [one.addressee for one in found if one.kind == "recommendation"] == ["prison administration"]


def test_a_list_that_names_nobody_is_for_the_home_and_not_for_who_is_named_once() -> None:
    found = entries_of(
        "# Report on the visit to Lipová Nursing Home",
        "Visited on 3 to 5 May 2023. The director had not been told.",
        "# Recommendations",
        "Recommendation 1: Notify the court of every resident.",
        "Recommendation 2: The region of Dolní Lhota, as the founder, should pay for two carers at night.",
        "Recommendation 3: Register each use of bed rails under section 89 of the Social Services Act.",
    )
    assert [one.addressee for one in found if one.kind == "recommendation"] == [
        "Lipová Nursing Home",
        "region of Dolní Lhota",
        "Lipová Nursing Home",
    ]


def test_answers_go_on_without_the_word() -> None:
    found = find_answers(
        report(
            "The Minister replied that requests 3 and 4 were accepted. The Governor told us that he accepts 1 and 5. "
            "With regard to request 2 he regretted that a later supper was not feasible.",
            "The prison accepts 12 men on Mondays. The Governor accepts 7.",
        ).blocks
    )
    assert [(one.numbers, one.status) for one in found] == [
        (("3", "4"), "accepted"),
        (("1", "5"), "accepted"),
        (("2",), "rejected"),
    ]


def test_in_principle_is_in_principle_also_in_quotation_marks() -> None:
    (answer,) = find_answers(report('The Ministry accepted recommendation 6 "in principle, subject to funds".').blocks)
    assert (answer.numbers, answer.status) == (("6",), "accepted in principle")


def test_who_must_is_asked_and_not_demanded() -> None:
    found = entries_of(
        "# Report on the visit to Monteverde Prison",
        "Visited on 3 to 5 June 2024.",
        "1. Nobody could tell us who must call an ambulance.",
        "2. The prison should keep a list of emergency numbers in each wing.",
    )
    assert [one.number for one in found if one.kind == "recommendation"] == ["2"]


def test_an_answer_in_a_numbered_paragraph_bears_the_number_that_it_cites() -> None:
    lines = {
        "3. R1, register of injuries. Every entry is complete.": "R1",
        "4. R2: cells in the basement. Two were in use on both days.": "R2",
        "5. D2, a cell in the basement, is closed.": "5",
        "6. Some men were met again.": "6",
        "7. As regards the request for information I1, three files are attached.": "I1",
        "2.5 Recommendation 4: interpreters. None came.": "4",
    }
    blocks = report("# Follow-up", *lines).blocks[1:]
    answers = [
        Candidate("progress", trimmed(block.text, read.start), block, read.number)
        for block in blocks
        if (read := read_label(block.text)) is not None
    ]
    number_by_reference(answers)
    assert [one.number for one in answers] == [*lines.values()]
    whole = Candidate("response", blocks[4].text, blocks[4])
    number_by_reference([whole])
    assert whole.number == "I1", "an answer may hold the number of its paragraph"
    found = Candidate("finding", answers[0].text, answers[0].block, "3")
    number_by_reference([found, *answers])
    assert found.number == "3", "what was found in paragraph 3 is no answer"
