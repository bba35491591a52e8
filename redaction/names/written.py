"""One mention of a person as it is written: whole words, abbreviated ones, nicknames, initials, and man or woman."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from redaction.names.propagation import BROKEN, key_of, parts_of

MALE: Final = "male"
FEMALE: Final = "female"
_MEN: Final = frozenset(
    [
        "mr", "sir", "herr", "monsieur", "señor", "sr", "signor", "don", "pan", "father", "brother", "son", "husband",
        "uncle", "grandfather", "nephew", "boyfriend", "stepfather", "stepson", "grandson", "widower", "dad", "king",
    ]
)  # fmt: skip
_WOMEN: Final = frozenset(
    [
        "mrs", "ms", "miss", "madam", "madame", "mme", "frau", "señora", "sra", "señorita", "signora", "doña", "pani",
        "mother", "sister", "daughter", "wife", "aunt", "aunty", "auntie", "grandmother", "niece", "girlfriend", "mum",
        "stepmother", "stepdaughter", "granddaughter", "widow", "matron",
    ]
)  # fmt: skip
_KIN: Final = (_MEN | _WOMEN | {"cousin", "partner", "parent", "twin", "sibling", "child", "friend", "cellmate"}) - {
    "mr", "sir", "herr", "monsieur", "señor", "sr", "signor", "don", "pan", "mrs", "ms", "miss", "madam", "madame",
    "mme", "frau", "señora", "sra", "señorita", "signora", "doña", "pani", "matron", "king",
}  # fmt: skip
_CALLINGS: Final = {
    word: calling
    for calling, words in {
        "doctor": "dr doctor prof professor surgeon psychiatrist psychologist",
        "nurse": "nurse matron midwife",
        "officer": "officer sergeant sgt constable pc cpl corporal lieutenant lt captain capt warder warden guard",
        "held": "detainee prisoner inmate patient resident complainant convict",
        "plain": "mr mrs ms miss",
    }.items()
    for word in words.split()
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_KIN_AFTER: Final = re.compile(r",? \(?(?:(?:his|her|their|the|a|whose)\s)?([a-z]+)\b")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)\.?[,(]?\s*[\"“]?$")
_BETWEEN_WORDS: Final = re.compile(r"[\s,;/]+")
_NICKNAME: Final = re.compile(
    r"(?<!\S)[\"“„«]\s*([^\"”“»]+)(?:[\"”“»]|$)|(?<=\s)['‘]([^'’]+)['’](?=\s|$)|\(([^()]+)\)?"
    r"|(?:(?<=\s)(?:alias|a\.?k\.?a\.?|née?|vulgo|dite?|geb\.?|rođ\.?|born)|@)\s+(.+)$"
)
# What stands between two persons, beside titles and words of kin.
_JOINS: Final = frozenset(["and", "with", "not", "versus", "v", "vs"])
_LINKS: Final = frozenset(
    ["his", "her", "their", "the", "of", "to", "a", "an", "late", "elder", "younger", "older", "eldest", "youngest"]
)
_SIGNS: Final = re.compile(r"[&/+]")
_LONGEST_GAP: Final = 60
_SHORT: Final = 4
_MOST_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a mention, as keys.

    Attributes:
        units: the words; one with hyphens has several keys.
        short: initials and abbreviated words, without full stops.
        nicknames: keys of what stands in quotation marks or brackets beside a name.
        letters: the initials of which the whole mention consists, or its words' initials in their order.
        initials: whether the mention is nothing but initials.
    """

    units: tuple[frozenset[str], ...]
    short: tuple[str, ...] = ()
    nicknames: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    initials: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all whole words."""
        return frozenset[str]().union(*self.units)


def written(name: str, particles: Iterable[str] = (), offices: Iterable[str] = ()) -> Written:
    """Take a mention apart.

    Args:
        name: as the text has it, normalised.
        particles: words that tell nobody from anybody.
        offices: titles and the like in small letters, left out where they stand before a name.
    """
    whole = BROKEN.sub("", name)
    nicknames = [found for match in _NICKNAME.finditer(whole) for found in match.groups() if found]
    bare = _NICKNAME.sub(" ", whole)
    if not _WORD.search(bare):
        bare, nicknames = whole, []
    words = [word for word in _BETWEEN_WORDS.split(bare) if parts_of(word)]
    # "Example slept": a span may be a word too long.
    words = [word for word in words if not word[0].islower()] or words
    for index in range(len(words) - 2, -1, -1):
        if words[index].lower().strip(".") in offices and bare.find(f"{words[index]},") < 0:
            words = words[index + 1 :]
            break
    units: list[frozenset[str]] = []
    short: list[str] = []
    heads: list[str] = []
    for word in words:
        parts = [part for part in parts_of(word) if part not in particles]
        dotted = word.endswith(".") and len(parts) == 1 and len(parts[0]) <= _SHORT and parts[0][0].isupper()
        keys = frozenset(key_of(part) for part in parts if len(part) > 1 and not dotted)
        short += [key_of(part) for part in parts if len(part) == 1 or dotted]
        heads += [key_of(part)[:1] for part in parts]
        if keys:
            units.append(keys)
    letters = {"".join(heads)}
    if "," in bare and heads:
        letters.add("".join([*heads[1:], heads[0]]))
    capitals = len(words) == 1 and words[0].isalpha() and words[0].isupper() and len(words[0]) <= _MOST_LETTERS
    if capitals:
        letters = {key_of(words[0])}
    return Written(
        tuple(units),
        tuple(short),
        frozenset(key_of(part) for nickname in nicknames for part in parts_of(nickname) if len(part) > 1),
        frozenset(found for found in letters if found),
        (not units and bool(short)) or capitals,
    )


def sex_of(name: str, before: str, after: str = "") -> str | None:
    """Return ``MALE`` or ``FEMALE`` where a title or a word of kin says it, in a mention or right beside it."""
    first, last, kin = _WORD.match(name), _LAST_WORD.search(before), _KIN_AFTER.match(after)
    for word in (first and first.group(), last and last.group(1), kin and kin.group(1)):
        low = word.lower() if word else ""
        if low in _MEN or low in _WOMEN:
            return MALE if low in _MEN else FEMALE
    return MALE if before.endswith(("M. ", "MM. ")) else None


def calling_of(name: str, before: str) -> str | None:
    """Return what a title or an office says of a person: ``doctor``, ``nurse``, ``officer``, ``held`` or ``plain``."""
    first, last = _WORD.match(name), _LAST_WORD.search(before)
    for word in (first and first.group(), last and last.group(1)):
        if word and word.lower() in _CALLINGS:
            return _CALLINGS[word.lower()]
    return None


def other_calling(calling: str | None, known: Iterable[str]) -> bool:
    """Say whether nobody of these callings is spoken of by another: "Dr Example" and "Mr Example" are two."""
    held = "held" in known
    if calling is None or (held and calling == "plain"):
        return False
    if held or calling == "held":
        return calling != "held" or not (held or "plain" in known)
    # Officers and nurses are called Mr and Ms too, doctors are not.
    return all(
        calling != other and ("plain" not in (calling, other) or "doctor" in (calling, other)) for other in known
    )


def two_persons(gap: str, titles: Iterable[str] = ()) -> bool:
    """Say whether what stands between two mentions parts two persons: "and", "/", "and his brother"."""
    if len(gap) > _LONGEST_GAP or "\n\n" in gap:
        return False
    words = [word.lower() for word in _WORD.findall(gap)]
    if any(not (word in _JOINS or word in _LINKS or word in _KIN or word in titles) for word in words):
        return False
    return any(word in _JOINS or word in _KIN for word in words) or _SIGNS.search(gap) is not None
