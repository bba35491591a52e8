"""Links between entries of different documents: what answers, judges or repeats what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from ingest.passage import DocumentKind, DocumentRecord, RegisterEntry

Relation = Literal["responds_to", "judges", "repeats"]
LINK_THRESHOLD = 0.7
_LINKED_KINDS = frozenset(
    {
        "recommendation",
        "request_for_information",
        "area_for_improvement",
        "concern",
        "deficiency",
        "response",
        "progress",
    }
)
_LEAST_CONFIDENCE = 0.45
_SAME_PLACE = 85.0
_COMMON = re.compile(
    r"\b(?:the|of|de|la|le|du|des|at|in|and|for|hmp|hmyoi|yoi|prison|centre|center|institution|establishment|"
    r"penitentiary|pénitentiaire|unit|"
    r"hospital|remand|detention|custody|home|facility)\b|[^\w\s]",
    re.IGNORECASE,
)
_MOST_PAIRS = 400_000


@dataclass(frozen=True, slots=True)
class Link:
    """One link from a later entry to an earlier one, with its evidence.

    Attributes:
        from_entry: id of the later entry (an answer, a verdict, a repetition).
        to_entry: id of the earlier recommendation.
        confidence: 0 to 1; below :data:`LINK_THRESHOLD` a person should decide.
        evidence: what the link rests on, without document text.
    """

    from_entry: str
    to_entry: str
    relation: Relation
    confidence: float
    evidence: str


def link(documents: Sequence[tuple[DocumentRecord, Sequence[RegisterEntry]]]) -> tuple[Link, ...]:
    """Link entries of documents about the same place.

    Args:
        documents: every document with its entries.

    Returns:
        Links of confidence 0.45 and above, at most one from each entry to each earlier document.
    """
    found: list[Link] = []
    pairs = 0
    for later, later_entries in documents:
        for earlier, earlier_entries in documents:
            if later.document_id == earlier.document_id or not _answers(later, earlier):
                continue
            sources = [e for e in later_entries if e.kind in _LINKED_KINDS]
            targets = [e for e in earlier_entries if e.kind in _LINKED_KINDS and e.kind not in ("response", "progress")]
            pairs += len(sources) * len(targets)
            if pairs > _MOST_PAIRS:
                return tuple(found)
            place = _place_similarity(later.metadata.place, earlier.metadata.place)
            found.extend(_link_pair(later, sources, targets, place))
    return tuple(found)


def apply_links(
    entries: Sequence[RegisterEntry], links: Sequence[Link], threshold: float = LINK_THRESHOLD
) -> tuple[RegisterEntry, ...]:
    """Write certain links into the entries.

    Args:
        entries: entries of all documents that the links speak of; others are left as they are.
        links: from :func:`link`.
        threshold: links below it change nothing.

    Returns:
        The entries in the same order: earlier ones get answer, claimed and verified status and ``followed_up_by``,
        later ones ``repeats`` and, where their text names none, the addressee.
    """
    by_id = {entry.entry_id: entry for entry in entries}
    for each in links:
        source, target = by_id.get(each.from_entry), by_id.get(each.to_entry)
        if each.confidence < threshold or source is None or target is None:
            continue
        judged = source.status_verified if each.relation in ("judges", "repeats") else None
        by_id[target.entry_id] = replace(
            target,
            response=target.response
            or (source.response if source.status_claimed or each.relation == "responds_to" else None),
            status_claimed=target.status_claimed or source.status_claimed,
            status_verified=judged or target.status_verified,
            due=target.due or source.due,
            followed_up_by=_added(target.followed_up_by, source.entry_id),
        )
        by_id[source.entry_id] = replace(
            source,
            repeats=_added(source.repeats, target.entry_id),
            addressee=target.addressee
            if each.relation == "responds_to" and target.addressee
            else source.addressee or target.addressee,
        )
    return tuple(by_id[entry.entry_id] for entry in entries)


def _answers(later: DocumentRecord, earlier: DocumentRecord) -> bool:
    """Say whether one document can answer, judge or repeat the other: same place, and later."""
    if later.kind in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE) or earlier.kind is not DocumentKind.VISIT_REPORT:
        return False
    if _place_similarity(later.metadata.place, earlier.metadata.place) < _SAME_PLACE:
        return False
    if later.kind is DocumentKind.RESPONSE:
        answered, visited = later.metadata.visit_start, earlier.metadata.visit_start
        if answered and visited:
            # A response names the visit that it answers; one that names a later day may still look back.
            return answered[:7] == visited[:7] or (answered > visited and not _is_visit(later))
        return not visited or not _date(later) or _date(later) >= visited
    start, before = later.metadata.visit_start, earlier.metadata.visit_start
    return bool(start and before and start > before)


def _is_visit(record: DocumentRecord) -> bool:
    """Say whether the dates of a response are those of a visit and not its own: they span several days."""
    return record.metadata.visit_end is not None and record.metadata.visit_end != record.metadata.visit_start


def _date(record: DocumentRecord) -> str:
    return record.metadata.published or record.metadata.visit_end or ""


def _place_similarity(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    names = [re.sub(r"\s+", " ", _COMMON.sub(" ", name)).strip().lower() for name in (one, other)]
    if not all(names):
        names = [one.lower(), other.lower()]
    return float(fuzz.token_set_ratio(*names))


def _link_pair(
    later: DocumentRecord, sources: Sequence[RegisterEntry], targets: Sequence[RegisterEntry], place: float
) -> list[Link]:
    by_number: dict[str, list[RegisterEntry]] = defaultdict(list)
    for target in targets:
        if target.number:
            by_number[_bare(target.number)].append(target)
    found: list[Link] = []
    for source in sources:
        best: tuple[float, str, RegisterEntry] | None = None
        for target in targets:
            text = _text_similarity(source.text, target.text)
            same = bool(source.number and target.number and _bare(source.number) == _bare(target.number))
            score = _confidence(text, same, later.kind is DocumentKind.RESPONSE, source)
            if best is None or score > best[0]:
                best = (score, f"same place ({place:.0f}); text {text:.0f}" + ("; same number" if same else ""), target)
        if best is not None and best[0] >= _LEAST_CONFIDENCE:
            found.append(Link(source.entry_id, best[2].entry_id, _relation(later, source), round(best[0], 2), best[1]))
    return found


def _text_similarity(one: str, other: str) -> float:
    full = float(fuzz.token_sort_ratio(one, other))
    shared = float(fuzz.token_set_ratio(one, other))
    return max(full, 0.5 * full + 0.5 * shared)


def _confidence(text: float, same_number: bool, response: bool, source: RegisterEntry) -> float:
    if same_number and response:
        # A response follows the numbers of the report it answers; its wording may be cut short.
        return min(0.99, 0.75 + text / 400)
    if same_number and (source.status_verified or source.status_claimed):
        return min(0.97, 0.62 + text / 250)
    if same_number:
        return min(0.95, 0.2 + text / 125)
    return text / 110 if text >= 65 else text / 200


def _relation(later: DocumentRecord, source: RegisterEntry) -> Relation:
    if later.kind is DocumentKind.RESPONSE or source.kind == "response":
        return "responds_to"
    return "judges" if source.status_verified else "repeats"


def _bare(number: str) -> str:
    return re.sub(r"^[A-Z]+[ -]?", "", number).rstrip(".")


def _added(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return ids if one in ids else (*ids, one)
