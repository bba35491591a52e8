"""``python -m evals.criteria [TEXT...]``: labelled sentences, and text files whose citations serve as labels."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.criteria.cases import labelled_cases, silver_cases
from evals.criteria.scoring import score, table
from evals.report import to_markdown
from ingest.embedding.embedder import ShippedEmbedder


def main(words: list[str] | None = None) -> int:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(prog="python -m evals.criteria", description="Measure suggested criteria.")
    parser.add_argument(
        "texts", nargs="*", type=Path, metavar="TEXT", help="text files, paragraphs between blank lines"
    )
    chosen = parser.parse_args(words)
    embedder = ShippedEmbedder()
    cases = labelled_cases()
    rows = {"labelled, even": score(cases[::2], embedder), "labelled, odd": score(cases[1::2], embedder)}
    paragraphs = [
        " ".join(paragraph.split()) for path in chosen.texts for paragraph in path.read_text("utf-8").split("\n\n")
    ]
    silver = list(silver_cases(paragraphs))
    if silver:
        rows["cited in texts, citation removed"] = score(silver, embedder)
    print(to_markdown([table(rows)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
