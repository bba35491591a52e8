"""The second pass over an output: what rules, searches and the classifier still find there becomes marks or residue."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from redaction.analyzer import Analysis, Analyzer
from redaction.checking.decisions import Decisions
from redaction.checking.residue import Leftover, ResidueSearch
from redaction.classification.classified import ClassifierReading
from redaction.classification.classifier import Classifier
from redaction.lexicon import Lexicon
from redaction.manuscript import Manuscript
from redaction.names.officials import OfficeHolders
from redaction.names.propagation import KnownNames
from redaction.names.rules import NameReading
from redaction.normalise import fold
from redaction.policy import Policy
from redaction.pseudonym import PSEUDONYM
from redaction.rendering import Mark, Rendering
from redaction.span import Span, SpanType
from redaction.union import Ranges

# So sure the classifier must be of a name that it sees in the output alone: beside pseudonyms all looks like people.
_SURE: Final = 0.6
_REST_OF_NAME: Final = re.compile(r"\[[A-Z]+ \d+\][ \n'’-]$")
_READ: Final = frozenset({SpanType.NAME, SpanType.ID, SpanType.PLATE, SpanType.DOB})


class SecondPass:
    """Reads the output of one document again.

    Attributes:
        doubts: what the classifier sees in the output and a person should look at, with the segment, as leftovers are.

    Args:
        policy: thresholds.
        analyzer: of patterns.
        lexicon: word lists.
        officials: office holders who stay named.
        decisions: of people in review.
        classifier: ``None`` where it is left out.
    """

    def __init__(
        self,
        policy: Policy,
        analyzer: Analyzer,
        lexicon: Lexicon,
        officials: OfficeHolders,
        decisions: Decisions,
        classifier: Classifier | None,
    ) -> None:
        """Take what it works with."""
        self._policy, self._analyzer, self._lexicon = policy, analyzer, lexicon
        self._officials, self._decisions, self._classifier = officials, decisions, classifier
        self.doubts: list[tuple[int, Leftover]] = []

    def leftovers(
        self,
        manuscript: Manuscript,
        analyses: Sequence[Analysis],
        renderings: Sequence[Rendering],
        marks: Sequence[Mark],
        known: KnownNames,
        dismissed: set[str],
        read: Callable[[Manuscript], NameReading],
        first: ClassifierReading | None,
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
            first: the classifier's reading of the original; where it left doubts, the output is read again.
        """
        output = Manuscript([rendering.text for rendering in renderings])
        with ThreadPoolExecutor(1) as beside:
            doubted = self._doubted(manuscript, marks, first) if first is not None and self._classifier else []
            part = Manuscript([output.parts[number].text for number in doubted])
            again = self._classifier and doubted and beside.submit(ClassifierReading, self._classifier, part.text)
            analyses = self._analyzed(manuscript, analyses, output)
            official = self._officials.read(output.text)
            reading = read(output)
        ruling, originals = self._decisions.read(output.text), manuscript.originals
        surfaces = [(mark.type, originals[mark.segment][mark.start : mark.end]) for mark in marks]
        search = ResidueSearch(known, surfaces, self._lexicon.is_common)
        found = search.search(output, analyses, reading.kept, self._policy.direct_threshold)
        # Names seen only now need more evidence: pseudonyms beside a word make it look like a name.
        found += [
            Leftover(finding.start, finding.end, SpanType.NAME, "looks like a name in the output")
            for finding in reading.findings
            if finding.sure
            and finding.points >= self._policy.name_points + 2
            and not _in_pseudonym(output.text, finding.start, finding.end)
            and not dismissed.issuperset(map(fold, output.text[finding.start : finding.end].split()))
        ]
        doubtful: list[Leftover] = []
        if first is not None and again:
            sure, doubtful = self._judged(output, part, doubted, reading, again.result(), first)
            found += sure

        def standing(lefts: Sequence[Leftover]) -> list[tuple[int, Leftover]]:
            return [
                (piece.segment, Leftover(piece.start, piece.end, left.type, left.why))
                for left in lefts
                if not ruling.keeps(left.start, left.end, left.type)
                and self._officials.without([Span(left.start, left.end, left.type, 1.0, ())], output.text, official)
                for piece in output.pieces(left.start, left.end)
            ]

        self.doubts += standing(doubtful)
        return standing(found)

    def _analyzed(self, manuscript: Manuscript, analyses: Sequence[Analysis], output: Manuscript) -> list[Analysis]:
        """Run the detectors over what has changed; the same text gives the same findings."""
        texts = [part.text for part in output.parts]
        changed = [number for number, text in enumerate(texts) if text != manuscript.parts[number].text]
        found = list(analyses)
        for number, analysis in zip(changed, self._analyzer.analyze([texts[n] for n in changed]), strict=True):
            found[number] = analysis
        return found

    @staticmethod
    def _doubted(manuscript: Manuscript, marks: Sequence[Mark], first: ClassifierReading) -> list[int]:
        """Return the segments in which the first reading left a doubt: the names beside it are gone now."""
        masked: dict[int, Ranges] = {}
        for mark in marks:
            masked.setdefault(mark.segment, Ranges()).add(mark.start, mark.end)
        segments: set[int] = set()
        for start, end in first.doubtful():
            for piece in manuscript.pieces(start, end):
                taken = masked.get(piece.segment)
                if taken is None or not taken.touching(piece.start, piece.end):
                    segments.add(piece.segment)
        return sorted(segments)

    def _judged(
        self,
        output: Manuscript,
        part: Manuscript,
        chosen: Sequence[int],
        reading: NameReading,
        again: ClassifierReading,
        first: ClassifierReading,
    ) -> tuple[list[Leftover], list[Leftover]]:
        """Return what the classifier's second reading finds: what is to be masked, and what a person should look at.

        Args:
            output: all of it.
            part: the segments of it that were read again.
            chosen: their numbers.
            reading: of the name rules.
            again: of ``part``.
            first: of the original.
        """
        shifts = [output.starts[number] - start for number, start in zip(chosen, part.starts, strict=True)]
        kept = [
            (start - shift, end - shift)
            for shift, number in zip(shifts, chosen, strict=True)
            for start, end in reading.kept
            if output.starts[number] <= start < output.starts[number] + len(output.parts[number].text)
        ]
        found: list[Leftover] = []
        doubts: list[Leftover] = []
        for span in again.judge(self._lexicon, reading.allowlist, sorted(kept)).spans:
            shift = shifts[part.segment_at(span.start)]
            start, end = span.start + shift, span.end + shift
            surface = output.text[start:end]
            if (
                span.type in _READ
                and span.score >= _SURE
                and not _in_pseudonym(output.text, start, end)
                and not (span.type is SpanType.NAME and self._kept(surface, first))
            ):
                left = Leftover(start, end, span.type, "the classifier sees it in the output")
                # Beside the pseudonym of a person it is the rest of that person's name.
                if span.type is SpanType.NAME and _REST_OF_NAME.search(output.text, max(0, start - 24), start):
                    found.append(left)
                else:
                    doubts.append(left)
        return found, doubts

    def _kept(self, surface: str, first: ClassifierReading) -> bool:
        """Say whether words are titles, terms or places of the document: beside pseudonyms all look alike."""
        words = surface.replace("-", " ").split()
        plain = [word.strip(".,'’") for word in words]
        return first.is_kept(surface) or all(
            len(word) < 3
            or word.lower() in self._lexicon.titles
            or word.lower() in self._lexicon.roles
            or word.lower() in self._lexicon.trade
            or word.isupper()
            or (self._lexicon.is_safe(word) and word.lower() not in _DIRECTIONS)
            for word in plain
        )

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


# Points of the compass are surnames as well.
_DIRECTIONS: Final = frozenset({"north", "south", "east", "west"})


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
