"""Whether a text writes everything in small letters, as posts and messages do: names stand there without a capital."""

from __future__ import annotations

import re
from typing import Final

_SENTENCE: Final = re.compile(r"[.!?]\s+(?P<first>[^\W\d_])")


def written_small(text: str) -> bool:
    """Say whether most sentences of a text begin in small letters."""
    first = [match["first"] for match in _SENTENCE.finditer(text)]
    return 2 * sum(map(str.islower, first)) > len(first)
