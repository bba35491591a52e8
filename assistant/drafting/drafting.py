"""Drafting: a finding in, a recommendation with its criteria, precedents, repetitions and warnings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.composing import Material, compose
from assistant.drafting.criteria import Relation, grounds_for
from assistant.drafting.draft import Draft
from assistant.drafting.measures import WIDE, Term, measure_for, measures
from assistant.drafting.named_place import named_in
from assistant.drafting.precedents import Precedent, precedents_for, shown
from assistant.drafting.protection import warnings_for
from assistant.drafting.repeating import Repeat, repeats_of
from assistant.drafting.subjects import subjects_of
from ingest.folding import name_tokens
from ingest.passage import OFFICIAL_KINDS, Filters
from ingest.taxonomy import THEMES, themes_of

if TYPE_CHECKING:
    from assistant.drafting.finding import Finding
    from ingest.library import Library

_GRAVE = frozenset(
    {"ill_treatment", "use_of_force", "restraint", "self_harm", "deaths", "reprisals", "violence", "safety"}
)
_ALIKE = 3
_OFFERED = 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user decides beside the finding; all optional."""

    place: str | None = None
    place_type: str | None = None
    theme: str | None = None
    term: Term | None = None
    variants: bool = False


def draft(library: Library, finding: Finding, wishes: Wishes | None = None) -> Draft:
    """Draft a recommendation; nothing of it is invented, and what a person must decide is a slot.

    Args:
        library: opened for reading.
        finding: redacted.
        wishes: place, type of place, theme, term, and whether all three terms are wanted.
    """
    wishes = wishes or Wishes()
    # What happened tells the theme where the words of themes do not: "tied with belts" is restraint.
    subjects = [each for each in subjects_of(finding.text) if each in THEMES]
    themes = (wishes.theme,) if wishes.theme else tuple(dict.fromkeys((*subjects, *finding.themes)))
    data = finding.document.metadata if finding.document else named_in(library, finding.text)
    place_type = wishes.place_type or finding.place_type or (data.place_type if data else None)
    place = wishes.place or (data.place if data else None)
    body = data.inspecting_body if data else None
    vector = library.embedder.embed_query(finding.text[:2000])
    without = finding.demand.entry_id if finding.demand else None
    near = precedents_for(library, finding.text, vector, themes, place_type, place, body, without)
    criteria = grounds_for(library, finding, place_type, themes)
    repeats = repeats_of(library, finding, near)
    addressee = finding.addressee or _usual(near, repeats)
    # A theme that neither the finding nor the user names is taken from the criteria: these are near in meaning.
    known = themes if wishes.theme else _voted(themes, near, repeats)
    known = known or themes_of(" ".join(ground.quote for ground in criteria[:1]))
    if not wishes.theme:
        # What a finding is about, in words that name nothing else, or else the provision that it comes nearest to.
        firm = [ground.quote for ground in criteria[:1] if ground.relation is not Relation.POSSIBLE]
        known = (*(subjects_of(finding.text) or subjects_of(" ".join(firm))), *known)
    measure = measure_for(known, vector, library.embedder)
    if wishes.theme:
        measure = measure or measures().get(wishes.theme)
    doubtful = tuple(measures()[theme] for theme in dict.fromkeys(known) if theme in measures())[:_OFFERED]
    offered = () if measure else doubtful
    material = Material(finding, addressee, measure, criteria, near, repeats, wishes.theme is not None, offered)
    default = Term.SHORT if known and known[0] in _GRAVE else Term.MEDIUM
    terms: list[Term | None] = [wishes.term]
    if wishes.variants:
        terms = [*([wishes.term] if wishes.term else []), *(term for term in Term if term is not wishes.term)]
    made = (compose(material, term, default) for term in terms)
    # Where nothing is known of the matter, all terms are the same slots: one is enough.
    wordings = tuple({wording.text: wording for wording in reversed(list(made))}.values())[::-1]
    lenders = {part.entry_id for wording in wordings for part in wording.parts if part.entry_id}
    used = [each for each in near if each.entry.entry_id in lenders]
    return Draft(
        finding,
        wordings,
        criteria,
        shown(near, used),
        repeats,
        warnings_for(finding.text, finding.masked, finding.doubts),
        _notices(library, near, themes, wishes, place_type),
    )


def _usual(near: tuple[Precedent, ...], repeats: tuple[Repeat, ...]) -> str | None:
    """Return whom a repeated recommendation, or all near ones of the same place, address, if that is one."""
    if repeats and repeats[0].sure and repeats[0].precedent.entry.addressee:
        return repeats[0].precedent.entry.addressee
    local = {each.entry.addressee for each in near[:_ALIKE] if each.same_place}
    return next(iter(local)) if len(local) == 1 else None


def _voted(themes: tuple[str, ...], near: tuple[Precedent, ...], repeats: tuple[Repeat, ...]) -> tuple[str, ...]:
    """Order themes by what the finding says and what near recommendations are about, the best first.

    Many findings mention health or rooms by the way; what was recommended on like findings tells what they are about.
    """
    votes: dict[str, float] = {theme: 1.0 / (1 + place) for place, theme in enumerate(themes)}
    alike = [each for each in near[:_ALIKE] if each.lends]
    for precedent in (*alike, *(each.precedent for each in repeats[:1] if each.sure)):
        for place, theme in enumerate(precedent.entry.themes[:2]):
            votes[theme] = votes.get(theme, 0.0) + 0.7 / (1 + place)
    for theme in WIDE & set(votes):
        votes[theme] *= 0.35
    return tuple(sorted(votes, key=lambda theme: -votes[theme]))


def _notices(
    library: Library, near: tuple[Precedent, ...], themes: tuple[str, ...], wishes: Wishes, place_type: str | None
) -> tuple[str, ...]:
    found = []
    reports = [each for each in library.ledger.documents(status="indexed") if each.kind not in OFFICIAL_KINDS]
    if not reports:
        found.append(
            "The library holds no reports, so there are no precedents and repetitions cannot be seen: add reports with "
            "opcat ingest REPORT. The draft rests on the criteria catalogue."
        )
    elif not near:
        found.append(
            "No earlier recommendation on this matter was found in "
            f"{len(reports)} {'document' if len(reports) == 1 else 'documents'}."
        )
    if wishes.place and reports and not library.ledger.documents(Filters(place=wishes.place)):
        known = [name for name in library.ledger.places() if set(name_tokens(wishes.place)) & set(name_tokens(name))]
        hint = f" Known: {', '.join(known[:5])}." if known else " opcat documents lists the places."
        found.append(f"The library has no report on the place that you named.{hint}")
    if not themes:
        found.append("No theme was recognised in the finding; --theme THEME names one.")
    if place_type is None:
        found.append(
            "The type of place is not known, so precedents come from all types; --place-type TYPE narrows them."
        )
    if not any(each.official for each in library.ledger.instruments()):
        found.append("Criteria are paraphrased: opcat instruments add FILE adds official texts, which are then quoted.")
    return tuple(found)
