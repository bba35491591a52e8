"""How well a system masks entities of judgments and posts, by the measures published for them.

Recall is by entity: an entity is masked if each of its mentions is (Pilan et al., Computational Linguistics 48 (2022),
1053-1101). A mention is masked if its letters and digits are, closed-class words (``of``, ``the``, ``and``) and
punctuation aside, as in the evaluation published with it. The data marks courtesy titles (``Mr Example``) as part of a
mention; a title left standing identifies nobody and our policy keeps it, so titles of persons are left aside too, and
the recall that counts them stands in a column of its own. For leaks, nothing but titles is left aside.
Where several annotators read a text, the counts of all readings are added. Token precision is the share of masked
words that some annotator's mention touches, averaged over readings, without weights.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evals.entity_data import DIRECT, QUASI, EntityMention, EntitySet, EntityText
from evals.redaction import Miss, Range, covers, harmless_masked, left, refusing, tokens_masked, touches
from evals.report import Cell, Table, counted
from evals.statistics import miss_rate_bound, ratio, wilson
from evals.survivors import SurvivorSearch, blanked
from evals.systems import RedactingSystem, merged

# Prepositions, conjunctions, determiners: the classes that the published evaluation leaves out.
_CLOSED = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "as", "into", "near"}
    | {"until", "since", "between", "over", "under"}
)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "messrs", "dr", "prof", "professor", "sir", "dame", "lord", "lady"})
_WORD = re.compile(r"\w+")
_PERSON, _CODE = "PERSON", "CODE"


@dataclass
class EntityScore:
    """Counts over all texts of one system.

    Attributes:
        entities: (masked, all) by (``DIRECT`` or ``QUASI``, type of entity).
        mentions: the same, of single mentions.
        titled: (masked, all) direct entities, titles included.
        reviewed: mentions masked or shown to a reviewer, by the same key.
        name_words: (surviving, all) different words of persons' names, by text.
    """

    documents: int = 0
    leak_free: int = 0
    leaking: dict[str, int] = field(default_factory=dict)
    held: Counter[str] = field(default_factory=Counter)
    entities: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    mentions: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    titled: list[int] = field(default_factory=lambda: [0, 0])
    reviewed: Counter[tuple[str, str]] = field(default_factory=Counter)
    name_words: list[int] = field(default_factory=lambda: [0, 0])
    tokens_masked: int = 0
    tokens_masked_rightly: int = 0
    harmless: int = 0
    harmless_masked: int = 0
    misses: list[Miss] = field(default_factory=list)

    def of(self, *, identifier: str | None = None, kind: str | None = None, mentions: bool = False) -> tuple[int, int]:
        """Return (masked, all) entities, or mentions, of an identifier class, a type, or both."""
        chosen = [
            counts
            for (found, of_kind), counts in (self.mentions if mentions else self.entities).items()
            if identifier in (None, found) and kind in (None, of_kind)
        ]
        return sum(counts[0] for counts in chosen), sum(counts[1] for counts in chosen)


def score_entities(dataset: EntitySet, system: RedactingSystem) -> EntityScore:
    """Run ``system`` on every text, paragraph by paragraph of one document, and count."""
    score = EntityScore()
    redact = refusing(system)
    for text in dataset.texts:
        blocks = text.blocks
        masked = redact([block for _, block in blocks])
        ranges = _placed(masked.ranges, blocks)
        raised = _placed(masked.raised, blocks) if masked.raised else []
        if masked.held:
            score.held[masked.held] += 1
        add_text(score, text, ranges, raised, "\n".join(masked.texts), refused=not any(masked.texts))
    return score


def _placed(found: Sequence[Sequence[Range]], blocks: Sequence[tuple[int, str]]) -> list[Range]:
    return merged([(s + base, e + base) for (base, _), ranges in zip(blocks, found, strict=True) for s, e in ranges])


def add_text(
    score: EntityScore, text: EntityText, ranges: Sequence[Range], raised: Sequence[Range], copy: str, *, refused: bool
) -> None:
    """Count one text; ``ranges`` and ``raised`` are in its offsets, ``copy`` is what came out."""
    score.documents += 1
    missed = 0
    for reading in text.readings:
        whole_entities: dict[tuple[str, str, str], bool] = {}
        titled: dict[str, bool] = {}
        for mention in reading:
            key = (mention.identifier, mention.type)
            masked = _masked(mention, text.text, ranges, _CLOSED)
            shown = touches(raised, mention.start, mention.end)
            score.mentions[key][0] += masked
            score.mentions[key][1] += 1
            score.reviewed[key] += masked or shown
            entity = (*key, mention.entity)
            whole_entities[entity] = whole_entities.get(entity, True) and masked
            if mention.identifier == DIRECT:
                missed += not _masked(mention, text.text, ranges, frozenset())
                whole = covers(ranges, text.text, mention.start, mention.end)
                titled[mention.entity] = titled.get(mention.entity, True) and whole
            if not masked:
                label = f"{mention.identifier} {mention.type}"
                how = left(ranges, raised, mention.start, mention.end)
                score.misses.append(Miss(text.doc, 0, mention.start, mention.end, label, how))
        for (identifier, kind, _), masked in whole_entities.items():
            score.entities[identifier, kind][0] += masked
            score.entities[identifier, kind][1] += 1
        score.titled[0] += sum(titled.values())
        score.titled[1] += len(titled)
        gold = [(mention.start, mention.end) for mention in reading]
        counts = (*tokens_masked(text.text, ranges, gold), *harmless_masked(text.text, ranges, gold))
        score.tokens_masked += counts[0]
        score.tokens_masked_rightly += counts[1]
        score.harmless += counts[2]
        score.harmless_masked += counts[3]
    surviving = _surviving(score, text, copy)
    if (missed == 0 and surviving == 0) or refused:
        score.leak_free += 1
    else:
        score.leaking[text.doc] = missed + surviving


def _masked(mention: EntityMention, text: str, ranges: Sequence[Range], aside: frozenset[str]) -> bool:
    """Say whether the words of a mention are masked, those ``aside`` and a person's titles left out."""
    aside = aside | _TITLES if mention.type == _PERSON else aside
    return all(
        word.group().casefold() in aside or covers(ranges, text, *word.span())
        for word in _WORD.finditer(text, mention.start, mention.end)
    )


