"""Annotated reports as training examples."""

from pathlib import Path
from random import Random

import pytest

from redaction.classification.classifier import CLASSES
from redaction.training import annotated
from redaction.training.filling import Example, allowed
from redaction.training.inventory import Inventory

SOURCE = """---
title: Report on Vellmar Prison
header: {{KEEP|Vellmar Prison}}
---
## Findings

%entry kind=finding; id=F1
1. Mr [[NAME:p1|Otmar Quell]] (no. [[ID:p1|A4417 BX]], born [[DOB:p1|14 May 1987]]) is held
in [[CELL:p1|cell C-17]] of {{KEEP|House 2}}.[^1]

[^1]: [[INDIRECT:p1|the only man of {{KEEP|House 2}} with a guide dog]].
"""


@pytest.fixture
def example(tmp_path: Path) -> Example:
    """The example that one marked report gives."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "01-vellmar.txt").write_text(SOURCE, encoding="utf-8")
    (found,) = annotated.read(tmp_path)
    return found


def _class_of(example: Example, words: str) -> set[int]:
    start = example.text.index(words)
    return set(example.sets[start : start + len(words)])


def test_marks_become_classes_and_the_annotation_goes(example: Example) -> None:
    """What is marked has its class, the rest none, and no mark or line of the register is left."""
    assert len(example.text) == len(example.sets)
    assert _class_of(example, "Otmar Quell") == {allowed("NAME")}
    assert _class_of(example, "cell C-17") == {allowed("CELL")}
    assert _class_of(example, "Mr ") == {allowed("O", "PLACE", "BODY"), allowed("O")}
    assert _class_of(example, "is held\nin") == {allowed("O")}
    assert not any(sign in example.text for sign in ("[[", "{{", "%entry", "[^", "title:", "##"))


def test_a_kept_stretch_inside_a_mark_belongs_to_the_mark(example: Example) -> None:
    """A unit named in a description of one person is part of the description."""
    assert _class_of(example, "the only man of House 2 with a guide dog") == {allowed("INDIRECT")}


def test_people_and_numbers_are_drawn_anew_in_the_same_shape(example: Example) -> None:
    """Nobody of the report is learnt by heart; what stays stays to the letter."""
    other = annotated.varied(example, Random(4), Inventory.load())
    assert len(other.text) == len(other.sets)
    assert not any(word in other.text for word in ("Otmar", "Quell", "A4417 BX"))
    assert "is held\nin" in other.text
    assert "House 2." in other.text
    number = "".join(c for c, bits in zip(other.text, other.sets, strict=True) if bits == allowed("ID"))
    assert [c.isdigit() for c in number] == [c.isdigit() for c in "A4417 BX"]


def test_spans_beside_a_text(tmp_path: Path) -> None:
    """Spans by offset give the same as marks; a type that the classifier does not know is left aside."""
    (tmp_path / "txt").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "txt" / "01-note.txt").write_text("Ruvo Tann, 3rd floor", encoding="utf-8")
    spans = '{"spans": [{"type": "NAME", "start": 0, "end": 9}, {"type": "OTHER", "start": 11, "end": 14}]}'
    (tmp_path / "gold" / "01.spans.json").write_text(spans, encoding="utf-8")
    (found,) = annotated.read(tmp_path)
    assert _class_of(found, "Ruvo Tann") == {allowed("NAME")}
    assert _class_of(found, "3rd") == {allowed("O")}


def test_an_open_mark_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    """A slip of the annotator must not teach that the rest of the document is a name."""
    with pytest.raises(ValueError, match="no annotated"):
        annotated.read(tmp_path)
    (tmp_path / "01.txt").write_text("Mr [[NAME:p1|Otmar Quell was seen.", encoding="utf-8")
    with pytest.raises(ValueError, match="not closed"):
        annotated.read(tmp_path)


def test_every_type_of_the_marks_is_a_class() -> None:
    """The annotation and the classifier name things alike."""
    assert {"NAME", "CELL", "AGE", "ROLE_UNIQUE", "INDIRECT"} <= set(CLASSES)
