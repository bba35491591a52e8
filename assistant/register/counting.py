"""Counting: numbers and lists from the register, by SQL, with what was counted said in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.question.measure import Kind, Measure
from assistant.question.naming import Names
from assistant.question.query import Query
from assistant.question.register_words import replier_in
from assistant.question.routing import Route
from assistant.question.scope import (
    Occasion,
    answered_within,
    date_of,
    dated_within,
    due_within,
    occasion_of,
    of_occasion,
    of_type,
    register_filters,
)
from assistant.question.statuses import asks_open
from assistant.question.terms import tokens
from assistant.register.addressing import TOGETHER, addressed, made_to, names_anybody, office_named, without_names
from assistant.register.grouping import grouped
from assistant.register.marks import marked, marks_of
from assistant.register.mirrors import merged, reiterated, repeated
from assistant.register.narrowing import narrow
from assistant.register.numbering import beside_numbering
from assistant.register.overdue import asks_overdue, overdue
from assistant.register.saying import said_of, stray_years
from assistant.register.standing import SILENCE, Standing, asks_answered, asks_both, of_standing, once, return_words
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

REQUESTS = ("recommendation", "area_for_improvement", "request_for_information", "housekeeping")
_NEWEST = re.compile(r"\b(?:newest|latest|most recent) first\b|\blatest\b")
_NEW = re.compile(r"\bnew (?:recommendations?|findings?|concerns?|deficienc\w+)\b")
# "Health Bakonya's recommendations": made to it, where entries are.
_OWNER = re.compile(
    r"\b(?P<who>(?:[A-Z][\w-]+(?: (?:of|for|and|the) )?[ ]?){1,6})['’]s? (?:\w+ )?"
    r"(?:recommendations|deficiencies|actions)\b"
)
_FOR = re.compile(r"\b(?:is|are|was|were) (?:\w+ )?for\b")
_NOT_AGAIN = re.compile(r"\b(?:not|never|n't) (?:\w+ )?(?:repeat\w*|made before|found before|raised before)\b")
_CLOSED = frozenset(["implemented"])


@dataclass(frozen=True)
class Counted:
    """A count with everything that makes it checkable.

    Attributes:
        entries: what was counted.
        total: how many entries of the kind were looked at before status, addressee and topic were applied.
        groups: count by group, where groups were asked for or several statuses were named.
        said: what was counted, in words.
        narrowed: whether the topic of the question was applied.
        looked_at: the entries on the topic before the status was applied.
        unknown: how many of those have no status at all.
        by_status: whether the groups are the statuses named.
        standing: by entry id, the statuses that it has in the sense asked for.
        echoes: by entry id, the same entry as printed again in a response or follow-up; cited, not counted.
        measure: what number is wanted.
        by_standing: whether statuses were asked for.
        unapplied: words of the question that chose nothing.
        documents: words of the question that chose documents by what they are called.
        alone: where nothing is on the whole topic, how many entries speak of each word of it.
    """

    entries: tuple[RegisterEntry, ...]
    total: int
    groups: tuple[tuple[str, int], ...]
    said: str
    narrowed: bool = False
    echoes: Mapping[str, tuple[RegisterEntry, ...]] = field(default_factory=dict)
    looked_at: tuple[RegisterEntry, ...] = ()
    unknown: int = 0
    standing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_status: bool = False
    measure: Measure = field(default_factory=Measure)
    by_standing: bool = False
    unapplied: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def whole(self) -> int:
        """What a share is a share of: the entries with a status where statuses are asked for, else all looked at."""
        return len(self.looked_at) - self.unknown if self.by_standing else self.total


def count_entries(library: Library, query: Query, names: Names, *, wide: bool = False) -> Counted | None:
    """Count or list register entries; where none fit, those known only from the report that judges them.

    Takes and returns what :func:`count_own_entries` does.
    """
    counted = count_own_entries(library, query, names, wide=wide)
    by_standing = query.statuses or asks_open(query.text)
    if counted is None or not by_standing or "recommendation" not in query.kinds or query.only:
        return counted
    if any(counted.standing.get(entry.entry_id) for entry in counted.entries) or SILENCE in query.statuses:
        return counted
    judged = replace(query, kinds=("progress",))
    earlier = count_own_entries(library, judged, names, wide=wide)
    return earlier if earlier is not None and earlier.entries else counted


def count_own_entries(library: Library, query: Query, names: Names, *, wide: bool = False) -> Counted | None:
    """Count or list the register entries of the kinds asked for.

    Args:
        library: an opened library.
        query: with register kinds; its filters hold, places and dates named in it restrict the documents.
        names: of the corpus, to find the documents that the question points at.
        wide: whether entries of the same theme count, whatever their words.

    Returns:
        the count, or ``None`` if the question names no register kind or no document matches the place named.
    """
    if not query.kinds:
        return None
    # A year named with a status is the year of the visit or of the reply: "accepted in 2024".
    occasion = occasion_of(query)
    dated = query.dates.bounded and not (query.filters.date_from or query.filters.date_to)
    by_reply = bool(query.statuses) and dated and occasion is Occasion.EITHER
    filters = register_filters(query, names, dated=dated and not by_reply and occasion is Occasion.EITHER)
    if filters is None:
        return None
    filters = of_type(library, query, filters)
    found = library.ledger.register(filters, kinds=query.kinds)
    if query.repeats_only and "recommendation" in query.kinds:
        # A follow-up prints what it repeats together with what became of it.
        progress = library.ledger.register(filters, kinds=("progress",))
        again = repeated(library, progress, by_name=True)
        found = [*(entry for entry in found if not entry.followed_up_by), *(e for e in progress if e.entry_id in again)]
    entries, echoes = merged(found, library.ledger.document)
    if query.only:
        entries = [
            one for one in entries if query.only & {one.entry_id, *(e.entry_id for e in echoes.get(one.entry_id, ()))}
        ]
    printed = len({one.entry_id for again in echoes.values() for one in again})
    if by_reply:
        entries = [entry for entry in entries if answered_within(library, query, entry, echoes.get(entry.entry_id, ()))]
    records = {name: library.ledger.document(name) for name in {entry.document_id for entry in entries}}
    if dated and occasion is Occasion.DUE:
        entries = [entry for entry in entries if due_within(query, entry, echoes.get(entry.entry_id, ()))]
    elif dated and occasion is not Occasion.EITHER:
        entries = [entry for entry in entries if dated_within(query, records[entry.document_id], occasion)]
    entries, kept = of_occasion(library, query, entries)
    plain = Route.COUNT in query.routes and query.kinds == ("recommendation",) and not query.only
    beside = beside_numbering(entries) if plain else []
    entries = [entry for entry in entries if entry not in beside]
    total = len(entries)
    judge = Standing(library, query.text)
    owner = _OWNER.search(query.text)
    called = set(tokens(owner["who"])) if owner else set()
    if owner and not (query.addressee or called <= query.naming_words) and (made := made_to(entries, owner["who"])):
        entries, query = made, replace(query, addressee=owner["who"])
    elif query.addressee and replier_in(query.text) and _is_anybody(query):
        # "Did the Latvian authorities reject": whoever replied for the State.
        query = _to_anybody(query)
    elif query.addressee:
        made = addressed(library, query.text, query.addressee, entries, echoes, judge)
        if not made and (bare := without_names(query.addressee, query.naming_words)):
            # "The Department of Corrections of New Zealand": the State chose the documents already.
            made = addressed(library, query.text, bare, entries, echoes, judge)
        if not made and _is_anybody(query):
            query = _to_anybody(query)
        elif made or not _FOR.search(query.text):
            entries = made
        else:
            # "Recommendations that are for women": nobody is called so, hence it is a topic.
            query = _to_anybody(query)
    elif office := office_named(query.text, _with_echoes(entries, echoes), query.naming_words):
        entries = addressed(library, query.text, office, entries, echoes, judge)
        read = (*query.interpretation, f"addressed to: {office}")
        query = replace(query, addressee=office, interpretation=read)
    if query.repeats_only or _NEW.search(query.text.casefold()):
        wanted = query.repeats_only and not _NOT_AGAIN.search(query.text.casefold())
        again = reiterated(query.text, entries, repeated(library, entries))
        entries = [entry for entry in entries if (entry.entry_id in again) is wanted]
        if query.repeats_only:
            # What is repeated stands in the register as a status too, and was just asked for.
            query = replace(query, statuses=tuple(one for one in query.statuses if "repeat" not in one))
    marks = marks_of(query)
    entries = marked(entries, marks, echoes)
    told = frozenset(word for mark in marks for word in mark.words) | return_words(query.text) | TOGETHER
    narrowed = narrow(query, entries, records, told, lambda: _headings(library, entries), wide)
    entries = list(narrowed.entries)
    looked_at = tuple(entries)
    unknown = 0
    standing = {entry.entry_id: judge.of(entry, echoes.get(entry.entry_id, ())) for entry in entries}
    if query.statuses:
        unknown = sum(not standing[entry.entry_id] for entry in entries)
        silent = {
            entry.entry_id for entry in entries
            if SILENCE in query.statuses and judge.is_unanswered(entry, echoes.get(entry.entry_id, ()))
        }  # fmt: skip
        unknown = 0 if SILENCE in query.statuses else unknown
        asked = {entry.entry_id for entry in of_standing(query.text, query.statuses, entries, standing)}
        entries = once([entry for entry in entries if entry.entry_id in asked | silent])
    elif asks_answered(query.text):
        entries = [
            entry for entry in entries if not judge.is_unanswered(entry, echoes.get(entry.entry_id, ()))
        ]  # fmt: skip
    elif asks_open(query.text):
        entries = [entry for entry in entries if not standing[entry.entry_id] & _CLOSED]
    late = ""
    if asks_overdue(query.text):
        entries, late = overdue(entries, echoes, standing, library.ledger.document)
    said = said_of(library, query, filters, total, narrowed, [mark.said for mark in marks])
    said += "".join(f"; {one}" for one in (kept, late) if one)
    if dated and occasion is not Occasion.EITHER:
        said += f"; by date of {occasion}" if occasion is not Occasion.DUE else "; by deadline"
    if beside:
        said += f"; {len(beside)} that stand beside the numbered ones not counted"
    if printed:
        said += f"; {printed} printed again in replies and follow-up tables, counted once"
    strays = stray_years(query, records, told)
    if strays:
        said += f"; not applied: {', '.join(strays)}"
    if SILENCE in query.statuses and entries:
        stated = sum(SILENCE in standing[entry.entry_id] for entry in entries)
        said += f"; {stated} said to be without a reply, for {len(entries) - stated} none is on file here"
    groups = _groups(library, query, entries, standing, occasion)
    if query.places and not groups and len({entry.document_id for entry in entries}) > 1:
        # Whoever asks about a place may mean one of its reports.
        by_year = grouped(library, entries, "year", lambda record: date_of(record, occasion), standing)
        said += "; by year of the report: " + ", ".join(f"{year}: {number}" for year, number in by_year)
    if _NEWEST.search(query.text.casefold()):
        entries = sorted(entries, key=lambda entry: _date_of(library, entry), reverse=True)
    return Counted(
        tuple(entries),
        total,
        groups,
        said,
        bool(narrowed.topic or narrowed.documents),
        echoes,
        looked_at,
        unknown,
        standing,
        len(query.statuses) > 1 and query.measure.of is None and not asks_both(query.text),
        query.measure,
        bool(query.statuses),
        (*narrowed.unapplied, *strays),
        narrowed.alone,
        narrowed.documents,
    )


def _is_anybody(query: Query) -> bool:
    """Whether those addressed are no office in particular, but for the words that name documents."""
    return names_anybody(" ".join(one for one in tokens(query.addressee or "") if one not in query.naming_words))


def _to_anybody(query: Query) -> Query:
    said = tuple(one for one in query.interpretation if not one.startswith("addressed to: "))
    return replace(query, addressee=None, interpretation=said)


def _with_echoes(
    entries: Sequence[RegisterEntry], echoes: Mapping[str, Sequence[RegisterEntry]]
) -> list[RegisterEntry]:
    return [one for entry in entries for one in (entry, *echoes.get(entry.entry_id, ()))]


def _headings(library: Library, entries: Sequence[RegisterEntry]) -> dict[str, tuple[str, ...]]:
    """The headings over each entry, by its id."""
    passages = library.ledger.passages([entry.passage_id for entry in entries if entry.passage_id])
    over = {entry.entry_id: passages.get(entry.passage_id or "") for entry in entries}
    return {name: tuple(map(str, passage.heading_path)) for name, passage in over.items() if passage is not None}


def _date_of(library: Library, entry: RegisterEntry) -> str:
    record = library.ledger.document(entry.document_id)
    return (record.metadata.visit_end or record.metadata.published or "") if record else ""


def _groups(
    library: Library,
    query: Query,
    entries: Sequence[RegisterEntry],
    standing: Mapping[str, frozenset[str]],
    occasion: Occasion,
) -> tuple[tuple[str, int], ...]:
    by = query.measure.of or query.group_by
    if query.measure.kind is Kind.COUNT and len(query.statuses) > 1:
        counts = Counter(status for entry in entries for status in standing[entry.entry_id] & set(query.statuses))
        return tuple((status, counts.get(status, 0)) for status in query.statuses)
    if by is None:
        return ()
    return grouped(library, entries, by, lambda record: date_of(record, occasion), standing)
