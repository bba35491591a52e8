"""Place types: the kind of place that a question names, which chooses documents."""

from __future__ import annotations

import re

from assistant.question.terms import fold, stem, tokens

_PLACE_TYPES = (
    ("police", r"police (?:stations?|cells?|custody)|custody suites?"),
    ("prison", r"prisons\b"),
    ("psychiatric_hospital", r"psychiatric hospitals?|psychiatric (?:units?|wards?)"),
    ("immigration_detention", r"immigration (?:detention|removal)|immigration detention cent"),
    ("military", r"military (?:detention|prisons?)|barracks"),
    ("social_care", r"(?:nursing|care) homes?"),
    ("juvenile", r"(?:juvenile|youth) (?:institutions?|facilit\w+|detention|prisons?)|secure children's homes?"),
    ("court_custody", r"court (?:cells?|custody)"),
)

_HELD = frozenset(stem(word) for word in ("custody", "detention", "care"))


def place_type_in(folded: str) -> str | None:
    """Return the kind of place that a folded question names, or ``None``."""
    return next((kind for kind, pattern in _PLACE_TYPES if re.search(rf"\b(?:{pattern})", folded)), None)


def says_type(place_type: str, *texts: str | None) -> bool:
    """Say whether one of some texts, a title or a name, speaks of a kind of place, in its words or by its id."""
    # "Holding cells of the Law Courts" are court custody.
    wanted = {stem(word) for word in place_type.split("_")} - _HELD
    plain = [fold(text.replace("_", " ")) for text in texts if text]
    return any(place_type_in(text) == place_type or wanted <= {stem(word) for word in tokens(text)} for text in plain)
