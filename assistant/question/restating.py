"""Restating: a question for entries of the register in everyday words, said in the words that the register knows.

What the words mean is read by :mod:`assistant.question.tagging`; names, dates, topics and offices stay as asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.question.measure import Kind, group_of, measure_of
from assistant.question.naming import Names
from assistant.question.query import Query, understand
from assistant.question.register_words import replier_in
from assistant.question.routing import Route, wants_count
from assistant.question.tagging import KINDS, STANDINGS, WORD, QuestionTagger, Tag
from assistant.question.terms import fold, tokens

LEAST_SURE = 0.6
"""Of every tag that counts; below it the question stays as it was asked."""
SURE_KIND = 0.8
"""Of the noun that is counted: only this tells entries of the register from all else that is counted."""
_NOUNS = {
    "area_for_improvement": "areas for improvement",
    "deficiency": "deficiencies",
    "good_practice": "good practices",
    "housekeeping": "housekeeping points",
    "request_for_information": "requests for information",
    "entry": "recommendations",
}
_SAID = {"no_reply": "without a reply"}
_PREPOSITION = re.compile(
    r"\b(?:in|at|on|of|for|from|to|by|since|before|after|during|until|between|within|about)\s+$", re.I
)
_REPLIES = frozenset({"accepted", "partly_accepted", "rejected", "no_reply", "answered", "noted"})
_NEGATED = frozenset({"no_reply", "not_implemented"})
# Of each standing a number by itself: "how many were accepted, and how many not", "the ratio of".
_APART = re.compile(
    r"\bhow many\b.*\bhow many\b|\bratio\b|\bversus\b|\bvs\b|\bagainst\b|\bmore\b.*\bthan\b|"
    r"\b(?:two|three|four) (?:counts|numbers|figures)\b|\bbreak(?:down| down)\b|\btally\b",
    re.IGNORECASE | re.DOTALL,
)
_POSSESSIVE = re.compile(r"['’]s?$")


def restated(question: str, tags: Sequence[Tag]) -> str | None:
    """Return the question in plain words, or ``None`` where it asks for no entries or is not read surely.

    Args:
        question: one question.
        tags: of its words.
    """
    kinds = [tag for tag in tags if tag.label in KINDS and tag.sure >= SURE_KIND]
    if not (kinds or _unnamed(tags)):
        return None
    if measure_of(question).kind is not Kind.COUNT or group_of(fold(question)) is not None:
        return None
    if any(tag.sure < LEAST_SURE for tag in tags if tag.label != "topic"):
        return None
    by_label: dict[str, list[Tag]] = {}
    for tag in tags:
        by_label.setdefault(tag.label, []).append(tag)
    nouns = list(dict.fromkeys(_NOUNS.get(tag.label, f"{tag.label}s") for tag in kinds)) or [_NOUNS["entry"]]
    standings = list(dict.fromkeys(tag.label for tag in tags if tag.label in STANDINGS))
    if len(standings) > 1 and _APART.search(question):
        return None
    opening = "How many" if wants_count(question) else "Which"
    parts = [opening, "new" if "new" in by_label else "", " and ".join(nouns)]
    if "topic" in by_label:
        parts.append("about " + " and ".join(_words(question, by_label["topic"])))
    for label in ("where", "when", "due"):
        parts += [_placed(question, tag) for tag in by_label.get(label, [])]
    offices = " or ".join(dict.fromkeys(_words(question, by_label.get("to", []))))
    said = _said_of(standings)
    parts += _standing(said, offices)
    if "repeated" in by_label:
        parts.append("were repeated")
    parts += [_placed(question, tag) for label in ("found", "said") for tag in by_label.get(label, [])]
    return " ".join(part for part in parts if part) + "?"


def _unnamed(tags: Sequence[Tag]) -> bool:
    """Whether entries may be asked for without a noun: "how many did the ministry turn down?"."""
    surely = {tag.label for tag in tags if tag.sure >= SURE_KIND}
    return "to" in surely and bool(surely & set(STANDINGS))


def _said_of(standings: Sequence[str]) -> str:
    """Say standings: a reply and what was done of the same entries, else one of them or another."""
    told = [_SAID.get(one, one.replace("_", " ")) for one in standings]
    replies = [one for one in standings if one in _REPLIES]
    if len(standings) == 2 and len(replies) == 1:
        first = standings.index(replies[0])
        return f"{told[first]} {'but' if _NEGATED & set(standings) else 'and'} {told[1 - first]}"
    return " or ".join(told)


def _standing(said: str, offices: str) -> list[str]:
    """Say a standing and whose it is: an office that decided, or else one that must act."""
    if not said:
        return [f"addressed to {offices}"] if offices else []
    if not offices:
        return ["were", said]
    decided = f"were {said} by {offices}"
    return [decided] if replier_in(f"How many {decided}?") else [f"addressed to {offices}", "were", said]


def _words(question: str, tags: Iterable[Tag]) -> list[str]:
    return [_said(question, tag) for tag in tags]


def _said(question: str, tag: Tag) -> str:
    return _POSSESSIVE.sub("", question[tag.start : tag.end])


def _placed(question: str, tag: Tag) -> str:
    """Return the words of a tag with the preposition before them; a name without one is where it is."""
    before = _PREPOSITION.search(question[: tag.start])
    words = _said(question, tag)
    if before:
        return f"{before[0].strip().lower()} {words}"
    return f"at {words}" if tag.label == "where" else words


def in_plain_words(query: Query, names: Names, tagger: QuestionTagger) -> Query | None:
    """Return a question read anew as :func:`restated` says it, ``None`` where that is not sure or loses a time.

    Names of the corpus that the restated question lost stand in brackets at its end.

    Args:
        query: the question as it was read.
        names: places and bodies of the corpus.
        tagger: reads its words.
    """
    plain = restated(query.text, tagger.tags(query.text))
    if plain is None:
        return None
    said = understand(plain, names, query.filters)
    if lost := query.naming_words - said.naming_words:
        kept = " ".join(word for word in WORD.findall(query.text) if set(tokens(word)) & lost)
        said = understand(f"{plain.rstrip('?')} ({kept})?", names, query.filters)
    whole = said.naming_words >= query.naming_words and (said.dates.bounded or not query.dates.bounded)
    return said if whole and said.routes & {Route.COUNT, Route.LIST} else None
