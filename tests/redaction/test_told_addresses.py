"""Addresses told part by part or in words, numbers told in pairs and in parts, plates that look like money."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.layouts.tables import table_spans
from redaction.lexicon import lexicon
from redaction.particulars.papers import is_symbol, of_a_desk, of_the_letter
from redaction.particulars.wholes import whole
from redaction.recognizers.numerals import is_date
from redaction.recognizers.spoken_digits import SpokenDigits
from redaction.recognizers.streets import Streets
from redaction.recognizers.told_addresses import ToldAddresses
from redaction.recognizers.told_numbers import ToldNumbers
from redaction.span import Detector, Span, SpanType


def _found(detector: Detector, text: str) -> list[str]:
    return [text[span.start : span.end] for span in detector.detect(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("living at Cité Olivette, rue 6203, maison n° 9, 1260 Oued Sila, and", "Cité Olivette, rue 6203, maison n° 9, 1260 Oued Sila"),  # noqa: E501
        ("his grandmother, of calle 6, casa 14, Colonia Flor Alta, said", "calle 6, casa 14, Colonia Flor Alta"),
        ("Dr Tarn, practice at the old weigh house on the Vismarkt in Stromdam.", "the old weigh house on the Vismarkt in Stromdam"),  # noqa: E501
    ],
)  # fmt: skip
def test_addresses_in_parts(text: str, address: str) -> None:
    """Words for house, lot and quarter with their numbers, and a house by what it was."""
    assert _found(ToldAddresses(), text) == [address]


@pytest.mark.parametrize("text", ["He is in block 4, unit 6.", "See rue 4.", "She lives at the back of the house."])
def test_what_is_no_address(text: str) -> None:
    """Parts of an establishment, one part alone, a spot without a place."""
    assert _found(ToldAddresses(), text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("the mother, pasaje Los Robles 0471, población Norte Chico, Quebrada Larga. Let", "pasaje Los Robles 0471, población Norte Chico, Quebrada Larga"),  # noqa: E501
        ("of Camino de los Ceibos s/n, km 284.500, Villa Serena; tel.", "Camino de los Ceibos s/n, km 284.500, Villa Serena"),  # noqa: E501
        ('office in Rr. "Mihal Grameno", Pall. 14, Shk. 2, Ap. 9, Lisna), visited', 'Rr. "Mihal Grameno", Pall. 14, Shk. 2, Ap. 9, Lisna'),  # noqa: E501
    ],
)  # fmt: skip
def test_streets_go_on_with_their_quarter(text: str, address: str) -> None:
    """A quarter with its word, a road without a number, a block of flats in a street in quotation marks."""
    assert address in _found(Streets(), text)


def test_a_weight_is_no_village() -> None:
    """The sign for kilograms is a village in Malay addresses."""
    assert _found(Streets(), "Her weight fell from 48 kg to 41 kg.") == []


def test_the_town_ends_an_address() -> None:
    """A name, an institution or a month does not."""
    for tail, end in ((", Larkfield.", ", Larkfield"), (", Anna.", ""), (", Larkfield Prison.", "")):
        text = f"at Elm Road 12{tail}"
        address = whole(text, Span(3, 14, SpanType.ADDRESS, 0.8, ("address",)), lexicon())
        assert text[address.start : address.end] == f"Elm Road 12{end}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("call zero six, thirty-nine, ninety-eight, zero-one, forty-four.", 1),
        ("There were twenty, thirty, forty, fifty of them.", 0),
    ],
)
def test_numbers_told_in_pairs(text: str, found: int) -> None:
    """As telephone numbers are told in France; tens in a row are counted."""
    assert len(SpokenDigits().detect(text)) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ms Tarn's later complaint was decided by the panel under number 0701-118/2025.", "0701-118/2025"),
        ("the file lies with the prosecutor as case 1-1-2-1-2024-388.", "1-1-2-1-2024-388"),
        ("She filled the injury form, control no. IP-0091-24.", "IP-0091-24"),
    ],
)
def test_numbers_of_proceedings(text: str, value: str) -> None:
    """A person's own complaint, a case by the parts of its register, the form on one body."""
    assert _found(ToldNumbers(), text) == [value]


def test_numbers_are_whole() -> None:
    """With the check digit in brackets, and over the end of a line."""
    for text, number in (("HKIC G700111(8) and", "G700111(8)"), ("matricule 406\n24-204) says", "406\n24-204")):
        start = text.index(number[:3])
        part = number.split("(")[0].split("\n")[0]
        found = whole(text, Span(start, start + len(part), SpanType.ID, 0.8, ("x",)), lexicon())
        assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    ("text", "part", "illness"),
    [
        ("She has leprosy with a type 2 reaction and", "leprosy", "leprosy with a type 2 reaction"),
        ("He has scurvy, the last case in the region.", "scurvy", "scurvy, the last case in the region"),
        ("He has scurvy, which is treated.", "scurvy", "scurvy"),
    ],
)
def test_an_illness_with_what_makes_it_rare(text: str, part: str, illness: str) -> None:
    """What goes with an illness, and that nobody else has it."""
    start = text.index(part)
    found = whole(text, Span(start, start + len(part), SpanType.HEALTH_RARE, 0.9, ("x",)), lexicon())
    assert text[found.start : found.end] == illness


def test_a_number_beside_a_name_in_a_table() -> None:
    """The head "No." next to that of names is the number of whoever is named."""
    text = "S.N. | Name | No. | Block\n1 | Velko Tarn | 1142 | 2\n2 | Oskar Brandt | 0988 | 4"
    ids = [text[s.start : s.end] for s in table_spans(text, lexicon()) if s.type is SpanType.ID]
    assert ids == ["1142", "0988"]


def test_references_and_standards_stay() -> None:
    """The number of a letter with a mark behind it, "My No.", a standard with its year; who rang a hotline does not."""
    for line in ("My No.: ABCD/EF/PV/19/2024", "Number: 0144-52/2025/7 (2E-SDPG)", "OPCAT ref OIA-25-2217"):
        start = next(place for place, sign in enumerate(line) if sign.isdigit() or line.startswith("ABCD", place))
        start = line.index(line.split(" ")[-1] if "(" not in line else "0144")
        assert of_the_letter(line, start)
    assert is_symbol("NZS 8134:2021 is followed", 0)
    rung, hotline = "rang the hotline from 599 91 65 54", "our hotline is 599 91 65 54"
    assert not of_a_desk(rung, rung.index("599"), len(rung))
    assert of_a_desk(hotline, hotline.index("599"), len(hotline))
    assert is_date("12/24/25") and not is_date("12/34/25")


def test_plates_like_money_and_stamps(redactor: Redactor) -> None:
    """Letters of a currency on a plate are masked; the day of a message is no number of anybody."""
    car = redactor.redact(["Mr Oskar Lundby came in his own car, a grey Skoda LKR 408, and left at noon."])
    assert "408" not in str(car.segments[0])
    chat = "[12/24/25, 6:58 AM] Oskar Lundby: Good morning. Bring ID\n[12/24/25, 7:02 AM] Vera Tarn: ok, coming now"
    assert str(redactor.redact([chat]).segments[0]).count("12/24/25") == 2
