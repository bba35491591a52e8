"""What stands around entries in their documents, as the ledger holds these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.links.cited_numbers import PARAGRAPH
from ingest.links.sides import Around, Context
from ingest.passage import DocumentRecord, RegisterEntry

if TYPE_CHECKING:
    from ingest.ledger.store import Ledger

_LONGEST_LEAD, _LONGEST_BEFORE = 160, 900  # characters
_ASKS = re.compile(r"\b(?:recommend\w*|should|must|shall|requests?|calls? (?:up)?on|urges?)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.;!?]\s+")


def surroundings(ledger: Ledger) -> Around:
    """Return a look at what stands around the entries of documents of a ledger."""

    def around(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> dict[str, Context]:
        wanted: dict[str, list[RegisterEntry]] = {}
        for entry in entries:
            wanted.setdefault(entry.passage_id or "", []).append(entry)
        vectors = ledger.vectors_of([name for name in wanted if name])
        found: dict[str, Context] = {}
        number = before = ""
        for passage in ledger.document_passages(record.document_id) if vectors or set(wanted) - {""} else ():
            number = passage.locator if PARAGRAPH.fullmatch(passage.locator) else number
            heading = str.__str__(passage.heading_path[-1]) if passage.heading_path else ""
            text, end = str.__str__(passage.text), 0
            for entry in wanted.get(passage.passage_id, ()):
                own, lead, stretch = str.__str__(entry.text), "", ""
                at = text.find(own, end)
                if at >= end:
                    stretch = text[end:at][-_LONGEST_BEFORE:]
                    lead = _SENTENCE_END.split(stretch)[-1][-_LONGEST_LEAD:]
                    end = at + len(own)
                told = before[-_LONGEST_BEFORE:] if _ASKS.search(before) else ""
                found[entry.entry_id] = Context(heading, lead, told, number, vectors.get(passage.passage_id), stretch)
                before = ""
            before = text if passage.passage_id not in wanted else ""
        return found

    return around
