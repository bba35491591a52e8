"""The page of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from api.counted import counted
from api.documents.page import Block, Cell, Heading, Items, Line, Page, Paragraph, Style, Table, cell
from api.spoken_date import spoken_date

if TYPE_CHECKING:
    from assistant.comparing.change import Contradiction, Row
    from assistant.comparing.comparison import Comparison
    from assistant.comparing.history import Event, History
    from assistant.comparing.protection import Protection
    from assistant.comparing.quotation import Cited
    from ingest.links.chains import Visit
    from ingest.passage import Coverage, DocumentRecord


def comparison_page(found: Comparison, made: str) -> Page:
    """Return the page of a comparison.

    Args:
        found: the comparison.
        made: date on which it was made.
    """
    from assistant.comparing.change import Change

    counts = found.counts
    judged = counts["with a linked verdict"]
    blocks: list[Block] = [
        *([Paragraph(found.read_as, Style.NOTE)] if found.read_as else []),
        Heading("In short"),
        Table(
            ("What became of it", "Recommendations"),
            tuple(
                (cell(label), cell(f"{counts[key]} of {whole}" if whole else "no verdict"))
                for label, key, whole in (
                    ("Verdict of the later visit linked to it", "with a linked verdict", counts["compared"]),
                    ("Achieved, of those with a verdict", "achieved", judged),
                    ("Partly achieved, of those with a verdict", "partly achieved", judged),
                    ("Not achieved, of those with a verdict", "not achieved", judged),
                    ("Made again", "repeated", counts["compared"]),
                    ("Worse than before", "worse", counts["compared"]),
                    ("Not spoken of by any link", "dropped", counts["compared"]),
                )
            ),
            (3, 1),
            frozenset({1}),
        ),
        *_others(found),
        Paragraph(
            f"New in the later visit: {counts['new']}. Improved, worse and achieved rest on verdicts of a visit that "
            "are linked to the recommendation, never on a likeness of texts.",
            Style.NOTE,
        ),
        Heading("Taken up by the later visit"),
        _rows([row for row in found.rows if Change.DROPPED not in row.changes]),
        Heading("New"),
        _rows(found.new),
        Heading("Not spoken of any more"),
        _rows(found.with_change(Change.DROPPED)),
    ]
    if found.unlinked:
        blocks += [Heading("Verdicts without a linked recommendation"), _rows(found.unlinked)]
    blocks += [Heading("What was claimed and what was found"), _contradictions(found.contradictions)]
    blocks += [Heading("Over all visits"), _chains(found.chains)]
    blocks += [Heading("Documents"), documents_table(found.visits), *possible_items(found.possible)]
    blocks += [*coverage_blocks(found.coverage), *protection_blocks(found.protection)]
    return Page(
        f"{found.place[:1].upper()}{found.place[1:]}: two visits compared",
        (f"{dated(found.earlier)} and {dated(found.later)}", f"Made on {made}."),
        found.protection.notice,
        tuple(blocks),
    )


def _others(found: Comparison) -> list[Block]:
    """Name the visits of the place that are not compared: what they found stands in the chains alone."""
    compared = {found.earlier.document_id, found.later.document_id}
    reports = (one.document for one in found.visits if one.document.kind == "visit_report")
    others = [dated(record) for record in reports if record.document_id not in compared]
    if not others:
        return []
    told = "; ".join(others)
    return [Paragraph(f"Not compared here, though of the same place: {told}. See “Over all visits”.", Style.NOTE)]


def dated(record: DocumentRecord) -> str:
    """Return title and date of a document."""
    data = record.metadata
    date = data.visit_start or data.visit_end or data.published or "no date"
    return f"{data.title or record.source} ({spoken_date(date)})"


def quoted(cited: Cited, *before: str) -> Cell:
    """Return a quotation with its place in the source."""
    quote = f"{cited.quote} […]" if cited.quote_cut else cited.quote
    return cell(*before, Line(quote, Style.QUOTE), Line(cited.citation, Style.CITE))


def joined(cells: Iterable[Cell]) -> Cell:
    """Return several cells as one."""
    return tuple(line for each in cells for line in each)


def documents_table(visits: Iterable[Visit]) -> Table:
    """Return the documents about a place with why each is thought to be about it."""
    rows = [
        (
            cell(visit.date or "no date"),
            cell(
                visit.document.metadata.title or visit.document.source,
                Line(f"{visit.document.kind.value.replace('_', ' ')}, {visit.document.document_id}", Style.CITE),
            ),
            cell(f"{visit.confidence:.2f}", Line(visit.evidence, Style.CITE)) if visit.after else cell(""),
        )
        for visit in visits
    ]
    return Table(("Date", "Document", "Same place"), tuple(rows), (2, 6, 3))


def possible_items(visits: Iterable[Visit]) -> list[Block]:
    """Return documents that a person should decide on, if there are any."""
    items = tuple(
        cell(dated(visit.document), Line(f"{visit.confidence:.2f}: {visit.evidence}", Style.CITE)) for visit in visits
    )
    if not items:
        return []
    return [Paragraph("May be about the same place; a person should decide. They were left out:"), Items(items)]


def coverage_blocks(coverage: Coverage) -> list[Block]:
    """Return what was looked through and what could not be read."""
    told = f"Looked through: {counted(coverage.documents, 'document')}, {counted(coverage.passages, 'passage')}."
    if coverage.unread_pages:
        told += f" {counted(coverage.unread_pages, 'page')} could not be read and may hold more."
    if coverage.held:
        told += f" Held back and not read: {counted(coverage.held, 'document')} of the library."
    return [Heading("What this rests on"), Paragraph(told)]


def protection_blocks(protection: Protection) -> list[Block]:
    """Return what a person should look at before the page is handed on."""
    blocks: list[Block] = [Heading("Before this is handed on"), Paragraph(protection.notice)]
    if protection.warnings:
        blocks.append(Paragraph("These quotations speak of few people or may point at one person:"))
        blocks.append(
            Items(tuple(cell(each.citation, Line(each.why, Style.CITE)) for each in protection.warnings), True)
        )
    else:
        blocks.append(
            Paragraph("No quotation with a small group or a telling combination was found; read it all the same.")
        )
    return blocks


def happened(event: Event) -> str:
    """Say when something happened to a recommendation and what: a reply claims, a visit finds."""
    said = {"answered": "answered, claimed", "judged": "a visit found"}.get(event.what, event.what)
    spoken = "spoken of by a visit, no verdict read" if event.what == "judged" else event.what
    told = f"{said}: {event.status}" if event.status else spoken
    return f"{event.cited.date or 'no date'}: {told}"


def _rows(rows: Sequence[Row]) -> Table | Paragraph:
    made = []
    for row in rows:
        changes = ", ".join(change.value for change in row.changes)
        statuses = [
            f"found: {row.status_verified}" if row.status_verified else "",
            f"claimed: {row.status_claimed}" if row.status_claimed else "",
        ]
        first = quoted(row.earlier) if row.earlier else cell(Line("—", Style.NOTE))
        beside = [quoted(each, "In the same row:") for each in row.beside]
        later = [quoted(each, "Verdict:") for each in row.judged] + [quoted(each, "Asked:") for each in row.again]
        later += [quoted(each, "Alike, not linked:") for each in row.alike]
        later += [quoted(each, "Perhaps (a link waits for a person):") for each in row.doubtful]
        made.append(
            (
                joined([first, *beside]),
                cell(Line(changes, Style.STRONG), *statuses, Line(_further(row), Style.CITE)),
                joined(later) or cell(Line("—", Style.NOTE)),
            )
        )
    if not made:
        return Paragraph("None.")
    if not any(row.earlier or row.beside for row in rows):
        # What is new or stands alone has nothing before it.
        return Table(("What it is", "Now"), tuple(each[1:] for each in made), (3, 10))
    return Table(("Before", "What became of it", "Now"), tuple(made), (5, 3, 5))


def _further(row: Row) -> str:
    """Return why a change holds, without the verdict, which stands above it."""
    parts = row.why.split("; ")
    return "; ".join(part for part in parts if not (row.status_verified and part.endswith(f": {row.status_verified}")))


def _contradictions(found: Iterable[Contradiction]) -> Table | Paragraph:
    rows = tuple(
        (
            quoted(each.asked),
            cell(
                Line(each.claimed, Style.STRONG), Line(each.words, Style.QUOTE), Line(each.claim.citation, Style.CITE)
            ),
            joined([cell(Line(each.verified, Style.STRONG)), quoted(each.finding), cell(Line(each.how, Style.NOTE))]),
        )
        for each in found
    )
    if not rows:
        return Paragraph("No claim that a linked verdict contradicts.")
    return Table(("Recommendation", "The authority said", "The visit found"), rows, (5, 4, 5))


def _chains(found: Iterable[History]) -> Table | Paragraph:
    rows = []
    for history in found:
        if len(history.events) < 2:
            continue
        steps = [cell(Line(happened(event)), Line(event.cited.citation, Style.CITE)) for event in history.events]
        rows.append((quoted(history.first), joined(steps), cell("open" if history.open else "closed")))
    if not rows:
        return Paragraph("Nothing is linked over several documents.")
    return Table(("Recommendation", "What happened", "Standing"), tuple(rows), (5, 6, 2))
