"""The rule that nothing is invented: each number, month and name of a draft stands in what the draft cites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.drafting.markers import SLOT

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|twice|"
    r"January|February|March|April|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-Z][a-zà-öø-þ]+(?:[’'-]\w+)*", re.MULTILINE)


def unsupported(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers, months, days and names of a draft that stand in none of its sources; slots are passed over.

    Args:
        text: the draft.
        sources: the finding, the addressee, the precedents and criteria that it cites, and their citations.
    """
    shown = "\n".join(sources)
    numbers, words = set(_NUMBER.findall(shown)), shown.casefold()
    bare = SLOT.sub(" ", text)
    strange = [number for number in _NUMBER.findall(bare) if number not in numbers]
    strange += [word for word in _WORDS.findall(bare) if not re.search(rf"\b{word.casefold()}\b", words)]
    strange += [name for name in _NAME.findall(bare) if name.casefold() not in words]
    return tuple(dict.fromkeys(strange))
