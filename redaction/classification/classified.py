"""What the classifier reads, as spans to mask, spans to review, and opinions for the name rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from redaction.analyzer import PERSON, WINDOW, Opinion
from redaction.classification.classifier import CLASSES, Classifier
from redaction.classification.kept import stays
from redaction.classification.plausible import Plausible
from redaction.classification.readings import Reading, readings
from redaction.classification.votes import Votes
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.names.allowlist import Allowlist
from redaction.names.forms import AFTER_BODY, FUNCTION, SENTENCE_END
from redaction.names.rules import NameFinding
from redaction.particulars.births import too_late
from redaction.particulars.money import is_amount
from redaction.particulars.papers import is_lettered, is_reference, is_symbol, of_a_desk, of_nobody, whole_code
from redaction.particulars.things import of_a_thing
from redaction.particulars.vicinity import PRONOUN
from redaction.recognizers.address import of_an_institution
from redaction.recognizers.rooms import NOT_LIVED_IN, of_the_room
from redaction.small_letters import written_small
from redaction.span import Span, SpanType
from redaction.union import Ranges

DETECTOR: Final = "classifier"
_OPINIONS: Final = {"NAME": PERSON, "PLACE": "PLACE", "BODY": "BODY"}
# Read but not masked by the classifier alone: too long or too vague to replace.
_RAISED: Final = frozenset({SpanType.ROLE_UNIQUE, SpanType.INDIRECT})
# Masked only where the classifier is certain: visits have dates too, and most conditions are common ones.
# One short word in small letters is no detail that a reader could recognise.
_WORDY: Final = frozenset({SpanType.ROLE_UNIQUE, SpanType.INDIRECT, SpanType.DATE_PERSONAL, SpanType.HEALTH_RARE})
_ABBREVIATED: Final = 5
_SHORT: Final = re.compile(r"[a-z]{1,5}")
_COSTLY: Final = frozenset({SpanType.DATE_PERSONAL, SpanType.HEALTH_RARE})
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
# How a sentence goes on after its first word; what stands after a colon, a bar or a bracket may be a list of names.
_GOES_ON: Final = re.compile(r"[ ][a-z]|[,;:][ ]?[a-z]|![ ][A-Z]|[ ]{3}")
_LED: Final = re.compile(r"[:|(]\s?$")
_QUOTED: Final = re.compile(r"[\"“„«]$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONG_AGO: Final = 2
# How far from a date a person may stand for the date to be that person's.
_BESIDE: Final = 120
_CODES: Final = frozenset({SpanType.ID, SpanType.PLATE})
_NUMBERS: Final = frozenset({SpanType.ID, SpanType.CELL, SpanType.PLATE})
_MOSTLY: Final = 0.5  # A word is a place or body where the classifier says so of most of its mentions.
# Below this probability of a name, weak findings of the rules are put to a person instead of being masked.
_NEVER: Final = 0.025
# From here on the classifier outweighs what the rules know of places.
_SURE: Final = 0.85
# Below this probability an ordinary word that opens a sentence is no name.
_OPENING: Final = 0.6
# From here on a number with letters and at least so many digits is masked.
_CODED: Final = 0.4
# Points of evidence below which a finding of the rules is weak.
_WEAK: Final = 10
# An ordinary word in small letters is a name only where the classifier has hardly a doubt.
_SMALL: Final = 0.93
# Where all names are small, a word that no dictionary has is one from here on.
_POSTED: Final = 0.35
_NAME, _PLACE, _BODY = (CLASSES.index(label) for label in ("NAME", "PLACE", "BODY"))
# From here on the classifier outweighs the rules that keep institutions, and masks what it else only raises.
_CERTAIN: Final = 0.95


@dataclass
class Classified:
    """The classifier's findings in one manuscript: spans to mask, and doubts to review, with the reason."""

    spans: list[Span] = field(default_factory=list)
    doubts: list[tuple[Span, str]] = field(default_factory=list)


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
        self._latest = max((int(year) for year in _YEAR.findall(text)), default=0)
        self._votes = Votes()
        self._written_small = written_small(text)
        for start, end, row in zip(words.starts.tolist(), words.ends.tolist(), scores, strict=True):
            if end - start > 2 and text[start].isupper():
                self._votes.add(text[start:end], float(row[_NAME]), float(row[_PLACE] + row[_BODY]))

    @property
    def opinions(self) -> list[Opinion]:
        """People, places and bodies, for the name rules to weigh."""
        return [
            Opinion(reading.start, reading.end, _OPINIONS[reading.label])
            for reading in self._readings
            if reading.label in _OPINIONS and reading.score >= _MOSTLY
        ]

    @property
    def places(self) -> list[tuple[int, int]]:
        """The ranges that are read as places, addresses among them, in order."""
        return [(r.start, r.end) for r in self._readings if r.label in ("PLACE", "ADDRESS") and r.score >= _MOSTLY]

    @property
    def named_places(self) -> list[tuple[int, int]]:
        """The ranges that are surely read as places, without addresses, in order."""
        return [(r.start, r.end) for r in self._readings if r.label == "PLACE" and r.score >= _SURE]

    def is_kept(self, surface: str) -> bool:
        """Say whether the document as a whole uses the words of ``surface`` for places and bodies."""
        return self._votes.kept(surface)

    def dismisses(self, start: int, end: int, bound: float) -> bool:
        """Say whether the classifier sees a name in a range with less than ``bound``, and nothing personal."""
        first, last = self._words.ends.searchsorted(start, side="right"), self._words.starts.searchsorted(end)
        if first >= last:
            return False
        rows = self._scores[first:last]
        harmless = rows[:, 0] + rows[:, _PLACE] + rows[:, _BODY]
        return bool(rows[:, _NAME].max() < bound and harmless.min() > 1 - 2 * bound)

    def leaning(self, start: int, end: int) -> float:
        """Return the highest probability of a name among the words of a range."""
        first, last = self._words.ends.searchsorted(start, side="right"), self._words.starts.searchsorted(end)
        return float(self._scores[first:last, _NAME].max()) if first < last else 0.0

    def outweighs(self, finding: NameFinding) -> bool:
        """Say whether a finding of the name rules is weak, and the classifier sure that it is no name."""
        initials = finding.why == "initials alone"
        weak = finding.points < _WEAK or initials
        bound = 2 * _NEVER if initials else _NEVER
        # A title, a given name that is nothing else, or a phrase that people follow outweighs the classifier.
        named = any(reason in finding.why for reason in ("title", "listed name", "phrase"))
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
        plausible = Plausible(self._text, lexicon, self.leaning, self._votes.named)
        for reading in self._readings:
            if reading.label in ("PLACE", "BODY"):
                continue
            kind = SpanType(reading.label)
            if not plausible.holds(reading, kind):
                continue
            if stays(self._text, reading, guard.touching(reading.start, reading.end), lexicon):
                continue
            start, end = reading.start, reading.end
            if kind in _CODES:
                start, end = whole_code(self._text, start, end)
                paid = is_amount(self._text, start, end) and not (kind is SpanType.PLATE and reading.score >= _CERTAIN)
                if is_symbol(self._text, start) or paid:
                    continue
            # "Lic.", "Ing.", "Mgr.": the title before a name.
            dotted = kind is SpanType.NAME and self._text[end : end + 1] == "." and end - start <= _ABBREVIATED
            if dotted and self._text[start:end].lower() in lexicon.titles:
                continue
            span = Span(start, end, kind, round(reading.score, 3), (DETECTOR,))
            coded = kind in _CODES and reading.score >= _CODED and is_lettered(self._text[start:end])
            vague = kind is SpanType.DATE_PERSONAL and reading.end - reading.start == 4
            if kind in _WORDY and _SHORT.fullmatch(self._text, start, end):
                continue
            if kind is SpanType.CELL and self._of_the_room(start, end):
                found.doubts.append((span, "may be the room alone"))
            elif (
                kind in _RAISED
                or (kind in _COSTLY and (reading.score < _CERTAIN or vague))
                or (kind is SpanType.DATE_PERSONAL and not self._personal(reading))
            ):
                found.doubts.append((span, "may point at one person"))
            elif (
                reading.score < self._masks[reading.label] and not coded and not self._odd(reading, lexicon, allowlist)
            ):
                found.doubts.append((span, "the classifier is not sure"))
            elif kind is SpanType.CONTACT and of_a_desk(self._text, start, end):
                found.doubts.append((span, "may be the line of an office"))
            elif kind is SpanType.ADDRESS and of_an_institution(self._text, start):
                found.doubts.append((span, "may be the address of an office"))
            elif kind is SpanType.DOB and too_late(self._text, start, end, self._latest - _LONG_AGO):
                found.doubts.append((span, "a date too late for a birth"))
            elif kind is SpanType.NAME and reading.score < _SMALL and self._small(reading, lexicon):
                found.doubts.append((span, "an ordinary word, perhaps a name"))
            elif kind is SpanType.NAME and self._elsewhere(reading, allowlist):
                found.doubts.append((span, "elsewhere it is a place or body"))
            elif of_a_thing(self._text, start, end, kind) or (
                kind in _NUMBERS and is_reference(self._text, start, end)
            ):
                found.doubts.append((span, "may be the number of a paper"))
            else:
                found.spans.append(span)
        return found

    def _of_the_room(self, start: int, end: int) -> bool:
        if NOT_LIVED_IN.match(self._text, start):
            return True
        floor, limit = max(0, start - WINDOW), end + WINDOW
        low = max(self._text.rfind(SEPARATOR, floor, start) + 1, floor)
        high = self._text.find(SEPARATOR, end, limit)
        segment = self._text[low : high if high >= 0 else limit]
        return of_the_room(segment, start - low, end - low)

    def _odd(self, reading: Reading, lexicon: Lexicon, allowlist: Allowlist) -> bool:
        """Say whether a name in doubt is one capitalised ordinary word, or a strange one that no place stands for."""
        surface = self._text[reading.start : reading.end]
        lower = surface.lower()
        return (
            reading.label == "NAME"
            and surface.isalpha()
            and surface.istitle()
            and not (reading.score < _OPENING and self._opens(reading, lexicon))
            and (lexicon.is_common(surface) or not self._placed(reading, surface, allowlist))
            and not lexicon.is_safe(surface)
            and not any(
                lower in listed for listed in (lexicon.strong, lexicon.weak, lexicon.titles, lexicon.trade, FUNCTION)
            )
        )

    def _opens(self, reading: Reading, lexicon: Lexicon) -> bool:
        """Say whether an ordinary word opens a sentence, a line or a remark, where every word has a capital."""
        text, surface = self._text, self._text[reading.start : reading.end]
        lower = surface.lower()
        return (
            lexicon.is_common(surface)
            and lower not in lexicon.given_words
            and text[reading.end : reading.end + 2] not in ("'s", "’s")
            and SENTENCE_END.search(text[max(0, reading.start - 12) : reading.start].replace("  ", "\n")) is not None
        )

    def _placed(self, reading: Reading, surface: str, allowlist: Allowlist) -> bool:
        """Say whether a strange word may be a place: after a preposition or a number, or so used elsewhere."""
        if allowlist.place(surface) or allowlist.used_for_place([surface]) or self.is_kept(surface):
            return True
        return not _QUOTED.search(self._text[max(0, reading.start - 2) : reading.start])

    def _personal(self, reading: Reading) -> bool:
        """Say whether a person stands near a date: a name as the classifier sees it, or he and she; or it is long ago."""  # noqa: E501
        text, start, end = self._text, reading.start, reading.end
        year = None if of_nobody(text, start) else _YEAR.search(text, start, end)
        if year is not None and int(year.group()) < self._latest - _LONG_AGO:
            return True  # Reports speak of this year and the last; what is long ago is rather somebody's past.
        low = max(text.rfind("\x1e", max(0, start - _BESIDE), start) + 1, start - _BESIDE, 0)
        high = min(end + _BESIDE, len(text))
        high = min(position for position in (text.find("\x1e", end, high), high) if position >= 0)
        near = PRONOUN.search(text, low, high) or self.leaning(low, high) >= _MOSTLY
        return bool(near) and not of_nobody(text, start)

    def _small(self, reading: Reading, lexicon: Lexicon) -> bool:
        """Say whether ordinary words are in small letters, or one opens a sentence that goes on, as any word does."""
        led = _LED.search(self._text, max(0, reading.start - 2), reading.start)
        if reading.score < _OPENING and not led and self._opens(reading, lexicon):
            return _GOES_ON.match(self._text, reading.end) is not None
        words = _WORD.findall(self._text[reading.start : reading.end])
        unlikely = reading.score < _MOSTLY
        if reading.score >= _POSTED and self._written_small:
            # In a post all names are small: what no dictionary has is one, and a given name that English has too.
            unlikely = False
            words = [word for word in words if word not in lexicon.given_words]
        return bool(words) and all(word.islower() and (unlikely or lexicon.is_common(word)) for word in words)

    def _elsewhere(self, reading: Reading, allowlist: Allowlist) -> bool:
        """Say whether the document uses a surface for a place or body, as the rules or as the classifier see it."""
        surface = self._text[reading.start : reading.end]
        named = AFTER_BODY.search(self._text, max(0, reading.start - 60), reading.start) is not None
        ruled = (named or reading.score < _SURE) and allowlist.used_for_place(_WORD.findall(surface))
        return ruled or self.is_kept(surface)
