"""Persons' names by rule: runs of capitalised words weighed by what stands in and around them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from redaction.allowlist import Allowlist
from redaction.analyzer import PERSON, Opinion
from redaction.cues import REACH, Cues, cues_of
from redaction.forms import (
    ADDRESSES,
    COUNTRY_INITIALS,
    FREQUENT,
    FUNCTION,
    GIVEN_OR_RANK,
    LIST_GAP,
    OFFICES,
    PART_OF_NAME,
    SENTENCE_END,
    SURE_TITLES,
)
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR, Manuscript
from redaction.policy import Policy
from redaction.runs import Run, Token, runs_of, tokens_of


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
        self._cues: Cues = cues_of(lexicon)

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
        self.kept: list[tuple[int, int]] = []
        runs = self._candidates()
        self.allowlist.locate(runs)
        for run in runs:
            self._weigh(run)
        self._chain(runs)
        self.findings = self._findings(runs)

    def _candidates(self) -> list[Run]:
        """Return runs that may be persons, titles stripped; remember institutions and case names as kept."""
        candidates: list[Run] = []
        institutions: list[Run] = []
        later: list[tuple[Run, int]] = []
        for raw in runs_of(self._text, self.tokens, self._lexicon):
            for run in self._split(raw):
                if self.allowlist.case_name(run):
                    self.kept.append((run.start, run.end))
                    continue
                later.append((run, self.allowlist.institution(run)))
        for run, degree in later:
            title = self._title_at(run)
            sure_title = title is not None and run.tokens[title].lower in SURE_TITLES
            strong = degree == 2 and not (title is not None and self._named_tail(run, title))
            if strong:
                institutions.append(run)
                self.kept.append((run.start, run.end))
                continue
            self._strip(run, title)
            if not run.tokens:
                continue
            if degree and not sure_title:
                run.add(-4, "institution")
            candidates.append(run)
        self.allowlist.learn(institutions)
        return candidates

    def _named_tail(self, run: Run, title: int) -> bool:
        """Say whether a person follows the title at ``title`` rather than the rest of an institution's name."""
        rest = run.tokens[title + 1 :]
        if any(token.lower in self._lexicon.strong for token in rest):
            return False
        if self.allowlist.named_after(run):
            return False
        return run.tokens[title].lower in SURE_TITLES or any(self.allowlist.strange(token.text) for token in rest)

    def _split(self, run: Run) -> list[Run]:
        """Strip words at the start of a sentence that do not belong to a name."""
        while run.tokens:
            first = run.tokens[0]
            opening = bool(SENTENCE_END.search(self._text[max(0, first.start - 12) : first.start]))
            lower = first.lower
            if len(run.tokens) > 1:
                if first.capitals and lower not in FUNCTION:
                    break
                second = run.tokens[1]
                dotted = first.initial and self._text[first.end : first.end + 1] == "."
                if lower in FUNCTION and not dotted and second.lower not in ("v", "and"):  # noqa: SIM102
                    if not (lower in ("will", "may") and not opening):
                        run.tokens.pop(0)
                        continue
                if (
                    opening
                    and self.allowlist.common(first.text)
                    and self._lexicon.counts.get(lower, 0) >= FREQUENT
                    and lower not in self._lexicon.given_words
                    and lower not in self._lexicon.titles
                    and not self.allowlist.common(second.text)
                    and not self.allowlist.institution(run)
                    and len(run.tokens) == 2
                    and self._person_opinion(second.start, second.end)
                    and not self._person_opinion(first.start, first.end)
                ):
                    run.tokens.pop(0)
                    continue
            elif lower in FUNCTION and opening and not self._cues.people_called.search(self._before(first.start)):
                run.tokens.pop(0)
                continue
            break
        return [run] if run.tokens else []

    def _title_at(self, run: Run) -> int | None:
        """Return where the last title of a run stands, with a name after it."""
        found = None
        for index, token in enumerate(run.tokens[:-1]):
            if token.lower in self._lexicon.titles:
                before = run.tokens[:index]
                aliens = sum(self.allowlist.strange(word.text) for word in before)
                if all(self._plain(word) for word in before) or (
                    token.lower in SURE_TITLES and not run.quoted and aliens < 2
                ):
                    found = index
            elif not self._plain(token) and index > 1:
                break
        return found

    def _plain(self, token: Token) -> bool:
        lower = token.lower
        return lower in self._lexicon.titles or (
            not token.initial
            and lower not in self._lexicon.given_words
            and (self.allowlist.common(token.text) or self.allowlist.safe(token.text) or token.capitals)
        )

    def _strip(self, run: Run, title: int | None) -> None:
        """Take the title off a run and count it; a run of titles alone becomes empty."""
        lexicon = self._lexicon
        if title is not None:
            word = run.tokens[title].lower
            rest = run.tokens[title + 1 :]
            office = all(token.lower in lexicon.titles or token.lower in OFFICES for token in rest)
            run.tokens = run.tokens[title:] if self._kin(run, title) else rest
            plain = all(self._plain(token) for token in rest)
            role = lexicon.title_roles.get(word)
            if word in SURE_TITLES:
                run.add(3 if office or all(t.lower in lexicon.roles for t in rest) else 8, "title")
            else:
                run.add(1 if plain else 6, "title")
            run.role = None if role == "PERSON" else role
            if office and word not in ADDRESSES:
                run.tokens = []
        elif len(run.tokens) == 1 and run.tokens[0].lower in lexicon.titles:
            # "the Governor" alone is an office; "Major" may still be somebody's surname, found by propagation.
            run.add(-6, "office")

    def _alone(self, run: Run) -> bool:
        """Say whether a run stands inside a sentence, with no article or preposition of place before it."""
        before = self._before(run.start)
        return bool(before[-1:] == " " and before[-2:-1].isalpha()) and not self.allowlist.located(run)

    def _kin(self, run: Run, title: int) -> bool:
        """Say whether the title is part of the name: ``Uncle Tom``, and a rank after a role (``the nurse, Maj Example``)."""  # noqa: E501
        word = run.tokens[title]
        if word.lower in PART_OF_NAME:
            return True
        return word.lower in GIVEN_OR_RANK and self._cues.role_before(self._before(word.start)) is not None

    def _weigh(self, run: Run) -> None:
        lexicon, allow, text = self._lexicon, self.allowlist, self._text
        words = run.tokens
        strange = sum(allow.strange(token.text) for token in words if token.text not in lexicon.particles)
        length = len([token for token in words if token.text not in lexicon.particles])
        initials = [token for token in words if token.initial]
        solid = [token for token in words if not token.initial]
        context = 0
        for cue in self._cues.beside(run, text):
            run.add(cue.points, cue.reason)
            context = max(context, cue.points)
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
        if initials and solid:
            self._initials(run, initials, solid)
        if run.quoted and length > 1 and strange:
            run.add(4, "nickname")
        titled = "title" in run.reasons
        if solid and all(allow.place(token.text) for token in solid):
            run.add(-6, "place")
        elif not titled and not context and label != PERSON and strange < 2 and allow.located(run):
            run.add(-2, "located")
        if not titled and context < 5 and allow.used_as_place(run):
            run.add(-4, "used as a place")
        if not strange and length > 1 and words[0].lower in lexicon.given_words:
            run.add(-1, "ordinary words")
        elif not strange:
            listed = all(allow.safe(token.text) for token in solid) and solid
            run.add(-6 if listed and not titled and context < 9 else -3, "ordinary words")
        if length == 1 and not titled and solid and words[0].capitals and len(words[0].text) <= 5:
            run.add(-3, "acronym")
        if context >= 5 and "institution" in run.reasons:
            run.add(4, "institution outweighed")
        if not solid:
            several = len(initials) > 1 and all(self._text[t.end : t.end + 1] == "." for t in initials)
            run.add(5 if several and context >= 3 else -2 if titled or context else -9, "initials alone")

    def _initials(self, run: Run, initials: list[Token], solid: list[Token]) -> None:
        joined = "".join(token.text for token in initials)
        if joined in COUNTRY_INITIALS or any(token.lower in FUNCTION for token in solid) or len(solid) > 3:
            return
        dotted = all(self._text[token.end : token.end + 1] == "." for token in initials)
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
                if known.points < need or other.points >= need or other.points < -3:
                    continue
                first, second = sorted((known, other), key=lambda run: run.start)
                gap = self._cues.untitled(self._text[first.end : second.start])
                if gap and len(gap) < 90 and LIST_GAP.fullmatch(gap) and SEPARATOR not in gap:  # noqa: SIM102
                    if any(self.allowlist.strange(token.text) or token.lower in self._lexicon.given_words
                           for token in other.tokens):  # fmt: skip
                        other.add(4, "in a list of names")
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
