"""Linked evidence: what became of the recommendations that stand among the evidence on a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work
from assistant.comparing.standing import Outcome, outcome_of
from assistant.register.counting import REQUESTS
from assistant.register.mirrors import merged
from assistant.register.reply_passages import replies_of
from ingest.passage import DocumentKind, Filters, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

_MOST = 2


@dataclass(frozen=True)
class Fate:
    """What became of one recommendation.

    Attributes:
        entry: of the register.
        verified: what a later visit found, on one scale; ``None`` where none has judged it.
        claimed: what the authority says; ``None`` where it has not answered.
        claims: the words of both, each a quotation.
    """

    entry: RegisterEntry
    verified: Outcome | None
    claimed: str | None
    claims: tuple[Claim, ...]


class Fates:
    """Looks up what became of recommendations; reads the register once."""

    def __init__(self, library: Library) -> None:
        """Take an opened library."""
        self._library = library
        self._held: tuple[int, dict[str, list[RegisterEntry]], dict[str, tuple[RegisterEntry, ...]]] | None = None

    def of(self, work: Work, evidence: Sequence[Evidence]) -> list[Fate]:
        """Return the fates of the recommendations among the evidence, in its order, at most two."""
        by_passage, echoes = self._read()
        found: dict[str, Fate] = {}
        for item in evidence:
            if item.hit.document.kind is DocumentKind.RESPONSE:
                continue
            for entry in by_passage.get(item.hit.passage.passage_id, ()):
                if entry.entry_id not in found and _is_of(entry, item):
                    fate = self._fate(work, entry, echoes.get(entry.entry_id, ()))
                    if fate.claims or fate.verified:
                        found[entry.entry_id] = fate
        return list(found.values())[:_MOST]

    def _fate(self, work: Work, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> Fate:
        later = [entry, *echoes]
        for name in dict.fromkeys(name for one in later for name in one.followed_up_by):
            reached = self._library.ledger.entry(name)
            if reached is not None and reached.entry_id != entry.entry_id:
                later.append(reached)
        statuses = [one.status_verified for one in later if one.status_verified]
        asked = [one for one in later if one.kind == "recommendation" and one.document_id != entry.document_id]
        repeated = any(not one.status_verified for one in asked)
        said = [one.status_claimed for one in later if one.status_claimed]
        claims = []
        for passage, quote in replies_of(work, entry, echoes):
            work.passages[passage.passage_id] = passage
            record = self._library.ledger.document(passage.document_id)
            if record is not None:
                work.documents[record.document_id] = record
                claims.append(Claim(quote, ((passage.passage_id, quote),)))
        verified = outcome_of(statuses[-1]) if statuses else None
        if verified is Outcome.ACHIEVED and repeated:
            # Achieved and asked for again: one of them is misread, or is said of a part.
            verified = Outcome.UNKNOWN
        return Fate(entry, verified, said[-1] if said else None, tuple(claims))

    def _read(self) -> tuple[dict[str, list[RegisterEntry]], dict[str, tuple[RegisterEntry, ...]]]:
        ledger = self._library.ledger
        generation = ledger.generation()
        if self._held is None or self._held[0] != generation:
            entries = ledger.register(Filters(), kinds=REQUESTS)
            _, echoes = merged(entries, ledger.document)
            by_passage: dict[str, list[RegisterEntry]] = {}
            for entry in entries:
                by_passage.setdefault(entry.passage_id or "", []).append(entry)
            self._held = (generation, by_passage, echoes)
        return self._held[1], self._held[2]


def _is_of(entry: RegisterEntry, item: Evidence) -> bool:
    """Say whether a sentence is (part of) an entry: a passage may hold several."""
    said, written = folded(item.text), folded(str(entry.text))
    return said in written or written in said
