from __future__ import annotations

from pathlib import Path

import pytest

from ingest.index.lexical import LexicalIndex
from ingest.passage import Passage
from redaction.text import public_text

TEXTS = (
    ("d-1", "2.1", "Women were segregated for twenty-three hours a day.", ("Regime",), ("segregation",)),
    ("d-1", "2.2", "The segregation unit held nine men.", ("Regime",), ("segregation",)),
    ("d-1", "3.1", "Meals arrived cold on the landing.", ("Food",), ("food",)),
    ("d-2", "D4", "Ventilation had failed, contrary to article 19(b).", ("Living conditions",), ()),
    ("d-2", "14", "Alarms in cells rang unanswered for 45 minutes.", ("Living conditions",), ()),
)


@pytest.fixture
def passages() -> list[Passage]:
    return [
        Passage(f"p-{n}", document, n, public_text(text), locator, None, "paragraph", headings, themes)
        for n, (document, locator, text, headings, themes) in enumerate(TEXTS)
    ]


@pytest.fixture(params=["disk", "memory"])
def index(request: pytest.FixtureRequest, tmp_path: Path, passages: list[Passage]) -> LexicalIndex:
    index = LexicalIndex(tmp_path if request.param == "disk" else None)
    index.write((passage, "Report on Tarnmoor") for passage in passages)
    return index


def found(index: LexicalIndex, query: str, **more: object) -> list[str]:
    return [hit.passage_id for hit in index.search(query, 5, **more)]  # type: ignore[arg-type]


def test_stemming_joins_forms_of_a_word(index: LexicalIndex) -> None:
    assert set(found(index, "segregating woman")) >= {"p-0", "p-1"}


def test_headings_and_title_are_searched_after_the_text(index: LexicalIndex) -> None:
    assert found(index, "food") == ["p-2"]
    assert len(found(index, "Tarnmoor")) == 5


@pytest.mark.parametrize(
    ("query", "wanted"),
    [("19(b)", "p-3"), ("para 3.1", "p-2"), ("D4", "p-3"), ("45 minutes", "p-4"), ("recommendation 14", "p-4")],
)
def test_numbers_and_references_are_found_as_printed(index: LexicalIndex, query: str, wanted: str) -> None:
    assert found(index, query)[0] == wanted


@pytest.mark.parametrize(
    ("query", "wanted"), [("ventilaton", "p-3"), ("segergation unit", "p-1"), ("unanswred", "p-4")]
)
def test_misspelt_words_find_the_nearest_one(index: LexicalIndex, query: str, wanted: str) -> None:
    assert found(index, query)[0] == wanted


def test_a_word_that_exists_is_not_corrected(index: LexicalIndex) -> None:
    assert found(index, "meals") == ["p-2"]
    assert found(index, "xylophone") == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "?!",
        '"',
        "(foo AND",
        "text:*",
        "a:b^9 ~2 [1 TO 3}",
        "\\",
        "\x00",
        "the of and",
        "word " * 30_000,
        "東京",
    ],
)
def test_any_text_is_a_query(index: LexicalIndex, query: str) -> None:
    assert len(index.search(query, 3)) <= 3


def test_only_function_words_are_searched_for_rather_than_dropped(index: LexicalIndex) -> None:
    assert "p-1" in found(index, "the")


def test_filters_are_inside(index: LexicalIndex) -> None:
    assert found(index, "unit cells", documents=["d-2"]) == ["p-4"]
    assert found(index, "unit cells", documents=[]) == []
    assert set(found(index, "unit meals women", theme="segregation")) == {"p-0", "p-1"}
    assert found(index, "unit cells", documents=["d-2"], theme="segregation") == []
    unfiltered = {hit.passage_id: hit.score for hit in index.search("unit cells", 5)}
    for hit in index.search("unit cells", 5, documents=["d-1", "d-2"]):
        assert hit.score == pytest.approx(unfiltered[hit.passage_id])


def test_replacing_a_document_removes_its_old_passages(index: LexicalIndex, passages: list[Passage]) -> None:
    index.write([(passages[2], "")], replaced=["d-1"])
    assert index.ids() == {"p-2", "p-3", "p-4"}
    assert found(index, "segregation") == []


def test_every_passage_is_found_by_its_own_words(index: LexicalIndex, passages: list[Passage]) -> None:
    assert all(index.finds(passage) for passage in passages)
    stranger = Passage("p-9", "d-1", 9, passages[0].text, "9", None, "paragraph")
    assert not index.finds(stranger)
    assert index.ids() == {passage.passage_id for passage in passages}
