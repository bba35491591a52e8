"""Kinds of identifiers in the styles of many bodies; all people and numbers are invented here."""

from __future__ import annotations

import pytest

from redaction import Redactor

GONE = [
    # Tables: the head of a column says what the cells hold.
    (
        ["Surname | Given names | Cell", "STONE | Grace | B07", "Osipenko | Lev | B11"],
        ["STONE", "Grace", "Osipenko", "B07"],
    ),
    (
        ["Full name | File no. | Born", "Ikaika Rose | QX-23-0441 | 4.XI.1990"],
        ["Ikaika", "Rose", "QX-23-0441", "4.XI.1990"],
    ),
    # Letters and mails.
    (
        ["From: marisol quintela", "To: Petrov, Anya; bruno", "The showers were cold."],
        ["marisol", "quintela", "Anya", "bruno"],
    ),
    (["The showers were cold.", "Best regards,", "Zuleika"], ["Zuleika"]),
    (["The man said that the guards call him abu shihab, and laughed."], ["shihab"]),
    # Ranks, roles and asides.
    (["The visitors met SSP Nakabuye and JO2 Salonga at the gate."], ["Nakabuye", "Salonga"]),
    (["Interviewer: Rand el-Tahan. The notes are kept."], ["Tahan", "Rand"]),
    (["The nurse on duty, Kassiani, told the team that he was ill."], ["Kassiani"]),
    (["A man called Dodo (real name Jovito Salazar y Pineda) slept on the floor."], ["Jovito", "Salazar", "Pineda"]),
    (['She was hit by "Falcon", a nickname of Cpl Mugabi.'], ["Falcon", "Mugabi"]),
    (["The inspector met two brothers, Angel and Heaven Stone, in the yard."], ["Angel", "Heaven"]),
    (["Hope Marsh was seen. The prisoner Hope Marsh is ill. Hope taken to hospital later."], ["Hope taken"]),
    (["He initialled the page J.R.K., and nobody asked why."], ["J.R.K."]),
    (["Officer Blackstone wrote it. BIackstone signed the page."], ["BIackstone"]),
    (["Sgt Otwori left. The note names 0twori as the writer."], ["0twori"]),
    # Numbers.
    (["The card of the man (KE-ID-4471920) was kept."], ["4471920"]),
    (["He was entered as BTK/311/23/REM in the book."], ["BTK/311/23/REM"]),
    (["Her file (TTA-2022-0913) lay open."], ["TTA-2022-0913"]),
    (["Voter ID of the complainant: KLM3309127."], ["KLM3309127"]),
    (["The number on the form was 5512-8830-4471-0096."], ["5512-8830"]),
    (["Error in record 550912387 appeared again."], ["550912387"]),
    (["She holds passport T05519273 and wants it back."], ["T05519273"]),
    # Reach and whereabouts.
    (["Call me at (931)555-6169 please.", "Or at 340.555.8621x77355 later."], ["555-6169", "8621x77355"]),
    (["Her mother can be called on (11) 95555-0162 at night."], ["95555"]),
    (['He lives at 9, "Il-Ballut", Triq il-Ward, Birgu BRG 2201. He is ill.'], ["Ballut", "Birgu"]),
    (["She was said to be lodged in container 22 of the camp."], ["container 22"]),
    (["The jeep KA 51 MB 7742 stood outside."], ["7742"]),
    (["The form gives dob 11 O6 1987 for him."], ["1987"]),
    (["The applicant lodged an application with the Court in May (no. 41817/12)."], ["41817/12"]),
]


@pytest.mark.parametrize(("segments", "gone"), GONE, ids=[gone[0] for _, gone in GONE])
def test_identifiers_of_each_kind_go(redactor: Redactor, segments: list[str], gone: list[str]) -> None:
    """Nothing of the value stands in the output."""
    output = "\n".join(redactor.redact(segments).segments)
    for value in gone:
        assert value not in output


KEPT = [
    "At Establishment No. 12 (Orvani), the delegation saw the register.",
    "The inquiry began in State Prison, Kadapur, and ended in Hogar San Blas.",
    "A pension is paid from age 65 under the Pensions Act.",
    "The report CAT/OP/4 and the paper NPM-2023-0417 were tabled; the symbol was GE.11-14407.",
    "The Carabineros and the Ministerio de Justicia answered; so did the Policía de Investigaciones.",
    "See Smith v. Jones (no. 27229/95) and Law No. 3386/2005.",
    "Cells | Beds | Occupied\n12 | 24 | 31",
    "The Harlan Voss reading room was open and the Voss unit was clean.",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_points_at_nobody_stays(redactor: Redactor, text: str) -> None:
    """Institutions, papers, thresholds and statistics are not touched."""
    assert "\n".join(redactor.redact(text.split("\n")).segments) == text


@pytest.mark.parametrize("text", ["A " * 20_000, "The list: " + "1 " * 20_000, "The number is " + "1" * 40_000])
def test_degenerate_text_comes_to_an_end(redactor: Redactor, text: str) -> None:
    """Repetition of 40,000 characters is read like any other text; how fast is a benchmark's business."""
    assert len(redactor.redact([text]).segments) == 1
