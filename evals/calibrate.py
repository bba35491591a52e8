"""Calibrate: fit what looks at vectors for one embedding model, ``python -m evals.calibrate --samples api/samples``.

Two things are fitted, by logistic regression: whether the evidence answers a question (abstention), and whether a
question asks for a person or gives orders (the guard). Written is one file for the model, in ``assistant/calibrated``.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answers.answer import Turn
from assistant.answers.answering import ask
from assistant.answers.calibration import Calibration, Logistic, file_name, written
from assistant.errors import AssistantError
from assistant.question.terms import stems
from evals.corpus import take_in
from evals.datasets import Dataset, load_samples, load_visit_reports, load_with_training
from evals.guard_fit import fit_guard
from evals.logistic_fit import logistic, made, out_of_fold
from evals.tasks import Task, admit_task, load_tasks, task_filters
from ingest.embedding.embedder import Embedder
from ingest.library import Library
from ingest.passage import Filters
from ingest.reranking.reranker import ShippedReranker
from redaction.redactor import Redactor

_OWN = "evals.calibration"
_RIDGE_ANSWERS = 1.0
_MOST_WITHHELD = 0.04
_LEAST_PRECISION = 0.85
_REGULATIONS = 80
_NEIGHBOURS = 4
# A source with many rows is not to outvote the others.
_WEIGHTS = {"regulations": 0.5, "tasks": 1.5, "own": 1.5}
_GIVEN = ("tasks", "regulations")
_NOT_JUDGED = ("identity", "injection", "legal")


@dataclass(frozen=True)
class Row:
    """One question that was asked: where it comes from, whether it has an answer, what was measured of the evidence."""

    source: str
    answerable: bool
    features: tuple[float, ...]


def asked(
    source: str, library: Library, question: str, answerable: bool, filters: Filters, history: Sequence[Turn]
) -> Iterator[Row]:
    """Ask one question; none comes of a question that is answered without an estimate, such as a count."""
    try:
        trace = ask(library, question, filters=filters, history=history).trace
    except AssistantError:
        return
    if trace.features and trace.route != "provision":
        yield Row(source, answerable, trace.features)


def rows_of_reports(source: str, dataset: Dataset, library: Library, docs: dict[str, str]) -> Iterator[Row]:
    """Ask the questions of annotated reports, and each again with the documents that answer it taken away."""
    ids = {doc: name for name, doc in docs.items()}
    for number, question in enumerate(dataset.questions):
        if question.type in _NOT_JUDGED:
            continue
        history = [Turn(role, content) for role, content in question.history]
        answerable = not question.must_abstain
        yield from asked(source, library, question.text, answerable, Filters(), history)
        gold = {ids[one.doc] for one in question.evidence if one.doc in ids}
        if answerable and gold and number % 2:
            rest = Filters(documents=tuple(name for name in docs if name not in gold))
            yield from asked(source, library, question.text, False, rest, history)


def rows_of_own(library: Library) -> Iterator[Row]:
    """Ask our own questions about the sample reports."""
    text = resources.files(_OWN).joinpath("samples.jsonl").read_text("utf-8")
    for line in text.splitlines():
        row = json.loads(line)
        yield from asked("own", library, row["question"], row["answerable"], Filters(), ())


def rows_of_tasks(source: str, tasks: Sequence[Task], library: Library, embedder: Embedder) -> Iterator[Row]:
    """Ask over passages that come with each question."""
    for task in tasks:
        if task.answerable is not None:
            admit_task(task, library, embedder)
            yield from asked(source, library, task.question, task.answerable, task_filters(), task.history)


def regulation_tasks(path: Path) -> list[Task]:
    """Make tasks of questions on regulations: with the passages that answer, and with their neighbours alone."""
    rows = json.loads(path.read_text("utf-8"))
    held: dict[object, dict[str, str]] = {}
    for row in rows:
        for passage in row["Passages"]:
            held.setdefault(passage["DocumentID"], {})[passage["PassageID"]] = passage["Passage"]
    tasks = []
    for number, row in enumerate(rows[:: max(1, len(rows) // _REGULATIONS)]):
        gold = {passage["Passage"] for passage in row["Passages"]}
        others = [item for item in held[row["Passages"][0]["DocumentID"]].items() if item[1] not in gold]
        wanted = set(stems(row["Question"]))
        others.sort(key=lambda item: -len(wanted & set(stems(item[1]))) / (5 + len(item[1]) ** 0.5))
        near = tuple((name, "", text) for name, text in others[:_NEIGHBOURS])
        right = tuple((one["PassageID"], "", one["Passage"]) for one in row["Passages"])
        tasks.append(Task(f"{number}+", (), row["Question"], (*near, *right), True))
        tasks.append(Task(f"{number}-", (), row["Question"], near, False))
    return tasks


def fit_answerable(rows: Sequence[Row], report: Callable[[str], None]) -> Logistic:
    """Fit abstention.

    The threshold is the highest at which hardly any question that documents answer is declined, out of fold: an answer
    withheld for nothing costs more than a near passage that is quoted. Where there are no questions about documents it
    is where precision and recall are best together, each source counting the same. For questions that come with
    passages of their own it is the highest at which declining is mostly right.
    """
    x = np.array([row.features for row in rows], dtype=np.float64)
    y = np.array([float(row.answerable) for row in rows])
    weights = np.array([_WEIGHTS.get(row.source, 1.0) for row in rows])
    unseen = out_of_fold(x, y, weights, _RIDGE_ANSWERS)
    sources = {name: np.array([row.source == name for row in rows]) for name in sorted({row.source for row in rows})}
    steps = [float(step) for step in np.arange(0.1, 0.71, 0.01)]
    answered = np.array([row.answerable and row.source not in _WEIGHTS for row in rows])
    fit = [step for step in steps if answered.any() and (unseen < step)[answered].mean() <= _MOST_WITHHELD]
    threshold = max(fit) if fit else max(steps[15:], key=lambda step: _together(unseen < step, y == 0, sources))
    for source, mine in sources.items():
        report(f"abstention, {source}: {_told((unseen < threshold)[mine], (y == 0)[mine])}")
    fitted = made(logistic(x, y, weights, _RIDGE_ANSWERS), round(threshold, 2))
    given = {name: mine for name, mine in sources.items() if name in _GIVEN}
    if not given:
        return fitted
    judged = np.logical_or.reduce(list(given.values()))
    right = [step for step in steps if _precision((unseen < step)[judged], (y == 0)[judged]) >= _LEAST_PRECISION]
    few = max([threshold, *right])
    for source, mine in given.items():
        report(f"abstention where few passages are searched, {source}: {_told((unseen < few)[mine], (y == 0)[mine])}")
    return replace(fitted, few=round(few, 2))


def _f1(did: npt.NDArray[np.bool_], due: npt.NDArray[np.bool_]) -> float:
    return 2 * int((did & due).sum()) / max(1, int(did.sum()) + int(due.sum()))


def _precision(did: npt.NDArray[np.bool_], due: npt.NDArray[np.bool_]) -> float:
    return int((did & due).sum()) / max(1, int(did.sum()))


def _together(
    did: npt.NDArray[np.bool_], due: npt.NDArray[np.bool_], sources: dict[str, npt.NDArray[np.bool_]]
) -> float:
    return sum(_f1(did[mine], due[mine]) for mine in sources.values())


def _told(did: npt.NDArray[np.bool_], due: npt.NDArray[np.bool_]) -> str:
    both = int((did & due).sum())
    precision, recall = both / max(1, int(did.sum())), both / max(1, int(due.sum()))
    return f"precision {precision:.3f}, recall {recall:.3f} of {len(did)}"


def calibrate(
    embedder: Embedder, samples: Path, shared: Path | None, sets: Sequence[Path], report: Callable[[str], None]
) -> Calibration:
    """Collect the rows and fit; takes some minutes, most of them for ingesting the reports."""
    redactor = Redactor()
    rows: list[Row] = []
    datasets = [load_samples(samples), *map(load_with_training, sets)]
    if shared is not None and (development := load_visit_reports(shared)):
        datasets.append(development)
    for number, dataset in enumerate(datasets):
        with tempfile.TemporaryDirectory(prefix="opcat-calibrate-") as name:
            home = Path(name)
            with Library.open(home, embedder=embedder, redactor=redactor, write=True) as library:
                corpus = take_in(dataset, library, home, lambda line: None)
                rows += rows_of_reports(dataset.name, dataset, library, dict(corpus.docs))
                rows += rows_of_own(library) if number == 0 else ()
        report(f"{dataset.name}: {len(rows)} rows so far")
    given = [("tasks", load_tasks(Path(str(resources.files(_OWN).joinpath("tasks.jsonl")))))]
    regulations = shared / "retrieval" / "obliqa" / "ObliQA_dev.json" if shared is not None else None
    if regulations is not None and regulations.is_file():
        given.append(("regulations", regulation_tasks(regulations)))
    for source, tasks in given:
        with (
            tempfile.TemporaryDirectory(prefix="opcat-calibrate-") as name,
            Library.open(Path(name), embedder=embedder, redactor=None, write=True) as library,
        ):
            rows += rows_of_tasks(source, tasks, library, embedder)
        report(f"{source}: {len(rows)} rows so far")
    identity, instruction = fit_guard(embedder, report)
    report("without the reranker")
    # The last two features are what it says; the others are measured over the order that it helped to make.
    plain = fit_answerable([replace(row, features=row.features[:-2]) for row in rows], report)
    report("with the reranker")
    return Calibration(
        embedder.name, plain, identity, instruction, fit_answerable(rows, report), ShippedReranker().name
    )


def main(words: Sequence[str] | None = None) -> int:
    """Fit for the default model, or for another in a folder, and write the file."""
    from ingest.embedding.embedder import ShippedEmbedder
    from ingest.embedding.sentence_transformer import SentenceTransformersEmbedder

    parser = argparse.ArgumentParser(prog="python -m evals.calibrate", description=__doc__)
    parser.add_argument("--samples", type=Path, required=True, help="directory of the sample reports")
    parser.add_argument("--model", type=Path, help="folder of a sentence-transformers model, instead of the default")
    parser.add_argument("--shared", type=Path, help="development data; used too where given")
    parser.add_argument("--reports", type=Path, action="append", default=[], help="folder of annotated reports, again")
    parser.add_argument("--out", type=Path, default=Path("assistant/calibrated"), help="folder for the file")
    chosen = parser.parse_args(words)
    model: Embedder = SentenceTransformersEmbedder(chosen.model) if chosen.model else ShippedEmbedder()
    fitted = calibrate(
        model, chosen.samples, chosen.shared, chosen.reports, lambda line: print(line, file=sys.stderr, flush=True)
    )
    target = chosen.out / file_name(model.name)
    target.write_text(written(fitted), "utf-8")
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
