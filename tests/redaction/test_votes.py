"""What two detectors say together, and what stands in one place line after line."""

from __future__ import annotations

import re

import pytest

from redaction import Redactor
from redaction.analyzer import Analyzer
from redaction.classification.classifier import CLASSES, Words
from redaction.classification.readings import readings
from redaction.classification.votes import Votes
from redaction.layouts.columns import column_codes
from redaction.layouts.posts import post_spans
from redaction.lexicon import lexicon
from redaction.names.public_names import is_public
from redaction.particulars.homes import homes
from redaction.recognizers import QUASI, default_detectors
from redaction.recognizers.contact import Contacts
from redaction.recognizers.nationality import Nationalities
from redaction.span import Span, SpanGroup, SpanType


def _places(text: str, *places: str) -> list[tuple[int, int]]:
    return sorted((text.index(place), text.index(place) + len(place)) for place in places)


HOMES = [
    ("His wife and two children live in Upper Marl, Stonewick, an hour away.", ["Upper Marl, Stonewick"]),
    ("Tarek Oslan, by then on bail and living in Stonewick, told us so.", ["Stonewick"]),
    ("He wishes to live with his sister Ines in Nova Brda.", ["Nova Brda"]),
    ("Her daughter Lale drove 90 km from Orta-Say, village of Kum-Bel to see her.", ["Orta-Say, village of Kum-Bel"]),
    ("Her plate was written down in front of her house in Donje Polje bb.", ["Donje Polje bb"]),
]


@pytest.mark.parametrize(("text", "expected"), HOMES, ids=[home[0] for _, home in HOMES])
def test_a_town_told_as_a_home_is_an_address(text: str, expected: list[str]) -> None:
    places = _places(text, *re.findall(r"Upper Marl|Stonewick|Nova Brda|Orta-Say|Kum-Bel|Donje Polje", text))
    assert [text[span.start : span.end] for span in homes(text, places, lexicon())] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The prison in Stonewick holds 212 men.",
        "Most of the women lived in Stonewick before their arrest.",
        "The delegation drove four hours from Stonewick to the centre.",
        "His brother was held in Stonewick Prison.",
        "Her sister lives in Albania.",
    ],
)
def test_other_towns_stay(text: str) -> None:
    places = _places(text, "Albania" if "Albania" in text else "Stonewick")
    assert not list(homes(text, places, lexicon()))


def _read(text: str, scores: dict[str, tuple[str, float]]) -> list[str]:
    import numpy as np

    words = Words(text)
    rows = np.zeros((len(words.starts), len(CLASSES)), dtype=np.float32)
    for row, start, end in zip(rows, words.starts.tolist(), words.ends.tolist(), strict=True):
        label, score = scores.get(text[start:end], ("O", 1.0))
        row[CLASSES.index(label)] = score
    found = readings(text, words, rows, dict.fromkeys(CLASSES, 0.1))
    return [text[reading.start : reading.end] for reading in found if reading.label == "CELL"]


def test_a_place_told_in_parts_is_one_reading() -> None:
    text = "She is in Wattle, left spine, room 30, with two others."
    parts = dict.fromkeys(("Wattle", "left", "spine", "room", "30"), ("CELL", 0.8))
    assert _read(text, parts) == ["Wattle, left spine, room 30"]
    assert _read(text, parts | {"Wattle": ("CELL", 0.2)}) == ["Wattle", "left spine, room 30"]


def test_words_placed_twice_are_a_place_however_a_third_mention_is_read() -> None:
    votes = Votes()
    for name, kept in ((0.99, 0.0), (0.0, 0.97), (0.0, 0.95)):
        votes.add("Nova", name, kept)
        votes.add("Brda", name, kept)
    assert votes.kept("Nova Brda")
    votes.add("Ines", 0.99, 0.0)
    assert not votes.kept("Ines Brda")


def test_codes_beside_names_of_one_shape_are_of_one_type() -> None:
    text = "31A   Ola Benda, calm\n33F   Happy Uwa, with a child\n12:40 tea\n41C   empty\nEscort Bert (31B)."
    names = [Span(*place, SpanType.NAME, 0.9, ()) for place in _places(text, "Ola Benda", "Happy Uwa", "Bert")]
    seat = Span(0, 3, SpanType.CELL, 0.9, ())
    found = [text[span.start : span.end] for span in column_codes(text, [seat, *names])]
    assert found == ["31A", "33F", "31B"]
    assert not list(column_codes(text, names))


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("moana_e : the kettle is gone again", "moana_e"),
        ("anil77: nobody answered", "anil77"),
        ("Hope : so we waited", "Hope"),
        ("Seller: JoBakes | Pickup: north gate", "JoBakes"),
        ("Note : nobody answered", None),
        ("Annex12: list of documents", None),
        ("May : 14 visits", None),
    ],
)
def test_authors_of_posts(text: str, author: str | None) -> None:
    found = [text[span.start : span.end] for span in post_spans(text, lexicon())]
    assert found == ([author] if author else [])


def test_user_names_go_whole(redactor: Redactor) -> None:
    output = redactor.redact(["Thanks to Moana Tuhara.", "We wrote to moana_e about the visit."]).segments
    assert "_e" not in " ".join(output)


@pytest.mark.parametrize("line", ["ext. 4417", "int. 204", "interno 602", "+44(0)115 496 0914", "+353(0)86 555 0192"])
def test_lines_within_a_house_are_contacts(line: str) -> None:
    text = f"Ann Sample, manager, {line}, answers."
    assert [text[span.start : span.end] for span in Contacts().detect(text)] == [line]


@pytest.mark.parametrize("text", ["an extension of 12 months", "ext. 12 months", "an extension 2024", "section 12(3)"])
def test_other_figures_are_no_lines(text: str) -> None:
    assert not Contacts().detect(text)


def test_codes_of_countries_after_names() -> None:
    text = "Ola BENDA, NGA, 12.02.1990, and the airline, KLM, were heard."
    assert [text[span.start : span.end] for span in Nationalities().detect(text)] == ["NGA"]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic was named after the reformer >Edith Marl< in 1990.",
        "The wings bear the names >Edith Marl< and others.",
        "See R v Governor of Stonewick Prison, ex parte >Tarek Oslan< [1985] 1 WLR 700.",
        "Parliament passed what is called >Oslan<'s Law.",
    ],
)
def test_names_of_things_and_judgments_are_public(text: str) -> None:
    before, name, after = re.split("[<>]", text)
    assert is_public(before + name + after, len(before), len(before + name), lexicon())


def test_the_next_paragraph_does_not_make_a_firm_of_a_name() -> None:
    text = "Ministry of Justice: Orhan Yal; Nevzat Marl\x1eLawyers for Shelter"
    start = text.index("Nevzat")
    assert not is_public(text, start, start + len("Nevzat Marl"), lexicon())


def test_detectors_left_out_of_the_second_pass_find_quasi_identifiers_alone() -> None:
    text = (
        "Ann Sample, 34, a Ghanaian national and the only midwife of the prison, has sickle cell disease; "
        "she was arrested on 3 May 2024 and is a former mayor. Tel. 0770 090 0123, cell B2-14, no. A1234BC."
    )
    found = {
        detector.name: {span.type.group for span in detector.detect(text)}
        for detector in default_detectors()
        if detector.name in QUASI
    }
    assert len(found) == len(QUASI) and set.union(*found.values()) == {SpanGroup.QUASI}
    everything = Analyzer().analyze([text])[0].spans
    direct = Analyzer().analyze([text], direct=True)[0].spans
    assert {span for span in everything if span.type.group is SpanGroup.DIRECT} == set(direct)
