"""The criteria catalogue: what each provision asks of whom, in our own words.

It ships with the product so that a bare checkout answers legal questions. It paraphrases: an answer that rests on it
says so, and the official text replaces it once it has been added.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ingest.instruments.reference import Reference, parse_reference
from ingest.instruments.register_of_texts import KNOWN_TEXTS

CHECKED = ("text", "public", "unchecked")
"""How an entry was verified: against the official text, against published material, or not yet."""
_FIELDS = {"ref", "heading", "gist", "terms", "themes", "place_types", "groups", "checked"}


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One provision, paraphrased.

    Attributes:
        reference: ``OPCAT:19(b)``.
        heading: what it is about, in a few words.
        gist: one to three sentences: who must do what.
        terms: words that inspectors use for it and that the gist lacks; for search, not for quoting.
        themes: ids of the taxonomy.
        place_types: types of place that it is about; empty means all.
        groups: groups of people that it is about; empty means all.
        checked: one of ``CHECKED``.
    """

    reference: Reference
    heading: str
    gist: str
    terms: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    place_types: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    checked: str = "unchecked"

    @property
    def locator(self) -> str:
        """``art. 19(b)``."""
        return self.reference.locator

    @property
    def instrument_title(self) -> str:
        """Full name of the instrument."""
        return KNOWN_TEXTS[self.reference.instrument].title

    @property
    def search_text(self) -> str:
        """What both halves of the search should index: instrument, locator, heading, gist and terms."""
        terms = f" ({', '.join(self.terms)})" if self.terms else ""
        return f"{self.reference.citation}. {self.heading}. {self.gist}{terms}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All entries, in the order of the instruments; ``version`` rises with every change."""

    version: str
    entries: tuple[CatalogueEntry, ...]

    def find(self, reference: Reference) -> tuple[CatalogueEntry, ...]:
        """The entry of a provision and of its parts; where there is none, the nearest provision above it."""
        below = tuple(entry for entry in self.entries if reference.contains(entry.reference))
        if below:
            return below
        for above in reversed(reference.ancestors):
            exact = tuple(entry for entry in self.entries if entry.reference == above)
            if exact:
                return exact
        return ()


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """Read the catalogue that ships with the product; raises ``ValueError`` when its data is wrong."""
    folder = files("ingest.instruments") / "catalogue_data"
    index = tomllib.loads((folder / "index.toml").read_text("utf-8"))
    entries = [
        _entry(raw) for name in index["files"] for raw in tomllib.loads((folder / name).read_text("utf-8"))["entry"]
    ]
    entries.sort(key=lambda entry: entry.reference.sort_key)
    references = [entry.reference for entry in entries]
    if len(set(references)) != len(references):
        raise ValueError("the criteria catalogue has two entries for one provision")
    return Catalogue(str(index["version"]), tuple(entries))


def _entry(raw: Mapping[str, Any]) -> CatalogueEntry:
    unknown = set(raw) - _FIELDS
    if unknown:
        raise ValueError(f"unknown fields in the criteria catalogue: {sorted(unknown)}")
    if raw["checked"] not in CHECKED:
        raise ValueError(f"{raw['ref']}: checked must be one of {CHECKED}")
    return CatalogueEntry(
        parse_reference(raw["ref"]),
        raw["heading"],
        raw["gist"],
        tuple(raw.get("terms", ())),
        tuple(raw.get("themes", ())),
        tuple(raw.get("place_types", ())),
        tuple(raw.get("groups", ())),
        raw["checked"],
    )
