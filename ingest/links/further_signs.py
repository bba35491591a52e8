"""What shows beside the names that two documents are about one place: the visits that they name, and their entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.links.place_name import ONE_PART, Agreement
from ingest.links.same_place import (
    LEAST,
    SURE,
    Subject,
    masked,
    named_visit,
    same_body,
    same_state,
    tells_nothing,
    unnamed,
)
from ingest.links.same_place import same_subject as same_name
from ingest.passage import DocumentKind, DocumentRecord

_MOST_OF_A_PLACE = 20  # documents of a place whose dates are compared
_NEAREST = 12  # documents of the same body or State that one without a name is compared with
_RIVALS = 60  # of these in which words are sought that the body repeats anywhere
_FARTHEST = 300  # documents before and after it in time that are looked at for these
_FULL, _MONTH = 10, 7  # letters of a date with its day, and with its month
_NAMED = 0.15  # what a date of the last visit adds to a doubtful name
_BY_DAY = 0.64  # names that differ, though one document names the day of the other's visit by the same body
_BY_DAY_ALONE = 0.8  # the same where one name has no telling word, or redaction has masked it
_BY_MONTH_ALONE = 0.72  # where redaction has masked it, and the body visited one place that it can be in the month
# Entries in common: of 497 pairs of documents that no link joins three had two or more (one of them plainly one
# place), of 41 that are linked 40 had (eleven sets of reports).
_ENOUGH, _ENOUGH_ALONE = 2, 3
_BY_ENTRIES, _BY_ENTRIES_ALONE, _BY_FEW_ALONE = 0.76, 0.72, 0.6
_RIVAL = 0.6  # of the entries in common: so many with a third place too are words that the body repeats anywhere
_LEAST_SHARE = 1 / 3  # of the entries of the shorter side, where nothing else tells

Held = Mapping[Subject, Sequence[DocumentRecord]]
# Says how many entries two documents have in common, and the share of the shorter side that they are.
Common = Callable[[DocumentRecord, DocumentRecord], tuple[int, float]]


@dataclass(frozen=True)
class FurtherSigns:
    """Signs beside the names, for the documents of a library.

    Attributes:
        held: documents by subject.
        common: what the entries of two documents have in common, where that is known.
    """

    held: Held
    common: Common | None = None
    _found: dict[frozenset[Subject], Agreement] = field(default_factory=dict)
    _alone: set[frozenset[Subject]] = field(default_factory=set)
    _near: dict[Subject, tuple[Subject, ...]] = field(default_factory=dict)
    _counts: dict[frozenset[Subject], tuple[int, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the days that tell of one place alone, and what stands near the documents without a name."""
        self._alone.update(map(frozenset, self._by_days()))
        if self.common is not None:
            self._near.update(self._nameless())

    def pairs(self) -> Iterator[tuple[Subject, Subject]]:
        """Give pairs to compare though their names may share nothing."""
        yield from self._by_days()
        for one, near in self._near.items():
            yield from ((one, other) for other in near[:_NEAREST])

    def agreement(self, one: Subject, other: Subject) -> Agreement:
        """Say how surely two subjects are one place, with all that tells."""
        pair = frozenset((one, other))
        if pair not in self._found:
            self._found[pair] = self._with_entries(one, other, self._with_days(one, other))
        return self._found[pair]

    def _with_days(self, one: Subject, other: Subject) -> Agreement:
        """Add to a doubtful name that one document names the days of the other's visit."""
        found = same_name(one, other)
        if found.confidence >= SURE:
            return found
        both = [*self._both(one, other)]
        named = any(named_visit(a, b) for a, b in both)
        single = frozenset((one, other)) in self._alone
        answered = single and any(_answers(a, b) for a, b in both)
        if found.confidence >= LEAST and (answered or (named and not _halved(found))):
            told = "the same days of the visit" if answered else "names the date of the other visit"
            return Agreement(round(found.confidence + _NAMED, 2), f"{found.why}; {told}")
        # A name in another language or that of the town: the day of the visit tells, where it is exact.
        exact = answered or (single and any(_names_day(a, b) for a, b in both))
        if exact and unnamed(one, other) and same_body(one, other):
            told = "the same days of the visit" if answered else "names the day of the other visit"
            return Agreement(_BY_DAY_ALONE, f"one name tells nothing; same body; {told}")
        if single and named and masked(one, other) and unnamed(one, other) and same_body(one, other):
            return Agreement(_BY_MONTH_ALONE, "one name is masked; same body; names the month of the other visit")
        if exact and _is_open(found) and same_state(one, other):
            return Agreement(_BY_DAY, f"{found.why}; same body or State; names the day of the other visit")
        return found

    def _with_entries(self, one: Subject, other: Subject, found: Agreement) -> Agreement:
        """Add to what is doubtful that the entries of the one are about those of the other."""
        alone = _is_open(found) and unnamed(one, other) and same_state(one, other)
        if self.common is None or found.confidence >= SURE or not (found.confidence >= LEAST or alone):
            return found
        count, share = self._shared(one, other)
        told = f"{found.why}; {count} entries in common"
        if found.confidence >= LEAST:
            enough = _ENOUGH_ALONE if _halved(found) else _ENOUGH
            return Agreement(max(found.confidence, _BY_ENTRIES), told) if count >= enough else found
        if count >= _ENOUGH_ALONE and share >= _LEAST_SHARE and not self._rivalled(one, other, count):
            return Agreement(_BY_ENTRIES_ALONE, told)
        return Agreement(_BY_FEW_ALONE, told) if count >= _ENOUGH else found

    def _shared(self, one: Subject, other: Subject) -> tuple[int, float]:
        """Return how many entries the documents of two subjects have in common, and their share, where most are."""
        pair = frozenset((one, other))
        if self.common is not None and pair not in self._counts:
            pairs = {frozenset((a.document_id, b.document_id)): (a, b) for a, b in self._both(one, other)}
            ordered = (
                sorted(each, key=lambda record: (record.kind is DocumentKind.RESPONSE, _day(record)))
                for each in pairs.values()
            )
            self._counts[pair] = max((self.common(later, earlier) for earlier, later in ordered), default=(0, 0.0))
        return self._counts.get(pair, (0, 0.0))

    def _rivalled(self, one: Subject, other: Subject, count: int) -> bool:
        """Say whether a document without a name has about as much in common with a third place of another name."""
        return any(
            self._shared(nameless, rival)[0] >= _RIVAL * count
            for nameless, named in ((one, other), (other, one))
            for rival in self._near.get(nameless, ())
            if rival != named and not tells_nothing(rival) and self._with_days(named, rival).confidence < LEAST
        )

    def _both(self, one: Subject, other: Subject) -> Iterator[tuple[DocumentRecord, DocumentRecord]]:
        for a in self.held[one][:_MOST_OF_A_PLACE]:
            for b in self.held[other][:_MOST_OF_A_PLACE]:
                yield a, b
                yield b, a

    def _by_days(self) -> Iterator[tuple[Subject, Subject]]:
        """Give pairs of subjects of which a document of the one names the day of the other's visit, and of no third's.

        Where the name of one is masked, the month will do, if its body visited but one place that it can be.
        """
        on: dict[str, list[Subject]] = defaultdict(list)
        for one, records in self.held.items():
            for record in records:
                start = record.metadata.visit_start or ""
                if record.kind is not DocumentKind.RESPONSE and len(start) >= _MONTH:
                    for told in {start, start[:_MONTH]}:
                        on[told].append(one)
        for one, records in self.held.items():
            for record in records:
                data = record.metadata
                day = (data.visit_start if record.kind is DocumentKind.RESPONSE else data.previous_visit) or ""
                others = list(dict.fromkeys(other for other in on.get(day, ()) if other != one))
                if len(day) == _MONTH:
                    others = [e for e in others if masked(one, e) and unnamed(one, e) and same_body(one, e)]
                # Where one body was at several places on a day, the day tells none of them.
                if len(others) == 1:
                    yield one, others[0]

    def _nameless(self) -> Iterator[tuple[Subject, tuple[Subject, ...]]]:
        """Give for each document without a telling name the nearest in time of its body or State."""
        dated = sorted(
            ((_day(record), number, one) for number, one in enumerate(self.held) for record in self.held[one]),
            key=lambda item: item[:2],
        )
        for at, (_, _, one) in enumerate(dated):
            if not tells_nothing(one):
                continue
            found: dict[Subject, None] = {}
            for step in range(1, _FARTHEST):
                for place in (at - step, at + step):
                    other = dated[place][2] if 0 <= place < len(dated) else one
                    if other != one and same_state(one, other):
                        found[other] = None
                if len(found) >= _RIVALS:
                    break
            yield one, tuple(found)


