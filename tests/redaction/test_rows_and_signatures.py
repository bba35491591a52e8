"""Names that the row, the list, the signature or the script they stand in gives away."""

from __future__ import annotations

import pytest

from redaction.redactor import Redactor

FILLER = "The delegation visited the establishment in May. The cells were clean and the staff were polite to everyone. "


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


def redacted(redactor: Redactor, text: str) -> str:
    return str(redactor.redact([FILLER, text, FILLER]).segments[1])


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ('The sheet was signed "TGW" at 10.00.', "TGW"),
        ("Initialled KLM at 14:00.", "KLM"),
        ("he was up all night. ta, shazza", "shazza"),
        ('The prisoners call the wing cook the "Professor".', "Professor"),
        ("A patient whom everybody calls the Colonel has lived there since 1996.", "Colonel"),
        ("Frost and Marsh were on duty.", "Frost"),
        ("Shift A: Bramble, Cole, Ash. Shift B: Reed, Flint, Waters.", "Reed"),
        ("Cell: 2.17", "2.17"),
        ("e-mail: a(dot)boatenga(at)example(dot)org", "a(dot)"),
        ("He was deported to Tonga after his sentence.", "Tonga"),
        ("His name is გიორგი ბერიძე, he said.", "ბერიძე"),
        ("He said: Меня зовут Иван Петров.", "зовут"),
    ],
)
def test_masked(redactor: Redactor, text: str, gone: str) -> None:
    assert gone not in redacted(redactor, text)


@pytest.mark.parametrize(
    "text",
    [
        "The State signed OPCAT in 2004 and CRPD in 2007.",
        'The prisoners call the yard the "Zoo" and the block "Siberia".',
        "Shift A: Kitchen, Laundry, Farm.",
        "Room: 14 beds. Cell: 2.17 m wide. Cells: 24.",
        "The level was 5 μg per litre.",
        "Persons are returned to Sudan by charter flight.",
    ],
)
def test_left(redactor: Redactor, text: str) -> None:
    assert redacted(redactor, text) == text


def test_the_row_of_a_table_ends_with_its_line(redactor: Redactor) -> None:
    text = "Name | Cell | Age\nAhmed Hassanin | 4 | 31\nOmar Saidou | 16 | 20"
    first, second, third = redacted(redactor, text).split("\n")
    assert first == "Name | Cell | Age" and second.count("|") == third.count("|") == 2


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("Yours faithfully, Livia Marchetti-Sund State Secretary", "Livia", "State Secretary"),
        ("Yours sincerely, Commissioner Ambrin Oketch State Ombudsman", "Oketch", "State Ombudsman"),
        ("With kind regards, Henrike Solbakken Parliamentary Ombudsman", "Solbakken", "Parliamentary Ombudsman"),
        ("Sincerely, Okon Bassey National Preventive Mechanism", "Bassey", "National Preventive Mechanism"),
        ("The reply is signed by Dr Livia Marchetti-Sund State Secretary.", "Marchetti", "signed by"),
    ],
)
def test_a_signature_whose_lines_were_joined(redactor: Redactor, text: str, gone: str, stays: str) -> None:
    shown = redacted(redactor, text)
    assert gone not in shown and stays in shown


@pytest.mark.parametrize(
    "text",
    [
        "Yours faithfully, The National Preventive Mechanism",
        "Yours sincerely, Prison Service Headquarters",
        "Kind regards are sent by the Ministry of Justice.",
    ],
)
def test_a_body_may_sign(redactor: Redactor, text: str) -> None:
    assert redacted(redactor, text) == text
