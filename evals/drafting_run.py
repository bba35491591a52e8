"""The part ``drafting``: the linter against labels, and questionnaires filled from the library at hand."""

from __future__ import annotations

import json
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.drafting import agreement, labelled
from evals.form_layouts import laid_out
from evals.questionnaires import score_questionnaire
from evals.report import Cell, Table

if TYPE_CHECKING:
    from ingest.library import Library

_HALVES = ("build", "test", "fresh", "later")
_FORMS = (
    "form",
    "questions found",
    "evidence",
    "gaps named",
    "grades agreed",
    "left to a person",
    "quotations verified",
)


def linter_table() -> Table:
    """Count how often the linter gives the label, by criterion and part of the labelled set."""
    counted = {half: agreement(labelled(half)) for half in _HALVES}
    rows: list[tuple[Cell, ...]] = [
        (str(each[0].criterion.value), *(f"{one.exact}/{one.total}" for one in each))
        for each in zip(*counted.values(), strict=True)
    ]
    sums = [(sum(one.exact for one in each), sum(one.total for one in each)) for each in counted.values()]
    rows.append(("all", *(f"{exact}/{total}" for exact, total in sums)))
    rows.append(("share", *(round(exact / total, 3) for exact, total in sums)))
    return Table(
        "drafting-linter",
        "Double-SMART linter: labels given exactly",
        ("criterion", *_HALVES),
        tuple(rows),
        ("Rules were made with `build`; `test`, `fresh` and `later` were measured before anything was mended.",),
    )


def forms_of(dataset: str) -> list[tuple[str, dict[str, Any]]]:
    """Return name and gold of each form whose answers lie in a data set."""
    held = files("evals").joinpath("questionnaires")
    found = []
    for one in sorted(held.iterdir(), key=lambda each: each.name):
        if one.name.endswith(".json"):
            gold = json.loads(one.read_text("utf-8"))
            if gold["library"] == dataset:
                found.append((one.name.removesuffix(".json"), gold))
    return found


def forms_table(dataset: str, library: Library) -> Table | None:
    """Fill the forms of a data set and compare them with their gold; ``None`` where it has none."""
    rows: list[tuple[Cell, ...]] = []
    for name, gold in forms_of(dataset):
        with tempfile.TemporaryDirectory() as folder:
            file, data = laid_out(gold)
            form, answers = Path(folder, file), Path(folder, "gold.json")
            form.write_bytes(data)
            answers.write_text(json.dumps(gold), "utf-8")
            score = score_questionnaire(library, form, answers)
        rows.append(
            (
                f"{name} ({gold['layout'].replace('_', ' ')})",
                score.misses.get("questions", [f"{len(gold['questions'])} of {len(gold['questions'])}"])[0],
                f"{score.found}/{score.answerable}",
                f"{score.named}/{score.unanswerable}",
                f"{score.agreed}/{score.graded}",
                score.open,
                f"{score.verified}/{score.quotations}",
            )
        )
    if not rows:
        return None
    notes = ("A question that was not found in the form counts as neither answered nor named.",)
    return Table(f"drafting-forms-{dataset}", f"Questionnaires filled from {dataset}", _FORMS, tuple(rows), notes)
