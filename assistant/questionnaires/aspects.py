"""Aspects: the matters that questionnaires to preventive mechanisms ask about, and how reports speak of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from assistant.question.terms import fold


@dataclass(frozen=True)
class Aspect:
    """One matter.

    Attributes:
        search: words that reports use for it.
        asked: found in questions about it.
        met: found in sentences that say it is so.
        unmet: found in sentences that say it is not.
        tells: found in sentences that speak of it and leave open which way, such as a figure beside another.
        finds_only: whether it only helps to find sentences, and they are judged without it.
        own_act: whether it is an act of the mechanism itself, of which a recommendation is the proof.
        with_topic: whether the question's other words must be met as well: records of what, training in what.
    """

    name: str
    search: str
    asked: re.Pattern[str]
    met: re.Pattern[str]
    unmet: re.Pattern[str]
    tells: re.Pattern[str] | None = None
    finds_only: bool = False
    own_act: bool = False
    with_topic: bool = False


@cache
def all_aspects() -> tuple[Aspect, ...]:
    """Read the aspects that come with the program."""
    read = tomllib.loads(files("assistant.questionnaires").joinpath("aspects.toml").read_text("utf-8"))
    return tuple(
        Aspect(
            one["name"],
            one["search"],
            re.compile(one["asked"]),
            re.compile(one["met"]),
            re.compile(one["unmet"]),
            re.compile(one["tells"]) if "tells" in one else None,
            bool(one.get("finds_only")),
            bool(one.get("own_act")),
            bool(one.get("with_topic")),
        )
        for one in read["aspect"]
    )


# "Was the recommendation on night staffing implemented?": what became of others is no answer.
_OF_ONE = re.compile(
    r"\b(?:the|that|this|its|our|your) recommendation (?:[a-z]?\d+ )?(?:on|about|for|concerning|"
    r"regarding|that|to)\b"
)


def aspects_of(question: str) -> tuple[Aspect, ...]:
    """Return the aspects that a question is about."""
    asked = fold(question)
    found = tuple(one for one in all_aspects() if one.asked.search(asked))
    if not is_of_one_recommendation(asked):
        return found
    return tuple(replace(one, with_topic=one.with_topic or "recommendations" in one.name) for one in found)


def is_of_one_recommendation(question: str) -> bool:
    """Say whether a question is about one recommendation, told by its matter."""
    return bool(_OF_ONE.search(fold(question)))


def says(aspect: Aspect, sentence: str) -> bool:
    """Say whether a folded sentence speaks of an aspect, either way or leaving open which."""
    patterns = (aspect.met, aspect.unmet, *([aspect.tells] if aspect.tells else []))
    return any(one.search(sentence) for one in patterns)
