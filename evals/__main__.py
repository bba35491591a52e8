"""Measure from the command line: ``python -m evals``, which is what ``opcat evals`` runs.

A process of its own, so that what is measured shares no memory with the face that asked for it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evals.harness import PARTS, run
from evals.judged_run import JudgedOptions
from evals.redaction_run import RedactionOptions
from evals.report import to_json, to_markdown, write
from evals.tasks import TaskOptions


def main(words: list[str] | None = None) -> int:
    """Measure the parts named and print their tables."""
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure the product on annotated reports.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all if none")
    parser.add_argument("--samples", type=Path, help="directory of the sample reports")
    parser.add_argument("--reports", type=Path, action="append", default=[], metavar="DIR", help="annotated reports")
    parser.add_argument("--data", type=Path, help="development data, measured too where it is there")
    parser.add_argument("--set", type=Path, action="append", default=[], metavar="DIR", help="annotated *.txt files")
    parser.add_argument("--beir", type=Path, action="append", default=[], metavar="DIR", help="a judged collection")
    parser.add_argument("--regulation", action="store_true", help="retrieval on the regulation questions of --data")
    parser.add_argument("--run-out", type=Path, metavar="FILE", help="rankings of --beir in TREC's format")
    parser.add_argument("--tasks", type=Path, metavar="FILE", help="answer the questions of FILE over their passages")
    parser.add_argument("--tasks-out", type=Path, metavar="FILE", help="answers of --tasks, one JSON object a line")
    parser.add_argument(
        "--passages", type=int, default=10_000, metavar="N", help="size of the library that `speed` searches; 0: none"
    )
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only datasets called like this")
    parser.add_argument("--ablation", action="store_true", help="redaction without each group of detectors; long")
    parser.add_argument("--show-misses", action="store_true", help="print missed text, to a terminal alone")
    parser.add_argument("--out", type=Path, help="write PART.json and results.md here")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    chosen = parser.parse_args(words)
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"unknown part {unknown[0]!r}; known: {', '.join(PARTS)}")
    if chosen.samples is None and not (chosen.reports or chosen.beir or chosen.regulation or chosen.tasks):
        parser.error("nothing to measure: name --samples or --reports, or --beir, --regulation or --tasks")
    if chosen.tasks_out is not None and chosen.tasks is None:
        parser.error("--tasks-out takes the answers of --tasks: name it")
    if chosen.run_out is not None and len(chosen.beir) + chosen.regulation != 1:
        parser.error("--run-out takes the ranking of one collection: name one --beir or --regulation")
    if chosen.passages < 0:
        parser.error("--passages takes 0 or more")
    if chosen.show_misses and not sys.stderr.isatty():
        parser.error("--show-misses quotes the original text: it prints to a terminal alone")
    options = RedactionOptions(ablation=chosen.ablation, terminal=sys.stderr if chosen.show_misses else None)
    try:
        tables = run(
            chosen.parts,
            samples=chosen.samples,
            reports=chosen.reports,
            shared=chosen.data,
            sets=chosen.set,
            only=chosen.only,
            options=options,
            judged=JudgedOptions(tuple(chosen.beir), chosen.regulation, chosen.run_out),
            tasks=TaskOptions(chosen.tasks, chosen.tasks_out) if chosen.tasks is not None else None,
            passages=chosen.passages,
            progress=lambda line: print(line, file=sys.stderr, flush=True),
        )
    except ValueError as error:
        parser.error(str(error))
    if chosen.out is not None:
        write(tables, chosen.out)
    print(json.dumps(to_json(tables), ensure_ascii=False, indent=2) if chosen.json else to_markdown(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
