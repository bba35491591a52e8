"""Which entry of an earlier document an entry of a later one is about: by number, wording and order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ingest.likeness import Weights, likenesses, words_of
from ingest.numbering import Numbering, numbering
from ingest.passage import DocumentKind, DocumentRecord, RegisterEntry

if TYPE_CHECKING:
    from ingest.likeness import Matrix

Relation = Literal["responds_to", "judges", "repeats"]
ASKED = frozenset({"recommendation", "request_for_information", "area_for_improvement", "concern", "deficiency"})
_SAYING = ASKED | {"response", "progress"}
_MOST_ENTRIES = 1000  # of one document; the matrix of two such documents takes some 50 MB
_LEAST, _HELD = 0.4, 0.5
_LEAST_WORDS = 3  # that are left without those of the addressee
# Likenesses: what counts as the same subject, and what as no difference.
_SUBJECT, _CLOSE = 0.25, 0.07
_ALIKE_ANYWAY = 0.9
_OWN = 0.6  # likeness from which it does not matter that another entry is nearer to the same target
# What a recommendation says of itself, in its text or its heading.
_AGAIN = re.compile(
    r"\b(?:repeat(?:s|ed|ing)?|reiterat\w+|re-?iterat\w+|once (?:again|more)|(?:we|i|and|must|would|to)? ?again "
    r"(?:recommend|call|urge|ask|request|invite)\w*|(?:recommends?|calls?|urges?|asks?|invites?) (?:once )?again|"
    r"renew(?:s|ed)? (?:its|the|our) (?:recommendation|call|request)|remains? valid|still outstanding|"
    r"(?:already|previously|earlier) (?:made|recommended)|as (?:already |previously )?recommended (?:in|after|by|"
    r"following)|unfulfilled|previous recommendation)\b",
    re.IGNORECASE,
)
_NEW = re.compile(r"\bnew (?:recommendation|measure|request|concern|proposal)s?\b", re.IGNORECASE)
_MARKED, _MADE_NEW = 0.17, 0.3
# Cosines of vectors of passages; their headings make all of a document somewhat near.
_SAME_ADDRESSEE = 0.08
_NEAR, _VERY_NEAR, _FAR_AHEAD, _BY_MEANING, _UNSURE = 0.35, 0.6, 0.18, 0.78, 0.7


@dataclass(frozen=True)
class Side:
    """One document with those of its entries that can be linked, their words, and what they say of themselves."""

    record: DocumentRecord
    saying: tuple[RegisterEntry, ...]
    asked: tuple[RegisterEntry, ...]
    words: dict[str, frozenset[str]]
    said: dict[str, float]


# Gives cosines, one row for each saying entry of the later side, one column for each asked of the earlier.
Nearness = Callable[[Side, Side], "Matrix"]
# Gives numbers of the paragraphs that entries without a number follow, by id of the entry.
Under = Callable[[Side], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An entry with the earlier one that it is about.

    Attributes:
        confidence: 0 to 1, provided that both documents are about one place.
        likeness: of the wording, 0 to 1.
        why: what it rests on, without text.
    """

    source: RegisterEntry
    target: RegisterEntry
    relation: Relation
    confidence: float
    likeness: float
    why: str


