"""What the command line tells: what a search does not have, all values of a filter, switches, what a mask changes."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.cli.reviewing_lists import _marked
from api.cli.reviewing_reach import reach_of
from assistant.comparing.comparison import Comparison
from ingest.taxonomy import THEMES
from redaction.checking.decisions import Action


def asked(capsys: pytest.CaptureFixture[str], home: Path, *words: str) -> Any:
    assert run(["--home", str(home), "search", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_search_says_that_no_passage_has_its_word(
    home: Path, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(capsys, home, "Quibblethwaite")
    assert "no passage has the word Quibblethwaite" in found["notes"][0][:1].lower() + found["notes"][0][1:]
    assert found["hits"], "what is near in meaning is still shown, below the note"
    sent = client.get("/v1/search", params={"q": "Quibblethwaite"}).json()
    assert sent["notes"] == found["notes"]


def test_words_of_every_text_find_nothing(home: Path, client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, home, "the of it")
    assert found["hits"] == [] and found["notes"]
    assert client.post("/v1/search", json={"q": "the"}).json()["hits"] == []


@pytest.mark.parametrize("query", ["segregation", "OPCAT 19(b)", "segregetion", "the cells of Quibblethwaite"])
def test_a_search_that_has_something_says_nothing(home: Path, capsys: pytest.CaptureFixture[str], query: str) -> None:
    found = asked(capsys, home, query)
    assert found["hits"] and found["notes"] == []


def test_an_unknown_theme_is_told_all_themes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "register", "--theme", "zebra", "--json"]) == 2
    hint = json.loads(capsys.readouterr().out)["error"]["hint"]
    assert all(theme in hint for theme in THEMES)


@pytest.mark.parametrize("words", [["register"], ["compare"], ["instruments", "list"]])
def test_switches_take_no_value_in_the_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--help"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "--json" in line]
    assert "<bool>" not in line and "JSON document" in line


def doubt(words: int, times: int) -> Any:
    one = SimpleNamespace(words=words, times=times)
    one.each = (one,)
    return one


@pytest.mark.parametrize(
    ("words", "times", "everywhere", "told"),
    [
        (2, 1, False, ""),
        (9, 1, False, "9 words in a row"),
        (1, 12, False, "12 times"),
        (1, 1, True, "in all documents"),
    ],
)
def test_a_mask_that_changes_much_is_announced(words: int, times: int, everywhere: bool, told: str) -> None:
    found = reach_of(doubt(words, times), Action.MASK, everywhere=everywhere)
    assert told in found and bool(found) is bool(told)
    assert reach_of(doubt(words, times), Action.KEEP, everywhere=everywhere) == ""


def test_words_in_doubt_are_marked_without_colours_too() -> None:
    text = "1.4 The only harpist of the town was seen at night."
    first = text.index("only")
    assert (
        ">>only harpist of the town<< was seen" in _marked(text, first, first + len("only harpist of the town")).plain
    )


def test_a_comparison_tells_what_was_found_before_what_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"compared": 6, "achieved": 2, "partly achieved": 1, "not achieved": 3, "repeated": 1, "worse": 0}
    monkeypatch.setattr(Comparison, "counts", counts | {"dropped": 1, "new": 2})
    told = Comparison.told.fget(SimpleNamespace(counts=Comparison.counts))  # type: ignore[attr-defined]
    assert told == (
        "Of 6 recommendations: 2 achieved, 1 partly achieved, 3 not achieved; 1 repeated, 1 not spoken of any more. "
        "New: 2."
    )
