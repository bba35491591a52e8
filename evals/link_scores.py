"""How well entries of different documents are linked, and visits of one place put into chains.

A link is right when the data links the same two entries; what it says of them (answers, judges, repeats) is scored
apart, since a verdict may also repeat. A link from or to an entry that the data does not have is wrong. Links that
wait for a person are not in the register: they count for the recall with review alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from evals.corpus import Corpus
from evals.datasets import GoldDocument
from evals.report import Cell
from ingest.ledger.links import IN_REGISTER, LinkStanding, StoredLink
from ingest.links.chains import Chain, ledger_chains

Pair = tuple[str, str]
# What the data calls a relation, and what the register calls it.
RELATIONS = {"answers": "responds_to", "judges": "judges", "repeats": "repeats"}


@dataclass
class LinkScore:
    """Counts over the documents of a corpus.

    Attributes:
        right, given: links in the register that the data has, and all of them; each pair of entries once.
        found, gold: links of the data that are in the register, and all of them, by relation of the data.
        reviewed: links of the data in the register or waiting for a person, by relation of the data.
        chained, chained_given, chained_gold: pairs of documents of one place: right, given, in the data.
    """

    right: int = 0
    given: int = 0
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    reviewed: Counter[str] = field(default_factory=Counter)
    chained: int = 0
    chained_given: int = 0
    chained_gold: int = 0
    relation_right: Counter[str] = field(default_factory=Counter)
    relation_given: Counter[str] = field(default_factory=Counter)


def score_links(corpus: Corpus, matched: Mapping[str, str]) -> LinkScore:
    """Compare links and chains in the library with the data.

    Args:
        corpus: documents taken in.
        matched: ids of entries in the data by id of the entry in the library that was matched with it.
    """
    score = LinkScore()
    ledger = corpus.library.ledger
    add_links(score, corpus.dataset.documents, ledger.links.all(), matched)
    add_chains(score, corpus.dataset.documents, ledger_chains(ledger), corpus.docs)
    return score


def add_links(
    score: LinkScore, documents: Sequence[GoldDocument], links: Iterable[StoredLink], matched: Mapping[str, str]
) -> None:
    """Count links; where the data has none, nothing is judged."""
    wanted = gold_links(documents)
    if not wanted:
        return
    certain: dict[Pair, set[str]] = {}
    waiting: set[Pair] = set()
    for each in links:
        ends = tuple(matched.get(name, name) for name in (each.link.from_entry, each.link.to_entry))
        pair = (ends[0], ends[1])
        if each.standing in IN_REGISTER:
            certain.setdefault(pair, set()).add(each.link.relation)
        elif each.standing is LinkStanding.OPEN:
            waiting.add(pair)
    # Data that knows no answers, say, does not make an answer wrong.
    known = {RELATIONS[name] for names in wanted.values() for name in names}
    judged = {pair: relations for pair, relations in certain.items() if pair in wanted or relations & known}
    score.given += len(judged)
    score.right += sum(pair in wanted for pair in judged)
    for pair, relations in judged.items():
        for relation in relations:
            score.relation_given[relation] += 1
            score.relation_right[relation] += pair in wanted
    for pair, names in wanted.items():
        for name in names:
            score.gold[name] += 1
            score.found[name] += pair in certain
            score.reviewed[name] += pair in certain or pair in waiting


def add_chains(
    score: LinkScore, documents: Sequence[GoldDocument], chains: Iterable[Chain], docs: Mapping[str, str]
) -> None:
    """Count pairs of documents of one place; where the data has none, nothing is judged.

    Args:
        score: to add to.
        documents: of the data.
        chains: of the library.
        docs: number in the data by document id.
    """
    wanted = gold_chains(documents)
    if not wanted:
        return
    given = {
        pair
        for chain in chains
        for pair in combinations(
            sorted(docs[record.document_id] for record in chain.documents if record.document_id in docs), 2
        )
    }
    score.chained += len(given & wanted)
    # Chains that follow from linked entries alone are not all there are.
    score.chained_given += len(given) if any(document.earlier for document in documents) else 0
    score.chained_gold += len(wanted)


def gold_links(documents: Sequence[GoldDocument]) -> dict[Pair, set[str]]:
    """Return pairs of entries of different documents with what the data calls their relation.

    A verdict is on the recommendation: the reply to it, where the data names that as well, is no pair of its own.
    """
    known = {entry.id for document in documents for entry in document.entries if entry.id}
    found: dict[Pair, set[str]] = {}
    for document in documents:
        own = {entry.id for entry in document.entries}
        for entry in document.entries:
            for name in RELATIONS:
                for target in getattr(entry, name):
                    if target in known and target not in own:
                        found.setdefault((entry.id, target), set()).add(name)
    return {pair: names for pair, names in found.items() if not _implied(pair, found)}


def _implied(pair: Pair, found: Mapping[Pair, set[str]]) -> bool:
    """Say whether a verdict on a reply follows from the one on the recommendation that the reply answers."""
    source, target = pair
    return any(
        "judges" in found[pair] and reply == target and "answers" in names and (source, asked) in found
        for (reply, asked), names in found.items()
    )


def gold_chains(documents: Sequence[GoldDocument]) -> set[Pair]:
    """Return pairs of documents about one place: those that the data names as earlier, and linked ones."""
    of = {entry.id: document.doc for document in documents for entry in document.entries if entry.id}
    joined = {frozenset({document.doc, earlier}) for document in documents for earlier in document.earlier}
    joined |= {frozenset({of[source], of[target]}) for source, target in gold_links(documents)}
    group = {document.doc: {document.doc} for document in documents}
    for pair in joined:
        one, *other = sorted(pair)
        if other and one in group and other[0] in group:
            together = group[one] | group[other[0]]
            group |= dict.fromkeys(together, together)
    return {pair for members in group.values() for pair in combinations(sorted(members), 2)}


def rows(scores: Mapping[str, LinkScore]) -> list[tuple[Cell, ...]]:
    """Return one row per measure, one column per dataset."""
    held = list(scores.values())
    found: list[tuple[Cell, ...]] = [
        ("links: precision", *(_share(each.right, each.given, each.gold.total()) for each in held)),
        ("links: recall", *(_share(each.found.total(), each.gold.total()) for each in held)),
        ("links: recall with review", *(_share(each.reviewed.total(), each.gold.total()) for each in held)),
    ]
    for name, relation in RELATIONS.items():
        if any(each.gold[name] for each in held):
            given = ((each.relation_right[relation], each.relation_given[relation], each.gold[name]) for each in held)
            found.append((f"links, {name}: precision", *(_share(*each) for each in given)))
            found.append((f"links, {name}: recall", *(_share(each.found[name], each.gold[name]) for each in held)))
    chained = ((each.chained, each.chained_given, each.chained_gold) for each in held)
    found.append(("visits of one place: precision", *(_share(*each) for each in chained)))
    found.append(("visits of one place: recall", *(_share(each.chained, each.chained_gold) for each in held)))
    return found


def _share(part: int, whole: int, judged: int = 1) -> Cell:
    return f"{part}/{whole} = {part / whole:.3f}" if whole and judged else None
