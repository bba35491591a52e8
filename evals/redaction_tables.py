"""The scores of redaction as tables; the first system is ours, the others stand beside it."""

from __future__ import annotations

from collections.abc import Mapping

from evals.redaction import RedactionScore
from evals.report import Cell, Table, counted
from evals.statistics import miss_rate_bound, ratio, wilson
from redaction.span import SpanType

HEADINGS = (
    "leak-free documents",
    "persons masked",
    "direct recall by person",
    "direct masked",
    "direct recall",
    "direct recall, 95 % low",
    "direct miss rate, 95 % bound",
    "direct, detained and relatives",
    "quasi recall",
    "quasi masked or reviewed",
    "words surviving",
    "token precision",
    "harmless text masked",
    "KEEP survives",
)
_NOTES = (
    "A document is leak-free if every direct identifier is gone to the last letter and no word of a person's name and"
    " no other direct identifier stands anywhere in the output; words that are also ordinary text or KEEP may stand"
    " there as often as they stand outside identifiers in the original.",
    "A person is masked if all mentions of that person's direct identifiers are; where the data does not say whose an"
    " identifier is, mentions of one type and surface count as one person's.",
    "Harmless text is every character outside identifiers, white space aside.",
)


def figures(score: RedactionScore) -> tuple[Cell, ...]:
    """Return the cells under :data:`HEADINGS`."""
    hit, gold = score.counts(direct=True)
    interval = wilson(hit, gold)
    return (
        f"{score.leak_free}/{score.documents}",
        f"{score.persons[0]}/{score.persons[1]}",
        ratio(*score.persons),
        f"{hit}/{gold}",
        ratio(hit, gold),
        interval[0] if interval else None,
        miss_rate_bound(gold - hit, gold),
        ratio(*score.vulnerable),
        score.recall(direct=False),
        score.recall(direct=False, reviewed=True),
        score.surviving,
        ratio(score.tokens_masked_rightly, score.tokens_masked),
        ratio(score.harmless_masked, score.harmless),
        ratio(score.keep_whole, score.keep),
    )


def summary(dataset: str, scores: Mapping[str, RedactionScore]) -> Table:
    """Return one row per system."""
    rows = tuple((name, *figures(score)) for name, score in scores.items())
    notes = []
    for name, score in scores.items():
        notes.append(f"{name}: leaks by document: {counted(score.leaking)}.")
        if score.held:
            notes.append(f"{name}: held or refused: {', '.join(f'{d} ({why})' for d, why in score.held.items())}.")
    return Table("redaction", f"Redaction, {dataset}", ("system", *HEADINGS), rows, (*notes, *_NOTES))


def by_type(dataset: str, scores: Mapping[str, RedactionScore]) -> Table:
    """Return one row per type: how many there are, what each system masked, with the 95 % interval of the recall."""
    columns = ["type", "n"]
    for place, name in enumerate(scores):
        columns += [f"{name}: masked", f"{name}: recall"]
        columns.append(f"{name}: masked in part")
        if place == 0:
            columns += ["95 % low", "95 % high", "miss rate, 95 % bound", "masked or reviewed"]
    rows = []
    for kind in SpanType:
        gold = max((score.gold[kind] for score in scores.values()), default=0)
        cells: list[Cell] = [kind.value, gold]
        for place, score in enumerate(scores.values()):
            hit = score.hit[kind]
            cells += [hit, ratio(hit, gold), score.touched[kind]]
            if place == 0:
                low, high = wilson(hit, gold) or (None, None)
                cells += [low, high, miss_rate_bound(gold - hit, gold), score.reviewed[kind]]
        rows.append(tuple(cells))
    note = "Intervals are Wilson's; the bound on the miss rate is the rule of three (3/n) where nothing was missed."
    return Table("redaction-types", f"Redaction by type, {dataset}", tuple(columns), tuple(rows), (note,))
