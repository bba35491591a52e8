"""How well a system redacts: leaks first, then recall by type with its doubt, then what it damaged.

The order is the order of importance (REDACTION.md calls it the strictest honest metric): a document is leak-free only
if every direct identifier was replaced to its last letter and no word of a person's name stands anywhere in the output.
A masked name with a wrong label is no leak, so types are not compared.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.datasets import Dataset, GoldDocument, Segment
from evals.leaks import Identifiers
from evals.report import Cell, Table, counted
from evals.statistics import miss_rate_bound, ratio
from evals.systems import Masked, RedactingSystem, merged
from redaction.errors import RedactionError
from redaction.span import SpanType

_WORD = re.compile(r"\w+")


@dataclass
class RedactionScore:
    """Counts over all documents of one system; shares are properties.

    Attributes:
        hit: gold spans by type that were replaced to the last letter or digit.
        reviewed: gold spans by type that were replaced or shown to a reviewer.
        gold: gold spans by type.
        vulnerable: (hit, all) direct spans of detained persons and relatives.
        surviving: words of names and other identifiers found in the output.
    """

    documents: int = 0
    leak_free: int = 0
    leaking: dict[str, int] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    hit: Counter[SpanType] = field(default_factory=Counter)
    reviewed: Counter[SpanType] = field(default_factory=Counter)
    gold: Counter[SpanType] = field(default_factory=Counter)
    vulnerable: list[int] = field(default_factory=lambda: [0, 0])
    surviving: int = 0
    tokens_masked: int = 0
    tokens_masked_rightly: int = 0
    harmless: int = 0
    harmless_masked: int = 0
    keep: int = 0
    keep_whole: int = 0
    characters: int = 0
    seconds: float = 0.0
    peak_mib: float | None = None

    def recall(self, *, direct: bool, reviewed: bool = False) -> float | None:
        """Return the share of direct or quasi identifiers that were replaced (or, if asked, at least reviewed)."""
        found = self.reviewed if reviewed else self.hit
        types = [kind for kind in self.gold if (kind.group == "direct") is direct]
        return ratio(sum(found[kind] for kind in types), sum(self.gold[kind] for kind in types))

    def counts(self, *, direct: bool) -> tuple[int, int]:
        """Return how many direct or quasi identifiers were replaced, and of how many."""
        types = [kind for kind in self.gold if (kind.group == "direct") is direct]
        return sum(self.hit[kind] for kind in types), sum(self.gold[kind] for kind in types)


def score_redaction(dataset: Dataset, system: RedactingSystem) -> RedactionScore:
    """Run ``system`` on every document and count; the first call, on a short text, loads its models untimed."""
    system(["The visit took place in March and the team spoke with many people about the conditions they had found."])
    score = RedactionScore()
    reset_peak()
    for document in dataset.documents:
        texts = [segment.text for segment in document.segments]
        started = time.perf_counter()
        try:
            masked = system(texts)
        except RedactionError as error:
            # A refused document stores nothing, so it leaks nothing; it finds nothing either.
            masked = Masked(tuple(() for _ in texts), tuple("" for _ in texts), held=error.code)
        score.seconds += time.perf_counter() - started
        score.characters += sum(map(len, texts))
        add_document(score, document, masked)
    score.peak_mib = peak_mib()
    return score


def add_document(score: RedactionScore, document: GoldDocument, masked: Masked) -> None:
    """Count one document in ``score``."""
    score.documents += 1
    missed = 0
    for place, segment in enumerate(document.segments):
        ranges = merged(masked.ranges[place])
        raised = merged([*ranges, *(masked.raised[place] if masked.raised else ())])
        missed += _add_spans(score, segment, ranges, raised)
        _add_damage(score, segment, ranges)
    surviving = Identifiers.of([document]).surviving("\n".join(masked.texts)).total()
    score.surviving += surviving
    if masked.held:
        score.held[document.doc] = masked.held
    refused = not any(masked.texts)
    if (missed == 0 and surviving == 0) or refused:
        score.leak_free += 1
    else:
        score.leaking[document.doc] = missed + surviving


def _add_spans(
    score: RedactionScore, segment: Segment, ranges: Sequence[tuple[int, int]], raised: Sequence[tuple[int, int]]
) -> int:
    """Count the gold spans of one segment; return how many direct ones were missed."""
    missed = 0
    for span in segment.spans:
        whole = _covers(ranges, segment.text, span.start, span.end)
        score.gold[span.type] += 1
        score.hit[span.type] += whole
        score.reviewed[span.type] += whole or any(start < span.end and span.start < end for start, end in raised)
        if span.direct:
            missed += not whole
            if span.vulnerable is not False:
                score.vulnerable[0] += whole
                score.vulnerable[1] += 1
    return missed


def _add_damage(score: RedactionScore, segment: Segment, ranges: Sequence[tuple[int, int]]) -> None:
    """Count what was masked rightly and wrongly in one segment."""
    gold = [(span.start, span.end) for span in segment.spans]
    for word in _WORD.finditer(segment.text):
        is_gold = _touches(gold, word.start(), word.end())
        is_masked = _touches(ranges, word.start(), word.end())
        score.tokens_masked += is_masked
        score.tokens_masked_rightly += is_masked and is_gold
        if not is_gold:
            length = word.end() - word.start()
            score.harmless += length
            score.harmless_masked += length * is_masked
    for start, end in segment.keep:
        score.keep += 1
        score.keep_whole += not _touches(ranges, start, end)


def _covers(ranges: Sequence[tuple[int, int]], text: str, start: int, end: int) -> bool:
    """Say whether every letter and digit between ``start`` and ``end`` lies in a range."""
    return all(
        not character.isalnum() or any(first <= place < last for first, last in ranges)
        for place, character in enumerate(text[start:end], start)
    )


def _touches(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in ranges)


def reset_peak() -> None:
    """Forget the peak of this process's memory, where the system allows it (Linux)."""
    try:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    except OSError:
        return


