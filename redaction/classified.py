"""What the classifier reads, as spans to mask, spans to review, and opinions for the name rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from redaction.allowlist import Allowlist
from redaction.analyzer import PERSON, Opinion
from redaction.classifier import CLASSES, Classifier, Reading, readings
from redaction.forms import FUNCTION
from redaction.lexicon import Lexicon
from redaction.names import NameFinding
from redaction.normalise import fold
from redaction.span import Span, SpanType
from redaction.union import Ranges

DETECTOR: Final = "classifier"
_OPINIONS: Final = {"NAME": PERSON, "PLACE": "PLACE", "BODY": "BODY"}
# Read but not masked by the classifier alone: what they cover is too long or too vague to replace.
_RAISED: Final = frozenset({SpanType.ROLE_UNIQUE, SpanType.INDIRECT})
# Masked only where the classifier is certain: visits have dates too, and most conditions are common ones.
_COSTLY: Final = frozenset({SpanType.DATE_PERSONAL, SpanType.HEALTH_RARE})
_NUMBERED: Final = frozenset({SpanType.ID, SpanType.CONTACT, SpanType.DOB, SpanType.PLATE})
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_COUNTED: Final = re.compile(
    r"teen|twen|thirt|fort|fift|sixt|sevent|eight|ninet|ten\b|eleven|twelve|one|two|three|four|five|six|nine"
)
# The number of a paragraph stands at the beginning of a line.
_PARAGRAPH: Final = re.compile(r"(?:^|[\n\x1e])\d{1,3}[.)]\s")
# Times and years are numbers of nobody.
_TIME: Final = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h]?[0-5]\d(?:\s?[–-]\s?(?:[01]?\d|2[0-3])[.:h]?[0-5]\d)?|(?:19|20)\d\d"
)
# Numbers after these words belong to papers and things.
_REFERENCE: Final = re.compile(
    r"(?:\b|(?=§))(?:ref(?:erence)?|report|contract|order|form|circular|instruction|isbn|issn|batch|checksum|asset|serial|version|standard|"
    r"tender|inspection|document|docket|symbol|invoice|budget|survey|letter|model|vehicle|section|article|rule|para(?:graph)?|"
    r"act|law|§|table|page|decision|resolution|judgment|our|statistical)\b[^\w\n]{0,3}(?:\s?(?:no|nr|number|code)\b)?[\s.:#(]{0,4}$",
    re.IGNORECASE,
)
# "Example v. State (no. 1/23)": the number of a published judgment.
_PUBLISHED: Final = re.compile(
    r"\sv\.?\s[^.;\n]{2,60}[(,]\s?(?:\[GC\],\s?)?(?:app(?:l|lication)?s?\.?\s)?nos?\.\s[\d/, and]*$"
)
_RANGE_BEFORE: Final = re.compile(
    r"\b(?:cells|rooms|beds|wings|units|floors)\s(?:\w+\s(?:to|and|–|-)\s)?$", re.IGNORECASE
)
_RANGE_AFTER: Final = re.compile(r"\s?(?:to|–|through)\s?[A-Z]{0,2}\d")
_BEFORE_NAMES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_NUMBERS: Final = frozenset({SpanType.ID, SpanType.CELL, SpanType.PLATE})
# A word is taken for a place or body where the classifier says so of most of its mentions.
_MOSTLY: Final = 0.5
_HARDLY: Final = 0.3
# Below this probability of a name, weak findings of the rules are put to a person instead of being masked.
_NEVER: Final = 0.025
# From here on the classifier outweighs what the rules know of places.
_SURE: Final = 0.85
_ACRONYM: Final = 4
# Points of evidence below which a finding of the rules is weak.
_WEAK: Final = 10
# An ordinary word in small letters is a name only where the classifier has hardly a doubt.
_SMALL: Final = 0.93
_NAME, _PLACE, _BODY = (CLASSES.index(label) for label in ("NAME", "PLACE", "BODY"))
# From here on the classifier outweighs the rules that keep institutions, and masks what it else only raises.
_CERTAIN: Final = 0.95


@dataclass
class Classified:
    """The classifier's findings in one manuscript.

    Attributes:
        spans: to mask.
        doubts: to review, with the reason.
    """

    spans: list[Span] = field(default_factory=list)
    doubts: list[tuple[Span, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Vote:
    """What the classifier says of all mentions of one word: sums of probabilities."""

    mentions: int = 0
    name: float = 0.0
    kept: float = 0.0


class ClassifierReading:
    """The classifier's reading of one text, taken once and judged when the rest is known.

    Args:
        classifier: the model.
        text: of the manuscript.
    """

    def __init__(self, classifier: Classifier, text: str) -> None:
        """Run the model.

        Raises:
            ModelMissing: its files are missing or damaged.
        """
        self._text = text
        self._masks = classifier.thresholds
        words, scores = classifier.probabilities(text)
        self._readings = readings(text, words, scores, classifier.review_thresholds)
        self._words, self._scores = words, scores
        self._votes: dict[str, _Vote] = {}
        for start, end, row in zip(words.starts.tolist(), words.ends.tolist(), scores, strict=True):
            if end - start > 2 and text[start].isupper():
                vote = self._votes.setdefault(fold(text[start:end]), _Vote())
                vote.mentions += 1
                vote.name += float(row[_NAME])
                vote.kept += float(row[_PLACE] + row[_BODY])

    @property
    def opinions(self) -> list[Opinion]:
        """People, places and bodies, for the name rules to weigh."""
        return [
            Opinion(reading.start, reading.end, _OPINIONS[reading.label])
            for reading in self._readings
            if reading.label in _OPINIONS and reading.score >= _MOSTLY
        ]

    def is_kept(self, surface: str) -> bool:
        """Say whether the document as a whole uses the words of ``surface`` for places and bodies."""
        votes = [self._votes.get(fold(word)) for word in _WORD.findall(surface) if len(word) > 2]
        return bool(votes) and all(
            vote is not None and vote.kept > _MOSTLY * vote.mentions and vote.name < _HARDLY * vote.mentions
            for vote in votes
        )

    def dismisses(self, start: int, end: int, bound: float) -> bool:
        """Say whether the classifier sees a name in a range with less than ``bound``, and nothing personal."""
        first, last = self._words.ends.searchsorted(start, side="right"), self._words.starts.searchsorted(end)
        if first >= last:
            return False
        rows = self._scores[first:last]
        harmless = rows[:, 0] + rows[:, _PLACE] + rows[:, _BODY]
        return bool(rows[:, _NAME].max() < bound and harmless.min() > 1 - 2 * bound)

    def outweighs(self, finding: NameFinding) -> bool:
        """Say whether a finding of the name rules is weak, and the classifier sure that it is no name."""
        initials = finding.why == "initials alone"
        weak = finding.points < _WEAK or initials
        bound = 2 * _NEVER if initials else _NEVER
        # A title or a given name that is nothing else outweighs the classifier.
        named = "title" in finding.why or "listed name" in finding.why
        return weak and not named and self.dismisses(finding.start, finding.end, bound)

    def judge(self, lexicon: Lexicon, allowlist: Allowlist, kept: Sequence[tuple[int, int]]) -> Classified:
        """Return what to mask and what to review.

        Args:
            lexicon: word lists.
            allowlist: what the document uses as places and ordinary words.
            kept: ranges of institutions and case names, sorted; names in them stay.
        """
        found = Classified()
        guard = Ranges(kept)
        for reading in self._readings:
            if reading.label in ("PLACE", "BODY"):
                continue
            kind = SpanType(reading.label)
            if not self._possible(reading, kind, lexicon):
                continue
            if self._stays(reading, guard.touching(reading.start, reading.end)):
                continue
            span = Span(reading.start, reading.end, kind, round(reading.score, 3), (DETECTOR,))
            vague = kind is SpanType.DATE_PERSONAL and reading.end - reading.start == 4
            if kind in _RAISED or (kind in _COSTLY and (reading.score < _CERTAIN or vague)):
                found.doubts.append((span, "may point at one person"))
            elif reading.score < self._masks[reading.label]:
                found.doubts.append((span, "the classifier is not sure"))
            elif kind is SpanType.NAME and reading.score < _SMALL and self._small(reading, lexicon):
                found.doubts.append((span, "an ordinary word, perhaps a name"))
            elif kind is SpanType.NAME and self._elsewhere(reading, allowlist):
                found.doubts.append((span, "elsewhere it is a place or body"))
            elif kind in _NUMBERS and self._of_a_paper(span):
                found.doubts.append((span, "may be the number of a paper"))
            else:
                found.spans.append(span)
        return found

    def _of_a_paper(self, span: Span) -> bool:
        """Say whether a number is that of a report, a contract or a published judgment."""
        before = self._text[max(0, span.start - 80) : span.start]
        return bool(_REFERENCE.search(before[-40:]) or _PUBLISHED.search(before))

    def _stays(self, reading: Reading, kept: Sequence[tuple[int, int]]) -> bool:
        """Say whether a reading lies in the name of an institution or judgment, and is not surely a person.

        "Ann Ward" is a person where all of it is read as a name, and so is "Ann Example" at the end of what the rules
        keep; the name in "Ann Ward House" stays.
        """
        for start, end in kept:
            whole = reading.start <= start and end <= reading.end and reading.score >= _SURE
            words = len(_WORD.findall(self._text[reading.start : reading.end]))
            tail = end <= reading.end and words > 1 and reading.score >= _CERTAIN
            if not (whole or tail):
                return True
        return False

    def _small(self, reading: Reading, lexicon: Lexicon) -> bool:
        words = _WORD.findall(self._text[reading.start : reading.end])
        return all(word.islower() and lexicon.is_common(word) for word in words)

    def _of_several(self, reading: Reading) -> bool:
        """Say whether a place is one end of a range: "cells S1 to S6" are nobody's."""
        before, after = (
            self._text[max(0, reading.start - 24) : reading.start],
            self._text[reading.end : reading.end + 12],
        )
        return bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after))

    def _in_capitals(self, reading: Reading) -> bool:
        """Say whether the words beside a reading are capitals or initials too, as in lists of names."""
        before, after = (
            self._text[max(0, reading.start - 16) : reading.start],
            self._text[reading.end : reading.end + 16],
        )
        beside = [*_WORD.findall(before.rpartition("\n")[2])[-1:], *_WORD.findall(after.partition("\n")[0])[:1]]
        return bool(beside) and all(word.isupper() or word.lower() in _BEFORE_NAMES for word in beside)

    def _elsewhere(self, reading: Reading, allowlist: Allowlist) -> bool:
        """Say whether the document uses a surface for a place or body, as the rules or as the classifier see it."""
        surface = self._text[reading.start : reading.end]
        ruled = reading.score < _SURE and allowlist.used_for_place(_WORD.findall(surface))
        return ruled or self.is_kept(surface)

    def _possible(self, reading: Reading, kind: SpanType, lexicon: Lexicon) -> bool:
        """Say whether a reading has what its type cannot be without."""
        surface = self._text[reading.start : reading.end]
        if kind in _NUMBERED:
            digits = len(_DIGIT.findall(surface))
            return digits > 0 and not (kind is SpanType.ID and (_TIME.fullmatch(surface) or len(surface) < 3))
        if kind is SpanType.CELL:
            coded = bool(_DIGIT.search(surface)) or reading.score >= _CERTAIN
            return coded and not (_TIME.fullmatch(surface) or self._of_several(reading))
        if kind is SpanType.AGE:
            counted = bool(_DIGIT.search(surface) or _COUNTED.search(surface))
            return counted and not (surface.isdigit() and _PARAGRAPH.match(self._text, max(0, reading.start - 1)))
        if kind is SpanType.ADDRESS:
            long = len(surface.split()) > 1 or (len(surface) > 3 and reading.score >= _MOSTLY)
            return long and bool(_DIGIT.search(surface) or reading.score >= _MOSTLY)
        if kind is not SpanType.NAME:
            return True
        words = _WORD.findall(surface)
        if surface.isupper() and surface.isalpha() and 1 < len(surface) <= _ACRONYM and not self._in_capitals(reading):
            return False
        if len(surface) == 1 and self._text[reading.end : reading.end + 1] != ".":
            return False
        if all(word.lower() in lexicon.trade or word in lexicon.acronyms for word in words):
            return False
        if all(f"{word.lower()}s" in lexicon.trade for word in words):
            return False
        if reading.score >= _SURE and not all(word.isupper() for word in words):
            # "called Teacher by all": an office or a month that stands where only a name can stand.
            return True
        offices = (lexicon.titles, lexicon.roles, FUNCTION)
        return not all(lexicon.is_safe(word) for word in words) and any(
            all(word.lower() not in listed for listed in offices) for word in words
        )
