"""Names: the places, bodies and jurisdictions of the corpus, recognised in a question exactly or nearly."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from assistant.question.dates import MONTH_WORDS
from assistant.question.lexicon import load_lexicon
from assistant.question.name_index import NamedPlace, NameIndex, is_generic
from assistant.question.register_words import REGISTER_WORDS
from assistant.question.terms import STOP, WEAK, capitalised, tokens, word_list
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.ledger.store import Ledger
    from ingest.library import Library

__all__ = ["NamedPlace", "Names", "is_generic"]

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
_MOST_READ = 20
# In a collection of short texts a title names the one passage that is asked for.
_MANY = 8
# A date in words: "in June 2025", "12 June".
_MONTHS = "|".join(sorted(MONTH_WORDS))
_DATED_MONTH = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{_MONTHS})\.? (?:19|20)\d\d\b|\b\d{{1,2}} (?:{_MONTHS})\b", re.IGNORECASE
)


_NONE = NameIndex((), {}, {})

# States that questions call by their initials.
_SHORT_STATES = {
    "New Zealand": frozenset(["nz"]),
    "United Kingdom": frozenset(["uk"]),
    "United States": frozenset(["usa"]),
    "Democratic Republic of the Congo": frozenset(["drc"]),
    "Bosnia and Herzegovina": frozenset(["bih"]),
    "United Arab Emirates": frozenset(["uae"]),
}
_SHORT = frozenset().union(*_SHORT_STATES.values())


@dataclass(frozen=True)
class Names:
    """What is known of the names in a corpus.

    Attributes:
        places: places of detention.
        owners: for each document, the distinctive words of its body and jurisdiction.
        about: for each document, the distinctive words of its place, title and file name.
        told: says of a name whether any stored passage holds it.
        states: for each document, the distinctive words of its State, its adjectives with it.
        where: says in which documents stored passages hold a name.
        long: documents of so many passages that their name says nothing of one passage.
        called: every name of a place, body, State or title, folded, words apart by one blank and names by a bar.
    """

    places: tuple[str, ...] = ()
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told: Callable[[str], bool] = lambda _: False
    states: Mapping[str, frozenset[str]] = field(default_factory=dict)
    long: frozenset[str] = frozenset()
    called: str = ""
    where: Callable[[str], frozenset[str]] = lambda _: frozenset()
    index: NameIndex = field(default=_NONE, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the names, unless that was done before."""
        if self.index is _NONE:
            object.__setattr__(self, "index", NameIndex(self.places, self.owners, self.about))

    @classmethod
    def of(cls, library: Library) -> Names:
        """Read the names from a ledger; read again only when its documents have changed."""
        ledger, generation = library.ledger, library.ledger.generation()
        held = _REMEMBERED.get(ledger)
        if held is None or held[0] != generation:
            held = _REMEMBERED[ledger] = (generation, _read(ledger))

        def where(name: str) -> frozenset[str]:
            found = library.index.lexical(name, Filters(), _MOST_READ)
            passages = ledger.passages([ranked.passage_id for ranked in found])
            return frozenset(passage.document_id for passage in passages.values() if name in str(passage.text))

        def told(name: str) -> bool:
            return bool(where(name))

        read = held[1]
        return cls(read.places, read.owners, read.about, told, read.states, read.long, read.called, where, read.index)

    def places_in(self, question: str) -> tuple[NamedPlace, ...]:
        """Return the places a question names, exact ones first, in the order of the question."""
        return self.index.places_in(question)

    def documents_named(self, question: str, places: Sequence[NamedPlace] = ()) -> dict[str, tuple[str, ...]]:
        """Return the documents that a question points at by place, title, body or State, with the words that do."""
        # "In June 2025" is a date, and names no report that has the month in its title.
        undated = _DATED_MONTH.sub(" ", question)
        known = {word for word in tokens(undated) if word not in STOP and not is_generic(word)}
        words = {word for word in known if len(word) > 2 or word in _SHORT}
        capitals = {word for word in words & capitalised(question) if not load_lexicon().holds(word)}
        return self.index.documents_named(words, capitals, places)

    def knows(self, word: str) -> bool:
        """Say whether a folded word belongs to a name of the corpus or to the language of its field."""
        ours = is_generic(word) or word in STOP or word in WEAK or word in _LAND or load_lexicon().holds(word)
        return ours or self.index.holds(word)


def is_ordinary(word: str) -> bool:
    """Say whether a folded word is one of the field, of reports or of an office, which by itself names nothing."""
    ours = is_generic(word) or word in STOP or word in WEAK or word in _LAND
    return ours or load_lexicon().holds(word) or not (word[0].isalpha() or word.isdigit())


