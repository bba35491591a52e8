"""Checklists for the core functions, types of place and themes, in our own words, and the provisions behind them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ingest.instruments.catalogue import CatalogueEntry, load_catalogue
from ingest.instruments.reference import parse_reference
from ingest.taxonomy import broader_place_type

FUNCTIONS = ("visiting", "advising", "cooperating", "educating")
"""The four core functions of a national mechanism (OHCHR, HR/P/PT/21, 2018)."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at or to do.

    Attributes:
        refs: references of the criteria catalogue that it rests on.
        themes: ids of the taxonomy that it belongs to.
        how: where to look: documents, interviews, observation; empty where that is no question.
    """

    text: str
    refs: tuple[str, ...]
    themes: tuple[str, ...] = ()
    how: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"text": self.text, "criteria": list(self.refs), "themes": list(self.themes), "how": self.how or None}


@dataclass(frozen=True, slots=True)
class Checklists:
    """All checklists.

    Attributes:
        functions: by core function.
        titles: of the core functions.
        place_types: by type of place.
        themes: by theme.
        reminders: of doing no harm.
    """

    functions: Mapping[str, tuple[Check, ...]]
    titles: Mapping[str, str]
    place_types: Mapping[str, tuple[Check, ...]]
    themes: Mapping[str, tuple[Check, ...]]
    reminders: tuple[Check, ...]

    def for_place_type(self, kind: str | None) -> tuple[Check, ...]:
        """Return the checks of a type of place, with those of the broader type; ``other`` where it is unknown."""
        if kind is None or (kind not in self.place_types and broader_place_type(kind) not in self.place_types):
            return self.place_types["other"]
        kinds = dict.fromkeys((kind, broader_place_type(kind)))
        return tuple(check for each in kinds for check in self.place_types.get(each, ()))

    def for_themes(self, themes: Iterable[str]) -> tuple[Check, ...]:
        """Return the checks of some themes, in the order asked."""
        return tuple(check for theme in dict.fromkeys(themes) for check in self.themes.get(theme, ()))


@lru_cache(maxsize=1)
def load_checklists() -> Checklists:
    """Read the checklists that ship with the product; raises ``KeyError`` when their data is wrong."""
    raw = tomllib.loads(files("assistant").joinpath("checklists.toml").read_text("utf-8"))
    return Checklists(
        {name: _checks(each["items"]) for name, each in raw["functions"].items()},
        {name: str(each["title"]) for name, each in raw["functions"].items()},
        {name: _checks(each["items"]) for name, each in raw["place_types"].items()},
        {name: _checks(items, name) for name, items in raw["themes"].items()},
        _checks(raw["reminders"]),
    )


def criteria_of(references: Iterable[str]) -> list[CatalogueEntry]:
    """Return the catalogue's entries of some references, each once, in the order given; unknown ones are left out."""
    found: dict[str, CatalogueEntry] = {}
    catalogue = load_catalogue()
    for reference in references:
        try:
            entries = catalogue.find(parse_reference(reference))
        except ValueError:
            continue
        for entry in entries[:1]:
            found.setdefault(str(entry.reference), entry)
    return list(found.values())


def _checks(items: Sequence[Mapping[str, Any]], theme: str | None = None) -> tuple[Check, ...]:
    return tuple(
        Check(
            str(item["text"]),
            tuple(item["refs"]),
            tuple(item.get("themes", (theme,) if theme else ())),
            str(item.get("how", "")),
        )
        for item in items
    )
