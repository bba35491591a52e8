"""Names: the places, bodies and jurisdictions of the corpus, recognised in a question exactly or nearly."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from assistant.lexicon import load_lexicon
from assistant.terms import STOP, WEAK, capitalised, tokens, word_list
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.ledger import Ledger
    from ingest.library import Library

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
    residential social health
    """
    )
)
# Words by which places that no document is about, texts and offices are known.
_LAND = frozenset(
    word_list(
        """
    road street lane avenue square hall island islands county region valley river lake port mount bay bridge castle
    college school academy campus village town city wood park farm villa manor lodge court rules rule principles
    protocol convention covenant treaty charter declaration act code bill constitution manual standards guidelines
    article articles governor director minister warden superintendent commissioner secretary president chair judge
    prosecutor parliament senate europe european african american international nations council union world istanbul
    mandela bangkok havana beijing tokyo mendez
    """
    )
)
_NEAR = 80
_MOST_READ = 20
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


@dataclass(frozen=True)
class Names:
    """What is known of the names in a corpus.

    Attributes:
        places: places of detention.
        owners: for each document, the distinctive words of its body and jurisdiction.
        about: for each document, the distinctive words of its place, title and file name.
        told: says of a name whether any stored passage holds it.
    """

    places: tuple[str, ...] = ()
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told: Callable[[str], bool] = lambda _: False

    @classmethod
    def of(cls, library: Library) -> Names:
        """Read the names from a ledger; read again only when its documents have changed."""
        ledger, generation = library.ledger, library.ledger.generation()
        held = _REMEMBERED.get(ledger)
        if held is None or held[0] != generation:
            held = _REMEMBERED[ledger] = (generation, *_read(ledger))

        def told(name: str) -> bool:
            found = library.index.lexical(name, Filters(), _MOST_READ)
            passages = ledger.passages([ranked.passage_id for ranked in found])
            return any(name in str(passage.text) for passage in passages.values())

        return cls(*held[1:], told)

    def places_in(self, question: str) -> tuple[NamedPlace, ...]:
        """Return the places a question names, exact ones first, in the order of the question."""
        words = [word for word in tokens(question) if word not in STOP]
        found: list[tuple[bool, int, NamedPlace]] = []
        for name in self.places:
            key = tuple(
                word
                for word in dict.fromkeys(tokens(name))
                if word not in _GENERIC and (len(word) > 1 or word.isdigit())
            )
            if not key:
                key = tuple(tokens(name))
                if all(word in words for word in key):
                    found.append((False, words.index(key[0]), NamedPlace(name, True, key, key)))
                continue
            hits = [word for word in words if word in key and (len(word) >= 4 or word.isdigit() or len(key) == 1)]
            letters = [word for word in hits if not word.isdigit()]
            if letters or (hits and _beside_generic(name, words)):
                rest = tuple(part for part in key if part not in hits)
                misspelt = _near([word for word in words if word not in hits], rest)
                named = (*hits, misspelt) if misspelt else tuple(hits)
                found.append((False, words.index(hits[0]), NamedPlace(name, True, named, key)))
                continue
            near = _near(words, key)
            if near:
                found.append((True, words.index(near), NamedPlace(name, False, (near,), key)))
        return tuple(place for _, _, place in sorted(found, key=lambda item: item[:2]))

    def documents_named(self, question: str, places: Sequence[NamedPlace] = ()) -> dict[str, tuple[str, ...]]:
        """Return the documents that a question points at by place, title, body or State, with the words that do."""
        words = {word for word in tokens(question) if word not in STOP and word not in _GENERIC and len(word) > 2}
        spread = Counter(word for owned in self.owners.values() for word in owned)
        titled = Counter(word for named in self.about.values() for word in named)
        capitals = {word for word in words if word in capitalised(question) and not load_lexicon().holds(word)}
        found: dict[str, tuple[str, ...]] = {}
        keys = [set(place.key) for place in places]
        for document_id, owned in self.owners.items():
            hits = [word for word in words if word in owned and spread[word] <= _FEW_DOCUMENTS]
            about = self.about.get(document_id, frozenset())
            hits += [next(iter(sorted(key & about))) for key in keys if key & about]
            hits += [word for word in capitals if word in about and titled[word] <= _FEW_DOCUMENTS]
            if hits:
                found[document_id] = tuple(sorted(set(hits)))
        return found

    def knows(self, word: str) -> bool:
        """Say whether a folded word belongs to a name of the corpus or to the language of its field."""
        if word in _GENERIC or word in STOP or word in WEAK or word in _LAND or load_lexicon().holds(word):
            return True
        named = (*self.owners.values(), *self.about.values(), frozenset(tokens(" ".join(self.places))))
        return any(word in words for words in named)


def is_generic(word: str) -> bool:
    """Say whether a folded word is part of many names and singles none out."""
    return word in _GENERIC


def _owner_words(record: DocumentRecord) -> frozenset[str]:
    jurisdiction = record.metadata.jurisdiction or ""
    names = " ".join((record.metadata.inspecting_body or "", jurisdiction, *_adjectives(jurisdiction)))
    return frozenset(word for word in tokens(names) if word not in _GENERIC and len(word) > 3)


def _about_words(record: DocumentRecord) -> frozenset[str]:
    names = f"{record.metadata.place or ''} {record.metadata.title or ''} {record.source}"
    return frozenset(word for word in tokens(names.replace("_", " ")) if word not in _GENERIC)


@lru_cache(maxsize=1)
def _jurisdictions() -> dict[str, tuple[str, ...]]:
    text = resources.files("ingest").joinpath("data", "jurisdictions.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text)["jurisdictions"].items()}


def _adjectives(jurisdiction: str) -> tuple[str, ...]:
    found = _jurisdictions().get(jurisdiction, ())
    if found or not jurisdiction.endswith("ia"):
        return found
    return (f"{jurisdiction}n",)


def _beside_generic(name: str, words: Sequence[str]) -> bool:
    """A number names a place ("Establishment No. 7") only together with the place's ordinary word."""
    return any(word in words for word in tokens(name) if word in _GENERIC and len(word) > 3)


def _near(words: Sequence[str], key: Sequence[str]) -> str | None:
    from rapidfuzz import fuzz

    best: tuple[float, str] | None = None
    for word in words:
        for part in key:
            if min(len(word), len(part)) < _SHORTEST_NEAR or word[0] != part[0]:
                continue
            score = fuzz.ratio(word, part)
            if score >= _NEAR and (best is None or score > best[0]):
                best = (score, word)
    return best[1] if best else None


_Words = Mapping[str, frozenset[str]]
# By ledger: its generation, and the places, owners and subjects of its documents read then.
_REMEMBERED: WeakKeyDictionary[Ledger, tuple[int, tuple[str, ...], _Words, _Words]] = WeakKeyDictionary()


def _read(ledger: Ledger) -> tuple[tuple[str, ...], _Words, _Words]:
    records = [
        record
        for record in ledger.documents(status=str(DocumentStatus.INDEXED))
        if record.kind not in (DocumentKind.CATALOGUE, DocumentKind.INSTRUMENT)
    ]
    owners = {record.document_id: _owner_words(record) for record in records}
    return tuple(ledger.places()), owners, {record.document_id: _about_words(record) for record in records}
