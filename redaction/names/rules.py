"""Persons' names by rule: runs of capitalised words weighed by what stands in and around them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from redaction.analyzer import PERSON, Opinion
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR, Manuscript
from redaction.names.allowlist import Allowlist
from redaction.names.candidates import Candidates
from redaction.names.cues import REACH, Cues, cues
from redaction.names.forms import (
    COUNTRY_INITIALS,
    DATED,
    FUNCTION,
    LIST_GAP,
    OFFICE_OF,
    PLACE_ASIDE,
    SENTENCE_END,
    SHORT_NAMES,
    SIZES,
    THING_CALLED,
)
from redaction.names.runs import Run, Token, tokens_of
from redaction.policy import Policy


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A run that counts as a name, or nearly; offsets into the manuscript."""

    start: int
    end: int
    points: int
    role: str | None
    sure: bool
    why: str


class NameRules:
    """Weighs every run of capitalised words of a document."""

    def __init__(self, policy: Policy, lexicon: Lexicon) -> None:
        """Take the thresholds and the word lists."""
        self._policy = policy
        self._lexicon = lexicon
        self._cues: Cues = cues()

    def read(self, manuscript: Manuscript, opinions: Sequence[Opinion]) -> NameReading:
        """Weigh the runs of a document.

        Args:
            manuscript: the document.
            opinions: of the model, in manuscript offsets, sorted by start.
        """
        return NameReading(self._policy, self._lexicon, self._cues, manuscript, opinions)


