"""What the entries of two documents have in common: a sign that both are about one place, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ingest.links.features import likeness_of, numbers_held, numbers_told
from ingest.links.likeness import Weights, weights
from ingest.links.sides import Around, Side, side
from ingest.passage import DocumentRecord, RegisterEntry

_ALIKE, _ALIKE_NUMBERED = 0.8, 0.5  # of wording and meaning together, without a number in common and with one


@dataclass(frozen=True)
class CommonEntries:
    """Counts the entries of two documents that are about each other; sides are prepared once.

    Attributes:
        entries: of a document, by its id.
        around: what stands around them.
    """

    entries: Callable[[str], Sequence[RegisterEntry]]
    around: Around | None = None
    _sides: dict[str, Side] = field(default_factory=dict)

    def __call__(self, later: DocumentRecord, earlier: DocumentRecord) -> tuple[int, float]:
        """Return how many entries are about each other, and which share of the shorter side they are.

        Two entries count when each is the nearest to the other, and near; less will do where a number agrees.
        """
        one, other = self._side(later), self._side(earlier)
        if not one.saying or not other.asked:
            return 0, 0.0
        wording, meaning = likeness_of(one, other, _weights(one, other))
        alike = wording + (meaning if meaning.any() else wording)
        held = numbers_held(other)
        count = 0
        for row, source in enumerate(one.saying):
            column = int(alike[row].argmax())
            told, own = numbers_told(one, source)
            least = _ALIKE_NUMBERED if held[column] & (told or own) else _ALIKE
            count += bool(alike[row, column] >= least and alike[:, column].argmax() == row)
        return count, count / min(alike.shape)

    def _side(self, record: DocumentRecord) -> Side:
        name = record.document_id
        if name not in self._sides:
            self._sides[name] = side(record, self.entries(name), self.around)
        return self._sides[name]


def _weights(one: Side, other: Side) -> Weights:
    return weights([*one.words.values(), *other.words.values()])
