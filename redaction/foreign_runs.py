"""Sentences and phrases in other languages inside English paragraphs, found by their small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from redaction.lexicon import lexicon
from redaction.small_words import small_words

# Foreign passages from this length on hold the document (redaction/document.py); shorter ones are raised for review.
HOLDING = 150
# Letters that touch figures are parts of numbers and references, not words.
_WORD = re.compile(r"\b[^\W\d_]+\b")
# A run ends at a blank line, a separator of table cells, a tab or a wide gap within a line.
_BARRIER = re.compile(r"\n\s*\n|[|\t\x1e]|(?<=\S) {4,}")
# The review shows the whole sentence or quotation: a run is widened over neutral words, never over these.
_EDGE = re.compile(r"[.!?:;\"“”„«»‹›()\[\]\n|\x1e]")
# What ends a sentence, and what may stand before one. A name of an institution or a law has English words around it.
_ENDED = re.compile(r"\s?[.!?;:…]|[,.]?[\"”»’'“]|\s*\Z")
_BEGUN = re.compile(r"(?:\A|[.!?:;…\"“„«‘'»”\n]|\s[-–—•*])[\s*_#(]*(?:(?:\d+|[a-z])[.)]\s?)?\Z")
_OPENING = ("“", '"', "«", "„", "‘", "'", "‹")
_LISTED = re.compile(r"[,;/•·]")
# Weights of a word for (above 0) and against a run. A run goes on over small gaps, cognates say.
_SURE, _UNKNOWN, _COMMON, _ENGLISH_SHARED, _ENGLISH_ONLY, _NEUTRAL, _DROP = 2.0, 1.0, -1.0, -0.5, -3.0, -0.15, 5.0
_LEAST_WORDS = 5
# Fewer words are enough for a whole sentence or quotation with a small word of another language in it.
_FEWEST_WORDS = 3
# How far a run is widened (in characters), and over how many words that English has too.
_REACH, _MOST_COMMON = 80, 2
_CACHED = 100_000


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for a run: counts of lower-case words, and the language that explains most."""

    language: str
    lower: int
    every: int
    sure: int
    distinct: int
    clause: int
    unknown: int
    english: int
    shared: int

    @property
    def strange(self) -> float:
        """Share of the words that are not English, among those that tell English from the language."""
        return (self.sure + self.unknown) / max(self.lower - self.shared, 1)


