"""Identifiers that a heading, a file or a note gives away."""

from __future__ import annotations

import pytest

from redaction import Redactor

GONE = [
    # Tables.
    (
        ["Received | Complainant | Initials | MIN | Officer", "01/07 | QUILL, AOIFE | AQ | 448 219 | HARGRAVE"],
        ["AQ", "448 219", "HARGRAVE", "QUILL"],
    ),
    (
        ["Prisoner | Name | Cell | Age | Ref", "NK 40 118 | Semisi Tuavale | D2 left | c. 54 | TR/0091"],
        ["40 118", "Tuavale", "D2", "54", "TR/0091"],
    ),
    # Numbers of proceedings and lists.
    (["The Office opened case No. IDX-77/2024 concerning Mr Strauts."], ["IDX-77/2024"]),
    (["Their pupil numbers (SD-118 and SD-119) had been exchanged."], ["SD-118", "SD-119"]),
    (["He was hit; mandatory report for Mr Strauts, ref MR 041/25."], ["041/25"]),
    # Places of one person.
    (["Mr Golzad collapsed in Banksia 2, room 19 that day."], ["Banksia 2", "room 19"]),
    (["The man from F1 signed with a cross."], ["F1"]),
    (["She saw Ewan Laidly in E Hall 3/19 at noon."], ["3/19"]),
    (["She had been moved from the end bed in Darrow dorm on Monday."], ["end bed"]),
    (["Mr Baraki has been in Ward Simbu, third mat from the tap, since May."], ["third mat"]),
    (["A man had lived under the staircase of Pavilion 2 for a year."], ["staircase"]),
    (["Returnee Nodar Tsik, seat 28A, was calm."], ["28A"]),
    (["She lives behind the petrol station at Kisau, second green gate, with him."], ["petrol station", "green gate"]),
    # Initials of somebody named.
    (["Present: Mr Dougal Limb (chair).", "DL reported that the contract had lapsed."], ["DL "]),
    (["From: Fred Odhran", "The cell was full.", "Regards, FO"], ["FO"]),
    (['They keep a list of nicknames: "Wireless" for Herr Zaugler. Wireless wept.'], ["Wireless"]),
    # Whole dates, ages and illnesses.
    (["Mr Golzad was arrested on Tuesday 10 June 2025 at 4.50 a.m. at home."], ["Tuesday", "4.50"]),
    (["He has sickle cell disease with a leg ulcer."], ["leg ulcer"]),
    (["She slept there with her baby, Mouh, aged four months."], ["four months"]),
]


@pytest.mark.parametrize(("segments", "gone"), GONE, ids=[gone[0] for _, gone in GONE])
def test_identifiers_go(redactor: Redactor, segments: list[str], gone: list[str]) -> None:
    output = "\n".join(redactor.redact(segments).segments)
    for value in gone:
        assert value not in output


STAY = [
    (["Observation 3. The Ministry has repaired the roof."], "Observation 3"),
    (["The average age was 36."], "36"),
    (["The doctor found bruises, about three days old."], "three days old"),
    (["Riga, 30 January 2025. No. 1-13.2/118"], "1-13.2/118"),
    (["Operation RO-24-311 was monitored."], "RO-24-311"),
    (["Case No. 12/2020 against Latvia was closed."], "12/2020"),
    (["The representative of the Ministry for Health, Dr Anna Zerafik, agreed."], "representative of the Ministry"),
    (["On ward 52 the window was nailed shut."], "ward 52"),
    (["3.5 Pape Ndoy slept on the floor."], "3.5"),
    (["He takes Depakine and Seroquel."], "Depakine"),
    (["Action | Who | By\nOpen house | P. Salibu | 31 March 2026"], "31 March 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("segments", "kept"), STAY, ids=[kept for _, kept in STAY])
def test_numbers_of_texts_and_groups_stay(redactor: Redactor, segments: list[str], kept: str) -> None:
    assert kept in "\n".join(redactor.redact(segments).segments)
