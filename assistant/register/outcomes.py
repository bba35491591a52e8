"""Outcomes: what was answered to a recommendation that an answer quotes, and what a later visit found of it.

Whoever reads a recommendation wants to know what became of it, in whatever words the question was put.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work
from assistant.register.counting import REQUESTS
from assistant.register.replies import Matter, matters_for, reply_claims
from ingest.passage import Filters, RegisterEntry

# A recommendation further down is not what the question is about.
_FOREMOST = 2
_MOST = 2


def with_outcomes(work: Work, chosen: Sequence[Evidence], claims: Sequence[Claim]) -> list[Claim]:
    """Put replies and verdicts behind the recommendations that open an answer.

    Args:
        work: the question; the passages quoted are noted as retrieved.
        chosen: the sentences of the answer, the direct answer first.
        claims: the same as claims, one for each.

    Returns:
        the claims; behind one that quotes a recommendation the newest of the passages linked to it.
    """
    found = _matters(work, chosen[:_FOREMOST])
    if not found:
        return list(claims)
    known = {name for claim in claims for name, _ in claim.quotes}
    told: list[Claim] = []
    for item, claim in zip(chosen, claims, strict=True):
        told.append(claim)
        for matter in found.get(item.hit.passage.passage_id, ()):
            new = [one for one in reply_claims(work, matter) if one.quotes[0][0] not in known][-_MOST:]
            known.update(one.quotes[0][0] for one in new)
            told.extend(new)
    return told


def _matters(work: Work, foremost: Sequence[Evidence]) -> dict[str, list[Matter]]:
    """The recommendations that sentences quote, with what became of them, by passage."""
    documents = tuple(dict.fromkeys(item.hit.document.document_id for item in foremost))
    if not documents:
        return {}
    entries = [
        entry
        for entry in work.library.ledger.register(Filters(documents=documents), kinds=REQUESTS)
        if any(_quotes(item, entry) for item in foremost)
    ]
    found: dict[str, list[Matter]] = {}
    for matter in matters_for(work, entries) if entries else []:
        if matter.replies:
            found.setdefault(matter.passage.passage_id, []).append(matter)
    return found


def _quotes(item: Evidence, entry: RegisterEntry) -> bool:
    """Whether a sentence is one of a recommendation; a row of a table is quoted whole."""
    if entry.passage_id != item.hit.passage.passage_id:
        return False
    said, text = folded(item.text), folded(str(entry.text))
    return item.hit.passage.block_kind == "table_row" or said in text or text in said
