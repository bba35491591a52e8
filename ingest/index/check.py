"""The check: ledger, indexes and files agree, and every passage is found by its own words and its own vector."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.embedding.embedder import Embedder
from ingest.home import Home
from ingest.index.passages import PassageIndex
from ingest.ledger.store import Ledger
from ingest.passage import DocumentStatus, Filters

SAMPLE = 500
AMONG = 10


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of a check.

    Attributes:
        problems: plain sentences with ids; empty is well.
        documents: number in the ledger, of any status.
        passages: number of live passages.
        tried: how many of them were searched for by their own words and vector.
    """

    problems: tuple[str, ...]
    documents: int
    passages: int
    tried: int

    @property
    def ok(self) -> bool:
        """Say whether nothing was found."""
        return not self.problems


def otherwise_embedded(ledger: Ledger, embedder: Embedder) -> int:
    """Return how many passages have vectors of another model: only their words find them until a rebuild."""
    return sum(
        document.passages
        for document in ledger.documents(status=DocumentStatus.INDEXED)
        if ledger.embedder(document.document_id) != embedder.name
    )


def check(
    home: Home, ledger: Ledger, index: PassageIndex, embedder: Embedder, *, complete: bool, owner: bool
) -> CheckReport:
    """Compare everything with the ledger; read-only.

    Args:
        home: where the files lie.
        ledger: the source of truth.
        index: what is compared with it.
        embedder: the model whose vectors are compared.
        complete: try every passage; otherwise at most :data:`SAMPLE` of them.
        owner: the caller holds the lock, so that the approximate index may be opened.
    """
    live = ledger.passage_ids(Filters())
    problems = [*_files(home, index), *(f"ledger: {complaint}" for complaint in ledger.integrity())]
    lexical, approximate, present = index.manifests()
    if lexical != present:
        problems.append("lexical index: made from another state of the ledger; run rebuild")
    problems += _difference("lexical index", index.words().ids(), live)
    problems += _difference("vectors", index.exact().ids(), live)
    if index.has_approximate():
        if approximate != present:
            problems.append("approximate index: made from another state of the ledger; run rebuild")
        if owner:
            problems += _difference("approximate index", index.approximate().ids(), live)
    for document_id in ledger.pending_erasures():
        problems.append(f"erasure of {document_id} is not finished; open the library for writing")
    tried = sorted(live)
    if not complete and len(tried) > SAMPLE:
        tried = random.Random(present.generation).sample(tried, SAMPLE)
    problems += _unfound(tried, ledger, index)
    return CheckReport(tuple(problems), len(ledger.documents()), len(live), len(tried))


def _files(home: Home, index: PassageIndex) -> list[str]:
    problems = []
    if home.path.stat().st_mode & 0o077:
        problems.append("home directory: others may read it; its mode should be 0700")
    for path in (home.ledger, home.key_file):
        if path.exists() and path.stat().st_mode & 0o077:
            problems.append(f"{path.name}: others may read it; its mode should be 0600")
    strangers = sorted({path.name for path in home.path.iterdir()} - home.known_names())
    problems += [f"home directory: {name} does not belong there" for name in [*strangers, *index.strangers()]]
    return problems


def _difference(name: str, held: set[str], live: set[str]) -> list[str]:
    problems = []
    if missing := live - held:
        problems.append(f"{name}: {len(missing)} passages are missing, such as {min(missing)}; run rebuild")
    if extra := held - live:
        problems.append(f"{name}: {len(extra)} passages are not in the ledger, such as {min(extra)}; run rebuild")
    return problems


def _unfound(tried: Sequence[str], ledger: Ledger, index: PassageIndex) -> list[str]:
    words, exact, problems = index.words(), index.exact(), []
    held = exact.ids()
    for start in range(0, len(tried), SAMPLE):
        for name, passage in ledger.passages(tried[start : start + SAMPLE]).items():
            if not words.finds(passage):
                problems.append(f"lexical index: {name} is not found by its own words")
            if name in held:
                near = exact.search(exact.rows([name])[0], AMONG)
                # The same text elsewhere has the same vector: any of them is as near as can be.
                if not any(hit.passage_id == name or hit.score > 1 - 1e-4 for hit in near):
                    problems.append(f"vectors: {name} is not found by its own vector")
    return problems
