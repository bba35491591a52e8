"""Denials: statements that something is not so, which one finding that it is makes false."""

from __future__ import annotations

import re

_DENIAL = re.compile(
    r"\b(?P<verb>is|are|was|were|has|have|had|does|do|did|can|may|will)(?:n['’]t|"
    r"(?P<who> [\w ]{2,40}?)? (?:not|never))\b(?! (?:only|yet|all|every|always|least))",
    re.IGNORECASE,
)
_NONE = re.compile(r"^(?:no|not a|not one)\b ", re.IGNORECASE)


def affirmed(text: str) -> str | None:
    """Return what a statement denies, as a statement that it is so; ``None`` where it denies nothing."""
    if _NONE.match(text):
        rest = _NONE.sub("", text)
        return rest[:1].upper() + rest[1:]
    found = _DENIAL.search(text)
    if found is None:
        return None
    return f"{text[: found.start()]}{found['verb']}{found['who'] or ''}{text[found.end() :]}"
