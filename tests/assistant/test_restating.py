"""Questions for the register in everyday words, said in the words that it knows."""

from __future__ import annotations

import pytest

from assistant.question.restating import restated
from assistant.question.tagging import Tag
from assistant.training.tagged_questions import parsed


def plain(line: str, sure: float = 0.9) -> str | None:
    one = parsed(line)
    return restated(one.text, [Tag(label, start, end, sure) for label, start, end in one.tags])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "For how many of the {deficiency|failings} at {where|Ostermoor} is {to|the bursar} the one to act?",
            "How many deficiencies at Ostermoor addressed to the bursar?",
        ),
        (
            "which of the {recommendation|wishes} got a {rejected|flat no} from {to|the Ministry of Works}",
            "Which recommendations were rejected by the Ministry of Works?",
        ),
        (
            "In {where|the Corvina letter}, number of {concern|worries} about {topic|heating} had {new|never come up}?",
            "How many new concerns about heating in the Corvina letter?",
        ),
        (
            "{where|Tilbrook’s} {entry|items}: how many {partly_implemented|limp along half-finished} or "
            "{not_implemented|lie untouched}?",
            "How many recommendations at Tilbrook were partly implemented or not implemented?",
        ),
        (
            "How many {recommendation|asks} were {repeated|put a further time} {when|since 2020}?",
            "How many recommendations since 2020 were repeated?",
        ),
        (
            "So how many did {to|the Ministry of Works} {rejected|bin} at {where|Ostermoor}?",
            "How many recommendations at Ostermoor were rejected by the Ministry of Works?",
        ),
        (
            "Which {recommendation|asks} were {accepted|nodded through} and then {not_implemented|left lying}?",
            "Which recommendations were accepted but not implemented?",
        ),
        (
            "Number of {recommendation|asks} {implemented|seen through} that {to|the governor} had {rejected|refused}",
            "How many recommendations were rejected and implemented by the governor?",
        ),
    ],
)
def test_words_are_replaced_and_names_stay(asked: str, said: str) -> None:
    assert plain(asked) == said


def test_what_is_not_for_the_register_stays() -> None:
    assert plain("How many prisoners said no to the meal?") is None
    assert plain("What became of {where|Ostermoor}?") is None
    assert plain("How many came to {where|Ostermoor} and were {rejected|turned away}?") is None


def test_what_is_not_read_surely_stays() -> None:
    assert plain("How many {recommendation|wishes} were {rejected|shelved}?", sure=0.5) is None


def test_shares_and_groups_stay_as_asked() -> None:
    assert plain("What share of the {recommendation|asks} was {accepted|taken up}?") is None
    assert plain("How many {recommendation|asks} were {accepted|taken up} by year?") is None


def test_numbers_of_their_own_for_each_standing_stay_as_asked() -> None:
    assert plain("How many {recommendation|asks} were {accepted|taken up}, and how many {rejected|waved off}?") is None
    assert plain("Were more {recommendation|asks} {accepted|taken up} than {rejected|waved off}?") is None
