"""Runs of capitalised words: the candidates among which names are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR

# A word: letters with inner apostrophes and hyphens; a hyphen may stand at the end of a line. Digits may stand in it,
# since a scan turns letters into digits.
WORD = re.compile(
    rf"(?:[^\W\d_]|(?<![\w.,])[0158](?=[^\W\d_]{{3}}))(?:[^\W_]|[\u0300-\u036f]|['’ʼ](?=[^\W\d_])|-(?:[\n{SEPARATOR}][ ]{{0,12}})?(?=[^\W\d_]))*"  # noqa: E501
)
_POSSESSIVE = re.compile(r"['’ʼ]s$|['’ʼ]$", re.IGNORECASE)
_APOSTROPHES = "'’ʼ"
_DIGITS = re.compile(r"\d")
# "el-Masri", "d'Amico": an article in small letters, then the name.
_ARTICLED = re.compile(r"(?:al|el|as|ar|an|ad|at|ash|az|bin|abu|ould|d)['’ʼ-][^\W\d_a-zß-öø-ÿ]")
_QUOTES = "\"“”„‟«»'‘’"
_GAPS = frozenset({" ", "\n"})
_QUOTED_GAP = re.compile(rf"[ \n]\(?[{_QUOTES}]|[{_QUOTES}]\)?[ \n]")
_DOT_GAPS = frozenset({".", ". ", ".\n"})
# Particles that are English words too join names only in capitals.
_ENGLISH_PARTICLES = frozenset(
    ["do", "ten", "den", "bar", "as", "e", "i", "y", "der", "zu", "san", "santa", "ben", "vom", "le"]
)
_MAC = frozenset({"Mac", "Nic", "Mhic", "Mag", "Ó", "Uí", "Ní", "Mc"})
_ABBREVIATED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "revd",
        "fr",
        "st",
        "sgt",
        "lt",
        "col",
        "capt",
        "maj",
        "gen",
        "insp",
        "supt",
        "cpl",
        "pte",
        "adv",
        "atty",
        "hon",
        "sr",
        "sra",
        "cmdr",
        "brig",
        "dra",
        "lic",
        "licda",
        "licdo",
        "lcda",
        "lcdo",
        "srta",
        "profa",
        "ing",
        "arq",
        "dhr",
        "mw",
        "mevr",
        "mnr",
        "mej",
        "bpk",
        "ven",
        "msgr",
        "cllr",
        "judr",
        "mudr",
        "mgr",
        "avv",
    ]
)
_MOST_TOKENS = 9
# "Guardian: ...": a label at the head of a line.
_LABEL = re.compile(r"[A-Z][\w'’]*(?: [\w'’]+){0,2} ?: |(?:Kind )?Att(?:n|ention)\b|Sub(?:ject|j)?\b|Ref\b|Encl|Copy\b")
# "HMP Example" on the line after a name.
_HOUSES = frozenset({"HMP", "YOI", "HMYOI", "IRC", "NHS", "HM", "JVA", "CHU"})
_AROUND = 400
_LISTED = 4
_PAGE = 100
# Columns narrower than this, in characters, break lines as they can; lines are set with so much of a ragged margin.
_NARROW = 45
_ROOM = 0.7
_SMALL = frozenset(
    ["in", "at", "by", "from", "was", "is", "were", "we", "on", "with", "that", "has", "had", "not",
     "to", "it", "she", "they", "who", "as", "be", "been", "are", "which", "this", "or", "his", "their", "our", "its"]
)  # fmt: skip
_CELLS = " | "
_OPENERS = frozenset(
    {
        "further", "the", "he", "she", "it", "they", "his", "her", "in", "on", "at", "this", "these", "that", "when", "after",  # noqa: E501
        "however", "moreover", "therefore", "thus", "following", "while", "although", "both", "there", "then", "an", "as", "we",  # noqa: E501
    }
)  # fmt: skip


class Token(NamedTuple):
    """A word without possessive ending; offsets into the manuscript."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper() or _ARTICLED.match(self.text) is not None

    @property
    def capitals(self) -> bool:
        """Whether it is all capitals and longer than a letter."""
        return len(self.text) > 1 and self.text.upper() == self.text and self.text[0].isupper()

    @property
    def initial(self) -> bool:
        """Whether it is a single capital letter."""
        return len(self.text) == 1 and self.capital

    @property
    def code(self) -> bool:
        """Whether it is rather a code than a word: half of it is digits."""
        digits = len(_DIGITS.findall(self.text))
        return digits * 2 >= len(self.text) or (digits > 2)


@dataclass(frozen=True, slots=True)
class Cue:
    """Evidence from the text beside a run."""

    points: int
    reason: str
    role: str | None = None


