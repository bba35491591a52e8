"""A second opinion on what the rules made of a block: the classifier corrects the kind where it contradicts flatly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.entry_kinds.classifier import KINDS, EntryKinds
from ingest.entry_kinds.features import units
from ingest.entry_kinds.reading import asks
from ingest.register.addressee import leading_addressee, subject_addressee
from ingest.register.candidate import Candidate, lists_all
from ingest.register.looking_back import looks_back
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_RECOMMENDATION, _REQUEST = KINDS.index("recommendation"), KINDS.index("request")
# Chosen on sets of reports that were not trained on: of findings from the one on all were recommendations, of
# recommendations under the other none were that bear no number, or no word that asks.
_SURELY, _HARDLY = 0.7, 0.2


def reconsidered(
    blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate], classifier: EntryKinds, document: str
) -> list[Candidate]:
    """Return the candidates without recommendations that hardly are any; findings that surely recommend become such.

    Args:
        blocks: a report's blocks in reading order.
        candidates: what the rules found; kinds and addressees are written. What a printed label calls by its kind,
            and what stands inside a paragraph, is not asked about.
        classifier: of entries.
        document: see :class:`~ingest.entry_kinds.features.Unit`.
    """
    asked = {} if lists_all(candidates) else {id(one.block): one for one in candidates if _is_open(one)}
    placed = [one for one in units(blocks, document) if id(blocks[one.block]) in asked]
    surely: dict[int, float] = {}
    hardly: dict[int, float] = defaultdict(float)
    for each, row in zip(placed, classifier.probabilities([each.unit for each in placed]), strict=True):
        of = id(blocks[each.block])
        # A block is hardly a recommendation where none of its sentences is.
        hardly[of] = max(hardly[of], float(row[_RECOMMENDATION] + row[_REQUEST]))
        if each.unit.whole:
            surely[of] = float(row[_RECOMMENDATION])
    kept: list[Candidate] = []
    for one in candidates:
        of = id(one.block)
        if asked.get(of) is not one or of not in surely:
            kept.append(one)
            continue
        if one.kind == "finding" and surely[of] >= _SURELY and asks(one.text):
            one.kind = "recommendation"
            one.addressee = one.addressee or leading_addressee(one.text) or subject_addressee(one.text)
        if one.kind == "finding" or hardly[of] >= _HARDLY or (one.number is not None and asks(one.text)):
            kept.append(one)
    return kept


def _is_open(one: Candidate) -> bool:
    """Say whether only rules, and no label in print, say what a whole block is."""
    if one.inline or one.block.table is not None or one.kind not in ("finding", "recommendation"):
        return False
    if one.block.heading_path and looks_back(one.block.heading_path[-1]):
        return False  # what was recommended before is printed to be judged
    label = read_label(one.block.text)
    return (label is None or not label.kind) and not one.block.label
