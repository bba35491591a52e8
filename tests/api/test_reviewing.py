"""``opcat review`` and ``opcat audit``: lists, scripts, a person on a terminal."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import run
from redaction.redactor import Redactor

DUTCH = (
    "De gedetineerden vertelden ons dat zij gedurende de hele week niet naar buiten mochten omdat er te weinig "
    "personeel aanwezig was en de directeur dat niet wilde veranderen voordat het nieuwe gebouw klaar is."
)
REPORT = (
    "Visit to Quarrydown Prison\n\n1.1 We visited Quarrydown Prison from 3 to 5 March 2024.\n\n"
    "1.2 Mr Zebedee Thackery-Owusu had been held in the segregation unit for 41 days.\n\n"
    "1.3 The only woman on the wing told us that she was afraid to use the showers.\n\n"
    "1.4 The kitchen was clean, the meals were hot and the library was open on five days of the week.\n\n"
    "1.5 Nobody had been able to use the gymnasium, because the roof had been leaking since the winter.\n\n"
    "1.6 The visitors spoke in private with many of the people who were held there, and with the doctor on duty.\n"
)


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.fixture
def place(tmp_path: Path, redactor: Redactor, monkeypatch: pytest.MonkeyPatch) -> Path:
    # Loading the models again for each command takes longer than all the rest.
    monkeypatch.setattr("redaction.redactor.Redactor", lambda *policy: redactor)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "held.txt").write_text(f"{REPORT}\n1.7 {DUTCH}\n", "utf-8")
    assert run(["--home", str(tmp_path / "home"), "ingest", str(tmp_path / "report.txt")]) == 0
    return tmp_path


def call(place: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = run(["--home", str(place / "home"), *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_lists_have_reasons_and_counts_and_never_context(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--home", str(place / "home"), "ingest", str(place / "held.txt")])
    code, found = call(place, capsys, "review")
    assert code == 0
    (held,) = found["held"]
    assert held["reason"].startswith("residue:")
    doubts = [item for item in found["items"] if item["document_id"] != held["document_id"]]
    doubt = next(item for item in doubts if (item["standing"], item["type"]) == ("open", "INDIRECT"))
    _, listed = call(place, capsys, "review", doubt["document_id"])
    assert [item["item"] for item in listed["items"]] == list(range(1, len(doubts) + 1))
    _, of_file = call(place, capsys, "review", str(place / "report.txt"))
    assert of_file["items"] == listed["items"]
    assert "woman" not in json.dumps([found, listed, of_file]) and "Thackery" not in json.dumps([found, listed])

    assert run(["--home", str(place / "home"), "review"]) == 0
    assert "open INDIRECT" in capsys.readouterr().out
    assert run(["--home", str(place / "home"), "review", doubt["document_id"]]) == 0
    shown = capsys.readouterr().out
    assert "only woman" in shown and "Thackery" not in shown
    assert run(["--home", str(place / "home"), "review", held["document_id"]]) == 0
    assert "gedetineerden" not in capsys.readouterr().out


def test_context_is_refused_where_there_is_no_terminal(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["--home", str(place / "home"), "review", str(place / "report.txt")]) == 2
    told = capsys.readouterr()
    assert "terminal" in told.err and "--item N" in told.err and "woman" not in told.out + told.err


def test_scripts_decide_without_context(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(place / "report.txt")
    _, listed = call(place, capsys, "review", file)
    chosen = [str(item["item"]) for item in listed["items"] if item["type"] == "INDIRECT"]
    words = [word for number in chosen for word in ("--item", number)]
    code, done = call(place, capsys, "review", file, *words, "--action", "mask")
    assert code == 0
    assert (done["decided"], done["document"]["status"]) == (len(chosen), "indexed")
    assert "INDIRECT" not in {item["type"] for item in done["items"]}
    identity = done["document"]["document_id"]
    _, shown = call(place, capsys, "show", identity)
    assert "only woman" not in json.dumps(shown) and "gymnasium" in json.dumps(shown)
    _, listed = call(place, capsys, "review", identity)
    made = {(each["action"], each["scope"], each["type"]) for each in listed["decisions"]}
    assert made == {("mask", "document", "INDIRECT")}
    assert not any(b"only woman" in path.read_bytes() for path in (place / "home").rglob("*") if path.is_file())


def test_release_needs_every_residue_decided_or_a_yes(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(place / "held.txt")
    run(["--home", str(place / "home"), "ingest", file])
    code, refused = call(place, capsys, "review", file, "--release")
    assert code == 2 and refused["error"]["code"] == "undecided"
    code, done = call(place, capsys, "review", file, "--release", "--yes")
    assert code == 0 and done["document"]["status"] == "indexed" and done["released"] >= 2
    assert not [item for item in done["items"] if item["standing"] == "residue"]
    _, again = call(place, capsys, "ingest", file, "--force")
    assert again["documents"][0]["status"] == "indexed"


def test_ids_of_items_stay_while_others_are_decided(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(place / "report.txt")
    (place / "report.txt").write_text(REPORT + "\n1.7 The oldest man on the wing had no teeth left.\n", "utf-8")
    run(["--home", str(place / "home"), "ingest", file])
    _, before = call(place, capsys, "review", file)
    ids = [item["id"] for item in before["items"]]
    assert len(set(ids)) == len(ids) >= 2 and all(name.startswith("i-") for name in ids)
    identity = before["document"]["document_id"]
    assert [item["id"] for item in call(place, capsys, "review", identity)[1]["items"]] == ids
    gone = next(item for item in before["items"] if item["standing"] == "open")
    code, done = call(place, capsys, "review", file, "--item", gone["id"], "--action", "keep")
    assert code == 0 and done["decided"] == 1
    assert [item["id"] for item in done["items"]] == [name for name in ids if name != gone["id"]]
    code, told = call(place, capsys, "review", file, "--item", gone["id"], "--action", "keep")
    assert code == 1 and told["error"]["code"] == "no_such_item"


def test_release_with_open_doubts_needs_a_yes(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(place / "report.txt")
    code, refused = call(place, capsys, "review", file, "--release")
    assert code == 2 and refused["error"]["code"] == "undecided" and "0 of them residue" in refused["error"]["message"]
    code, done = call(place, capsys, "review", file, "--release", "--yes")
    assert code == 0 and done["released"] >= 1
    assert call(place, capsys, "review", file, "--release")[0] == 0, "nothing is open any more"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--item", "9", "--action", "mask"], "no_such_item"),
        (["--item", "1", "--action", "burn"], "unknown_action"),
        (["--item", "1"], "usage"),
        (["--item", "1", "--action", "keep", "--type", "WORD"], "unknown_type"),
    ],
)
def test_wrong_use_says_what_is_right(
    place: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: str
) -> None:
    status, told = call(place, capsys, "review", str(place / "report.txt"), *words)
    assert status and told["error"]["code"] == code and told["error"]["hint"]
    assert call(place, capsys, "audit", "list")[1]["rows"][-1]["action"] == "indexed", "nothing was decided"


def test_a_document_by_id_cannot_be_decided_on(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = call(place, capsys, "review")
    identity = found["items"][0]["document_id"]
    code, told = call(place, capsys, "review", identity, "--item", "1", "--action", "keep")
    assert code == 2 and told["error"]["code"] == "original_needed"
    assert call(place, capsys, "review", "d-0000000000000000")[1]["error"]["code"] == "not_found"
    assert call(place, capsys, "review", "nothing.txt")[1]["error"]["code"] == "not_found"
    (place / "strange.txt").write_text("1.1 Something else altogether.\n", "utf-8")
    assert call(place, capsys, "review", str(place / "strange.txt"))[1]["error"]["code"] == "not_ingested"


def test_audit_verifies_and_notices(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    call(place, capsys, "review", str(place / "report.txt"), "--item", "1", "--action", "keep")
    code, whole = call(place, capsys, "audit", "verify")
    assert code == 0 and whole["clean"] and whole["rows"] == 3
    assert call(place, capsys, "audit", "verify", "--head", whole["head"])[0] == 0
    assert call(place, capsys, "audit", "verify", "--head", "f" * 64)[0] == 1
    _, listed = call(place, capsys, "audit", "list")
    assert [row["action"] for row in listed["rows"]] == ["indexed", "keep", "indexed"]
    connection = sqlite3.connect(place / "home" / "ledger.sqlite")
    connection.execute("UPDATE audit SET action = 'mask' WHERE ordinal = 2")
    connection.commit()
    connection.close()
    code, broken = call(place, capsys, "audit", "verify")
    assert code == 1 and broken["broken_at"] == 2 and not broken["clean"]


def type_keys(place: Path, file: Path, answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run ``opcat review FILE`` on a terminal of its own and type each answer when its question has come."""
    ours, theirs = pty.openpty()
    words = ["--home", str(place / "home"), "review", str(file)]
    process = subprocess.Popen(
        [sys.executable, "-c", f"from api.cli.main import main; main({words!r})"],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(theirs)
    seen, waiting, end = b"", list(answers), time.monotonic() + 60
    mark = 0
    while time.monotonic() < end:
        if waiting and waiting[0][0].encode() in seen[mark:]:
            mark = len(seen)
            os.write(ours, f"{waiting.pop(0)[1]}\n".encode())
        if select.select([ours], [], [], 0.2)[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
    process.wait(timeout=20)
    os.close(ours)
    assert not waiting
    return process.returncode, seen.decode(errors="replace")


def test_a_person_sees_the_span_and_decides(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--home", str(place / "home"), "ingest", str(place / "held.txt")])
    code, screen = type_keys(
        place,
        place / "held.txt",
        [
            ("for help >", "?"),
            ("for help >", "m"),
            ("more than", "s"),
            ("for help >", "m"),
            ("for help >", "r"),
            ("type release", "no"),
            ("for help >", "r"),
            ("type release", "release"),
        ],
    )
    assert code == 0
    assert "residue: LANGUAGE" in screen and "gedetineerden" in screen
    assert "Thackery" not in screen, "the surroundings are redacted"
    assert "\x1b[?1049h" in screen and "\x1b[?1049l" in screen
    assert "held.txt: indexed" in screen.rsplit("\x1b[?1049l", 1)[1]
    assert "gedetineerden" not in screen.rsplit("\x1b[?1049l", 1)[1]
    _, listed = call(place, capsys, "audit", "list")
    actions = [row["action"] for row in listed["rows"]]
    assert actions.count("mask") == 1 and actions.count("release") >= 1 and actions[-1] == "indexed"
