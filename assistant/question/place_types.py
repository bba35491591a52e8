"""Place types: the kind of place that a question names, which chooses documents."""

from __future__ import annotations

import re

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


def place_type_in(folded: str) -> str | None:
    """Return the kind of place that a folded question names, or ``None``."""
    return next((kind for kind, pattern in _PLACE_TYPES if re.search(rf"\b(?:{pattern})", folded)), None)
