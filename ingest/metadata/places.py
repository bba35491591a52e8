"""The place of detention that a title, a cover or an opening names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.metadata.casing import readable
from ingest.metadata.fact_labels import facts
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMED, NAMES, is_generic_name, is_of_authority, is_placed
from ingest.metadata.place_kinds import SERVICES
from ingest.metadata.place_title import is_place, place_in_title, trimmed_place, visits_state
from ingest.metadata.several_places import by_day, counted, gone_to, headed, listed, tabled, with_number
from ingest.metadata.sighting import Sighting, whole
from ingest.metadata.state_names import is_state
from ingest.metadata.title import is_generic, is_letterhead
from ingest.metadata.visit_tables import MOST_PLACES
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_FIELD = re.compile(
    r"^(?:(?:name (?:and (?:type|location|address) )?of (?:the )?)(?:\w+ ){0,2}?)?"
    r"(?:place(?P<several>s)?(?: of detention)?|"
    r"(?:(?:inspected|visited|monitored) )?(?:establishment|institution|facility|prison|hospital|home|cent(?:re|er)|"
    r"unit|station|location|site|court)"
    r"(?P<more>s)?)(?: (?:visited|inspected|name))?\s*(?::\s*\||:|\|)\s*(?P<place>[^.|]{3,160})",
    re.IGNORECASE,
)
_VISITED = re.compile(
    r"\b(?:visited|(?:visits?|missions?)(?: (?:paid|made|carried out|conducted))?(?: (?:of|on|from) \d[^.;:()]{3,40}?)?"
    r" to|inspected|monitored|inspection of|"
    r"monitoring of)\s+(?:what \w+ (?:calls?|describes? as|knows? as) )?(?:the\s+)?"
    r"(?P<place>[A-Z](?:[^.;()]|(?<=No)\.){4,200}?)(?=(?<!No)[.;(]|\s+(?:on|from|between|in|to|for|without|under|as "
    r"part|which|made|paid|carried|conducted|undertaken|today|yesterday|"
    r"and\s+(?:spoke|met))\b)"
)
_ONLY = re.compile(
    r"\b(?:single|only one|one) (?:place|establishment|institution|facility|prison|centre),\s+(?:the\s+)?"
    r"(?P<place>[A-Z][^.;(),]{4,120})"
)
_COVER_LINE = re.compile(
    r"(?:\w+ ){0,3}(?:report|visit|inspection|monitoring|observations|recommendations|opinion|statement|decision|"
    r"letter)\b"
    r".{0,100}\b(?:on|of|to|at|in|concerning|regarding)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    rf"{NAMES}(?:\s+(?:(?:City|County|Borough|Metropolitan|District|Metropolitan Borough|County Borough)\s+)*Council|"
    r"\s+City of)?"
)
_HEAD = re.compile(
    r"\b(?:Director|Governor|Head|Manager|Warden|Superintendent|Commander|Officer[- ][Ii]n[- ][Cc]harge|Chief|Matron|"
    r"Administrator|Management)(?:,|\s+(?:of|at|in))\s+(?:the\s+)?"
)
_REPLIES = re.compile(
    r"\s+(?:(?:has|have|hereby|wishes\s+to|would\s+like\s+to)\s+)?(?:thanks?|acknowledges?|received|studied|"
    r"examined|read|considered|"
    r"replies|reply|responds?|answers?|submits?|informs?|welcomes?)\b"
)
_OF_INSPECTORS = re.compile(
    r"\b(?:Monitoring|Inspections?|Ombuds\w*|Preventive|Visits|Oversight)\s+(?:Unit|Centre|Center|House)\b"
)
_LONGEST_ADDRESS, _FIRST_LINES, _LONGEST_LINE = 160, 4, 250
_LEAST_MENTIONS, _LONGEST_COVER_LINE = 2, 90
_SECTION = re.compile(
    r"\b(?:summary|introduction|contents|findings|recommendations?|background|overview|foreword|report|preface|"
    r"glossary|"
    r"annex|appendix|inspection|visit|chapter|part|section|facts?|ratings?|judgement|about|service|what|how|why)\b|\d",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"(?:the\s+)?(?:(?:\w+\s+){0,2}(?:places|sites|establishments|institutions|facilities)|(?:two|three|four|"
    r"five|six|seven|eight|"
    r"nine|ten)\s+(?:[\w-]+\s+){0,3}(?:prisons|stations|hospitals|homes|centres|cells|courts|wards))\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\bannual\b|\byear\b|\bin figures\b", re.IGNORECASE)
_MANY_PLACES = re.compile(
    r"\bplaces of (?:detention|deprivation)|\bannual report\b|\bthematic\b|\byear in\b|\bchapter \d", re.IGNORECASE
)


# "Controller of Places of Detention": the body's name.
_BODY_OF_PLACES = re.compile(
    r"\b(?:Controller|Inspector|Ombuds\w*|Mechanism|Office|Commission\w*|Board|Council|Committee|Inspectorate|"
    r"Monitor)\b"
    r"[^.;]{0,30}\bPlaces of \w+|\b[Pp]revention of [Tt]orture [^.;]{0,60}?\bin (?:the )?[Pp]laces of \w+"
)


def find_place(titles: Sequence[Sighting[str]], front: Front) -> Sighting[str] | None:
    """Find the place: in a field, the title, a line of the cover, a running head, then in the first sentences.

    Args:
        titles: as printed, and as the file bears it.
        front: the document.

    Returns:
        The place as printed; a few places as the document counts them up; ``None`` for a document about many. The
        place of an inspection of an authority's services is that authority's area.
    """
    field = _field(front.opening) or _labelled(front)
    for title in titles:
        named = place_in_title(title.value)
        if named is not None and field is not None and "," not in field.value and not NAMED.search(named):
            return field
        one_by_one = _one_by_one(named, front) if named is not None else None
        if one_by_one is not None:
            return one_by_one
        if named is not None and title.block is not None:
            return _seen(named, title.block, 0.95) or Sighting(named, title.block, 0, len(title.block.text), 0.9)
    many = any(_MANY_PLACES.search(title.value) or visits_state(title.value) for title in titles)
    short = [_BODY_OF_PLACES.sub("", block.text) for block in front.opening[:3] if len(block.text) < 200]
    if many or any(map(_MANY_PLACES.search, short)):
        # The chapters of a visit to a State name the places better than any one sentence.
        chapters = headed(front)
        several = chapters if chapters is not None and ";" in chapters.value else None
        return (
            field
            or several
            or counted(front)
            or listed(front)
            or (None if any(_YEARLY.search(title.value) for title in titles) else gone_to(front))
            or tabled(front)
            or _listed_in_sentence(front.opening)
            or chapters
        )
    if field is not None:
        return field
    several = with_number(titles, _listed_in_sentence(front.opening))
    if several is not None:
        return several
    unnamed = not titles or all(is_generic(title.value) for title in titles)
    services = any(SERVICES.search(title.value) for title in titles)
    for block in [*front.cover, *front.furniture]:
        found = _line(block, services=services) or (_heading(block) if unnamed else None)
        if found is not None:
            return found
    lines = (block for block in front.body[:_FIRST_LINES] if block.table is None and len(block.text) < _LONGEST_LINE)
    for block in dict.fromkeys((*front.cover, *lines)):
        # A line under a title that names no place: "Report of the Council on Elm Home".
        named = place_in_title(block.text) if _COVER_LINE.match(block.text) else None
        if named is not None and NAMED.search(named):
            return _seen(named, block, 0.8) or whole(named, block, 0.75)
    return (
        counted(front)
        or by_day(front)
        or listed(front)
        or place_in_text([*front.opening, *front.furniture])
        or _of_head(front)
        or _answering(front)
        or headed(front)
    )


def _one_by_one(named: str, front: Front) -> Sighting[str] | None:
    """Read the names of the places of which a title tells the number, or no more than where they are."""
    many = _OF_MANY.match(named)
    if many is None and NAMED.search(named):
        return None
    return listed(front) or gone_to(front) or (tabled(front) if many is not None else None)


def _answering(front: Front) -> Sighting[str] | None:
    """Read the place that itself replies: ``Elm Hospital thanks the Ombudsman for the visit``."""
    for block in front.opening:
        named = NAMED.match(block.text, 4 if block.text.startswith("The ") else 0)
        replies = named is not None and _REPLIES.match(block.text, named.end())
        if named and replies and not is_generic_name(named["place"]) and not is_of_authority(named["place"]):
            return Sighting(named["place"], block, named.start("place"), named.end("place"), 0.7)
    return None


def _of_head(front: Front) -> Sighting[str] | None:
    """Read the place from the line that names whoever runs it: ``To the Governor of Elm Prison``."""
    for block in front.opening:
        head = _HEAD.search(block.text) if len(block.text) < _LONGEST_ADDRESS else None
        named = NAMED.match(block.text, head.end()) if head is not None else None
        if named is not None and not is_generic_name(named["place"]) and not is_of_authority(named["place"]):
            return Sighting(named["place"], block, named.start("place"), named.end("place"), 0.7)
    return None


def place_in_text(blocks: Sequence[Block[RedactedText]]) -> Sighting[str] | None:
    """Read the place from fields (``Place: ...``), then from sentences such as ``visited X and Y``.

    Args:
        blocks: the first ones of a document.

    Returns:
        The place or places as printed, or ``None``.
    """
    found = _field(blocks) or _listed_in_sentence(blocks)
    if found is not None:
        return found
    named: Counter[str] = Counter()
    for block in blocks:
        for match in NAMED.finditer(block.text):
            place = trimmed_place(match["place"])
            if not is_generic_name(place) and not is_of_authority(place):
                named[place] += 1
    if not named:
        return None
    place, times = named.most_common(1)[0]
    if times < _LEAST_MENTIONS and len(named) > 1:
        return None
    return next((seen for block in blocks if (seen := _seen(place, block, 0.65))), None)


def _field(blocks: Sequence[Block[RedactedText]]) -> Sighting[str] | None:
    for block in blocks:
        found = _FIELD.match(block.text)
        if found is not None and (block.table is None or len(block.cells) == 2):
            several = (found["several"] or found["more"]) and 0 < found["place"].count(",") < MOST_PLACES
            place = found["place"].strip(" ,;") if several else trimmed_place(found["place"])
            if is_place(place):
                return Sighting(place, block, found.start("place"), found.end("place"), 0.95)
    return None


def _labelled(front: Front) -> Sighting[str] | None:
    """Read a field in the language of the country that names a place: ``Lugar visitado | Cárcel de Elm``."""
    for fact in facts(front, "place"):
        place = trimmed_place(fact.value)
        if is_place(place) and NAMED.match(place):
            return Sighting(place, fact.block, fact.start, len(fact.block.text), 0.9)
    return None


def _line(block: Block[RedactedText], *, services: bool) -> Sighting[str] | None:
    """Read a line of a cover or a part of a running head that is a place's name and nothing else."""
    if len(block.text) > _LONGEST_COVER_LINE:
        return None
    for piece in re.split(r"\s+[|–—·/]\s+|\s+-\s+|:\s+|,\s+(?=\d)", block.text):
        name = trimmed_place(readable(piece))
        named = NAMED.fullmatch(name) or (_AUTHORITY.fullmatch(name) if services else None)
        own = _OF_INSPECTORS.search(name)  # "Custody Monitoring Unit": the body, at the head of its letter
        if named is not None and not own and not is_generic_name(name) and not is_of_authority(name):
            return _seen(name, block, 0.85) or whole(name, block, 0.85)
    return None


