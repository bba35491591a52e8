"""The whole run on two small documents: every part gives its tables, and what the product promises holds."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from evals.harness import PARTS, run
from evals.redaction_run import RedactionOptions
from evals.report import Table

SAMPLES = Path(__file__).parents[2] / "api" / "samples"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data directory of the two samples that are quickest to read."""
    target = tmp_path_factory.mktemp("samples")
    gold = json.loads((SAMPLES / "gold.json").read_text("utf-8"))
    docs = {"06", "08"}
    gold["documents"] = [document for document in gold["documents"] if document["doc"] in docs]
    gold["questions"] = [
        question
        for question in gold["questions"]
        if question["must_abstain"] or (question["gold"] and {found["doc"] for found in question["gold"]} <= docs)
    ]
    (target / "gold.json").write_text(json.dumps(gold), "utf-8")
    (target / "documents").mkdir()
    for document in gold["documents"]:
        shutil.copy(SAMPLES / "documents" / document["file"], target / "documents")
    return target


@pytest.mark.slow
def test_every_part_but_speed_gives_its_tables(few: Path) -> None:
    lines: list[str] = []
    options = RedactionOptions(speed=False)
    tables = run(PARTS[:4], samples=few, options=options, progress=lines.append)
    found: dict[str, Table] = {table.name: table for table in tables}
    assert list(found) == [
        "redaction", "redaction-types", "redaction-misses", "redaction-home", "structure", "retrieval",
        "retrieval-types", "retrieval-legal",
        "answers-types", "answers",
    ]  # fmt: skip
    assert lines
    ours, stock = (found["redaction"].cell(name, "direct recall") for name in ("opcat", "Presidio (stock)"))
    assert isinstance(ours, float)
    assert isinstance(stock, float)
    assert ours > stock
    assert found["answers"].cell("unverified sentences and quotations", "samples") == 0
    assert found["answers"].cell("errors", "samples") == 0
    recall = found["retrieval"].cell("opcat search", "recall@10")
    assert isinstance(recall, float)
    assert recall > 0.5


def test_an_unknown_part_is_an_error(few: Path) -> None:
    with pytest.raises(ValueError, match="unknown part: beauty"):
        run(["beauty"], samples=few)


def test_an_unknown_dataset_is_an_error(few: Path) -> None:
    with pytest.raises(ValueError, match="no such dataset; known: samples"):
        run(["redaction"], samples=few, only=["beauty"])


@pytest.mark.slow
def test_a_directory_of_annotated_texts_is_measured_and_its_misses_are_not_shown(few: Path, tmp_path: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    folder = tmp_path / "mine"
    folder.mkdir()
    words = "The inspectors spoke to Ms [[NAME:p1|Orla Quibell]] about the food. {{KEEP|HMP Fenn}} was [[AGE|cold]]."
    (folder / "one.txt").write_text(words, "utf-8")
    with Terminal() as terminal:
        options = RedactionOptions(speed=False, terminal=terminal)
        tables = run(["redaction"], samples=few, sets=[folder], only=["mine"], options=options)
        assert terminal.getvalue() == ""
    assert tables[0].cell("opcat", "leak-free documents") == "1/1"
    assert tables[0].cell("opcat", "KEEP survives") == 1
    assert [row for row in tables[2].rows if row[0] == "AGE"] == [("AGE", "left whole", 1, 1)]


@pytest.mark.slow
def test_reports_are_a_column_and_held_out_ones_show_no_misses(few: Path, tmp_path: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    folders = [tmp_path / "reports" / name for name in ("held_out", "open")]
    for folder in folders:
        shutil.copytree(few, folder)
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        gold["documents"] = gold["documents"][1:]
        gold["questions"] = []
        # A stretch of plain words marked as a name is a miss for sure.
        gold["documents"][0]["blocks"][1]["spans"].append({"start": 0, "end": 3, "type": "NAME"})
        (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
    shown = {}
    for folder in folders:
        with Terminal() as terminal:
            options = RedactionOptions(speed=False, terminal=terminal)
            run(["redaction"], reports=[folder], options=options)
            shown[folder.name] = terminal.getvalue()
    assert shown["held_out"] == ""
    assert shown["open"] != ""
    tables = run(["structure", "retrieval"], samples=few, reports=folders)
    assert [table.part for table in tables].count("structure") == 1
    (table,) = [table for table in tables if table.part == "structure"]
    assert table.columns == ("measure", "samples", "reports/held_out", "reports/open")
    assert [table.title for table in tables if table.name == "retrieval"] == ["Retrieval, samples"]
