"""The whole run on two small documents: every part gives its tables, and what the product promises holds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from evals.harness import PARTS, run
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
    tables = run(PARTS[:4], samples=few, progress=lines.append)
    found: dict[str, Table] = {table.name: table for table in tables}
    assert list(found) == [
        "redaction", "redaction-types", "redaction-home", "structure", "retrieval", "retrieval-types",
        "answers-types", "answers",
    ]  # fmt: skip
    assert lines
    ours, stock = (found["redaction"].cell(name, "direct recall") for name in ("opcat", "Presidio (stock)"))
    assert isinstance(ours, float)
    assert isinstance(stock, float)
    assert ours > stock
    assert found["answers"].cell("unverified sentences and quotations", "samples") == 0
    assert found["answers"].cell("errors", "samples") == 0
    recall = found["retrieval"].cell("fusion (opcat search)", "recall@10")
    assert isinstance(recall, float)
    assert recall > 0.5


def test_an_unknown_part_is_an_error(few: Path) -> None:
    with pytest.raises(ValueError, match="unknown part: beauty"):
        run(["beauty"], samples=few)
