"""The work of redacting one document."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from redaction.analyzer import Analysis, Analyzer, Part
from redaction.checking.decisions import Decisions
from redaction.checking.residue import Leftover
from redaction.checking.review_list import condensed
from redaction.checking.second_pass import SecondPass
from redaction.classification.classified import DETECTOR, ClassifierReading
from redaction.classification.classifier import Classifier
from redaction.foreign_runs import HOLDING
from redaction.language import LanguageReport
from redaction.layouts.columns import column_codes, column_places, column_rest, tables_of
from redaction.layouts.layout import layout_spans
from redaction.layouts.rosters import beside_in_capitals, rest_of_lists
from redaction.lexicon import lexicon
from redaction.manuscript import Manuscript
from redaction.names.attached import initials_of, numbers_after, split_names
from redaction.names.clergy import clerical_names
from redaction.names.cues import cues
from redaction.names.joining import beside_names, joined_names, parted_names
from redaction.names.mistaken import Mistaken
from redaction.names.namesakes import Namesakes
from redaction.names.nicknames import DETECTOR as NICKNAME
from redaction.names.officials import OfficeHolders
from redaction.names.other_scripts import other_script_spans
from redaction.names.propagation import KnownNames, Mention, propagate
from redaction.names.rules import NameReading, NameRules
from redaction.naming import pseudonyms
from redaction.normalise import fold
from redaction.particulars.borders import bordered, joined_illnesses
from redaction.particulars.details import with_details
from redaction.particulars.generalise import replacement
from redaction.particulars.homes import homes
from redaction.particulars.vicinity import details_beside
from redaction.particulars.visit_dates import VisitDates
from redaction.particulars.wholes import whole
from redaction.policy import Operator, Policy
from redaction.pseudonym import PSEUDONYM
from redaction.recognizers.rooms import next_places
from redaction.rendering import Mark, Rendering, render
from redaction.result import RedactedSpan, Redaction, Residue, ReviewItem
from redaction.small_letters import written_small
from redaction.span import Span, SpanGroup, SpanType
from redaction.text import seal
from redaction.union import Ranges, unite

# The classifier must be this sure of an ordinary word for its other mentions to be looked at.
_SUSPECT = 0.7
# From here on a strange word in small letters is a name in the whole of a post.
_CERTAIN = 0.85


class Document:
    """The work on one document."""

    def __init__(self, policy: Policy, analyzer: Analyzer, manuscript: Manuscript, language: LanguageReport,
                 version: str, decisions: Decisions, classifier: Classifier | None) -> None:  # fmt: skip
        self._policy, self._analyzer, self._manuscript = policy, analyzer, manuscript
        self._language, self._version = language, version
        self._lexicon = lexicon()
        self._review: list[ReviewItem] = []
        self._dismissed: set[str] = set()
        self._raised: dict[tuple[int, SpanType], Ranges] = {}
        self._known = KnownNames()
        self._visits = VisitDates(manuscript.text)
        self._posted = written_small(manuscript.text)
        self._officials = OfficeHolders(policy.office_holders, self._lexicon)
        # Doubtful quasi identifiers, where the policy masks them instead of raising them.
        self._details: list[Span] = []
        self._decisions, self._ruling = decisions, decisions.read(manuscript.text)
        self._classifier = classifier
        self._classified: ClassifierReading | None = None

    def redact(self) -> Redaction:
        """Find, replace, search what is left, and replace that too."""
        manuscript = self._manuscript
        with ThreadPoolExecutor(1) as beside:
            # The classifier works outside the interpreter's lock, so the patterns need not wait for it.
            classified = self._classifier and beside.submit(ClassifierReading, self._classifier, manuscript.text)
            analyses = self._analyzer.analyze([part.text for part in manuscript.parts])
        self._classified = classified.result() if classified else None
        reading = self._read(manuscript, self._classified)
        spans = self._spans(manuscript, analyses, reading)
        marks = self._marks(spans)
        leftovers: list[tuple[int, Leftover]] = []
        second = SecondPass(self._policy, self._analyzer, self._lexicon, self._officials, self._decisions)
        for _ in range(self._policy.max_rounds + 1):
            renderings, replaced = self._render(marks)
            leftovers = second.leftovers(
                manuscript, analyses, renderings, marks, self._known, self._dismissed, self._read
            )
            added = second.masked(leftovers, renderings, marks)
            if not added or not self._analyzer.has(Part.RESIDUE):
                break
            marks += added
        texts = [rendering.text for rendering in renderings]
        self._notes()
        return Redaction(
            segments=tuple(seal(text) for text in texts),
            spans=tuple(
                RedactedSpan(m.segment, m.start, m.end, m.type, m.type.group, new, m.score, m.detectors)
                for m, new in replaced
            ),
            review=condensed(self._review, marks, manuscript.originals),
            residue=(
                *(Residue(segment, left.start, left.end, left.why, left.type.value) for segment, left in leftovers),
                *self._foreign(renderings),
            ),
            language=self._language.language,
            policy_version=self._version,
            surfaces=self._surfaces(marks),
        )

    def _read(self, manuscript: Manuscript, classified: ClassifierReading | None = None) -> NameReading:
        opinions = classified.opinions if classified else []
        reading = NameRules(self._policy, self._lexicon).read(manuscript, opinions)
        if not self._analyzer.has(Part.NAMES):
            reading.findings = []
        return reading

    def _spans(self, manuscript: Manuscript, analyses: Sequence[Analysis], reading: NameReading) -> list[Span]:
        policy, text = self._policy, manuscript.text
        protected = [match.span() for match in PSEUDONYM.finditer(text)]
        official = self._officials.read(text)
        mistaken = Mistaken(text, self._lexicon)
        found: list[Span] = []
        for base, analysis in zip(manuscript.starts, analyses, strict=True):
            for span in sorted(analysis.spans, key=lambda span: (span.start, -span.end)):
                moved = Span(span.start + base, span.end + base, span.type, span.score, span.detectors, span.role)
                if policy.operators[span.type] is Operator.KEEP:
                    self._remark(moved, "may point at one person")
                elif span.score >= policy.threshold(span.type):
                    found.append(moved)
                else:
                    self._remark(moved, "below the threshold")
        for finding in reading.findings:
            start, end = finding.start, finding.end
            score = min(0.95, 0.4 + finding.points / 20)
            span = Span(start, end, SpanType.NAME, score, ("names",), finding.role)
            doubted = not finding.sure and mistaken.holds(start, end)
            if doubted or not self._officials.without([span], text, official):
                continue
            outweighed = self._classified is not None and self._classified.outweighs(finding)
            if outweighed:
                self._dismissed.update(fold(word) for word in text[start:end].split())
            if finding.sure and not outweighed:
                found.append(span)
            else:
                self._remark(span, f"may be a name ({finding.why})")
        if self._classified is not None:
            # The second pass has no classifier; what that reads as places is not to become names there.
            self._dismissed.update(
                fold(word) for low, high in self._classified.named_places for word in text[low:high].split()
            )
            judged = self._classified.judge(self._lexicon, reading.allowlist, reading.kept)
            found += [*judged.spans, *homes(text, self._classified.places, self._lexicon)]
            doubted_names = [span for span, _why in judged.doubts if span.type is SpanType.NAME]
            found += self._officials.without(list(beside_names(text, doubted_names, found)), text, official)
            for span, why in judged.doubts:
                if self._officials.without([span], text, official):
                    self._remark(span, why)
        if self._analyzer.has(Part.NAMES):
            found += [*clerical_names(text, self._lexicon, reading.kept), *other_script_spans(text)]
        if self._analyzer.has(Part.LAYOUT):
            found += layout_spans(text, self._lexicon, reading.allowlist)
            found += list(rest_of_lists(text, found, self._lexicon, reading.allowlist))
            found += list(beside_in_capitals(text, found, self._lexicon))
        for span in filter(self._of_the_visit, tuple(found)):
            found.remove(span)
            self._remark(span, "a date of the visit beside a person")
        found = bordered(text, mistaken.without(self._officials.without(found, text, official)), mistaken.eponyms)
        found = self._ruling.without_kept([*found, *self._ruling.masks])
        names = [span for span in unite(found, protected) if span.type is SpanType.NAME]
        small = {token.text for token in reading.tokens if token.text.islower()}
        for span in names:
            surface = text[span.start : span.end]
            # What the classifier alone takes for a name, and is written in small letters too, is masked here only.
            if NICKNAME in span.detectors:
                self._known.style(surface)
            strange = self._posted and span.score >= _CERTAIN and not self._lexicon.is_common(surface)
            if span.detectors != (DETECTOR,) or surface.lower() not in small or strange:
                self._known.add(surface, reading.allowlist, self._lexicon)
            elif span.score >= _SUSPECT:
                self._known.suspect(surface, self._lexicon)
        if self._analyzer.has(Part.PROPAGATION):
            mentions = self._mentions(text, reading)
            found += [Span(m.start, m.end, SpanType.NAME, m.score, ("propagation",)) for m in mentions]
            found += split_names(text, reading.tokens, self._known, self._lexicon)
        found = mistaken.without(found)
        joined = joined_names(text, unite(self._ruling.without_kept(found), protected))
        grown = [whole(text, span, self._lexicon) for span in joined]
        people = [span for span in grown if span.type is SpanType.NAME]
        if self._analyzer.has(Part.LAYOUT):
            tables = list(tables_of(text))
            places, rest = column_places(text, tables, grown), column_rest(text, tables, grown)
            grown += [*column_codes(text, grown), *places, *rest]
        grown += [*numbers_after(text, people), *initials_of(text, people, self._lexicon), *next_places(text, grown)]
        grown = bordered(text, self._officials.without(grown, text, official), mistaken.eponyms)
        grown += self._ruling.masks
        final = joined_illnesses(text, unite(self._ruling.without_kept(grown), protected))
        final = parted_names(text, final)
        people = [span for span in final if span.type in (SpanType.NAME, SpanType.ID, SpanType.CELL)]
        for span, why in details_beside(text, people, final):
            self._remark(span, why)
        if policy.mask_doubts:
            details = self._officials.without([*found, *self._details], text, official)
            return with_details(text, final, details, protected)
        return final

    def _of_the_visit(self, span: Span) -> bool:
        """Say whether a date is one of the visit rather than of a person."""
        surface = self._manuscript.text[span.start : span.end]
        return span.type is SpanType.DATE_PERSONAL and self._visits.holds(surface)

    def _mentions(self, text: str, reading: NameReading) -> list[Mention]:
        classified = self._classified
        leaning = classified.leaning if classified else (lambda _start, _end: 0.0)
        namesakes = Namesakes(text, self._lexicon, cues(), leaning)
        return propagate(text, reading.tokens, self._known, reading.allowlist, self._lexicon, namesakes, reading.kept)

    def _marks(self, spans: Sequence[Span]) -> list[Mark]:
        return [
            Mark(piece.segment, piece.start, piece.end, span.type, span.score, span.detectors, span.role)
            for span in spans
            for piece in self._manuscript.pieces(span.start, span.end)
        ]

    def _render(self, marks: Sequence[Mark]) -> tuple[list[Rendering], list[tuple[Mark, str]]]:
        originals = self._manuscript.originals
        labels = pseudonyms(marks, originals)
        per_segment: list[list[tuple[int, int, str]]] = [[] for _ in originals]
        replaced: list[tuple[Mark, str]] = []
        for mark in sorted(marks, key=lambda mark: (mark.segment, mark.start)):
            surface = originals[mark.segment][mark.start : mark.end]
            if mark.type is SpanType.NAME:
                new = labels[mark.segment, mark.start]
            else:
                original = originals[mark.segment]
                before, after = original[max(0, mark.start - 12) : mark.start], original[mark.end : mark.end + 12]
                new = replacement(mark.type, surface, before, after, self._policy)
            per_segment[mark.segment].append((mark.start, mark.end, new))
            replaced.append((mark, new))
        return [render(text, cuts) for text, cuts in zip(originals, per_segment, strict=True)], replaced

    def _remark(self, span: Span, why: str) -> None:
        kept = self._ruling.keeps(span.start, span.end, span.type)
        # A mask inside a longer doubt settles its own words alone.
        kept = kept or any(mask.start <= span.start and span.end <= mask.end for mask in self._ruling.masks)
        if self._policy.mask_doubts and span.type.group is SpanGroup.QUASI and not kept:
            # Where every doubt is masked, what everybody knows is left.
            if not self._of_the_visit(span):
                self._details.append(span)
            return
        for piece in self._manuscript.pieces(span.start, span.end):
            raised = self._raised.setdefault((piece.segment, span.type), Ranges())
            # One doubt is enough, the longest: the classifier and the wide net often see what a pattern has seen.
            touched = raised.touching(piece.start, piece.end)
            longer = span.type.group is SpanGroup.QUASI and all(
                piece.start <= first and last <= piece.end and (first, last) != (piece.start, piece.end)
                for first, last in touched
            )
            if not touched or longer:
                raised.add(piece.start, piece.end)
                if kept:
                    continue
                self._review.append(ReviewItem(piece.segment, piece.start, piece.end, span.type.value, why))

    def _notes(self) -> None:
        for passage in self._language.foreign:
            for piece in self._manuscript.pieces(
                self._manuscript.starts[passage.segment] + passage.start,
                self._manuscript.starts[passage.segment] + passage.end,
            ):
                self._review.append(
                    ReviewItem(piece.segment, piece.start, piece.end, "LANGUAGE", _in(passage.language))
                )

    def _foreign(self, renderings: Sequence[Rendering]) -> list[Residue]:
        """Hold a document for foreign passages of real length: the detectors do not know their identifiers."""
        return [
            Residue(passage.segment, 0, len(renderings[passage.segment].text), _in(passage.language), "LANGUAGE")
            for passage in self._language.foreign
            if passage.end - passage.start >= HOLDING
        ]

    def _surfaces(self, marks: Sequence[Mark]) -> frozenset[str]:
        originals = self._manuscript.originals
        direct = {
            originals[mark.segment][mark.start : mark.end] for mark in marks if mark.type.group is SpanGroup.DIRECT
        }
        return frozenset(direct | self._known.strange)


def _in(language: str) -> str:
    return f"passage in {language}"
