"""How well a system redacts reports: leaks first, then recall by person and by mention, then what it damaged.

The order is the order of importance (REDACTION.md calls it the strictest honest metric): a document is leak-free only
if every direct identifier was replaced to its last letter and no word of a person's name and no other direct
identifier stands anywhere in the output; :mod:`evals.survivors` has the rule for words that are also ordinary text.
A masked name with a wrong label is no leak, so types are not compared.

A person counts as masked if all mentions of that person's direct identifiers in the document are. Where the data does
not say whose an identifier is, mentions with the same type and surface are taken for one person's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from evals.datasets import Dataset, GoldDocument, GoldSpan, Segment
from evals.statistics import ratio
from evals.survivors import SurvivorSearch
from evals.systems import Masked, RedactingSystem, merged
from redaction.errors import RedactionError
from redaction.span import SpanType

_WORD = re.compile(r"\w+")
Range = tuple[int, int]


@dataclass(frozen=True)
class Miss:
    """An identifier that was not replaced, or harmless text that was; places, never the text.

    Attributes:
        type: of the identifier, or ``KEEP``, or ``harmless``.
        how: whether it was left whole or in part and shown to a reviewer; or as what it was masked.
    """

    doc: str
    segment: int
    start: int
    end: int
    type: str
    how: str


@dataclass
class RedactionScore:
    """Counts over all documents of one system; shares are properties.

    Attributes:
        hit: gold spans by type that were replaced to the last letter or digit.
        touched: gold spans by type that were replaced in part alone.
        reviewed: gold spans by type that were replaced or shown to a reviewer.
        gold: gold spans by type.
        persons: (masked, all) persons with direct identifiers.
        vulnerable: (hit, all) direct spans of detained persons and relatives.
        surviving: words of names and other identifiers found in the output.
        harmless: characters other than white space that belong to no identifier.
    """

    documents: int = 0
    leak_free: int = 0
    leaking: dict[str, int] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    hit: Counter[SpanType] = field(default_factory=Counter)
    touched: Counter[SpanType] = field(default_factory=Counter)
    reviewed: Counter[SpanType] = field(default_factory=Counter)
    gold: Counter[SpanType] = field(default_factory=Counter)
    persons: list[int] = field(default_factory=lambda: [0, 0])
    vulnerable: list[int] = field(default_factory=lambda: [0, 0])
    surviving: int = 0
    tokens_masked: int = 0
    tokens_masked_rightly: int = 0
    harmless: int = 0
    harmless_masked: int = 0
    keep: int = 0
    keep_whole: int = 0
    misses: list[Miss] = field(default_factory=list)

    def counts(self, *, direct: bool, reviewed: bool = False) -> tuple[int, int]:
        """Return how many direct or quasi mentions were replaced (or, if asked, at least reviewed), and of how many."""
        found = self.reviewed if reviewed else self.hit
        types = [kind for kind in self.gold if (kind.group == "direct") is direct]
        return sum(found[kind] for kind in types), sum(self.gold[kind] for kind in types)

    def recall(self, *, direct: bool, reviewed: bool = False) -> float | None:
        """Return :meth:`counts` as a share; ``None`` where there is nothing to find."""
        return ratio(*self.counts(direct=direct, reviewed=reviewed))


def refusing(system: RedactingSystem) -> Callable[[Sequence[str]], Masked]:
    """Return ``system`` with refusals as results: a refused document stores nothing, and finds nothing either."""

    def redact(texts: Sequence[str]) -> Masked:
        try:
            return system(texts)
        except RedactionError as error:
            return Masked(tuple(() for _ in texts), tuple("" for _ in texts), held=error.code)

    return redact


def score_redaction(dataset: Dataset, system: RedactingSystem) -> RedactionScore:
    """Run ``system`` on every document and count."""
    score = RedactionScore()
    redact = refusing(system)
    for document in dataset.documents:
        add_document(score, document, redact([segment.text for segment in document.segments]))
    return score


def add_document(score: RedactionScore, document: GoldDocument, masked: Masked) -> None:
    """Count one document in ``score``."""
    score.documents += 1
    missed = 0
    persons: dict[str, bool] = {}
    for place, segment in enumerate(document.segments):
        ranges = merged(masked.ranges[place])
        raised = masked.raised[place] if masked.raised else ()
        for span in segment.spans:
            whole = _add_span(score, span, segment.text, ranges, raised)
            if not whole:
                how = left(ranges, raised, span.start, span.end)
                score.misses.append(Miss(document.doc, place, span.start, span.end, span.type.value, how))
            if span.direct:
                missed += not whole
                person = span.entity or f"{span.type}|{segment.text[span.start : span.end].casefold()}"
                persons[person] = persons.get(person, True) and whole
        _add_damage(score, segment, ranges)
        score.misses += _harmed(document.doc, place, segment, masked)
    score.persons[0] += sum(persons.values())
    score.persons[1] += len(persons)
    surviving = SurvivorSearch.of_document(document).surviving("\n".join(masked.texts)).total()
    score.surviving += surviving
    if masked.held:
        score.held[document.doc] = masked.held
    refused = not any(masked.texts)
    if (missed == 0 and surviving == 0) or refused:
        score.leak_free += 1
    else:
        score.leaking[document.doc] = missed + surviving


def _add_span(
    score: RedactionScore, span: GoldSpan, text: str, ranges: Sequence[Range], raised: Sequence[Range]
) -> bool:
    """Count one gold span; return whether it was replaced to the last letter."""
    whole = covers(ranges, text, span.start, span.end)
    touched = touches(ranges, span.start, span.end)
    score.gold[span.type] += 1
    score.hit[span.type] += whole
    score.touched[span.type] += touched and not whole
    # What is replaced in part and not shown to anybody is neither.
    score.reviewed[span.type] += whole or touches(raised, span.start, span.end)
    if span.direct and span.vulnerable is not False:
        score.vulnerable[0] += whole
        score.vulnerable[1] += 1
    return whole


def _add_damage(score: RedactionScore, segment: Segment, ranges: Sequence[Range]) -> None:
    """Count what was masked rightly and wrongly in one segment."""
    gold = [(span.start, span.end) for span in segment.spans]
    masked, rightly = tokens_masked(segment.text, ranges, gold)
    score.tokens_masked += masked
    score.tokens_masked_rightly += rightly
    harmless, harmed = harmless_masked(segment.text, ranges, gold)
    score.harmless += harmless
    score.harmless_masked += harmed
    for start, end in segment.keep:
        score.keep += 1
        score.keep_whole += not touches(ranges, start, end)


def _harmed(doc: str, place: int, segment: Segment, masked: Masked) -> Iterator[Miss]:
    """Yield the masked ranges that belong to no identifier, where the system says as what it masked them."""
    labels = masked.labels[place] if masked.labels else ()
    gold = [(span.start, span.end) for span in segment.spans]
    for (start, end), label in zip(masked.ranges[place] if labels else (), labels, strict=True):
        if touches(segment.keep, start, end):
            yield Miss(doc, place, start, end, "KEEP", f"masked as {label}")
        elif not touches(gold, start, end):
            yield Miss(doc, place, start, end, "harmless", f"masked as {label}")


def left(ranges: Sequence[Range], raised: Sequence[Range], start: int, end: int) -> str:
    """Say how much of a missed identifier was left, and whether it was shown to a reviewer."""
    how = "left in part" if touches(ranges, start, end) else "left whole"
    return f"{how}, raised" if touches(raised, start, end) else how


def tokens_masked(text: str, ranges: Sequence[Range], gold: Sequence[Range]) -> tuple[int, int]:
    """Return how many words of ``text`` were masked, and how many of those touch an identifier."""
    masked = [word for word in _WORD.finditer(text) if touches(ranges, *word.span())]
    return len(masked), sum(touches(gold, *word.span()) for word in masked)


def harmless_masked(text: str, ranges: Sequence[Range], gold: Sequence[Range]) -> tuple[int, int]:
    """Return how many characters outside ``gold`` there are, white space aside, and how many of them were masked."""
    state = bytearray(len(text))  # 0 harmless and kept, 1 harmless and masked, 2 an identifier
    for value, found in ((1, ranges), (2, gold)):
        for start, end in found:
            state[start:end] = bytes([value]) * (min(end, len(text)) - start)
    harmless = [mark for mark, character in zip(state, text, strict=True) if mark != 2 and not character.isspace()]
    return len(harmless), sum(harmless)


def covers(ranges: Sequence[Range], text: str, start: int, end: int) -> bool:
    """Say whether every letter and digit between ``start`` and ``end`` lies in a range."""
    return all(
        not character.isalnum() or any(first <= place < last for first, last in ranges)
        for place, character in enumerate(text[start:end], start)
    )


def touches(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Say whether a range shares a character with ``start:end``."""
    return any(first < end and start < last for first, last in ranges)
