"""The second pass over an output: what rules and searches still find there becomes marks or residue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redaction.analyzer import Analysis, Analyzer
from redaction.checking.decisions import Decisions
from redaction.checking.residue import Leftover, ResidueSearch
from redaction.lexicon import Lexicon
from redaction.manuscript import Manuscript
from redaction.names.mistaken import Mistaken
from redaction.names.officials import OfficeHolders
from redaction.names.propagation import KnownNames
from redaction.names.rules import NameReading
from redaction.normalise import fold
from redaction.policy import Policy
from redaction.pseudonym import PSEUDONYM
from redaction.rendering import Mark, Rendering
from redaction.span import Span, SpanType
from redaction.union import Ranges


class SecondPass:
    """Reads the output of one document again.

    Args:
        policy: thresholds.
        analyzer: of patterns.
        lexicon: word lists.
        officials: office holders who stay named.
        decisions: of people in review.
    """

    def __init__(
        self,
        policy: Policy,
        analyzer: Analyzer,
        lexicon: Lexicon,
        officials: OfficeHolders,
        decisions: Decisions,
    ) -> None:
        """Take what it works with."""
        self._policy, self._analyzer, self._lexicon = policy, analyzer, lexicon
        self._officials, self._decisions = officials, decisions

    def leftovers(
        self,
        manuscript: Manuscript,
        analyses: Sequence[Analysis],
        renderings: Sequence[Rendering],
        marks: Sequence[Mark],
        known: KnownNames,
        dismissed: set[str],
        read: Callable[[Manuscript], NameReading],
    ) -> list[tuple[int, Leftover]]:
        """Return what still stands, each with its segment; offsets of the result are those of output segments.

        Args:
            manuscript: of the original.
            analyses: what the detectors found in it, per segment.
            renderings: the output.
            marks: what is masked.
            known: names of the document.
            dismissed: folded words that the first pass took for no names.
            read: the name rules.
        """
        output = Manuscript([rendering.text for rendering in renderings])
        analyses = self._analyzed(manuscript, analyses, output)
        official = self._officials.read(output.text)
        reading = read(output)
        ruling, originals = self._decisions.read(output.text), manuscript.originals
        surfaces = [(mark.type, originals[mark.segment][mark.start : mark.end]) for mark in marks]
        search = ResidueSearch(known, surfaces, self._lexicon.is_common)
        found = search.search(output, analyses, reading.kept, self._policy.direct_threshold)
        mistaken = Mistaken(output.text, self._lexicon)
        # Names seen only now need more evidence: pseudonyms beside a word make it look like a name.
        found += [
            Leftover(finding.start, finding.end, SpanType.NAME, "looks like a name in the output")
            for finding in reading.findings
            if finding.sure
            and finding.points >= self._policy.name_points + 2
            and not _in_pseudonym(output.text, finding.start, finding.end)
            and not mistaken.holds(finding.start, finding.end)
            and not dismissed.issuperset(map(fold, output.text[finding.start : finding.end].split()))
        ]
        return [
            (piece.segment, Leftover(piece.start, piece.end, left.type, left.why))
            for left in found
            if not ruling.keeps(left.start, left.end, left.type)
            and not (left.type is SpanType.NAME and mistaken.in_house(left.start, left.end))
            and self._officials.without([Span(left.start, left.end, left.type, 1.0, ())], output.text, official)
            for piece in output.pieces(left.start, left.end)
        ]

    def _analyzed(self, manuscript: Manuscript, analyses: Sequence[Analysis], output: Manuscript) -> list[Analysis]:
        """Run the detectors over what has changed; the same text gives the same findings."""
        texts = [part.text for part in output.parts]
        changed = [number for number, text in enumerate(texts) if text != manuscript.parts[number].text]
        found = list(analyses)
        # What a second pass replaces or holds a document for are direct identifiers.
        again = self._analyzer.analyze([texts[number] for number in changed], direct=True)
        for number, analysis in zip(changed, again, strict=True):
            found[number] = analysis
        return found

    def masked(
        self, leftovers: Sequence[tuple[int, Leftover]], renderings: Sequence[Rendering], marks: Sequence[Mark]
    ) -> list[Mark]:
        """Turn leftovers into marks on the original segments."""
        ranges: dict[int, list[tuple[int, int]]] = {}
        for mark in marks:
            ranges.setdefault(mark.segment, []).append((mark.start, mark.end))
        taken = {segment: Ranges(found) for segment, found in ranges.items()}
        added: list[Mark] = []
        for segment, left in leftovers:
            rendering = renderings[segment]
            start = rendering.original(left.start, end=False)
            end = rendering.original(left.end, end=True)
            free = taken.setdefault(segment, Ranges())
            for first, last in _free(start, end, free):
                added.append(Mark(segment, first, last, left.type, 0.5, ("residue",)))
                free.add(first, last)
        return added


def _in_pseudonym(text: str, start: int, end: int) -> bool:
    nearby = max(0, start - 40)
    return any(
        match.start() + nearby < end and start < match.end() + nearby
        for match in PSEUDONYM.finditer(text[nearby : end + 40])
    )


def _free(start: int, end: int, taken: Ranges) -> list[tuple[int, int]]:
    """Return what of a range is not taken yet."""
    parts: list[tuple[int, int]] = []
    for first, last in taken.touching(start, end):
        if start < first:
            parts.append((start, first))
        start = max(start, last)
    if start < end:
        parts.append((start, end))
    return parts
