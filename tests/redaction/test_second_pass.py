"""The second pass: what the classifier sees in the output is masked beside a pseudonym, and raised elsewhere."""

from __future__ import annotations

import numpy as np
import pytest

from redaction import Redactor
from redaction.classification.classifier import CLASSES, Classifier, Words


class _Seer(Classifier):
    """Sees the name Thistle, and in an output a name in the words it is told of, of which it had a faint idea."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._names = names

    def probabilities(self, text: str) -> tuple[Words, np.ndarray]:
        words = Words(text.replace("\x1e", "\n"))
        scores = np.zeros((len(words.starts), len(CLASSES)), dtype=np.float32)
        scores[:, 0] = 1
        for index, (start, end) in enumerate(zip(words.starts.tolist(), words.ends.tolist(), strict=True)):
            if text[start:end] in self._names:
                scores[index, 1] = 0.9 if "[" in text else 0.055
            elif text[start:end] == "Thistle":
                scores[index, 1] = 0.9
        return words, scores


@pytest.fixture
def seeing(redactor: Redactor, monkeypatch: pytest.MonkeyPatch) -> Redactor:
    """Return a redactor whose classifier sees two ordinary words in outputs alone."""
    monkeypatch.setattr(redactor, "_classifier", _Seer("Merriment", "Lanterns"))
    return redactor


def test_the_rest_of_a_name_is_masked_and_other_words_are_raised(seeing: Redactor) -> None:
    """Beside the pseudonym of a person a word belongs to the name; in the middle of a sentence a person decides."""
    result = seeing.redact(["There we met Thistle Merriment again. They spoke of Lanterns that day."])
    text = result.segments[0]
    assert "Merriment" not in text and "Lanterns" in text
    assert [span.detectors for span in result.spans if span.type == "NAME"][-1] == ("residue",)
    raised = [item for item in result.review if item.type == "NAME"]
    assert [item.why for item in raised] == ["the classifier sees it in the output"]
    assert result.clean


def test_a_text_without_doubts_is_not_read_again(redactor: Redactor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The classifier runs a second time only where its first reading left a doubt."""
    read: list[str] = []

    class Counting(_Seer):
        def probabilities(self, text: str) -> tuple[Words, np.ndarray]:
            read.append(text)
            return super().probabilities(text)

    monkeypatch.setattr(redactor, "_classifier", Counting("Merriment"))
    redactor.redact(["The cells were clean and warm.", "Mr Oluwaseun Adebanjo slept."])
    assert len(read) == 1
    redactor.redact(["The cells were clean and warm.", "There we met Thistle Merriment again."])
    assert len(read) == 3 and "cells" not in read[2]
