"""How far the linter agrees with labels, criterion by criterion; and what it says of whole registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from assistant.drafting.judgement import Criterion, Standing
from assistant.drafting.linting import check_one

_MARKS = {"+": Standing.MET, "~": Standing.DOUBTFUL, "-": Standing.NOT_MET}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One recommendation of the labelled set: ``half`` is ``build`` or ``test``."""

    half: str
    name: str
    labels: tuple[Standing, ...]
    text: str


def labelled(half: str | None = None) -> list[Labelled]:
    """Return the labelled recommendations, of one half or all."""
    found = []
    for line in files("evals").joinpath("drafting", "labelled.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            part, name, marks, text = line.split("\t")
            found.append(Labelled(part, name, tuple(_MARKS[mark] for mark in marks), text))
    return [each for each in found if half in (None, each.half)]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One criterion: labels, those given exactly, and those not contradicted (``met`` for ``not met``)."""

    criterion: Criterion
    total: int
    exact: int
    compatible: int


def agreement(rows: Sequence[Labelled]) -> list[Agreement]:
    """Compare the linter with the labels."""
    judged = [check_one(row.text) for row in rows]
    found = []
    for place, criterion in enumerate(Criterion):
        pairs = [(row.labels[place], each.judgements[place].standing) for row, each in zip(rows, judged, strict=True)]
        exact = sum(label is given for label, given in pairs)
        opposed = sum({label, given} == {Standing.MET, Standing.NOT_MET} for label, given in pairs)
        found.append(Agreement(criterion, len(pairs), exact, len(pairs) - opposed))
    return found


def disagreements(rows: Sequence[Labelled]) -> list[tuple[str, Criterion, Standing, Standing, str]]:
    """Return name, criterion, label, judgement and reason of each difference."""
    found = []
    for row in rows:
        for label, judgement in zip(row.labels, check_one(row.text).judgements, strict=True):
            if label is not judgement.standing:
                found.append((row.name, judgement.criterion, label, judgement.standing, judgement.why))
    return found


def distribution(texts: Iterable[tuple[str, str, str | None]]) -> dict[Criterion, Counter[Standing]]:
    """Count the standings of many recommendations, each with its grounds and addressee."""
    counts: dict[Criterion, Counter[Standing]] = {criterion: Counter() for criterion in Criterion}
    for text, grounds, addressee in texts:
        for judgement in check_one(text, grounds, addressee).judgements:
            counts[judgement.criterion][judgement.standing] += 1
    return counts
