"""Templates of report paragraphs and what a slot stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "templates"
# A slot in braces, or the ends of a stretch of literal text that identifies: ``[[INDIRECT|the only nun]]``.
PIECE = re.compile(r"\{(?P<slot>\w+)(?:\.(?P<form>\w+))?\}|\[\[(?P<mark>[A-Z_]+)\||(?P<end>\]\])")


@dataclass(frozen=True)
class Template:
    """One paragraph with slots in braces.

    Attributes:
        family: the file it comes from; whole families are held out.
        text: with slots such as ``{p1.full}``.
    """

    family: str
    text: str


def load(folder: Path = FOLDER) -> tuple[Template, ...]:
    """Read all template files: a ``# family`` line, then paragraphs between blank lines.

    Raises:
        ValueError: no template was found.
    """
    found: list[Template] = []
    for path in sorted(folder.glob("*.txt")):
        body = "\n".join(
            line.rstrip() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")
        )
        found += [Template(path.stem, part.strip("\n")) for part in re.split(r"\n\s*\n", body) if part.strip()]
    if not found:
        raise ValueError(f"no templates in {folder.name}")
    return tuple(found)
