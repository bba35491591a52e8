"""Matter: what a question of a form is about, without whom it is about and the words that all forms share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.answers.abstain import COMMON
from assistant.answers.evidence import Evidence
from assistant.question.needs import STRONG, Need, stemmed
from assistant.question.query import Query
from assistant.question.terms import STOP, stem, tokens, word_list
from assistant.questionnaires.aspects import is_of_one_recommendation
from assistant.questionnaires.ranking import is_form_word

# What every question of such a form is about, and words that carry none of its matter.
_COMMON = frozenset(
    stem(word)
    for word in word_list(
        """
    mechanism npm npms preventive national body place places detention detained detainee detainees person persons
    establishment establishments institution institutions country state party authority authorities practice carried
    out possible always ever wished exist exists provided provide ensure ensured available regularly systematically
    sufficient time every all any each time adequate effective effectively appropriate properly given use used made
    take taken have has place measures steps kept set established been submitted deprived liberty respected access
    based whenever
    """
    )
)


# "Mother-and-baby", "drug-free": not "short-term" and other joinings of which one half is no matter.
_HYPHENED = re.compile(r"\b[a-z]{4,}-(?:[a-z]{2,3}-)[a-z]{4,}\b", re.IGNORECASE)
_NUMBERS = frozenset(word_list("one two three four five six seven eight nine ten"))
_FATE = re.compile(r"(?:recommend|implement|accept|reject|achiev|complet|fulfil|follow|carried)")
_PEOPLE = frozenset(stem(word) for word in COMMON)


def matter_of(query: Query) -> list[Need]:
    """Return what a question is about: "do patients", "are staff" say less than the rest, unless there is no rest."""
    core = [
        need
        for need in query.needs
        if need.weight >= STRONG and not all(stem(word) in _COMMON for word in need.label.split())
    ]
    core = [need for need in core if not all(stem(word) in _PEOPLE for word in need.label.split())] or core
    if is_of_one_recommendation(query.text):
        # That others were accepted or implemented as well is another matter.
        core = [need for need in core if not _FATE.match(need.label)] or core
    # "Interpreters for sign language": where both are names of one matter, each must be met by its own words.
    return [
        replace(need, others=()) if any(other.own in need.others for other in core if other is not need) else need
        for need in core
    ]


def parted(text: str, core: Sequence[Need], evidence: Sequence[Evidence]) -> list[str]:
    """Return the first words of compounds ("sign language") that no passage has as such."""
    sentences = [stemmed(one).present for one in dict.fromkeys(item.text for item in evidence)]
    whole = [one for one in _joined(text) if not any(all(map(held.__contains__, one)) for held in sentences)]
    if whole:
        return ["-".join(one) for one in whole]
    words = tokens(text)
    after = {stem(one): stem(other) for one, other in pairwise(words)}
    return [
        word for word in compounds(text, core) if not any(word in one and after.get(word) in one for one in sentences)
    ]


def _joined(text: str) -> list[tuple[str, ...]]:
    """The stems of each word of a question that hyphens join from two nouns or more: "mother-and-baby unit"."""
    found = []
    for match in _HYPHENED.finditer(text):
        parts = [part for part in tokens(match[0].replace("-", " ")) if part not in STOP and len(part) > 3]
        if len(parts) > 1:
            found.append(tuple(map(stem, parts)))
    return found


def compounds(text: str, core: Sequence[Need]) -> list[str]:
    """Return the first words of compounds ("sign language"), without which the second means something else."""
    labels = {need.label for need in core if " " not in need.label}
    # Words that a comma parts are no compound.
    return [
        stem(one)
        for clause in re.split(r"[,;:.?!()–—]", text)
        for one, other in pairwise(tokens(clause))
        if one in labels
        and other in labels
        and not one.endswith(("ed", "ing", "s", "ly"))
        and not is_form_word(one)
        and one not in _NUMBERS
        and not other.endswith("ed")
        and len(one) < 7
    ]
