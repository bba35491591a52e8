"""Tables of plain text: columns set apart by spaces, and tables drawn with bars and dashes."""

from __future__ import annotations

from ingest.readers.plain import read_plain
from ingest.report import BlockKind

_SPACED = b"""3. Violations

No.  Violation                 Measure                   Responsible  Term
1    Windows broken in         Mend the windows before   Director     At once
     six cells                 winter
2    No doctor at night        Hire a doctor             Ministry     1 May 2025
"""
_DRAWN = b"""Table 1. Shortcomings
+----+------------+----------------+
| No | What       | Measure        |
+====+============+================+
| 1  | Cold cells | Heat the cells |
|    |            | by October     |
+----+------------+----------------+
| 2  | No bell    | Fit a bell     |
+----+------------+----------------+
"""


def _rows(text: bytes) -> list[tuple[str, ...]]:
    return [block.cells for block in read_plain(text).blocks if block.kind is BlockKind.TABLE_ROW]


def test_columns_that_spaces_set_apart_are_cells_and_a_wrapped_cell_is_one() -> None:
    assert _rows(_SPACED) == [
        ("No.", "Violation", "Measure", "Responsible", "Term"),
        ("1", "Windows broken in six cells", "Mend the windows before winter", "Director", "At once"),
        ("2", "No doctor at night", "Hire a doctor", "Ministry", "1 May 2025"),
    ]


def test_a_drawn_table_has_its_caption_above_and_its_wrapped_cells_joined() -> None:
    assert _rows(_DRAWN) == [("No", "What", "Measure"), ("1", "Cold cells", "Heat the cells by October"),
                             ("2", "No bell", "Fit a bell")]  # fmt: skip
    assert read_plain(_DRAWN).blocks[0].text == "Table 1. Shortcomings"


def test_prose_with_double_spaces_is_no_table() -> None:
    text = b"The cells were cold  and\nthe beds  had no sheets at\nall when  we came.\n"
    assert _rows(text) == []


def test_fields_of_a_form_are_blocks_of_their_own() -> None:
    blocks = read_plain(b"RECORD OF A VISIT\n\nHome: Elm Lodge\nAddress: 3 Oak Street\nVisited on: 3 May 2024\n").blocks
    assert [block.text for block in blocks[1:]] == [
        "Home: Elm Lodge",
        "Address: 3 Oak Street",
        "Visited on: 3 May 2024",
    ]
