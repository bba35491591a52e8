"""What counts as asked for, and as answered."""

from __future__ import annotations

import pytest

from assistant.comparing.measures import asks_only_reply, measures
from assistant.comparing.standing import is_answered
from ingest.passage import RegisterEntry
from redaction.text import restore


def _entry(name: str, kind: str, document: str = "d-1", **more: str) -> RegisterEntry:
    return RegisterEntry(name, document, None, None, kind, restore("The stove smokes."), **more)  # type: ignore[arg-type]


def test_a_concern_beside_recommendations_is_a_finding() -> None:
    held = [_entry("r-1", "recommendation"), _entry("r-2", "concern"), _entry("r-3", "deficiency", "d-2")]
    assert [each.entry_id for each in measures(held)] == ["r-1", "r-3"]


def test_a_request_for_information_is_no_measure() -> None:
    assert measures([_entry("r-1", "request_for_information")]) == []


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("The authorities are invited to reply within 45 days.", True),
        ("The Agency is requested to send its comments by 1 May.", True),
        ("The Agency is requested to repair the stove and to reply within 45 days.", False),
        ("Wardens should reply to every bell within two minutes.", False),
    ],
)
def test_a_bare_request_for_a_reply_is_no_measure(text: str, only: bool) -> None:
    entry = RegisterEntry("r-1", "d-1", None, None, "recommendation", restore(text))
    assert asks_only_reply(entry) == only
    assert measures([entry]) == ([] if only else [entry])


@pytest.mark.parametrize(
    ("status", "words", "answered"),
    [
        ("no reply", "The office has said nothing.", False),
        ("rejected", None, True),
        (None, "A new stove is ordered.", True),
        (None, None, False),
    ],
)
def test_the_status_tells_whether_there_is_an_answer(status: str | None, words: str | None, answered: bool) -> None:
    entry = RegisterEntry(
        "r-1",
        "d-1",
        None,
        None,
        "recommendation",
        restore("Replace the stove."),
        status_claimed=status,
        response=restore(words) if words else None,
    )
    assert is_answered(entry) is answered
