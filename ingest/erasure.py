"""Erasure: after it returns, nothing of a document is in any file of the home directory.

Deleting is not enough: tantivy and Chroma keep deleted terms and vectors in their files, SQLite keeps deleted rows in
its write-ahead log and copies of them in the gaps of its pages. So the rows are overwritten (``secure_delete``), the
ledger is written anew and its log emptied, and both indexes are built anew beside the old ones, which are then removed.
The ledger notes the erasure first; killed at any point, the next opening for writing finishes it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from ingest.errors import BuiltIn
from ingest.index.passages import PassageIndex
from ingest.ledger.store import Ledger
from ingest.passage import DocumentKind


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased, and a receipt for it.

    Attributes:
        documents: ids that were erased.
        unknown: ids that the library did not hold.
        counts: documents, passages, vectors, register entries and conversation turns deleted.
        at: moment in UTC, ISO 8601.
        complete: ``False`` if a reader kept the write-ahead log open; it is emptied at the next opening for writing.
        receipt: keyed digest over all of the above, to be checked by whoever holds the home's key.
    """

    documents: tuple[str, ...]
    unknown: tuple[str, ...]
    counts: dict[str, int]
    at: str
    complete: bool
    receipt: str


def refuse_built_in(ids: Sequence[str], ledger: Ledger) -> None:
    """Refuse to erase what ships with the program.

    Raises:
        BuiltIn: the criteria catalogue is among the documents.
    """
    held = (ledger.document(name) for name in ids)
    if any(record is not None and record.kind == DocumentKind.CATALOGUE for record in held):
        raise BuiltIn


def erase(
    ids: Sequence[str],
    *,
    ledger: Ledger,
    index: PassageIndex,
    relink: Callable[[], None],
    key: bytes,
    reached: Callable[[str], None],
) -> Erasure:
    """Erase documents from ledger, indexes and conversations; the holder of the lock calls it.

    Raises:
        BuiltIn: the criteria catalogue is among the documents; nothing was erased.
    """
    refuse_built_in(ids, ledger)
    known = tuple(name for name in dict.fromkeys(ids) if ledger.document(name) is not None)
    unknown = tuple(name for name in dict.fromkeys(ids) if name not in known)
    counts = ledger.erase(known)
    reached("erase_ledger")
    complete = finish(ledger=ledger, index=index, relink=relink, reached=reached)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    content = json.dumps([known, unknown, counts, at, complete], sort_keys=True)
    receipt = hmac.new(key, content.encode(), hashlib.sha256).hexdigest()
    return Erasure(known, unknown, counts, at, complete, receipt)


def finish(*, ledger: Ledger, index: PassageIndex, relink: Callable[[], None], reached: Callable[[str], None]) -> bool:
    """Take what is deleted in the ledger out of every file; ``False`` if a reader holds back the last step."""
    index.rebuild()
    reached("erase_index")
    relink()
    ledger.compact()
    ledger.set_meta("purge", None)
    ledger.finish_erasures()
    reached("erase_done")
    return ledger.checkpoint()
