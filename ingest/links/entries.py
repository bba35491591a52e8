"""Links between entries of different documents: what answers, judges or repeats what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.links.chains import Chain, Visit, chains, order
from ingest.links.common_entries import CommonEntries
from ingest.links.further_signs import Common
from ingest.links.likeness import Weights, weights
from ingest.links.matching import Counterpart, counterparts
from ingest.links.place_name import Agreement
from ingest.links.same_place import SURE, named_visit
from ingest.links.sides import Around, Relation, Side, side
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, RegisterEntry
from ingest.register.earlier_report import year_of_earlier

LINK_THRESHOLD = 0.4
"""Confidence from which the register has a link; below a person decides."""
LEAST = 0.2
"""Confidence from which a person is asked."""
_EARLIER = 8  # reports before a document at the same place that it is compared with
_VISIT_NAMED, _OTHER_NAMED = 1.3, 0.85  # how much better a report fits whose visit is named, and one when another is
_STRONG = 0.75  # of an answer or verdict on another report than the rest
_OF_THE_REPORT = 0.25  # what it counts that a report is the one that is answered or judged
_LESS_SURE = 0.15  # than the surest link to the same earlier entry
_NEARER = 0.1  # a repetition is of the latest report unless an older one is so much surer


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

    @property
    def link_id(self) -> str:
        """The same for the same link, whenever it is made: ``l-3fa9c1d2e4b5``."""
        content = "|".join((self.from_entry, self.to_entry, self.relation))
        return f"l-{hashlib.sha256(content.encode()).hexdigest()[:12]}"


def link(
    documents: Sequence[tuple[DocumentRecord, Sequence[RegisterEntry]]],
    former: Mapping[str, tuple[str, ...]] | None = None,
    around: Around | None = None,
) -> tuple[Link, ...]:
    """Link entries of documents about the same place.

    Args:
        documents: every document with its entries.
        former: further names of the place by document id; see ``ingest/links/former_name.py``.
        around: what stands around the entries.

    Returns:
        Links of confidence :data:`LEAST` and above.
    """
    own = {record.document_id: entries for record, entries in documents}
    common = CommonEntries(lambda name: own.get(name, ()), around)
    together = linkable([record for record, _ in documents], former, common)
    found = [each for chain in together for each in links_of(chain, own, around)]
    return tuple({each.link_id: each for each in found}.values())


def linkable(
    records: Iterable[DocumentRecord],
    former: Mapping[str, tuple[str, ...]] | None = None,
    common: Common | None = None,
) -> tuple[Chain, ...]:
    """Return the chains of documents among which links may be: those of more than one document."""
    together = chains([record for record in records if record.kind not in OFFICIAL_KINDS], former, common)
    return tuple(chain for chain in together if len(chain.visits) + len(chain.possible) > 1)


def links_of(
    chain: Chain, entries: Mapping[str, Sequence[RegisterEntry]], around: Around | None = None
) -> tuple[Link, ...]:
    """Link the entries of the documents of one chain; nothing outside the chain has a say in it.

    Args:
        chain: of a place.
        entries: by document id.
        around: what stands around the entries.
    """
    records = [visit.document for visit in (*chain.visits, *chain.possible)]
    sides = {record.document_id: side(record, entries.get(record.document_id, ()), around) for record in records}
    weigh = weights(words for each in sides.values() for words in each.words.values())
    found: list[Link] = []
    for number, visit in enumerate(chain.visits):
        later = sides[visit.document.document_id]
        if later.saying:
            found.extend(_links_of(later, _before(chain, number, sides), weigh))
    return tuple({each.link_id: each for each in found}.values())


def apply_links(
    entries: Sequence[RegisterEntry], links: Iterable[Link], threshold: float = LINK_THRESHOLD
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
        # What an authority says of a recommendation made anew answers the later report, unless that judges it as well.
        claims = each.relation != "repeats" or source.status_verified is not None
        judged = source.status_verified if each.relation in ("judges", "repeats") else None
        by_id[target.entry_id] = replace(
            target,
            response=target.response
            or (source.response if claims and (source.status_claimed or each.relation == "responds_to") else None),
            status_claimed=target.status_claimed or (source.status_claimed if claims else None),
            status_verified=judged or target.status_verified,
            due=target.due or source.due,
            followed_up_by=_added(target.followed_up_by, source.entry_id),
        )
        by_id[source.entry_id] = replace(
            source,
            repeats=_added(source.repeats, target.entry_id),
            addressee=target.addressee
            if target.addressee and (each.relation == "responds_to" or source.kind == "progress")
            else source.addressee or target.addressee,
        )
    return tuple(by_id[entry.entry_id] for entry in entries)


def _before(chain: Chain, number: int, sides: Mapping[str, Side]) -> list[tuple[Side, Agreement]]:
    """Return the reports that a document of a chain can be about, the latest first, with how sure the place is."""
    later = chain.visits[number].document
    found: list[tuple[Side, Agreement]] = []
    certain = Agreement(chain.visits[number].confidence, f"same place ({chain.visits[number].evidence})")
    for visit in reversed(chain.visits):
        if _can_be_about(later, visit.document):
            sure = Agreement(min(certain.confidence, _joint(chain, visit)), certain.why)
            found.append((sides[visit.document.document_id], sure))
    for visit in reversed(chain.possible):
        if _can_be_about(later, visit.document):
            doubt = Agreement(min(visit.confidence, SURE - 0.01), f"perhaps the same place ({visit.evidence})")
            found.append((sides[visit.document.document_id], doubt))
    return [(each, sure) for each, sure in found if each.asked][:_EARLIER]


def _joint(chain: Chain, visit: Visit) -> float:
    return visit.confidence if visit.after else 1.0


def _can_be_about(later: DocumentRecord, earlier: DocumentRecord) -> bool:
    """Say whether a document is later than a report, as far as their dates tell."""
    if later.document_id == earlier.document_id or earlier.kind is DocumentKind.RESPONSE:
        return False
    if later.kind is DocumentKind.RESPONSE:
        answered, visited = later.metadata.visit_start, earlier.metadata.visit_start
        published = later.metadata.published
        if answered and visited and _is_visit(later):
            return answered[:7] == visited[:7]
        told = published or answered
        return not told or not visited or told[: len(visited)] >= visited[: len(told)]
    if named_visit(later, earlier):
        return True
    one, other = order(later)[0], order(earlier)[0]
    if one == other:
        # Letters and reviews about a visit bear its days.
        one, other = later.metadata.published or "", earlier.metadata.published or ""
    return bool(one and other) and one > other


def _is_visit(record: DocumentRecord) -> bool:
    """Say whether the dates of a response are those of a visit and not its own: they span several days."""
    return record.metadata.visit_end is not None and record.metadata.visit_end != record.metadata.visit_start


def _links_of(later: Side, before: Sequence[tuple[Side, Agreement]], weigh: Weights) -> list[Link]:
    found = [
        (earlier.record, sure, each)
        for earlier, sure in before
        for each in counterparts(later, earlier, weigh, LEAST)
        if not _names_other_year(each, earlier.record)
    ]
    links: list[Link] = []
    for relation in ("responds_to", "judges", "repeats"):
        own = [held for held in found if held[2].relation == relation]
        about = None if relation == "repeats" else _one_report(later.record, own)
        best: dict[str, tuple[float, str]] = {}
        for record, _, each in own:
            # Answers and verdicts are about one report, save single ones that are surely about another.
            if about in (None, record.document_id) or each.confidence >= _STRONG:
                ahead = each.confidence + (_OF_THE_REPORT if about == record.document_id else 0.0)
                held = best.get(each.source.entry_id)
                if held is None or ahead > held[0] + (0.0 if held[1] == record.document_id else _NEARER):
                    best[each.source.entry_id] = (ahead, record.document_id)
        kept = [held for held in own if best.get(held[2].source.entry_id, (0.0, ""))[1] == held[0].document_id]
        surest: dict[str, float] = {}
        for _, _, each in kept:
            surest[each.target.entry_id] = max(each.confidence, surest.get(each.target.entry_id, 0.0))
        links += [_link(each, sure, surest[each.target.entry_id]) for _, sure, each in kept]
    return links


def _one_report(later: DocumentRecord, found: Sequence[tuple[DocumentRecord, Agreement, Counterpart]]) -> str | None:
    """Return the report that answers or verdicts are about: the one whose visit is named, and that most of them fit."""
    fits: dict[str, float] = {}
    for record, sure, each in found:
        named = named_visit(later, record)
        one, other = later.metadata.visit_start, record.metadata.visit_start
        answered = later.kind is DocumentKind.RESPONSE and one and other and one[:7] == other[:7]
        weight = _VISIT_NAMED if named or answered else _OTHER_NAMED if named is False else 1.0
        fits[record.document_id] = fits.get(record.document_id, 0.0) + each.confidence * sure.confidence * weight
    # The latest comes first: another has to fit better.
    return max(fits, key=lambda name: fits[name], default=None)


def _names_other_year(each: Counterpart, earlier: DocumentRecord) -> bool:
    """Say whether a verdict names the year of its report (``Recommendation 4 of the 2023 report``), and not this."""
    if each.relation != "judges" or each.source.kind != "progress":
        return False
    told = earlier.metadata
    years = {day[:4] for day in (told.visit_start, told.visit_end, told.published) if day}
    named = year_of_earlier(each.source.text)
    return bool(named and years) and named not in years


def _link(each: Counterpart, sure: Agreement, surest: float) -> Link:
    # Below certainty of the place no link is certain; above, the entries decide. Of two that are about one earlier
    # entry, one much less surely, that one is doubtful: 8 of 9 such were wrong on twelve sets of reports.
    certain = sure.confidence >= SURE and each.confidence >= surest - _LESS_SURE
    confidence = round(each.confidence if certain else min(each.confidence, LINK_THRESHOLD - 0.01), 2)
    return Link(each.source.entry_id, each.target.entry_id, each.relation, confidence, f"{sure.why}; {each.why}")


def _added(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return ids if one in ids else (*ids, one)
