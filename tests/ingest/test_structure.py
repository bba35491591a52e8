"""Numbers, heading paths and locators."""

from dataclasses import replace

from report_builder import parsed

from ingest.report import BlockKind, ParsedBlock, ParsedReport
from ingest.structure.parsing import structure


def test_locators_name_places_as_readers_do() -> None:
    built = structure(
        parsed(
            "# Visit to Ashwick",
            "^ Office",
            "2.14 Cells were cold.",
            "Recommendation 3. Heat them.",
            "| No. | What",
            "| 1 | Heat",
        )
    )
    assert [b.locator for b in built.blocks] == [
        "section: Visit to Ashwick", "header", "2.14", "Recommendation 3", "table 1 row 0", "table 1 row 1",
    ]  # fmt: skip


def test_locators_are_unique_when_numbers_start_again() -> None:
    built = structure(
        parsed("# A", "1. One thing was seen.", "# B", "1. Another thing was seen.", "Plain.", "Plain again.")
    )
    locators = [b.locator for b in built.blocks]
    assert len(set(locators)) == len(locators)
    assert locators[-2:] == ["section: B, para 1", "section: B, para 2"]


def test_letters_hang_on_their_paragraph() -> None:
    built = structure(parsed("# A", "17. The notice must state:", "(a) the charge;", "(b) the right to a lawyer."))
    assert [b.locator for b in built.blocks[1:]] == ["17", "17(a)", "17(b)"]


def test_unnumbered_paragraphs_count_by_page() -> None:
    blocks = tuple(ParsedBlock(BlockKind.PARAGRAPH, f"Text {word} here.", 7) for word in ("one", "two"))
    assert [b.locator for b in structure(ParsedReport(blocks)).blocks] == ["page 7 para 1", "page 7 para 2"]


def test_a_run_of_bare_numbers_counts_and_a_single_one_does_not() -> None:
    run = structure(parsed("# A", "5 Cells were cold.", "6 Food was late.", "7 Nobody came.", "12 Monkeys was shown."))
    assert [b.number for b in run.blocks[1:]] == ["5", "6", "7", None]


def test_items_run_together_by_a_reader_are_split() -> None:
    built = structure(parsed("# RECOMMENDATIONS", "R1. Close the cells. R2. Train staff. R3. Report yearly."))
    assert [b.text for b in built.blocks[1:]] == ["R1. Close the cells.", "R2. Train staff.", "R3. Report yearly."]


def test_heading_tree_without_levels() -> None:
    built = structure(
        parsed("# Report on Ashwick", "# 2 Safety", "# 2.1 Searches", "Text of it.", "# 3 Health", "More text.")
    )
    paths = {b.text: b.heading_path for b in built.blocks}
    assert paths["Text of it."] == ("Report on Ashwick", "2 Safety", "2.1 Searches")
    assert paths["More text."] == ("Report on Ashwick", "3 Health")


def test_short_lines_become_headings_only_where_a_reader_found_none() -> None:
    plain = structure(parsed("Food and water", "Meals were served at noon and again at five in the evening."))
    assert plain.blocks[0].kind is BlockKind.HEADING
    items = structure(
        parsed("1. Adopt a law (Chile)", "2. Repeal it (Peru)", "3. Adopt it once more in another form (Ghana)")
    )
    assert all(b.kind is BlockKind.PARAGRAPH for b in items.blocks)


def test_bullets_become_items_without_the_bullet() -> None:
    block = parsed("x").blocks[0]
    built = structure(ParsedReport((replace(block, text="\u25fc The records of searches"),)))
    assert (built.blocks[0].kind, built.blocks[0].text) == (BlockKind.LIST_ITEM, "The records of searches")
