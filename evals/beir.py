"""Any collection in BEIR's format, and the regulation questions, as a corpus that the product's own search is asked on.

BEIR's format: ``corpus.jsonl`` (``_id``, ``title``, ``text``), ``queries.jsonl`` (``_id``, ``text``) and
``qrels/NAME.tsv`` (query, document, grade; a header line). Such collections are public test data: their passages are
admitted as public text and live in a library in a temporary directory that is gone after the measurement.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SPLITS = ("test", "dev", "validation", "train")
_REGULATION = Path("retrieval") / "obliqa"
MAX_LINE = 4_000_000
_GRADE = re.compile(r"-?\d{1,6}(?:\.0+)?")


@dataclass(frozen=True)
class Judged:
    """A test collection.

    Attributes:
        name: as shown in tables.
        corpus: (title, text) by document id; texts without a word are left out.
        queries: text by query id: those that have judgments, or all where the folder has no judgments.
        grades: for each judged query, the grade of each relevant document, above 0; empty without judgments.
        notes: what a reader must know of how it was read.
    """

    name: str
    corpus: Mapping[str, tuple[str, str]]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]
    notes: tuple[str, ...] = ()

    def check_run_names(self) -> None:
        """Refuse ids that TREC's format cannot hold.

        Raises:
            ValueError: an id with white space in it; the columns of a run are divided by spaces.
        """
        for kind, names in (("corpus", self.corpus), ("queries", self.queries)):
            for number, name in enumerate(names, 1):
                if name.split() != [name]:
                    raise ValueError(
                        f"{self.name}: an id in {kind}.jsonl (entry {number}) has a space in it, which a run in TREC's"
                        " format cannot hold; give ids without spaces, or leave --run-out out"
                    )


def load_beir(folder: Path, *, unjudged: bool = False) -> Judged:
    """Read a folder in BEIR's format; of several judgment files ``test.tsv`` is taken, else the first of the others.

    Args:
        folder: with ``corpus.jsonl``, ``queries.jsonl`` and, unless ``unjudged``, ``qrels/*.tsv``.
        unjudged: take a folder without judgments too, with all its queries: for a ranking that others judge.

    Raises:
        ValueError: a file is missing or a line is not what the format says; the message names file and line.
    """
    corpus = {
        _name(row, place): (str(row.get("title") or ""), str(row.get("text") or ""))
        for place, row in _lines(folder / "corpus.jsonl")
    }
    held = {name: texts for name, texts in corpus.items() if texts[0].strip() or texts[1].strip()}
    if not held:
        raise ValueError("corpus.jsonl has no document with any text")
    queries: dict[str, str] = {}
    for place, row in _lines(folder / "queries.jsonl"):
        if not isinstance(row.get("text"), str):
            raise ValueError(f"{place}: no 'text'")
        queries[_name(row, place)] = row["text"]
    if unjudged and not any((folder / "qrels").glob("*.tsv")):
        return Judged(folder.resolve().name, held, queries, {}, ("The folder has no judgments.",))
    path = _judgments(folder / "qrels")
    grades = _grades(path)
    known = {name: texts for name, texts in grades.items() if name in queries}
    if not known:
        raise ValueError(f"{path.name} judges no query of queries.jsonl")
    notes = [f"Judgments: qrels/{path.name}."]
    if lost := len(grades) - len(known):
        notes.append(f"{lost} judged queries are left out: queries.jsonl lacks them.")
    if lost := len({name for texts in known.values() for name in texts} - set(corpus)):
        notes.append(f"{lost} documents that are judged relevant are not in corpus.jsonl and count as not found.")
    if lost := len(corpus) - len(held):
        notes.append(f"{lost} documents without any text are left out.")
    return Judged(folder.resolve().name, held, {name: queries[name] for name in known}, known, tuple(notes))


def load_regulation(shared: Path) -> Judged | None:
    """Read the regulation questions (ObliQA) of the development data; ``None`` where they are not there."""
    folder = shared / _REGULATION
    questions = folder / "ObliQA_dev.json"
    if not questions.is_file():
        return None
    corpus: dict[str, tuple[str, str]] = {}
    for path in sorted((folder / "docs").glob("*.json"), key=lambda path: int(path.stem)):
        for row in json.loads(path.read_text("utf-8")):
            if row["Passage"].strip():
                corpus[_place(row)] = ("", row["Passage"])
    queries, grades = {}, {}
    for row in json.loads(questions.read_text("utf-8")):
        name = row["QuestionID"]
        queries[name] = row["Question"]
        grades[name] = {_place(held): 1 for held in row["Passages"]}
    return Judged("regulation", corpus, queries, grades)


def _place(row: Mapping[str, Any]) -> str:
    # Without spaces, so that a run in TREC's format can hold it.
    return f"{row['DocumentID']}|{'_'.join(str(row['PassageID']).split())}"


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                place = f"{path.name}, line {number}"
                if len(line) > MAX_LINE:
                    raise ValueError(f"{place}: longer than {MAX_LINE} characters")
                try:
                    row = json.loads(line)
                except json.JSONDecodeError as error:
                    raise ValueError(f"{place}: no JSON") from error
                if not isinstance(row, dict):
                    raise ValueError(f"{place}: no JSON object")
                yield place, row
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name} is not UTF-8") from error
    except OSError as error:
        raise ValueError(f"{path.name} is missing or cannot be read in {path.parent.resolve().name}") from error


def _name(row: Mapping[str, Any], place: str) -> str:
    held = row.get("_id")
    if not isinstance(held, str | int) or not str(held).strip():
        raise ValueError(f"{place}: no '_id'")
    return str(held)


def _judgments(folder: Path) -> Path:
    held = {path.stem: path for path in sorted(folder.glob("*.tsv"))} if folder.is_dir() else {}
    if not held:
        raise ValueError("there is no qrels/*.tsv")
    return next((held[name] for name in _SPLITS if name in held), next(iter(held.values())))


def _grades(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if not any(cell.strip() for cell in row):
                continue
            # TREC's own form has an iteration between query and document.
            cells = [row[0], row[2], row[3]] if len(row) == 4 else row
            if len(cells) != 3:
                raise ValueError(f"{path.name}, line {number}: not query, document and grade")
            query, document, grade = (cell.strip() for cell in cells)
            if not _GRADE.fullmatch(grade):
                if number == 1:
                    continue
                raise ValueError(f"{path.name}, line {number}: the grade is no whole number")
            if int(float(grade)) > 0:
                found.setdefault(query, {})[document] = int(float(grade))
    if not found:
        raise ValueError(f"{path.name}: no query has a relevant document")
    return found