@dataclass(slots=True)
class Run:
    """Capitalised words that stand together, with particles and a quoted nickname between them."""

    tokens: list[Token]
    quoted: bool = False
    points: int = 0
    role: str | None = None
    reasons: list[str] = field(default_factory=list)
    cues: list[Cue] | None = None

    @property
    def start(self) -> int:
        """First code point."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.tokens[-1].end

    def add(self, points: int, reason: str) -> None:
        """Count evidence for (or, negative, against) a person."""
        self.points += points
        self.reasons.append(reason)


def tokens_of(text: str) -> list[Token]:
    """Return the words of ``text``, possessive endings left out."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        apostrophe = len(word) > 2 and (word[-1] in _APOSTROPHES or word[-2] in _APOSTROPHES)
        ending = _POSSESSIVE.search(word) if apostrophe else None
        end = match.end() - (len(ending.group()) if ending else 0)
        found.append(Token(match.start(), end, text[match.start() : end]))
    return found


def runs_of(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[Run]:
    """Return the runs of capitalised words of ``text`` in order."""
    from redaction.pseudonym import PSEUDONYM

    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        # What a redaction has written is nobody's name.
        label = PSEUDONYM.match(text, token.start - 1) if text[token.start - 1 : token.start] == "[" else None
        if label is not None:
            while index < count and tokens[index].start < label.end():
                index += 1
            continue
        if not token.capital or token.code:
            index += 1
            continue
        run = Run([token])
        index += 1
        while index < count and len(run.tokens) < _MOST_TOKENS:
            joined = _join(text, tokens, index, run, lexicon)
            if not joined:
                break
            run.tokens.extend(tokens[index : index + joined])
            index += joined
        yield run


def _join(text: str, tokens: list[Token], index: int, run: Run, lexicon: Lexicon) -> int:
    """Return how many tokens from ``index`` on continue ``run``."""
    last, token = run.tokens[-1], tokens[index]
    if token.capitals and (token.lower in _SMALL or (last.capitals and last.lower in _SMALL)):
        # "WE MET ANN EXAMPLE IN B WING": in capitals the small words part what is written small otherwise.
        return 0
    gap = text[last.end : token.start]
    quoted = bool(_QUOTED_GAP.fullmatch(gap))
    if not (gap in _GAPS or quoted or (gap in _DOT_GAPS and (last.initial or last.lower in _ABBREVIATED))):
        return 0
    if gap in ("\n", ".\n") and _parted(text, last, token):
        return 0
    if token.code or (gap[:1] == "." and len(gap) > 1 and _opens(token, lexicon)):
        return 0
    if token.capital:
        if quoted:
            run.quoted = True
        return 1
    if last.text in _MAC and token.text in ("an", "na", "a"):
        # Irish and Scottish surnames carry their article: "Mac an Bhaird".
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        between = text[token.end : following.start] if following else ""
        return 2 if following is not None and between in _GAPS and following.capital and not following.code else 0
    ahead = 0
    while ahead < 3 and index + ahead < len(tokens) and _particle(tokens[index + ahead], lexicon):
        ahead += 1
        if index + ahead < len(tokens):
            following = tokens[index + ahead]
            between = text[tokens[index + ahead - 1].end : following.start]
            if between not in _GAPS:
                return 0
            if following.capital and not following.code:
                return ahead + 1
    return 0


def _parted(text: str, last: Token, token: Token) -> bool:
    """Say whether a line ends between two words because something new begins.

    A heading ends, a label opens the next line, the lines are a list, or the word would have had room on a line as
    long as its neighbours.
    """
    reach = max(0, last.start - _AROUND)
    low = max(text.rfind("\n", reach, last.start), text.rfind(SEPARATOR, reach, last.start), reach - 1) + 1
    line = text[low : last.end]
    if line.isupper() and " " in line.strip() and not token.capitals:
        return True
    if _CELLS in line:
        # The row of a table ends.
        return True
    if _LABEL.match(text, token.start) or token.text in _HOUSES:
        return True
    floor, limit = max(0, low - _AROUND), min(len(text), token.end + _AROUND)
    start = max(text.rfind("\n\n", floor, low), text.rfind(SEPARATOR, floor, low)) + 1
    ends = [end for end in (text.find("\n\n", token.end, limit), text.find(SEPARATOR, token.end, limit)) if end >= 0]
    # What a page holds is told by the lines around; more of them tell no more.
    lines = text[max(start, floor) : min([*ends, limit])].split("\n")
    listed = len(lines) >= _LISTED and not any(line[:1].islower() for line in map(str.lstrip, lines))
    if listed and not line.isupper():
        # No line goes on in small letters: a list, with an item on each.
        return True
    longest = min(max(map(len, lines)), _PAGE)
    return longest >= _NARROW and len(line) + 1 + len(token.text) <= _ROOM * longest


def _opens(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a word after initials and a full stop begins the next sentence: "J.K. Subsequently"."""
    lower = token.lower
    if lower in lexicon.given_words or not lexicon.is_common(lower):
        return False
    return lower in _OPENERS or (lower.endswith("ly") and len(lower) > 5)


def _particle(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.particles and token.text not in _ENGLISH_PARTICLES
