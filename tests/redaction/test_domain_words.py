"""Words of the trade are nobody's name, wherever they stand."""

from __future__ import annotations

import pytest

from redaction.redactor import Redactor

PEOPLE = (
    "Detainees",
    "Prisoners",
    "Patients",
    "Residents",
    "Inmates",
    "Inspectors",
    "Officers",
    "Nurses",
    "Visitors",
    "Children",
    "Girls",
    "Boys",
    "Women",
    "Men",
    "Families",
    "Staff",
    "Governors",
    "Managers",
    "Doctors",
    "Detainee",
    "Prisoner",
    "Resident",
    "Monitors",
    "Members",
    "Guards",
    "Interpreters",
    "Lawyers",
    "Migrants",
    "Juveniles",
    "Remand",
    "Adults",
    "Parents",
    "Cells",
    "Showers",
    "Meals",
    "Visits",
    "Complaints",
    "Searches",
    "Force",
    "Restraint",
    "Segregation",
)
FRAMES = (
    "{} were told of their rights on arrival. We spoke with eleven of them in private.",
    "{} said that the food was cold, and two complained of the noise at night.",
    "Conditions had improved. {} told us that the yard was open each morning.",
    "We asked {} about the register; {} had been counted twice.",
)


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.mark.parametrize("frame", FRAMES)
def test_words_of_the_trade_stay(redactor: Redactor, frame: str) -> None:
    masked = []
    for word in PEOPLE:
        text = frame.replace("{}", word)
        if str(redactor.redact([text]).segments[0]) != text:
            masked.append(word)
    assert masked == []
