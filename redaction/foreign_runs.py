"""Sentences and phrases in other languages inside English paragraphs, found by their small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from redaction.lexicon import lexicon

# From this length on a passage holds the document; of what is not certain enough for that only the
# beginning is reported.
HOLDING = 150
_WORD = re.compile(r"[^\W\d_]+")
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
_CACHED = 100_000
# The small words of English; those that another language has too ("was", "die", "of") weigh little against a run.
_ENGLISH = frozenset(
    """the of and to in a is was were that for it with as on are by be this had not have from at or an been his her their
    they he she we who which should has would but there no one all when i you my your him them these those if than then can
    could may will do did does into about after before between because while where what how also any more other some such
    only being our us its so very over under out up during without within through each both most own must said told""".split()
)


# Words that dictionaries of English list too, but that hardly stand in English text in lower case.
_STRANGERS = frozenset("de la en es se lo di te ne ni si na mi tu wo er um mon ta ga den".split())


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Function words of other languages: word to the languages that have it; ``clause`` words make sentences."""

    clause: dict[str, frozenset[str]]
    link: dict[str, frozenset[str]]
    sure: frozenset[str]
    order: dict[str, int]


@lru_cache(maxsize=1)
def small_words() -> SmallWords:
    """Load ``data/function_words.toml``; words that English has too, and single letters, are not among the sure ones."""
    source = resources.files("redaction.data").joinpath("function_words.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, set[str]]] = {"clause": {}, "link": {}}
    languages_listed = tomllib.loads(source)
    for language, lists in languages_listed.items():
        for kind, words in lists.items():
            for word in words.split():
                found[kind].setdefault(word, set()).add(language)
    both = found["clause"].keys() | found["link"].keys()
    sure = {
        word for word in both if len(word) > 1 and word not in _ENGLISH and not (word.isascii() and _everyday(word))
    }
    clause, link = (
        {word: frozenset(languages) for word, languages in found[kind].items()} for kind in ("clause", "link")
    )
    order = {language: number for number, language in enumerate(languages_listed)}
    return SmallWords(clause, link, frozenset(sure), order)


def _everyday(word: str) -> bool:
    """Say whether English uses a word so often that it is no evidence ("van", "men"); "der" and "och" are not so."""
    return word not in _STRANGERS and lexicon().is_common(word) and lexicon().counts.get(word, 0) >= 3000


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

    def __init__(self, classify: Callable[[str], tuple[str, float]]) -> None:
        """Take the identifier: text to language code and certainty (0 to 1)."""
        self._classify = classify
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
        if evidence.every < _LEAST_WORDS or evidence.english * 8 > evidence.lower:
            return
        quoted = text[start - 1 : start] in _OPENING and start > 0
        whole = quoted or bool(_ENDED.match(text, end) and _BEGUN.search(text, max(0, start - 8), start))
        listed = len(_LISTED.findall(text, start, end)) * 3 > evidence.every
        small = evidence.strange >= 0.55 and (
            # A sentence by its pronouns and verbs; or, from one full stop to the next, by little besides.
            evidence.distinct >= 2 and evidence.clause >= 1 and evidence.sure * 6 >= evidence.lower
            or evidence.distinct >= 2 and evidence.lower >= 14 and evidence.sure >= 5
            or whole and evidence.sure >= 1 and evidence.sure + evidence.unknown >= 3 and evidence.strange >= 0.75
            or whole and evidence.lower >= 3 and evidence.sure + evidence.unknown >= 2 and evidence.strange >= 0.9
        )  # fmt: skip
        plain = not small and not listed and evidence.unknown >= 8 and evidence.strange >= 0.75
        if not small and not plain:
            return
        words = " ".join(word.lower() for word in _WORD.findall(text[start:end]))
        language, certainty = self._classify(words)
        if language in ("en", "la") and (certainty > 0.6 or evidence.distinct < 3 or not small) or plain and certainty < 0.95:
            return
        if certainty < 0.97 and evidence.distinct < 3 and not (evidence.clause and certainty > 0.6):
            return
        code = evidence.language if small and language != evidence.language and certainty < 0.95 else language
        certain = (
            certainty >= 0.9
            and language != "en"
            and not listed
            and evidence.lower >= 10
            # A list of names and offices has more capitals than any prose but German.
            and evidence.lower >= evidence.every * (0.4 if "de" in (language, code) else 0.6)
            and (small and evidence.sure >= 4 and (evidence.clause >= 1 or whole) or plain and evidence.unknown >= 14)
        )
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
        shared = {
            word
            for word in lower
            if word not in small.sure and (best in small.clause.get(word, ()) or best in small.link.get(word, ()))
        }
        return _Evidence(
            best, len(lower), len(every), len(sure), len({word.lower() for word in sure}), len(clause),
            sum(weight > 0 and word not in sure for word, weight in zip(lower, weights, strict=True)),
            sum(word in _ENGLISH and word not in shared for word in lower),
            sum(word in shared for word in lower),
        )  # fmt: skip


def _weigh(word: str) -> float:
    if not word.islower() or len(word) == 1:
        return _NEUTRAL
    small = small_words()
    if word in small.sure:
        return _SURE
    shared = word in small.clause or word in small.link
    if word in _ENGLISH:
        return _ENGLISH_SHARED if shared else _ENGLISH_ONLY
    if shared:
        return _NEUTRAL
    return _COMMON if lexicon().is_common(word) else _UNKNOWN


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a run to its sentence, over what is not clearly English: names, figures, words of both languages."""
    before = ((word, word.end(), start) for word in reversed(list(_WORD.finditer(text, max(0, start - 80), start))))
    after = ((word, end, word.start()) for word in _WORD.finditer(text, end, end + 80))
    found = []
    for words in (before, after):
        taken: list[re.Match[str]] = []
        sure = common = 0
        for word, first, last in words:
            if _EDGE.search(text, first, last):
                # The border of the sentence is reached: what English has too belongs to it.
                sure = len(taken)
                break
            if not _blends(word.group()):
                common += 1
                if common > 2 or _weigh(word.group()) == _ENGLISH_ONLY:
                    break
            taken.append(word)
            sure = len(taken) if not common else sure
        else:
            sure = len(taken)
        found.append(taken[sure - 1] if sure else None)
    return found[0].start() if found[0] else start, found[1].end() if found[1] else end


def _blends(word: str) -> bool:
    return _weigh(word) not in (_ENGLISH_ONLY, _COMMON)