def side(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> Side:
    """Prepare a document."""
    saying = tuple(entry for entry in entries if entry.kind in _SAYING)[:_MOST_ENTRIES]
    asked = tuple(entry for entry in saying if entry.kind in ASKED)
    words = {entry.entry_id: _own_words(entry) for entry in saying}
    return Side(record, saying, asked, words, {entry.entry_id: _said(entry) for entry in saying})


def _own_words(entry: RegisterEntry) -> frozenset[str]:
    """Return the words of an entry without those of its addressee, whom many others have too."""
    words = words_of(entry.text)
    own = words - words_of(entry.addressee) if entry.addressee else words
    return own if len(own) >= _LEAST_WORDS else words


def relation_of(record: DocumentRecord, source: RegisterEntry) -> Relation:
    """Say how an entry of a later document can be about an earlier entry."""
    if record.kind is DocumentKind.RESPONSE or source.kind == "response":
        return "responds_to"
    return "judges" if source.kind == "progress" or source.status_verified else "repeats"


def counterparts(
    later: Side, earlier: Side, weigh: Weights, nearness: Nearness | None = None, under: Under | None = None
) -> list[Counterpart]:
    """Find for each entry of the later document the entry of the earlier one that it is most likely about.

    Args:
        later: document with answers, verdicts and recommendations.
        earlier: document with recommendations.
        weigh: weights of words over all entries.
        nearness: how near entries are in meaning; asked only where words do not tell.
        under: which paragraphs recommendations without a number follow; asked only for answers.

    Returns:
        At most one for each entry of the later document, of confidence 0.4 and above.
    """
    if not later.saying or not earlier.asked:
        return []
    alike = likenesses(
        [later.words[entry.entry_id] for entry in later.saying],
        [earlier.words[entry.entry_id] for entry in earlier.asked],
        weigh,
    )
    relations = [relation_of(later.record, source) for source in later.saying]
    numbered = [
        relation != "repeats" or _in_table(entry) for relation, entry in zip(relations, later.saying, strict=True)
    ]
    answers = under is not None and "responds_to" in relations and any(not target.number for target in earlier.asked)
    above = under(earlier) if under is not None and answers else None
    numbers = numbering(later.saying, earlier.asked, alike, numbered, above)
    said = [later.said[source.entry_id] for source in later.saying]
    wording = _by_wording(alike, relations, said)
    found: list[Counterpart] = []
    for row, source in enumerate(later.saying):
        # The surest by its wording, and those of its number: nothing else can be the best.
        best: Counterpart | None = None
        for column in dict.fromkeys((int(wording[row].argmax()), *numbers.same.get(row, ()))):
            target, likeness = earlier.asked[column], float(alike[row, column])
            text = float(wording[row, column])
            number = numbers.confidence(row, column) if column in numbers.same.get(row, ()) else 0.0
            told = f"number {target.number or source.number}; " if number >= text else ""
            told += "says that it is repeated; " if relations[row] == "repeats" and said[row] > 0 else ""
            confidence = max(text, number)
            if confidence >= _LEAST and (best is None or confidence > best.confidence):
                why = f"{told}{round(100 * likeness)} % of the wording"
                best = Counterpart(source, target, relations[row], min(0.98, confidence), likeness, why)
        if best is not None:
            found.append(best)
    if nearness is not None:
        found = _with_meaning(later, earlier, alike, relations, found, nearness, numbers)
    return [*found, *_in_order(later, earlier, found, relations)]


def _in_table(entry: RegisterEntry) -> bool:
    return entry.status_claimed is not None and entry.locator.startswith("table ")


def _said(source: RegisterEntry) -> float:
    """Return what a recommendation says of itself: that it is made again, or for the first time."""
    heading = source.locator if source.locator.startswith(("section: ", "Recommendation")) else ""
    opening = f"{heading} {source.text[:160]}"
    return -_MADE_NEW if _NEW.search(opening) else _MARKED if _AGAIN.search(opening) else 0.0


def _by_wording(alike: Matrix, relations: Sequence[Relation], said: Sequence[float]) -> Matrix:
    """Return the confidence of each pair by its wording; less where others are as like."""
    import numpy as np

    repeats = np.array([relation == "repeats" for relation in relations])[:, None]
    known, own = alike >= _SUBJECT, np.array(said)[:, None]
    confidence: Matrix = 0.08 + alike + np.where(repeats, own * (known | (own < 0)), 0.05 * known)
    rival = _highest_beside(alike)
    confidence -= 0.1 * ((alike - rival < _CLOSE) & (alike < _ALIKE_ANYWAY))
    for relation in set(relations):
        rows = [row for row, each in enumerate(relations) if each == relation]
        others = _highest_beside(alike[rows].T).T
        confidence[rows] -= 0.12 * ((others - alike[rows] > 2 * _CLOSE) & (alike[rows] < _OWN))
    return np.where(alike > 0, confidence, 0.0)


def _highest_beside(values: Matrix) -> Matrix:
    """Return for each value the highest of the others in its row; minus one where there is no other."""
    import numpy as np

    if values.shape[1] < 2:
        return np.full(values.shape, -1.0)
    first, place = values.max(axis=1, keepdims=True), values.argmax(axis=1)
    rest = values.copy()
    rest[np.arange(len(values)), place] = -1.0
    highest = np.repeat(first, values.shape[1], axis=1)
    highest[np.arange(len(values)), place] = rest.max(axis=1)
    return highest


def _with_meaning(
    later: Side,
    earlier: Side,
    alike: Matrix,
    relations: Sequence[Relation],
    found: Sequence[Counterpart],
    nearness: Nearness,
    numbers: Numbering,
) -> list[Counterpart]:
    """Find by meaning what an entry is about, where words do not tell.

    Answers, verdicts and avowed repetitions are about something earlier. Other recommendations may be near an earlier
    one and still be new: they must be much nearer to it than to all others.
    """
    held = {each.source.entry_id: each for each in found}
    unsure = [
        row
        for row, source in enumerate(later.saying)
        if later.said[source.entry_id] >= 0
        and (source.entry_id not in held or held[source.entry_id].confidence < _UNSURE)
    ]
    plain = [column for column, target in enumerate(earlier.asked) if target.kind != "concern"]
    if not unsure or len(plain) < 2:
        return list(found)
    near = nearness(later, earlier)
    # A general paragraph is near to everything: what counts is how much nearer it is to this entry than to others.
    centred = near - near.mean(axis=0) if len(near) > 2 else near
    for row in unsure:
        source = later.saying[row]
        among = numbers.same[row] if len(numbers.same.get(row, ())) > 1 else plain
        avowed = relations[row] != "repeats" or later.said[source.entry_id] > 0
        ranked = sorted(
            ((float(centred[row, n] + alike[row, n] / (2 if avowed else 20)), n) for n in among), reverse=True
        )
        top, column = ranked[0]
        # Two entries of one passage have one vector: their words tell them apart, not their meaning.
        own = earlier.asked[column].passage_id
        others = (value for value, n in ranked[1:] if own is None or avowed or earlier.asked[n].passage_id != own)
        margin = top - next(others, top)
        if avowed:
            meant = 0.5 + 1.6 * margin + (_SAME_ADDRESSEE if _of_one_addressee(source, column, earlier) else 0.0)
            confidence, least = min(_BY_MEANING, meant), _NEAR
        else:
            confidence, least = min(_BY_MEANING, 0.42 + 0.75 * margin + 0.3 * float(alike[row, column])), _VERY_NEAR
            confidence = confidence if margin >= _FAR_AHEAD else min(confidence, _UNSURE - 0.02)
        if (
            confidence < _LEAST
            or near[row, column] < least
            or (source.entry_id in held and held[source.entry_id].confidence >= confidence)
        ):
            continue
        why = f"nearest in meaning, {round(100 * float(near[row, column]))} %"
        likeness = float(alike[row, column])
        held[source.entry_id] = Counterpart(source, earlier.asked[column], relations[row], confidence, likeness, why)
    return list(held.values())


def _of_one_addressee(source: RegisterEntry, column: int, earlier: Side) -> bool:
    """Say whether both entries are addressed to one authority, to which few others are."""
    own = words_of(source.addressee or "")
    held = [words_of(target.addressee or "") for target in earlier.asked]
    return bool(own) and own == held[column] and 2 * held.count(own) <= len(held)


def _in_order(
    later: Side, earlier: Side, found: Sequence[Counterpart], relations: Sequence[Relation]
) -> list[Counterpart]:
    """Place answers without a counterpart between those of their neighbours, where as many are left there."""
    places = {entry.entry_id: number for number, entry in enumerate(earlier.asked)}
    rows = {entry.entry_id: number for number, entry in enumerate(later.saying)}
    anchors = sorted(
        (rows[each.source.entry_id], places[each.target.entry_id]) for each in found if each.confidence >= 0.7
    )
    steps = [(later_row, place) for later_row, place in anchors if relations[later_row] != "repeats"]
    if len(steps) < 3 or any(a[1] >= b[1] for a, b in pairwise(steps)):
        return []
    # Where one place is left, that tells more than a likeness which is nearly none.
    known = {rows[each.source.entry_id] for each in found if each.confidence >= _HELD}
    placed: list[Counterpart] = []
    for (row, place), (next_row, next_place) in pairwise(steps):
        between = [n for n in range(row + 1, next_row) if relations[n] == relations[row]]
        if between and len(between) == next_place - place - 1 and not known & set(between):
            for step, number in enumerate(between, 1):
                source, target = later.saying[number], earlier.asked[place + step]
                placed.append(Counterpart(source, target, relations[number], 0.72, 0.0, "the only place left in order"))
    return placed
