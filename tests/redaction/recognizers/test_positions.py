"""Where in a room somebody sleeps, rooms with names, and what stands around the number of a cell."""

from __future__ import annotations

import pytest

from redaction.recognizers.address import Addresses
from redaction.recognizers.cell import Cells
from redaction.span import Detector


def _found(detector: Detector, text: str) -> list[str]:
    return [text[span.start : span.end] for span in detector.detect(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She was put in the thoughtful room, right-hand bed, for a day.", "the thoughtful room, right-hand bed"),
        ("Agnes Rudd was in Ward K, lower row when we came.", "Ward K, lower row"),
        ("Ms Rudd is in Block D, back row, mat 14.", "Block D, back row, mat 14"),
        ('Rosa Timm had been in cell "El Horno" 2 since May.', 'cell "El Horno" 2'),
        ("Mr Dunn lay in bed 6 of the residence when we saw him.", "bed 6 of the residence"),
        (
            "Ama Timm lives in room 14 on the first floor of the east wing.",
            "room 14 on the first floor of the east wing",
        ),
        ("Her son, Mateo, is in dormitory 4, window side, and coughs.", "dormitory 4, window side"),
        ("Mr Dunn was taken from Wing D, spur 2, cell 19 to hospital.", "Wing D, spur 2, cell 19"),
        ("Mr Dunn was found in Quarantine Block, room 2, without water.", "Quarantine Block, room 2"),
        ("Mr Dunn was put in isolation cell no. 1 (basement) for a week.", "isolation cell no. 1 (basement)"),
    ],
)
def test_the_place_of_one_person_is_found_to_its_end(text: str, place: str) -> None:
    """Beds, rows, names of rooms, and the larger places around them."""
    assert place in _found(Cells(), text)


@pytest.mark.parametrize(
    "text",
    [
        "Ward K, lower row, has 22 beds.",
        "The delegation visited Block D, back row, where the paint was fresh.",
        "The team measured the padded room, left side: 5.4 m².",
        "She was struck in office 206.",
        "She was carried to the shower by her cellmate.",
        "The car was photographed in the yard by a guard of the firm, Paul Rudd.",
        "Mr Rudd was interviewed in interview room 3.",
        "Judge Anna Rudd heard him in courtroom 12.",
    ],
)
def test_places_where_nobody_lives_stay(text: str) -> None:
    """Rooms that are described, offices, and what was done by somebody."""
    assert _found(Cells(), text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Her lawyer, of Level 2, 40 Harbour Quay, Lowtown 4120, asked.", "Level 2, 40 Harbour Quay, Lowtown 4120"),
        (
            "He lives at 3rd Floor, Meridian House, 22 Dock Street, Capeton 8001, alone.",
            "3rd Floor, Meridian House, 22 Dock Street, Capeton 8001",
        ),
        ("Write to Suite 5, 18 Mill Wharf, Eastport EP4 2QQ.", "Suite 5, 18 Mill Wharf, Eastport EP4 2QQ"),
    ],
)
def test_an_address_begins_with_its_floor(text: str, address: str) -> None:
    """What stands before the number of the house belongs to the address."""
    assert address in _found(Addresses(), text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Men were held in cells 4 and 6 during the works.", []),
        ("The fire began in cell 14 and spread.", []),
        ("The alarm of cell 22 did not work.", []),
        ("In Unit 4, Pod C, lunch is at 11.", []),
    ],
)
def test_what_happens_to_a_cell_alone_is_nobodys(text: str, places: list[str]) -> None:
    """A place with somebody in it is found; works, fires and meals in one are told of the place."""
    assert _found(Cells(), text) == places
