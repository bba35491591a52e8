"""The lexicon: words of the field that mean the same, as data (``lexicon.toml``)."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from assistant.question.terms import contains, stems, tokens


@dataclass(frozen=True)
class Concept:
    """One meaning with its words.

    Attributes:
        name: short id.
        phrases: the words and phrases as written.
        stems: the same, stemmed, longest first.
    """

    name: str
    phrases: tuple[str, ...]
    stems: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Lexicon:
    """All concepts."""

    version: str
    concepts: tuple[Concept, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """All single words, folded."""
        return frozenset(word for concept in self.concepts for phrase in concept.phrases for word in tokens(phrase))

    def holds(self, word: str) -> bool:
        """Say whether a folded word is part of any phrase."""
        return word in self.words

    @cached_property
    def by_phrase(self) -> dict[tuple[str, ...], Concept]:
        """The concept of each stemmed phrase; of several, the last in the list."""
        return {phrase: concept for concept in self.concepts for phrase in concept.stems}

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[int, int]]]:
        """Places of the phrases that begin with a stem: of the concept, and of the phrase in it."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, concept in enumerate(self.concepts):
            for place, phrase in enumerate(concept.stems):
                found[phrase[0]].append((at, place))
        return found

    def found_in(self, stemmed: tuple[str, ...]) -> list[tuple[Concept, tuple[str, ...]]]:
        """Return the concepts named in a stemmed text with the longest phrase of each that stands there."""
        candidates = sorted(place for word in set(stemmed) for place in self._by_first.get(word, ()))
        found: dict[int, tuple[Concept, tuple[str, ...]]] = {}
        for at, place in candidates:
            concept = self.concepts[at]
            if at not in found and contains(stemmed, concept.stems[place]):
                found[at] = concept, concept.stems[place]
        return list(found.values())


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read the lexicon that ships with the package."""
    data = tomllib.loads(resources.files("assistant").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    concepts = []
    for name, phrases in data["concepts"].items():
        # The name of a meaning is a word for it as well.
        phrases = list(dict.fromkeys([*phrases, *([name] if "_" not in name else [])]))
        stemmed = sorted({tuple(stems(phrase)) for phrase in phrases}, key=lambda item: (-len(item), item))
        concepts.append(Concept(name, tuple(phrases), tuple(stemmed)))
    return Lexicon(str(data["version"]), tuple(concepts))