def is_named(place: NamedPlace, capitals: Set[str]) -> bool:
    """Say whether a question names a place by a word of its own: titles read as places hold the words of every report.

    A word of the field names one only where it is written as a name: "psychiatric" is no Psychiatric Hospital.
    """
    return any(
        word not in STOP and word not in WEAK and not REGISTER_WORDS.search(word)
        and (word in capitals or not word.isalpha() or not load_lexicon().holds(word))
        for word in place.words
    )  # fmt: skip


def _owner_words(record: DocumentRecord) -> frozenset[str]:
    # A body that is called after what it does ("visits team") is not meant by everybody who speaks of that.
    body = (word for word in tokens(record.metadata.inspecting_body or "") if not is_ordinary(word) and len(word) > 3)
    return _state_words(record) | frozenset(body)


def _state_words(record: DocumentRecord) -> frozenset[str]:
    jurisdiction = record.metadata.jurisdiction or ""
    names = " ".join((jurisdiction, *_adjectives(jurisdiction)))
    words = frozenset(word for word in tokens(names) if not is_generic(word) and len(word) > 3)
    return words | _SHORT_STATES.get(jurisdiction, frozenset())


def _about_words(record: DocumentRecord) -> frozenset[str]:
    names = f"{record.metadata.place or ''} {record.metadata.title or ''} {record.source}"
    words = frozenset(word for word in tokens(names.replace("_", " ")) if not is_generic(word))
    return words | _people_words(record.metadata.jurisdiction)


def _people_words(jurisdiction: str | None) -> frozenset[str]:
    """The words for a State's people and its part of the world; they are meant where they have a capital alone."""
    if not jurisdiction:
        return frozenset()
    peoples = _peoples()
    names = [*peoples["states"].get(jurisdiction, ())]
    names += [region for region, states in peoples["regions"].items() if jurisdiction in states]
    names += [f"{one}s" for one in _adjectives(jurisdiction) if one.endswith("n") and " " not in one]
    return frozenset(word for name in names for word in tokens(name))


@lru_cache(maxsize=1)
def _jurisdictions() -> dict[str, tuple[str, ...]]:
    text = resources.files("ingest").joinpath("data", "jurisdictions.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text)["jurisdictions"].items()}


@lru_cache(maxsize=1)
def _peoples() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("assistant").joinpath("peoples.toml").read_text(encoding="utf-8"))


def _adjectives(jurisdiction: str) -> tuple[str, ...]:
    found = _jurisdictions().get(jurisdiction, ())
    return (*found, f"{jurisdiction}n") if jurisdiction.endswith("ia") else found


_Words = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class _Read:
    places: tuple[str, ...]
    owners: _Words
    about: _Words
    states: _Words
    long: frozenset[str]
    called: str
    index: NameIndex


# By ledger: its generation, and the names of its documents read then.
_REMEMBERED: WeakKeyDictionary[Ledger, tuple[int, _Read]] = WeakKeyDictionary()


def _with_states(records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """Give a document that names no State that of the others by its body or about its place, where they agree."""
    held: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.metadata.jurisdiction:
            for name in _kin(record):
                held[name].add(record.metadata.jurisdiction)
    found = []
    for record in records:
        states = {state for name in _kin(record) for state in held[name]}
        if not record.metadata.jurisdiction and len(states) == 1:
            record = replace(record, metadata=replace(record.metadata, jurisdiction=states.pop()))
        found.append(record)
    return found


def _kin(record: DocumentRecord) -> list[str]:
    names = (record.metadata.place, record.metadata.inspecting_body)
    return [name.casefold() for name in names if name and any(not is_ordinary(word) for word in tokens(name))]


def _read(ledger: Ledger) -> _Read:
    records = _with_states(
        [
            record
            for record in ledger.documents(status=str(DocumentStatus.INDEXED))
            if record.kind not in (DocumentKind.CATALOGUE, DocumentKind.INSTRUMENT)
        ]
    )
    places = tuple(ledger.places())
    owners = {record.document_id: _owner_words(record) for record in records}
    about = {record.document_id: _about_words(record) for record in records}
    states = {record.document_id: _state_words(record) for record in records}
    long = frozenset(record.document_id for record in records if record.passages >= _MANY)
    written = {
        name
        for record in records
        for name in (record.metadata.title, record.metadata.inspecting_body, record.metadata.jurisdiction)
        if name
    }
    called = " | ".join(" ".join(tokens(name)) for name in sorted(written | set(places)))
    return _Read(places, owners, about, states, long, f" {called} ", NameIndex(places, owners, about))
