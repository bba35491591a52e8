"""The part ``redaction``: every dataset through our redactor and through what it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from evals import footprint, misses
from evals.ablation import ablate
from evals.datasets import Dataset
from evals.entity_data import EntitySet
from evals.entity_scores import entities_by_type, entity_summary, score_entities
from evals.redaction import Miss, score_redaction
from evals.redaction_tables import by_type, summary
from evals.report import Table
from evals.systems import BASELINE, OURS, OurRedactor, RedactingSystem, StockPresidio
from redaction.redactor import Redactor

# Speed needs no more text than this; a round reads it all.
_MOST_CHARACTERS = 120_000


@dataclass(frozen=True)
class RedactionOptions:
    """What to measure beside the scores.

    Attributes:
        ablation: also leave out each group of detectors; takes a dozen runs.
        speed: also measure speed and memory in processes of their own.
        terminal: where to show misses of development data; nowhere if ``None``.
        held_out: names of the sets whose misses are never shown.
    """

    ablation: bool = False
    speed: bool = True
    terminal: TextIO | None = None
    held_out: frozenset[str] = frozenset()


def measure_redaction(
    reports: Sequence[Dataset],
    entity_sets: Sequence[EntitySet],
    redactor: Redactor,
    options: RedactionOptions,
    progress: Callable[[str], None],
) -> list[Table]:
    """Return the tables of every dataset, then those of ablation and speed.

    Args:
        reports: annotated by span.
        entity_sets: annotated by entity.
        redactor: ours.
        options: what else to measure.
        progress: told one line about each step.

    Raises:
        NotATerminal: misses are to be shown where they would be kept.
    """
    systems: dict[str, RedactingSystem] = {OURS: OurRedactor(redactor), BASELINE: StockPresidio()}
    tables: list[Table] = []
    datasets: list[Dataset | EntitySet] = [*reports, *entity_sets]
    for dataset in datasets:
        made, found = _scored(dataset, systems, progress)
        tables += [*made, misses.kinds(dataset.name, found)]
        if options.terminal is not None and dataset.name not in options.held_out:
            misses.show(found, misses.texts_of(dataset), options.terminal)
    if options.ablation:
        tables += [ablate(dataset, progress) for dataset in datasets]
    if options.speed and (timed := _timed(reports, entity_sets)):
        footprints = {}
        for name, documents in timed.items():
            footprints[name] = footprint.compared(documents)
            progress(f"redaction, speed and memory, {name}")
        tables.append(footprint.table(footprints))
    return tables


def _scored(
    dataset: Dataset | EntitySet, systems: Mapping[str, RedactingSystem], progress: Callable[[str], None]
) -> tuple[list[Table], list[Miss]]:
    if isinstance(dataset, Dataset):
        scores = {}
        for name, system in systems.items():
            scores[name] = score_redaction(dataset, system)
            progress(f"redaction, {dataset.name}, {name}")
        return [summary(dataset.name, scores), by_type(dataset.name, scores)], scores[OURS].misses
    found = {}
    for name, system in systems.items():
        found[name] = score_entities(dataset, system)
        progress(f"redaction, {dataset.name}, {name}")
    return [entity_summary(dataset.name, found), entities_by_type(dataset.name, found)], found[OURS].misses


def _timed(reports: Sequence[Dataset], entity_sets: Sequence[EntitySet]) -> dict[str, list[list[str]]]:
    """Return the documents to time, by dataset: of the last set of reports, and of the first set of long texts."""
    timed: dict[str, list[list[str]]] = {}
    if reports:
        timed[reports[-1].name] = [[segment.text for segment in d.segments] for d in reports[-1].documents]
    if entity_sets:
        timed[entity_sets[0].name] = [[block for _, block in text.blocks] for text in entity_sets[0].texts]
    return {name: first_of(documents) for name, documents in timed.items()}


def first_of(documents: Sequence[list[str]], most: int = _MOST_CHARACTERS) -> list[list[str]]:
    """Return the first documents that have at most ``most`` characters together, at least one."""
    chosen: list[list[str]] = []
    room = most
    for document in documents:
        room -= sum(map(len, document))
        if chosen and room < 0:
            break
        chosen.append(document)
    return chosen
