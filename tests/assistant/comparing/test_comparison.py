"""Two visits of one place: every word of change rests on a link or a verdict."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.comparing.across import compare_places, compare_years
from assistant.comparing.change import Change
from assistant.comparing.comparison import Comparison, compare
from assistant.comparing.errors import (
    AmbiguousPlace,
    EmptyLibrary,
    NoVisits,
    OneVisitOnly,
    SameVisit,
    UnknownPlace,
    UnknownVisit,
)
from assistant.comparing.standing import Outcome


def _of(found: Comparison, change: Change) -> list[str]:
    rows = found.with_change(change)
    return [(row.earlier or row.again[0]).entry_id for row in rows]


def test_first_and_second_visit(places: Any) -> None:
    found = compare(places, "Marrowdale", earlier="d-first", later="d-second")
    assert _of(found, Change.REPEATED) == ["r-first-1"]
    assert _of(found, Change.UNCHANGED) == ["r-first-1"]
    assert _of(found, Change.IMPROVED) == ["r-first-0", "r-first-2"]
    assert _of(found, Change.DROPPED) == ["r-first-3", "r-first-4"], "a request for information is counted apart"
    assert _of(found, Change.NEW) == ["r-second-4"]
    assert _of(found, Change.WORSE) == []
    assert [row.outcome for row in found.rows[:3]] == [Outcome.PARTLY, Outcome.NOT_ACHIEVED, Outcome.ACHIEVED]
    assert found.counts["compared"] == 5 and found.counts["with a linked verdict"] == 3


def test_texts_that_are_only_alike_are_called_so(places: Any) -> None:
    found = compare(places, "Marrowdale", earlier="d-first", later="d-second")
    meals = next(row for row in found.with_change(Change.DROPPED) if row.earlier and row.earlier.entry.number == "5")
    assert [each.entry_id for each in meals.alike] == ["r-second-4"]
    assert "alike, not linked" in meals.why
    assert meals.outcome is None and not meals.links


def test_what_fell_behind_an_earlier_verdict_is_worse(places: Any) -> None:
    found = compare(places, "Marrowdale")
    assert (found.earlier.document_id, found.later.document_id) == ("d-second", "d-third")
    worse = found.with_change(Change.WORSE)
    assert [row.earlier.entry_id for row in worse if row.earlier] == ["r-first-0"]
    assert worse[0].before is Outcome.PARTLY and worse[0].outcome is Outcome.NOT_ACHIEVED
    assert "another before" in worse[0].why
    assert _of(found, Change.REPEATED) == ["r-second-3"]
    assert _of(found, Change.NEW) == ["r-third-2"]


def test_a_verdict_without_a_link_counts_nowhere(places: Any) -> None:
    found = compare(places, "Marrowdale")
    assert [row.judged[0].entry_id for row in found.unlinked] == ["r-third-3"]
    assert found.counts["achieved"] == 0


def test_a_visit_in_between_is_bridged(places: Any) -> None:
    found = compare(places, "Marrowdale", earlier="2020", later="2024")
    again = next(row for row in found.rows if row.earlier and row.earlier.entry_id == "r-first-1")
    assert Change.REPEATED in again.changes
    assert [each.entry_id for each in again.again] == ["r-third-1"]
    assert len(again.links) == 2


def test_claims_that_a_visit_did_not_bear_out(places: Any) -> None:
    found = compare(places, "Marrowdale", earlier="d-first", later="d-second")
    told = [
        (each.how, each.asked.entry_id, each.claim.entry_id, each.finding.entry_id) for each in found.contradictions
    ]
    assert told == [
        ("claimed done, found otherwise", "r-first-0", "r-reply-0", "r-second-0"),
        ("accepted, not carried out", "r-first-1", "r-reply-1", "r-second-1"),
    ]
    assert found.contradictions[0].words == "All cell bells have been repaired."


def test_chains_tell_everything_in_order(places: Any) -> None:
    found = compare(places, "Marrowdale")
    chain = next(each for each in found.chains if each.first.entry_id == "r-first-1")
    assert [event.what for event in chain.events] == ["asked", "answered", "judged", "asked again", "asked again"]
    assert chain.times == 3 and chain.open and chain.outcome is Outcome.NOT_ACHIEVED
    done = next(each for each in found.chains if each.first.entry_id == "r-first-2")
    assert not done.open


def test_every_row_is_quoted_from_its_passage(places: Any) -> None:
    found = compare(places, "Marrowdale", earlier="d-first", later="d-second")
    cited = [each for row in (*found.rows, *found.new) for each in row.cited]
    passages = places.ledger.passages([each.entry.passage_id for each in cited])
    assert cited
    for each in cited:
        assert each.verified and each.quote in str(passages[each.entry.passage_id].text)
        assert (each.document.metadata.title or "") in each.citation and each.entry.locator in each.citation


def test_what_cannot_be_compared_says_why(places: Any, empty: Any) -> None:
    with pytest.raises(UnknownPlace) as unknown:
        compare(places, "Marowdal")
    assert "Marrowdale Prison" in unknown.value.hint
    with pytest.raises(OneVisitOnly):
        compare(places, "Tarnholm")
    with pytest.raises(UnknownVisit) as visit:
        compare(places, "Marrowdale", earlier="1999")
    assert "d-first" in visit.value.hint
    with pytest.raises(SameVisit):
        compare(places, "Marrowdale", earlier="d-third", later="d-third")
    with pytest.raises(SameVisit):
        compare_places(places, "Marrowdale", "Marrowdale Prison")
    with pytest.raises(UnknownPlace) as kind:
        compare(places, "Prison")
    assert "Marrowdale Prison" in kind.value.hint and "Tarnholm" not in kind.value.hint
    with pytest.raises(UnknownVisit):
        compare(places, "Marrowdale", later="d-first")
    with pytest.raises(AmbiguousPlace):
        compare(places, "Alder House")
    with pytest.raises(EmptyLibrary):
        compare(empty, "Marrowdale")


def test_two_places_side_by_side(places: Any) -> None:
    found = compare_places(places, "Marrowdale", "Tarnholm")
    both = next(row for row in found.themes if row.theme == "segregation")
    assert len(both.first) == 3 and [each.entry_id for each in both.second] == ["r-tarnholm-0"]
    assert found.first.rates["achieved"] == (1, 3)
    assert found.second.rates["judged by a later visit"] == (0, 1)
    assert found.coverage.documents == 4 and found.coverage.unread_pages == 1


def test_two_years_side_by_side(places: Any) -> None:
    found = compare_years(places, 2020, 2022)
    assert [len(side.asked) for side in (found.first, found.second)] == [5, 3]
    assert {record.document_id for record in found.second.documents} == {"d-second", "d-tarnholm"}
    with pytest.raises(NoVisits):
        compare_years(places, 2020, 1999)


def test_the_result_says_what_could_not_be_read(places: Any) -> None:
    shape = compare(places, "Marrowdale").to_json()
    assert shape["coverage"]["unread_pages"] == 1
    assert "not anonymous" in shape["protection"]["notice"]
    assert [visit["document_id"] for visit in shape["visits"]] == ["d-first", "d-reply", "d-second", "d-third"]
