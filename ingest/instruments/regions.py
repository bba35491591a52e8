"""Where the instruments of the Council of Europe apply: they are not suggested for places elsewhere."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

REGIONAL: Final = frozenset({"ECHR", "ECPT", "EPR", "CPT"})
"""Instruments of the Council of Europe."""

# Member States (coe.int, "46 member States"), parts of them that have inspectorates of their own, Kosovo, which the CPT
# visits by agreement, and Russia, a member until 2022.
_COUNCIL_OF_EUROPE = re.compile(
    r"Albania|Andorra|Armenia|Austria|Azerbaijan|Belgium|Bosnia and Herzegovina|Bulgaria|Croatia|Cyprus|"
    r"Czech Republic|Denmark|Estonia|Finland|France|Georgia|Germany|Greece|Hungary|Iceland|Ireland|Italy|"
    r"Latvia|Liechtenstein|Lithuania|Luxembourg|Malta|Moldova|Monaco|Montenegro|Netherlands|"
    r"North Macedonia|Norway|Poland|Portugal|Romania|San Marino|Serbia|Slovakia|Slovenia|Spain|Sweden|"
    r"Switzerland|Turkey|Ukraine|United Kingdom|England|England and Wales|Wales|Scotland|Northern Ireland|"
    r"Gibraltar|Guernsey|Jersey|Isle of Man|Faroe Islands|Greenland|Kosovo|Russia"
)


def is_elsewhere(jurisdiction: str | None) -> bool:
    """Whether a jurisdiction is one that the product knows and that lies outside the Council of Europe.

    Takes a name of ``ingest/data/jurisdictions.toml``. ``False`` for unknown names and for none: then nothing is left
    out.
    """
    return jurisdiction in _known() and not _COUNCIL_OF_EUROPE.fullmatch(jurisdiction or "")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    data = tomllib.loads(files("ingest").joinpath("data", "jurisdictions.toml").read_text("utf-8"))
    return frozenset(data["jurisdictions"])
