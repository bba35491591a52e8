"""Answers over inline passages: reading tasks, isolation, abstention, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.tasks import Task, load_tasks, run_tasks, table
from ingest.embedding.embedder import ShippedEmbedder
from ingest.library import Library


def _write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_a_task_is_read_with_its_history_and_passages(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "history": [
            {"role": "user", "content": "How long is a permit valid?"},
            {"role": "agent", "content": "A year."},
        ],
        "question": "And what does it cost?",
        "passages": [{"id": "p1", "title": "Permits", "text": "A permit costs 40."}, {"id": "p2", "text": "x"}],
        "answerable": True,
    }
    (task,) = load_tasks(_write(tmp_path / "tasks.jsonl", row))
    assert (task.id, task.answerable) == ("7", True)
    assert [turn.role for turn in task.history] == ["user", "assistant"]
    assert task.passages == (("p1", "Permits", "A permit costs 40."), ("p2", "", "x"))


@pytest.mark.parametrize(
    "row",
    [
        [],
        {"id": "a", "question": " ", "passages": []},
        {"id": "a", "question": "q", "passages": [{"id": "p"}]},
        {"id": "a", "question": "q", "history": [{"role": "robot", "content": "x"}]},
        {"id": "a", "question": "q", "answerable": "yes"},
    ],
)
def test_a_line_that_is_no_task_is_named(tmp_path: Path, row: object) -> None:
    with pytest.raises(ValueError, match=r"tasks\.jsonl, line 1"):
        load_tasks(_write(tmp_path / "tasks.jsonl", row))


def test_a_file_without_tasks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no task"):
        load_tasks(_write(tmp_path / "tasks.jsonl"))


def test_figures_of_abstention_and_of_quotations_that_are_not_there() -> None:
    tasks = [Task(name, (), "q", (("p", "", "The gate opens at six."),), name != "b") for name in "abc"]
    lines = [
        {"abstained": False, "citations": [{"n": 1, "passage": "p", "quote": "opens at six"}]},
        {"abstained": True, "citations": []},
        {"abstained": True, "citations": [{"n": 1, "passage": "p", "quote": "opens at seven"}]},
    ]
    shown = table(tasks, lines, [0.1, 0.2, 0.3])
    assert shown.cell("abstention precision", "tasks") == 0.5
    assert shown.cell("abstention recall", "tasks") == 1.0
    assert shown.cell("unverified quotations", "tasks") == 1


@pytest.mark.slow
def test_each_task_sees_its_own_passages_alone(tmp_path: Path) -> None:
    ferry = ("f", "Ferry", "The ferry to Orlig island leaves at 07.30. A bicycle costs three euros.")
    museum = ("m", "Museum", "The museum of clocks closes on Mondays.")
    asked = "When does the ferry to Orlig island leave?"
    tasks = [
        Task("1", (), asked, (ferry, museum)),
        Task("2", (), asked, (museum,)),
        Task("3", (), "When does the museum of clocks close?", (museum,)),
        Task("4", (), asked, ()),
    ]
    out, embedder = tmp_path / "out.jsonl", ShippedEmbedder()
    with Library.open(tmp_path / "home", embedder=embedder, redactor=None, write=True) as library:
        run_tasks(tasks, library, embedder, out, lambda line: None)
    first, second, third, fourth = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert set(first) == {"id", "answer", "abstained", "reason", "citations"}
    assert not first["abstained"] and first["citations"][0]["passage"] == "f" and "07.30" in first["answer"]
    assert second["abstained"] and second["reason"] == "not_in_corpus" and not second["citations"]
    assert not third["abstained"] and {one["passage"] for one in third["citations"]} == {"m"}
    assert fourth["abstained"]
