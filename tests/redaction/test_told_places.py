"""Where somebody is kept, told in words: by what a spot lies beside, by a room that is made for things."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.layouts.columns import column_codes
from redaction.recognizers.cell import Cells
from redaction.recognizers.rooms import of_the_room, whole_place
from redaction.recognizers.told_places import ToldPlaces
from redaction.span import Span, SpanType


def _found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in ToldPlaces().detect(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He slept on the bench by the radiator for two nights.", "the bench by the radiator"),
        ("Oskar Lundby was left in the broom cupboard until noon.", "the broom cupboard"),
        ("She was put in the saddle store behind the stables because nowhere was free.", "the saddle store behind the stables"),  # noqa: E501
        ("Ms Tarn was being kept in the C.I.B. stationery room overnight.", "the C.I.B. stationery room"),
        ('A woman, Ola Brandt, is in the room marked "Visitors" alone.', 'the room marked "Visitors"'),
        ("Ask Oskar, his bed is under the clock.", "under the clock"),
        ("Velko, prisoner no. 2231, could not pay and was given the place under the water tank in Block 2.", "the place under the water tank in Block 2"),  # noqa: E501
        ("Velko was at B2 isolation that week.", "B2 isolation"),
        ("Mr Tarn and Mr Brandt have rooms side by side, 9 and 10.", "9 and 10"),
        ("Velko Tarn sleeps on the landing outside the kitchen.", "the landing outside the kitchen"),
        ("Mr Tarn is kept in what used to be the laundry.", "what used to be the laundry"),
        ("She was locked in the former chapel since Monday.", "the former chapel"),
        ("Mr Brandt shares the corner cell with two others.", "the corner cell"),
        ("Ms Brandt is on the second floor, third door on the left.", "on the second floor, third door on the left"),
        ("Mr Tarn has the room opposite the nurses' station.", "the room opposite the nurses' station"),
        ("He lives in a tent pitched beside the kitchen.", "a tent pitched beside the kitchen"),
        ("Velko has slept since May in the prayer room.", "the prayer room"),
        ("Mr Lundby was placed in Room Four of Juniper.", "Room Four of Juniper"),
        ("Ms Tarn, cell IV, said nothing.", "cell IV"),
        ("Velko Tarn – isolation 2, no mattress, she said.", "isolation 2"),
        ("OSKAR LUNDBY, DETAINED AT ISOLATION ROOM BESIDE THE FUEL STORAGE FOR A WEEK.", "ISOLATION ROOM BESIDE THE FUEL STORAGE"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_spot_of_one_person(text: str, place: str) -> None:
    """What a spot lies beside, or what a room is for, tells which one it is."""
    assert place in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The men slept on the floor beside the toilet.",
        "The files are kept in the records room.",
        "Keys were left in the tool shed.",
        "The extinguisher is in the corridor by the door.",
        "He was found on the floor by the nurse.",
        "She was kept in the corridor.",
        "They cleaned for everybody, ate apart and slept next to the toilet.",
        "The last to come slept on a mattress between the bunks.",
        "The hearings, which are held in a former linen room, last long.",
        "The second door on the left was locked.",
        "The team met in the basement room.",
        "Five men were in Room Two.",
        "A cable of 70 cm lay under the desk of Constable Tarn.",
    ],
)
def test_what_many_share_and_things_stay(text: str) -> None:
    """A crowd, a thing, a room like any other, and who found somebody."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "start", "place"),
    [
        ("He lay in cell 2, on the concrete by the gate.", "cell 2", "cell 2, on the concrete by the gate"),
        ("She was in B-wing 114, double-bunked.", "B-wing 114", "B-wing 114, double-bunked"),
        ("It was D Ward, third mat from the drain.", "D Ward, third mat", "D Ward, third mat from the drain"),
        ("He was in cell 2, on the day of the fire.", "cell 2", "cell 2"),
        ("She slept in the cage by the gate.", "the cage by the", "the cage by the gate"),
        (
            "Mr Tarn has the single room at the far end of Elm ward.",
            "single room at the far end of",
            "single room at the far end of Elm ward",
        ),
    ],
)
def test_a_cell_goes_on_with_the_spot_in_it(text: str, start: str, place: str) -> None:
    """The telling goes on behind a comma; a day is no spot."""
    first = text.index(start)
    low, high = whole_place(text, first, first + len(start))
    assert text[low:high] == place


def test_codes_shaped_as_that_of_a_cell_are_cells() -> None:
    """How the rooms of a house are numbered is known from one of them; other letters number other things."""
    text = "Cell D1.17 was Velko's. 05:50 D1.22. Back at D1.04. Rule R1.22 applies."
    cell = Span(0, 10, SpanType.CELL, 0.9, ("cell",))
    assert {text[span.start : span.end] for span in column_codes(text, [cell])} == {"D1.17", "D1.22", "D1.04"}


def test_rooms_in_capitals() -> None:
    """A log in capitals names nobody where all of its words are ordinary ones."""
    closed = "CELL 7 IS CLOSED FOR REPAIR."
    assert of_the_room(closed, 0, 6)
    named = "CELL 7 WHERE LUNDBY LIES HAS NO WINDOW."
    assert not of_the_room(named, 0, 6)


def test_a_number_that_counts_rooms_is_no_cell() -> None:
    """ "The male cell is one room": how many there are."""
    assert Cells().detect("The male cell is one room of twelve square metres.") == []
    assert Cells().detect("He sleeps in cell one.")


def test_told_places_are_masked(redactor: Redactor) -> None:
    """From detection to the text that leaves."""
    done = redactor.redact(["Oskar Lundby was held for a week. He slept in the saddle store behind the stables."])
    assert "saddle" not in str(done.segments[0]) and "stables" not in str(done.segments[0])