def peak_mib() -> float | None:
    """Return the peak of this process's memory in MiB since :func:`reset_peak`; ``None`` where it is not known."""
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else None


def summary(dataset: str, scores: dict[str, RedactionScore]) -> Table:
    """Return one row per system."""
    headings = (
        "system",
        "leak-free documents",
        "direct recall",
        "direct miss rate, 95 % bound",
        "direct, detained and relatives",
        "quasi recall",
        "quasi masked or reviewed",
        "words surviving",
        "token precision",
        "harmless text masked",
        "KEEP survives",
        "characters/s",
        "peak MiB",
    )
    rows: list[tuple[Cell, ...]] = []
    notes = []
    for name, score in scores.items():
        hit, gold = score.counts(direct=True)
        rows.append(
            (
                name,
                f"{score.leak_free}/{score.documents}",
                score.recall(direct=True),
                miss_rate_bound(gold - hit, gold),
                ratio(*score.vulnerable),
                score.recall(direct=False),
                score.recall(direct=False, reviewed=True),
                score.surviving,
                ratio(score.tokens_masked_rightly, score.tokens_masked),
                ratio(score.harmless_masked, score.harmless),
                ratio(score.keep_whole, score.keep),
                ratio(score.characters, score.seconds),
                score.peak_mib,
            )
        )
        notes.append(f"{name}: {hit} of {gold} direct spans; leaks by document: {counted(score.leaking)}.")
        if score.held:
            notes.append(f"{name}: held or refused: {', '.join(f'{d} ({why})' for d, why in score.held.items())}.")
    notes.append("Peak memory is of the whole process, which also holds what was loaded before.")
    return Table("redaction", f"Redaction, {dataset}", headings, tuple(rows), tuple(notes))


def by_type(dataset: str, scores: dict[str, RedactionScore]) -> Table:
    """Return one row per type with the counts of each system and the bound on its miss rate."""
    columns = ["type"]
    cells: dict[str, list[Cell]] = defaultdict(list)
    for name, score in scores.items():
        columns += [f"{name}: masked", f"{name}: recall", f"{name}: miss rate, 95 % bound"]
        for kind in SpanType:
            hit, gold = score.hit[kind], score.gold[kind]
            cells[kind.value] += [f"{hit}/{gold}", ratio(hit, gold), miss_rate_bound(gold - hit, gold)]
    rows = tuple((kind, *row) for kind, row in cells.items())
    return Table("redaction-types", f"Redaction by type, {dataset}", tuple(columns), rows)
