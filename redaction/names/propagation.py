"""Finding every other mention of the names already found: parts, other spellings, damaged letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from redaction.lexicon import Lexicon
from redaction.names.allowlist import Allowlist
from redaction.names.forms import NUMERALS
from redaction.names.namesakes import Namesakes
from redaction.names.neighbours import Neighbours
from redaction.names.public_names import THING_QUOTED
from redaction.names.runs import Token
from redaction.normalise import fold
from redaction.union import Ranges

# Shapes that scanners confuse.
_OCR = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "|": "l", "6": "b"})
_FUZZY_LETTERS = 5
_FUZZY_PLAIN = 8
_FUZZY_TWO = 9
# From here on the first letter may be the one that differs.
_FUZZY_ANY_FIRST = 6
_GLUED = 7
# "dres case" of Dre: in posts the apostrophe is left out.
_OWNED = re.compile(r"[^\W\d_]{3,}s")
# "MHC", "PLV": capitals without a vowel abbreviate an office; where they are initials, the text says so.
_ROMAN = re.compile(r"I{2,3}|IV|VI{1,3}|IX")
_ABBREVIATED = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,5}")
_PART = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


# A hyphen at the end of a line; the word goes on in small letters.
BROKEN = re.compile(r"-[\n\x1e][ ]*(?=[^\W\d_A-ZÀ-ÖØ-Þ])")


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """Return the form in which spellings of one name compare equal: folded, no apostrophes, digits read as letters."""
    plain = fold(BROKEN.sub("", word) if "-" in word else word).replace("'", "").replace("’", "").replace("ʼ", "")
    return plain.translate(_OCR) if not plain.isdigit() else plain


def parts_of(name: str) -> list[str]:
    """Return the words of a name, hyphenated ones cut up as well."""
    return _PART.findall(BROKEN.sub("", name) if "-" in name else name)


@dataclass(frozen=True, slots=True)
class Mention:
    """Another mention of a known name; offsets into the manuscript."""

    start: int
    end: int
    score: float
    how: str


@dataclass
class KnownNames:
    """The words of all names found in a document.

    Attributes:
        strange: keys of words that are nothing but names; masked wherever they stand.
        plain: keys of names that are ordinary words too; masked in a name's place only.
        faint: keys of ordinary words that the classifier alone has taken for a name somewhere; masked where more than
            the place speaks for a name.
        styled: keys of nicknames; capitalised they are masked even where they are titles otherwise.
        small: keys of names that were found in small letters.
    """

    strange: set[str] = field(default_factory=set, repr=False)
    plain: set[str] = field(default_factory=set, repr=False)
    faint: set[str] = field(default_factory=set, repr=False)

    styled: set[str] = field(default_factory=set, repr=False)
    small: set[str] = field(default_factory=set, repr=False)

    def style(self, nickname: str) -> None:
        """Take in the capitalised words of a nickname."""
        self.styled.update(
            key_of(part)
            for part in parts_of(nickname)
            # "Two-Step": a number that opens a sentence is a number.
            if part[0].isupper() and len(part) > 1 and part.lower() not in NUMERALS
        )

    def suspect(self, name: str, lexicon: Lexicon) -> None:
        """Take in the words of what may be a name, and is written in small letters elsewhere."""
        for part in parts_of(name):
            key = key_of(part)
            if len(key) > 2 and part[0].isupper() and key not in self.strange and part.lower() not in lexicon.trade:
                self.faint.add(key)

    def add(self, name: str, allowlist: Allowlist, lexicon: Lexicon) -> None:
        """Take in the words of ``name``, and two or three of them written as one: "delacruz"."""
        keys = [key_of(part) for part in parts_of(name)]
        for count in (2, 3):
            for first in range(len(keys) - count + 1):
                glued = "".join(keys[first : first + count])
                if len(glued) >= _GLUED and glued.isalpha() and not lexicon.is_common(glued):
                    self.strange.add(glued)
        for part in parts_of(name):
            key = key_of(part)
            if part.islower():
                self.small.add(key)
            if len(key) < 2 or part in lexicon.particles or part.isdigit() or _ABBREVIATED.fullmatch(part):
                continue
            if _ROMAN.fullmatch(part):
                continue
            if part.lower() in lexicon.trade or (part.lower() in lexicon.titles and not part[0].isupper()):
                continue
            if allowlist.common(part) or (allowlist.safe(part) and not part.isupper()) or allowlist.place(part):
                self.plain.add(key)
            elif lexicon.is_safe(part) or allowlist.common(key):
                # "Général" folds to an ordinary word: masking that everywhere would eat the text.
                self.plain.add(key)
            elif len(key) == 2 and part.islower():
                continue
            elif len(key) < 3:
                self.plain.add(key)
            else:
                self.strange.add(key)
        self.plain -= self.strange

    def holds_all(self, parts: Sequence[str], lexicon: Lexicon) -> bool:
        """Say whether all of the words are known and none is a title, as with the parts of a hyphenated name."""
        return all(
            (key := key_of(part)) in self.strange or (key in self.plain and key not in lexicon.titles) for part in parts
        )

    def beside(self, text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
        """Say whether a known word stands next to the one at ``index``, both of them names of persons."""
        for first, second in ((index - 1, index), (index, index + 1)):
            if first < 0 or second >= len(tokens) or text[tokens[first].end : tokens[second].start] != " ":
                continue
            pair = (tokens[first], tokens[second])
            keys = [key_of(token.text) for token in pair]
            if all(
                token.capital and (key in self.strange or key in self.plain)
                for token, key in zip(pair, keys, strict=True)
            ) and not any(key in lexicon.strong or key in lexicon.titles or key in lexicon.roles for key in keys):
                return not all(key in lexicon.calendar or key in lexicon.countries for key in keys)
        return False


def propagate(
    text: str,
    tokens: Sequence[Token],
    known: KnownNames,
    allowlist: Allowlist,
    lexicon: Lexicon,
    namesakes: Namesakes,
    kept: Sequence[tuple[int, int]],
) -> list[Mention]:
    """Return every mention of ``known`` names in a document.

    Args:
        text: the manuscript's text.
        tokens: its words.
        known: names found so far.
        allowlist: the document's own words and places.
        lexicon: word lists.
        namesakes: judges the places of ordinary words.
        kept: ranges that stay, sorted.
    """
    # Of names that are ordinary words only long ones: "Blackwood" has damaged forms worth finding, "Rose" has not.
    similar = _Similar({*known.strange, *(key for key in known.plain if len(key) >= _FUZZY_PLAIN)})
    found: list[Mention] = []
    things = Ranges(match.span("name") for match in THING_QUOTED.finditer(text))
    keep = iter(sorted(kept))
    current = next(keep, None)
    for index, token in enumerate(tokens):
        while current is not None and current[1] <= token.start:
            current = next(keep, None)
        if current is not None and current[0] <= token.start:
            # "On the ward Example is looked after": a name, not that of the ward.
            alone = current == (token.start, token.end) and key_of(token.text) in known.strange | known.plain
            if not (alone and namesakes.acts(token)):
                continue
        if things.touching(token.start, token.end):
            continue
        if key_of(token.text) in known.strange:
            found.append(Mention(token.start, token.end, 0.8, "repeated name"))
            continue
        if token.capital and key_of(token.text) in known.styled and namesakes.alone(token):
            found.append(Mention(token.start, token.end, 0.6, "repeated nickname"))
            continue
        owned = token.text.islower() and _OWNED.fullmatch(token.text) is not None
        if owned and key_of(token.text[:-1]) in known.strange and not allowlist.common(token.text):
            found.append(Mention(token.start, token.end, 0.6, "repeated name, its apostrophe left out"))
            continue
        hyphenated = "-" in token.text
        if hyphenated and token.capital and known.holds_all(parts_of(token.text), lexicon):
            found.append(Mention(token.start, token.end, 0.7, "repeated name"))
            continue
        for part in re.finditer(r"[^\W_]+(?:['’ʼ][^\W_]+)*", token.text) if hyphenated else [None]:
            word = part.group() if part else token.text
            start = token.start + (part.start() if part else 0)
            end = start + len(word)
            key = key_of(word)
            if key in known.strange:
                found.append(Mention(start, end, 0.8, "repeated name"))
            elif key in known.plain or key in known.faint:
                faint = key not in known.plain
                if word.islower() and namesakes.small(start, end, part=hyphenated, seen=key in known.small):
                    found.append(Mention(start, end, 0.6, "repeated name, in small letters"))
                    continue
                if not word[0].isupper() or hyphenated:
                    continue
                beside = not faint and known.beside(text, tokens, index, lexicon)
                if beside or namesakes.capital(token, key, faint=faint, place=allowlist.place(word)):
                    found.append(Mention(start, end, 0.6, "repeated name, ordinary word"))
            elif (
                (word[0].isupper() or len(word) >= _FUZZY_LETTERS)
                and not hyphenated
                and _may_be_variant(word, allowlist)
                and similar.to(key)
            ):
                found.append(Mention(start, end, 0.7, "misspelt name"))
    return found


def _may_be_variant(word: str, allowlist: Allowlist) -> bool:
    return len(word) >= 4 and not (allowlist.common(word) or allowlist.safe(word) or allowlist.place(word))


class _Similar:
    """Spelling variants: one edit (a swap counts as one), two in long names."""

    def __init__(self, keys: Iterable[str]) -> None:
        known = [key for key in keys if len(key) >= _FUZZY_LETTERS]
        self._once = Neighbours(1, known)
        self._twice = Neighbours(2, (key for key in known if len(key) >= _FUZZY_TWO - 2))
        self._memory: dict[str, bool] = {}

    def to(self, key: str) -> bool:
        if len(key) < _FUZZY_LETTERS - 1:
            return False
        known = self._memory.get(key)
        if known is None:
            known = self._memory[key] = self._compare(key)
        return known

    def _compare(self, key: str) -> bool:
        from rapidfuzz.distance import OSA

        for candidate in self._once.near(key):
            alike = len(key) >= _FUZZY_ANY_FIRST or key[:1] == candidate[:1]
            if alike and OSA.distance(key, candidate, score_cutoff=1) <= 1:
                return True
        return len(key) >= _FUZZY_TWO and any(
            key[:1] == candidate[:1] and OSA.distance(key, candidate, score_cutoff=2) <= 2
            for candidate in self._twice.near(key)
        )
