"""Runs the parts one after the other on the data that is there, and returns their tables."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.answers.answer import Answer, Turn
from assistant.answers.answering import ask
from evals import answers, legal, retrieval, structure
from evals.corpus import Corpus, take_in
from evals.datasets import load_reports, load_samples, load_visit_reports
from evals.drafting_run import forms_table, linter_table
from evals.entity_data import load_entity_sets
from evals.index_speed import measure_index, texts_of
from evals.judged_run import JudgedOptions, measure_judged
from evals.leaks import Identifiers
from evals.markup import load_marked
from evals.questions import Question
from evals.redaction_run import RedactionOptions, measure_redaction
from evals.report import PARTS, Table
from evals.search_speed import measure_search
from evals.searchers import searchers
from evals.speed import measure_speed
from evals.tasks import TaskOptions, run_tasks
from ingest.embedding.embedder import Embedder, ShippedEmbedder
from ingest.library import Library
from redaction.redactor import Redactor

__all__ = ["PARTS", "run", "survivors", "temporary_home"]

# In the name of a folder: whoever sees the misses of such reports has no held-out reports any more.
_HELD_OUT = "held_out"
_Progress = Callable[[str], None]


def _silent(line: str) -> None:
    """Report nothing."""


@contextlib.contextmanager
def temporary_home() -> Iterator[Path]:
    """Give an empty directory that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="opcat-evals-") as name:
        yield Path(name)


