"""Words: which are common English, which are titles, roles, institutions, months; loaded once."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from redaction.errors import ModelMissing

# A word counts as common English from this count on in the frequency list of the package pyspellchecker.
_COMMON_COUNT = 100
# A given name that is a dictionary word is left out of the list of names from this count on.
_FREQUENT_NAME = 3000
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("ly", ""),
    ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ness", ""), ("ability", "able"), ("ally", "al"), ("'s", ""),
    ("isation", "ization"), ("ise", "ize"), ("ised", "ize"), ("our", "or"), ("tre", "ter"), ("ment", ""), ("ments", ""),
    ("est", ""), ("est", "e"), ("iest", "y"),
)  # fmt: skip
_IRREGULAR = frozenset(
    [
        "women",
        "men",
        "children",
        "people",
        "staff",
        "was",
        "were",
        "had",
        "has",
        "did",
        "done",
        "went",
        "gone",
        "cctv",
        "healthcare",
        "became",
        "began",
        "boxes",
        "cries",
        "died",
        "feet",
        "flies",
        "forgiven",
        "fridge",
        "hang",
        "hangs",
        "held",
        "hitting",
        "knives",
        "laptop",
        "letting",
        "licence",
        "mom",
        "online",
        "overheard",
        "owed",
        "paid",
        "proud",
        "using",
        "wheelchair",
        "woken",
    ]
)
# German legal nouns in judgments and reports: endings that surnames of this length do not have.
_GERMAN_ENDINGS = (
    "ung", "ungen", "keit", "heit", "schaft", "schaften", "gesetz", "gesetzes", "verfahren", "senat", "gericht", "gerichts",  # noqa: E501
    "behörde", "ordnung", "bescheid", "gesetzbuch", "minister", "ministerium", "dirigent", "rätin", "verwaltung", "recht",  # noqa: E501
    "rechts", "anstalt", "gefängnis", "gefängnisse", "krankenhaus", "klinik", "polizei", "fengsel", "fängelse", "sjukhus", "sykehus", "sygehus", "vollzug", "mitarbeiter", "staatsanwalt", "schutz", "urteil", "beschluss", "verfassungs",  # noqa: E501
)  # fmt: skip
# British spellings, which the frequency list hardly has: "colour", "haematoma".
_RESPELT = {"our": "or", "ae": "e", "oe": "e"}
_AMERICAN = re.compile(r"(?<=\w\w)our$|(?<=\w)[ao]e(?=\w{2})|^oe(?=\w{3})")
_PREFIXES = ("un", "re", "non", "sub", "over", "under", "pre", "mis", "co", "inter", "multi", "anti", "de", "self")


@dataclass(frozen=True)
class Lexicon:
    """The word lists of ``data/lexicon.toml`` and the common words of two packages."""

    titles: frozenset[str]
    title_roles: dict[str, str]
    roles: dict[str, str]
    given_words: frozenset[str]
    given_names: frozenset[str]
    particles: frozenset[str]
    cues: frozenset[str]
    verbs: frozenset[str]
    passive: frozenset[str]
    belongings: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    prefixes: frozenset[str]
    instruments: frozenset[str]
    calendar: frozenset[str]
    calendar_names: frozenset[str]
    safe: frozenset[str]
    foreign: frozenset[str]
    loans: frozenset[str]
    cities: frozenset[str]
    acronyms: frozenset[str]
    countries: frozenset[str]
    stems: frozenset[str]
    trade: frozenset[str]
    counts: dict[str, int]
    dictionary: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Say whether ``word`` (any case) is an ordinary English word rather than only a name."""
        return _is_common(self, word.lower())

    def is_safe(self, word: str) -> bool:
        """Say whether ``word`` is listed as never being a person: acronyms, countries, months, terms of reports."""
        lower = word.lower()
        if lower[:2] in ("d'", "d’", "l'", "l’") and len(lower) > 4:
            return self.is_safe(word[2:])
        if lower in self.acronyms:
            return word.isupper()
        return lower in self.safe or lower in self.countries or lower in self.calendar or self._demonym(lower)

    def _demonym(self, lower: str) -> bool:
        """Say whether a word is made from the name of a country: its first four letters and an ending."""
        if lower.endswith("landers") or lower in (
            "zealander",
            "icelander",
            "greenlander",
            "islander",
            "newfoundlander",
        ):
            return True
        return (
            len(lower) > 5
            and lower.endswith(("ian", "ians", "ish", "ese", "ean", "ic", "ani", "anis", "ans", "an", "is", "i"))
            and lower[:4] in self.stems
        )


_memory: dict[str, bool] = {}


def _is_common(lexicon: Lexicon, word: str) -> bool:
    known = _memory.get(word)
    if known is None:
        if len(_memory) > 200_000:
            _memory.clear()
        known = _memory[word] = _look_up(lexicon, word.replace("’", "'"))
    return known


