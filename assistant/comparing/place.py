"""The place that somebody names: its chain of visits, or names that are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.comparing.errors import AmbiguousPlace, EmptyLibrary, UnknownPlace
from assistant.question.name_index import is_generic
from assistant.question.terms import tokens
from ingest.folding import name_tokens
from ingest.links.chains import Chain, ledger_chains, visits
from ingest.passage import OFFICIAL_KINDS, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_MOST_NEAR = 6
_MOST_OF_TYPE = 20
_MOST_READ = 40
_NEAR = 60.0  # ratio of 0 to 100 (rapidfuzz) from which a name may be what was meant
_UNNAMED = "place without a name"


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
    found = visits(library.ledger, place)
    if not found:
        raise UnknownPlace(place, near_places(library, place), [each.source for each in naming(library, place)])
    if len(found) > 1:
        wanted = place.casefold().strip()
        # Two places may share the words that tell them apart from all others; the name as it is written decides.
        written = [chain for chain in found if wanted in {name.casefold() for name in chain.names}]
        if len(written) != 1:
            raise AmbiguousPlace(place, [f"{name_of(chain)} ({_who(chain)})" for chain in found[:_MOST_NEAR]])
        found = tuple(written)
    return found[0]


def name_of(chain: Chain) -> str:
    """Return the name that the documents give the place most often."""
    return chain.names[0] if chain.names else _UNNAMED


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
    wanted = [word for word in tokens(place) if not is_generic(word)]
    if not wanted:
        return []
    found = {
        record.document_id: record
        for record in reports(library)
        if set(wanted) <= set(tokens(f"{record.metadata.title or ''} {record.source}".replace("_", " ")))
    }
    ranked = library.index.lexical(" ".join(wanted), Filters(), _MOST_READ)
    held = library.ledger.passages([one.passage_id for one in ranked]).values()
    spoken = {one.document_id for one in held if set(wanted) <= set(tokens(str(one.text)))}
    records = library.ledger.documents_of(spoken - set(found))
    found |= {name: record for name, record in records.items() if record.kind not in OFFICIAL_KINDS}
    return list(found.values())[:_MOST_NEAR]


def _who(chain: Chain) -> str:
    bodies = [record.metadata.inspecting_body or record.metadata.jurisdiction for record in chain.documents]
    named = list(dict.fromkeys(each for each in bodies if each))
    return named[0] if named else f"{len(chain.visits)} documents"