def _visited(text: str) -> Iterator[re.Match[str]]:
    """Give the phrases after ``visited`` and its like that hold the name of a place."""
    for found in (*_ONLY.finditer(text), *_VISITED.finditer(text)):
        named = NAMED.search(found["place"])
        if named is None:
            continue
        name = trimmed_place(named["place"])
        if not is_generic_name(name) or is_placed(name, found["place"][named.end() :]):
            yield found


def _heading(block: Block[RedactedText]) -> Sighting[str] | None:
    """Read a heading that is a proper name, under a title that names no place: ``Lavender Lodge``."""
    name = readable(block.text)
    if (
        block.kind is not BlockKind.HEADING
        or re.match(r"(?:To|For|From)\s", name)
        or _SECTION.search(name)
        or is_of_authority(name)
        or is_letterhead(name)
        or is_state(name)
    ):
        return None
    proper = re.fullmatch(rf"{NAMES}(?:,\s{NAMES})?", name) and " " in name
    return whole(name, block, 0.7) if proper else None


def _listed_in_sentence(blocks: Sequence[Block[RedactedText]]) -> Sighting[str] | None:
    for block in blocks:
        found = next((visited for visited in _visited(block.text)), None)
        if found is None:
            continue
        place = re.sub(r"\s+", " ", found["place"]).strip(" ,").removesuffix(" and")
        several = place.count(",") >= 1 and " and " in place
        if place.count(",") < MOST_PLACES:
            return Sighting(
                place if several else trimmed_place(place), block, found.start("place"), found.end("place"), 0.8
            )
    return None


def _seen(place: str, block: Block[RedactedText], confidence: float) -> Sighting[str] | None:
    at = block.text.casefold().find(place.casefold()) if block.text.isascii() else block.text.find(place)
    return Sighting(place, block, at, at + len(place), confidence) if at >= 0 else None
