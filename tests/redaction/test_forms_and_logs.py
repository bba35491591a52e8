"""Forms, logs, aligned tables and posts: what their layout says of a person, and what it does not."""

from __future__ import annotations

import pytest

from redaction.layouts.aligned import aligned_spans
from redaction.layouts.fields import field_spans
from redaction.lexicon import lexicon
from redaction.names.attached import numbers_after
from redaction.names.labels import Labels
from redaction.normalise import normalise
from redaction.redactor import Redactor
from redaction.span import Span, SpanType

FORM = (
    "Surname ........... Pellworm\nOther names ....... Tindra Maj\nNationality ....... Norwegian\n"
    "Bed ............... 14B\nArrived .......... 3 May 2023\nTravel card ...... R 0044 1192\nAllergies ........ none"
)
ALIGNED = (
    "Name                 Year of birth    In custody since    Cell       Complaint\n"
    "Pelle Grandahl       1977             2019                B 14       No outdoor exercise since spring.\n"
    "Ismo Karjala         1990             02/2022             infirmary, bed 2   Letters opened."
)


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


def masked(redactor: Redactor, text: str) -> str:
    return "\n\n".join(map(str, redactor.redact(text.split("\n\n")).segments))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Cell ........ 2-C-09", "Cell: 2-C-09"),
        ("Cell . . . . . 12-B", "Cell: 12-B"),
        ("Cell:        E3/07", "Cell: E3/07"),
        ("Name (full) ..... Ann", "Name (full): Ann"),
        ("Conditions in the cells ........ 14", "Conditions in the cells ........ 14"),
        ("Well... he said.", "Well... he said."),
    ],
)
def test_leaders_say_what_a_colon_says(written: str, read: str) -> None:
    assert normalise(written).text == read


def test_leaders_keep_the_way_back() -> None:
    written = "Na\u200bme ........ Ann\nCell:    12"
    plain = normalise(written)
    for word in ("Ann", "Cell", "12"):
        start = plain.text.index(word)
        first, last = plain.original(start, start + len(word))
        assert written[first:last] == word


def test_a_form_with_leaders(redactor: Redactor) -> None:
    out = masked(redactor, FORM)
    for gone in ("Pellworm", "Tindra", "Norwegian", "14B", "3 May", "0044"):
        assert gone not in out
    assert "Surname ..........." in out and "Allergies ........ none" in out


def test_fields_of_an_establishment_are_left() -> None:
    sheet = "Facility: Ardmore Home\nAddress: 1 Ardmore Road\nTelephone: 020 555 1010\nCapacity: 24\nDate: 12 May 2023"
    assert not list(field_spans(sheet, lexicon()))


def test_columns_that_blanks_align() -> None:
    found = {(ALIGNED[span.start : span.end], span.type) for span in aligned_spans(ALIGNED, lexicon())}
    for each in (
        ("Pelle Grandahl", SpanType.NAME), ("1977", SpanType.DOB), ("2019", SpanType.DATE_PERSONAL),
        ("B 14", SpanType.CELL), ("infirmary, bed 2", SpanType.CELL), ("02/2022", SpanType.DATE_PERSONAL),
    ):  # fmt: skip
        assert each in found
    figures = (
        "Unit        Capacity    Held    Cells\nNorth       40          52      12\nSouth       38          40      10"
    )
    assert not list(aligned_spans(figures, lexicon()))


def test_initials_of_named_persons(redactor: Redactor) -> None:
    out = masked(
        redactor,
        "Team: Rosalind Achterberg-Moyo (lead, RAM), Dr Peter Lindqvist (medical, PLT), Petra Klamm (PKL).\n\n"
        "The warden is Daniel Ulven Thorpe. RAM spoke to the OPCAT desk. PKL to send the list.\n\n"
        "\"DUT never comes\", one officer said. CCTV was off in the SHU.",
    )  # fmt: skip
    assert not any(letters in out for letters in ("RAM", "PKL", "DUT"))
    assert all(letters in out for letters in ("OPCAT", "CCTV", "SHU"))


def test_letters_of_a_body_stay(redactor: Redactor) -> None:
    out = masked(
        redactor, "Member: Nora Petra Malling.\n\nThe NPM visited. Later the NPM wrote. NPM staff were welcome."
    )
    assert out.count("NPM") == 3


def test_places_told_by_number_alone(redactor: Redactor) -> None:
    out = masked(
        redactor,
        'He told Officer Rafferty to "put an eye on 3/14". Mr Adan, held in 118, was asleep. They kept me in 14 for '
        "two days. The woman held in 2022 was released. He was held in 3 different prisons.",
    )
    assert not any(mark in out for mark in ("3/14", "118", "in 14"))
    assert "2022" in out and "3 different" in out


def test_the_register_of_a_profession() -> None:
    text = "Dr Lena Forsgren (GMC 7203344) and Paulo Vidal, CRM-SP 102.334, came. Ida Berg, RA 9745 applies."
    names = [
        Span(text.index(name), text.index(name) + len(name), SpanType.NAME, 0.9, ("x",))
        for name in ("Lena Forsgren", "Paulo Vidal", "Ida Berg")
    ]
    assert {text[span.start : span.end] for span in numbers_after(text, names)} == {"GMC 7203344", "CRM-SP 102.334"}


def test_user_names_of_sites(redactor: Redactor) -> None:
    out = masked(
        redactor, "posted by u/quiet_heron77 and fb/karol.wisz in r/prisonlife; ig: lina_m_98. He came w/o it."
    )
    assert not any(user in out for user in ("heron", "wisz", "lina"))
    assert "r/prisonlife" in out and "w/o" in out


def test_labels_and_things_are_no_names() -> None:
    text = "Persal: 26114830\n\x1ePersal | Rank | Name | Equipment\n26114830 | CO1 | Mabusela | Tonfa"
    labels = Labels(text, lexicon())
    for word, held in (("Persal", True), ("Tonfa", True), ("CO1", True), ("Mabusela", False)):
        start = text.rindex(word)
        assert labels.holds(start, start + len(word)) is held
    told = Labels(text + "\nPersal came to see us.", lexicon())
    assert not told.holds(0, 6)


def test_lines_and_boxes_of_offices_stay(redactor: Redactor) -> None:
    out = masked(
        redactor,
        "Write to the Commission at P.O. Box 118, Lenford or greffe@tribunal.xy; he can phone 210 555 9000, it is free. "  # noqa: E501
        "The number was that of the Contact Officers (01632 960120). BP 100x60. Mr Sower rang 030 555 44 34.",
    )  # fmt: skip
    for kept in ("P.O. Box 118", "greffe@tribunal.xy", "210 555 9000", "01632 960120", "BP 100x60"):
        assert kept in out
    assert "44 34" not in out


def test_names_on_the_ward(redactor: Redactor) -> None:
    out = masked(
        redactor,
        "Dr Hrynkiewicz spoke of Ryszard Pożoga, 71.\n\nMrs Halina Pożoga-Wnęk is ready. On the ward Pożoga is looked "
        "after by a fellow prisoner.",
    )
    assert "Pożoga" not in out
