"""Numbers as evidence: whether an answer or a verdict bears the number of the recommendation that it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.likeness import Matrix

# Likenesses: what counts as the same subject, as no likeness at all, and as a clear other one.
_SUBJECT, _NONE, _CLEAR = 0.25, 0.15, 0.5
_CLOSE = 0.04  # likenesses that differ less are no difference
_TRUSTED, _NEUTRAL = 0.75, 0.45
_SEVERAL = 3
_OTHER_KIND = 0.2  # how much liker an entry of another kind may be and still be passed over
_PREFIXES = frozenset({"", "r", "rec", "recommendation", "no", "nr", "and", "to"})
_PARAGRAPH = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True)
class Numbering:
    """Pairs of one number in two documents.

    Attributes:
        same: columns of the entries of the same number, by row.
        trust: 0 to 1, how far the wording bears out that the numbers are the earlier document's; ``None`` without any.
        alike: likenesses of the wording.
        complete: several numbers, all of them known to the earlier document and none contradicted by the wording.
    """

    same: dict[int, tuple[int, ...]]
    trust: float | None
    alike: Matrix
    complete: bool = False

    def confidence(self, row: int, column: int) -> float:
        """Return how sure a pair of one number is."""
        likeness, best = float(self.alike[row, column]), float(self.alike[row].max())
        if self.trust is None or (best >= 0.6 and best - likeness > 0.4):
            return 0.0
        rivals = [float(self.alike[row, other]) for other in self.same[row] if other != column]
        if rivals and likeness - max(rivals) < _CLOSE:
            return 0.6  # a number that several bear does not tell them apart
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
        numbered: which sources can bear a number of the earlier document.
        under: number of the paragraph that a target without a number follows, by its id.
    """
    by_key: dict[tuple[str, str], list[int]] = {}
    for column, target in enumerate(targets):
        for key in _keys(target) or numbers((under or {}).get(target.entry_id, "")):
            by_key.setdefault(key, []).append(column)
    same: dict[int, tuple[int, ...]] = {}
    agree, neutral = 0, 0
    for row, source in enumerate(sources):
        columns = sorted({n for key in numbers(source.number or "") for n in by_key.get(key, ())})
        if not numbered[row] or not columns:
            continue
        same[row] = tuple(columns)
        own, best = float(alike[row, columns].max()), float(alike[row].max())
        if own >= _SUBJECT and own >= best - 0.1:
            agree += 1
        elif not (own < _NONE and best >= _CLEAR):
            neutral += 1
    same = _of_one_kind(same, targets, alike)
    complete = len(same) >= _SEVERAL and agree + neutral == len(same) == sum(numbered)
    return Numbering(same, (agree + 0.5 * neutral) / len(same) if same else None, alike, complete)


def _of_one_kind(
    same: Mapping[int, tuple[int, ...]], targets: Sequence[RegisterEntry], alike: Matrix
) -> dict[int, tuple[int, ...]]:
    """Leave out concerns and requests that bear the number of a recommendation, where the document is on these."""
    # Of two that are as like, a recommendation goes before a concern.
    best = [
        max((float(alike[row, column]), targets[column].kind != "concern", column) for column in columns)[2]
        for row, columns in same.items()
    ]
    kinds = Counter(targets[column].kind for column in best)
    if not kinds:
        return dict(same)
    usual = kinds.most_common(1)[0][0]
    found: dict[int, tuple[int, ...]] = {}
    for row, columns in same.items():
        own = tuple(column for column in columns if targets[column].kind == usual)
        highest = max(float(alike[row, column]) for column in columns)
        enough = own and max(float(alike[row, column]) for column in own) >= highest - _OTHER_KIND
        found[row] = own if enough else columns
    return found


def same_number(source: RegisterEntry, target: RegisterEntry) -> bool:
    """Say whether the number of an answer or verdict is the target's, or the paragraph that the target stands in."""
    return bool(numbers(source.number or "") & _keys(target))


def _keys(target: RegisterEntry) -> frozenset[tuple[str, str]]:
    if target.number:
        return numbers(target.number)
    return numbers(target.locator) if _PARAGRAPH.fullmatch(target.locator) else frozenset()


@lru_cache(maxsize=20_000)
def numbers(printed: str) -> frozenset[tuple[str, str]]:
    """Read ``R4``, ``AFI 2``, ``1, 2 and 5`` into pairs of prefix and number; a mere ``R`` is no prefix."""
    pairs = re.findall(r"([A-Za-z]*)[ -]?(\d+(?:\.\d+)*[a-z]?|\b[A-Z]\b)", printed)
    return frozenset(
        ("" if prefix.casefold() in _PREFIXES else prefix.casefold(), bare.casefold()) for prefix, bare in pairs
    )
