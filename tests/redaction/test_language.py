"""Tests of language identification: whole passages, sentences and phrases inside English paragraphs, other scripts."""

from __future__ import annotations

import time

import pytest

from redaction import Redactor
from redaction.language import ForeignPassage, LanguageFinder

BEFORE = "One man on the upper landing spoke to us at length about the food and the noise. "
AFTER = " Staff had not heard of this before our visit, and the governor said that it would be looked into."
DUTCH = (
    "Hij vertelde ons dat hij al drie weken geen bezoek had gehad, dat de brieven van zijn zus te laat kwamen en dat "
    "niemand hem had uitgelegd waarom hij in de isoleercel was geplaatst."
)
FRENCH = (
    "Nous avons attendu deux heures devant la porte, personne ne nous a expliqué pourquoi, et le médecin n'est venu "
    "que le lendemain alors que mon voisin était tombé dans l'escalier."
)
GERMAN = (
    "Der Mann sagte, dass er seit seiner Ankunft nur einmal mit einem Arzt gesprochen habe. Seine Tabletten wurden ihm "
    "abgenommen, und bis heute hat er keine Antwort auf seine Beschwerde erhalten."
)


@pytest.fixture(scope="module")
def finder() -> LanguageFinder:
    """Return one finder for all tests: it loads its model once."""
    return LanguageFinder()


def found(finder: LanguageFinder, text: str) -> list[tuple[str, str]]:
    """Return language and text of what is foreign in one segment."""
    report = finder.examine([text])
    assert report.language == "en"
    return [(passage.language, text[passage.start : passage.end]) for passage in report.foreign]


@pytest.mark.parametrize(("foreign", "language"), [(DUTCH, "nl"), (FRENCH, "fr"), (GERMAN, "de")])
@pytest.mark.parametrize("wrapped", [False, True])
def test_long_runs_inside_a_paragraph_hold(
    redactor: Redactor, finder: LanguageFinder, foreign: str, language: str, wrapped: bool
) -> None:
    assert len(foreign) >= 150
    text = BEFORE * 3 + foreign + AFTER * 3
    if wrapped:
        text = text.replace(" on ", "\non ").replace(", ", ",\n")
    ((code, run),) = found(finder, text)
    assert code == language
    # Nothing of the sentences is left out, and no English sentence is taken in.
    assert foreign.split()[0] in run and len(foreign) <= len(run) <= len(foreign) + 12
    result = redactor.redact([text])
    assert [left.type for left in result.residue] == ["LANGUAGE"] and not result.clean


@pytest.mark.parametrize(("phrase", "language"), [
    ("Zutritt nur für befugte Personen, bitte klingeln", "de"),
    ("Mi hanno detto che non potevo chiamare mia madre", "it"),
    ("Ele disse que não tinha água na cela", "pt"),
    ("Nu am primit nicio vizită de la familie", "ro"),
    ("Powiedział, że nie dostał leków przez cztery dni", "pl"),
    ("Rekao je da nije vidio liječnika već dva tjedna", "hr"),
    ("Azt mondta, hogy három napig nem kapott gyógyszert", "hu"),
    ("Üç gün boyunca avukatımla görüşmeme izin verilmedi", "tr"),
    ("Ai tha se nuk kishte parë mjekun për dy javë", "sq"),
    ("Hän ei saanut soittaa perheelleen kolmeen päivään", "fi"),
    ("Alisema kwamba hakuona daktari kwa wiki mbili", "sw"),
    ("Tôi không được gặp gia đình trong ba tháng", "vi"),
    ("Kāore au i kite i taku whānau mō te toru marama", "mi"),
    ("Он сказал, что две недели не видел врача", "ru"),
    ("قال إنه لم ير الطبيب منذ أسبوعين كاملين", "ar"),
    ("他说他已经两个星期没有见到医生了，也没有药", "zh"),
])  # fmt: skip
@pytest.mark.parametrize("frame", ["{}.", "The note on the door said “{}” and nobody had taken it down."])
def test_short_sentences_and_quoted_phrases_are_raised(
    redactor: Redactor, finder: LanguageFinder, phrase: str, language: str, frame: str
) -> None:
    text = BEFORE + frame.format(phrase) + AFTER
    # The stop that ends a sentence is part of it.
    phrase += "." * (phrase + "." in text)
    assert found(finder, text) == [(language, phrase)]
    result = redactor.redact([text])
    assert [text[item.start : item.end] for item in result.review if item.type == "LANGUAGE"] == [phrase]
    assert not any(left.type == "LANGUAGE" for left in result.residue)


