"""Results as tables: Markdown for people, JSON for machines, with the commit, the date and the kind of machine."""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# In the order in which they are reported.
PARTS = ("redaction", "structure", "retrieval", "answers", "drafting", "speed")
Cell = str | int | float | None


@dataclass(frozen=True)
class Table:
    """One table of results.

    Attributes:
        name: of the part, ``redaction`` and so on; the file name of its results.
        title: what was measured on what.
        columns: headings; the first column names the row.
        rows: cells; ``None`` is not applicable, a ``float`` is shown to three significant places.
        notes: sentences that a reader needs to judge the figures.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The part that it belongs to: ``redaction`` for ``redaction-types``."""
        return self.name.partition("-")[0]

    def cell(self, row: str, column: str) -> Cell:
        """Return one cell by the name of its row and column; raises ``KeyError`` for unknown names."""
        for cells in self.rows:
            if cells[0] == row and column in self.columns:
                return cells[self.columns.index(column)]
        raise KeyError((row, column))


def surroundings() -> dict[str, str]:
    """Say where and when: commit (``+`` if changed since), date, processor kind and count, Python; no host name."""
    try:
        asked = ["git", "describe", "--always", "--exclude=*", "--dirty=+"]
        root = Path(__file__).parent
        commit = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=root, timeout=10).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        commit = ""
    return {
        "commit": commit or "unknown",
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
    }


def to_json(tables: Sequence[Table]) -> dict[str, Any]:
    """Return the tables as JSON data."""
    return {
        **surroundings(),
        "tables": [
            {
                "name": table.name,
                "title": table.title,
                "columns": list(table.columns),
                "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
                "notes": list(table.notes),
            }
            for table in tables
        ],
    }


def to_markdown(tables: Sequence[Table], about: Mapping[str, Any] | None = None) -> str:
    """Return the tables as Markdown, headed by where and when they were measured (here and now, if ``None``)."""
    about = about or surroundings()
    parts = [f"Commit {about['commit']}, {about['date']}, {about['machine']}, Python {about['python']}."]
    for table in tables:
        lines = [f"### {table.title}", "", _line(table.columns), _line(["---"] * len(table.columns))]
        lines += [_line([shown(cell) for cell in row]) for row in table.rows]
        if table.notes:
            lines += ["", *(f"- {note}" for note in table.notes)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def write(tables: Sequence[Table], out: Path) -> None:
    """Write one JSON file per part into the directory ``out``, and ``results.md`` from all parts that lie there.

    Parts that were not measured this time stay as they were measured last, each with its own commit and date.
    """
    out.mkdir(parents=True, exist_ok=True)
    for part in {table.part for table in tables}:
        held = to_json([table for table in tables if table.part == part])
        (out / f"{part}.json").write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")
    there = [path for part in PARTS if (path := out / f"{part}.json").is_file()]
    sections = [f"## {path.stem.capitalize()}\n\n{_read(path)}" for path in there]
    (out / "results.md").write_text("# Results\n\n" + "\n".join(sections), "utf-8")


def _read(path: Path) -> str:
    """Return the tables of one JSON file as Markdown."""
    held = json.loads(path.read_text("utf-8"))
    tables = [
        Table(
            table["name"],
            table["title"],
            tuple(table["columns"]),
            tuple(tuple(row.values()) for row in table["rows"]),
            tuple(table["notes"]),
        )
        for table in held["tables"]
    ]
    return to_markdown(tables, held)


def shown(cell: Cell) -> str:
    """Return a cell for people: ``-`` for not applicable, no false precision."""
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:.3f}" if abs(cell) < 10 else f"{cell:,.0f}"
    return f"{cell:,}" if isinstance(cell, int) else cell.replace("|", "\\|")


def counted(counts: Mapping[str, int]) -> str:
    """Return counts in one line, for notes."""
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items())) or "none"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
