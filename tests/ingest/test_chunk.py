from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ingest.chunk import LONGEST_SENTENCE, TARGET_CHARACTERS, chunk, pieces
from ingest.report import Block, BlockKind, PageAccount, Report
from redaction.text import RedactedText, public_text


def block(kind: BlockKind, text: str, locator: str = "1.1", **more: object) -> Block[RedactedText]:
    return Block(kind=kind, text=public_text(text), locator=locator, **more)  # type: ignore[arg-type]


def report(*blocks: Block[RedactedText]) -> Report[RedactedText]:
    return Report(blocks, PageAccount())


def row(number: int, *cells: str) -> Block[RedactedText]:
    return block(
        BlockKind.TABLE_ROW,
        " | ".join(cells),
        f"table 1 row {number}",
        table=1,
        row=number,
        cells=tuple(public_text(cell) for cell in cells),
    )


def test_headings_and_furniture_are_context_only() -> None:
    passages = chunk(
        report(
            block(BlockKind.HEADER, "Annual report", "header"),
            block(BlockKind.HEADING, "Food", "section: Food"),
            block(BlockKind.PARAGRAPH, "Lunch was late.", "1.1", page=3, heading_path=(public_text("Food"),)),
            block(BlockKind.FOOTER, "page 3", "footer"),
        ),
        "d-1",
    )
    (passage,) = passages
    assert (passage.text, passage.locator, passage.page) == ("Lunch was late.", "1.1", 3)
    assert passage.heading_path == ("Food",)
    assert passage.passage_id.startswith("p-")
    assert len(passage.passage_id) == 14


def test_table_rows_carry_their_column_headers() -> None:
    passages = chunk(report(row(0, "Wing", "Cells"), row(1, "Larch", "12"), row(2, "Alder", "9")), "d-1")
    assert [passage.text for passage in passages] == ["Larch | 12", "Alder | 9"]
    assert all(passage.heading_path == ("Wing | Cells",) for passage in passages)


def test_a_table_of_one_row_and_a_long_first_row_lose_nothing() -> None:
    assert [p.text for p in chunk(report(row(0, "Wing", "Cells")), "d-1")] == ["Wing | Cells"]
    long = "The whole of the first finding, which no one would write at the head of a column. " * 2
    assert len(chunk(report(row(0, long.strip(), "x"), row(1, "a", "b")), "d-1")) == 2


def test_list_items_carry_the_line_that_leads_into_them() -> None:
    passages = chunk(
        report(
            block(BlockKind.PARAGRAPH, "The following were broken:", "4.1"),
            block(BlockKind.LIST_ITEM, "two showers", "4.1(a)"),
            block(BlockKind.FOOTNOTE, "Counted by hand.", "footnote 1"),
            block(BlockKind.LIST_ITEM, "the boiler", "4.1(b)"),
            block(BlockKind.PARAGRAPH, "All was mended.", "4.2"),
            block(BlockKind.LIST_ITEM, "loose item", "p"),
        ),
        "d-1",
    )
    context = {str(passage.text): passage.heading_path for passage in passages}
    assert context["two showers"] == context["the boiler"] == ("The following were broken:",)
    assert context["loose item"] == ()


def test_long_paragraphs_are_cut_at_sentences_and_keep_their_locator() -> None:
    sentence = "Staff at Unit No. 4 told Dr. Brandle that checks by Mr. Okonjo took place at night. "
    text = (sentence * 40).strip()
    passages = chunk(report(block(BlockKind.PARAGRAPH, text, "7.3")), "d-1")
    assert len(passages) > 2
    assert all(passage.locator == "7.3" for passage in passages)
    assert all(passage.text.endswith("night.") and passage.text.startswith("Staff") for passage in passages)
    assert all(len(passage.text) <= TARGET_CHARACTERS * 7 // 6 for passage in passages)
    assert " ".join(passage.text for passage in passages) == text
    assert len({passage.passage_id for passage in passages}) == len(passages)


def test_ids_are_stable_and_depend_on_document_and_text() -> None:
    one = report(block(BlockKind.PARAGRAPH, "Same words."), block(BlockKind.PARAGRAPH, "Same words."))
    first, again, other = chunk(one, "d-1"), chunk(one, "d-1"), chunk(one, "d-2")
    assert first == again
    assert len({passage.passage_id for passage in (*first, *other)}) == 4


def test_themes_come_from_the_taxonomy() -> None:
    (passage,) = chunk(report(block(BlockKind.PARAGRAPH, "Men spent a month in segregation.")), "d-1")
    assert "segregation" in passage.themes


@given(st.text(alphabet=st.sampled_from("ab .!?;:\"'()1\u2019\n"), max_size=6000))
def test_no_word_is_lost_or_doubled(text: str) -> None:
    held = list(pieces(public_text(text)))
    assert re.sub(r"\s+", "", "".join(held)) == re.sub(r"\s+", "", text)
    assert all(len(piece) <= LONGEST_SENTENCE + TARGET_CHARACTERS for piece in held if len(text) > TARGET_CHARACTERS)


def test_a_document_of_headings_alone_has_passages() -> None:
    title = public_text("Alder House is closed until May")
    (passage,) = chunk(report(block(BlockKind.HEADING, title, "section 1", heading_path=(title,))), "d-1")
    assert (passage.text, passage.locator, passage.heading_path) == (title, "section 1", ())
