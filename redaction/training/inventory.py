"""Lists to draw from: names of people by origin, and what must be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "inventory"


@dataclass(frozen=True)
class Origin:
    """Names that go together.

    Attributes:
        name: of the origin, from the file name.
        given: given names.
        family: family names with their particles; empty where people carry one name.
    """

    name: str
    given: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True)
class Inventory:
    """Everything that slots are filled with.

    Attributes:
        origins: names of people.
        ordinary: names that are ordinary words too.
        lists: other lists by name, as ``towns``, ``institutions``, ``jobs``, ``nicknames``.
    """

    origins: tuple[Origin, ...]
    ordinary: Origin
    lists: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Inventory:
        """Read the lists of ``folder``: sections ``[given]`` and ``[family]``, or one entry per line.

        Raises:
            ValueError: a list is empty.
        """
        origins: list[Origin] = []
        lists: dict[str, tuple[str, ...]] = {}
        for path in sorted(folder.rglob("*.txt")):
            sections = _sections(path)
            if "given" in sections:
                origins.append(Origin(path.stem, sections["given"], sections.get("family", ())))
            else:
                lists[path.stem] = sections[""]
        ordinary = next(origin for origin in origins if origin.name == "ordinary_words")
        return cls(tuple(origin for origin in origins if origin is not ordinary), ordinary, lists)


def _sections(path: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        if entry.startswith("[") and entry.endswith("]"):
            section = entry[1:-1]
            continue
        found.setdefault(section, []).append(entry)
    if not found:
        raise ValueError(f"{path.name} is empty")
    return {name: tuple(dict.fromkeys(entries)) for name, entries in found.items()}
