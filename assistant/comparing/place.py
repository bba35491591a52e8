"""The place that somebody names: its chain of visits, or names that are near.

A place is known by the names that its documents give it, by another spelling of them, by their titles, and by the town
in which they say that it lies. Where a name only comes up in a document, the place is listed and not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.comparing.errors import AmbiguousPlace, EmptyLibrary, UnknownPlace
from assistant.question.name_index import is_generic
from assistant.question.terms import tokens
from ingest.folding import fold, name_tokens
from ingest.links.chains import Chain, ledger_chains, visits
from ingest.links.place_name import agreement, place_name, sorts_agree
from ingest.links.same_place import SURE
from ingest.passage import OFFICIAL_KINDS, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_MOST_NEAR = 6
_MOST_OF_TYPE = 20
_MOST_READ = 40
_NEAR = 60.0  # ratio of 0 to 100 (rapidfuzz) from which a name may be what was meant
_UNNAMED = "place without a name"
# What a report says of where a place lies; between the two parts there is room for a street or a district.
_LIES = r"(?:situated|located|lies|lying|stands|built|based|housed|opened)(?: [^.;]{0,60})?"
_WHERE = r"(?:in|at|near|outside|above|below|of)(?: the (?:town|city|village|municipality|centre|outskirts) of)?"
# At the beginning of a report it is that of the place.
_SETTLEMENT = r"(?:in|at|near|outside|above|below) the (?:small )?(?:town|city|village|municipality|suburb) of"
_OPENING = 20  # passages
_PLACE = (
    r"(?:prison|gaol|jail|establishment|hospital|clinic|cent(?:re|er)|home|station|colony|institution|facility|unit|"
    r"barracks|campus)"
)


def reports(library: Library) -> list[DocumentRecord]:
    """Return the indexed documents that are no instruments.

    Raises:
        EmptyLibrary: there is none.
    """
    found = [
        record
        for record in library.ledger.documents(status=DocumentStatus.INDEXED.value)
        if record.kind not in OFFICIAL_KINDS
    ]
    if not found:
        raise EmptyLibrary
    return found


def chain_of(library: Library, place: str) -> Chain:
    """Return the chain of visits of the one place that is meant.

    Args:
        library: an opened library.
        place: a name of it; part of the name will do where no other place shares it.

    Raises:
        EmptyLibrary: there are no reports.
        UnknownPlace: no document is about it.
        AmbiguousPlace: several places share the name.
    """
    reports(library)
    found = visits(library.ledger, place) or _called_otherwise(library, place)
    if not found:
        naming_it = naming(library, place)
        raise UnknownPlace(place, near_places(library, place), _with_places(library, naming_it))
    if len(found) > 1:
        wanted = place.casefold().strip()
        # Two places may share the words that tell them apart from all others; the name as it is written decides.
        written = [chain for chain in found if wanted in {name.casefold() for name in chain.names}]
        if len(written) != 1:
            raise AmbiguousPlace(place, [f"{name_of(chain)} ({_who(chain)})" for chain in found[:_MOST_NEAR]])
        found = tuple(written)
    return found[0]


def name_of(chain: Chain, asked: str = "") -> str:
    """Return the name that the documents give the place most often; of several places that of the one asked for."""
    wanted = set(name_tokens(asked))
    meant = [name for name in chain.names if wanted and wanted <= set(name_tokens(name))]
    return next(iter((*meant, *chain.names)), _UNNAMED)


def read_as(chain: Chain, place: str) -> str:
    """Return a sentence that says as what a name was read; empty where the documents give the place that name."""
    wanted = set(name_tokens(place))
    if not chain.visits or any(wanted <= set(name_tokens(name)) for name in chain.names):
        return ""
    return f"Read {place.strip()[:60]!r} as {name_of(chain)}."


def near_places(library: Library, place: str) -> list[str]:
    """Return names of known places that are like the one given, the most alike first."""
    from rapidfuzz import fuzz, process

    names: dict[str, str] = {}
    for chain in ledger_chains(library.ledger):
        for name in chain.names:
            names.setdefault(" ".join(name_tokens(name)), name)
    words = tokens(place)
    if words and all(map(is_generic, words)):
        # A word for a type names all places of that type.
        return [name for name in names.values() if set(words) <= set(tokens(name))][:_MOST_OF_TYPE]
    wanted = " ".join(name_tokens(place))
    found = process.extract(wanted, list(names), scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_MOST_NEAR)
    return [names[key] for key, _, _ in found]


def naming(library: Library, place: str) -> list[DocumentRecord]:
    """Return documents that name a place in their titles, file names or text, though none is known to be about it."""
    wanted = _telling(place)
    if not wanted:
        return []
    found = {record.document_id: record for record in reports(library) if set(wanted) <= _title_words(record)}
    ranked = library.index.lexical(" ".join(wanted), Filters(), _MOST_READ)
    held = library.ledger.passages([one.passage_id for one in ranked]).values()
    spoken = {one.document_id for one in held if set(wanted) <= set(tokens(str(one.text)))}
    records = library.ledger.documents_of(spoken - set(found))
    found |= {name: record for name, record in records.items() if record.kind not in OFFICIAL_KINDS}
    return list(found.values())[:_MOST_NEAR]


def _called_otherwise(library: Library, place: str) -> tuple[Chain, ...]:
    """Return the chains that are surely meant though no document gives the place this name, the surest kind first."""
    wanted = set(_telling(place))
    if not wanted:
        return ()
    known = ledger_chains(library.ledger)
    spelt = [chain for chain in known if any(agreement(place, name).confidence >= SURE for name in chain.names)]
    if spelt:
        return tuple(spelt)
    sorts = place_name(place).sorts
    known = tuple(
        chain
        for chain in known
        if chain.visits and (not chain.names or any(sorts_agree(sorts, place_name(name).sorts) for name in chain.names))
    )
    titled = [chain for chain in known if any(wanted <= _title_words(record) for record in chain.documents)]
    if titled:
        return tuple(titled)
    lying = _lying(library, place)
    return tuple(chain for chain in known if lying & {record.document_id for record in chain.documents})


def _lying(library: Library, place: str) -> set[str]:
    """Return ids of the documents that say of their own place that it lies there, or add the name to its name."""
    wanted = " ".join(_telling(place))
    name = r"\W+".join(map(re.escape, wanted.split()))
    told = re.compile(rf"\b(?:{_LIES} |{_PLACE} ){_WHERE} {name}\b")
    settled = re.compile(rf"\b{_SETTLEMENT} {name}\b")
    found: set[str] = set()
    ranked = library.index.lexical(wanted, Filters(), _MOST_READ)
    for passage in library.ledger.passages([one.passage_id for one in ranked]).values():
        text = " ".join(fold(" ".join((*map(str, passage.heading_path), str(passage.text)))))
        if told.search(text) or (passage.ordinal < _OPENING and settled.search(text)):
            found.add(passage.document_id)
    return found


def _telling(place: str) -> list[str]:
    return [word for word in tokens(place) if not is_generic(word)]


def _title_words(record: DocumentRecord) -> set[str]:
    return set(tokens(f"{record.metadata.title or ''} {record.source}".replace("_", " ")))


def _with_places(library: Library, records: Iterable[DocumentRecord]) -> list[str]:
    """Name documents, each with the place that it is about."""
    place_of = {
        record.document_id: name_of(chain)
        for chain in ledger_chains(library.ledger)
        if chain.names
        for record in chain.documents
    }
    return [
        f"{each.source} (on {place_of[each.document_id]})" if each.document_id in place_of else each.source
        for each in records
    ]


def _who(chain: Chain) -> str:
    bodies = [record.metadata.inspecting_body or record.metadata.jurisdiction for record in chain.documents]
    named = list(dict.fromkeys(each for each in bodies if each))
    return named[0] if named else f"{len(chain.visits)} documents"
