"""Understanding a question without a language model: its route, its filters, what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.question import routing
from assistant.question.dates import DateRange, read_dates
from assistant.question.measure import Kind, Measure, group_of, measure_of
from assistant.question.name_runs import unnamed
from assistant.question.naming import NamedPlace, Names, is_named
from assistant.question.needs import STRONG, Need, expansion, needs_of
from assistant.question.person_names import names_person
from assistant.question.place_types import place_type_in
from assistant.question.register_words import (
    ALL_MADE,
    ANYTHING,
    KINDS,
    PLURAL_KINDS,
    REGISTER_WORDS,
    REPEATED,
    addressee_in,
    counts_entries,
)
from assistant.question.routing import Route
from assistant.question.statuses import statuses_asked
from assistant.question.terms import STOP, capitalised, fold, tokens
from ingest.instruments.citations import cited_references
from ingest.instruments.register_of_texts import named_in
from ingest.passage import Filters

_DOCUMENTS = re.compile(
    r"\b(?:which|what|list|how many|number of|all|show|count)(?: the)? (?:\w+ )?(?:places|reports|documents|visits|"
    r"inspections|prisons|establishments|institutions|facilities|hospitals|homes|stations)\b"
    r".{0,40}\b(?:covered|visited|inspected|indexed|held|in the (?:corpus|library|collection)|do (?:we|you) have|"
    r"are there|published|on file|searched|were made|took place)\b"
    r"|\b(?:how many|number of|which|list)(?: \w+)? (?:visits|inspections) (?:were|have been) (?:carried out|made)\b"
)
_WHEN_VISITED = re.compile(
    r"^when (?:was|were|did|is)\b.{0,80}\b(?:visit\w*|inspect\w*)\b(?!.*\b(?:famil|relative|allowed|reply|answer))"
)
_BARE_ARTICLE = re.compile(r"\bart(?:icle|\.)? ?(\d{1,2})((?: ?\((?:\d{1,2}|[a-z]{1,4})\))*)", re.IGNORECASE)
_NATIONAL_LAW = re.compile(r"\b(?:act|code|constitution|law|regulation|directive|penal|criminal)\b", re.IGNORECASE)
_INSTRUMENT_ID = re.compile(r"\b([A-Z]{3,6}):(\d{1,3}(?:\([a-z0-9]{1,4}\))*)")
_LOCATOR = re.compile(
    r"\b(?:para(?:graph)?s?\.?|§|section) ?(\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3}[a-z]?)\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\b(recommendation|rec|deficiency|concern|ask|finding|request|complaint)s? (?:no\.? ?|"
    r"number )?([A-Z]?\d{1,3})\b",
    re.IGNORECASE,
)
_TITLES = ("optional", "protocol", "convention", "covenant")
_REFUSED = frozenset({Route.INSTRUCTION, Route.IDENTITY, Route.OUT_OF_SCOPE})


@dataclass(frozen=True)
class Query:
    """A question understood.

    Attributes:
        text: the question as searched (follow-ups already written out).
        route: the main kind of answer.
        routes: every kind that may contribute.
        filters: hard restrictions that the caller gave.
        needs: what it is about.
        expansion: other words for the same things.
        references: provisions named, such as ``OPCAT:19(b)``.
        instruments: instruments named, by id.
        locators: paragraph and recommendation numbers named.
        kinds: register kinds named.
        statuses: register statuses named.
        addressee: whom recommendations were made to.
        places: places named, exactly or nearly.
        dates: range and years named.
        place_type: kind of place named, a preference.
        repeats_only: whether only repeated entries are wanted.
        group_by: what counts are to be grouped by.
        interpretation: plain phrases that tell the user how the question was read.
        documents: documents that the question points at by name, with the words that do.
        chosen: whether those documents, all long, are chosen by their names, which then say nothing of a passage.
        measure: what number is wanted, if one is.
        only: ids of the register entries that a follow-up keeps to; empty means all.
    """

    text: str
    route: Route
    routes: frozenset[Route]
    filters: Filters
    needs: tuple[Need, ...]
    expansion: str = ""
    references: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    locators: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    addressee: str | None = None
    places: tuple[NamedPlace, ...] = ()
    dates: DateRange = field(default_factory=DateRange)
    place_type: str | None = None
    repeats_only: bool = False
    group_by: str | None = None
    interpretation: tuple[str, ...] = ()
    documents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    chosen: bool = False
    measure: Measure = field(default_factory=Measure)
    only: frozenset[str] = frozenset()

    @property
    def naming_words(self) -> frozenset[str]:
        """The folded words of the question that point at documents, not at a topic."""
        laws = {name.casefold() for name in self.instruments} | (set(_TITLES) if self.instruments else set())
        documents = {word for words in self.documents.values() for word in words}
        return frozenset(laws | documents | {word for place in self.places for word in (*place.words, *place.key)})

    @property
    def topic(self) -> tuple[Need, ...]:
        """The needs that are neither places nor register words: what the question is about."""
        used = self.naming_words
        return tuple(need for need in self.needs if need.weight >= STRONG and not set(need.label.split()) & used)


def understand(
    question: str, names: Names, filters: Filters | None = None, *, carried: frozenset[str] = frozenset()
) -> Query:
    """Read a question.

    Args:
        question: one question, at most a few thousand characters, follow-ups written out.
        names: places and bodies of the corpus.
        filters: restrictions the caller gave; never widened.
        carried: words taken over from the conversation, which weigh less than those just asked.

    Returns:
        the reading, with its interpretation in words.
    """
    folded = ALL_MADE.sub(" ", fold(question))
    capitals = capitalised(question)
    places = tuple(place for place in names.places_in(question) if is_named(place, capitals))
    # Another place that is only spelt nearly like a word of the question is not meant beside one that is named.
    places = tuple(place for place in places if place.exact) or places
    place_type = place_type_in(folded)
    # "Psychiatric hospitals" names a kind of place, and no clinic that has the word in its name.
    typed = set((place_type or "").split("_"))
    places = tuple(place for place in places if not typed or not set(place.words) <= typed)
    dates = read_dates(question)
    references = read_references(question)
    kinds = tuple(kind for kind, pattern in KINDS if re.search(rf"\b(?:{pattern})", folded))
    # What was well done is neither accepted nor implemented: "noted" says there who saw it.
    statuses = () if kinds == ("good_practice",) else statuses_asked(folded)
    if statuses and not kinds and ANYTHING.search(folded):
        kinds = ("recommendation",)
    addressee = None
    if kinds or "addressed" in folded:
        addressee = addressee_in(question, lambda who: _is_place(who, places))
    if addressee and _is_place(addressee, places):
        addressee = None
    routes = _routes(
        question,
        unnamed(question, [place.name for place in places if place.exact], REGISTER_WORDS),
        references,
        kinds,
        statuses,
    )
    if (
        not routes & _REFUSED
        and not carried
        and not named_in(question)
        and names_person(question, names.knows, names.told)
    ):
        routes = frozenset({Route.IDENTITY})
    route = _main(routes)
    locators = tuple(match[1] for match in _LOCATOR.finditer(question))
    locators += tuple(f"{match[1].capitalize()} {match[2].upper()}" for match in _NUMBERED.finditer(question))
    named = {
        name: words
        for name, words in names.documents_named(question, places).items()
        if any(word not in STOP for word in words)
    }
    needs = needs_of(question, name_weights(places, named), carried)
    query = Query(
        text=question,
        route=route,
        routes=routes,
        filters=filters or Filters(),
        needs=needs,
        expansion=expansion(needs),
        references=references,
        instruments=_instruments(question),
        locators=locators,
        kinds=kinds,
        statuses=statuses,
        addressee=addressee,
        places=places,
        dates=dates,
        place_type=place_type,
        repeats_only=bool(REPEATED.search(folded)) and bool(kinds),
        group_by=group_of(folded),
        measure=measure_of(question),
        documents=named,
        chosen=bool(named) and names.long.issuperset(named),
    )
    return _with_interpretation(query)


def _is_place(addressee: str, places: Sequence[NamedPlace]) -> bool:
    """Whether what looks like an addressee is a place itself ("made to Harrowfen Prison") and no office in it."""
    words = {word for word in tokens(addressee) if word not in STOP}
    return any(place.exact and words & set(place.key) and words <= set(tokens(place.name)) for place in places)


def name_weights(places: Sequence[NamedPlace], documents: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return what names weigh: little for bodies and States, which choose documents and rarely stand in the passage."""
    weights = {word: 0.3 for words in documents.values() for word in words}
    weights.update({word: 0.7 for place in places for word in place.words})
    return weights


