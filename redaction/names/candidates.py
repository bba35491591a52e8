"""Which runs of capitalised words may be persons: titles stripped, institutions and case names set apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.names.allowlist import SAINTS, Allowlist
from redaction.names.cues import REACH, Cues
from redaction.names.established import Established
from redaction.names.forms import (
    ADDRESSES,
    BODIES,
    FREQUENT,
    FUNCTION,
    GIVEN_OR_RANK,
    OFFICES,
    PART_OF_NAME,
    QUOTE_MARK,
    SENTENCE_END,
    SURE_TITLES,
)
from redaction.names.runs import Run, Token, runs_of

# Points of the words beside a run from which on they speak of a person.
_CUED = 4
# How a judgment speaks of its own parties, and of those of other judgments never.
_ADDRESSED = "mr|mrs|ms|miss|messrs"


class Candidates:
    """Finds the runs of one document that are worth weighing.

    Attributes:
        kept: ranges that are institutions, instruments or case names.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        allowlist: Allowlist,
        cues: Cues,
        text: str,
        is_person: Callable[[int, int], bool],
    ) -> None:
        """Take the word lists, the document and what says whether the model sees a person in a range."""
        self._lexicon, self._allowlist, self._cues = lexicon, allowlist, cues
        self._text, self._is_person = text, is_person
        self.kept: list[tuple[int, int]] = []

    def find(self, tokens: Sequence[Token]) -> list[Run]:
        """Return runs that may be persons, titles stripped; remember institutions and case names as kept.

        Args:
            tokens: words of the text, in order.
        """
        candidates: list[Run] = []
        institutions: list[Run] = []
        later: list[tuple[Run, int]] = []
        for raw in runs_of(self._text, list(tokens), self._lexicon):
            for run in self._split(raw):
                # "Ann Example vs Officer Crane": a complaint rather than a judgment.
                case = run.tokens[0].lower not in SURE_TITLES and self._allowlist.case_name(run)
                if case and not self._party_of_the_text(run):
                    self.kept.append((run.start, run.end))
                    continue
                later.append((run, self._allowlist.institution(run)))
        for run, degree in later:
            title = self._title_at(run)
            sure_title = title is not None and run.tokens[title].lower in SURE_TITLES
            strong = degree == 2 and (self._of_a_place(run) or not (title is not None and self._named_tail(run, title)))
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
        again = Established(institutions, self._lexicon).among(candidates, self._personal)
        self.kept += [(run.start, run.end) for run in again]
        self._allowlist.learn(institutions)
        return [run for run in candidates if run not in again] if again else candidates

    def _party_of_the_text(self, run: Run) -> bool:
        """Say whether a party of a judgment is somebody whom this text is about: it is the judgment, or tells of it."""
        name = re.escape(run.tokens[-1].text)
        return len(run.tokens[-1].text) > 2 and bool(
            re.search(rf"\b(?i:{_ADDRESSED})\.?[ \n](?:[^\W\d_][\w.'’-]*[ \n]){{0,3}}(?i:{name})\b", self._text)
        )

    def _personal(self, run: Run) -> bool:
        """Say whether a title, the words beside it or the model takes a run for a person."""
        cued = any(cue.points >= _CUED for cue in self._cues.beside(run, self._text))
        return cued or "title" in run.reasons or self._is_person(run.start, run.end)

    def _of_a_place(self, run: Run) -> bool:
        """Say whether a run is the name of a part of an institution: "the Padre Example unit"."""
        return self._text_before(run.start).endswith(" the ") and bool(
            self._cues.institution_after.match(self._text[run.end : run.end + REACH].partition(SEPARATOR)[0])
        )

    def _named_tail(self, run: Run, title: int) -> bool:
        """Say whether a person follows the title at ``title`` rather than the rest of an institution's name."""
        rest = run.tokens[title + 1 :]
        if self._signs(run, title):
            return True
        if any(token.lower in self._lexicon.strong for token in rest):
            return False
        if len(rest) > 1 and rest[-1].lower in BODIES and rest[0].lower not in self._lexicon.given_names:
            return False
        if self._allowlist.public(run):
            return False
        head = run.tokens[0].lower
        if title == 1 and head in self._lexicon.prefixes - SAINTS and not self._lexicon.is_common(head):
            # "Penitenciária Dr. Ann Example": named after somebody with a title.
            return False
        return run.tokens[title].lower in SURE_TITLES or any(self._allowlist.strange(token.text) for token in rest)

    def _signs(self, run: Run, title: int) -> bool:
        """Say whether a full name stands between a title and an office: "Dr Ann Example State Secretary"."""
        rest = run.tokens[title + 1 :]
        offices = (self._lexicon.titles, self._lexicon.roles, OFFICES)
        if run.tokens[title].lower not in SURE_TITLES or not any(rest[-1].lower in held for held in offices):
            return False
        name = list(takewhile(lambda token: token.lower not in self._lexicon.strong, rest[:-1]))
        return any(self._allowlist.strange(token.text) for token in name)

    def _split(self, run: Run) -> list[Run]:
        """Strip words at the start of a sentence that do not belong to a name."""
        while run.tokens:
            first = run.tokens[0]
            if first.initial and self._text[max(0, first.start - 1) : first.start] == "&":
                # "A&E".
                run.tokens.pop(0)
                continue
            opening = bool(SENTENCE_END.search(self._text[max(0, first.start - 12) : first.start]))
            lower = first.lower
            if len(run.tokens) > 1:
                if first.capitals and (lower not in FUNCTION or lower in self._lexicon.titles):
                    break
                second = run.tokens[1]
                dotted = first.initial and self._text[first.end : first.end + 1] == "."
                if lower in FUNCTION and not dotted and second.lower not in ("v", "and"):  # noqa: SIM102
                    if not (lower in ("will", "may") and not opening):
                        run.tokens.pop(0)
                        continue
                if (
                    opening
                    and self._allowlist.common(first.text)
                    and self._lexicon.counts.get(lower, 0) >= FREQUENT
                    and lower not in self._lexicon.given_words
                    and lower not in self._lexicon.titles
                    and not self._allowlist.common(second.text)
                    and not self._allowlist.institution(run)
                    and len(run.tokens) == 2
                    and self._is_person(second.start, second.end)
                    and not self._is_person(first.start, first.end)
                ):
                    run.tokens.pop(0)
                    continue
            elif lower in FUNCTION and opening and not self._cues.people_called.search(self._text_before(first.start)):
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
                aliens = sum(self._allowlist.strange(word.text) for word in before)
                # 'Ann "Doc Lou" Example': a title inside a nickname begins no name.
                inside = run.quoted and QUOTE_MARK.search(self._text, run.start - 1, token.start) is not None
                if all(self._plain(word) for word in before) or (
                    token.lower in SURE_TITLES and not inside and aliens < 2
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
            and (self._allowlist.common(token.text) or self._allowlist.safe(token.text) or token.capitals)
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

    def _kin(self, run: Run, title: int) -> bool:
        """Say whether the title is part of the name: ``Uncle Tom``, and a rank after a role (``the nurse, Maj Example``)."""  # noqa: E501
        word = run.tokens[title]
        if word.lower in PART_OF_NAME:
            return True
        return word.lower in GIVEN_OR_RANK and self._cues.role_before(self._text_before(word.start)) is not None

    def _text_before(self, start: int) -> str:
        return self._text[max(0, start - REACH) : start]
