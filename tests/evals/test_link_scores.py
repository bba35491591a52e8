"""The scorer of links and chains on data made by hand."""

from __future__ import annotations

from pathlib import Path

from evals.datasets import GoldDocument, GoldEntry
from evals.link_scores import LinkScore, add_chains, add_links, gold_chains, gold_links, rows
from ingest.ledger.links import LinkStanding, StoredLink
from ingest.links.chains import chains
from ingest.links.entries import Link
from ingest.links.sides import Relation
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata


def gold(doc: str, *entries: GoldEntry, earlier: tuple[str, ...] = ()) -> GoldDocument:
    return GoldDocument(doc, Path("x"), (), entries=entries, earlier=earlier)


def asked(name: str, **more: tuple[str, ...]) -> GoldEntry:
    return GoldEntry("recommendation", name[-1], "x", None, id=name, **more)  # type: ignore[arg-type]


DATA = (
    gold("01", asked("01:1"), asked("01:2"), asked("01:3")),
    gold("02", asked("02:1", answers=("01:1",)), asked("02:2", answers=("01:2",)), earlier=("01",)),
    gold(
        "03", asked("03:1", repeats=("01:1",), judges=("01:1",)), asked("03:2", repeats=("FY 2020",)), earlier=("01",)
    ),
    gold("04", asked("04:1")),
)
MATCHED = {f"r-{name}": name for name in ("01:1", "01:2", "01:3", "02:1", "02:2", "03:1", "04:1")}


def link(source: str, target: str, relation: Relation, standing: LinkStanding = LinkStanding.APPLIED) -> StoredLink:
    return StoredLink(Link(f"r-{source}", f"r-{target}", relation, 0.9, "x"), standing)


def scored(*links: StoredLink) -> LinkScore:
    score = LinkScore()
    add_links(score, DATA, links, MATCHED)
    return score


def test_right_links() -> None:
    score = scored(link("02:1", "01:1", "responds_to"), link("03:1", "01:1", "judges"), link("03:1", "01:1", "repeats"))
    assert (score.right, score.given) == (2, 2), "a pair of entries counts once"
    assert (score.found, score.gold) == (
        {"answers": 1, "repeats": 1, "judges": 1},
        {"answers": 2, "repeats": 1, "judges": 1},
    )


def test_wrong_and_waiting_links() -> None:
    score = scored(
        link("02:1", "01:2", "responds_to"),
        link("02:9", "01:1", "responds_to"),
        link("02:2", "01:2", "responds_to", LinkStanding.OPEN),
        link("03:1", "01:1", "repeats", LinkStanding.REJECTED),
    )
    assert (score.right, score.given, score.found.total(), score.reviewed.total()) == (0, 2, 0, 1)
    assert score.relation_given == {"responds_to": 2} and not score.relation_right.total()


def test_a_link_to_what_is_no_entry_of_the_data_is_not_wanted() -> None:
    assert gold_links(DATA) == {
        ("02:1", "01:1"): {"answers"},
        ("02:2", "01:2"): {"answers"},
        ("03:1", "01:1"): {"repeats", "judges"},
    }


def test_data_without_links_judges_nothing() -> None:
    score = LinkScore()
    add_links(score, DATA[3:], [link("02:1", "01:1", "repeats")], MATCHED)
    add_chains(score, DATA[3:], (), {})
    assert score == LinkScore()
    assert all(cells[1] is None for cells in rows({"x": score}))


def test_chains_are_pairs_of_documents() -> None:
    assert gold_chains(DATA) == {("01", "02"), ("01", "03"), ("02", "03")}
    places = {"d-1": "Ash Prison", "d-2": "Ash Prison", "d-3": "Oak Prison", "d-4": "Ash Prison"}
    records = [
        DocumentRecord(name, name, DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata(place=place))
        for name, place in places.items()
    ]
    score = LinkScore()
    add_chains(score, DATA, chains(records), {"d-1": "01", "d-2": "02", "d-3": "03", "d-4": "04"})
    assert (score.chained, score.chained_given, score.chained_gold) == (1, 3, 3)
    shown = {str(cells[0]): cells[1] for cells in rows({"x": score})}
    assert shown["visits of one place: precision"] == "1/3 = 0.333"


def test_a_verdict_on_a_reply_is_that_on_the_recommendation() -> None:
    verdict = GoldEntry("progress", "1", "x", None, id="03:9", judges=("01:1", "02:1"))
    assert gold_links((*DATA, gold("05", verdict)))[("03:9", "01:1")] == {"judges"}
    assert ("03:9", "02:1") not in gold_links((*DATA, gold("05", verdict)))
    alone = GoldEntry("progress", "2", "x", None, id="03:8", judges=("02:2",))
    assert gold_links((*DATA, gold("05", alone)))[("03:8", "02:2")] == {"judges"}
