"""Links between entries as the data has them: what linking misses, apart from what extraction misses before it."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from evals.corpus import Corpus
from evals.datasets import GoldDocument, GoldEntry
from evals.link_scores import LinkScore, add_links
from evals.report import Cell
from ingest.ledger.links import standing
from ingest.links.linking import links_between
from ingest.passage import Passage, RegisterEntry
from ingest.register.entry_themes import about
from ingest.taxonomy import themes_of

_LEAST_LETTERS = 20
# Numbers that the data gives to what bears none in print.
_UNPRINTED = re.compile(r"(?:F|GP|P)\d+")


def score_given_links(corpus: Corpus) -> LinkScore:
    """Link the entries of the data, in the library that holds their documents; nothing of them is stored.

    Each entry is put into the passage that is most like it, so that vectors tell what they do in the library.
    """
    entries = [entry for document in corpus.dataset.documents for entry in _entries(document, corpus)]
    found = links_between(corpus.library.ledger, entries)
    score = LinkScore()
    add_links(score, corpus.dataset.documents, standing(found, (), entries), {})
    return score


def rows(scores: list[LinkScore]) -> list[tuple[Cell, ...]]:
    """Return one row per measure, one column per dataset."""
    parts = {
        "precision": [(each.right, each.given) for each in scores],
        "recall": [(each.found.total(), each.gold.total()) for each in scores],
    }
    return [
        (f"links between entries as given: {name}", *(f"{a}/{b} = {a / b:.3f}" if b else None for a, b in pairs))
        for name, pairs in parts.items()
    ]


def _entries(document: GoldDocument, corpus: Corpus) -> list[RegisterEntry]:
    name = corpus.records[document.doc].document_id
    if name not in corpus.docs:
        return []
    passages = [one for one in corpus.library.ledger.document_passages(name) if len(one.text) >= _LEAST_LETTERS]
    return [_entry(name, f"{document.doc}#{n}", gold, passages) for n, gold in enumerate(document.entries)]


def _entry(document_id: str, name: str, gold: GoldEntry, passages: list[Passage]) -> RegisterEntry:
    nearest = max(passages, key=lambda one: fuzz.partial_ratio(gold.text, str.__str__(one.text)), default=None)
    return RegisterEntry(
        gold.id or name,
        document_id,
        nearest.passage_id if nearest is not None else None,
        None if gold.number is not None and _UNPRINTED.fullmatch(gold.number) else gold.number,
        gold.kind,
        gold.text,  # type: ignore[arg-type]  # as the data has it; it stays in memory
        addressee=gold.addressee,
        themes=themes_of(about(gold.text, gold.addressee)),
        status_claimed=gold.claimed,
        status_verified=gold.verified,
        locator=gold.locator or (nearest.locator if nearest is not None else ""),
    )
