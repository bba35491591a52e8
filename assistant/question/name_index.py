"""The names of a corpus ready to be looked up, so that a question is compared with those alone that it may mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.terms import STOP, capitalised, tokens, word_list
from redaction.lexicon import lexicon

# Words of names that many places or bodies share: they do not single one out.
_GENERIC = frozenset(
    word_list(
        """
    hmp hmyoi yoi prison prisons jail gaol centre center remand detention facility institution establishment
    home unit hospital station police custody court cluster regional secure barracks camp house ward wing no
    number north south east west new old st saint state county city national central department complex block
    women's men's women men and the of training nursing care dementia military immigration removal reception
    suite suites cells annual young offender offenders penitentiary correctional corrections correction la le
    les de du des sur den der das el office inspectorate inspector inspectors inspection committee commission
    mechanism preventive prevention public general independent monitoring visitors visiting panel board council
    human rights defender ombudsman ombuds body authority service services agency ministry justice unit chief
    justice children children's custodial oversight visit report detained persons people republic united kingdom
    western eastern northern southern torture against processing dangerous centres places liberty deprived
    territory territories capital region regions province provinces canton cantons federal federation
    division residential residence residences social health one two three four five six seven eight nine ten eleven
    twelve
    """
    )
)
# "The first report on X" names no First Police Station: like a number, only its ordinary word beside it does.
_ORDINALS = frozenset(word_list("first second third fourth fifth sixth seventh eighth ninth tenth"))
_NEAR = 80
_SHORTEST_NEAR = 5
_FEW_DOCUMENTS = 4


@dataclass(frozen=True)
class NamedPlace:
    """A place that a question names.

    Attributes:
        name: as the ledger has it.
        exact: whether the question spells it rightly; a near match is a preference, never a filter.
        words: the folded words of the question that name it.
        key: the folded distinctive words of the place, for matching titles.
    """

    name: str
    exact: bool
    words: tuple[str, ...]
    key: tuple[str, ...]


class NameIndex:
    """Places, and the words by which documents are known, by word."""

    def __init__(
        self,
        places: Sequence[str],
        owners: Mapping[str, frozenset[str]],
        about: Mapping[str, frozenset[str]],
    ) -> None:
        """Index what :class:`assistant.question.naming.Names` says of a corpus."""
        self._places = tuple(places)
        self._keys = [distinctive(name) for name in places]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_letter: dict[str, dict[str, list[int]]] = defaultdict(dict)
        self._plain: list[tuple[int, tuple[str, ...]]] = []
        for at, (name, key) in enumerate(zip(places, self._keys, strict=True)):
            if not key:
                self._plain.append((at, tuple(tokens(name))))
            for word in key:
                self._by_word[word].append(at)
                if len(word) >= _SHORTEST_NEAR:
                    self._by_letter[word[0]].setdefault(word, []).append(at)
        self._order = {document: at for at, document in enumerate(owners)}
        self._owned = _by_word(owners, self._order)
        self._about = _by_word(about, self._order)
        spread = Counter(word for words in about.values() for word in words)
        self._titled = {word: number for word, number in spread.items() if number <= _FEW_DOCUMENTS}
        self._words = {word for words in (*owners.values(), *about.values()) for word in words}
        self._words.update(word for name in places for word in tokens(name))

    def holds(self, word: str) -> bool:
        """Say whether a folded word belongs to any name."""
        return word in self._words

    def places_in(self, question: str) -> tuple[NamedPlace, ...]:
        """Return the places a question names, exact ones first, in the order of the question."""
        words = [word for word in tokens(question) if word not in STOP]
        # An ordinary word is meant as it stands; only one that is written as a name may be a name misspelt.
        capitals = capitalised(question)
        strange = {word for word in words if word in capitals or not lexicon().is_common(word)}
        found: list[tuple[bool, int, int, NamedPlace]] = []
        for at, key in self._plain:
            if key and all(word in words for word in key):
                found.append((False, words.index(key[0]), at, NamedPlace(self._places[at], True, key, key)))
        for at in self._candidates(words, strange):
            name, key = self._places[at], self._keys[at]
            hits = [word for word in words if word in key and (len(word) >= 4 or word.isdigit() or len(key) == 1)]
            letters = [word for word in hits if not word.isdigit() and word not in _ORDINALS]
            if letters or (hits and _beside_generic(name, words)):
                rest = tuple(part for part in key if part not in hits)
                misspelt = _near([word for word in words if word not in hits and word in strange], rest)
                spoken = (*hits, misspelt) if misspelt else tuple(hits)
                found.append((False, words.index(hits[0]), at, NamedPlace(name, True, spoken, key)))
                continue
            near = _near([word for word in words if word in strange], key)
            if near:
                found.append((True, words.index(near), at, NamedPlace(name, False, (near,), key)))
        return tuple(place for *_, place in sorted(found, key=lambda item: item[:3]))

    def documents_named(
        self, words: Collection[str], capitals: Collection[str], places: Sequence[NamedPlace]
    ) -> dict[str, tuple[str, ...]]:
        """Return the documents whose body, State, place or title is named, with the words that do.

        Args:
            words: folded words of the question that may name a body or a State.
            capitals: those of them that are written as names, which may stand in a title.
            places: that the question names.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for word in words:
            owned = self._owned.get(word, ())
            if len(owned) <= _FEW_DOCUMENTS:
                for document in owned:
                    found[document].add(word)
        for place in places:
            least: dict[str, str] = {}
            for word in sorted(set(place.key), reverse=True):
                least.update(dict.fromkeys(self._about.get(word, ()), word))
            for document, word in least.items():
                found[document].add(word)
        for word in capitals:
            if word in self._titled:
                for document in self._about.get(word, ()):
                    found[document].add(word)
        return {document: tuple(sorted(found[document])) for document in sorted(found, key=self._order.__getitem__)}

    def _candidates(self, words: Sequence[str], strange: Collection[str]) -> list[int]:
        """The places that share a word with the question, or have one that is nearly spelt like one."""
        found: set[int] = set()
        for word in words:
            found.update(self._by_word.get(word, ()))
            for part, places in self._by_letter.get(word[0], {}).items() if word in strange else ():
                if _alike(word, part) is not None:
                    found.update(places)
        return sorted(found)


