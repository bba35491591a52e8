"""Writes the model card: what the classifier is, what it was trained on, how well it reads held-out templates.

``python -m redaction.training.card --model FOLDER`` measures the model of ``FOLDER`` and writes ``classifier.md``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from random import Random

from redaction.classification.classifier import CLASSES, MODELS, Classifier
from redaction.training import mixture, template
from redaction.training.inventory import Inventory
from redaction.training.scores import Tally, tallies

_ROUNDS = 12
_TEXT = Path(__file__).parent / "card.template.md"


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODELS)
    options = parser.parse_args(arguments)
    (options.model / "classifier.md").write_text(card(options.model), encoding="utf-8")


def card(folder: Path) -> str:
    """Return the text of the card for the model of ``folder``."""
    classifier, inventory, templates = Classifier(folder), Inventory.load(), template.load()
    training = classifier.card["training"]
    held_out = mixture.Mixture(Random(20261124), inventory, templates, [], []).held_out(_ROUNDS)
    labels = [label for label in CLASSES[1:] if label not in ("PLACE", "BODY")]
    steps = {label: (classifier.thresholds[label], classifier.review_thresholds[label]) for label in labels}
    found = tallies(folder, held_out, steps)
    return _TEXT.read_text(encoding="utf-8").format(
        classes=len(CLASSES),
        names=" ".join(CLASSES),
        size=(folder / "classifier.onnx").stat().st_size / 1e6,
        templates=len(templates),
        families=len(Counter(one.family for one in templates)),
        origins=len(inventory.origins),
        held_out=", ".join(f"`{family}`" for family in mixture.HELD_OUT),
        examples=len(held_out),
        rows="\n".join(_row(label, *steps[label], found[label]) for label in labels),
        **training,
    )


def _row(label: str, mask: float, review: float, found: dict[float, Tally]) -> str:
    masked, raised = found[mask], found[review]
    cells = (
        label,
        masked.gold,
        mask,
        f"{masked.recall:.3f}",
        f"{masked.precision:.3f}",
        review,
        f"{raised.recall:.3f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
