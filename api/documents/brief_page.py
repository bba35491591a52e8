"""The page of a brief."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from api.counted import counted
from api.documents.comparison_page import (
    coverage_blocks,
    dated,
    documents_table,
    happened,
    joined,
    possible_items,
    protection_blocks,
    quoted,
)
from api.documents.page import Block, Cell, Heading, Items, Line, Page, Paragraph, Style, Table, cell
from api.spoken_date import spoken_date

if TYPE_CHECKING:
    from assistant.briefing.brief import Brief
    from assistant.briefing.checklist import Check
    from assistant.briefing.unanswered import Unanswered
    from assistant.comparing.history import History
    from assistant.comparing.quotation import Cited


def brief_page(found: Brief, made: str) -> Page:
    """Return the page.

    Args:
        found: the brief.
        made: date on which it was made.
    """
    themes = ", ".join(_spoken(theme) for theme in found.themes) or "none named or found"
    lines = (f"Type of place: {found.place_type or 'not known'}. Themes: {themes}.", f"Made on {made}.")
    blocks: list[Block] = [Paragraph(found.read_as, Style.NOTE)] if found.read_as else []
    if found.missing:
        blocks.append(Paragraph(found.missing, Style.STRONG))
    if found.known:
        blocks += _past(found)
    blocks += [
        Heading("What to look at"),
        Heading(f"Type of place: {found.place_type or 'other'}", 2),
        _checks(found.place_checks),
    ]
    if found.theme_checks:
        blocks += [Heading("Themes", 2), _checks(found.theme_checks)]
    blocks += [
        Heading("Any visit", 2),
        _checks(found.visiting),
        Heading("Do no harm"),
        _checks(found.reminders),
        Heading("Criteria"),
        Paragraph(
            "Gists of our criteria catalogue, which paraphrases; the official text decides.",
            Style.NOTE,
        ),
        Table(
            ("Provision", "What it asks for"),
            tuple(
                (cell(str(each.reference)), cell(Line(each.heading, Style.STRONG), each.gist))
                for each in found.criteria
            ),
            (1, 5),
        ),
        *coverage_blocks(found.coverage),
        *protection_blocks(found.protection),
    ]
    place = f"{found.place[:1].upper()}{found.place[1:]}"
    return Page(f"Brief for a visit: {place}", lines, found.protection.notice, tuple(blocks))


def _past(found: Brief) -> list[Block]:
    blocks: list[Block] = [Heading("Documents"), documents_table(found.visits), *possible_items(found.possible)]
    if found.last is not None:
        blocks.append(Heading("Last findings"))
        blocks.append(
            Paragraph(
                f"Last report: {dated(found.last)}. {len(found.findings)} of {counted(found.findings_of, 'finding')} "
                f"{'is' if len(found.findings) == 1 else 'are'} shown, the newest "
                "visit first; what has been settled since stands under the recommendations."
            )
        )
        visits = dict.fromkeys(each.document.document_id for each in found.findings)
        for visit in visits:
            own = [each for each in found.findings if each.document.document_id == visit]
            if len(visits) > 1:
                blocks.append(Heading(_found_on(own[0].date), 2))
            blocks.append(_quotations(own, ""))
        if not visits:
            blocks.append(_quotations((), "The register has no findings of this report."))
        if found.good_practice:
            blocks += [Heading("Good practice", 2), _quotations(found.good_practice, "")]
    overdue = sum(each.overdue is True for each in found.unanswered)
    blocks += [
        Heading("Open recommendations"),
        Paragraph(
            f"{len(found.open)} {_be(len(found.open))} open, {len(found.repeated) or 'none'} of them made more than "
            "once. "
            "Open means: no verdict of a visit shows them achieved.",
        ),
        _open(found.open),
    ]
    if found.claims:
        blocks += [Heading("Said to be done, to be seen on the spot"), _claims(found.claims)]
    waiting = f"Without a reply in the library: {counted(len(found.unanswered), 'demand')}."
    passed = f" {'Its time has' if overdue == len(found.unanswered) == 1 else f'The time of {overdue} has'} passed."
    blocks += [
        Heading("Without a reply"),
        Paragraph(waiting + (passed if overdue else "")),
        *((_waiting(found.unanswered),) if found.unanswered else ()),
        *(
            Paragraph(
                f"A reply came late, on {spoken_date(each.received or '')} instead of {spoken_date(each.due or '')}: "
                f"{each.asked.citation}."
            )
            for each in found.late
        ),
    ]
    return blocks


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _found_on(date: str) -> str:
    if not date:
        return "Found in a visit without a date"
    return f"Found {'on' if len(date) == len('2024-06-04') else 'in'} {spoken_date(date)}"


def _quotations(cited: Iterable[Cited], none: str) -> Items | Paragraph:
    items = tuple(quoted(each) for each in cited)
    return Items(items) if items else Paragraph(none)


def _open(found: Iterable[History]) -> Table | Paragraph:
    rows = []
    for history in found:
        steps = [
            cell(
                happened(event),
                Line(event.cited.quote if event.what == "judged" else event.words, Style.QUOTE),
                Line(event.cited.citation, Style.CITE),
            )
            for event in history.events[1:]
        ]
        told = {1: "made once", 2: "made twice"}.get(history.times, f"made {history.times} times")
        standing = cell(Line(told, Style.STRONG if history.times > 1 else Style.PLAIN), *_standing(history))
        rows.append((quoted(history.last_asked), standing, joined(steps) or cell(Line("nothing since", Style.NOTE))))
    if not rows:
        return Paragraph("None.")
    return Table(("Recommendation", "Standing", "What happened"), tuple(rows), (5, 3, 4))


def _claims(found: Iterable[History]) -> Table:
    """Return what an authority says is done; the recommendation itself stands in the table above."""
    rows = []
    for history in found:
        said = [event for event in history.events if event.what == "answered"]
        words = [cell(Line(event.words, Style.QUOTE), Line(event.cited.citation, Style.CITE)) for event in said]
        rows.append((cell(history.last_asked.citation), cell(history.claimed or ""), joined(words) or cell("")))
    return Table(("Recommendation", "Claimed", "In the authority's words"), tuple(rows), (4, 2, 6))


def _standing(history: History) -> list[str]:
    addressee = history.last_asked.entry.addressee
    parts = [f"last found: {history.outcome}" if history.outcome else "no verdict yet"]
    if addressee:
        parts.append(f"to: {addressee}")
    if history.claimed:
        parts.append(f"claimed: {history.claimed}")
    return parts


def _waiting(found: Iterable[Unanswered]) -> Table | Paragraph:
    rows = []
    for each in found:
        due = each.due or each.asked.entry.due or "no date known"
        late = cell(Line("overdue", Style.STRONG)) if each.overdue else cell("not yet due" if each.due else "")
        rows.append((quoted(each.asked), cell(due), late))
    if not rows:
        return Paragraph("None.")
    return Table(("Asked", "Due", ""), tuple(rows), (7, 2, 2))


def _checks(checks: Iterable[Check]) -> Items:
    return Items(tuple(_check(check) for check in checks), tick=True)


def _check(check: Check) -> Cell:
    rests = ", ".join(check.refs)
    return cell(check.text, Line(f"{rests}" + (f"; by way of {check.how}" if check.how else ""), Style.CITE))


def _spoken(theme: str) -> str:
    return theme.replace("_", " ")
