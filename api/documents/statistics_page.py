"""The page of the yearly statistics: figures with their denominators, charts, and the rows behind each number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from api.counted import counted
from api.documents.comparison_page import coverage_blocks, dated, protection_blocks, quoted
from api.documents.page import Block, Chart, Heading, Items, Line, Page, Paragraph, Series, Style, Table, cell

if TYPE_CHECKING:
    from assistant.yearbook.breakdown import Breakdown
    from assistant.yearbook.statistics import Statistics
    from assistant.yearbook.verdicts import Verdicts

_MOST_BARS = 15
_MOST_REFERENCES = 60
_ENOUGH = 10  # of a whole from which a percentage says more than it pretends to
_CHARTED = ("theme", "place_type", "addressee", "response", "status")
# Green for done, amber for half done, red for not done; they differ in lightness too.
_OUTCOMES = (
    ("achieved", "#009E73"),
    ("partly achieved", "#E69F00"),
    ("not achieved", "#A63603"),
    ("not established", "#56B4E9"),
    ("superseded", "#CC79A7"),
    ("not judged by a visit", "#BBBBBB"),
)
_PLAIN = frozenset({"response", "status"})  # these are outcomes themselves


def statistics_page(found: Statistics, made: str) -> Page:
    """Return the page.

    Args:
        found: the statistics.
        made: date on which it was made.
    """
    asked = ", ".join(f"{name}: {value}" for name, value in found.asked.items()) or "the whole library"
    numbers = {each.entry_id: place for place, each in enumerate(found.rows, start=1)}
    blocks: list[Block] = [
        Heading("In short"),
        Paragraph(
            f"{counted(len(found.visits), 'report')} of visits with {counted(found.total.count, 'recommendation')}; "
            f"{counted(found.requests, 'request')} for information, not among them. "
            "A visit counts in the period in which it ended, else in which its report was published; "
            "what became of a recommendation counts whenever it came."
        ),
        Table(
            ("Rate", "Number", "Share"),
            tuple(
                (cell(name), cell(f"{count} of {whole}"), cell(_share(count, whole)))
                for name, count, whole in found.rates
            ),
            (5, 2, 1),
            frozenset({1, 2}),
        ),
        Paragraph(
            "What an authority claims counts as answered, never as achieved; achieved is what a later visit found.",
            Style.NOTE,
        ),
        *_verdicts(found.verdicts),
        Heading("Visits"),
        _visits_chart(found.visits_by_type),
        Items(tuple(cell(dated(record)) for record in found.visits)),
    ]
    for each in found.breakdowns:
        blocks += _breakdown(each, numbers)
    blocks += [Heading("What could not be counted"), *_missing(found)]
    blocks += [
        Heading("The rows behind the numbers"),
        Table(
            ("No.", "Recommendation", "Authority", "Visit"),
            tuple(
                (
                    cell(str(numbers[each.entry_id])),
                    quoted(each, Line(each.entry_id, Style.CITE).text),
                    cell(each.entry.status_claimed or "-"),
                    cell(each.entry.status_verified or "-"),
                )
                for each in found.rows
            ),
            (1, 8, 2, 2),
            frozenset({0}),
        )
        if found.rows
        else Paragraph("None."),
        *coverage_blocks(found.coverage),
        *protection_blocks(found.protection),
    ]
    lines = (f"Counted: {asked}.", f"Made on {made}.")
    return Page("Statistics of recommendations", lines, found.protection.notice, tuple(blocks))


def _verdicts(found: Iterable[Verdicts]) -> list[Block]:
    """What the visits found of earlier recommendations; nothing where they gave no verdict."""
    rows = tuple((cell(one.outcome.value), cell(str(one.count)), cell(f"{one.linked} of {one.count}")) for one in found)
    if not rows:
        return []
    note = (
        "What the visits counted here found of earlier recommendations. Without a link a verdict is in no rate above."
    )
    return [
        Heading("Verdicts that the visits gave"),
        Table(("Found", "Verdicts", "Linked to the recommendation"), rows, (5, 2, 2), frozenset({1, 2})),
        Paragraph(note, Style.NOTE),
    ]


def _visits_chart(types: Mapping[str, int]) -> Chart:
    shown = list(types.items())[:_MOST_BARS]
    return Chart(
        f"Reports of visits by type of place ({sum(types.values())})",
        tuple(label for label, _ in shown),
        (Series("reports", tuple(count for _, count in shown)),),
    )


def _breakdown(found: Breakdown, numbers: Mapping[str, int]) -> list[Block]:
    blocks: list[Block] = [Heading(found.title)]
    if found.several:
        blocks.append(Paragraph("One recommendation may count under several labels.", Style.NOTE))
    if found.name in _CHARTED and found.parts:
        blocks.append(_chart(found))
    rows = tuple(
        (
            cell(part.label),
            cell(str(part.count)),
            cell(f"{part.answered} of {part.count}"),
            cell(_of(part.outcomes.get("achieved", 0), part.judged)),
            cell(_of(part.outcomes.get("partly achieved", 0), part.judged)),
            cell(Line(_references(part.ids, numbers), Style.CITE)),
        )
        for part in found.parts
    )
    if not rows:
        return [*blocks, Paragraph("None.")]
    headings = (found.title, "Number", "Answered", "Achieved of judged", "Partly of judged", "Rows")
    return [*blocks, Table(headings, rows, (4, 1.5, 2, 2, 2, 4), frozenset({1, 2, 3, 4}))]


def _chart(found: Breakdown) -> Chart:
    shown = found.parts[:_MOST_BARS]
    left = len(found.parts) - len(shown)
    labels = tuple(part.label for part in shown)
    if found.name in _PLAIN:
        series: Sequence[Series] = (Series("recommendations", tuple(part.count for part in shown)),)
    else:
        series = [
            Series(name, tuple(part.outcomes.get(name, 0) for part in shown), colour) for name, colour in _OUTCOMES
        ]
        series = [each for each in series if any(each.values)]
    more = f"{left} more labels are in the table only." if left else ""
    return Chart(
        f"Recommendations by {found.title[0].lower()}{found.title[1:]} (of {found.of})", labels, tuple(series), more
    )


def _references(ids: Iterable[str], numbers: Mapping[str, int]) -> str:
    """Return the numbers of rows, runs joined: ``1-3, 7``."""
    places = sorted(numbers[name] for name in ids)
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    more = f", and {len(told) - _MOST_REFERENCES} more runs (see --json)" if len(told) > _MOST_REFERENCES else ""
    return ", ".join(told[:_MOST_REFERENCES]) + more


def _missing(found: Statistics) -> list[Block]:
    items = [cell(f"{source}: {why}") for source, why in found.unread]
    items += [cell(f"{dated(record)}: neither day nor place of a visit could be read") for record in found.undated]
    items += [cell(f"{dated(record)}: the register has no entry of it") for record in found.silent]
    return [Items(tuple(items))] if items else [Paragraph("Nothing is known to be missing.")]


def _of(count: int, whole: int) -> str:
    return f"{count} of {whole}" if whole else "-"


def _share(count: int, whole: int) -> str:
    if whole == 0:
        return "-"
    return f"{100 * count / whole:.0f} %" if whole >= _ENOUGH else "too few"