class NameReading:
    """The names of one document.

    Attributes:
        tokens: its words.
        allowlist: what the document uses as places and ordinary words.
        findings: names, then doubtful cases (``sure`` is false).
        kept: ranges that are institutions, instruments or case names.
    """

    def __init__(
        self, policy: Policy, lexicon: Lexicon, cues: Cues, manuscript: Manuscript, opinions: Sequence[Opinion]
    ) -> None:
        """Read the document."""
        self._policy, self._lexicon, self._cues = policy, lexicon, cues
        self._text = manuscript.text
        self._opinions = sorted(opinions, key=lambda opinion: opinion.start)
        self._opinion_starts = [opinion.start for opinion in self._opinions]
        self.tokens = tokens_of(self._text)
        self.allowlist = Allowlist(lexicon, cues, manuscript, self.tokens)
        candidates = Candidates(lexicon, self.allowlist, cues, self._text, self._person_opinion)
        runs = candidates.find(self.tokens)
        self.kept = candidates.kept
        self.allowlist.locate(runs)
        for run in runs:
            self._weigh(run)
        self._chain(runs)
        self.findings = self._findings(runs)

    def _alone(self, run: Run) -> bool:
        """Say whether a run stands inside a sentence, with no article or preposition of place before it."""
        before = self._before(run.start)
        return bool(before[-1:] == " " and before[-2:-1].isalpha()) and not self.allowlist.located(run)

    def _weigh(self, run: Run) -> None:
        lexicon, allow, text = self._lexicon, self.allowlist, self._text
        words = run.tokens
        strange = sum(allow.strange(token.text) for token in words if token.text not in lexicon.particles)
        length = len([token for token in words if token.text not in lexicon.particles])
        if strange and length > 1:
            # The name of a city beside a strange word is a surname.
            strange += sum(token.lower in lexicon.cities for token in words)
        initials = [token for token in words if token.initial]
        solid = [token for token in words if not token.initial]
        context = spoken = 0
        for cue in self._cues.beside(run, text):
            run.add(cue.points, cue.reason)
            context = max(context, cue.points)
            spoken += cue.points
            if cue.role and (run.role is None):
                run.role = cue.role
        label = self._label(run.start, run.end)
        if label == PERSON:
            run.add(3, "model")
        elif label == "PEOPLE":
            run.add(-3, "people")
        elif label == "PLACE":
            run.add(-2 if strange < 2 or allow.located(run) else -1, "model place")
        elif label is not None and strange < 2:
            run.add(-1, "model other")
        if strange >= 2 and length > 1:
            run.add(5, "strange words")
        elif strange:
            run.add(3 if length > 1 else 2, "strange word")
            if label is None and not words[0].capitals and self._alone(run):
                run.add(2, "nothing else than a name")
        if length > 1 and words[0].lower in lexicon.given_words:
            run.add(2, "given name")
            if all(token.lower in lexicon.given_words or token.lower in lexicon.given_names for token in words):
                run.add(4, "given names alone")
        given = [token for token in solid if token.lower in lexicon.given_names]
        if given and length > 1:
            run.add(3, "listed name")
        elif given and not allow.located(run):
            run.add(1 if label == "PLACE" else 3, "listed name")
        if initials and solid:
            self._initials(run, initials, solid)
        if run.quoted and length > 1 and strange:
            run.add(4, "nickname")
        before = self._before(run.start)
        if THING_CALLED.search(before, max(0, len(before) - 34)):
            run.add(-9, "name of a thing")
        if self._nicknamed(run, strange):
            run.add(8, "nickname")
        titled = "title" in run.reasons
        named = context >= 5 and words[0].lower not in lexicon.calendar
        if solid and all(allow.place(token.text) for token in solid):
            run.add(-6, "place")
        elif not titled and not context and label != PERSON and strange < 2 and allow.located(run):
            run.add(-2, "located")
        if not titled and context < 5 and allow.used_as_place(run):
            run.add(-4, "used as a place")
        if not strange and words[0].lower in lexicon.given_words and (length > 1 or named):
            run.add(0 if named else -1, "ordinary words")
        elif not strange:
            listed = all(allow.safe(token.text) for token in solid) and solid
            unsaid = listed and not titled and max(context, spoken + 1) < 9
            # "Judge May": nothing else follows a title; "the Judge in May" has a word between.
            month = titled and length == 1 and words[0].lower in lexicon.calendar_names
            run.add(-6 if unsaid else -2 if month else -3, "ordinary words")
        if not titled and not given and OFFICE_OF.search(before, max(0, len(before) - 40)):
            run.add(-9, "place of an office")
        if length == 1 and words[0].lower in lexicon.calendar and DATED.search(before, max(0, len(before) - 16)):
            run.add(-9, "date")
        if length == 1 and not titled and solid and words[0].capitals and len(words[0].text) <= 5:
            run.add(-3, "acronym")
        if context >= 5 and "institution" in run.reasons:
            run.add(4, "institution outweighed")
        if (
            length <= 2
            and not given
            and not titled
            and not context
            and PLACE_ASIDE.search(before, max(0, len(before) - 40))
        ):
            run.add(-4, "aside of a place")
        if not solid:
            several = len(initials) > 1 and all(self._text[t.end : t.end + 1] == "." for t in initials)
            joined = "".join(token.text for token in initials)
            known = joined in COUNTRY_INITIALS or len(joined) > 4
            run.add(9 if several and not known else -2 if titled or context else -9, "initials alone")

    def _nicknamed(self, run: Run, strange: int) -> bool:
        """Say whether a run is an adjective of size or age and a short name: "Big Lou", "Little J"."""
        if len(run.tokens) != 2 or run.tokens[0].lower not in SIZES or run.tokens[0].capitals:
            return False
        second, before = run.tokens[1], self._before(run.start)
        if second.initial:
            return not SENTENCE_END.search(before) or before[-1:] in "\"“‘'"
        if len(second.text) > 8 or second.capitals or self.allowlist.place(second.text):
            return False
        given = second.lower in self._lexicon.given_names or second.lower in self._lexicon.given_words
        short = second.lower in SHORT_NAMES
        quoted = before[-1:] in ("“", '"') and self._text[run.end : run.end + 1] in ("”", '"', ",")
        return given or short or quoted or (bool(strange) and not self.allowlist.located(run))

    def _initials(self, run: Run, initials: list[Token], solid: list[Token]) -> None:
        joined = "".join(token.text for token in initials)
        if joined in COUNTRY_INITIALS or any(token.lower in FUNCTION for token in solid) or len(solid) > 3:
            return
        dotted = all(self._text[token.end : token.end + 1] == "." for token in initials)
        opens = self._before(run.start).rstrip(" ")[-1:] in ("", "\n", SEPARATOR)
        if opens and not any(self.allowlist.strange(t.text) or t.lower in self._lexicon.given_words for t in solid):
            # "D. Other matters": the letter of an item.
            return
        if run.tokens[0].initial:
            if dotted:
                run.add(5, "initials")
            elif any(self.allowlist.strange(token.text) for token in solid):
                run.add(2, "initials")
        elif any(self.allowlist.strange(token.text) for token in solid):
            run.add(3, "initials")

    def _chain(self, runs: list[Run]) -> None:
        """Let names in a list, and the two halves of ``SURNAME, First``, speak for each other."""
        need = self._policy.name_points
        index = 0
        while index + 1 < len(runs):
            first, second = runs[index], runs[index + 1]
            if self._text[first.end : second.start] in (", ", ",\n") and self._reversed(first, second):
                first.points = max(first.points, 0) + max(second.points, 0) + 6
                first.reasons += ["surname, given name", *second.reasons]
                first.role = first.role or second.role
                first.tokens += second.tokens
                del runs[index + 1]
            index += 1
        for pairs in (list(itertools.pairwise(runs)), list(zip(runs[1:], runs, strict=False))[::-1]):
            for known, other in pairs:
                if known.points < need or other.points >= need or other.points < -4:
                    continue
                first, second = sorted((known, other), key=lambda run: run.start)
                gap = self._cues.untitled(self._text[first.end : second.start])
                if gap and len(gap) < 90 and LIST_GAP.fullmatch(gap) and SEPARATOR not in gap:  # noqa: SIM102
                    if any(self.allowlist.strange(token.text) or token.lower in self._lexicon.given_words
                           for token in other.tokens):  # fmt: skip
                        placed = {"model place", "located", "used as a place", "place", "aside of a place"}
                        lift = 4 if placed & set(other.reasons) else max(4, need - other.points)
                        other.add(lift, "in a list of names")
                        other.role = other.role or known.role

    def _reversed(self, first: Run, second: Run) -> bool:
        """Say whether two runs are a surname and given names written the other way round."""
        if len(second.tokens) > 3 or len(first.tokens) > 3:
            return False
        surname = [token for token in first.tokens if token.text not in self._lexicon.particles]
        given = second.tokens
        if all(self.allowlist.place(token.text) or self._lexicon.is_safe(token.text) for token in given):
            return False
        if all(self.allowlist.place(token.text) for token in surname):
            return False
        if all(token.initial for token in given):
            return not all(self.allowlist.common(token.text) for token in surname) or all(
                self._text[token.end : token.end + 1] == "." for token in given
            )
        capitals = all(token.capitals and len(token.text) > 2 for token in surname)
        if capitals and not any(token.capitals for token in given):
            return any(
                self.allowlist.strange(t.text) or t.lower in self._lexicon.given_words for t in [*given, *surname]
            ) and not all(self._lexicon.is_safe(token.text) for token in surname)
        identified = {"identifier follows", "age follows"} & set(second.reasons)
        return bool(identified) and len(first.tokens) == 1 and "located" not in first.reasons

    def _findings(self, runs: list[Run]) -> list[NameFinding]:
        found: list[NameFinding] = []
        for run in runs:
            sure = run.points >= self._policy.name_points
            if sure:
                start, end = run.start, run.end
                if run.tokens[-1].initial and self._text[end : end + 1] == ".":
                    end += 1
                found.append(NameFinding(start, end, run.points, run.role, True, ", ".join(run.reasons)))
            elif run.points >= self._policy.review_points:
                found.append(NameFinding(run.start, run.end, run.points, run.role, False, ", ".join(run.reasons)))
        return found

    def _before(self, start: int) -> str:
        return self._text[max(0, start - REACH) : start]

    def _person_opinion(self, start: int, end: int) -> bool:
        return self._label(start, end) == PERSON

    def _label(self, start: int, end: int) -> str | None:
        """Return the model's label for most of a range."""
        index = max(0, bisect_left(self._opinion_starts, start) - 3)
        best, size = None, 0
        while index < len(self._opinions) and self._opinions[index].start < end:
            opinion = self._opinions[index]
            shared = min(end, opinion.end) - max(start, opinion.start)
            if shared > size:
                best, size = opinion.label, shared
            index += 1
        return best if size * 2 >= end - start else None
