"""Questions with their tags: what the question tagger is trained and judged on.

One question a line in ``register_questions/*.txt``. ``{label|words}`` marks words that ask for entries of the register;
a question without any mark asks for something else, however near its words are.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from importlib.resources import files

from assistant.question.tagging import LABELS

HELD_OUT_IN = 8
"""One question in this many is never trained on."""
_MARK = re.compile(r"\{(\w+)\|([^{}|]+)\}")


@dataclass(frozen=True)
class Tagged:
    """A question with the tags of its words: label, start and end of each."""

    text: str
    tags: tuple[tuple[str, int, int], ...]

    @property
    def held_out(self) -> bool:
        """Whether the question is never trained on, by a digest of its text."""
        return hashlib.sha256(self.text.encode()).digest()[0] % HELD_OUT_IN == 0


def tagged_questions() -> list[Tagged]:
    """Read all questions, each once."""
    found: dict[str, Tagged] = {}
    folder = files("assistant.training") / "register_questions"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".txt"):
            for line in entry.read_text("utf-8").splitlines():
                if line.strip():
                    one = parsed(line.strip())
                    found[one.text] = one
    return list(found.values())


def parsed(line: str) -> Tagged:
    """Read one line.

    Raises:
        ValueError: a label is unknown, or a brace is left over.
    """
    text, tags, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        if match[1] not in LABELS:
            raise ValueError(f"unknown label {match[1]}: {line}")
        tags.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    text += line[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"a brace is left over: {line}")
    return Tagged(text, tuple(tags))
