"""Words in capitals that stand for a body: it numbers its papers by them, or its name goes before them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LEAST: Final = 4
# "report EXAMPLE-INF-12".
_OF_PAPERS: Final = re.compile(
    r"\b(?:[Rr]eport|[Dd]ocument|[Rr]esolution|[Dd]ecision|[Cc]ircular|[Oo]pinion|[Rr]ecommendation|[Rr]ef\.?|[Nn]o\.?)\s"
    r"(?P<letters>[A-Z]{4,12})[-/](?:[A-Z]{2,6}[-/])?\d"
)
# "the Council for Example (EXAMPLE)".
_OF_A_NAME: Final = re.compile(
    r"\b(?:Council|Commission|Committee|Mechanism|Ministry|Office|Agency|Authority|Service|Institute|Directorate|Board|Administration|Secretariat|"
    r"Department|Defensor[íi]a|Comisión|Consejo|Conseil|Comité)\b"
    r"(?:\s(?:of|for|the|and|on|to|against|de|du|la|des|del|para|pour|contra|[A-ZÀ-Ž][\w'’-]{1,24})){0,12}\s\((?P<letters>[A-Z]{4,12})\)"
)


def of_a_body(text: str, surface: str) -> bool:
    """Say whether a text uses a word in capitals for a body.

    Args:
        text: of the manuscript.
        surface: that was taken for a name.
    """
    return len(surface) >= _LEAST and surface.isupper() and surface in _bodies(text)


@lru_cache(maxsize=16)
def _bodies(text: str) -> frozenset[str]:
    return frozenset(match["letters"] for pattern in (_OF_PAPERS, _OF_A_NAME) for match in pattern.finditer(text))
