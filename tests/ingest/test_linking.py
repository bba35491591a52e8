"""Links are rows that people decide on; decisions outlive the rows, and an erased document takes its links with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import LibraryLocked
from ingest.ledger.links import LinkStanding
from ingest.ledger.store import Ledger
from ingest.links.chains import visits
from ingest.links.linking import LinkReview, UnknownLink, relink
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata, RegisterEntry
from redaction.text import public_text

PLACE = {"place": "Brackenfold Prison", "jurisdiction": "Norrland"}


def entry(document: str, number: int, text: str, **more: object) -> RegisterEntry:
    name = f"r-{document}-{abs(hash((number, text, str(more)))) % 10**8}"
    held = RegisterEntry(name, document, None, str(number), "recommendation", public_text(text), locator=str(number))
    return replace(held, **more)  # type: ignore[arg-type]


EARLIER = (
    entry("d-1", 1, "The governor should heat every cell in winter."),
    entry("d-1", 2, "The prison service should end the use of painful holds on children."),
    entry("d-1", 3, "The health board should reduce the wait for a dentist to ten weeks."),
)
LATER = (
    entry("d-2", 1, "The governor should heat every cell in winter."),
    entry("d-2", 2, "The governor should record each use of holds and review the recordings."),
)
REPLY = (entry("d-3", 3, "Dentist within ten weeks", status_claimed="accepted", kind="response"),)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path / "ledger.sqlite", write=True)
    put(opened, "d-1", "2020-01-01", EARLIER)
    put(opened, "d-2", "2023-01-01", LATER)
    put(opened, "d-3", None, REPLY, kind=DocumentKind.RESPONSE, published="2020-09-01")
    relink(opened)
    yield opened
    opened.close()


def put(
    ledger: Ledger,
    name: str,
    start: str | None,
    entries: tuple[RegisterEntry, ...],
    kind: DocumentKind = DocumentKind.VISIT_REPORT,
    **metadata: object,
) -> None:
    data = Metadata(visit_start=start, **{**PLACE, **metadata})  # type: ignore[arg-type]
    record = DocumentRecord(name, f"{name}.pdf", kind, DocumentStatus.INDEXED, None, data)
    ledger.put_document(record, (), (), np.zeros((0, 4), dtype=np.float32), entries, "stamp", embedder="m")


def register(ledger: Ledger) -> dict[str, RegisterEntry]:
    return {each.entry_id: each for each in ledger.register(Filters())}


def the_open_one(ledger: Ledger) -> str:
    (waiting,) = ledger.links.all(LinkStanding.OPEN)
    assert (waiting.link.from_entry, waiting.link.to_entry) == (LATER[1].entry_id, EARLIER[1].entry_id)
    return waiting.link_id


def test_sure_links_are_applied_and_doubtful_ones_wait(ledger: Ledger) -> None:
    applied = {(each.link.relation, each.link.to_entry) for each in ledger.links.all(LinkStanding.APPLIED)}
    assert applied == {("repeats", EARLIER[0].entry_id), ("responds_to", EARLIER[2].entry_id)}
    held = register(ledger)
    assert held[LATER[0].entry_id].repeats == (EARLIER[0].entry_id,)
    assert held[EARLIER[2].entry_id].status_claimed == "accepted"
    the_open_one(ledger)
    assert held[LATER[1].entry_id].repeats == () and held[EARLIER[1].entry_id].followed_up_by == ()


def test_accepting_and_rejecting_reach_the_register_at_once_and_the_audit(ledger: Ledger) -> None:
    review, name = LinkReview(ledger), the_open_one(ledger)
    (decided,) = review.decide(accept=[name])
    assert (decided.stored.link_id, decided.stored.standing) == (name, LinkStanding.ACCEPTED)
    assert register(ledger)[LATER[1].entry_id].repeats == (EARLIER[1].entry_id,)
    review.decide(reject=[name])
    assert register(ledger)[LATER[1].entry_id].repeats == ()
    applied = next(each for each in ledger.links.all(LinkStanding.APPLIED) if each.link.relation == "repeats")
    review.decide(reject=[applied.link_id])
    assert register(ledger)[LATER[0].entry_id].repeats == ()
    rows = [(row.action, row.document_id, row.type, row.item) for row in ledger.audit.rows()][-3:]
    assert rows == [
        ("accept_link", "d-2", "repeats", name[2:]),
        ("reject_link", "d-2", "repeats", name[2:]),
        ("reject_link", "d-2", "repeats", applied.link_id[2:]),
    ]
    assert ledger.audit.verify().ok


def test_decisions_survive_another_linking_and_another_reading(ledger: Ledger) -> None:
    review, name = LinkReview(ledger), the_open_one(ledger)
    sure = next(each for each in ledger.links.all(LinkStanding.APPLIED) if each.link.relation == "repeats")
    review.decide(accept=[name], reject=[sure.link_id])
    for document, start, entries in (("d-2", "2023-01-01", LATER), ("d-1", "2020-01-01", EARLIER)):
        put(ledger, document, start, entries)
        assert not {row.link_id for row in ledger.links.all()} & {name}, "the rows go with those of the entries"
        relink(ledger)
        standings = {each.link_id: each.standing for each in ledger.links.all()}
        assert standings[name] == LinkStanding.ACCEPTED
        assert standings[sure.link_id] == LinkStanding.REJECTED
    assert register(ledger)[LATER[1].entry_id].repeats == (EARLIER[1].entry_id,)
    assert register(ledger)[LATER[0].entry_id].repeats == ()


def test_a_decision_survives_a_word_that_is_masked_later(ledger: Ledger) -> None:
    LinkReview(ledger).decide(accept=[the_open_one(ledger)])
    masked = entry("d-2", 2, "The [PERSON 1] should mend the roof.")
    put(ledger, "d-2", "2023-01-01", (LATER[0], masked))
    relink(ledger)
    (accepted,) = ledger.links.all(LinkStanding.ACCEPTED)
    assert (accepted.link.from_entry, accepted.link.to_entry) == (masked.entry_id, EARLIER[1].entry_id)
    assert register(ledger)[masked.entry_id].repeats == (EARLIER[1].entry_id,)


def test_an_erased_document_takes_its_links_and_decisions_with_it(ledger: Ledger) -> None:
    LinkReview(ledger).decide(accept=[the_open_one(ledger)])
    ledger.erase(["d-2"])
    assert ledger.links.all() == [] and ledger.links.decisions() == []
    relink(ledger)
    assert {each.link.relation for each in ledger.links.all()} == {"responds_to"}
    assert ledger.integrity() == []


def test_what_cannot_be_decided_is_refused_and_nothing_is_decided(tmp_path: Path, ledger: Ledger) -> None:
    name = the_open_one(ledger)
    with pytest.raises(UnknownLink):
        LinkReview(ledger).decide(accept=[name, "l-000000000000"])
    with pytest.raises(UnknownLink):
        LinkReview(ledger).decide(accept=[name], reject=[name])
    assert ledger.links.decisions() == []
    reader = Ledger.open(tmp_path / "ledger.sqlite", write=False)
    with pytest.raises(LibraryLocked):
        LinkReview(reader).decide(accept=[name])
    reader.close()
    assert the_open_one(ledger) == name


def test_the_id_of_a_link_does_not_change_with_its_standing(ledger: Ledger) -> None:
    before = {each.link_id for each in ledger.links.all()}
    LinkReview(ledger).decide(reject=[the_open_one(ledger)])
    relink(ledger)
    assert {each.link_id for each in ledger.links.all()} == before


def test_the_visits_of_a_place_are_asked_by_any_of_its_names(ledger: Ledger) -> None:
    put(ledger, "d-4", "2024-01-01", (), place="HMP & YOI Brackenfold")
    put(ledger, "d-5", "2024-01-01", (), place="Brackenfold Police Station")
    (chain,) = visits(ledger, "HMP Brackenfold")
    assert [visit.document.document_id for visit in chain.visits] == ["d-1", "d-3", "d-2", "d-4"]
    assert visits(ledger, "Marlpit") == ()


def test_what_leads_in_a_recommendation_says_that_it_is_made_again(tmp_path: Path) -> None:
    from ingest.links.surroundings import surroundings
    from ingest.passage import Passage

    opened = Ledger.open(tmp_path / "led.sqlite", write=True)
    texts = (
        "1. (Repeated) To the Province: bring the number down to forty.",
        "2. The yard is wet. New recommendation: drain the yard.",
        "3. Paint the walls.",
    )
    parts = ("bring the number down to forty.", "drain the yard.", "Paint the walls.")
    passages = [
        Passage(f"p-{n}", "d-9", n, public_text(text), str(n), None, "paragraph") for n, text in enumerate(texts)
    ]
    entries = tuple(replace(entry("d-9", n, part), passage_id=f"p-{n}") for n, part in enumerate(parts))
    record = DocumentRecord("d-9", "x.txt", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata())
    opened.put_document(record, (), passages, np.zeros((3, 2), dtype=np.float32), entries, "s", embedder="plain")
    leads = surroundings(opened)(record, entries)
    assert [leads[one.entry_id].lead.strip() for one in entries] == [
        "1. (Repeated) To the Province:",
        "New recommendation:",
        "3.",
    ]
    opened.close()
