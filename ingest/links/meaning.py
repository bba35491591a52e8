"""Counterparts by meaning, where neither words nor numbers tell: how much nearer one entry is than all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.links.cited_numbers import cited
from ingest.links.likeness import words_of
from ingest.links.numbering import Numbering
from ingest.links.sides import Counterpart, Relation, Side
from ingest.passage import RegisterEntry

if TYPE_CHECKING:
    from ingest.links.likeness import Matrix

_LEAST = 0.4
_NO_OTHER = 0.72  # cosine from which a recommendation that does not say so may still be an earlier one
_FITTING = 0.75  # trust from which the numbers of a document are those of the report that it is about,
_MOST = 0.7  # where so many of its answers bear one of them
# Cosines of vectors of passages; their headings make all of a document somewhat near.
_SAME_ADDRESSEE = 0.08
_NEAR, _VERY_NEAR, _FAR_AHEAD, BY_MEANING, UNSURE = 0.35, 0.6, 0.18, 0.78, 0.7


def plain(earlier: Side) -> list[int]:
    """Return the columns of what asks for something outright; a concern beside a recommendation only repeats it."""
    return [column for column, target in enumerate(earlier.asked) if target.kind != "concern"]


def _unsure(later: Side, found: Sequence[Counterpart]) -> list[int]:
    """Return the rows for which words and numbers do not tell."""
    sure = {each.source.entry_id for each in found if each.confidence >= UNSURE}
    return [
        row
        for row, source in enumerate(later.saying)
        if later.said[source.entry_id] >= 0 and source.entry_id not in sure
    ]


def needs_meaning(later: Side, earlier: Side, found: Sequence[Counterpart]) -> bool:
    """Say whether words and numbers leave something open."""
    return bool(_unsure(later, found)) and len(plain(earlier)) > 1


def with_meaning(
    later: Side,
    earlier: Side,
    alike: Matrix,
    relations: Sequence[Relation],
    found: Sequence[Counterpart],
    near: Matrix,
    numbers: Numbering,
) -> list[Counterpart]:
    """Find by meaning what an entry is about, where words do not tell.

    Answers, verdicts and avowed repetitions are about something earlier. Other recommendations may be near an earlier
    one and still be new: they must be much nearer to it than to all others.
    """
    held: dict[str, list[Counterpart]] = {}
    for each in found:
        held.setdefault(each.source.entry_id, []).append(each)
    among_all = plain(earlier)
    answering = sum(relation != "repeats" for relation in relations)
    fitting = (numbers.trust or 0.0) >= _FITTING and len(numbers.same) >= _MOST * answering
    # A general paragraph is near to everything: what counts is how much nearer it is to this entry than to others.
    centred = near - near.mean(axis=0) if len(near) > 2 else near
    for row in _unsure(later, found):
        source = later.saying[row]
        own_numbers = numbers.columns(row)
        if len(numbers.same.get(row, ())) > 1:
            continue  # several numbers are several recommendations: none of them is the only one
        among = own_numbers if len(own_numbers) > 1 else among_all
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
            confidence, least = min(BY_MEANING, meant), _NEAR
        else:
            confidence, least = min(BY_MEANING, 0.42 + 0.75 * margin + 0.3 * float(alike[row, column])), _VERY_NEAR
            told = margin >= _FAR_AHEAD and near[row, column] >= _NO_OTHER
            confidence = confidence if told else min(confidence, UNSURE - 0.02)
        if relations[row] != "repeats" and not own_numbers and fitting:
            # It bears a number, as others do that fit, and no recommendation has it.
            bears = bool(source.number or cited(source.text))
            confidence = min(confidence, UNSURE - 0.1) if bears else confidence
        if (
            confidence < _LEAST
            or near[row, column] < least
            or any(other.confidence >= confidence for other in held.get(source.entry_id, ()))
        ):
            continue
        why = f"nearest in meaning, {round(100 * float(near[row, column]))} %"
        likeness = float(alike[row, column])
        held[source.entry_id] = [Counterpart(source, earlier.asked[column], relations[row], confidence, likeness, why)]
    return [each for own in held.values() for each in own]


def _of_one_addressee(source: RegisterEntry, column: int, earlier: Side) -> bool:
    """Say whether both entries are addressed to one authority, to which few others are."""
    own = words_of(source.addressee or "")
    held = [words_of(target.addressee or "") for target in earlier.asked]
    return bool(own) and own == held[column] and 2 * held.count(own) <= len(held)