def _surviving(score: EntityScore, text: EntityText, copy: str) -> int:
    """Search the copy for words of persons' names, and for other direct identifiers."""
    mentions = [mention for reading in text.readings for mention in reading]
    hidden = [mention for mention in mentions if mention.type == _PERSON or mention.identifier == DIRECT]
    search = SurvivorSearch.of(
        [_untitled(text.text[m.start : m.end]) for m in mentions if m.type == _PERSON],
        {text.text[m.start : m.end] for m in mentions if m.type != _PERSON and m.identifier == DIRECT},
        blanked(text.text, [(m.start, m.end) for m in hidden]),
    )
    score.name_words[0] += search.names_surviving(copy)
    score.name_words[1] += len(search.names)
    return search.surviving(copy).total()


def _untitled(name: str) -> str:
    return _WORD.sub(lambda word: " " if word.group().casefold() in _TITLES else word.group(), name)


HEADINGS = (
    "leak-free documents",
    "documents with a leak",
    "direct entities",
    "direct entity recall",
    "direct entity recall, titles too",
    "direct mention recall",
    "quasi entities",
    "quasi entity recall",
    "quasi mention recall",
    "quasi mentions masked or reviewed",
    "PERSON entity recall",
    "CODE entity recall",
    "name words surviving",
    "token precision",
    "harmless text masked",
)


def entity_figures(score: EntityScore) -> tuple[Cell, ...]:
    """Return the cells under :data:`HEADINGS`."""
    direct, quasi = score.of(identifier=DIRECT), score.of(identifier=QUASI)
    quasi_mentions = score.of(identifier=QUASI, mentions=True)
    reviewed = sum(number for (identifier, _), number in score.reviewed.items() if identifier == QUASI)
    return (
        f"{score.leak_free}/{score.documents}",
        ratio(score.documents - score.leak_free, score.documents),
        f"{direct[0]}/{direct[1]}",
        ratio(*direct),
        ratio(*score.titled),
        ratio(*score.of(identifier=DIRECT, mentions=True)),
        f"{quasi[0]}/{quasi[1]}",
        ratio(*quasi),
        ratio(*quasi_mentions),
        ratio(reviewed, quasi_mentions[1]),
        ratio(*score.of(kind=_PERSON)),
        ratio(*score.of(kind=_CODE)),
        f"{score.name_words[0]}/{score.name_words[1]}",
        ratio(score.tokens_masked_rightly, score.tokens_masked),
        ratio(score.harmless_masked, score.harmless),
    )


def entity_summary(dataset: str, scores: Mapping[str, EntityScore]) -> Table:
    """Return one row per system."""
    rows = tuple((name, *entity_figures(score)) for name, score in scores.items())
    notes = [f"{name}: leaks by document: {counted(score.leaking)}." for name, score in scores.items()]
    notes += [f"{name}: held or refused: {counted(score.held)}." for name, score in scores.items() if score.held]
    notes.append("PERSON and CODE count direct and quasi entities. Name words are counted once a document.")
    return Table("redaction", f"Redaction, {dataset}", ("system", *HEADINGS), rows, tuple(notes))


def entities_by_type(dataset: str, scores: Mapping[str, EntityScore]) -> Table:
    """Return one row per class and type of entity, with the 95 % interval of the first system's recall."""
    columns = ["entities", "n"]
    for place, name in enumerate(scores):
        columns += [f"{name}: masked", f"{name}: recall"]
        columns += ["95 % low", "95 % high", "miss rate, 95 % bound"] if place == 0 else []
    rows = []
    for key in sorted({key for score in scores.values() for key in score.entities}):
        total = max(score.entities[key][1] for score in scores.values())
        cells: list[Cell] = [" ".join(key), total]
        for place, score in enumerate(scores.values()):
            hit = score.entities[key][0]
            cells += [hit, ratio(hit, total)]
            if place == 0:
                low, high = wilson(hit, total) or (None, None)
                cells += [low, high, miss_rate_bound(total - hit, total)]
        rows.append(tuple(cells))
    return Table("redaction-types", f"Redaction by type of entity, {dataset}", tuple(columns), tuple(rows))
