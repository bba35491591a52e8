"""Summing up: the sentence in which a document says itself how many of its entries have which status.

"Of nine recommendations, five are accepted, two in part and two are not": whoever wrote that has counted what the
register can only read. Where one such sentence fits the entries looked at, its number stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.answers.work import Work
from assistant.question.dates import MONTHS
from assistant.question.measure import Kind
from assistant.question.numerals import NUMERAL, numbers_in, numeral
from assistant.question.query import Query
from assistant.question.register_words import KINDS, replier_in
from assistant.question.routing import Route
from assistant.question.scope import looks_again, register_filters
from assistant.question.terms import fold
from assistant.register.called import number_listed
from assistant.register.counting import Counted
from assistant.register.standing import asks_found
from assistant.retrieval.sentences import split_sentences, without_number
from ingest.passage import DocumentKind, DocumentRecord, Passage, RegisterEntry
from ingest.register.status import ACCEPTANCE, find_statuses

_KIND = re.compile("|".join(rf"\b(?:{pattern})" for _, pattern in KINDS) + r"|\b(?:measures|requests|demands|points)\b")
# The number of all, of which parts are told: "of the nine recommendations", "seven of nine".
_WHOLE = re.compile(r"\b(?:of|all) (?:the |these |those |our |its |his |her |their |all )*$")
# "Recommendation 4", "paragraph 10", "in 2026": numbers that count nothing.
_CALLED = re.compile(
    rf"(?:{_KIND.pattern}|\b(?:paragraphs?|paras?\.?|articles?|rules?|tables?|nos?\.?))"
    r" (?:nos?\.? ?)?(?:\d+(?:, | and | or |, and ))*$"
)
_EARLIER = re.compile(r"\b(?:earlier|previous\w*|last|first|before|follow(?:ed)?[- ]?up|ago|since)\b")
_DATED = re.compile(rf"(?:19|20)\d\d\b|\d{{1,2}} (?:{'|'.join(MONTHS)})")
_BRACKETS = re.compile(r"[\[(][^\])]*[\])]")
_PARTLY = re.compile(r"\b(?:in part|partly|partially|half[- ]?way|to some extent)\b")
_NOT = re.compile(r"\b(?:not|unfulfilled|undone)\b(?: at all)?\W*(?:and|while|but)?\W*$")
# A summing-up of two parts alone may speak of anything.
_PARTS = 3
_LONGEST = 400
# What the register reads and what a document says of the same entries differ by little.
_NEAR, _SHARE = 3, 3
_NEARLY = 2
_MOST_QUOTED = 2


@dataclass(frozen=True)
class Summing:
    """What one sentence says of the number of entries by status.

    Attributes:
        text: the sentence.
        parts: each number with the statuses that it is the number of; none where the words say none.
        passage: where it stands; ``None`` before it was placed.
    """

    text: str
    parts: tuple[tuple[int, frozenset[str]], ...]
    passage: Passage | None = None

    @property
    def total(self) -> int:
        """All that is told of."""
        return sum(number for number, _ in self.parts)

    def number(self, statuses: Iterable[str]) -> int | None:
        """Return how many have one of some statuses; ``None`` where none is told of, or one together with others."""
        asked = frozenset(statuses)
        met = [(number, held) for number, held in self.parts if held & asked]
        return sum(number for number, _ in met) if met and all(held <= asked for _, held in met) else None


@dataclass(frozen=True)
class Summed:
    """A number that documents give themselves, with the sentences that say it."""

    number: int
    sentences: list[Summing]


def summing_in(sentence: str) -> Summing | None:
    """Read a sentence that sums up entries by status; ``None`` for any other.

    Args:
        sentence: one sentence; what a document says of two or more standings in numbers.
    """
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), fold(without_number(sentence)))
    if len(text) > _LONGEST:
        return None
    counting = [one for one in numbers_in(text) if not _names(text, one[0], one[1])]
    numbers = [one for one in counting if not _WHOLE.search(text[: one[0]])]
    if len(numbers) < 2:
        return None
    wholes = [number for start, _, number in counting if _WHOLE.search(text[:start])]
    starts, ends = [start for start, _, _ in numbers], [end for _, end, _ in numbers]
    # "Good progress in one area, no progress in two": the standing comes before its number.
    if find_statuses(text[: starts[0]]):
        pieces = [text[left:right] for left, right in zip([0, *ends], starts, strict=False)]
    else:
        pieces = [text[left:right] for left, right in zip(ends, [*starts[1:], len(text)], strict=True)]
    parts = tuple((number, held) for (_, _, number), held in zip(numbers, _statuses(pieces), strict=True))
    told = [held for _, held in parts if held]
    if len(told) < len(parts) - 1 or len({*told}) != len(told) or len(told) < 2:
        return None
    found = Summing(sentence, parts)
    sure = found.total in wholes or len(told) >= _PARTS or (bool(_KIND.search(text)) and not wholes)
    return found if sure else None


def _names(text: str, start: int, end: int) -> bool:
    """Whether a number is what something is called by, a day or a year."""
    called = text[start:end].isdigit() and bool(_CALLED.search(text[:start]))
    return called or bool(_DATED.match(text[start:]) and text[start:end].isdigit())


def _statuses(pieces: Iterable[str]) -> list[frozenset[str]]:
    """The statuses that each piece names; "two in part and one not" take the verb of the first."""
    found: list[frozenset[str]] = []
    agreed = False
    for at, piece in enumerate(pieces):
        held = frozenset(status for _, _, status in find_statuses(piece))
        if at == 0:
            agreed = bool(held & ACCEPTANCE)
        if _PARTLY.search(piece) and held <= {"partly implemented"}:
            held = frozenset(["partly accepted" if agreed else "partly implemented"])
        elif _NOT.search(piece) and held <= {"not implemented"}:
            held = frozenset(["rejected" if agreed else "not implemented"])
        found.append(held)
    return found


def number_summed(query: Query, sentence: str) -> int | None:
    """Return the number that a sentence gives for the standing asked for, where it sums several up and one is counted.

    Of several numbers in one sentence that one is meant, and not the first.
    """
    if Route.COUNT not in query.routes or not query.statuses:
        return None
    summing = summing_in(sentence)
    return summing.number(query.statuses) if summing else number_listed(query.statuses, without_number(sentence))


def lead_summed(number: int | None) -> str:
    """Return what is said before the sentence that gives such a number; empty where there is none."""
    return "" if number is None else f"{number}, as quoted first."


def summing_of(work: Work, counted: Counted) -> Summed | None:
    """Return what a document says itself of the number asked for.

    Args:
        work: a question that counts entries by status, of documents that it names.
        counted: the same as the register has it.

    Returns:
        the number with its sentences; ``None`` where the question asks for more than a status, where nothing is said,
        or where two documents say different things.
    """
    query = work.query
    if not _is_plain(query, counted):
        return None
    sizes = {counted.total, len(counted.looked_at), len(_first_made(work, counted))}
    found: dict[int, list[Summing]] = {}
    for record in _documents(work, counted):
        for summing in _summings(work, record):
            number = summing.number(query.statuses)
            if number is not None and any(abs(summing.total - size) <= max(_NEAR, size // _SHARE) for size in sizes):
                found.setdefault(number, []).append(summing)
    if len(found) != 1:
        return None
    return Summed(*found.popitem())


def total_of(work: Work, counted: Counted) -> Summed | None:
    """Return what a document says itself of the number of all entries of one report.

    Args:
        work: a question that counts the entries of one report.
        counted: the same as the register has it.

    Returns:
        the number with its sentences: that of the register where one says it, else the only one near it; ``None`` for
        counts of a part, and where nothing near is said.
    """
    query = work.query
    made_by = {entry.document_id for entry in counted.entries}
    whole = counted.total == len(counted.entries) and not (query.statuses or query.addressee or counted.unapplied)
    if not whole or len(made_by) != 1 or len(query.kinds) != 1 or query.repeats_only or query.only:
        return None
    record = work.library.ledger.document(next(iter(made_by)))
    if record is None or counted.measure.kind is not Kind.COUNT:
        return None
    again = looks_again(record)
    kind = next(pattern for name, pattern in KINDS if name == query.kinds[0])
    said: dict[int, list[Summing]] = {}
    for one in _documents(work, counted):
        # A follow-up counts what the report before it made, and not its own.
        for passage, sentence in _sentences(work, one) if not again or one == record else []:
            for number in _totals(sentence, kind, own=one == record):
                said.setdefault(number, []).append(Summing(sentence, ((number, frozenset()),), passage))
    held = len(counted.entries)
    near = [number for number in said if abs(number - held) <= _NEARLY]
    told = held if held in said else near[0] if len(near) == 1 else None
    return Summed(told, said[told][:_MOST_QUOTED]) if told is not None else None


def _totals(sentence: str, kind: str, *, own: bool) -> list[int]:
    """The numbers of all entries of a kind that a sentence gives; of a summing-up, what its parts add up to."""
    summing, text = summing_in(sentence), fold(sentence)
    if summing is not None:
        return [] if own else [summing.total]
    found = []
    for match in re.finditer(rf"\b({NUMERAL}) (?:(?!of\b)[a-z-]+ ){{0,2}}?(?:{kind})", text):
        if _names(text, match.start(1), match.end(1)):
            continue
        number = numeral(match[1])
        # "Of five recommendations two were met": in the report itself those of an earlier one.
        earlier = own and (_WHOLE.search(text[: match.start()]) or _EARLIER.search(text))
        if number is not None and number > 1 and not earlier:
            found.append(number)
    return found


def _first_made(work: Work, counted: Counted) -> list[RegisterEntry]:
    """What was looked at without the entries that a follow-up makes itself."""
    ledger = work.library.ledger
    again = {
        name for name in {entry.document_id for entry in counted.looked_at}
        if (record := ledger.document(name)) is not None and looks_again(record)
    }  # fmt: skip
    return [entry for entry in counted.looked_at if entry.document_id not in again]


def _is_plain(query: Query, counted: Counted) -> bool:
    """Whether all entries of a report are counted by their status and by nothing else."""
    own = query.addressee is None or replier_in(query.text) is not None
    part = counted.total != len(counted.looked_at) and not counted.documents
    return (
        bool(query.statuses and query.kinds and counted.looked_at)
        and own
        and not (counted.unapplied or part or counted.by_status or query.only or query.repeats_only or counted.alone)
        and counted.measure.kind is Kind.COUNT
    )


def _documents(work: Work, counted: Counted) -> list[DocumentRecord]:
    """The documents that made, answered or judged what was looked at, of the years that the question names."""
    query = work.query
    filters = register_filters(query, work.names, dated=False)
    if filters is None or not (filters.documents or counted.documents):
        return []
    names = {entry.document_id for one in counted.looked_at for entry in (one, *counted.echoes.get(one.entry_id, ()))}
    later = {name for one in counted.looked_at for name in one.followed_up_by}
    names |= {entry.document_id for name in later if (entry := work.library.ledger.entry(name)) is not None}
    names |= set(filters.documents)
    records = [one for name in sorted(names) if (one := work.library.ledger.document(name)) is not None]
    if asks_found(query.text):
        return [one for one in records if looks_again(one)] or records
    if query.addressee or (query.statuses and set(query.statuses) <= ACCEPTANCE):
        return [one for one in records if one.kind is DocumentKind.RESPONSE] or records
    return records


def _summings(work: Work, record: DocumentRecord) -> list[Summing]:
    return [
        replace(summing, passage=passage)
        for passage, sentence in _sentences(work, record)
        if (summing := summing_in(sentence)) is not None
    ]


def _sentences(work: Work, record: DocumentRecord) -> list[tuple[Passage, str]]:
    return [
        (passage, sentence)
        for passage in work.library.ledger.document_passages(record.document_id)
        if passage.block_kind != "table_row"
        for sentence in split_sentences(str(passage.text), passage.block_kind)
    ]
