"""Write what search finds for the questions of annotated reports, for training: ``python -m evals.search_examples``.

``--reports DIR [DIR ...] --out FILE``. Each folder is taken in and its questions are searched; the file has one line a
question, as :mod:`ingest.training.rerank_found` reads it. Nothing of it is for publication: it is redacted text. A set
whose questions are trained on says nothing any more of how well questions are answered.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from assistant.retrieval.reranking import read_input
from assistant.retrieval.searching import search
from evals.corpus import Corpus, take_in
from evals.datasets import Evidence, load_reports
from evals.retrieval import is_wanted
from ingest.embedding.embedder import ShippedEmbedder
from ingest.library import Library
from ingest.training.rerank_found import Searched
from redaction.redactor import Redactor

DEPTH = 40
"""Passages of a search that are kept."""


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, search, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="folders of annotated reports")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    options = parser.parse_args(arguments)
    embedder, redactor = ShippedEmbedder(), Redactor()
    with options.out.open("w", encoding="utf-8") as out:
        for folder in options.reports:
            with (
                tempfile.TemporaryDirectory() as home,
                Library.open(Path(home), embedder=embedder, redactor=redactor, write=True) as library,
            ):
                corpus = take_in(load_reports(folder), library, Path(home), lambda _: None)
                for one in searched(corpus):
                    out.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            print(folder.name, file=sys.stderr, flush=True)


def searched(corpus: Corpus) -> Iterator[Searched]:
    """Yield the questions whose evidence is among the first :data:`DEPTH` passages, and those that nothing answers."""
    for question in corpus.dataset.questions:
        wanted: list[Evidence | str] = [*question.evidence, *question.provisions]
        hits = search(corpus.library, question.standing_alone, None, DEPTH).hits
        gold = [any(is_wanted(one, hit.passage, corpus.docs) for one in wanted) for hit in hits]
        if any(gold) or (question.must_abstain and not wanted):
            texts = [read_input(hit) for hit in hits]
            answers = tuple(text for text, right in zip(texts, gold, strict=True) if right)
            others = tuple(text for text, right in zip(texts, gold, strict=True) if not right)
            yield Searched(str(question.standing_alone), answers, others)


if __name__ == "__main__":
    main()
