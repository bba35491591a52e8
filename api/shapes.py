"""JSON shapes of the contract, shared by the command line and HTTP (answers and hits bring their own)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.erasure import Erasure
    from ingest.ledger.store import Ledger
    from ingest.links.linking import Linked
    from ingest.passage import DocumentRecord, Passage, RegisterEntry


def document_shape(record: DocumentRecord, seconds: float | None = None) -> dict[str, Any]:
    """Return one document as ``ingest`` and ``documents`` show it; ``seconds`` only where it was just processed."""
    shape: dict[str, Any] = {
        "document_id": record.document_id,
        "source": record.source,
        "status": record.status.value,
        "reason": record.reason,
        "kind": record.kind.value,
        "metadata": {
            "title": record.metadata.title,
            "place": record.metadata.place,
            "place_type": record.metadata.place_type,
            "inspecting_body": record.metadata.inspecting_body,
            "jurisdiction": record.metadata.jurisdiction,
            "visit_start": record.metadata.visit_start,
            "visit_end": record.metadata.visit_end,
            "published": record.metadata.published,
            "announced": record.metadata.announced,
            "language": record.metadata.language,
            "previous_visit": record.metadata.previous_visit,
            "evidence": [
                {"field": each.field, "quote": each.quote, "locator": each.locator, "confidence": each.confidence}
                for each in record.metadata.evidence
            ],
        },
        "pages": {
            "total": record.pages_total,
            "text": record.pages_text,
            "ocr": record.pages_ocr,
            "blank": record.pages_blank,
            "failed": record.pages_failed,
        },
        "passages": record.passages,
        "register_entries": record.register_entries,
        "redactions": dict(record.redactions),
        "warnings": list(record.warnings),
    }
    if seconds is not None:
        shape["seconds"] = round(seconds, 2)
    return shape


def passage_shape(passage: Passage) -> dict[str, Any]:
    """Return one passage as ``show`` has it."""
    return {
        "passage_id": passage.passage_id,
        "document_id": passage.document_id,
        "locator": passage.locator,
        "page": passage.page,
        "headings": [str(heading) for heading in passage.heading_path],
        "text": str(passage.text),
    }


def entry_shape(entry: RegisterEntry, ledger: Ledger) -> dict[str, Any]:
    """Return one register entry as ``register`` shows it."""
    record = ledger.document(entry.document_id)
    return {
        "id": entry.entry_id,
        "document_id": entry.document_id,
        "source": record.source if record else None,
        "number": entry.number,
        "kind": entry.kind,
        "text": str(entry.text),
        "addressee": entry.addressee,
        "themes": list(entry.themes),
        "response": entry.response,
        "status_claimed": entry.status_claimed,
        "status_verified": entry.status_verified,
        "repeats": list(entry.repeats),
        "followed_up_by": list(entry.followed_up_by),
        "locator": entry.locator,
        "page": entry.page,
        "criteria": list(entry.criteria),
        "due": entry.due,
        "urgency": entry.urgency,
        "rests_on": list(entry.rests_on),
        "criteria_suggested": list(entry.criteria_suggested),
    }


def entry_detail(entry: RegisterEntry, ledger: Ledger) -> dict[str, Any]:
    """Return one register entry with all its links and the paragraphs that it rests on, as ``show`` has it."""
    from ingest.ledger.links import LinkStanding

    wanted = set(entry.rests_on)
    grounds = [passage for passage in ledger.document_passages(entry.document_id) if passage.locator in wanted]
    links = []
    for stored in ledger.links.of(entry.entry_id):
        outgoing = stored.link.from_entry == entry.entry_id
        other = ledger.entry(stored.link.to_entry if outgoing else stored.link.from_entry)
        if other is not None and stored.standing is not LinkStanding.REJECTED:
            links.append(
                {
                    "id": stored.link_id,
                    "relation": stored.link.relation,
                    "direction": "to" if outgoing else "from",
                    "standing": stored.standing.value,
                    "confidence": stored.link.confidence,
                    "evidence": stored.link.evidence,
                    "entry": _end_shape(other, ledger),
                }
            )
    return {
        **entry_shape(entry, ledger),
        "passage_id": entry.passage_id,
        "links": links,
        "grounds": [
            {"passage_id": each.passage_id, "locator": each.locator, "page": each.page, "text": str(each.text)}
            for each in grounds
        ],
    }


def link_shape(linked: Linked, ledger: Ledger) -> dict[str, Any]:
    """Return one link with both of its entries."""
    link = linked.stored.link
    return {
        "id": linked.stored.link_id,
        "standing": linked.stored.standing.value,
        "relation": link.relation,
        "confidence": link.confidence,
        "evidence": link.evidence,
        "from": _end_shape(linked.source, ledger),
        "to": _end_shape(linked.target, ledger),
    }


def _end_shape(entry: RegisterEntry, ledger: Ledger) -> dict[str, Any]:
    record = ledger.document(entry.document_id)
    data = record.metadata if record else None
    return {
        "id": entry.entry_id,
        "document_id": entry.document_id,
        "source": record.source if record else None,
        "place": data.place if data else None,
        "date": (data.visit_start or data.published) if data else None,
        "kind": entry.kind,
        "number": entry.number,
        "locator": entry.locator,
        "page": entry.page,
        "text": str(entry.text),
        "status_claimed": entry.status_claimed,
        "status_verified": entry.status_verified,
    }


def register_shape(entries: list[RegisterEntry], ledger: Ledger) -> dict[str, Any]:
    """Return a register query's result."""
    return {"total": len(entries), "entries": [entry_shape(entry, ledger) for entry in entries]}


def erasure_shape(erasure: Erasure) -> dict[str, Any]:
    """Return what ``erase`` did."""
    return {
        "erased": list(erasure.documents),
        "passages": erasure.counts.get("passages", 0),
        "register_entries": erasure.counts.get("register_entries", 0),
        "at": erasure.at,
        "complete": erasure.complete,
        "receipt": erasure.receipt,
    }
