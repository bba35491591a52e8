"""Whether two documents are about one place of detention: names first, then jurisdiction, body and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ingest.folding import date_bounds, fold
from ingest.links.place_name import TELLING, Agreement, agreement, place_name, sorts_agree
from ingest.metadata.state_names import wholes
from ingest.passage import DocumentKind, DocumentRecord

# Below, a person should decide; links between entries are never surer than the place.
SURE = 0.7
LEAST = 0.5
_UNITED = frozenset({"england", "wales", "scotland", "northern ireland", "england and wales"})
_KINGDOM = frozenset({"united kingdom", "uk", "great britain", "united kingdom of great britain and northern ireland"})
_LIST = re.compile(r"\s*;\s*")
_IN_BRACKETS = re.compile(
    r"^[^()]*\b(?:places|prisons|units|stations|suites|centres|hospitals)\s*\((?P<list>[^()]+)\)$"
)
_BOTH = re.compile(r"\s+and\s+(?:(?:to|of)\s+)?(?:the\s+)?")
_OUTRIGHT, _TWO, _FEW = 0.85, 2, 5


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document says that it is about; documents of one subject need be compared once.

    Attributes:
        names: of the place or places, empty where it names none.
        outright: the document names its jurisdiction; one that is only implied keeps no two places apart.
        hidden: id of a document whose name redaction took: what is left of two such, and alike, is of two places.
        title: folded words of the title, only where it names no place.
        adopted: names of the place whose visit of the same days it answers, only where it names none.
    """

    names: tuple[str, ...]
    jurisdiction: str | None
    body: str | None
    title: frozenset[str]
    response: bool
    adopted: tuple[str, ...] = ()
    outright: bool = True
    hidden: str | None = None


def subject(record: DocumentRecord, others: tuple[str, ...] = (), adopted: tuple[str, ...] = ()) -> Subject:
    """Return the subject of a document.

    Args:
        record: the document.
        others: further names of its place, such as former ones.
        adopted: names of the place visited on the days that it names.
    """
    data = record.metadata
    place = data.place or ""
    bracketed = _IN_BRACKETS.match(place)
    listed = re.split(r",\s*|\s+and\s+", bracketed["list"]) if bracketed else _LIST.split(place)
    both = _BOTH.split(place)
    if len(listed) == 1 and len(both) == _TWO and all(each.sorts and each.core for each in map(place_name, both)):
        # "Elm Hospital and the Police Station Oakham": two names, of which an answer may be about either.
        listed = both
    names = tuple(dict.fromkeys(name.strip() for name in (*listed, *others) if name.strip()))
    title = frozenset() if names else frozenset(fold(data.title or ""))
    outright = all(each.confidence >= _OUTRIGHT for each in data.evidence if each.field == "jurisdiction")
    shown = any(place_name(name).core for name in names)
    taken = not shown and any("[" in told for told in names or (data.title or "",))
    return Subject(
        names,
        data.jurisdiction,
        data.inspecting_body,
        title,
        record.kind is DocumentKind.RESPONSE,
        () if names else adopted,
        outright,
        record.document_id if taken else None,
    )


@lru_cache(maxsize=200_000)
def same_subject(one: Subject, other: Subject) -> Agreement:
    """Say how surely two subjects are one place; 0 with a reason where they cannot be."""
    home = _home(one, other)
    if home is False:
        return Agreement(0.0, "different jurisdictions")
    bodies = _bodies(one.body, other.body)
    if one.hidden is not None and other.hidden is not None:
        return Agreement(0.0, "no place named")
    if not one.names and not other.names:
        return _countries(one, other, home, bodies)
    if not one.names or not other.names:
        return _title_names(one, other)
    best = max((agreement(a, b) for a in one.names for b in other.names), key=lambda each: each.confidence)
    if best.confidence == 0.0:
        return best
    known = home is True or bodies is True
    confidence, why = best.confidence, best.why
    if not known and bodies is False:
        # A like-named place of another country, seen by its own body.
        return Agreement(min(confidence, 0.6), f"{why}; different bodies, jurisdiction unknown")
    if not known and confidence < 0.9:
        confidence -= 0.1
    elif home is True:
        confidence, why = min(0.99, confidence + 0.02), f"{why}; same jurisdiction"
    if bodies is True:
        confidence, why = min(0.99, confidence + 0.02), f"{why}; same body"
    return Agreement(round(confidence, 2), why)


def same_body(one: Subject, other: Subject) -> bool:
    """Say whether both are surely of one body, and of no two jurisdictions."""
    return _bodies(one.body, other.body) is True and _home(one, other) is not False


