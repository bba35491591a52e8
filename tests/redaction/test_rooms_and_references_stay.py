"""Rooms of the building, numbers of letters, vehicles of the house, units and towns: of nobody, and kept."""

from __future__ import annotations

import re

import pytest

from redaction import Redactor
from redaction.particulars.papers import of_the_letter
from redaction.particulars.things import of_the_house
from redaction.recognizers.presence import anybody

FILLER = "The delegation visited the establishment in May. The cells were clean and the staff were polite to everyone."


@pytest.mark.parametrize(
    ("around", "told"),
    [
        ("The Police Directorate should put it out of use", False),
        ("The Ministry of Justice and Police replied that it has been closed", False),
        ("In Tornby Prison it has no window", False),
        ("The fan has not turned since Ramadan", False),
        ("The Police Directorate says that Vondra slept there", True),
        ("he slept there", True),
    ],
)
def test_bodies_are_nobody(around: str, told: bool) -> None:
    """What an authority does to a room places no person in it."""
    assert anybody(around) is told


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("Our 13.04.2022 No ", True),
        ("Your message No. ", True),
        ("Operation no. ", True),
        ("The Inspectorate's file ", True),
        ("We wrote to the Ministry of Health (ref: ", True),
        ("Keeper of Rights Office · No ", True),
        ("His own complaint was entered by the prison under the number ", False),
        ("Mr Vondra's prisoner file no. ", False),
    ],
)
def test_numbers_of_letters(before: str, kept: bool) -> None:
    """Between offices a number is that of the correspondence, wherever in a long line it stands."""
    text = f"{'x ' * 60}\n{before}7-9/2201/22 and so on, {'y ' * 60}"
    assert of_the_letter(text, text.index("7-9/")) is kept


@pytest.mark.parametrize(
    ("before", "own"),
    [
        ("The unit owns one van (plate ", True),
        ("The vehicle of the institution, ", False),
        ("A van (plate ", False),
        ("The visitor owns one van (plate ", False),
    ],
)
def test_vehicles_of_the_house(before: str, own: bool) -> None:
    """They carry everybody; all other plates are somebody's."""
    assert of_the_house(f"{before}LK-22-118)", len(before)) is own


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("The Police Directorate should put cell 4 out of use.", "cell 4"),
        ("The lamp in cell 4 has not worked since Ramadan.", "cell 4"),
        ("Units Kōtare, Ruru and Takahē hold 20 men each.", "Kōtare|Ruru|Takahē"),
        ("Avdeling Fjord and Avdeling Skog share a yard.", "Fjord|Skog"),
        ("The wards are called Birch, Rowan and Alder.", "Birch|Rowan|Alder"),
        ("The Mechanism visited Rimutaka, Ōtaki and Whanganui.", "Rimutaka|Ōtaki|Whanganui"),
        ("The last bridge keeper of Tornby told us about the storm.", "Tornby"),
        ("The priest of Vellby and the mayor of Ostrand visit at Christmas.", "Vellby|Ostrand"),
        ("The fire certificate no. 2217/B expired.", "2217/B"),
        ("Thermometer T-117 showed 14 degrees.", "T-117"),
        ("We spoke with 25 rangatahi and 48 staff.", "25|48"),
        ("To: AS Palukodu; copy: the Board. AS Palukodu must not lock up residents.", "Palukodu"),
        ("SA Palukreisi Haigla, Kase pst 9, Palukreisi, Estonia", "Haigla|Kase pst 9"),
        ("PALUKREISI HAIGLA, Kase pst 9, Palukreisi, Estonia", "HAIGLA|Kase pst 9"),
        ("The landlord, Fortfastighet AB, estimated the cost.", "Fortfastighet AB"),
        ("Ms Marama Sule wrote to us on 12 September that a bolt was gone.", "12 September"),
        ("Guardian Commission – GC/2024/19", "GC/2024/19"),
        ("The case FIR No. 39/2024 u/s 379 of the Code concerns Mr Obi.", "u/s 379"),
        ("The wound measured 8x5 cm. The guard spoke Tigrinya.", "8x5|Tigrinya"),
    ],
)
def test_what_is_nobodys_stays(redactor: Redactor, text: str, stays: str) -> None:
    """Rooms, units, towns behind an occupation, numbers of things, counts and measures."""
    shown = str(redactor.redact([FILLER, text, FILLER]).segments[1])
    assert all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown) for word in stays.split("|"))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Mr Sima's room is number eight.", "eight"),
        ("He was there for four nights. The room, Larch 3, smelt of sewage.", "Larch 3"),
        ("He says four men sleep on the floor in 212: himself and a pastor.", "212"),
        ("Ms Larra has brought a civil claim under docket 1-30552/2024; she waits.", "1-30552"),
        ("The JMO's report (PM 77/2023) is awaited.", "77/2023"),
        ("Entry 419 of the custody book names Mr Obi.", "419"),
        ("A pastor came for prisoner 2214.", "2214"),
        ("He was on 2nd, nr 8, when Mr Obi called.", "nr 8"),
        ("Awake at six. name he says ali boru; on chart Obi, T.", "boru"),
        ("The national referred to as “K.” in paragraph 4 is ill.", "K."),
        ("The keeper of Tornby, Mr Anders Vik, wept.", "Vik"),
    ],
)
def test_what_is_somebodys_goes(redactor: Redactor, text: str, gone: str) -> None:
    """The same kinds of words and numbers, told of a person."""
    assert gone not in str(redactor.redact([FILLER, text, FILLER]).segments[1])
