"""Which earlier entry an entry of a later document is about: one linear model over all that tells.

Trained by ``python -m ingest.training.links``; ``models/links.md`` says on what, and how well it links documents that
it has not seen.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ingest.errors import PermanentIngestError
from ingest.links.cited_numbers import keys_of, numbers
from ingest.links.features import FEATURES, features, numbers_held, numbers_told, relations_of
from ingest.links.likeness import Weights
from ingest.links.sides import Relation, Side
from ingest.passage import RegisterEntry
from ingest.register.bulk_decisions import decides_all, excepted

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ingest.links.likeness import Matrix

MODEL: Final = Path(__file__).parents[1] / "models" / "links.json"
_MOST_SURE = 0.98  # of what no person has looked at
_OF_ALL = 0.9  # of a decision on all of them, for each
_BOTH_NEIGHBOURS = 2


class LinksUnusable(PermanentIngestError):
    """The model that links entries is missing or of another version."""

    code = "links_unusable"


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


def counterparts(later: Side, earlier: Side, weigh: Weights, least: float) -> list[Counterpart]:
    """Find for each entry of the later document the entry of the earlier one that it is most likely about.

    Args:
        later: document with answers, verdicts and recommendations.
        earlier: document with recommendations.
        weigh: weights of words over all entries.
        least: confidence from which a pair is given.

    Returns:
        One for each entry of the later document, or one for each number that it cites or bears.

    Raises:
        LinksUnusable: the model is missing or not of this version.
    """
    if not later.saying or not earlier.asked:
        return []
    told = features(later, earlier, weigh)
    chance = chances(told, *_model())
    found: list[Counterpart] = []
    for row, (source, relation) in enumerate(zip(later.saying, relations_of(later), strict=True)):
        if source.kind == "response" and source.number is None and decides_all(source.text):
            found.extend(_all_of_them(source, earlier, told[row]))
            continue
        for column in {int(chance[row].argmax()), *_several(later, source, earlier, chance[row])}:
            if chance[row, column] >= least:
                target, pair = earlier.asked[column], dict(zip(FEATURES, told[row, column].tolist(), strict=True))
                confidence = min(_MOST_SURE, float(chance[row, column]))
                why = _why(pair, target.number or source.number)
                found.append(Counterpart(source, target, relation, confidence, pair["wording"], why))
    return found


def _all_of_them(source: RegisterEntry, earlier: Side, told: npt.NDArray[np.float64]) -> list[Counterpart]:
    """Return every recommendation that a decision on all of them holds for: those that it does not leave out."""
    left_out = frozenset().union(*map(numbers, excepted(source.text)))
    wording = FEATURES.index("wording")
    return [
        Counterpart(source, target, "responds_to", _OF_ALL, float(told[column, wording]), "decides on all of them")
        for column, target in enumerate(earlier.asked)
        if target.kind == "recommendation" and not keys_of(target) & left_out
    ]


def chances(told: npt.NDArray[np.float64], weights: npt.NDArray[np.float64], bias: float) -> Matrix:
    """Return the probability of each pair for an array (..., features)."""
    import numpy as np

    chance: Matrix = 1 / (1 + np.exp(-(told @ weights + bias)))
    return chance


def _several(later: Side, source: RegisterEntry, earlier: Side, chance: Matrix) -> list[int]:
    """Return the surest column for each of several numbers: ``recommendations 1 and 4``."""
    told, own = numbers_told(later, source)
    held = numbers_held(earlier)
    known = frozenset().union(*held)
    keys = told & known or own & known
    if len(keys) < 2:
        return []
    return [max((n for n, of in enumerate(held) if key in of), key=lambda n: float(chance[n])) for key in keys]


def _why(pair: dict[str, float], number: str | None) -> str:
    parts = (
        (pair["cited_number"], f"cites number {number}"),
        (pair["same_number"], f"number {number}"),
        (pair["says_again"], "says that it is repeated"),
        (pair["meaning_ahead"] > 0, f"nearest in meaning, {round(100 * pair['meaning'])} %"),
        (pair["in_step"] == _BOTH_NEIGHBOURS, "in the order of its neighbours"),
    )
    return "; ".join((*(told for holds, told in parts if holds), f"{round(100 * pair['wording'])} % of the wording"))


@functools.cache
def _model() -> tuple[npt.NDArray[np.float64], float]:
    import numpy as np

    try:
        card = json.loads(MODEL.read_text("utf-8"))
        weights = [float(card["weights"][name]) for name in FEATURES]
        bias = float(card["bias"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LinksUnusable("the model of links cannot be used", hint="install the package again") from error
    return np.array(weights), bias
