"""The place that a title names, and what of a phrase is the name of a place."""

from __future__ import annotations

import re

from ingest.metadata.casing import readable
from ingest.metadata.named_places import NAMED, NAMES, QUALIFIER, TYPE_WORD, is_generic_name, is_kind
from ingest.metadata.place_kinds import SERVICES
from ingest.metadata.places_abroad import place_in_title_abroad
from ingest.metadata.printed_dates import find_dates
from ingest.metadata.state_names import is_state

_LONGEST_TITLE = 600
# "Monitoring of the flight Elmport – Oakland – Ashton": its route is what a flight is called by.
_FLIGHT = re.compile(r"\b(?:charters?|flights?|return operations?|removal by air)\b", re.IGNORECASE)
_ROUTE = re.compile(
    r"(?:(?:charter|flight)\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?(?:\s+[–—]\s+[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)+"
)
_VISITING = (
    r"(?:inspection|visit|monitoring|monitoring visit|review|examination|inspections|visits|assessment|audit|"
    r"oversight|supervision|investigation|autopsy|spot[- ]?check|tour)"
)
_ADJECTIVES = (
    r"(?:(?:full|unannounced|announced|follow[- ]?up|scrutiny|regular|periodic|ad hoc|night|joint|thematic|"
    r"compliance|short|independent|second|third|first|"
    r"preventive|initial|routine|on-site|special|annual|targeted|\d{4})\s+)*"
)
_PATTERNS = (
    re.compile(
        rf"\b{_ADJECTIVES}{_VISITING}\s+(?:report\s+)?(?:(?:carried out|made|conducted|paid)\s+)?"
        rf"(?:of|to|at|into|in)\s+(?:the\s+)?(?P<place>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_ADJECTIVES}{_VISITING}(?:\s+report)?(?:\s+\d{{4}}|\s+(?:no\.?|nr\.?|number|"
        rf"ref\.?)\s*[\w./-]*\d[\w./-]*)?"
        rf"\s*(?:[:–—]|\s-)\s*(?P<place>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:report|observations|findings)\s+(?:on|about|from)\s+(?:the\s+)?(?P<place>.+)$", re.IGNORECASE),
    re.compile(r"\breport\b.*?\s(?:concerning|regarding|relating to)\s+(?:the\s+)?(?P<place>.+)$", re.IGNORECASE),
)
# "Recommendations on the Centre hospitalier X": what is on a place only where it names one.
_ON_PLACE = re.compile(
    r"\b(?:recommendations?|opinion|statement|note|letter|decision|memorandum|conclusions|reply|response|action plan|"
    r"correspondence|file|measures|plan|follow[- ]?up)\b[^:;]{0,40}?\s(?:on|about|concerning|regarding|relating to|"
    r"for|at|in)\s+"
    r"(?:the\s+)?(?P<place>(?-i:[A-ZÀ-ÞĀ-Ž]).+)$",
    re.IGNORECASE,
)
# "the visit of the National Commission to Thalegg Prison"
_BY_BODY = re.compile(
    r"\b(?P<visit>[Vv]isits?|[Ii]nspections?|[Mm]ission)\s+(?:of|by|made by|carried out by|conducted by)\s+(?:the\s+)?"
    r"[^:;]*?(?:Commission|Committee|Mechanism|Ombuds\w*|Inspector\w*|Board|Defender|Delegation|Team|Subcommittee|"
    r"Panel|Office|NPM|CPT|SPT|Agency|Council|Visitors|Guarantor|Platform|Advocate|Observatory)\b[^:;]*?(?=\s(?:to|"
    r"at)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}[A-Z])"
)
_DAYS_LEAD = re.compile(
    r"\b(?:visits?|inspections?|mission|monitoring|recommendations|report|opinion|letter|decision|observations)\b"
    r"[^:;]{0,40}?(?P<on>\s(?:of|on|from|dated|between)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
# "an inspection of a Designated Centre for Disabilities": whose name stands elsewhere.
_ANY_OF_A_KIND = re.compile(r"an? [A-Z]")
_OF_A_KIND = re.compile(r"\b(?:inspection|visit|monitoring)s?\s+(?:of|to|at|in)\s+an? [A-Z]")
_BODY = re.compile(
    r"\b(?:Preventive (?:Mechanism|Unit|Department|Division|Group|Team|Panel|Service|Monitoring)|"
    r"Monitoring (?:Unit|Team)|"
    r"Ombuds\w+|Subcommittee|(?<!Police )Inspectorate|(?:People['’]s|Citizens['’]?) (?:Advocate|Defender|Protector)|"
    r"Prison Administration$)\b|^(?:your|our)\b",
    re.IGNORECASE,
)
_WHOLE_AREA = re.compile(
    r"(?:(?:mission|visit)s? to )?(?:the )?(?:State|Region|Province|Canton|County|Republic|Federal State|Land|"
    r"Department|District|Municipality) of\b(?!.*\b(?:prison|hospital|centre|center|unit|station|home|institution)\b)",
    re.IGNORECASE,
)
# "report ISP-09/2023 of the National Mechanism for ... on the Rio Claro Station"
_OF_BODY = re.compile(
    r"\b(?P<report>report)\b[^:;]{0,30}?\s(?:of|by)\s+the\s+[^:;]*?(?:Commission|Committee|Mechanism|Ombuds\w*|"
    r"Inspector\w*|Board|Defender|Subcommittee|Office|NPM|CPT|SPT|Authority|Institution|Agency|Council|Visitors|"
    r"Platform|Unit|Department|Division|Protector|Guardian|Chancellor|Controller|Curator|Keeper|Observers?|Delegates|"
    r"Delegation|Monitors?|Team|Commissioner|Group|Panel|"
    r"Guarantor|Advocate|Bureau|Observatory)\b[^:;]*?"
    r"(?=\son\s+(?:the\s+|its\s+)?(?:visit|[A-Z]))"
)
_BEFORE_COLON = re.compile(rf"^(?P<place>[^:–—]+?)\s*[:–—]\s*{_ADJECTIVES}{_VISITING}\b", re.IGNORECASE)
_SECTION_OF = re.compile(
    r"(?:Section|Ward|Wing|Unit|Department|Division|Clinic)\b(?! of (?!.*(?:[Pp]sych|[Ff]orens|[Mm]edic|"
    r"[Aa]cute))[A-Z])"
)
_AGENCY = re.compile(r"\b(?:Service|Department|Administration|Agency|Directorate|Ministry|Authority)$")
_WARD = re.compile(r"\b(?:Ward|Unit|Wing|Suite|Block|Department|Area|Section|Floor|Landing)$")
# "Monitoring of conditions in Elm Prison"
_ABOUT = re.compile(
    r"^(?:the )?(?:(?:\w+ )?conditions|treatment|situation|state)(?: of (?:detention|custody|[a-z]+(?: [a-z]+)?))"
    r"?\s+(?:in|at)\s+"
    r"(?:the\s+)?(?=[A-ZÀ-Þ])"
)
# "Elm Home: state of the recommendations", "Elm Home, second visit": what the document is, behind its place.
_TOPIC_BEHIND = re.compile(
    r"\s*[:;,–—]\s+(?:the\s+)?(?:(?:\w+\s+){0,2}(?:state|status|follow[- ]?up|progress|implementation|review|report|"
    r"visit|"
    r"inspection|recommendations|findings|action plan|response|reply|observations|correspondence|case (?:log|file)|"
    r"conditions|treatment|situation|one year (?:on|later)|what)\b).*$",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"^(?P<place>(?:[Pp]olice|[Cc]ourt|[Mm]ilitary|[Ii]mmigration)\s+(?:custody|detention|cells)\b[^:]*\b(?:in|"
    r"at)\s+[^:]*[A-Z][^:]*)(?::|$)|"
    r"^(?P<several>(?:(?:[Pp]olice|[Cc]ourt|[Hh]olding|[Dd]etention|[Cc]ustody) )?(?:[Ll]ock-?ups|[Cc]ells|[Ss]uites|"
    r"[Ss]tations|[Rr]ooms|[Pp]risons|[Hh]omes|[Ww]ards|[Hh]ospitals|[Cc]entres|[Ff]acilities)\s+(?:at|in|of)"
    r"\s+(?:the\s+)?"
    r"[A-Z][^:]*\band\s+(?:the\s+)?[A-Z][^:]*)(?::|$)|"
    # "Annual report of the Watch Panel for the holding rooms at Elmport"
    r"^(?:[Aa]nnual\s+)?[Rr]eport\b[^:]*?\s(?:on|for)\s+the\s+"
    r"(?P<rooms>(?:[a-z-]+\s+)?(?:rooms|cells|suites?)\s+(?:at|in|of)\s+[A-Z][^:,]*)$"
)
_NO_PLACE = re.compile(
    r"(?:(?:draft|final|preliminary) |(?:un)?announced\b|.*\b(?:Action|Improvement|Implementation) Plan$|"
    r"(?:the )?(?:state|status|stage|level|degree|situation|follow[- ]?up|review|overview|table|list) (?:of|to|on)\b"
    r"[^,:]{0,40}\b(?:recommendations|measures|findings|progress|implementation)\b|recommendations?|progress|"
    r"implementation|activities|findings|conditions|"
    r"standards|report|"
    r"annual report|the (?:year|period)|(?:local authority )?children['’]s (?:social care )?services|services for)\b",
    re.IGNORECASE,
)
# "Visit Report. Custody Facility Elmfleet", "Follow-up report 112-2023. Long-stay home Santa Rufina".
_PARTS = re.compile(r"(?<=[^\W\d_]{3})[.:]\s+|(?<=\d)\.\s+(?=[A-ZÀ-Þ\[])|\s+[–—|]\s+|\s+-\s+|;\s+")
# "Return to Elmford: Have the Cells Changed?"
_ASKS = re.compile(
    r"\?\s*$|^(?:have|has|had|is|are|was|were|do|does|did|can|will|who|whose|what|why|how|when|where)\s", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"(?:(?:visit|inspection|monitoring|follow-?up|full|final|draft|report|record|note|summary|annual|thematic|reply|"
    r"response|letter|recommendations?|findings|observations|unannounced|announced|on|of|the|a|an|to|and|no|nr|ref|"
    r"[A-Z\d][A-Z\d/.-]*\d[\w/.-]*|\d+)\W*)+",
    re.IGNORECASE,
)
# A part that is a proper name from end to end and has a word for a place, wherever in it.
_OWN_NAME = re.compile(
    rf"^(?P<place>(?=.*\b{TYPE_WORD}\b)[A-ZÀ-ÞĀ-Ž][\w'’-]*(?:\s(?:(?:of|for|the|and|in|de|"
    rf"la)\s)?[A-ZÀ-ÞĀ-Ž][\w'’-]*)+)\W*$"
)
# "the psychiatric hospital of Elmberg, wards 2 and 4", "Long-stay home Santa Rufina": the kind in small letters.
_LOWER = re.compile(rf"(?P<place>{QUALIFIER}(?i:{TYPE_WORD})\s+(?:of\s+|in\s+|at\s+)?(?-i:{NAMES}))")
_OF_A_BODY = re.compile(
    r"\b(?:inspectorate|ombuds\w*|commission\w*|committee|mechanism|council|ministry)\b", re.IGNORECASE
)
# "Elm Prison of 14 to 16 March", "Elm Prison of 14" cut before the range: days without their year.
_DAYS = re.compile(
    r"\s*,?\s+(?:(?:on|from|between|of|dated)\s+(?:the\s+)?)?\d{1,2}(?:st|nd|rd|th)?\b(?:\s*(?:[-–,]|to|and|until)"
    r"\s*\d{1,2}(?:st|nd|rd|th)?\b)*\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b.*$|\s+(?:of|on|from|between|dated)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\W*$"
)


def place_in_title(title: str) -> str | None:
    """Read the place from a title such as ``Report on an unannounced inspection of HMP Ashwick``.

    Args:
        title: a title or main heading.

    Returns:
        The place as printed, without dates and what follows them; ``None`` where the title names none.
    """
    title = readable(title[:_LONGEST_TITLE])
    route = _ROUTE.search(title) if _FLIGHT.search(title) else None
    if route is not None:
        return route.group()
    title = _undated(_BY_BODY.sub(lambda found: found["visit"], title))
    title = _OF_BODY.sub(lambda found: found["report"], title)
    for pattern in _PATTERNS:
        found = pattern.search(title)
        if found is None or _ANY_OF_A_KIND.match(found["place"]):
            continue
        place = trimmed_place(found["place"])
        again = next((p.search(place) for p in _PATTERNS[:2] if p.search(place)), None)
        if again is not None:
            place = trimmed_place(again["place"])
        if is_place(place):
            return place
    before = _BEFORE_COLON.match(title)
    place = trimmed_place(before["place"]) if before is not None else ""
    if is_place(place) and not is_generic_name(place) and not _OF_A_BODY.search(place):
        return place
    covered = _COVERED.match(title)
    if covered is not None:
        return re.sub(r"\s+", " ", covered["place"] or covered["several"] or covered["rooms"])
    on = _ON_PLACE.search(title)
    place = trimmed_place(on["place"]) if on is not None else ""
    if NAMED.search(place) and is_place(place) and not is_generic_name(place):
        return place
    if _OF_A_KIND.search(title):
        return None
    return place_in_title_abroad(title) or _in_part(title)


def _in_part(title: str) -> str | None:
    """Read the place from one of the parts into which stops and dashes cut a title, what the document is aside."""
    for part in _PARTS.split(title):
        if _DOCUMENT.fullmatch(part) or _ASKS.search(part):
            continue
        place = ""
        for named in NAMED.finditer(part):
            place = trimmed_place(named["place"])
            if is_place(place) and not is_generic_name(place) and not _DOCUMENT.fullmatch(place.split()[-1]):
                return place
        if _AGENCY.search(part) or _OF_A_BODY.search(part) or part.isupper():
            continue
        own = _OWN_NAME.search(part) or (_LOWER.search(part) if place == "" else None)
        place = trimmed_place(own["place"]) if own is not None else ""
        proper = place and is_place(place) and not is_generic_name(place) and not _AGENCY.search(place)
        if proper and not _DOCUMENT.match(place):
            return place
    return None


def visits_state(title: str) -> bool:
    """Say whether a title is of a visit to a State or a part of one: ``Report on the visit to Peru``."""
    title = _OF_BODY.sub(lambda found: found["report"], _undated(_BY_BODY.sub(lambda found: found["visit"], title)))
    for pattern in _PATTERNS:
        found = pattern.search(title)
        if found is not None:
            place = trimmed_place(found["place"])
            return is_state(place) or bool(_WHOLE_AREA.match(place))
    return False


def _undated(title: str) -> str:
    """Take the days of the visit out that stand between its word and the place: ``visit of 3 May 2024 to X``."""
    for span in reversed(find_dates(title)):
        lead = _DAYS_LEAD.search(title[: span.start])
        rest = re.match(
            r"\s*,?\s*(?=(?:to|of|at|in|on|about|concerning|regarding|relating to)\s+(?:the\s+)?[^\W\d_])",
            title[span.end :],
        )
        if lead is not None and rest is not None:
            title = f"{title[: lead.start('on')].rstrip()} {title[span.end + rest.end() :]}"
    return title


def trimmed_place(place: str) -> str:
    """Return a phrase without dates, bodies, brackets and what else comes before or behind a place's name."""
    dates = find_dates(place)
    if dates:
        place = place[: dates[0].start]
    place = _DAYS.sub("", place)
    place = re.sub(r"\s*\([^()]*\)?\s*$", "", place)
    place = _ABOUT.sub("", place)
    place = re.split(
        r"\s+(?:under|undertaken|carried out|conducted|pursuant to|in accordance with|as part of|concerning|"
        r"regarding)\s+",
        place,
    )[0]
    place = re.sub(
        r"\s+by\s+(?:the\s+)?(?:HM|His|Her|[A-Z]\w+\s+(?:\w+\s+){0,5}?(?:Inspect|Ombuds|Commi)).*$", "", place
    )
    place = re.sub(
        r"\s+(?:on|from|between|in|dated|of|held|conducted|undertaken|carried out)\s*(?:the\s+)?$",
        "",
        place.strip(" ,.;:–—-("),
    )
    place = re.split(r"\s+[–—|]\s+|\s+-\s+", place)[0]
    # "Visit to Kasanga: Central Escort Unit. Recommendations addressed to the State party"
    place = re.split(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])", place)[0]
    place = _TOPIC_BEHIND.sub("", place)
    area, colon, named = place.partition(": ")
    if colon and not NAMED.search(area) and NAMED.match(re.sub(r"^the\s+", "", named)):
        place = named
    place = re.sub(r"\s+(?:in\s+)?(?:19|20)\d\d(?:[–/-]\d{2,4})?$", "", place)
    head, comma, rest = place.partition(",")
    if comma and _AGENCY.search(head) and NAMED.match(rest.strip()):
        place = rest.strip()
        head = comma = rest = ""
    if comma and ((_WARD.search(head) and NAMED.match(rest.strip())) or _SECTION_OF.match(rest.strip())):
        # A ward without its hospital names nothing.
        return re.sub(r"\s+", " ", f"{head}, {rest.strip()}").strip(" ,.;:–—-(")
    if comma and not is_kind(head) and len(head.split()) >= 2 and not SERVICES.search(place):
        place = head
    place = re.sub(r"\s+(?:local authority )?children['’]s services$", "", place)
    return re.sub(r"\s+", " ", re.sub(r"^(?:the|an?)\s+", "", place)).strip(" ,.;:–—-(")


def is_place(place: str) -> bool:
    """Say whether a phrase names one place: a proper name, and not a topic such as ``recommendations``."""
    if len(place) < 3 or any(len(part.split()) > 14 for part in place.split(" and the ")):
        return False
    # A visit to a State went to many places.
    return (
        any(word.lstrip("“”„«\"'")[:1].isupper() for word in place.split())
        and not _NO_PLACE.match(place)
        and not _WHOLE_AREA.match(place)
        and not _BODY.search(place)
        and not is_state(place.partition(":")[0])
    )
