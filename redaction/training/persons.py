"""Invented people: names of many origins in the forms that reports write."""

from __future__ import annotations

import unicodedata
from random import Random

from redaction.training.inventory import Inventory, Origin

_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "y",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ee", "ou", "ia", "eo"]
_CODAS = ["", "", "", "n", "r", "s", "l", "m", "k", "th", "nd", "sh", "v", "ić", "ová", "son", "ov", "ulu", "ama"]
# What people are called after, with an article: "the Tailor".
_CALLINGS = (
    "Lawyer", "Teacher", "Preacher", "Doctor", "Professor", "Barber", "Goalkeeper", "Prophet", "Butcher", "Accountant",
    "Student", "Belgian", "Tailor", "Sailor", "Judge", "Boxer", "Engineer", "Poet", "Electrician", "Mayor", "Swede",
    "Cook", "Captain", "Twin", "Widow", "Giant", "Dentist", "Postman", "Singer", "Chess Player", "Weightlifter", "Bear",
    "Monk", "Welshman", "Turk", "Librarian", "Candidate", "Philosopher", "Gravedigger", "Clockmaker", "Colonel", "Fox",
    "Plumber", "Minister", "Mute", "Blonde", "Kid", "Baker", "Pilot", "Hungarian", "Cat", "Wrestler", "Ghost", "Nun",
)  # fmt: skip
# What stands before a given name as if it were part of it.
_KIN = (
    "Papa", "Mama", "Big", "Old", "Little", "Uncle", "Auntie", "Brother", "Sister", "Lil", "Bra", "Tata", "Gogo",
    "Mzee",
    "Nana", "Baba", "Crazy", "Long", "Black", "Red", "Young", "Tía", "Don", "Doña", "Oom", "Tannie", "Bhai", "Didi",
    "Ma",
    "Ate", "Kuya", "Mad", "Fat", "Tall", "Blind", "Cousin", "Granny", "Pastor", "Sista", "Whaea", "Matua", "Koro",
    "Aunty",
)  # fmt: skip
# What stands before a family name, shortened or typed apart as it often is.
_PARTICLES = (
    "v.d. ", "vd ", "v d ", "v. ", "van 't ", "van der ", "van de ", "van ", "von ", "zu ", "de la ", "de ", "del ",
    "dela ",
    "da ", "dos ", "di ", "d'", "D'", "O'", "O’", "Mc", "mc ", "Mac ", "Mc ", "Fitz", "Nic ", "Ní ", "Ó ", "ap ",
    "al-", "al ",
    "El ", "Ben ", "bin ", "binti ", "ibn ", "Abu ", "St ", "Ter ", "ten ", "Le ", "La ", "Du ", "Van ", "Ka", "Ma",
    "Te ",
)  # fmt: skip
# Chinese, Vietnamese, Korean and Hungarian reports often put the family name first.
_FAMILY_FIRST = ("chinese", "japanese", "hungarian", "viet")


