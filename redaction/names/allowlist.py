"""What is not a person although it is capitalised: institutions, instruments, case names, places, terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR, Manuscript
from redaction.names.cues import REACH, Cues
from redaction.names.forms import BODIES
from redaction.names.public_names import is_public
from redaction.names.runs import Run, Token
from redaction.names.units import listed_places
from redaction.normalise import fold

SAINTS = frozenset(
    {
        "st", "saint", "ste", "sainte", "san", "santa", "santo", "sankt", "sankta", "sint", "sveti", "sveta", "szent",
        "agios", "agia", "sfântul",
    }
)  # fmt: skip
# Establishments, hospitals and ships by the letters before or after their names.
HOUSES_BY_LETTERS = frozenset(
    {
        "HMP",
        "YOI",
        "IRC",
        "NHS",
        "HMYOI",
        "HMS",
        "USS",
        "HM",
        "JVA",
        "UZ",
        "CHU",
        "CHRU",
        "UMC",
        "KBC",
        "EHPAD",
        "ZK",
        "AŚ",
        "CCP",
        "CIE",
        "CMC",
        "DGASPC",
        "FCI",
        "USP",
        "KPZ",
        "KPD",
        "CPF",
        "CPL",
        "CDP",
        "CERESO",
        "CEFERESO",
        "REMS",
        "UHSA",
        "EPM",
        "SIZO",
        "NRP",
        "ORP",
        "HNLMS",
        "HDMS",
    }
)
# Houses that people are named after, and surnames too: said to be in one of them.
_HOUSES = frozenset({"lodge", "hall", "house", "villa", "manor", "grange", "court"})
_LONGEST_ACRONYM = 5
_VOWELS = frozenset("aeiouyáàâäéèêëíìîïóòôöúùûü")


class Allowlist:
    """Knows, for one document, which words are safe and which runs are institutions or places.

    Attributes:
        places: folded words that the document uses as (part of) the name of a place or body.
    """

    def __init__(self, lexicon: Lexicon, cues: Cues, manuscript: Manuscript, tokens: Sequence[Token]) -> None:
        """Read the document's own usage: words it also writes in lower case are ordinary words."""
        self._lexicon = lexicon
        self._cues = cues
        self._text = manuscript.text
        self.places: set[str] = set()
        self._located: set[str] = set()
        self._listed = listed_places(self._text)
        lower = Counter(token.text for token in tokens if token.text.islower() and not self._in_address(token))
        self._written_small = {word for word, count in lower.items() if count >= 3 and len(word) > 2}

    def _in_address(self, token: Token) -> bool:
        """Say whether a word is part of an e-mail or web address."""
        before, after = self._text[token.start - 1 : token.start], self._text[token.end : token.end + 2]
        return before in ("@", ".", "/", "_") or after[:1] in ("@", "_") or (after[:1] == "." and after[1:].isalpha())

    def common(self, word: str) -> bool:
        """Say whether ``word`` is an ordinary word: English, or written in lower case by the document itself."""
        lower = word.lower()
        return lower in self._written_small or self._lexicon.is_common(lower)

    def safe(self, word: str) -> bool:
        """Say whether ``word`` is listed as safe or looks like an acronym."""
        return self._lexicon.is_safe(word) or _acronym(word)

    def place(self, word: str) -> bool:
        """Say whether the document uses ``word`` in the name of a place or body."""
        return fold(word) in self.places

    def strange(self, word: str) -> bool:
        """Say whether ``word`` is neither ordinary nor safe nor a place: most likely a name."""
        return len(word) > 1 and not (self.common(word) or self.safe(word) or self.place(word))

    def case_name(self, run: Run) -> bool:
        """Say whether a run is a party in the name of a judgment (``X v. State``)."""
        after, before = self._after(run), self._before(run)
        return bool(
            self._cues.case_after.match(after) or self._cues.case_before.search(before, max(0, len(before) - 10))
        )

    def institution(self, run: Run) -> int:
        """Return 2 where a run is surely the name of an institution or instrument, 1 where it may be, else 0."""
        words = [token.lower for token in run.tokens]
        lexicon = self._lexicon
        if self._listed.touching(run.start, run.end):
            return 2
        if any(word in lexicon.strong for word in words[1:]) or (words[0] in lexicon.strong and len(words) > 1):
            return 2
        if words[0] in SAINTS and len(words) > 1:
            return 2
        if words[0] in lexicon.prefixes and len(words) > 1 and words[0] not in lexicon.titles:
            return 2
        if any(word in lexicon.instruments for word in words):
            return 2
        if any(token.text in HOUSES_BY_LETTERS for token in run.tokens):
            return 2
        if len(words) > 2 and words[-1] in _HOUSES and self._cues.inside_before.search(self._before(run)[-10:]):
            return 2
        if len(words) > 1 and words[-1] in BODIES and words[0] not in lexicon.titles:
            gap = self._text[run.tokens[-2].end : run.end]
            if "\n" not in gap:
                return 2
        text_before, text_after = self._before(run), self._after(run)
        if self.public(run):
            return 2
        if self._cues.institution_ends(text_before) or self._cues.institution_after.match(text_after):
            return 2
        if len(words) > 1 and any(word in lexicon.weak for word in words[1:]):
            return 1
        return 0

    def located(self, run: Run) -> bool:
        """Say whether a run stands after a preposition of place."""
        before = self._before(run)
        return bool(self._cues.place_before.search(before, max(0, len(before) - 10)))

    def public(self, run: Run) -> bool:
        """Say whether a run is the name of something, or of the person that something is named after."""
        return is_public(self._text, run.start, run.end, self._lexicon)

    def locate(self, runs: Iterable[Run]) -> None:
        """Remember the runs that stand after *in*, *at* or *near* somewhere, and nowhere beside a sign of a person."""
        located: set[str] = set()
        personal: set[str] = set()
        for run in runs:
            if all(token.lower in self._lexicon.calendar for token in run.tokens):
                # "in May" says nothing about a place.
                continue
            key = self._key(run)
            before, after = self._before(run), self._after(run)
            if "title" in run.reasons or any(cue.points >= 4 for cue in self._cues.beside(run, self._text)):
                personal.add(key)
            elif (
                self._cues.inside_before.search(before, max(0, len(before) - 10))
                and len(run.tokens) <= 3
                and after[:2] not in ("'s", "’s")
            ):
                located.add(key)
        self._located = located - personal

    def used_as_place(self, run: Run) -> bool:
        """Say whether the document says *in* this run somewhere and never treats it as a person."""
        return self._key(run) in self._located

    def used_for_place(self, words: Sequence[str]) -> bool:
        """Say whether the document uses all of ``words`` in names of places, or says *in* them and nothing personal."""
        folded = [fold(word) for word in words if len(word) > 2]
        return bool(folded) and (all(word in self.places for word in folded) or " ".join(folded) in self._located)

    @staticmethod
    def _key(run: Run) -> str:
        return " ".join(fold(token.text) for token in run.tokens)

    def learn(self, runs: Iterable[Run]) -> None:
        """Remember the words of institutions as words for places in this document."""
        for run in runs:
            self.places.update(
                fold(token.text)
                for token in run.tokens
                if len(token.text) > 2 and not self.common(token.text) and token.lower not in self._lexicon.titles
            )

    def _before(self, run: Run) -> str:
        return self._text[max(0, run.start - REACH) : run.start]

    def _after(self, run: Run) -> str:
        return self._text[run.end : run.end + REACH].partition(SEPARATOR)[0]


def _acronym(word: str) -> bool:
    """Say whether ``word`` is written like an acronym: short capitals, or capitals without a vowel."""
    if word.isupper() and word.isalpha():
        return len(word) <= _LONGEST_ACRONYM or not (set(word.lower()) & _VOWELS)
    return any(char.isupper() for char in word[1:]) and len(word) <= 5 and word[1:2].isupper()
