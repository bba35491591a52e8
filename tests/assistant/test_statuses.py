"""Which status a question asks for, in everyday words too."""

from __future__ import annotations

import pytest

from assistant.question.statuses import statuses_asked


@pytest.mark.parametrize(
    ("question", "statuses"),
    [
        ("how many recommendations were turned down", ("rejected",)),
        ("which ones were taken on board?", ("accepted",)),
        ("how many were fully or partly implemented", ("implemented", "partly implemented")),
        ("insufficient or no meaningful progress", ("insufficient progress", "no meaningful progress")),
        ("which recommendations were left without an answer", ("no reply",)),
        ("how many were judged to be in process", ("in progress",)),
        ("how many turned out to be fully implemented", ("implemented",)),
        ("how many met with a refusal", ("rejected",)),
        ("how many got a flat no", ("rejected",)),
        ("which of them found agreement", ("accepted",)),
        ("on how many did nobody say anything in reply", ("no reply",)),
        ("how many fell on deaf ears", ("not implemented",)),
        ("how many are only half finished", ("partly implemented",)),
        ("how many dropped away as without object", ("superseded",)),
        ("how many have been done", ("implemented",)),
        ("how many have never been done", ("not implemented",)),
        ("what has been done about the showers", ()),
        ("how many complaints got no reply within a week", ("no reply",)),
        ("recommendations addressed to the governor", ()),
        ("what was done about the showers", ()),
        ("recommendations in the record on closed wards", ()),
        ("how many recommendations were reiterated", ()),
    ],
)
def test_statuses_of_a_question(question: str, statuses: tuple[str, ...]) -> None:
    assert statuses_asked(question) == statuses
