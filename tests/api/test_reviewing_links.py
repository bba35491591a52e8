"""``opcat review --links`` and ``opcat show`` of an entry: lists, scripts, a person on a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from api.cli.main import run
from api.settings import Settings
from api.wiring import embedder
from ingest.home import Home
from ingest.ledger.store import Ledger
from ingest.library import Library
from ingest.links.entries import LEAST, LINK_THRESHOLD
from ingest.links.linking import relink
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, FieldEvidence, Metadata, Passage, RegisterEntry
from redaction.text import public_text


def entry(name: str, document: str, number: str, text: str, **more: Any) -> RegisterEntry:
    return RegisterEntry(
        name, document, None, number, "recommendation", public_text(text), locator=f"Recommendation {number}", **more
    )


ENTRIES = {
    "d-1": (
        entry("r-1", "d-1", "1", "The governor should heat every cell in winter."),
        entry("r-2", "d-1", "2", "The prison service should end the use of painful holds on children."),
    ),
    "d-2": (
        entry(
            *("r-3", "d-2", "1", "The governor should heat every cell in winter."),
            urgency="immediate", rests_on=("2.1",), criteria_suggested=("NMR:13",), due="by 1 May",
        ),
        entry(
            *("r-4", "d-2", "2"),
            "The governor should record each use of holds and review the recordings.",
        ),
    ),
}  # fmt: skip
GROUND = "The cells were cold."
DATES = {"d-1": "2020-01-13", "d-2": "2023-05-01"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    model = embedder(Settings(home=place))
    with Library.open(place, embedder=model, redactor=None, write=True) as library:
        for document, entries in ENTRIES.items():
            read = FieldEvidence("place", public_text("Brackenfold Prison"), "section: Visit", 0.9)
            data = Metadata(place="Brackenfold Prison", visit_start=DATES[document], evidence=(read,))
            record = DocumentRecord(
                document, f"{document}.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, data
            )
            grounds = Passage(f"p-{document}", document, 0, public_text("The cells were cold."), "2.1", 3, "paragraph")
            vectors = np.zeros((1, model.dimension), dtype=np.float32)
            vectors[0, 0] = 1.0
            library.ledger.put_document(record, (), [grounds], vectors, entries, "stamp", embedder=model.name)
        relink(library.ledger)
    return place


def call(home: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = run(["--home", str(home), *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_open_links_are_listed_with_both_sides(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = call(home, capsys, "review", "--links")
    assert code == 0 and found["open"] == 1
    (link,) = found["links"]
    assert (link["relation"], link["standing"]) == ("repeats", "open") and LEAST <= link["confidence"] < LINK_THRESHOLD
    assert (link["from"]["id"], link["to"]["id"]) == ("r-4", "r-2")
    assert link["from"]["text"] == str(ENTRIES["d-2"][1].text)
    assert (link["to"]["place"], link["to"]["date"]) == ("Brackenfold Prison", "2020-01-13")
    assert "same place" in link["evidence"]
    assert len(call(home, capsys, "review", "--links", "--all")[1]["links"]) == 2
    assert run(["--home", str(home), "review", "--links"]) == 0
    shown = capsys.readouterr().out
    assert link["id"] in shown and "painful holds" in shown and "--accept ID" in shown


def test_scripts_accept_and_reject_by_ids_that_stay(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (link,) = call(home, capsys, "review", "--links")[1]["links"]
    applied = next(each for each in call(home, capsys, "review", "--links", "--all")[1]["links"] if each != link)
    code, done = call(home, capsys, "review", "--links", "--accept", link["id"], "--reject", applied["id"])
    assert code == 0 and done["open"] == 0
    assert [(each["id"], each["standing"]) for each in done["decided"]] == [
        (link["id"], "accepted"),
        (applied["id"], "rejected"),
    ]
    entries = {each["id"]: each for each in call(home, capsys, "register")[1]["entries"]}
    assert entries["r-4"]["repeats"] == ["r-2"] and entries["r-3"]["repeats"] == []
    everything = call(home, capsys, "review", "--links", "--all")[1]["links"]
    assert {each["id"]: each["standing"] for each in everything} == {link["id"]: "accepted", applied["id"]: "rejected"}
    rows = call(home, capsys, "audit", "list")[1]["rows"]
    assert [row["action"] for row in rows[-2:]] == ["accept_link", "reject_link"]
    assert call(home, capsys, "audit", "verify")[0] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--links", "--accept", "l-000000000000"], "unknown_link"),
        (["--accept", "l-000000000000"], "usage"),
        (["--links", "--release"], "usage"),
        (["--links", "d-0000000000000000"], "usage"),
    ],
)
def test_wrong_use_is_told(home: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: str) -> None:
    status, told = call(home, capsys, "review", *words)
    assert status and told["error"]["code"] == code and told["error"]["hint"]


def test_an_entry_is_shown_with_its_links_and_grounds(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = call(home, capsys, "show", "r-3")[1]["entry"]
    assert (shown["urgency"], shown["rests_on"], shown["criteria_suggested"]) == ("immediate", ["2.1"], ["NMR:13"])
    (link,) = shown["links"]
    assert (link["relation"], link["direction"], link["entry"]["id"]) == ("repeats", "to", "r-1")
    assert link["evidence"] and link["confidence"] >= 0.7
    assert shown["grounds"][0]["text"] == "The cells were cold."
    assert run(["--home", str(home), "show", "r-1"]) == 0
    told = capsys.readouterr().out
    assert "repeated by r-3" in told and "2023-05-01" in told
    names = list(call(home, capsys, "register")[1]["entries"][0])
    assert names[-3:] == ["urgency", "rests_on", "criteria_suggested"]


def test_a_document_is_shown_with_where_its_metadata_was_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    metadata = call(home, capsys, "show", "d-1")[1]["document"]["metadata"]
    assert metadata["previous_visit"] is None
    assert metadata["evidence"] == [
        {"field": "place", "quote": "Brackenfold Prison", "locator": "section: Visit", "confidence": 0.9}
    ]
    listed = {each["document_id"]: each for each in call(home, capsys, "documents")[1]["documents"]}
    assert listed["d-1"]["metadata"] == metadata
    assert run(["--home", str(home), "show", "d-1"]) == 0
    assert 'place: Brackenfold Prison  (section: Visit: "Brackenfold Prison", 0.90)' in capsys.readouterr().out


def test_a_person_is_asked_one_by_one(home: Path) -> None:
    ours, theirs = pty.openpty()
    words = ["--home", str(home), "review", "--links"]
    process = subprocess.Popen(
        [sys.executable, "-c", f"from api.cli.main import main; main({words!r})"],
        stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2],
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, b"?\na\n")
    seen = b""
    try:
        while piece := os.read(ours, 65536):
            seen += piece
    except OSError:
        pass  # the terminal closes with the process
    assert process.wait(timeout=60) == 0
    os.close(ours)
    screen = seen.decode(errors="replace")
    assert "1 of 1" in screen and "painful holds" in screen and "1 decided; 0 links wait" in screen
    ledger = Ledger.open(Home(home).ledger, write=False)
    held = ledger.entry("r-4")
    assert held is not None and held.repeats == ("r-2",)
    ledger.close()
