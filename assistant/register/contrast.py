"""Contrast: two counts that a question sets against each other, written out as two questions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.naming import Names
from assistant.question.refining import without_status
from assistant.question.register_words import REGISTER_WORDS, addressee_in
from assistant.question.slots import replace_slots
from assistant.question.statuses import statuses_asked
from assistant.question.terms import fold
from ingest.register.status import find_statuses

_MORE = re.compile(
    r"\bhow many (?P<sign>more|fewer|less) (?P<first>.+?) than (?P<second>.+?)\W*$", re.IGNORECASE | re.DOTALL
)
_BETWEEN = re.compile(
    r"\b(?P<sign>difference between|ratio of|proportion of|ratio between) (?:the )?(?:numbers? of )?(?P<first>.+?) "
    r"(?:and|to) (?:the )?(?:numbers? of )?(?P<second>.+?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "In the 2024 report", at the end: the other side has a year of its own there.
_DATED = re.compile(r"(?:in|at|by|of|on|during) (?:the )?(?:[\w-]+ ){0,3}(?:19|20)\d\d(?: [\w-]+){0,3}$", re.IGNORECASE)
_PLACED = re.compile(r" (?:at|in) [^,;]+$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:to|at|in|for|by|from|on|about|were|was|are) )?(?:the )?", re.IGNORECASE)


@dataclass(frozen=True)
class Contrast:
    """Two questions whose numbers are compared.

    Attributes:
        ratio: whether their ratio is wanted rather than their difference.
    """

    first: str
    second: str
    ratio: bool = False


def contrast_of(question: str, names: Names) -> Contrast | None:
    """Read a question for the difference or the ratio of two counts of register entries.

    Args:
        question: one question.
        names: of the corpus: places and bodies that are set against each other.

    Returns:
        both counts as questions of their own, or ``None`` where the two sides are not told apart.
    """
    match = _MORE.search(question) or _BETWEEN.search(question)
    if match is None or not REGISTER_WORDS.search(fold(question)):
        return None
    one, other = match["first"].strip(), match["second"].strip()
    sides = _sides(one, other, names)
    if sides is None:
        return None
    return Contrast(f"How many {sides[0]}?", f"How many {sides[1]}?", match["sign"].casefold().startswith("r"))


def _sides(one: str, other: str, names: Names) -> tuple[str, str] | None:
    kind = REGISTER_WORDS.search(fold(one))
    again = REGISTER_WORDS.match(fold(other))
    if again and kind:
        # "More recommendations than good practices at A": what follows is said of both.
        rest = other[again.end() :]
        return f"{one}{rest}" if kind.end() == len(one.rstrip()) else one, f"{other[: again.end()]}{rest}"
    if kind is None:
        # "Accepted and rejected recommendations at A": the first side is the second with its own status.
        status = find_statuses(fold(other))
        if not statuses_asked(fold(one)) or not status:
            return None
        start, end, _ = status[0]
        return f"{other[:start]}{one}{other[end:]}", other
    if (tail := _PLACED.search(other)) and _places(tail[0], names) and not _places(one, names):
        one, other = f"{one}{tail[0]}", other[: tail.start()]
    if statuses_asked(fold(other)) and statuses_asked(fold(one)):
        return one, f"{without_status(one)} that were {other}"
    addressee = addressee_in(one)
    if addressee and fold(other).startswith(("to ", "the ")) and not _places(other, names):
        return one, one.replace(addressee, _LEADING.sub("", other))
    if (tail := _DATED.search(one)) and _YEAR.search(other):
        return one, f"{one[: tail.start()]}{other}"
    exchanged = replace_slots(f"And {other}?", f"How many {one}?", names)
    return (one, exchanged.removeprefix("How many ").rstrip("?")) if exchanged else None


def _places(text: str, names: Names) -> bool:
    """Whether a text names a place by a word that is not one of the register's own."""
    return any(not REGISTER_WORDS.search(word) for place in names.places_in(text) for word in place.words)
