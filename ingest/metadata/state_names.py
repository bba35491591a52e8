"""Names of States and of their parts, with the words by which texts betray them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from ingest.metadata.casing import readable

_FEDERATIONS = frozenset({"United States", "Canada", "Australia"})


def listed(text: str) -> str | None:
    """Return the State, or part of one, that a text names; the longest name where it names several."""
    text = readable(text)
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


def wholes(name: str) -> list[str]:
    """Return the States of which a name is a part."""
    return [whole for whole, parts in _data()["parts"].items() if name in parts]


@lru_cache(maxsize=4)
def signs(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the words of a section of the list by State: ``signs``, ``hints``, ``capitals``, ``regions``."""
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)".replace("'", "['’]")))
        for name, words in _data()[section].items()
    )


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
