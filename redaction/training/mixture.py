"""What the classifier is shown: report paragraphs, hard negatives and judgments, mixed anew in each epoch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from redaction.training import annotated, judgments
from redaction.training.filling import CAPITALISED, ORDINARY, Example, Filler
from redaction.training.inventory import Inventory
from redaction.training.noise import damage
from redaction.training.template import Template

# Template families that are never trained on: what is measured on them says how the rest carries over.
HELD_OUT = (
    "narrative_care_homes",
    "format_minutes",
    "negative_methodology",
    "quasi_profiles",
    "contrast_timelines",
    "third_replies",
)
_LONGEST = 1000  # characters of one example
_LONGEST_LAW = 12_000  # characters of one official text: a few long ones would crowd out the rest


class Mixture:
    """Draws training examples.

    Args:
        random: the source of chance.
        inventory: lists of names and things.
        templates: all of them; the held-out families are set aside.
        cases: annotated judgments.
        laws: official texts in which nobody is named.
        reports: annotated reports, whole.
    """

    def __init__(
        self,
        random: Random,
        inventory: Inventory,
        templates: Sequence[Template],
        cases: Sequence[Example],
        laws: Sequence[Example],
        reports: Sequence[Example] = (),
    ) -> None:
        """Take the sources."""
        self._random, self._inventory = random, inventory
        self._filler = Filler(random, inventory)
        self._templates = [template for template in templates if template.family not in HELD_OUT]
        self._held_out = [template for template in templates if template.family in HELD_OUT]
        self._cases, self._laws, self._annotated = cases, laws, reports

    def epoch(self, rounds: int, focus: str = "", repeats: int = 0) -> Iterator[Example]:
        """Yield the examples of one epoch, shuffled.

        Args:
            rounds: how often each template is filled with other people.
            focus: how the names of families begin that are filled three times as often, with commas; empty for none.
            repeats: how often each annotated report is shown, with other people each time.
        """
        dear = [one for one in self._templates if focus and one.family.startswith(tuple(focus.split(",")))]
        found = list(self._reports([*self._templates, *dear, *dear], rounds))
        for case in self._cases:
            other = judgments.renamed(case, self._random, self._inventory) if self._random.random() < 0.7 else case
            found += judgments.cut(other, self._random)
        for report in self._annotated:
            for _ in range(repeats):
                found += judgments.cut(annotated.varied(report, self._random, self._inventory), self._random)
        found += [part for law in self._laws for part in judgments.cut(law, self._random)]
        self._random.shuffle(found)
        for example in found:
            yield damage(example, self._random)

    def held_out(self, rounds: int) -> list[Example]:
        """Return examples of the families that are not trained on."""
        return [damage(example, self._random) for example in self._reports(self._held_out, rounds)]

    def _reports(self, templates: Sequence[Template], rounds: int) -> Iterator[Example]:
        """Yield filled templates, alone or a few in a row, as paragraphs stand in a document."""
        random = self._random
        queue = [template for template in templates for _ in range(rounds)]
        random.shuffle(queue)
        while queue:
            text, sets = "", []
            for _ in range(random.choice((1, 1, 2, 3, 4))):
                if not queue:
                    break
                example = self._filler.fill(queue.pop())
                if text and len(text) + len(example.text) > _LONGEST:
                    break
                gap = random.choice(("\n", "\n", "\n\n")) if text else ""
                text += gap + example.text
                sets += [ORDINARY] * len(gap) + list(example.sets)
            if text:
                yield Example(text, tuple(sets))


def laws(folder: Path) -> list[Example]:
    """Read official texts: JSON files of articles or paragraphs with an English ``text``; no one is named in them.

    Args:
        folder: with ``*.json`` files.
    """
    found: list[Example] = []
    for path in sorted(folder.glob("*.json")):
        text = "\n".join(_texts(json.loads(path.read_text(encoding="utf-8"))))[:_LONGEST_LAW]
        sets = [CAPITALISED if character.isalnum() else ORDINARY for character in text]
        found.append(Example(text, tuple(sets)))
    return found


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and key in ("text", "Text"):
                yield value
            elif not isinstance(value, str) and not key.endswith("_nl"):
                yield from _texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
