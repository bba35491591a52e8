"""What people see of a comparison, a brief and statistics at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from api.counted import counted
from api.spoken_date import spoken_date

if TYPE_CHECKING:
    from assistant.briefing.brief import Brief
    from assistant.comparing.across import Sides
    from assistant.comparing.change import Row
    from assistant.comparing.comparison import Comparison
    from assistant.comparing.protection import Protection
    from assistant.yearbook.statistics import Statistics

_LONGEST = 160
_MOST = 12


def comparison(found: Comparison) -> list[RenderableType]:
    """Return a comparison of two visits."""
    from api.documents.comparison_page import dated
    from assistant.comparing.change import Change

    parts: list[RenderableType] = [
        Text(found.place, style="bold"),
        *([Text(found.read_as)] if found.read_as else []),
        Text(f"{dated(found.earlier)}\n{dated(found.later)}"),
        Text(found.told),
    ]
    shown: set[int] = set()
    for change in Change:
        rows = [row for row in found.with_change(change) if id(row) not in shown]
        if rows:
            # A row that is repeated and unchanged is shown once, with both words.
            shown.update(id(row) for row in rows)
            parts.append(_rows(change.value.capitalize(), rows))
    if found.unlinked:
        parts.append(_rows("Verdicts without a linked recommendation", found.unlinked))
    if found.contradictions:
        table = _table("What was claimed and what was found", "Recommendation", "Claimed", "Found")
        for each in found.contradictions:
            table.add_row(
                _cut(each.asked.citation), escape(each.claimed), escape(f"{each.verified} ({each.finding.citation})")
            )
        parts.append(table)
    if found.possible:
        names = "; ".join(dated(visit.document) for visit in found.possible)
        parts.append(Text(f"May be about the same place, left out: {names}"))
    return [*parts, *protection(found.protection)]


def across(found: Sides) -> list[RenderableType]:
    """Return two places or two years side by side."""
    table = _table("Recommendations by theme", "Theme", found.first.name, found.second.name, right=(1, 2))
    for each in found.themes:
        table.add_row(each.theme, str(len(each.first)), str(len(each.second)))
    rates = _table("What became of them", "", found.first.name, found.second.name, right=(1, 2))
    for label, one, other in found.rates:
        rates.add_row(label, one, other)
    return [table, rates, *protection(found.protection)]


def brief(found: Brief) -> list[RenderableType]:
    """Return a brief."""
    parts: list[RenderableType] = [
        Text(f"Brief for a visit: {found.place}", style="bold"),
        Text(f"Type of place: {found.place_type or 'not known'}. Themes: {', '.join(found.themes) or 'none'}."),
    ]
    parts += [Text(told) for told in (found.read_as, found.missing) if told]
    if found.findings:
        printed = found.findings[:_MOST]
        parts.append(Text(f"\nLast findings ({len(printed)} of {found.findings_of}; --out writes all)", style="bold"))
        parts.extend(
            Text(f"- {spoken_date(each.date) or 'no date'}: {_plain_cut(each.quote)} ({each.citation})")
            for each in printed
        )
    if found.open:
        table = _table("Open recommendations", "Recommendation", "Made", "Last found")
        for history in found.open:
            asked = history.last_asked
            table.add_row(_cut(f"{asked.citation}\n{asked.quote}"), f"{history.times}x", escape(history.outcome or "-"))
        parts.append(table)
    if found.unanswered:
        table = _table("Without a reply in the library", "Asked", "Due")
        for each in found.unanswered:
            due = f"{each.due}{', overdue' if each.overdue else ''}" if each.due else each.asked.entry.due or "-"
            table.add_row(_cut(f"{each.asked.citation}\n{each.asked.quote}"), escape(due))
        parts.append(table)
    if found.late:
        late = "; ".join(
            f"{spoken_date(each.received or '')}, due {spoken_date(each.due or '')} ({each.asked.citation})"
            for each in found.late
        )
        parts.append(Text(f"Replies that came late: {late}."))
    for title, checks in (
        ("What to look at: type of place", found.place_checks),
        ("What to look at: themes", found.theme_checks),
        ("Do no harm", found.reminders),
    ):
        if checks:
            parts.append(Text(f"\n{title}", style="bold"))
            parts.extend(Text(f"[ ] {check.text} ({', '.join(check.refs)})") for check in checks)
    return [*parts, *protection(found.protection)]


def statistics(found: Statistics) -> list[RenderableType]:
    """Return the statistics."""
    parts: list[RenderableType] = [
        Text(
            f"{counted(len(found.visits), 'report')} of visits, {counted(found.total.count, 'recommendation')}; "
            f"{counted(found.requests, 'request')} for information, not among them.\n"
            "A visit belongs to the period in which it ended, else in which its report was published."
        )
    ]
    rates = _table("Rates", "", "Number", right=(1,))
    for name, count, whole in found.rates:
        rates.add_row(name, f"{count} of {whole}")
    parts.append(rates)
    for each in found.breakdowns:
        table = _table(each.title, "", "Number", "Answered", "Achieved of judged", right=(1, 2, 3))
        for part in each.parts[:_MOST]:
            achieved = f"{part.outcomes.get('achieved', 0)} of {part.judged}"
            table.add_row(escape(part.label), str(part.count), str(part.answered), achieved)
        if len(each.parts) > _MOST:
            table.add_row(f"and {len(each.parts) - _MOST} more", "", "", "")
        parts.append(table)
    parts.extend(Text(f"Not counted: {source}: {why}") for source, why in found.unread)
    parts.extend(
        Text(f"Not counted: {record.source}: neither day nor place of a visit could be read")
        for record in found.undated
    )
    return [*parts, *protection(found.protection)]


def protection(found: Protection) -> list[RenderableType]:
    """Return what must be known before a result is handed on."""
    parts: list[RenderableType] = [Text(found.notice)]
    if found.warnings:
        parts.append(
            Text(f"To look at before handing this on: {counted(len(found.warnings), 'quotation')} of few people.")
        )
    return parts


def _rows(title: str, rows: tuple[Row, ...] | list[Row]) -> Table:
    table = _table(title, "Before", "What became of it", "Now")
    for row in rows:
        first = f"{row.earlier.citation}\n{row.earlier.quote}" if row.earlier else "-"
        later = [f"{each.citation}\n{each.quote}" for each in (*row.judged, *row.again)]
        later += [f"alike, not linked: {each.citation}" for each in row.alike]
        later += [f"perhaps: {each.citation}" for each in row.doubtful]
        table.add_row(
            _cut(first),
            escape(", ".join(_became(row)) + f"\n{row.why}"),
            "\n".join(_cut(each) for each in later) or "-",
        )
    return table


def _became(row: Row) -> list[str]:
    """What a visit found of a recommendation, as the first line counts it, then what else happened to it."""
    return list(dict.fromkeys([*([row.outcome.value] if row.outcome else []), *(each.value for each in row.changes)]))


def _table(title: str, *columns: str, right: tuple[int, ...] = ()) -> Table:
    table = Table(title=escape(title), title_justify="left", expand=True)
    for place, column in enumerate(columns):
        table.add_column(escape(column), overflow="fold", justify="right" if place in right else "left")
    return table


def _cut(text: str) -> str:
    return escape(_plain_cut(text))


def _plain_cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."
