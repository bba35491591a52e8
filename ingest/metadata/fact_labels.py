"""Fields of a fact box in the language of the country: ``Date de la visite | 27.5.2024``, ``Aviso prévio: NÃO``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ingest.metadata.front import Front
from ingest.metadata.printed_dates import find_dates
from ingest.metadata.sighting import Sighting
from ingest.report import Block
from redaction.text import RedactedText

_FIELD = re.compile(r"(?P<label>[^:|?]{2,60}?)\s*(?:\([^)]*\)\s*)?[:|?]+\s*(?P<value>\S.*)$")
# A row or an item may be numbered: "4. Date and hours | ...", "1 | Date of the visit | ...".
_NUMBER = re.compile(r"\s*\d{1,2}\s*[.)|]\s*\|?\s*(?=[^\W\d])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIRST_BLOCKS, _LONGEST = 30, 300


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a field, with its block and its offset there."""

    value: str
    block: Block[RedactedText]
    start: int


def facts(front: Front, field: str) -> Iterator[Fact]:
    """Give the values that the first blocks print under a label of a field.

    Args:
        front: the document.
        field: a name under ``[labels]`` of ``front_words.toml``.
    """
    for block in front.body[:_FIRST_BLOCKS]:
        number = _NUMBER.match(block.text)
        found = _FIELD.match(block.text, number.end() if number else 0) if len(block.text) < _LONGEST else None
        numbered = number is not None and block.table is not None and block.cells[0].strip(" .)").isdigit()
        if found is None or (block.table is not None and len(block.cells) != 2 + numbered):
            continue
        if _words("labels", field).fullmatch(found["label"].strip(" -–•·*")):
            yield Fact(found["value"], block, found.start("value"))


def stated_notice(front: Front) -> Sighting[bool] | None:
    """Read whether notice was given from a field whose value opens with a yes or no, or names a day."""
    for fact in facts(front, "unannounced"):
        if (said := _said(fact.value)) is not None:
            return Sighting(not said, fact.block, fact.start, len(fact.block.text), 0.9)
    for fact in facts(front, "notice"):
        said = _said(fact.value)
        if said is not None or find_dates(fact.value):
            return Sighting(said is not False, fact.block, fact.start, len(fact.block.text), 0.9)
    return None


def says_unannounced(text: str) -> re.Match[str] | None:
    """Find what says in the language of the country that no notice was given: ``nicht angekündigt``."""
    return _words("phrases", "unannounced").search(text)


def says_announced(text: str) -> Iterator[re.Match[str]]:
    """Find what says that those who were visited had been written to, rung or sent a programme."""
    return _words("phrases", "announced").finditer(text)


def stated_previous(front: Front, before: str | None) -> Sighting[str] | None:
    """Read the day, month or year of the earlier visit from its field.

    Args:
        front: the document.
        before: the first day of the present visit, ISO 8601, where it is known.
    """
    for fact in facts(front, "previous"):
        dates = sorted(find_dates(fact.value), key=lambda span: span.first)
        year = _YEAR.search(fact.value)
        told = dates[-1].first if dates else year.group() if year is not None else None
        if told is not None and (before is None or told < before[: len(told)]):
            return Sighting(told, fact.block, fact.start, len(fact.block.text), 0.9)
    return None


def _said(value: str) -> bool | None:
    if _words("answers", "no").match(value):
        return False
    return True if _words("answers", "yes").match(value) else None


@lru_cache(maxsize=16)
def _words(section: str, name: str) -> re.Pattern[str]:
    data = tomllib.loads(files("ingest").joinpath("data", "front_words.toml").read_text(encoding="utf-8"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(data[section][name])})(?!\w)", re.IGNORECASE)
