"""Any collection in BEIR's format, and the regulation questions, as a corpus that the product's own search is asked on.

BEIR's format: ``corpus.jsonl`` (``_id``, ``title``, ``text``), ``queries.jsonl`` (``_id``, ``text``) and
``qrels/NAME.tsv`` (query, document, grade; a header line). Such collections are public test data: their passages are
admitted as public text and live in a library in a temporary directory that is gone after the measurement.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SPLITS = ("test", "dev", "validation", "train")
_REGULATION = Path("retrieval") / "obliqa"
MAX_LINE = 4_000_000


@dataclass(frozen=True)
class Judged:
    """A test collection.

    Attributes:
        name: as shown in tables.
        corpus: (title, text) by document id; texts without a word are left out.
        queries: text by query id, only those that have judgments.
        grades: for each query, the grade of each relevant document, above 0.
    """

    name: str
    corpus: Mapping[str, tuple[str, str]]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def load_beir(folder: Path) -> Judged:
    """Read a folder in BEIR's format; of several judgment files ``test.tsv`` is taken, else the first of the others.

    Raises:
        ValueError: a file is missing or a line is not what the format says; the message names file and line.
    """
    corpus = {
        _text(row, "_id", place): (str(row.get("title") or ""), str(row.get("text") or ""))
        for place, row in _lines(folder / "corpus.jsonl")
    }
    corpus = {name: held for name, held in corpus.items() if held[0].strip() or held[1].strip()}
    queries = {_text(row, "_id", place): _text(row, "text", place) for place, row in _lines(folder / "queries.jsonl")}
    grades = _grades(_judgments(folder / "qrels"))
    unknown = next((name for name in grades if name not in queries), None)
    if unknown is not None:
        raise ValueError(f"{folder.name}: the judgments name a query that queries.jsonl lacks")
    return Judged(folder.name, corpus, {name: queries[name] for name in grades}, grades)


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
                corpus[f"{row['DocumentID']}|{row['PassageID']}"] = ("", row["Passage"])
    queries, grades = {}, {}
    for row in json.loads(questions.read_text("utf-8")):
        name = row["QuestionID"]
        queries[name] = row["Question"]
        grades[name] = {f"{held['DocumentID']}|{held['PassageID']}": 1 for held in row["Passages"]}
    return Judged("regulation", corpus, queries, grades)


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8") as lines:
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
    except OSError as error:
        raise ValueError(f"{path.name} is missing or cannot be read in {path.parent.name}") from error


def _text(row: Mapping[str, Any], name: str, place: str) -> str:
    held = row.get(name)
    if not isinstance(held, str | int) or not str(held).strip():
        raise ValueError(f"{place}: no {name!r}")
    return str(held)


def _judgments(folder: Path) -> Path:
    held = {path.stem: path for path in sorted(folder.glob("*.tsv"))} if folder.is_dir() else {}
    if not held:
        raise ValueError("there is no qrels/*.tsv")
    return next((held[name] for name in _SPLITS if name in held), next(iter(held.values())))


def _grades(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t"), 1):
            # TREC's own form has an iteration between query and document.
            cells = [row[0], row[2], row[3]] if len(row) == 4 else row
            if len(cells) != 3:
                raise ValueError(f"{path.name}, line {number}: not query, document and grade")
            if not cells[2].lstrip("-").isdigit():
                if number == 1:
                    continue
                raise ValueError(f"{path.name}, line {number}: the grade is no whole number")
            if int(cells[2]) > 0:
                found.setdefault(cells[0], {})[cells[1]] = int(cells[2])
    if not found:
        raise ValueError(f"{path.name}: no query has a relevant document")
    return found