def same_state(one: Subject, other: Subject) -> bool:
    """Say whether both are of one body or one jurisdiction, and of no two of either."""
    told = (_bodies(one.body, other.body), _home(one, other))
    return True in told and False not in told


def unnamed(one: Subject, other: Subject) -> bool:
    """Say whether a name of one of them has no telling word, and nothing in the names says that they are two places."""
    pairs = [(place_name(a), place_name(b)) for a in one.names for b in other.names]
    if not (one.names and other.names):
        # A visit to a few places, of which what follows it may name none.
        return max(len(one.names), len(other.names)) <= _FEW
    if len(pairs) != 1 or (pairs[0][0].core and pairs[0][1].core):
        return False
    first, second = pairs[0]
    apart = {group for group, _ in first.marks} & {group for group, _ in first.marks ^ second.marks}
    return not apart and sorts_agree(first.sorts, second.sorts)


def tells_nothing(one: Subject) -> bool:
    """Say whether a document names no place by a telling word: redaction may have taken it."""
    return not any(place_name(name).core for name in (*one.names, *one.adopted))


def masked(one: Subject, other: Subject) -> bool:
    """Say whether redaction has taken something from a name of one of them, or the name as a whole."""
    return not (one.names and other.names) or any("[" in name for name in (*one.names, *other.names))


def named_visit(later: DocumentRecord, earlier: DocumentRecord) -> bool | None:
    """Say whether the last visit that the later document names is the earlier document's; ``None``: it names none."""
    told, start = later.metadata.previous_visit, earlier.metadata.visit_start
    if not told or not start:
        return None
    first, last = date_bounds(told)
    low, high = date_bounds(start)[0], date_bounds(earlier.metadata.visit_end or start)[1]
    if first is None or last is None or low is None or high is None:
        return None
    return low <= last and first <= high


def _countries(one: Subject, other: Subject, home: bool | None, bodies: bool | None) -> Agreement:
    """Visits to a whole country, and its answers to them."""
    if one.hidden is not None or other.hidden is not None:
        return Agreement(0.0, "no place named")
    if home is True and (bodies is True or one.response != other.response) and bodies is not False:
        return Agreement(0.78 if bodies is True else 0.72, "no single place; same jurisdiction")
    return Agreement(0.0, "no place named")


def _title_names(one: Subject, other: Subject) -> Agreement:
    nameless, named = (one, other) if not one.names else (other, one)
    if set(nameless.adopted) & set(named.names):
        return Agreement(0.8, "no place named; the same days of the visit")
    for name in named.names:
        words = place_name(name).words
        if words and all(word in nameless.title for word in words):
            return Agreement(0.78 if len(words) > 1 or len(words[0]) > 5 else 0.66, "place named in the title")
    told = {word for name in named.names for word in place_name(name).words if len(word) >= TELLING}
    if told & nameless.title and same_body(one, other):
        return Agreement(0.56, "a word of the name in the title; same body")
    return Agreement(0.0, "no place named")


def _home(one: Subject, other: Subject) -> bool | None:
    """Say whether two jurisdictions agree; they differ only where both are named and not implied."""
    found = _jurisdictions(one.jurisdiction, other.jurisdiction)
    return None if found is False and not (one.outright and other.outright) else found


def _jurisdictions(one: str | None, other: str | None) -> bool | None:
    """Say whether two jurisdictions agree; ``None`` where one is unknown."""
    if not one or not other:
        return None
    if one in wholes(other) or other in wholes(one):
        return True  # a part of a federation, and the whole of it
    names = [" ".join(fold(name)) for name in (one, other)]
    if any(a in _KINGDOM and b in _UNITED for a, b in (names, names[::-1])):
        return True
    words = [set(name.split()) - {"republic", "of", "the", "and", "state", "kingdom", "federal"} for name in names]
    if not words[0] or not words[1]:
        return names[0] == names[1]
    return words[0] <= words[1] or words[1] <= words[0]


@lru_cache(maxsize=50_000)
def _bodies(one: str | None, other: str | None) -> bool | None:
    """Say whether two bodies agree; a short name agrees with its initials."""
    if not one or not other:
        return None
    if fuzz.token_set_ratio(one.casefold(), other.casefold()) >= 85:
        return True
    for short, long in ((one, other), (other, one)):
        letters = re.sub(r"[^A-Z]", "", short)
        if len(letters) >= 2 and len(letters) >= len(re.sub(r"\W", "", short)) - 1:
            initials = "".join(word[0] for word in re.findall(r"\w+", long) if word[0].isupper()).upper()
            every = "".join(word[0] for word in re.findall(r"\w+", long)).upper()
            if letters in initials or letters in every:
                return True
    return False
