"""Write what search finds for the questions of annotated reports, for training: ``python -m evals.search_examples``.

``--reports DIR [DIR ...] --out FILE``. Each folder is taken in and its questions are searched, those it is measured
with and those that were written for training alone (``sources/training.jsonl``); the file has one line a question, as
:mod:`ingest.training.rerank_found` reads it. Nothing of it is for publication: it is redacted text. A set whose
questions are trained on says nothing any more of how well questions are answered.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.retrieval.reranking import read_input
from assistant.retrieval.searching import Hit, search
from assistant.retrieval.sentences import split_sentences
from evals.corpus import Corpus, take_in
from evals.datasets import load_with_training
from evals.matching import quote_overlaps
from evals.questions import Evidence
from evals.retrieval import is_wanted
from ingest.embedding.embedder import ShippedEmbedder
from ingest.library import Library
from ingest.training.rerank_found import Searched
from ingest.training.rerank_groups import Fact
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
                corpus = take_in(load_with_training(folder), library, Path(home), lambda _: None)
                for one in searched(corpus):
                    out.write(json.dumps(row_of(one), ensure_ascii=False) + "\n")
            print(folder.name, file=sys.stderr, flush=True)


def searched(corpus: Corpus) -> Iterator[Searched]:
    """Yield the questions whose evidence is among the first :data:`DEPTH` passages, and those that nothing answers."""
    for question in corpus.dataset.questions:
        wanted: list[Evidence | str] = [*question.evidence, *question.provisions]
        hits = search(corpus.library, question.standing_alone, None, DEPTH).hits
        gold = [hit for hit in hits if any(is_wanted(one, hit.passage, corpus.docs) for one in wanted)]
        if gold or (question.must_abstain and not wanted):
            others = tuple(read_input(hit) for hit in hits if hit not in gold)
            facts = tuple(fact_in(hit, question.evidence) for hit in gold)
            yield Searched(str(question.standing_alone), tuple(map(read_input, gold)), others, facts)


def row_of(one: Searched) -> dict[str, object]:
    """Return a question as a line of the file."""
    facts = [None if fact is None else (fact.sentence, fact.rest) for fact in one.facts]
    return {"question": one.question, "answers": one.answers, "others": one.others, "facts": facts}


def fact_in(hit: Hit, evidence: Sequence[Evidence]) -> Fact | None:
    """Return the sentences of a passage that are evidence apart from the others, ``None`` where there are no others."""
    pieces = split_sentences(str(hit.passage.text), hit.passage.block_kind)
    told = [piece for piece in pieces if any(quote_overlaps(one.quote, piece) for one in evidence)]
    rest = [piece for piece in pieces if piece not in told]
    return Fact(read_input(hit, " ".join(told)), read_input(hit, " ".join(rest))) if told and rest else None


if __name__ == "__main__":
    main()
