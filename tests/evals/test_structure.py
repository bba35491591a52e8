"""The structure scorer on registers made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.datasets import GoldDocument, GoldEntry
from evals.structure import StructureScore, add_entries, add_metadata, printed_part, status_of, table
from ingest.passage import Metadata, RegisterEntry
from redaction.text import public_text

FIRST = "The Governor should open the yard to every prisoner for one hour a day."
SECOND = "The Ministry of Justice should publish the figures on the use of restraint chairs."
GOLD = GoldDocument(
    "01",
    Path("x"),
    (),
    entries=(
        GoldEntry("recommendation", "1", FIRST, "Recommendation 1", "Governor", ("partly accepted",)),
        GoldEntry("recommendation", "2", SECOND, "Recommendation 2", "Ministry of Justice"),
    ),
)


def entry(number: str, text: str, addressee: str | None = None, status: str | None = None) -> RegisterEntry:
    return RegisterEntry(
        f"r-{number}", "d", None, number, "recommendation", public_text(text), addressee, status_claimed=status
    )


def scored(*entries: RegisterEntry) -> StructureScore:
    score = StructureScore()
    add_entries(score, GOLD, entries)
    return score


def test_a_perfect_register_scores_one() -> None:
    score = scored(entry("1", FIRST, "Governor", "supported in part"), entry("R2", SECOND, "Ministry of Justice"))
    assert score.recall("recommendation") == score.precision == 1
    assert (score.number, score.addressee, score.status) == ([2, 2], [2, 2], [1, 1])


def test_a_missed_and_an_invented_entry() -> None:
    score = scored(entry("1", FIRST), entry("2", "It rained on each of the three days of our visit to the town."))
    assert score.recall("recommendation") == 0.5
    assert score.precision == 0.5
    assert score.addressee == [0, 1]


def test_one_entry_cannot_answer_for_two() -> None:
    assert scored(entry("1", f"{FIRST} {SECOND}")).found == {"recommendation": 1}


def test_wrong_number_and_status_are_counted_apart() -> None:
    score = scored(entry("9", FIRST, "Governor", "accepted"), entry("2", SECOND))
    assert score.recall("recommendation") == 1
    assert score.number == [1, 2]
    assert score.status == [0, 1]


def test_numbers_that_are_not_printed_are_not_judged() -> None:
    score = StructureScore()
    add_entries(
        score,
        GoldDocument("01", Path("x"), (), entries=(GoldEntry("recommendation", "F1", FIRST, None),)),
        [entry("7", FIRST)],
    )
    assert score.number == [0, 0]


def test_metadata_counts_known_fields_only() -> None:
    score = StructureScore()
    gold = {"place": "HMP Fenwick Bridge", "visit_start": "2024-05-01", "published": None}
    add_metadata(score, gold, Metadata(place="Fenwick Bridge", visit_start="2024-05-02"))
    assert score.fields["place"] == [1, 1]
    assert score.fields["visit_start"] == [0, 1]
    assert score.fields["published"] == [0, 0]
    assert table({"tiny": score}).cell("published right", "tiny") is None


def test_statuses_of_different_bodies() -> None:
    assert status_of("Not supported") == status_of("rejected") == "rejected"
    assert status_of(" Supported ") == "accepted"


def test_publication_is_judged_as_precisely_as_it_is_printed() -> None:
    assert printed_part("2025-06-09", "Laid before Parliament on 9th of June 2025.") == "2025-06-09"
    assert printed_part("2025-06-09", "Version of 09/06/2025") == "2025-06-09"
    assert printed_part("2025-06-09", "Inspectorate of Cells, June 2025. The Act of 19 June 2020.") == "2025-06"
    assert printed_part("2025-06-09", "The Act of 9 July 2025 and of 9 June 2024") is None
    score = StructureScore()
    add_metadata(score, {"published": "2025-06-09"}, Metadata(published="2025-06"), "June 2025")
    add_metadata(score, {"published": "2025-06-09"}, Metadata(published="2025"), "9 June 2025")
    add_metadata(score, {"published": "2025-06-09"}, Metadata(), "no date")
    assert score.fields["published"] == [1, 2]


def test_announced_and_the_visit_before_are_judged_and_places_without_their_punctuation() -> None:
    score = StructureScore()
    gold = {"announced": False, "previous_visit": "2019-05", "place": "Two units (Alder, Birch)"}
    add_metadata(score, gold, Metadata(announced=False, previous_visit="2019", place="two units Alder and Birch"))
    add_metadata(score, {"announced": None}, Metadata(announced=True))
    assert (score.fields["announced"], score.fields["previous_visit"], score.fields["place"]) == (
        [1, 1],
        [0, 1],
        [1, 1],
    )


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("police station; prison", "police custody; remand prison", True),
        ("police station; prison", "police custody", False),
        ("prison", "police custody; prison", False),
        ("jail", "prison", True),
        ("police station; prison", "mixed", True),
        ("mixed", "prison", False),
        ("mixed", "mixed", True),
    ],
)
def test_types_of_several_places(wanted: str, given: str, right: bool) -> None:
    score = StructureScore()
    add_metadata(score, {"place_type": wanted}, Metadata(place_type=given))
    assert score.fields["place_type"] == [int(right), 1]
