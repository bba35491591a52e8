"""Training of the model that links entries: what it reads, and that it learns what tells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from ingest.links.entries import LINK_THRESHOLD
from ingest.links.features import FEATURES
from ingest.training.links import fit, judged, learnt
from ingest.training.links_data import FOLDER, annotated, written

PAIRS = """# Invented.
## a report and its answer
earlier visit_report
1 | recommendation | Fire @ Director | Hold drills. | -
- | recommendation | Food | Serve warm meals. | -
later response
- | response | Fire | A drill was held | in May. | 1
- | response | - | Ovens were bought. | #2
- | response | - | Thank you. | -
"""


def plain(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Give texts vectors by their letters; what they mean does not matter here."""
    rows = np.array([[str.__str__(text).count(letter) for letter in "aeioustr"] for text in texts], dtype=np.float32)
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6), dtype=np.float32)


def test_written_pairs_are_read(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(PAIRS, encoding="utf-8")
    (pair,) = written(plain, tmp_path)
    assert pair.group == "written 1"
    assert pair.right().tolist() == [[True, False], [False, True], [False, False]]
    first, answer = pair.earlier.asked[0], pair.later.saying[0]
    assert (first.number, first.addressee, pair.earlier.context(first).heading) == ("1", "Director", "Fire")
    assert str.__str__(answer.text) == "A drill was held | in May."
    assert pair.told().shape == (3, 2, len(FEATURES))
    assert not pair.unseen().told()[..., FEATURES.index("meaning")].any()


@pytest.mark.parametrize("line", ["- | response | - | Yes. | 9", "no form at all"])
def test_a_line_that_is_wrong_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "own.txt").write_text(PAIRS + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="own 0"):
        list(written(plain, tmp_path))


def test_annotated_reports_give_pairs(tmp_path: Path) -> None:
    def held(doc: str, kind: str, entry: dict[str, object], **more: object) -> dict[str, object]:
        blocks = [{"kind": "heading", "text": "Fire"}, {"kind": "paragraph", "text": entry["text"]}]
        return {"doc": doc, "kind": kind, "blocks": blocks, "entries": [entry], **more}

    asked = {"kind": "recommendation", "number": "1", "text": "Hold drills twice a year."}
    reply = {"kind": "response", "number": None, "text": "A drill was held.", "answers": ["01:1"]}
    again = {"kind": "recommendation", "number": "1", "text": "Paint the walls."}
    documents = [
        held("01", "visit_report", asked),
        held("02", "response", reply),
        held("03", "visit_report", again, earlier=["01"]),
    ]
    (tmp_path / "gold.json").write_text(json.dumps({"documents": documents}), encoding="utf-8")
    pairs = {pair.later.record.document_id: pair for pair in annotated(tmp_path, plain)}
    assert pairs["02"].right().tolist() == [[True]]
    assert pairs["03"].right().tolist() == [[False]], "a pair without links teaches what is none"
    assert pairs["02"].earlier.context(pairs["02"].earlier.asked[0]).heading == "Fire"


def test_fitting_finds_what_tells() -> None:
    random = np.random.default_rng(1)
    rows = random.normal(size=(400, 3))
    right = (rows[:, 1] > 1).astype(float)
    weights, bias = fit(rows, right, np.ones(400))
    assert weights[1] > 3 * max(abs(weights[0]), abs(weights[2]))
    assert ((rows @ weights + bias > 0) == (right > 0)).mean() > 0.95


def test_the_shipped_pairs_can_be_learnt() -> None:
    pairs = list(written(plain))
    assert len(pairs) == sum(path.read_text("utf-8").count("\n## ") for path in FOLDER.glob("*.txt"))
    found = judged(pairs, *fit(*learnt(pairs)))
    assert found["wanted"] == sum(len(pair.wanted) for pair in pairs)
    assert found[f"right {LINK_THRESHOLD}"] > 0.5 * found["wanted"]
    assert found[f"right {LINK_THRESHOLD}"] > 0.8 * found[f"given {LINK_THRESHOLD}"]
