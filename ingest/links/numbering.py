"""Numbers as evidence: whether an answer or a verdict bears the number of the recommendation that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.links.cited_numbers import Key, cited, keys_of, numbers
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.links.likeness import Matrix

# Likenesses: what counts as the same subject, as no likeness at all, and as a clear other one.
_SUBJECT, _NONE, _CLEAR = 0.25, 0.15, 0.5
_CLOSE = 0.04  # likenesses that differ less are no difference
_TRUSTED, _NEUTRAL = 0.75, 0.45
_SEVERAL, _MOST_KNOWN = 3, 0.7
_OTHER_KIND = 0.2  # how much liker an entry of another kind may be and still be passed over
_BY_PLACE, _UNTOLD = 0.76, 0.6  # of several with one number: told apart by their order, and not at all
_Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Numbering:
    """Pairs of one number in two documents.

    Attributes:
        same: columns of the entries of the same numbers, by row: for each number those that bear it.
        trust: 0 to 1, how far the wording bears out that the numbers are the earlier document's; ``None`` without any.
        alike: likenesses of the wording.
        complete: several numbers, all or nearly all known to the earlier document, none contradicted by the wording.
        placed: pairs that their order tells: the second answer to a paragraph is to its second recommendation.
    """

    same: dict[int, _Groups]
    trust: float | None
    alike: Matrix
    complete: bool = False
    placed: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    def columns(self, row: int) -> tuple[int, ...]:
        """Return all columns that bear a number of a row."""
        return tuple(column for group in self.same.get(row, ()) for column in group)

    def confidence(self, row: int, column: int) -> float:
        """Return how sure a pair of one number is."""
        groups = self.same[row]
        likeness, best = float(self.alike[row, column]), float(self.alike[row].max())
        if self.trust is None or (len(groups) == 1 and best >= 0.6 and best - likeness > 0.4):
            return 0.0
        group = next(group for group in groups if column in group)
        rivals = [float(self.alike[row, other]) for other in group if other != column]
        if rivals and likeness - max(rivals) < _CLOSE:
            # A number that several bear does not tell them apart; their order may.
            return _BY_PLACE if (row, column) in self.placed and self.trust >= _NEUTRAL else _UNTOLD
        if self.trust >= _TRUSTED:
            return 0.86 + 0.12 * likeness
        if self.complete:
            return 0.74 + 0.2 * likeness
        return 0.68 + 0.28 * likeness if self.trust >= _NEUTRAL else 0.45 + 0.4 * likeness


def numbering(
    sources: Sequence[RegisterEntry],
    targets: Sequence[RegisterEntry],
    alike: Matrix,
    numbered: Sequence[bool],
    under: Mapping[str, str] | None = None,
) -> Numbering:
    """Compare the numbers of two documents.

    Args:
        sources: entries of the later document, the rows of ``alike``.
        targets: entries of the earlier one, its columns.
        alike: likenesses of their wording.
        numbered: which sources can bear or cite a number of the earlier document.
        under: number of the paragraph that a target without a number follows, by its id.
    """
    by_key: dict[Key, list[int]] = {}
    for column, target in enumerate(targets):
        for key in keys_of(target) or numbers((under or {}).get(target.entry_id, "")):
            by_key.setdefault(key, []).append(column)
    same: dict[int, _Groups] = {}
    agree, neutral = 0, 0.0
    for row, source in enumerate(sources):
        stated, told = numbers(source.number or ""), cited(source.text)
        # What the text cites goes before the number that the later document gives it itself.
        keys = {key for key in told if key in by_key} or {key for key in stated if key in by_key}
        if not numbered[row] or not keys:
            continue
        same[row] = tuple(dict.fromkeys(tuple(by_key[key]) for key in sorted(keys)))
        columns = sorted({column for group in same[row] for column in group})
        own, best = float(alike[row, columns].max()), float(alike[row].max())
        if own >= _SUBJECT and own >= best - 0.1:
            agree += 1
        elif not (own < _NONE and best >= _CLEAR):
            # A number that is called that of a recommendation needs no wording to bear it out.
            neutral += 1.0 if keys <= told else 0.5
    same = _of_one_kind(same, targets, alike)
    trust = (agree + neutral) / len(same) if same else None
    clear = all(_borne_out(row, groups, alike) for row, groups in same.items())
    several = sum(len(groups) for groups in same.values()) >= _SEVERAL
    # Paragraphs of a long report are met by accident less than a count from one.
    needed = _MOST_KNOWN if _sparse(by_key) else 1.0
    complete = several and clear and len(same) >= needed * sum(numbered)
    return Numbering(same, trust, alike, complete, _placed(same, alike))


def _sparse(by_key: Mapping[Key, Sequence[int]]) -> bool:
    counts = [int(bare) for _, bare in by_key if bare.isdigit()]
    return bool(counts) and max(counts) > 2 * len(by_key)


def _borne_out(row: int, groups: _Groups, alike: Matrix) -> bool:
    """Say whether the wording does not contradict the numbers of a row."""
    own = max(float(alike[row, column]) for group in groups for column in group)
    return not (own < _NONE and float(alike[row].max()) >= _CLEAR)


def _placed(same: Mapping[int, _Groups], alike: Matrix) -> frozenset[tuple[int, int]]:
    """Pair rows and columns of one number in order, where both are as many and no wording is against it."""
    rows: dict[tuple[int, ...], list[int]] = {}
    for row, groups in same.items():
        if len(groups) == 1 and len(groups[0]) > 1:
            rows.setdefault(groups[0], []).append(row)
    placed: set[tuple[int, int]] = set()
    for group, own in rows.items():
        pairs = [*zip(sorted(own), sorted(group), strict=True)] if len(own) == len(group) else []
        if all(alike[row, column] >= max(alike[row, other] for other in group) - _CLOSE for row, column in pairs):
            placed.update(pairs)
    return frozenset(placed)


def _of_one_kind(same: Mapping[int, _Groups], targets: Sequence[RegisterEntry], alike: Matrix) -> dict[int, _Groups]:
    """Leave out concerns and requests that bear the number of a recommendation, where the document is on these."""
    # Of two that are as like, a recommendation goes before a concern.
    best = [
        max((float(alike[row, column]), targets[column].kind != "concern", column) for column in group)[2]
        for row, groups in same.items()
        for group in groups
    ]
    kinds = Counter(targets[column].kind for column in best)
    if not kinds:
        return dict(same)
    usual = kinds.most_common(1)[0][0]

    def kept(row: int, group: tuple[int, ...]) -> tuple[int, ...]:
        own = tuple(column for column in group if targets[column].kind == usual)
        highest = max(float(alike[row, column]) for column in group)
        enough = own and max(float(alike[row, column]) for column in own) >= highest - _OTHER_KIND
        return own if enough else group

    return {row: tuple(kept(row, group) for group in groups) for row, groups in same.items()}
