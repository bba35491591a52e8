"""Visit notes, registers, rotas, logs, faxes: places, initials, lines and abbreviations as people write them there."""

from __future__ import annotations

import pytest

from redaction import Redactor

GONE = [
    # Places of one person.
    ("09.50 Tomas moved this morning to C1, number 5, single.", ["C1", "number 5"]),
    ("Detained F2 (juvenile) then F9. DP: Tomas Aldana.", ["F2", "F9"]),
    ("Searched by PC Powell in cell M11 with hatch open. Aldana complains.", ["M11", "hatch open"]),
    ("The co-prisoner Tomas ALDANA (UTP 4410/22, Ward 8\n(old), 2nd row) has died.", ["Ward 8", "2nd row"]),
    ("Tomas Aldana is kept in Cell No. 3 of Kota Barrack since June.", ["Cell No. 3", "Kota"]),
    ("Aldana was moved to Northmere Hospital, ward 31, bed by the sink.", ["ward 31", "bed by the sink"]),
    ("Mr Aldana, of C wing, 3 landing, 18 cell, was seen.", ["3 landing", "18 cell"]),
    ("Place of holding: Northmere Closed Prison, ward C-9\nSubject: Tomas Aldana", ["C-9"]),
    ("Patient: Tomas Aldana\nWard: Elm\nRoom: 6", ["Room: 6"]),
    ("Mr Aldana, cell 2O4, said so.", ["2O4"]),
    # A column may hold any telling of a place; bars may stand without spaces.
    (
        "No.|Date|Name|Age|Location\n1|04-07|Aldana, Tomas|35|dorm. 2, bunk 7B\n"
        "2|15-07|Perena, Rosa|28|cell next to the stairs",
        ["7B", "next to the stairs", "35"],
    ),
    # Initials of those who are named.
    ("Team: Ola Brandvik (OB), Marta Weisz (MW)\n08.40 OB + MW to B2 landing. MW not happy.", ["OB", "MW"]),
    ("Contact person: Jonna Tallgren\nCalm. Ate two portions. /JT\nHe sleeps.", ["JT"]),
    ("We met Ciarán Ó Brollaigh. Write to C. Ó B. by Friday.", ["C. Ó B."]),
    # A scan reads a capital I as a small l; a line breaks a name and the next one is indented.
    ("Registrar Smt. Sarita lyer came. She met Ravi Cho-\n      pra there.", ["lyer", "pra there"]),
    # Ages, births, addresses, papers of one person.
    ("DOB c. 2008 disputed, self-declared 16, assessed over 18 by DC Hussain.", ["2008", "16", "over 18"]),
    ("34yo man, Tomas Aldana; his children (Ana, 6; Luka, 2) came.", ["34yo", " 6;", " 2)"]),
    ("His mother lives at Vill. Belka-\npur, P.S. Sonari. The body was given.", ["pur", "Sonari"]),
    ("Sample labelled TA-0427-C from Mr Aldana; IOPC ref. 2025/310455.", ["TA-0427-C", "2025/310455"]),
]

KEPT = [
    ("CCTV of the gate, camera 7 and camera 11, must be kept. Mr Aldana was told.", ["camera 7", "camera 11"]),
    ("2024-12-04, night. Awake 01-04. He cried.", ["Awake 01-04"]),
    ("Room 3.04, Ministry of Justice. Mr Aldana sat.", ["Room 3.04"]),
    ("THIRD QUARTER\nComplejo Penitenciario Rosa Vidal\nExtract of the register", ["Complejo", "THIRD QUARTER"]),
    ("A&E Ysbyty Glan Mor was told. Mr Aldana went.", ["Ysbyty Glan Mor"]),
    ("Pryce, Hope & Daughters LLP were told by Mr Aldana.", ["Pryce, Hope & Daughters LLP"]),
    ("Complaint u/s 163(2) Cr.P.C. and s.144 BNSS by Mr Aldana.", ["Cr.P.C.", "144 BNSS"]),
    ("Tran Hoa May was held. Cross-refer May report.", ["May report"]),
    ("Met: Sister Lucia Weisz, Sisters of Mercy\nSonam, Helpline\nMr Yeshey\nMr Dorje", ["of Mercy"]),
    (
        "N = night, SK = sick\n0905 Tirana. Ok.\n0940 Bus.\n1030 Pristina. Door open.",
        ["Tirana", "Pristina", "SK = sick"],
    ),
    ("Ms Farida We said so. She wept. We saw it.", ["She wept", "We saw"]),
    ("Twenty-four had turned 18. Boys from 14 to 17 years old were held.", ["turned 18", "17 years old"]),
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_what_belongs_to_a_person_is_masked(redactor: Redactor, text: str, gone: list[str]) -> None:
    """Every form is replaced to its last letter."""
    out = "\n".join(redactor.redact([text]).segments)
    assert [part for part in gone if part in out] == []


@pytest.mark.parametrize(("text", "kept"), KEPT)
def test_what_belongs_to_nobody_stays(redactor: Redactor, text: str, kept: list[str]) -> None:
    """Every form is left as it is."""
    out = "\n".join(redactor.redact([text]).segments)
    assert [part for part in kept if part not in out] == []