def _look_up(lexicon: Lexicon, word: str) -> bool:
    if "-" in word:
        parts = [part for part in word.split("-") if part]
        return bool(parts) and all(part in _PREFIXES or part.isdigit() or _look_up(lexicon, part) for part in parts)
    if word in lexicon.foreign:
        return True
    if word in lexicon.given_names:
        return False
    _stem, apostrophe, ending = word.partition("'")
    if apostrophe and ending in ("d", "m", "ve", "ll", "re", "t"):
        return True
    if word in lexicon.strong or word in lexicon.titles or word in lexicon.roles:
        return True
    forms = [word]
    forms += [word[: -len(end)] + new for end, new in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2]
    forms += [form[:-1] for form in forms if len(form) > 4 and form[-1] == form[-2]]
    for start in _PREFIXES:
        forms += [form[len(start) :] for form in forms if form.startswith(start) and len(form) > len(start) + 3]
    american = _AMERICAN.sub(lambda match: _RESPELT[match[0]], word)
    if american != word and american in lexicon.dictionary and lexicon.counts.get(american, 0) >= _COMMON_COUNT:
        return True
    if word in _IRREGULAR or (len(word) > 8 and word.endswith(_GERMAN_ENDINGS)):
        return True
    # Short inflected forms are often names ("Lis", "Rees"): they must be frequent themselves.
    return any(form in lexicon.dictionary for form in forms) and (
        lexicon.counts.get(word, 0) >= _COMMON_COUNT or len(word) > 8
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Load the word lists (about 0.2 s, once).

    Raises:
        ModelMissing: a package with words is not installed.
    """
    data: dict[str, Any] = tomllib.loads(
        resources.files("redaction.data").joinpath("lexicon.toml").read_text(encoding="utf-8")
    )
    title_roles: dict[str, str] = {}
    for kind, role in (("general", "PERSON"), ("staff", "STAFF"), ("detainee", "DETAINEE")):
        title_roles |= dict.fromkeys(_words(data["titles"][kind]), role)
    roles: dict[str, str] = {}
    for kind, role in (("other", "PERSON"), ("staff", "STAFF"), ("relative", "RELATIVE"), ("detainee", "DETAINEE")):
        roles |= dict.fromkeys(_words(data["role_words"][kind]), role)
    institutions, cues, things = data["institutions"], data["cues"], _words(data["trade"]["things"])
    counts, dictionary = _counts(), _dictionary()
    loans = _words(data["safe"]["loans"])
    foreign, cities = (
        _words(data["safe"]["foreign"]) | loans,
        _words(data["safe"]["cities"]) - {"sofia", "lima", "perth"},
    )
    listed = (
        _words(data["safe"]["words"].lower()) | _words(data["safe"]["countries"]) | _words(data["calendar"]["words"])
    )
    reserved = listed | frozenset(title_roles) | frozenset(roles) | _words(institutions["strong"])
    return Lexicon(
        titles=frozenset(title_roles),
        title_roles=title_roles,
        roles=roles,
        given_words=_words(data["given_words"]["words"]),
        particles=_words(data["particles"]["words"]),
        cues=frozenset(cue.replace("_", " ") for cue in _words(cues["before"])),
        verbs=_words(cues["verbs"]),
        passive=_words(cues["passive"]),
        belongings=_words(cues["belongings"]),
        strong=_words(institutions["strong"]),
        weak=_words(institutions["weak"]),
        prefixes=_words(institutions["prefixes"]),
        instruments=_words(institutions["instruments"]),
        calendar=_words(data["calendar"]["words"]),
        calendar_names=_words(data["calendar"]["ambiguous"]),
        safe=_words(data["safe"]["words"].lower()) | cities | things,
        foreign=foreign,
        loans=loans,
        cities=cities,
        acronyms=_words(data["safe"]["acronyms"]),
        countries=_words(data["safe"]["countries"]),
        stems=frozenset(country[:4] for country in _words(data["safe"]["countries"]) if len(country) > 4),
        given_names=_given_names(reserved, counts, dictionary),
        trade=_words(data["trade"]["words"]) | things | loans,
        counts=counts,
        dictionary=dictionary,
    )


def _given_names(reserved: frozenset[str], counts: dict[str, int], dictionary: frozenset[str]) -> frozenset[str]:
    """Read the list of given names; what English uses as an ordinary word too is left out."""
    text = resources.files("redaction.data").joinpath("given_names.txt").read_text(encoding="utf-8")
    names = {name for line in text.splitlines() if not line.startswith("#") for name in line.split()}
    return frozenset(
        name
        for name in names
        if name not in reserved and not (name in dictionary and counts.get(name, 0) >= _FREQUENT_NAME)
    )


def _counts() -> dict[str, int]:
    try:
        spec = find_spec("spellchecker")
        if spec is None or spec.origin is None:
            raise ImportError("spellchecker")
        path = Path(spec.origin).parent / "resources" / "en.json.gz"
        with gzip.open(path, "rt", encoding="utf-8") as source:
            counts: dict[str, int] = json.load(source)
    except (ImportError, OSError, ValueError) as error:
        raise ModelMissing(
            "the English word counts cannot be read", hint="install the package pyspellchecker"
        ) from error
    return counts


_LOWER = re.compile(r"[a-z]+")


def _dictionary() -> frozenset[str]:
    try:
        from english_words import get_english_words_set
    except ImportError as error:
        raise ModelMissing("the English dictionary cannot be read", hint="install the package english-words") from error
    entries: set[str] = get_english_words_set(["web2"], alpha=True, lower=False)
    return frozenset(entry for entry in entries if _LOWER.fullmatch(entry))
