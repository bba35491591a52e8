"""What happens to text on its way into a report: capitals, no capitals, wrapped lines, damaged scans."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from redaction.training.filling import Example

# What optical character recognition takes for what; all of one character, so that offsets stay.
_CONFUSED = {"l": "1I|", "I": "l1", "O": "0", "0": "O", "e": "c", "c": "e", "h": "b", "n": "u", "u": "n", "S": "5", "5": "S",  # noqa: E501
             "B": "8", "8": "B", "t": "f", "i": "l", "a": "o", "g": "q", "é": "e", "ć": "c", "ö": "o", "á": "a"}  # fmt: skip  # noqa: E501


def damage(example: Example, random: Random) -> Example:
    """Return the example as it may be found: most stay as they are."""
    roll = random.random()
    text = example.text
    if roll < 0.035:
        text = _same_length(text, str.upper)
    elif roll < 0.085:
        text = _same_length(text, str.lower)
    elif roll < 0.14:
        text = "".join(random.choice(_CONFUSED[c]) if c in _CONFUSED and random.random() < 0.04 else c for c in text)
    if random.random() < 0.15:
        text = _wrapped(text, random)
    return Example(text, example.sets)


def _same_length(text: str, change: Callable[[str], str]) -> str:
    return "".join(new if len(new := change(character)) == 1 else character for character in text)


def _wrapped(text: str, random: Random) -> str:
    """Break lines as a page does, at a width of 40 to 90 characters."""
    width = random.randint(40, 90)
    characters = list(text)
    line = 0
    for index, character in enumerate(characters):
        line += 1
        if character == "\n":
            line = 0
        elif character == " " and line >= width:
            characters[index], line = "\n", 0
    return "".join(characters)
