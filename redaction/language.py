"""Which language a document is in, passage by passage."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Any

from redaction.foreign_runs import ForeignRuns
from redaction.lexicon import lexicon
from redaction.small_words import small_words

SUPPORTED = "en"
# Shorter passages say nothing certain about their language: names, headings and table cells look like anything.
_LEAST_LETTERS = 60
_LEAST_WORDS = 8
_WINDOW = 600
_CERTAIN = 0.95
# From this share of English words on the identifier, which takes long to load, is not asked.
_ENGLISH_WORDS = 0.75
_WORD = re.compile(r"[^\W\d_]+")
# A line without small letters, of four words or more.
_HEADING = re.compile(r"[^\na-zß-öø-ÿ|\x1e]{16,}")
_LATER = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class ForeignPassage:
    """A passage in another language: offsets into its segment, and the language code (ISO 639-1)."""

    segment: int
    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class LanguageReport:
    """What language a document is in.

    Attributes:
        language: code of the language of most text; ``en`` where nothing decides.
        foreign: passages in other languages.
        foreign_share: their share of the text that decides, 0 to 1.
    """

    language: str
    foreign: tuple[ForeignPassage, ...]
    foreign_share: float


class LanguageFinder:
    """Identifies languages with py3langid; the model is loaded beside the first document, or when it is needed."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._identifier: Any = None
        self._loading = Lock()
        self._begun = False
        self._runs = ForeignRuns(self._rank)

    def examine(self, segments: Sequence[str]) -> LanguageReport:
        """Return the language of a document and its foreign passages.

        Args:
            segments: the text, in order.
        """
        if not self._begun:
            # Unpacking the model leaves the interpreter to others: other models are loaded meanwhile.
            self._begun = True
            Thread(target=self._load, daemon=True).start()
        weights: dict[str, int] = {}
        foreign: list[ForeignPassage] = []
        for number, segment in enumerate(segments):
            whole: list[ForeignPassage] = []
            for start, end in _passages(segment):
                language = self._passage(segment[start:end])
                if language is None:
                    continue
                weights[language] = weights.get(language, 0) + end - start
                if language != SUPPORTED:
                    whole.append(ForeignPassage(number, start, end, language))
            foreign += self._with_runs(number, segment, whole)
        if not weights:
            return LanguageReport(self._loose(segments), tuple(foreign), 0.0)
        total = sum(weights.values())
        best = max(weights, key=lambda language: (weights[language], language == SUPPORTED))
        return LanguageReport(best, tuple(foreign), 1 - weights.get(SUPPORTED, 0) / total)

    def _with_runs(self, number: int, segment: str, whole: list[ForeignPassage]) -> list[ForeignPassage]:
        """Add the foreign sentences and phrases of passages that are English as a whole."""
        found = list(whole)
        for start, end, language in itertools.chain(
            self._runs.find(segment), self._headings(segment), _script_runs(segment)
        ):
            if not any(passage.start < end and start < passage.end for passage in found):
                found.append(ForeignPassage(number, start, end, language))
        return sorted(found, key=lambda passage: passage.start)

    def _headings(self, segment: str) -> Iterator[tuple[int, int, str]]:
        """Yield the foreign lines in capitals: written small they are judged like others."""
        for match in _HEADING.finditer(segment):
            small = match.group().lower()
            if len(small) == len(match.group()) and match.group().isupper():
                for start, end, language in self._runs.find(small):
                    yield match.start() + start, match.start() + end, language

    def _loose(self, segments: Sequence[str]) -> str:
        """Decide over everything together where no passage alone is long enough."""
        words = _WORD.findall(" ".join(segments)[:4000])
        if len(words) < 2 * _LEAST_WORDS:
            return SUPPORTED
        lower = [word for word in words if word.islower()]
        if len(lower) < _LEAST_WORDS:
            return SUPPORTED
        commonest = small_words().commonest
        if sum(word in commonest for word in lower) * 12 >= len(lower):
            return SUPPORTED
        language, certainty = self._classify(" ".join(lower))
        return language if certainty >= _CERTAIN else SUPPORTED

    def _passage(self, text: str) -> str | None:
        words = _WORD.findall(text)
        # Capitalised words are mostly names, and digits and bars mark tables: neither tells a language.
        lower = [word for word in words if word.islower()]
        letters = sum(map(len, lower))
        if len(lower) < _LEAST_WORDS or letters < _LEAST_LETTERS / 1.5:
            return None if text.isascii() else _script(text)
        # Three of the commonest words of English in a passage speak against a foreign passage.
        commonest = small_words().commonest
        english = sum(word in commonest for word in lower)
        if english * 6 >= len(lower):
            return SUPPORTED
        # Notes in telegrams: words of English without its small ones, and none of another language.
        common = lexicon().is_common
        if sum(map(common, lower)) >= _ENGLISH_WORDS * len(lower) and small_words().sure.isdisjoint(lower):
            return SUPPORTED
        language, certainty = self._classify(" ".join(lower))
        if language == SUPPORTED or certainty < _CERTAIN:
            return SUPPORTED if english * 12 >= len(lower) or language == SUPPORTED else None
        return None if english * 12 >= len(lower) and english >= 3 else language

    def _classify(self, text: str) -> tuple[str, float]:
        return self._rank(text)[0]

    def _rank(self, text: str) -> list[tuple[str, float]]:
        ranked = self._load().rank(text)
        return [(str(language), float(certainty)) for language, certainty in ranked]

    def _load(self) -> Any:
        with self._loading:
            if self._identifier is None:
                from py3langid.langid import _load_identifier

                self._identifier = _load_identifier(norm_probs=True)
            return self._identifier


