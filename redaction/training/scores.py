"""How well the exported classifier reads examples whose answer is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redaction.classification.classifier import CLASSES, Classifier
from redaction.training.filling import Example, allowed

_STEPS = (0.1, 0.2, 0.3, 0.5, 0.7, 0.9)


@dataclass
class Tally:
    """Words of one class: how many there are, how many were found, how many others were taken for it."""

    gold: int = 0
    found: int = 0
    wrong: int = 0

    @property
    def recall(self) -> float:
        """Share of the words found."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """Share of the words taken that are right."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0


def tallies(
    folder: Path, examples: Sequence[Example], steps: Mapping[str, Sequence[float]]
) -> dict[str, dict[float, Tally]]:
    """Return per class and threshold what the classifier of ``folder`` makes of ``examples``, counted in words.

    Args:
        folder: of the model.
        examples: texts with the classes of their characters; a word that may be of several classes counts for none.
        steps: thresholds per class.
    """
    classifier = Classifier(folder)
    counts = {label: {step: Tally() for step in some} for label, some in steps.items()}
    bits_of = {label: allowed(label) for label in steps}
    for example in examples:
        words, scores = classifier.probabilities(example.text)
        for start, row in zip(words.starts.tolist(), scores, strict=True):
            bits = example.sets[start]
            for label, wanted in bits_of.items():
                for step, tally in counts[label].items():
                    hit = bool(row[CLASSES.index(label)] >= step)
                    if bits == wanted:
                        tally.gold += 1
                        tally.found += hit
                    elif not bits & wanted:
                        tally.wrong += hit
    return counts


def score(folder: Path, examples: Sequence[Example]) -> str:
    """Return recall and precision of names at some thresholds, for a person to read."""
    found = tallies(folder, examples, {"NAME": _STEPS})["NAME"]
    return " ".join(f"{step}: {tally.recall:.4f}/{tally.precision:.4f}" for step, tally in found.items())
