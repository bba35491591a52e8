"""The page of two places or two years side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.documents.comparison_page import coverage_blocks, dated, joined, protection_blocks, quoted
from api.documents.page import Block, Cell, Chart, Heading, Items, Line, Page, Paragraph, Series, Style, Table, cell

if TYPE_CHECKING:
    from assistant.comparing.across import Sides
    from assistant.comparing.quotation import Cited

_MOST_BARS = 16


def across_page(found: Sides, made: str) -> Page:
    """Return the page.

    Args:
        found: the two sides.
        made: date on which it was made.
    """
    one, other = found.first, found.second
    shown = found.themes[:_MOST_BARS]
    left = len(found.themes) - len(shown)
    blocks: list[Block] = [
        Heading("What became of the recommendations"),
        Table(
            ("", one.name, other.name),
            (
                (cell("recommendations"), cell(str(len(one.asked))), cell(str(len(other.asked)))),
                *((cell(label), cell(first), cell(second)) for label, first, second in found.rates),
            ),
            (4, 3, 3),
            frozenset({1, 2}),
        ),
        Paragraph(
            "The shares have their own wholes; two places or years are no chain, so nothing here is a trend.",
            Style.NOTE,
        ),
        Chart(
            "Recommendations by theme; one may have several themes",
            tuple(row.theme.replace("_", " ") for row in shown),
            (
                Series(one.name, tuple(len(row.first) for row in shown)),
                Series(other.name, tuple(len(row.second) for row in shown)),
            ),
            f"{left} themes with fewer recommendations are in the table below only." if left else "",
            grouped=True,
        ),
        Heading("Theme by theme"),
        Table(
            ("Theme", one.name, other.name),
            tuple((cell(row.theme.replace("_", " ")), _listed(row.first), _listed(row.second)) for row in found.themes),
            (2, 5, 5),
        ),
        Heading("Documents"),
        *(
            block
            for side in (one, other)
            for block in (Heading(side.name, 2), Items(tuple(cell(dated(record)) for record in side.documents)))
        ),
        *coverage_blocks(found.coverage),
        *protection_blocks(found.protection),
    ]
    return Page(
        f"{one.name} and {other.name} side by side", (f"Made on {made}.",), found.protection.notice, tuple(blocks)
    )


def _listed(cited: tuple[Cited, ...]) -> Cell:
    return joined(quoted(each) for each in cited) or cell(Line("none", Style.NOTE))
