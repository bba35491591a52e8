"""What reports ask for, each thing once: not what a follow-up prints again, nor both halves of a table row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.comparing.rows import row_of
from ingest.link_table import LinkStanding
from ingest.passage import DocumentKind, Filters, RegisterEntry
from ingest.sides import ASKED

if TYPE_CHECKING:
    from ingest.library import Library


def asked_for(library: Library, filters: Filters) -> list[RegisterEntry]:
    """Return recommendations and the like of the reports of visits that the filters permit.

    Left out: an entry that judges an earlier one of the library, and the deficiency or concern beside a
    recommendation in one row of a table.

    Args:
        library: an opened library.
        filters: document filters and a theme; its kinds are not looked at.
    """
    links = library.ledger.links.all(LinkStanding.APPLIED, LinkStanding.ACCEPTED)
    judging = {stored.link.from_entry for stored in links if stored.link.relation == "judges"}
    reports = replace(filters, kinds=(DocumentKind.VISIT_REPORT.value,))
    found = [entry for entry in library.ledger.register(reports, kinds=sorted(ASKED)) if entry.entry_id not in judging]
    recommended = {(entry.document_id, row_of(entry)) for entry in found if entry.kind == "recommendation"}
    return [
        entry
        for entry in found
        if entry.kind == "recommendation" or (entry.document_id, row_of(entry)) not in recommended
    ]
