"""Names of States and of their parts, with the words by which texts betray them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from ingest.metadata.casing import readable

# "the Indian Ocean", "English summary", "abridged in English": no State is meant.
_TEXT = r"(?:summary|version|text|translation|language|edition|abridgement|courtesy|original|rendering|extracts?|only)"
_TONGUE = r"(?:English|French|Spanish|Portuguese|German|Italian|Dutch|Russian|Danish|Norwegian|Swedish)"
_NAMESAKES = re.compile(
    rf"\bIndian Ocean\b|\bGulf of \w+|\b(?:Inter-|Pan-)American\b|\bAmerican (?:Convention|Declaration) (?:on|of)\b|"
    # A language of many States; a translation from one of few tells more.
    r"\b[Tt]ransl(?:ation|ated) from (?:the )?(?:English|French|Spanish|Portuguese|Arabic|Russian|German)\b|"
    rf"\b{_TONGUE} (?:\w+ )?{_TEXT}\b|\b(?:summary|version|text|translat\w+|abridged|"
    rf"extracts?|original|available|published|written|drafted)(?:\s+\w+)?\s+(?:in|into)(?:\s+the)?\s+{_TONGUE}\b|"
    rf"\b{_TONGUE}\s+by\b",
    re.IGNORECASE,
)
_FEDERATIONS = frozenset({"United States", "Canada", "Australia"})


def without_namesakes(text: str) -> str:
    """Blank what only sounds like a State: an ocean, the language of a summary; offsets stay."""
    return _NAMESAKES.sub(lambda found: " " * len(found.group()), text)


def listed(text: str) -> str | None:
    """Return the State, or part of one, that a text names; the longest name where it names several."""
    text = without_namesakes(readable(text))
    found = [
        (match.start(), -len(match.group()), name)
        for name, pattern in state_patterns()
        if (match := pattern.search(text))
    ]
    if not found:
        return None
    # "UK" says less than any nation named beside it.
    exact = [item for item in found if item[2] != "United Kingdom"] or found
    return min(exact, key=lambda item: (item[1], item[0]))[2]


def is_of_federation(name: str) -> bool:
    """Say whether a name is a part of a State whose own bodies visit in its parts."""
    return any(whole in _FEDERATIONS for whole in wholes(name))


def is_state(text: str) -> bool:
    """Say whether a text is the name of a State or of a part of one and nothing else: ``Czechia``, ``Türkiye``."""
    return any(pattern.fullmatch(readable(text)) for _, pattern in state_patterns())


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("ingest").joinpath("data", "jurisdictions.toml").read_text(encoding="utf-8")
    )
    return data


@lru_cache(maxsize=1024)
def wholes(name: str) -> tuple[str, ...]:
    """Return the States of which a name is a part: ``Switzerland`` for ``Canton of Zug``."""
    bare = name.removeprefix("Canton of ").removesuffix(" State")
    named = [whole for whole, parts in _data()["parts"].items() if name in parts]
    return (*named, *(whole for whole, parts in parts_of_federations().items() if bare in parts))


@lru_cache(maxsize=4)
def signs(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the words of a section of the list by State: ``signs``, ``hints``, ``capitals``, ``regions``."""
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)".replace("'", "['’]")))
        for name, words in _data()[section].items()
    )


def parts_of_federations() -> dict[str, list[str]]:
    """Return the parts, by State, of the States whose parts have bodies of their own."""
    return {state: _data()["regions"].get(state, []) for state in _data()["federations"]["names"]}


def state_of_region(name: str) -> str | None:
    """Return the State in which alone a region of this name lies: ``Germany`` for ``Lower Saxony``."""
    states = [state for state, pattern in signs("regions") if pattern.fullmatch(name)]
    return states[0] if len(states) == 1 else None


@lru_cache(maxsize=1)
def letters() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return words with a capital that are spelt as in the language of one State or two: ``Horní``, ``Kaarniemi``."""
    return tuple(
        (name, re.compile(rf"(?<!\w)(?=[^\W\d_a-z])[\w'’-]*(?:{'|'.join(parts)})", re.UNICODE))
        for name, parts in _data()["spelling"].items()
    )


@lru_cache(maxsize=1)
def state_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the names and adjectives of States and parts of States, by State."""
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in (name, *words))})(?!\w)"))
        for name, words in _data()["jurisdictions"].items()
    )