def visited(records: Iterable[DocumentRecord]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the place by the days of the visit, where only one place was visited on just these days."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for record in records:
        place, days = record.metadata.place, days_of(record)
        if place and record.kind is not DocumentKind.RESPONSE and all(len(day) == _FULL for day in days):
            found[days] = tuple(dict.fromkeys((*found.get(days, ()), place)))
    return {days: names for days, names in found.items() if len(names) == 1}


def days_of(record: DocumentRecord) -> tuple[str, str]:
    """Return first and last day of the visit that a document names, empty where unknown."""
    return record.metadata.visit_start or "", record.metadata.visit_end or ""


def _day(record: DocumentRecord) -> str:
    data = record.metadata
    return data.published or data.visit_end or data.visit_start or ""


def _is_open(found: Agreement) -> bool:
    """Say whether names say nothing for or against."""
    return found.confidence == 0.0 and found.why in ("different names", "no name in common", "no place named")


def _halved(found: Agreement) -> bool:
    """Say whether one name alone says what tells like-named places apart: ``North``."""
    return "only one name says its" in found.why.replace(ONE_PART, "")


def _answers(later: DocumentRecord, earlier: DocumentRecord) -> bool:
    """Say whether a response names just the days of a report's visit."""
    kinds = later.kind is DocumentKind.RESPONSE and earlier.kind is not DocumentKind.RESPONSE
    return kinds and all(len(day) == _FULL for day in days_of(later)) and days_of(later) == days_of(earlier)


def _names_day(later: DocumentRecord, earlier: DocumentRecord) -> bool:
    told = later.metadata.previous_visit or ""
    return len(told) == _FULL and bool(named_visit(later, earlier))
