"""Records of documents that searches have read, kept until the ledger changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ingest.passage import DocumentRecord, Passage

if TYPE_CHECKING:
    from ingest.ledger.store import Ledger

_MOST = 20_000
# By ledger: its generation, and the records read since.
_READ: WeakKeyDictionary[Ledger, tuple[int, dict[str, DocumentRecord]]] = WeakKeyDictionary()


def documents_of(ledger: Ledger, passages: Iterable[Passage]) -> dict[str, DocumentRecord]:
    """Return the records of the documents that passages are from; every passage has one."""
    generation = ledger.generation()
    held = _READ.get(ledger)
    if held is None or held[0] != generation or len(held[1]) > _MOST:
        held = _READ[ledger] = (generation, {})
    records = held[1]
    wanted = dict.fromkeys(passage.document_id for passage in passages)
    missing = [name for name in wanted if name not in records]
    if missing:
        records.update(ledger.documents_of(missing))
    return {name: records[name] for name in wanted if name in records}
