"""Which entry of an earlier document an entry of a later one is about: by number, wording and order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.links.cited_numbers import cited
from ingest.links.likeness import Weights, likenesses
from ingest.links.meaning import BY_MEANING, needs_meaning, plain, with_meaning
from ingest.links.numbering import numbering
from ingest.links.same_order import in_step, left_between
from ingest.links.sides import Counterpart, Nearness, Relation, Side, Under, relation_of
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.links.likeness import Matrix

_LEAST, _HELD = 0.4, 0.5
# Likenesses: what counts as the same subject, and what as no difference.
_SUBJECT, _CLOSE = 0.25, 0.07
_ALIKE_ANYWAY = 0.9
_LEAD_COUNTS = 0.9  # how much the likeness of a lead counts
_IN_STEP = 0.74  # of a pair that only the order of two lists tells
_OWN = 0.6  # likeness from which it does not matter that another entry is nearer to the same target


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
        Of confidence 0.4 and above: one for each entry of the later document, or one for each number that it bears.
    """
    if not later.saying or not earlier.asked:
        return []
    alike = likenesses(
        [later.words[entry.entry_id] for entry in later.saying],
        [earlier.words[entry.entry_id] for entry in earlier.asked],
        weigh,
    )
    if later.leads:
        alike = _with_leads(alike, later, earlier, weigh)
    relations = [relation_of(later.record, source) for source in later.saying]
    numbered = [
        relation != "repeats" or _in_table(entry) or (later.said[entry.entry_id] > 0 and bool(cited(entry.text)))
        for relation, entry in zip(relations, later.saying, strict=True)
    ]
    answers = under is not None and "responds_to" in relations and any(not target.number for target in earlier.asked)
    above = under(earlier) if under is not None and answers else None
    numbers = numbering(later.saying, earlier.asked, alike, numbered, above)
    said = [later.said[source.entry_id] for source in later.saying]
    wording = _by_wording(alike, relations, said)
    found: list[Counterpart] = []
    for row, source in enumerate(later.saying):
        # The surest by its wording, and those of its numbers: nothing else can be the best.
        held: list[Counterpart] = []
        for column in dict.fromkeys((int(wording[row].argmax()), *numbers.columns(row))):
            target, likeness = earlier.asked[column], float(alike[row, column])
            text = float(wording[row, column])
            number = numbers.confidence(row, column) if column in numbers.columns(row) else 0.0
            told = f"number {target.number or source.number}; " if number >= text else ""
            told += "says that it is repeated; " if relations[row] == "repeats" and said[row] > 0 else ""
            confidence = max(text, number)
            if confidence >= _LEAST:
                why = f"{told}{round(100 * likeness)} % of the wording"
                held.append(Counterpart(source, target, relations[row], min(0.98, confidence), likeness, why))
        found.extend(_best_of(held, [{earlier.asked[n].entry_id for n in own} for own in numbers.same.get(row, ())]))
    near = nearness(later, earlier) if nearness is not None and needs_meaning(later, earlier, found) else None
    if near is not None:
        found = with_meaning(later, earlier, alike, relations, found, near, numbers)
    return _in_order(later, earlier, found, relations, alike, near)


def _with_leads(alike: Matrix, later: Side, earlier: Side, weigh: Weights) -> Matrix:
    """Let an answer be as like as its lead is, which says what is answered."""
    import numpy as np

    leads = [later.leads.get(entry.entry_id, frozenset()) for entry in later.saying]
    told = likenesses(leads, [earlier.words[entry.entry_id] for entry in earlier.asked], weigh)
    combined: Matrix = np.maximum(alike, _LEAD_COUNTS * told)
    return combined


def _best_of(held: Sequence[Counterpart], groups: Sequence[set[str]]) -> list[Counterpart]:
    """Return the surest, or where an entry bears several numbers the surest of each."""
    best = max(held, key=lambda each: each.confidence, default=None)
    if best is None or len(groups) < 2:
        return [best] if best is not None else []
    of_each = [
        max((each for each in held if each.target.entry_id in group), key=lambda each: each.confidence, default=None)
        for group in groups
    ]
    several = {each.target.entry_id: each for each in of_each if each is not None}
    return list(several.values()) if several else [best]


def _in_table(entry: RegisterEntry) -> bool:
    return entry.status_claimed is not None and entry.locator.startswith("table ")


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


def _in_order(
    later: Side,
    earlier: Side,
    found: Sequence[Counterpart],
    relations: Sequence[Relation],
    alike: Matrix,
    near: Matrix | None,
) -> list[Counterpart]:
    """Let the order of answers tell what neither numbers nor words do."""
    held = [*found] if near is None else _stepwise(later, earlier, found, relations, alike + near - near.mean(axis=0))
    places = {entry.entry_id: number for number, entry in enumerate(earlier.asked)}
    rows = {entry.entry_id: number for number, entry in enumerate(later.saying)}
    anchors = sorted(
        (rows[each.source.entry_id], places[each.target.entry_id]) for each in held if each.confidence >= 0.7
    )
    known = {rows[each.source.entry_id] for each in held if each.confidence >= _HELD}
    for row, column in left_between(anchors, (), relations):
        # A doubtful likeness with the very one that is left in its place is none any more.
        held = [
            replace(each, confidence=_IN_STEP, why=f"{each.why}; the only place left in order")
            if rows[each.source.entry_id] == row
            and places[each.target.entry_id] == column
            and _HELD <= each.confidence < _IN_STEP
            else each
            for each in held
        ]
    for row, column in left_between(anchors, known, relations):
        source, target = later.saying[row], earlier.asked[column]
        held.append(Counterpart(source, target, relations[row], 0.72, 0.0, "the only place left in order"))
    return held


def _stepwise(
    later: Side, earlier: Side, found: Sequence[Counterpart], relations: Sequence[Relation], near: Matrix
) -> list[Counterpart]:
    """Pair answers and recommendations that are as many and run in step, where nothing surer pairs them."""
    rows = [row for row, relation in enumerate(relations) if relation != "repeats"]
    sure = {each.source.entry_id for each in found if each.confidence > BY_MEANING}
    for columns in (plain(earlier), [n for n, target in enumerate(earlier.asked) if target.kind == "recommendation"]):
        if (
            len(columns) != len(rows)
            or len({relations[row] for row in rows}) != 1
            or not in_step(near[rows][:, columns])
        ):
            continue
        places = {entry.entry_id: row for row, entry in enumerate(later.saying)}
        held = [
            each
            for each in found
            if each.source.entry_id in sure or relations[places[each.source.entry_id]] == "repeats"
        ]
        kept = {each.source.entry_id for each in held}
        for row, column in zip(rows, columns, strict=True):
            source, target = later.saying[row], earlier.asked[column]
            if source.entry_id not in kept:
                nearest = int(near[row, columns].argmax()) == columns.index(column)
                confidence = BY_MEANING if nearest else _IN_STEP
                held.append(
                    Counterpart(source, target, relations[row], confidence, 0.0, "as many answers, in the same order")
                )
        return held
    return [*found]
