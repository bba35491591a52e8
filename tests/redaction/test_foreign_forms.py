"""Forms, registers and chats as they are kept in many countries: labels, heads of columns, separators, stamps."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.layouts.heads import FOREIGN_HEADS
from redaction.layouts.posts import post_spans
from redaction.layouts.rosters import beside_in_capitals
from redaction.layouts.separated import separated_spans
from redaction.layouts.tables import kind_of
from redaction.lexicon import lexicon
from redaction.recognizers.birth_labels import BirthLabels
from redaction.span import Span, SpanType

FILLER = "The delegation visited the establishment in May. The cells were clean and the staff were polite to everyone."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("DDN 11/09/72", "11/09/72"),
        ("nar. 5. 6. 1974", "5. 6. 1974"),
        ("D/B: 21 OCT 93", "21 OCT 93"),
        ("dob 050491", "050491"),
        ("Age/DOB: 44 / 12.1.80", "12.1.80"),
        ("year of birth two thousand and three", "two thousand and three"),
        ("Date of birth (approx.): rainy season 1998", "rainy season 1998"),
        ("Mr Kovač, r. 1971., slept.", "1971"),
        ("Ms Aho, s. 4.11.1958, fell.", "4.11.1958"),
        ("b 7.7.77", "7.7.77"),
        ("I, the undersigned, b. 12 ian. 1969, declare", "12 ian. 1969"),
        ("Fecha de nacimiento: 9-X-1984", "9-X-1984"),
        ("F. de nac.: 09/10/1984", "09/10/1984"),
        ("Né(e) le : 03/04/1991", "03/04/1991"),
        ("Geb.-Dat.: 04.08.66", "04.08.66"),
        ("tarikh lahir 4 Ogos 1990, DOB 1990-08-04", "1990-08-04"),
    ],
)
def test_dates_behind_the_labels_of_births(text: str, date: str) -> None:
    """Whatever the notation of the date and the language of the label."""
    assert date in [text[span.start : span.end] for span in BirthLabels().detect(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Section 12, s. 5 of the Act of 1971.",
        "The report of 12/5/2024 and rule 26 (b) apply.",
        "In May 2024, f. 12 of the file was missing.",
        "The year 1998 was rainy; births fell.",
    ],
)
def test_other_letters_and_dates_are_no_births(text: str) -> None:
    """Sections, folios and dates of papers."""
    assert BirthLabels().detect(text) == []


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Apellidos y nombres", SpanType.NAME),
        ("Nachname", SpanType.NAME),
        ("Imię i nazwisko", SpanType.NAME),
        ("Né(e) le", SpanType.DOB),
        ("Celda", SpanType.CELL),
        ("N° écrou", SpanType.ID),
        ("Nationalité", SpanType.NATIONALITY),
        ("Domicilio", SpanType.ADDRESS),
        ("Edad", SpanType.AGE),
        ("Remarks", None),
        ("Nominal capacity", None),
    ],
)
def test_labels_of_other_languages_promise_what_english_ones_do(label: str, kind: SpanType | None) -> None:
    """Of forms and of columns."""
    assert kind_of(label) is kind


def test_no_label_of_another_language_is_an_english_word_for_a_thing() -> None:
    """Reports are full of these at the heads of tables."""
    things = (
        "measure",
        "unit",
        "status",
        "total",
        "deadline",
        "recommendation",
        "response",
        "capacity",
        "date",
        "place",
    )
    assert not [word for word in things if any(pattern.fullmatch(word) for _kind, pattern in FOREIGN_HEADS)]


def test_tables_that_semicolons_part() -> None:
    """The head tells which cells are names; another number of cells is no row."""
    text = "No;Surname;Sex;Unit\n1;Tamm;M;2\n2;Kask;F;1\nwe ate; Rein left; nothing else"
    assert [text[span.start : span.end] for span in separated_spans(text, lexicon())] == ["Tamm", "Kask"]


def test_prose_with_semicolons_is_no_table() -> None:
    """Nor is a list of duties."""
    text = "The cells are cold; the yard is small; the kitchen is new.\nThe roof leaks; the paint peels; the tap drips."
    assert list(separated_spans(text, lexicon())) == []


def test_a_form_in_another_language(redactor: Redactor) -> None:
    """Values go and labels stay, two fields on one line too."""
    text = "Apellidos y nombre: Quispe Mamani, Rosaura\nDNI: 41.882.006\nPabellón: 4 Celda: 12"
    shown = str(redactor.redact([FILLER, text, FILLER]).segments[1])
    assert shown.startswith("Apellidos y nombre: [")
    assert not [word for word in ("Quispe", "Mamani", "Rosaura", "41.882.006", "Celda: 12") if word in shown]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("[22:14] obi: they took him again", ["obi"]),
        ("14/06, 06:02 - Mića: send photo", ["Mića"]),
        ("09:15 Note: door repaired", []),
        ("[10:00] staff: no comment", []),
        ("22:10 kitchen: closed", []),
    ],
)
def test_who_writes_behind_the_time(text: str, author: list[str]) -> None:
    """A word that no dictionary has; entries of logs have heads as well."""
    assert [text[span.start : span.end] for span in post_spans(text, lexicon())] == author


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("BY TAVARES AND DRAX. DOOR SHUT", ["DRAX"]),
        ("TAVARES, HRANT AND VISSER CHECKED", ["HRANT", "VISSER"]),
        ("TAVARES AND KITCHEN CLOSED", []),
    ],
)
def test_names_in_capitals_that_are_joined(text: str, joined: list[str]) -> None:
    """Who stands beside a name in a log of capitals is one too; the words of the log stay."""
    start = text.index("TAVARES")
    names = [Span(start, start + len("TAVARES"), SpanType.NAME, 0.9, ())]
    assert [text[span.start : span.end] for span in beside_in_capitals(text, names, lexicon())] == joined
