"""Verification: a sentence is shown only if code finds its support. No exception, no score, no model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.question.lexicon import load_lexicon
from assistant.question.terms import STOP, stem, stems, tokens, word_list
from assistant.tables.rows import row_sentence
from ingest.passage import Passage

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NEGATIONS = frozenset(["no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without"])
_NEGATED = re.compile(r"\b\w+n['’]t\b", re.IGNORECASE)
_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        word_list(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
    """
        )
    )
}
_MONTHS = frozenset(
    word_list(
        """
    january february march april may june july august september october november december
    """
    )
)
# How much or how often, in words: each changes what is said.
_QUANTITIES = frozenset(
    word_list(
        """
    all most many few fewer some several any every each both none half more less least only always often sometimes
    rarely never majority minority nearly almost about over under up down before after
    """
    )
)
# Words that a sentence may add: they say who speaks, not what is so.
_FREE = (STOP - _QUANTITIES) | frozenset(
    word_list(
        """
    report reports reported say says said state states stated note notes noted find finds found finding findings
    according inspector inspectors delegation also there however while
    """
    )
)


@dataclass(frozen=True)
class Claim:
    """A sentence with the quotations that are to carry it.

    Attributes:
        text: the sentence as it would be shown.
        quotes: pairs of passage id and quotation.
    """

    text: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Verdict:
    """Which claims may be shown, and why the others may not (phrases without text)."""

    kept: tuple[Claim, ...]
    withheld: tuple[str, ...]


def verify(claims: Iterable[Claim], retrieved: Mapping[str, Passage]) -> Verdict:
    """Judge claims against the passages that were retrieved for this very answer.

    Args:
        claims: sentences with quotations.
        retrieved: the passages by id; a citation of any other passage fails.

    Returns:
        the claims all of whose checks hold, unchanged, and one reason for each other claim.
    """
    kept: list[Claim] = []
    withheld: list[str] = []
    for claim in claims:
        fault = fault_of(claim, retrieved)
        if fault is None:
            kept.append(claim)
        else:
            withheld.append(fault)
    return Verdict(tuple(kept), tuple(withheld))


def fault_of(claim: Claim, retrieved: Mapping[str, Passage]) -> str | None:
    """Return why a claim may not be shown, or ``None``."""
    if not claim.text.strip():
        return "empty sentence"
    if not claim.quotes:
        return "no quotation"
    for passage_id, quote in claim.quotes:
        passage = retrieved.get(passage_id)
        if passage is None:
            return "cites a passage that was not retrieved"
        if not folded(quote) or folded(quote) not in folded(str(passage.text)):
            return "quotation is not in the cited passage"
    evidence = " ".join(quote for _, quote in claim.quotes)
    if folded(claim.text) in folded(evidence) or _is_row(claim, retrieved):
        return None
    return _unsupported(claim.text, evidence)


def folded(text: str) -> str:
    """Return a text with runs of white space as single spaces."""
    return " ".join(text.split())


def _is_row(claim: Claim, retrieved: Mapping[str, Passage]) -> bool:
    """Whether the sentence is exactly what code makes of the quoted row, its cells beside their headers."""
    passage_id, quote = claim.quotes[0]
    passage = retrieved[passage_id]
    if folded(quote) != folded(str(passage.text)):
        return False
    return claim.text in (row_sentence(passage), row_sentence(passage, subject=False))


def _unsupported(sentence: str, evidence: str) -> str | None:
    said, shown = tokens(sentence), tokens(evidence)
    if not set(_numbers(said)) <= set(_numbers(shown)):
        return "a number does not occur in the quotation"
    if not {word for word in said if word in _MONTHS} <= {word for word in shown if word in _MONTHS}:
        return "a date does not occur in the quotation"
    if _negations(sentence) != _negations(evidence) and bool(_negations(sentence)) != bool(_negations(evidence)):
        return "the sentence and the quotation differ in negation"
    if not set(said) & _QUANTITIES <= set(shown):
        return "a quantity in words does not occur in the quotation"
    present = {stem(word) for word in shown} | _other_words(evidence)
    new = {word for word in said if word not in _FREE and not word[0].isdigit() and stem(word) not in present}
    if new - set(_NUMBER_WORDS):
        return "the sentence says more than the quotation"
    return None


def _other_words(evidence: str) -> set[str]:
    """The stems of other words for the same things, as the lexicon has them."""
    found = load_lexicon().found_in(tuple(stems(evidence)))
    return {phrase[0] for concept, _ in found for phrase in concept.stems if len(phrase) == 1}


def _numbers(words: Iterable[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word in _NUMBER_WORDS and word != "one":
            found.append(_NUMBER_WORDS[word])
        else:
            found.extend(match.replace(",", "") for match in _NUMBER.findall(word))
    return found


def _negations(text: str) -> int:
    return sum(word in _NEGATIONS for word in tokens(text)) + len(_NEGATED.findall(text))