def _passages(segment: str) -> list[tuple[int, int]]:
    """Cut a segment at blank lines and into windows, so that a foreign quotation is seen for itself."""
    cuts = [0, *(match.end() for match in _LATER.finditer(segment)), len(segment)]
    found: list[tuple[int, int]] = []
    for first, last in itertools.pairwise(cuts):
        start = first
        while last - start > 2 * _WINDOW:
            space = segment.rfind(" ", start + _WINDOW // 2, start + _WINDOW)
            end = space + 1 if space > 0 else start + _WINDOW
            found.append((start, end))
            start = end
        if start < last:
            found.append((start, last))
    return found


_SCRIPTS = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("zh", re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u0dff]")),
    ("th", re.compile("[\u0e00-\u0eff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)


def _script(text: str) -> str | None:
    """Return the language that a script other than Latin suggests, where most of a passage is in it."""
    letters = len(_WORD.findall(text)) and sum(char.isalpha() for char in text)
    if letters < _LEAST_LETTERS / 5:
        return None
    for language, pattern in _SCRIPTS:
        if len(pattern.findall(text)) * 2 > letters:
            return language
    return None


# Words of a script other than Latin, with what stands between them; Han, Kana and Thai set no spaces between words.
_OTHER = "\u0370-\u1cff\u2e80-\ud7af\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff"
OTHER_RUN = re.compile(
    f"[{_OTHER}]+(?:[^\\w\n|]{{1,6}}(?:[0-9]+[^\\w\n|]{{1,6}})?[{_OTHER}]+|\n(?!\\s*\n)[{_OTHER}]+)*"
)
_OTHER_WORD = re.compile(f"[{_OTHER}]{{2,}}")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_LEAST_RUN_WORDS = 5
_LEAST_UNSPACED = 12


def _script_runs(segment: str) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences in other scripts: five words or more, so names in their own script are left."""
    if segment.isascii():
        return
    for match in OTHER_RUN.finditer(segment):
        run = match.group()
        words, unspaced = len(_OTHER_WORD.findall(run)), len(_UNSPACED.findall(run))
        language = _script(run) if words >= _LEAST_RUN_WORDS or unspaced >= _LEAST_UNSPACED else None
        if language is not None:
            end = match.end()
            yield match.start(), end + (segment[end : end + 1] in tuple(".!?。؟।")), language
