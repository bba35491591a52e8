"""What reports ask for, each thing once: not concerns beside recommendations, nor what a follow-up prints again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.comparing.measures import measures
from assistant.comparing.rows import row_of
from assistant.register.mirrors import merged
from ingest.ledger.links import LinkStanding
from ingest.links.sides import ASKED
from ingest.passage import DocumentKind, Filters, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library


def asked_for(library: Library, filters: Filters) -> list[RegisterEntry]:
    """Return what the reports of visits that the filters permit ask to be done.

    Left out: an entry that judges or prints again an earlier one of the library, and the deficiency or concern beside
    a recommendation.

    Args:
        library: an opened library.
        filters: document filters and a theme; its kinds are not looked at.
    """
    links = library.ledger.links.all(LinkStanding.APPLIED, LinkStanding.ACCEPTED)
    judging = {stored.link.from_entry for stored in links if stored.link.relation == "judges"}
    reports = replace(filters, kinds=(DocumentKind.VISIT_REPORT.value,))
    # What a report asks for is told by all of it, not by its entries on one theme.
    whole = measures(library.ledger.register(replace(reports, theme=None), kinds=sorted(ASKED)))
    wanted = {entry.entry_id for entry in library.ledger.register(reports, kinds=sorted(ASKED))}
    found = [entry for entry in whole if entry.entry_id in wanted and entry.entry_id not in judging]
    found, _ = merged(found, library.ledger.document)
    recommended = {(entry.document_id, row_of(entry)) for entry in found if entry.kind == "recommendation"}
    return [
        entry
        for entry in found
        if entry.kind == "recommendation" or (entry.document_id, row_of(entry)) not in recommended
    ]
