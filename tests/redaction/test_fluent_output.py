"""The redacted text stays a text: what is masked leaves the words around it that its sentence needs."""

from __future__ import annotations

import re

import pytest

from redaction import Redactor
from redaction.particulars.generalise import age, nationality
from redaction.policy import Policy

FILLER = "The delegation visited the establishment in May. The cells were clean and the staff were polite to everyone."


def _redacted(redactor: Redactor, text: str) -> str:
    return str(redactor.redact([FILLER, text, FILLER]).segments[1])


@pytest.mark.parametrize(
    ("text", "before", "written"),
    [
        ("aged 34", "The man ", "in their 30s"),
        ("her 80s", "A patient in ", "their 80s"),
        ("her teens", "A girl ", "in their teens"),
        ("his late fifties", "in ", "their 50s"),
        ("seventies", "", "in their 70s"),
        ("34", "a man of ", "[30 to 39]"),
        ("44", "who turned ", "[40 to 49]"),
        ("15", "who turned ", "[teenage years]"),
        ("16-year-old", "A ", "[teenage]"),
        ("sixty-two-year-old", "the ", "[60- to 69-year-old]"),
        ("8", "", "[under 10]"),
        ("ninety-four", "", "in their 90s"),
        ("of age", "", "[age]"),
    ],
)
def test_ages_fit_behind_the_words_before_them(text: str, before: str, written: str) -> None:
    """After "in", "of" and "turned", and as adjectives."""
    assert age(text, before) == written


@pytest.mark.parametrize(
    ("after", "written"),
    [(" boy was cuffed", "[teenage]"), (" was cuffed", "[teenager]"), (", in tears,", "[teenager]")],
)
def test_a_teenager_is_one_with_and_without_a_noun(after: str, written: str) -> None:
    """A search for juveniles finds both."""
    assert age("16-year-old", "A ", after) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ruritanian", "[nationality]"),
        ("Ruritanian citizen", "[nationality] citizen"),
        ("a Ruritanian national", "a [nationality] national"),
    ],
)
def test_a_nationality_keeps_the_noun_and_the_article(text: str, written: str) -> None:
    """A citizen remains one."""
    assert nationality(text, "nationality") == written


@pytest.mark.parametrize(
    ("text", "stands", "gone"),
    [
        ("A patient in her 80s asked for water.", "A patient in their 80s asked", "her 80s"),
        ("A 45-year-old Somali man said so.", "A [40- to 49-year-old] [nationality] man", "Somali"),
        ("She is a Moldovan citizen and the former mayor of Ostrand.", "a [nationality] citizen and the", "Moldovan"),
        ("Badge no. 4471 hit him.", "Badge no. [ID] hit him.", "4471"),
        ("Mr Anders Vik, 34, a Norwegian, came.", ", a [nationality], came.", "Norwegian"),
        ("He lives at 14 Corran Drive, Ballymoor.", "He lives at [ADDRESS]", "14"),
        ("F, 34, mother of 4, from the Sagaing side.", "mother of 4", "34"),
        ("Dear Mr Commissioner, my son Ilmar Tooming is ill.", "Dear Mr Commissioner", "Tooming"),
        ("Name: Hrdlička\nVorname: Ota\nGeb.-Dat.: 04.08.66", "\nVorname: ", "Hrdlička"),
        ("Nom : DIALLO\nPrénom : Aïssatou\nNé(e) le : 03/04/1991", "\nPrénom : ", "DIALLO"),
    ],
)
def test_sentences_and_forms_remain(redactor: Redactor, text: str, stands: str, gone: str) -> None:
    """Articles, nouns, labels and the ends of lines are left where they belong."""
    shown = _redacted(redactor, text)
    assert stands in shown and gone not in shown


def test_details_beside_names_keep_what_parts_them() -> None:
    """Commas and blanks stay, and no word is cut: where every doubt is masked too."""
    text = "Mr Ivo Tarkan, who lost both hands in the quarry, saw Mr Ben Osk, the only cook there."
    shown = str(Redactor(Policy.named("strict")).redact([FILLER, text, FILLER]).segments[1])
    assert not re.search(r"\]\w|\]\[|\w\[", shown) and ", [" in shown
