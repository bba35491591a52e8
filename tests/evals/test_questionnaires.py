"""Forms with gold answers: every layout is read back, questions are matched by words, masked names still match."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.questionnaires.forms import opened
from evals import questionnaires
from evals.form_layouts import laid_out

_FORMS = sorted((Path(questionnaires.__file__).parent / "questionnaires").glob("*.json"))


@pytest.mark.parametrize("path", _FORMS, ids=lambda path: path.stem)
def test_every_question_of_a_form_is_read(path: Path) -> None:
    if "pdf" in (gold := json.loads(path.read_text("utf-8")))["layout"]:
        pytest.importorskip("reportlab")
    name, form = laid_out(gold)
    assert len(opened(name, form).questions) == len(gold["questions"])


def test_questions_are_matched_by_number_or_else_by_their_words() -> None:
    def made(number: str, asked: str) -> Any:
        return SimpleNamespace(question=SimpleNamespace(number=number, asked=asked), citations=())

    wanted = {"1": {"question": "how often nets are mended;"}, "2": {"question": "who mends them."}}
    one, other = made("a", "Please state how often nets are mended?"), made("a", "Please state who mends them?")
    assert questionnaires._answered([one, other], wanted) == {"1": one, "2": other}
    first, second = made("1", "Anything"), made("2", "Else")
    assert questionnaires._answered([first, second], wanted) == {"1": first, "2": second}


def test_a_source_matches_though_a_part_of_its_name_was_masked() -> None:
    assert questionnaires._names("[NAME]-informe-041-2022.docx", "quellmoor-informe-041-2022")
    assert questionnaires._names("quellmoor-2022.docx", "quellmoor")
    assert not questionnaires._names("[NAME]-informe-112-2023.html", "quellmoor-informe-041-2022")
    assert not questionnaires._names("quellmoor.docx", "marrow")