def run(
    names: Sequence[str],
    *,
    samples: Path | None = None,
    reports: Sequence[Path] = (),
    shared: Path | None = None,
    sets: Sequence[Path] = (),
    only: Sequence[str] = (),
    options: RedactionOptions | None = None,
    progress: _Progress = _silent,
    home_factory: Callable[[], contextlib.AbstractContextManager[Path]] = temporary_home,
    embedder: Embedder | None = None,
    judged: JudgedOptions | None = None,
    tasks: TaskOptions | None = None,
    passages: int = 10_000,
) -> list[Table]:
    """Measure the parts named.

    Args:
        names: of :data:`PARTS`; all if empty.
        samples: directory of the sample reports and their gold standard; left out where ``None``.
        reports: folders of annotated reports (see ``evals/reports``), each a dataset of its own.
        shared: development data; left out where ``None`` or not there.
        sets: directories of annotated texts (see :mod:`evals.markup`), for the part ``redaction``.
        only: measure only the datasets whose name contains one of these; all if empty.
        options: of the part ``redaction``; misses in ``sets`` and in held-out reports are never shown.
        progress: told one line about each step.
        home_factory: gives each dataset a home directory.
        embedder: the model to measure with; the default one if ``None``.
        judged: collections with judgments for the part ``retrieval``.
        tasks: questions over inline passages for the part ``answers``.
        passages: size of the library that the part ``speed`` searches; 0 leaves that table out.

    Raises:
        ValueError: an unknown part, no such dataset, marks that cannot be read, misses to be shown on no terminal.
    """
    parts = tuple(names) or PARTS
    if unknown := set(parts) - set(PARTS):
        raise ValueError(f"unknown part: {sorted(unknown)[0]}")
    datasets = [load_samples(samples)] if samples is not None else []
    datasets += map(load_reports, reports)
    if shared is not None and (development := load_visit_reports(shared)):
        datasets.append(development)
    marked = [load_marked(directory) for directory in sets]
    entity_sets = load_entity_sets(shared) if shared is not None and "redaction" in parts else []
    collections = judged.collections(shared) if judged is not None and "retrieval" in parts else []
    if only:
        names = [dataset.name for dataset in [*datasets, *marked]] + [dataset.name for dataset in entity_sets]
        names += [collection.name for collection in collections]
        chosen = {name for name in names if any(word.casefold() in name.casefold() for word in only)}
        if not chosen:
            raise ValueError(f"no such dataset; known: {', '.join(names)}")
        datasets = [dataset for dataset in datasets if dataset.name in chosen]
        marked = [dataset for dataset in marked if dataset.name in chosen]
        entity_sets = [dataset for dataset in entity_sets if dataset.name in chosen]
        collections = [collection for collection in collections if collection.name in chosen]
    redactor = Redactor()
    tables: list[Table] = []
    structures: dict[str, structure.StructureScore] = {}
    answered: dict[str, answers.AnswerScore] = {}
    if "redaction" in parts:
        hidden = frozenset(dataset.name for dataset in marked) | {d.name for d in datasets if _HELD_OUT in d.name}
        options = replace(options or RedactionOptions(), held_out=hidden)
        tables += measure_redaction([*datasets, *marked], entity_sets, redactor, options, progress)
    embedder = embedder or ShippedEmbedder()
    for dataset in datasets:
        with home_factory() as home, Library.open(home, embedder=embedder, redactor=redactor, write=True) as library:
            corpus = take_in(dataset, library, home, progress)
            if "redaction" in parts:
                tables.append(survivors(corpus))
            if "structure" in parts:
                structures[dataset.name] = structure.score_structure(corpus)
            if "retrieval" in parts and dataset.questions:
                tables += _retrieval(corpus, embedder, progress)
            if "answers" in parts and dataset.questions:
                answered[dataset.name] = answers.score_answers(corpus, _asker(library))
                tables.append(answers.table_by_type(dataset.name, answered[dataset.name]))
                progress(f"answers, {dataset.name}")
            if "drafting" in parts and (filled := forms_table(dataset.name, library)) is not None:
                tables.append(filled)
                progress(f"drafting, {dataset.name}")
            if "speed" in parts and dataset is datasets[-1]:
                tables.append(measure_speed(dataset, corpus, embedder))
                progress(f"speed, {dataset.name}")
                if texts := texts_of(library):
                    tables.append(measure_index(texts))
                    progress("speed, building an index")
                questions = [question.standing_alone for question in dataset.questions if not question.must_abstain]
                if passages and questions:
                    tables.append(measure_search(library, embedder, questions, passages, progress))
    for collection in collections:
        with home_factory() as home, Library.open(home, embedder=embedder, redactor=None, write=True) as library:
            run_out = judged.run_out if judged is not None else None
            tables.append(measure_judged(collection, library, embedder, progress, run_out))
    if tasks is not None and "answers" in parts:
        with home_factory() as home, Library.open(home, embedder=embedder, redactor=None, write=True) as library:
            tables.append(run_tasks(tasks.read(), library, embedder, tasks.out, progress))
    if "drafting" in parts:
        tables.append(linter_table())
    if structures:
        tables.append(structure.table(structures))
    if answered:
        tables.append(answers.table(answered))
    return sorted(tables, key=lambda table: PARTS.index(table.part))


def survivors(corpus: Corpus) -> Table:
    """Search every file of the library for identifiers of the data, after everything was written."""
    corpus.library.settle()
    found = Identifiers.of(corpus.dataset.documents).in_bytes(corpus.home)
    held = [record.status for record in corpus.records.values()]
    rows = tuple((status, held.count(status)) for status in dict.fromkeys(held))
    # The identifiers themselves are invented, but a habit of printing them would not stay with invented ones.
    note = f"{len(found)} identifiers of five or more characters stand in some file of the home directory."
    title = f"What ingestion stored, {corpus.dataset.name}"
    return Table("redaction-home", title, ("status of document", "documents"), rows, (note,))


def _retrieval(corpus: Corpus, embedder: Embedder, progress: _Progress) -> list[Table]:
    scores = {}
    with searchers(corpus.library, embedder) as systems:
        for name, searcher in systems.items():
            scores[name] = retrieval.score_retrieval(corpus, searcher)
            progress(f"retrieval, {corpus.dataset.name}, {name}")
    name = corpus.dataset.name
    law = legal.table(name, corpus.library, legal.legal_questions())
    return [retrieval.table(name, scores), retrieval.table_by_type(name, scores), law]


def _asker(library: Library) -> answers.Asker:
    def asked(question: Question) -> Answer:
        return ask(library, question.text, history=[Turn(role, content) for role, content in question.history])

    return asked