class ForeignRuns:
    """Finds runs of foreign words in Latin script."""

    def __init__(self, rank: Callable[[str], Sequence[tuple[str, float]]]) -> None:
        """Take the identifier: text to language codes and their certainties (0 to 1), best first."""
        self._rank = rank
        self._weights: dict[str, float] = {}

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and language of the foreign runs of ``text``, in order.

        A run of ``HOLDING`` characters or more is certain; of what is less certain, a shorter beginning is given.
        """
        words = set(_WORD.findall(text))
        # Cheap evidence first: most paragraphs have not two small words of other languages.
        if len(words & small_words().sure) < 2 and sum(self._weight(word) > 0 for word in words) < 2:
            return
        for run in self._runs(text):
            yield from self._judged(text, run)

    def _weight(self, word: str) -> float:
        known = self._weights.get(word)
        if known is None:
            if len(self._weights) > _CACHED:
                self._weights.clear()
            known = self._weights[word] = _weigh(word)
        return known

    def _runs(self, text: str) -> Iterator[list[re.Match[str]]]:
        """Yield the words of each run: the score of its words rises, and never falls by more than ``_DROP``."""
        barriers = [match.start() for match in _BARRIER.finditer(text)]
        barriers.append(len(text) + 1)
        wall = 0
        run: list[re.Match[str]] = []
        score = best = 0.0
        top = 0
        for word in _WORD.finditer(text):
            at = word.start()
            weight = self._weight(word.group())
            passed = False
            while barriers[wall] <= at:
                wall, passed = wall + 1, True
            if run and (passed or score + weight <= 0 or best - score - weight > _DROP):
                yield run[:top]
                run, score, best, top = [], 0.0, 0.0, 0
            if not run and weight <= 0:
                continue
            run.append(word)
            score += weight
            if score > best:
                best, top = score, len(run)
        if run:
            yield run[:top]

    def _judged(self, text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
        if len(run) < 2:
            return
        start, end = _widened(text, run[0].start(), run[-1].end())
        evidence = self._evidence(text[start:end])
        if evidence.every < _FEWEST_WORDS or evidence.english * 8 > evidence.lower:
            return
        quoted = text[start - 1 : start] in _OPENING and start > 0
        whole = quoted or bool(_ENDED.match(text, end) and _BEGUN.search(text, max(0, start - 8), start))
        if evidence.every < _LEAST_WORDS and not (
            whole and evidence.sure and evidence.lower > 2 and evidence.strange >= 0.9
        ):
            return
        listed = len(_LISTED.findall(text, start, end)) * 3 > evidence.every
        small = _speaks(evidence, whole)
        plain = not small and not listed and evidence.unknown >= 8 and evidence.strange >= 0.75
        if not small and not plain:
            return
        ranking = self._rank(" ".join(_WORD.findall(text[start:end])).lower())
        language, certainty = ranking[0]
        # Neighbours share their certainty (Dutch and Afrikaans): what counts is that it is not English.
        foreign = 1 - sum(share for code, share in ranking if code in ("en", "la"))
        if language in ("en", "la") and (certainty > 0.6 or evidence.distinct < 3 or plain):
            return
        # The fewer small words there are, the surer the identifier must be.
        least = 0.95 if plain else 0.0 if evidence.distinct >= 3 else 0.6 if evidence.clause else 0.97
        if (certainty if plain else foreign) < least:
            return
        code = evidence.language if evidence.language and small and certainty < 0.95 else language
        certain = (
            foreign >= 0.9
            and certainty >= 0.6
            and language != "en"
            and not listed
            and evidence.lower >= 10
            # A list of names and offices has more capitals than any prose but German.
            and evidence.lower >= evidence.every * (0.4 if code == "de" else 0.6)
            and (
                evidence.unknown >= 14
                if plain
                else (evidence.sure >= 4 and (evidence.clause >= 1 or whole))
                or (whole and evidence.sure >= 2 and evidence.strange >= 0.9)
            )
        )
        end += text[end : end + 1] in (".", "!", "?")
        if not certain and end - start >= HOLDING:
            space = text.rfind(" ", start + HOLDING // 2, start + HOLDING - 1)
            end = space if space > 0 else start + HOLDING - 1
        yield start, end, code

    def _evidence(self, text: str) -> _Evidence:
        small = small_words()
        every = _WORD.findall(text)
        lower = [word for word in every if word.islower()]
        votes: Counter[str] = Counter()
        for word in every:
            # A small word with a capital starts a sentence, or is part of a name ("La", "Van"): clause words only.
            key = word.lower()
            if word.islower():
                for language in small.clause.get(key, frozenset()) | small.link.get(key, frozenset()):
                    votes[language] += 2 if key in small.sure else 1
        best = min(votes, key=lambda language: (-votes[language], small.order[language])) if votes else ""

        def says(words: dict[str, frozenset[str]], word: str) -> bool:
            return word in small.sure and best in words.get(word, frozenset())

        clause = [word for word in every if says(small.clause, word.lower())]
        sure = clause + [word for word in lower if says(small.link, word) and not says(small.clause, word)]
        weights = [self._weight(word) for word in lower]
        counted = frozenset(sure)
        shared = {word for word in lower if word not in small.sure and small.belongs(word, best)}
        return _Evidence(
            best, len(lower), len(every), len(sure), len({word.lower() for word in sure}), len(clause),
            sum(weight > 0 and word not in counted for word, weight in zip(lower, weights, strict=True)),
            sum(word in small.english and word not in shared for word in lower),
            sum(word in shared for word in lower),
        )  # fmt: skip


def _speaks(evidence: _Evidence, whole: bool) -> bool:
    """Say whether small words make a run foreign; ``whole``: it goes from one full stop or quotation mark to the next.

    Names of institutions and laws have articles and prepositions alone and stand in English sentences: what is not
    whole needs a pronoun, a verb or the like, or must be long.
    """
    strange = evidence.strange
    if strange < 0.55:
        return False
    if evidence.distinct >= 2 and (
        (evidence.clause >= 1 and evidence.sure * 6 >= evidence.lower) or (evidence.lower >= 14 and evidence.sure >= 5)
    ):
        return True
    against = evidence.sure + evidence.unknown
    return whole and (
        (evidence.sure >= 1 and against >= 3 and strange >= 0.75)
        or (evidence.lower >= 3 and against >= 2 and strange >= 0.9)
    )


def _weigh(word: str) -> float:
    if not word.islower() or len(word) == 1:
        return _NEUTRAL
    small = small_words()
    if word in small.sure:
        return _SURE
    shared = word in small.clause or word in small.link
    if word in small.english:
        return _ENGLISH_SHARED if shared else _ENGLISH_ONLY
    if shared:
        return _NEUTRAL
    return _COMMON if lexicon().is_common(word) else _UNKNOWN


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a run to its sentence, over what is not clearly English: names, figures, words of both languages."""
    left = [word for word in _WORD.finditer(text, max(0, start - _REACH), start) if word.start() > start - _REACH]
    right = [word for word in _WORD.finditer(text, end, end + _REACH) if word.end() < end + _REACH]
    before = _taken(text, [(word, word.end(), then) for word, then in _with_next(left[::-1], start)])
    after = _taken(text, [(word, then, word.start()) for word, then in _with_next(right, end, backward=False)])
    return before.start() if before else start, after.end() if after else end


def _with_next(words: list[re.Match[str]], border: int, backward: bool = True) -> Iterator[tuple[re.Match[str], int]]:
    """Yield words outwards from a border, each with where the word before it on the way ends."""
    for word in words:
        yield word, border
        border = word.start() if backward else word.end()


def _taken(text: str, words: list[tuple[re.Match[str], int, int]]) -> re.Match[str] | None:
    """Return the last word to take in; words that English has too only where they reach the border of the sentence."""
    last: re.Match[str] | None = None
    kept: re.Match[str] | None = None
    common = 0
    for word, first, then in words:
        if _EDGE.search(text, first, then):
            return last
        weight = _weigh(word.group())
        common += weight == _COMMON
        if weight == _ENGLISH_ONLY or common > _MOST_COMMON:
            return kept
        last = word
        kept = word if not common else kept
    return kept
