"""What stands around an entry in its document and tells what it is about: the words before it, the number above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.store import Ledger
from ingest.links.sides import ASKED, Restated, Side, Under
from ingest.passage import DocumentRecord, RegisterEntry
from ingest.register.status import ACCEPTANCE, find_statuses

_LEAST_RESTATED, _MOST_RESTATED = 20, 900  # characters
_LONGEST_LEAD = 160
_ASKS = re.compile(
    r"\b(?:recommends?|recommended|should|must|shall|requests?|calls? (?:up)?on|urges?)\b", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\d+(?:\.\d+)*")
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.;!?]\s+")


def under_paragraphs(ledger: Ledger) -> Under:
    """Return which numbered paragraph is the last before each entry that bears no number itself."""

    def under(earlier: Side) -> dict[str, str]:
        above: dict[str, str] = {}
        number = ""
        for passage in ledger.document_passages(earlier.record.document_id):
            number = passage.locator if _PARAGRAPH.fullmatch(passage.locator) else number
            above[passage.passage_id] = number
        return {entry.entry_id: above.get(entry.passage_id or "", "") for entry in earlier.asked}

    return under


def restated_before(ledger: Ledger) -> Restated:
    """Return what a response prints before each answer that bears no number: often the recommendation itself."""

    def restated(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> dict[str, str]:
        wanted: dict[str, list[RegisterEntry]] = {}
        for one in entries:
            if one.kind == "response" and one.number is None and one.passage_id is not None:
                wanted.setdefault(one.passage_id, []).append(one)
        found: dict[str, str] = {}
        before = ""
        for passage in ledger.document_passages(record.document_id) if wanted else ():
            text, end = str.__str__(passage.text), 0
            for one in wanted.get(passage.passage_id, ()):
                own = str.__str__(one.text)
                at = max(text.find(own, end), end)
                lead = text[end:at] if at - end > _LEAST_RESTATED else before
                before, end = "", at + len(own)
                if _ASKS.search(lead) and not ACCEPTANCE & {status for _, _, status in find_statuses(lead)}:
                    found[one.entry_id] = lead[-_MOST_RESTATED:]
            before = text[end:]
        return found

    return restated


def lead_before(ledger: Ledger) -> Restated:
    """Return the words that lead in what a report asks for: ``(Repeated) To the Ministry:``."""

    def lead(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> dict[str, str]:
        wanted: dict[str, list[RegisterEntry]] = {}
        for one in entries:
            if one.kind in ASKED and one.passage_id is not None:
                wanted.setdefault(one.passage_id, []).append(one)
        found: dict[str, str] = {}
        for passage in ledger.document_passages(record.document_id) if wanted else ():
            text, end = str.__str__(passage.text), 0
            for one in wanted.get(passage.passage_id, ()):
                own = str.__str__(one.text)
                at = text.find(own, end)
                if at >= end:
                    found[one.entry_id] = _SENTENCE_END.split(text[end:at])[-1][-_LONGEST_LEAD:]
                    end = at + len(own)
        return found

    return lead