def distinctive(name: str) -> tuple[str, ...]:
    """Return the folded words of a place's name that single it out."""
    return tuple(
        word for word in dict.fromkeys(tokens(name)) if word not in _GENERIC and (len(word) > 1 or word.isdigit())
    )


def is_generic(word: str) -> bool:
    """Say whether a folded word is part of many names and singles none out."""
    return word in _GENERIC


def _by_word(named: Mapping[str, Iterable[str]], among: Mapping[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for document, words in named.items():
        if document in among:
            for word in words:
                found[word].append(document)
    return found


def _beside_generic(name: str, words: Sequence[str]) -> bool:
    """A number names a place ("Establishment No. 7") only together with the place's ordinary word."""
    return any(word in words for word in tokens(name) if word in _GENERIC and len(word) > 3)


def _near(words: Sequence[str], key: Sequence[str]) -> str | None:
    best: tuple[float, str] | None = None
    for word in words:
        for part in key:
            score = _alike(word, part)
            if score is not None and (best is None or score > best[0]):
                best = (score, word)
    return best[1] if best else None


@lru_cache(maxsize=20_000)
def _alike(word: str, part: str) -> float | None:
    """How alike two words are spelt, 0 to 100; ``None`` if they are taken for two words."""
    from rapidfuzz import fuzz

    if min(len(word), len(part)) < _SHORTEST_NEAR or word[0] != part[0]:
        return None
    score = fuzz.ratio(word, part)
    return score if score >= _NEAR else None
