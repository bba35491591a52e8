"""First pages whose words could mislead: translations, courts of a continent, centres with the word for a body, parts of a body above the title."""  # noqa: E501

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.body_names import body_name
from ingest.metadata.extraction import classify, read_metadata
from ingest.metadata.kinds_named import names_several_kinds
from ingest.metadata.title import is_letterhead
from ingest.passage import Metadata

_TITLE = "# Report on the visit to Elm Prison"


def read(*lines: str) -> Metadata:
    built = report(*lines)
    return read_metadata(built, "report.pdf", classify(built, "report.pdf"), None)


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("The prison's management was told by telephone of the visit on 2 May 2024, and not of its purpose.", True),
        ("The relatives were told by telephone of the transfer on 2 May 2024.", None),
    ],
)
def test_told_by_telephone(sentence: str, announced: bool | None) -> None:
    assert read(_TITLE, "We visited Elm Prison on 3 May 2024.", sentence).announced is announced


def test_the_last_of_the_letters_is_no_visit() -> None:
    """What a prisoner wrote last is not when the visitors were there."""
    found = read(
        _TITLE,
        "The Prison Monitoring Commission inspected Elm Prison on 3 May 2024. Our first inspection was made on "
        "4 April 2021.",
        "He has written to us five times since the first inspection, most recently on 2 February 2024.",
    )
    assert found.previous_visit == "2021-04-04"


def test_a_language_of_many_states_names_none() -> None:
    """A translation from a world language, or a court of a continent, says nothing of the State."""
    lines = (
        "The Inter-American Court of Human Rights and the American Convention on Human Rights are cited below.",
        "The Constitution of Bolivia protects those who are held.",
    )
    assert read("ABCD – Translation from Spanish", _TITLE, *lines).jurisdiction == "Bolivia"
    assert read("ABCD – Translation from Finnish", _TITLE, "The cells were dry.").jurisdiction == "Finland"


def test_towns_tell_a_part_from_the_whole() -> None:
    """A body of the whole that speaks of one part's town reports for that part."""
    lines = ("It is run for the Home Office.", "A hostel in Grimsby has agreed to keep three beds for those released.")
    assert read(_TITLE, lines[0]).jurisdiction == "United Kingdom"
    assert read(_TITLE, *lines).jurisdiction == "England"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Centre for Deprivation of Liberty Elm Valley No. 2", None),
        ("Centre for Detention Monitoring", "Centre for Detention Monitoring"),
        (
            "the National Commission for Vigilance over the Rights of the Person may enter",
            "National Commission for Vigilance over the Rights of the Person",
        ),
    ],
)
def test_bodies_and_centres(text: str, name: str | None) -> None:
    assert body_name(text) == name


@pytest.mark.parametrize(
    ("line", "letterhead"),
    [
        ("ABCD – Directorate of Visits", True),
        ("ABCD – Ministry of Justice", True),
        ("ABCD", False),
        ("ABCD – Visit to Elm Prison", False),
    ],
)
def test_letters_beside_a_part(line: str, letterhead: bool) -> None:
    assert is_letterhead(line) is letterhead


def test_the_title_stands_below_the_letterhead() -> None:
    found = read(
        "# ABCD – Directorate of Visits",
        "# Mission report: police custody and a home for older persons in Elmford",
        "Visits of 4 to 7 March 2024.",
    )
    assert found.title == "Mission report: police custody and a home for older persons in Elmford"
    assert found.place_type == "mixed"


@pytest.mark.parametrize(
    ("title", "several"),
    [
        ("police custody and a home for older persons", True),
        ("police custody and a visit of the chapel", False),
        ("a home for older persons", False),
    ],
)
def test_places_told_without_a_name(title: str, several: bool) -> None:
    assert names_several_kinds(title) is several


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "In this case these were the Central Commissariat of Elmford, the police post of Oakley and, outside the "
            "town, the home for older persons known as Ash House, run by a parish.",
            "Central Commissariat of Elmford; police post of Oakley; home for older persons known as Ash House",
        ),
        ("The rules were changed, and these were the Governor's own, made at the prison and at home.", None),
    ],
)
def test_places_that_these_were(sentence: str, place: str | None) -> None:
    assert read("# Mission report: custody and care", f"The mission chose two kinds. {sentence}").place == place


def test_who_answered_did_not_inspect() -> None:
    """A body that a report was sent to is not the one that made it; the one that it answers is."""
    lines = "Within ninety days we received answers from the Prison Service and the Public Defender's Office."
    assert read(_TITLE, lines).inspecting_body is None
    found = read(_TITLE, "This is the report of the Public Defender's Office on its visit of 3 May 2024.")
    assert found.inspecting_body == "Public Defender's Office"


def test_a_letterhead_with_its_address_is_no_title() -> None:
    """What a letter is about stands below the authority's name and address."""
    lines = ("# Southern Lakes Health District", "[ADDRESS]", "6 June 2024", "# Response to your report on Elm Unit")
    assert read(*lines, "Thank you for the report of 3 May 2024.").title == "Response to your report on Elm Unit"


def test_the_title_of_a_file_of_letters() -> None:
    """A file of letters is called by its own title, and not by the subject of the letters."""
    found = read("# Correspondence on complaint 12/2024", "Subject: Elm Prison. Closed on 27 March 2024.", "1. Letter")
    assert found.title == "Correspondence on complaint 12/2024"
