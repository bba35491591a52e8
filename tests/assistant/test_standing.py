"""What became of an entry over the documents that print, answer and judge it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from assistant.register.standing import Standing, asks_both, of_standing, return_words
from ingest.passage import RegisterEntry
from redaction.text import restore


def _entry(name: str, claimed: str | None = None, verified: str | None = None, **more: Any) -> RegisterEntry:
    kind = more.pop("kind", "recommendation")
    return RegisterEntry(
        name, f"d-{name}", None, "3", kind, restore("Repair the bells."), None, (), None, claimed, verified, **more
    )


def _library(*entries: RegisterEntry) -> Any:
    held = {entry.entry_id: entry for entry in entries}
    return SimpleNamespace(ledger=SimpleNamespace(entry=held.get))


def test_a_finding_stands_before_a_claim_but_acceptance_stays() -> None:
    made, plan = _entry("made"), _entry("plan", "accepted")
    judged = _entry("judged", "implemented", "not implemented")
    found = Standing(_library(), "How many recommendations were implemented?").of(made, (plan, judged))
    assert found == {"accepted", "not implemented"}


def test_the_question_says_whose_word_counts() -> None:
    judged = _entry("judged", "implemented", "partly implemented")
    assert Standing(_library(), "implemented according to the ministry?").of(judged) == {"implemented"}
    assert Standing(_library(), "implemented at the follow-up?").of(judged) == {"partly implemented"}


def test_an_answer_in_another_document_counts() -> None:
    answer = _entry("answer", "rejected", kind="response")
    made = _entry("made", followed_up_by=("answer",))
    assert Standing(_library(answer), "Was it rejected?").of(made) == {"rejected"}


def test_nothing_on_file_is_no_status() -> None:
    assert Standing(_library(), "How many were accepted?").of(_entry("made")) == frozenset()


def test_words_of_a_return_choose_nothing() -> None:
    assert {"group", "came", "back"} <= return_words("How many were unfulfilled when the group came back in 2024?")
    assert {"second", "visit"} <= return_words("How many were done by the time of the second visit?")
    assert not return_words("How many recommendations were made?")


def test_of_what_was_made_in_one_year_the_finding_of_the_other_counts() -> None:
    made = _entry("made", verified="implemented", followed_up_by=("then", "later"))
    then = _entry("then", verified="partly implemented", kind="progress")
    later = _entry("later", verified="implemented", kind="progress")
    held = {one.entry_id: one for one in (then, later)}
    days = {"d-then": "2031-05-01", "d-later": "2034-05-01"}

    def document(name: str) -> Any:
        day = days.get(name)
        return SimpleNamespace(metadata=SimpleNamespace(visit_start=day, visit_end=day, published=None))

    library: Any = SimpleNamespace(ledger=SimpleNamespace(entry=held.get, document=document))
    question = "How many of the 2029 recommendations were implemented in {}?"
    assert Standing(library, question.format(2031)).of(made) == {"partly implemented"}
    assert Standing(library, question.format(2034)).of(made) == {"implemented"}


def test_what_was_answered_and_done_is_one_count_and_two_standings_are_two() -> None:
    made = [_entry("both"), _entry("agreed"), _entry("done")]
    held = {
        "both": frozenset({"accepted", "implemented"}),
        "agreed": frozenset({"accepted"}),
        "done": frozenset({"implemented"}),
    }

    def kept(question: str) -> list[str]:
        return [one.entry_id for one in of_standing(question, ("accepted", "implemented"), made, held)]

    assert kept("How many were accepted and then implemented?") == ["both"]
    assert asks_both("How many were accepted and then implemented?")
    assert kept("How many were accepted and how many implemented?") == ["both", "agreed", "done"]
    assert kept("How many were accepted or implemented?") == ["both", "agreed", "done"]
