"""Bodies of a part of a State: a canton, a Land or a province has its own, and its documents belong to that part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.metadata.casing import readable
from ingest.metadata.front import Front
from ingest.metadata.sighting import Sighting
from ingest.metadata.state_names import parts_of_federations
from ingest.report import Block
from redaction.text import RedactedText

# "Gobierno del Estado de Elmland", "République et Canton de Elm"
_KIND = (
    r"(?:Canton|Kanton|Cantone|Province|Provincia|Província|State|Estado(?: Libre y Soberano)?|Land|Freistaat|Region|"
    r"Regione(?: [Aa]utonoma)?|Comunidad Autónoma|Comunitat Autònoma|Autonomous Community)"
)
_OF = r"(?:\s+(?:of|de|do|da|del|della|di|von)(?:\s+(?:la|the|las|los))?)?\s+"
_BEHIND = r"\s+State\b"
# What a body of the whole says of where it went or to whom it writes: "Visit to the Canton of Elm".
_NO_LETTERHEAD = re.compile(
    r"\b(?:visits?|report|inspection|places|prisons?|mission|monitoring|conditions|secretar\w+|minist\w+|director\w*|"
    r"governor|commissioner|to)\b|\[",
    re.IGNORECASE,
)
# As English calls the parts that letterheads name in their own language.
_ENGLISH = {
    "Andalucía": "Andalusia",
    "Aragón": "Aragon",
    "Catalunya": "Catalonia",
    "Cataluña": "Catalonia",
    "Lombardia": "Lombardy",
    "Navarra": "Navarre",
    "Piemonte": "Piedmont",
    "Sardegna": "Sardinia",
    "Sicilia": "Sicily",
    "Toscana": "Tuscany",
}
_HEAD, _LONGEST = 4, 160


def find_region(body: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Find the part of a State whose own body reports.

    Args:
        body: the inspecting body, as found.
        front: the document; its running heads and first short lines are read.

    Returns:
        The part as it is called, cantons with their word (``Canton of Zug``), since towns bear the same names; ``None``
        where neither the body's name ends with a part of a State nor the letterhead is that of one.
    """
    if body is not None and (found := _at_end().search(body.value)) is not None:
        return _named(found, body.block, 0.85)
    if body is not None and (found := _at_start().match(body.value)) is not None:
        return _named(found, body.block, 0.85)
    lines = (*front.furniture, *(block for block in front.body[:_HEAD] if len(block.text) < _LONGEST))
    return _of_letterhead(lines)


def _of_letterhead(lines: Iterable[Block[RedactedText]]) -> Sighting[str] | None:
    for block in lines:
        line = readable(str.__str__(block.text))
        found = (_government().search(line) or _office().search(line)) if block.table is None else None
        if found is not None and not _NO_LETTERHEAD.search(block.text):
            return _named(found, block, 0.8)
    return None


def _named(found: re.Match[str], block: Block[RedactedText] | None, confidence: float) -> Sighting[str]:
    name = found["part"] or found["state"]
    if name in _parts()["Switzerland"]:
        name = f"Canton of {name}"
    elif found["state"] and name not in _parts()["India"]:
        name = f"{name} State"
    name = _ENGLISH.get(name, name)
    text = str.__str__(block.text).casefold() if block is not None else ""
    at = max(text.find(found.group().strip().casefold()), 0)
    return Sighting(name, block, at, min(at + len(found.group()), len(text)), confidence)


@lru_cache(maxsize=1)
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?P<part>{_names()})|(?P<state>{_names()}){_BEHIND})\)?$")


@lru_cache(maxsize=1)
def _at_start() -> re.Pattern[str]:
    return re.compile(
        rf"(?:The\s+)?(?:(?P<state>{_names()}){_BEHIND}|(?P<part>{_names()}))\s+(?:[\w-]+\s+){{0,2}}?(?:Commission|Council|"
        r"Ombuds\w+|Committee|Board|Authority|Inspectorate|Lokayukta)(?!\w)"
    )


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    """Return the offices that parts of States alone have, with the part behind them."""
    return re.compile(
        r"(?<!\w)(?:Sindicatura|Síndica?|Síndico|Valedora?|Landesvolksanw\w+|Garante regionale|Garante dei detenuti|"
        rf"Difensore civico)(?:\s+(?:[\w'’]+\s+){{0,5}}?|\s+)(?P<part>{_names()})(?P<state>(?!))?(?!\w)"
    )


@lru_cache(maxsize=1)
def _government() -> re.Pattern[str]:
    behind = rf"(?P<state>{_names()}){_BEHIND}(?=\s+(?:Government|Command|Ministry|Police|Prison|House)|\s*$)"
    return re.compile(rf"(?<!\w)(?:{_KIND}{_OF}(?P<part>{_names()})(?!\w)|{behind})")


@lru_cache(maxsize=1)
def _parts() -> dict[str, list[str]]:
    return parts_of_federations()


@lru_cache(maxsize=1)
def _names() -> str:
    names = {name for parts in _parts().values() for name in parts}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
