"""Precedents are on the very matter of the finding, or there are none; what they suggest is of use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.drafting.drafting import draft
from assistant.drafting.finding import Finding
from assistant.drafting.fit import BAR, Rarity, log_odds
from ingest.taxonomy import themes_of

if TYPE_CHECKING:
    from assistant.drafting.draft import Draft
    from ingest.library import Library

REPORT = (
    "Report on the visit to Heatherbrook Psychiatric Hospital\n\n"
    "The National Preventive Mechanism visited Heatherbrook Psychiatric Hospital from 3 to 5 March 2023.\n\n"
    "Findings\n\n"
    "1.1 On Ward E patients could go outdoors for twenty minutes a day only.\n\n"
    "1.2 The dental clinic of the hospital opened on one morning each month.\n\n"
    "Recommendations\n\n"
    "1. The hospital should offer every patient at least one hour outdoors each day.\n\n"
    "2. The hospital should shorten the waiting time for dental treatment.\n\n"
    "3. The hospital should limit mechanical restraint to two hours, by 30 June 2023.\n\n"
    "4. The hospital should end the covert administration of medicine.\n\n"
    "5. The hospital should have one more nurse on duty at night on Ward E.\n"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    from api.settings import load_settings
    from api.wiring import open_library

    folder = tmp_path_factory.mktemp("fit")
    report: Path = folder / "report.txt"
    report.write_text(REPORT, "utf-8")
    with open_library(load_settings(folder / "home", {}), write=True) as opened:
        opened.ingest(report)
        yield opened


def drafted(library: Library, text: str) -> Draft:
    return draft(library, Finding(text, themes_of(text), None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Patients of the closed ward went outdoors for half an hour a day.", {"outdoors"}),
        ("A patient was tied to a bed with belts for eleven hours.", {"restraint"}),
        ("Medicine was mixed into the food of nine patients covertly.", {"covert"}),
        ("Nobody told new arrivals of their right to a lawyer in a language that they understood.", set()),
    ],
)
def test_precedents_are_on_the_matter_or_there_are_none(library: Library, text: str, words: set[str]) -> None:
    found = [str(each.entry.text) for each in drafted(library, text).precedents]
    assert len(found) == len(words)
    assert all(word in one for word, one in zip(sorted(words), found, strict=True))


def test_where_nothing_fits_it_is_said(library: Library) -> None:
    notices = drafted(library, "New arrivals were not told of their right to a lawyer.").notices
    assert any(each.startswith("No earlier recommendation on this matter") for each in notices)


def test_a_place_named_in_the_finding_is_the_place_of_the_draft(library: Library) -> None:
    named = drafted(library, "At Heatherbrook patients went outdoors for half an hour a day.")
    assert named.precedents[0].same_place
    assert "[who?]" not in named.wordings[0].text
    assert "[who?]" in drafted(library, "Patients went outdoors for half an hour a day.").wordings[0].text


def test_a_date_that_has_passed_is_not_offered_as_a_time_limit(library: Library) -> None:
    made = drafted(library, "Mechanical restraint of patients lasted up to nine hours.")
    assert any("30 June 2023" in str(each.entry.text) or each.entry.due for each in made.precedents)
    assert [slot.suggestions for slot in made.wordings[0].slots if slot.marker == "[by when?]"] == [()]


def test_each_suggestion_is_offered_once(library: Library) -> None:
    made = drafted(library, "A man was strapped to a chair for nine hours and told to be quiet.")
    for slot in made.wordings[0].slots:
        assert len(slot.suggestions) == len(set(slot.suggestions))


def test_shared_words_that_others_lack_make_a_recommendation_fit() -> None:
    texts = ["Repair the call bells", "Repair the kitchen", "Repair the roof"]
    rarity = Rarity.of(texts)
    found = "The call bells of the cells were out of order."
    fit = [log_odds(found, ("safety",), text, ("safety",), 0.3, rarity) for text in texts]
    assert fit[0] > BAR > fit[1] and fit[1] == pytest.approx(fit[2])
