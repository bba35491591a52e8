"""What tells whether two entries belong together: a row of figures for each pair of a later and an earlier entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ingest.links.cited_numbers import Key, cited, keys_of, numbers
from ingest.links.likeness import Weights, likenesses
from ingest.links.sides import Relation, Side, relation_of
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ingest.links.likeness import Matrix

FEATURES: Final = (
    *("wording", "wording_ahead", "meaning", "meaning_ahead", "meaning_nearest"),
    *("same_themes", "other_themes", "lesser_kind", "asks_information"),
    *("repetition", "says_again", "says_new"),
    *("cited_number", "cites_other", "same_number", "other_number", "shared_number"),
    *("in_step", "taken"),
)
"""Names of the figures of a pair.

``_ahead`` is how much more like a source is to this target than to the next best of all others, ``_nearest`` the same
among the sources; ``lesser_kind`` is the share of other kinds where the target is a mere concern or request beside
recommendations; ``shared_number`` says that several targets bear the number; ``in_step`` counts the neighbours of the
source that are most like the neighbours of the target; ``taken`` says that another source names the target by its
number, where this one names none.
"""
_LEAST_SPREAD = 0.05
_MEANT = 100.0  # more than any likeness: a number says which one is meant


def features(later: Side, earlier: Side, weigh: Weights) -> npt.NDArray[np.float64]:
    """Return an array (saying of the later side, asked of the earlier side, :data:`FEATURES`).

    Args:
        later: with one entry or more that says something.
        earlier: with one entry or more that asks for something.
        weigh: weights of words over all entries.
    """
    import numpy as np

    sources, targets = later.saying, earlier.asked
    relations = relations_of(later)
    wording, meaning = likeness_of(later, earlier, weigh)
    repeats = _column([relation == "repeats" for relation in relations])
    themes = np.array([[_themes(source, target) for target in targets] for source in sources])
    by_number = _by_number(later, earlier)
    minor = ("concern", "request_for_information")
    kinds = [target.kind for target in targets]
    lesser = [1 - kinds.count(kind) / len(kinds) if kind in minor else 0.0 for kind in kinds]
    asks = [kind == "request_for_information" and len(set(kinds)) > 1 for kind in kinds]
    again, new = (_column([entry.entry_id in said for entry in sources]) for said in (later.again, later.new))
    found = {
        "wording": wording,
        "wording_ahead": _ahead(wording, 1),
        "meaning": meaning,
        "meaning_ahead": _ahead(meaning, 1),
        "meaning_nearest": _of_each(relations, meaning),
        "same_themes": np.maximum(themes, 0.0),
        "other_themes": themes < 0,
        "lesser_kind": lesser,
        "asks_information": asks,
        "repetition": repeats,
        "says_again": again * repeats,
        "says_new": new,
        "cited_number": by_number[0],
        "cites_other": by_number[1],
        "same_number": by_number[2] * (1 - repeats),
        "other_number": by_number[3] * (1 - repeats),
        "shared_number": by_number[4],
        "in_step": _in_step(relations, by_number[0] + by_number[2], wording, meaning),
        "taken": _taken(relations, by_number[0] + by_number[2]) * (1 - repeats),
    }
    return np.stack([np.broadcast_to(np.asarray(found[name], float), wording.shape) for name in FEATURES], axis=-1)


def likeness_of(later: Side, earlier: Side, weigh: Weights) -> tuple[Matrix, Matrix]:
    """Return how alike the entries of two sides are in wording, 0 to 1, and in meaning, cosines."""
    wording = likenesses(
        [later.words[e.entry_id] for e in later.saying], [earlier.words[e.entry_id] for e in earlier.asked], weigh
    )
    return wording, _meaning(later, earlier)


def relations_of(later: Side) -> list[Relation]:
    """Return how each saying entry of a side can be about an earlier one."""
    return [relation_of(later.record, source) for source in later.saying]


def numbers_told(later: Side, source: RegisterEntry) -> tuple[frozenset[Key], frozenset[Key]]:
    """Return the numbers that an entry or the heading above it cites, and those that it bears."""
    told, own = cited(source.text) or cited(later.context(source).heading), numbers(source.number or "")
    if own and own < told and any(each.text == source.text and each is not source for each in later.saying):
        # "Recommendations 4 and 5 were passed on" makes an answer to each: this one is to the number that it bears.
        told = own
    return told, own


def numbers_held(earlier: Side) -> list[frozenset[Key]]:
    """Return the numbers of each asked entry: its own, else that of the paragraph before it if no other bears it."""
    own = [keys_of(target) for target in earlier.asked]
    borne = frozenset[Key]().union(*own)
    before = (numbers(earlier.context(target).paragraph) - borne for target in earlier.asked)
    return [keys or others for keys, others in zip(own, before, strict=True)]


def _column(values: Sequence[bool]) -> Matrix:
    import numpy as np

    column: Matrix = np.array(values, dtype=float)[:, None]
    return column


def _meaning(later: Side, earlier: Side) -> Matrix:
    """Return cosines of the vectors of the passages; an entry without one is near nothing."""
    import numpy as np

    held = [
        [one.context(entry).vector for entry in entries]
        for one, entries in ((later, later.saying), (earlier, earlier.asked))
    ]
    size = next((len(vector) for own in held for vector in own if vector is not None), 1)
    none = np.zeros(size, dtype=np.float32)
    rows, columns = (np.array([none if vector is None else vector for vector in own]) for own in held)
    cosines: Matrix = (rows @ columns.T).astype(np.float64)
    return cosines


def _themes(source: RegisterEntry, target: RegisterEntry) -> float:
    """Return the share of themes in common, minus one where both have some and none is; 0 where one has none."""
    one, other = set(source.themes), set(target.themes)
    if not one or not other:
        return 0.0
    return len(one & other) / len(one | other) or -1.0


def _by_number(later: Side, earlier: Side) -> list[Matrix]:
    """Return what numbers say of each pair: cited, cites another, bears, bears another, several bear it."""
    import numpy as np

    shape = (len(later.saying), len(earlier.asked))
    held = numbers_held(earlier)
    known = frozenset[Key]().union(*held)
    cites, cites_other, bears, bears_other, shared = (np.zeros(shape) for _ in range(5))
    for row, source in enumerate(later.saying):
        told, own = (keys & known for keys in numbers_told(later, source))
        keys = told or own
        meant = np.array([bool(of & keys) for of in held])
        if meant.any():
            (cites if told else bears)[row] = meant
            (cites_other if told else bears_other)[row] = ~meant
            shared[row] = meant & (meant.sum() > len(keys))
    return [cites, cites_other, bears, bears_other, shared]


def _ahead(values: Matrix, axis: int) -> Matrix:
    """Return how far each value is ahead of the best other along an axis; 0 where there is no other."""
    import numpy as np

    if values.shape[axis] < 2:
        return np.zeros_like(values)
    ranked = np.sort(values, axis=axis)
    best, second = np.take(ranked, [-1], axis), np.take(ranked, [-2], axis)
    ahead: Matrix = values - np.where(values >= best, second, best)
    return ahead


def _of_each(relations: Sequence[Relation], values: Matrix) -> Matrix:
    """Return how far each value is ahead of the best other source of its relation."""
    import numpy as np

    found = np.zeros_like(values)
    for relation in set(relations):
        rows = [row for row, each in enumerate(relations) if each == relation]
        found[rows] = _ahead(values[rows], 0)
    return found


def _taken(relations: Sequence[Relation], meant: Matrix) -> Matrix:
    """Mark for each source without a number the targets that others of its relation name by theirs."""
    import numpy as np

    found = np.zeros_like(meant)
    for relation in set(relations):
        rows = [row for row, each in enumerate(relations) if each == relation]
        named = meant[rows].any(axis=0)
        found[[row for row in rows if not meant[row].any()]] = named
    return found


def _in_step(relations: Sequence[Relation], meant: Matrix, *likeness: Matrix) -> Matrix:
    """Count the neighbours of a source whose best target is the neighbour, on the same side, of the target."""
    import numpy as np

    joined = np.add.reduce([values / max(float(values.std()), _LEAST_SPREAD) for values in likeness])
    joined = joined + _MEANT * np.minimum(meant, 1.0)
    best = joined.argmax(axis=1)
    rows, columns = joined.shape
    found = np.zeros((rows, columns))
    for row in range(rows):
        for step in (-1, 1):
            beside = row + step
            if 0 <= beside < rows and relations[beside] == relations[row] and 0 <= best[beside] - step < columns:
                found[row, best[beside] - step] += 1
    return found
