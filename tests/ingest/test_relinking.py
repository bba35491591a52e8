"""Linking after each document gives what linking everything anew gives, and looks only at the places that changed."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from ingest.ledger.links import LinkStanding
from ingest.ledger.store import Ledger
from ingest.links import linking
from ingest.links.linking import LinkReview, relink
from ingest.passage import (
    DocumentKind,
    DocumentRecord,
    DocumentStatus,
    Filters,
    Metadata,
    Passage,
    RegisterEntry,
)
from redaction.text import public_text

PLACES = ("Brackenfold Prison", "Brackenfold Remand Prison", "Prison of Hollin Moor", "Hollin Moor", "Oak Lodge Home")
SUBJECTS = (
    "heat every cell in winter and repair the windows",
    "record each use of force and review the recordings",
    "reduce the wait for a dentist to ten weeks",
    "offer two hours of exercise in the open air",
    "replace the mattresses and give clean bedding",
)


def put(ledger: Ledger, chance: random.Random, number: int) -> None:
    """Store a report or a reply about one of the places, with a few entries in passages of their own."""
    name = f"d-{number}"
    answers = chance.random() < 0.3
    kind = DocumentKind.RESPONSE if answers else DocumentKind.VISIT_REPORT
    year = 2015 + chance.randrange(9)
    day = f"{year}-0{chance.randrange(1, 9)}-03"
    data = Metadata(
        place=chance.choice(PLACES),
        jurisdiction="Norrland",
        visit_start=None if answers else day,
        published=day if answers else None,
        previous_visit=str(year - 1) if chance.random() < 0.3 else None,
    )
    entries: list[RegisterEntry] = []
    for order, subject in enumerate(chance.sample(SUBJECTS, 3), 1):
        found = None if answers or chance.random() < 0.6 else "not implemented"
        text = public_text(f"The governor should {subject}." if not answers else f"Accepted: we {subject}.")
        kinds = "response" if answers else "progress" if found else "recommendation"
        claimed = "accepted" if answers else None
        entries.append(
            RegisterEntry(
                *(f"r-{number}-{order}-{year}", name, f"p-{number}-{order}", str(order), kinds, text),
                status_claimed=claimed,
                status_verified=found,
                locator=str(order),
            )
        )
    passages = [
        Passage(entry.passage_id or "", name, order, entry.text, entry.locator, None, "paragraph")
        for order, entry in enumerate(entries)
    ]
    vectors = np.array([[chance.random(), chance.random()] for _ in passages], dtype=np.float32)
    record = DocumentRecord(name, f"{name}.txt", kind, DocumentStatus.INDEXED, None, data, passages=len(passages))
    ledger.put_document(record, (), passages, vectors, entries, f"stamp {year}", embedder="plain")


def state(ledger: Ledger) -> tuple[object, ...]:
    return ledger.links.all(), ledger.register(Filters())


def whole(ledger: Ledger, folder: Path) -> tuple[object, ...]:
    """Return what linking everything gives, in a copy of ``folder``'s ledger."""
    folder.mkdir()
    ledger.checkpoint()
    shutil.copy(folder.parent / "ledger.sqlite", folder / "ledger.sqlite")
    copy = Ledger.open(folder / "ledger.sqlite", write=True)
    relink(copy, whole=True)
    found = state(copy)
    copy.close()
    return found


@pytest.mark.parametrize("seed", range(4))
def test_document_by_document_is_as_all_at_once(tmp_path: Path, seed: int) -> None:
    chance, applied = random.Random(seed), 0
    ledger = Ledger.open(tmp_path / "ledger.sqlite", write=True)
    for step in range(18):
        number = chance.randrange(10)
        if step > 6 and chance.random() < 0.2 and ledger.document(f"d-{number}") is not None:
            ledger.erase([f"d-{number}"])
        else:
            put(ledger, chance, number)
        relink(ledger)
        links = ledger.links.all()
        if links and chance.random() < 0.3:
            name = chance.choice(links).link_id
            LinkReview(ledger).decide(**{chance.choice(("accept", "reject")): [name]})
        assert state(ledger) == whole(ledger, tmp_path / f"copy-{step}")
        applied += sum(each.standing is LinkStanding.APPLIED for each in links)
    assert applied > 0
    ledger.close()


def test_only_the_place_that_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger.open(tmp_path / "ledger.sqlite", write=True)
    chance = random.Random(5)
    for number in range(12):
        put(ledger, chance, number)
    relink(ledger)
    looked: list[int] = []
    found = linking.links_of
    monkeypatch.setattr(
        linking, "links_of", lambda chain, *more: looked.append(len(chain.visits)) or found(chain, *more)
    )
    relink(ledger)
    assert looked == []
    put(ledger, chance, 3)
    relink(ledger)
    assert looked
    assert sum(looked) < 12
    ledger.close()