def read_references(question: str) -> tuple[str, ...]:
    """Return the provisions named; an article without an instrument is taken to be one of OPCAT."""
    found = dict.fromkeys(f"{match[1]}:{match[2]}" for match in _INSTRUMENT_ID.finditer(question))
    found.update(dict.fromkeys(cited_references(question)))
    if not found and not _NATIONAL_LAW.search(question) and (match := _BARE_ARTICLE.search(question)):
        found[f"OPCAT:{match[1]}{match[2].replace(' ', '')}"] = None
    return tuple(found)


def _instruments(question: str) -> tuple[str, ...]:
    found: list[str] = []
    rest = question
    while named := named_in(rest):
        found.append(named[0])
        rest = rest[named[2] :]
    return tuple(dict.fromkeys(found))


def _routes(
    question: str, folded: str, references: Sequence[str], kinds: Sequence[str], statuses: Sequence[str]
) -> frozenset[Route]:
    if routing.is_instruction(question):
        return frozenset({Route.INSTRUCTION})
    if routing.is_identity(question):
        return frozenset({Route.IDENTITY})
    if routing.is_out_of_scope(question):
        return frozenset({Route.OUT_OF_SCOPE})
    found = {Route.PASSAGE}
    if references or routing.is_legal(question):
        found.add(Route.PROVISION)
    if routing.wants_comparison(question):
        found.add(Route.COMPARISON)
    if routing.wants_status(question) or statuses:
        found.add(Route.STATUS)
    if (_DOCUMENTS.search(folded) or _WHEN_VISITED.search(folded.strip())) and not kinds:
        found.add(Route.DOCUMENTS)
    measured = measure_of(question)
    if kinds and measured.kind is not Kind.COUNT and PLURAL_KINDS.search(folded):
        found = (found | {Route.COUNT}) - {Route.COMPARISON, Route.PROVISION, Route.DOCUMENTS}
    elif kinds and routing.wants_count(question) and counts_entries(folded):
        found.add(Route.COUNT)
    elif (kinds and statuses and ANYTHING.search(folded)) or (
        PLURAL_KINDS.search(folded) and not routing.wants_count(question) and routing.wants_list(question)
    ):
        found.add(Route.LIST)
    return frozenset(found)


def _main(routes: frozenset[Route]) -> Route:
    order = (
        Route.INSTRUCTION, Route.IDENTITY, Route.OUT_OF_SCOPE, Route.COUNT, Route.DOCUMENTS, Route.COMPARISON,
        Route.LIST, Route.PROVISION, Route.STATUS,
    )  # fmt: skip
    return next((route for route in order if route in routes), Route.PASSAGE)


def _with_interpretation(query: Query) -> Query:
    said: list[str] = []
    if query.kinds:
        said.append(" and ".join(kind.replace("_", " ") for kind in query.kinds))
    if query.places:
        said.append("place: " + " / ".join(place.name for place in query.places))
    if query.place_type:
        said.append("place type: " + query.place_type.replace("_", " "))
    if query.dates.bounded:
        said.append(f"from {query.dates.start or 'the first'} to {query.dates.end or 'today'}")
    if query.statuses:
        said.append("status: " + " or ".join(query.statuses))
    if query.addressee:
        said.append(f"addressed to: {query.addressee}")
    if query.repeats_only:
        said.append("repeated only")
    if query.references:
        said.append("provision: " + ", ".join(query.references))
    return replace(query, interpretation=tuple(said))