@pytest.mark.parametrize("text", [
    "He takes olanzapine, risperidone, quetiapine, zopiclone, mirtazapine, sertraline and lorazepam at night.",
    "The Contrôleur général des lieux de privation de liberté and the Défenseur des droits came in the same year.",
    "The Mecanismo Nacional de Prevención de la Tortura, the Bundesministerium für Inneres and the ombudsman replied.",
    "We went on to Tŷ Gobaith, Llanfihangel-y-Creuddyn and Penrhyndeudraeth, then to Baile an Chnoic in the west.",
    "Hui, tikanga and te reo Māori classes ran in the whare; kaupapa Māori services came from Te Awa Mārie.",
    "Counsel relied on ne bis in idem, nulla poena sine lege and audi alteram partem, but not on habeas corpus.",
    "He said “mañana, inshallah” and “c'est la vie” to the guard, who answered “ja, ja” and closed the hatch.",
    "Ahmed bin Said al-Rashid | María de la Cruz y Gómez | Jan van der Berg | Jean-Luc du Pont de la Rivière | 12 | 7",
    "Present: Łukasz Brzęczyk, Gülşen Öztürk, Đorđe Ćosić, Ngô Thị Hạnh, Siobhán Ní Dhálaigh, Þórdís Jökulsdóttir.",
    "The address given was 8 bis, impasse du Lavoir, Vérannes, and her sister lives at Calle de la Luna 4, Ardales.",
    "In the ledger his name stands as Иван Петров; the Greek letters α, β and γ mark the three wings.",
    "The file is held as fe6aa1c2-de22-4830-9446-ac124d05f1da, de450011-3dfd-47d8-a33d-0e2ala and des7la-un4que-3et2.",
    "An so were de men in de van? So he had to be on die duty, as men do, in a den with no dig or hat or pan.",
])  # fmt: skip
def test_foreign_names_and_terms_are_not_foreign_text(finder: LanguageFinder, text: str) -> None:
    assert found(finder, BEFORE + text + AFTER) == []


def test_a_list_of_offices_does_not_hold(finder: LanguageFinder) -> None:
    offices = "; ".join(
        f"Sr. {name} Barrueta, Director de Asuntos Jurídicos, Ministerio de Justicia y Paz"
        for name in ("Anselmo", "Benigno", "Casimiro", "Donato")
    )
    text = BEFORE * 3 + "The delegation was: " + offices + "." + AFTER * 3
    assert all(len(run) < 150 for _, run in found(finder, text))


def test_a_foreign_cell_of_a_table_does_not_spread(finder: LanguageFinder) -> None:
    cell = "Mi hanno detto che non potevo chiamare mia madre"
    text = BEFORE + f"\n\n| Wing | Said | Answer of the staff |\n| B | {cell} | He was told that he could |\n\n" + AFTER
    assert found(finder, text) == [("it", cell)]


def test_runs_of_several_segments_keep_their_places(finder: LanguageFinder) -> None:
    phrase = "Han fick inte träffa sin advokat förrän efter två dagar"
    segments = [BEFORE, BEFORE + phrase + "." + AFTER, AFTER, phrase + "." + AFTER]
    starts = [(1, len(BEFORE)), (3, 0)]
    assert list(finder.examine(segments).foreign) == [
        ForeignPassage(segment, start, start + len(phrase) + 1, "sv") for segment, start in starts
    ]


def test_the_answer_does_not_depend_on_what_came_before() -> None:
    text = BEFORE + DUTCH + AFTER
    fresh, used = LanguageFinder(), LanguageFinder()
    for other in (FRENCH, GERMAN, AFTER):
        used.examine([other])
    assert fresh.examine([text]) == used.examine([text])


def test_one_long_line_takes_linear_time(finder: LanguageFinder) -> None:
    """With time that grows with the square, half a million characters of small words take half a minute."""
    text = BEFORE + "de la van der und " * 30_000
    began = time.monotonic()
    report = finder.examine([text])
    assert time.monotonic() - began < 10
    assert report.foreign
