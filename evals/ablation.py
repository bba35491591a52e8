"""What each group of detectors adds: the whole without it, and the few that can stand alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from evals import entity_scores, redaction_tables
from evals.datasets import Dataset
from evals.entity_data import EntitySet
from evals.entity_scores import entity_figures, score_entities
from evals.redaction import score_redaction
from evals.report import Cell, Table
from evals.systems import OurRedactor
from redaction.analyzer import Part
from redaction.redactor import Redactor

# The others work on what these find: propagation alone has nothing to propagate.
_ALONE = (Part.CLASSIFIER, Part.PATTERNS, Part.NAMES, Part.LAYOUT)
_WARM_UP = ["The visit took place in March and the team spoke with many people about the conditions they had found."]


def variants() -> Iterator[tuple[str, frozenset[Part]]]:
    """Yield the name of each variant and the parts it lacks."""
    everything = frozenset(Part)
    yield "whole", frozenset()
    for part in Part:
        yield f"without {part}", frozenset({part})
    for part in _ALONE:
        yield f"{part} alone", everything - {part}
    yield f"{Part.NAMES} and {Part.CLASSIFIER} alone", everything - {Part.NAMES, Part.CLASSIFIER}


def ablate(dataset: Dataset | EntitySet, progress: Callable[[str], None]) -> Table:
    """Score every variant on one dataset; time is of the processor, in shares of the whole's."""
    rows: list[tuple[Cell, ...]] = []
    whole = 0.0
    for name, without in variants():
        system = OurRedactor(Redactor(without=without))
        system(_WARM_UP)
        started = time.process_time()
        if isinstance(dataset, Dataset):
            cells = redaction_tables.figures(score_redaction(dataset, system))
        else:
            cells = entity_figures(score_entities(dataset, system))
        seconds = time.process_time() - started
        whole = whole or seconds
        rows.append((name, *cells, seconds / whole))
        progress(f"ablation, {dataset.name}, {name}")
    headings = redaction_tables.HEADINGS if isinstance(dataset, Dataset) else entity_scores.HEADINGS
    notes = ("The second pass (residue) makes up for much of what a missing part misses; its own row shows how much.",)
    columns = ("variant", *headings, "processor time, share of the whole's")
    return Table("redaction-ablation", f"Ablation, {dataset.name}", columns, tuple(rows), notes)
