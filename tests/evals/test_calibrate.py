"""Fitting on data whose answer is known."""

from __future__ import annotations

import numpy as np

from evals.calibrate import Row, fit_answerable, regulation_tasks
from evals.logistic_fit import logistic, out_of_fold


def test_a_clean_split_is_found() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(200, 3))
    y = (x[:, 0] > 0).astype(float)
    beta = logistic(x, y, np.ones(200), 0.1)
    assert beta[1] > 5 * max(abs(beta[2]), abs(beta[3]))
    assert (((out_of_fold(x, y, np.ones(200), 0.1) > 0.5) == (y == 1)).mean()) > 0.95


def test_noise_stays_unknown_out_of_fold() -> None:
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(200, 3)), rng.integers(0, 2, 200).astype(float)
    assert abs(((out_of_fold(x, y, np.ones(200), 1.0) > 0.5) == (y == 1)).mean() - 0.5) < 0.15


def test_abstention_says_how_good_it_is_by_source() -> None:
    rows = [Row("own", n % 2 == 0, (float(n % 2 == 0), 0.1 * (n % 3))) for n in range(60)]
    said: list[str] = []
    fitted = fit_answerable(rows, said.append)
    assert said == ["abstention, own: precision 1.000, recall 1.000 of 60"]
    assert fitted.weights[0] > 1 and 0.25 <= fitted.threshold <= 0.7


def test_a_task_on_regulations_is_made_with_and_without_its_answer(tmp_path: object) -> None:
    import json
    from pathlib import Path

    path = Path(str(tmp_path)) / "dev.json"
    passages = [{"DocumentID": 1, "PassageID": f"{n}", "Passage": f"Rule {n} on reserves."} for n in range(6)]
    rows = [{"Question": f"What does rule {n} say?", "Passages": [passages[n]]} for n in range(6)]
    path.write_text(json.dumps(rows), "utf-8")
    tasks = regulation_tasks(path)
    assert [task.answerable for task in tasks[:2]] == [True, False]
    assert "Rule 0 on reserves." in [text for _, _, text in tasks[0].passages]
    assert "Rule 0 on reserves." not in [text for _, _, text in tasks[1].passages]