class Person:
    """One invented person.

    Attributes:
        given: given names, one to three words.
        family: family name; empty where the person is known by one name.
    """

    def __init__(self, random: Random, inventory: Inventory, *, ordinary: bool = False) -> None:
        """Draw a name: half from one origin, a third from ordinary words, the rest mixed or made of syllables.

        Args:
            random: the source of chance.
            inventory: lists of names.
            ordinary: only a name that is an ordinary word.
        """
        self._random = random
        roll = random.random() if not ordinary else 0.0
        origin = random.choice(inventory.origins)
        families = origin
        if roll < 0.32:
            origin, families = (
                (inventory.ordinary, inventory.ordinary)
                if ordinary or random.random() < 0.45
                else random.choice([(inventory.ordinary, origin), (origin, inventory.ordinary)])
            )
        elif roll < 0.42:
            families = random.choice(inventory.origins)
        self.given = random.choice(origin.given)
        self.family = random.choice(families.family) if families.family else _syllables(random)
        if 0.42 <= roll < 0.5:
            self.family = _syllables(random)
            if random.random() < 0.4:
                self.given = _syllables(random)
        if random.random() < 0.08:
            self.given += f" {random.choice(origin.given)}"
        elif random.random() < 0.05:
            self.given += f" {random.choice('ABCDEFGHJKLMNPRSTW')}."
        if random.random() < 0.04 and not ordinary:
            self.family += f"-{_plain_family(random, families)}"
        self._first = random.random() < 0.5 and any(part in origin.name for part in _FAMILY_FIRST)
        self._nick = random.choice(inventory.lists["nicknames"])
        self._stripped = random.random() < 0.12
        self._sticky: dict[str, str] = {}

    def form(self, slot: str) -> str:
        """Return the person's name in the form ``slot`` (``full``, ``first``, ``last``, ``inv``, ...).

        Raises:
            KeyError: an unknown form.
        """
        text = self._form(slot)
        if self._stripped:
            text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        return text

    def _form(self, slot: str) -> str:
        random, given, family = self._random, self.given, self.family
        full = f"{family} {given}" if self._first else f"{given} {family}"
        if slot == "any":
            slot = random.choice(("full", "full", "first", "last", "last", "ilast"))
        if slot == "full":
            return full
        if slot == "first":
            return given.split(" ")[0]
        if slot == "last":
            return family
        if slot == "inv":
            head = family.upper() if random.random() < 0.4 else family
            roll = random.random()
            if roll < 0.15:
                return f"{head}, {given[0]}."
            if roll < 0.22:
                return f"{head} {given[0]}."
            return f"{family.upper()}/{given.upper()}" if roll < 0.25 else f"{head}, {given}"
        if slot == "ilast":
            initials = [word[0] for word in given.split(" ")]
            return "".join(f"{initial}." for initial in initials) + (" " if random.random() < 0.9 else "") + family
        if slot == "lasti":
            # As rotas and registers sort people: "Kowal A." or "KOWAL A".
            return f"{family.upper() if random.random() < 0.3 else family} {given[0]}{random.choice(('.', '.', ''))}"
        if slot == "firsti":
            return f"{given.split(' ')[0]} {family[0].upper()}{random.choice(('.', '.', ''))}"
        if slot == "uplast":
            return family.upper()
        if slot == "heads":
            return random.choice((f"{family.upper()} {given}", f"{given} {family.upper()}"))
        if slot == "inits":
            return self._sticky.setdefault("inits", self._initials())
        if slot == "nick":
            return self._nick
        if slot == "caps":
            return random.choice((full, full, family)).upper() if random.random() < 0.3 else full.upper()
        if slot == "lower":
            return random.choice((full, given, given)).replace("İ", "I").lower()
        if slot in ("lfirst", "llast"):
            return (family if slot == "llast" else given.split(" ")[0]).replace("İ", "I").lower()
        if slot == "noun":
            return self._sticky.setdefault("noun", random.choice(_CALLINGS))
        if slot == "kin":
            return self._sticky.setdefault("kin", f"{random.choice(_KIN)} {given.split(' ')[0]}")
        if slot == "slang":
            return self._sticky.setdefault("slang", _syllables(random).lower())
        if slot == "part":
            return self._sticky.setdefault("part", f"{random.choice(_PARTICLES)}{family}")
        if slot == "duo":
            return self._sticky.setdefault("duo", random.choice("ABCDJKLMPRST") + random.choice("BCDJJJKPTZ"))
        raise KeyError(slot)

    def _initials(self) -> str:
        letters = [word[0].upper() for word in f"{self.given} {self.family}".split() if word[0].isalpha()][:3]
        style = self._random.choice(("{}", "{}.", "{}. "))
        return "".join(style.format(letter) for letter in letters).strip()


def _syllables(random: Random) -> str:
    """Return a name that no list has, so that context alone tells it is one."""
    parts = [random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(random.randint(1, 3))]
    return ("".join(parts) + random.choice(_CODAS)).capitalize()


def _plain_family(random: Random, origin: Origin) -> str:
    return random.choice([name for name in origin.family if " " not in name] or [_syllables(random)])
