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

    def cell(self, row: str, column: str) -> Cell:
        """Return one cell by the name of its row and column; raises ``KeyError`` for unknown names."""
        for cells in self.rows:
            if cells[0] == row and column in self.columns:
                return cells[self.columns.index(column)]
        raise KeyError((row, column))


def surroundings() -> dict[str, str]:
    """Say where and when: commit, date, processor kind and count, Python. Never the name of the machine."""
    try:
        asked = ["git", "rev-parse", "--short", "HEAD"]
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
                "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
                "notes": list(table.notes),
            }
            for table in tables
        ],
    }


def to_markdown(tables: Sequence[Table]) -> str:
    """Return the tables as Markdown."""
    about = surroundings()
    parts = [f"Commit {about['commit']}, {about['date']}, {about['machine']}, Python {about['python']}."]
    for table in tables:
        lines = [f"### {table.title}", "", _line(table.columns), _line(["---"] * len(table.columns))]
        lines += [_line([shown(cell) for cell in row]) for row in table.rows]
        if table.notes:
            lines += ["", *(f"- {note}" for note in table.notes)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def write(tables: Sequence[Table], out: Path) -> None:
    """Write ``results.md`` and ``results.json`` into the directory ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "results.md").write_text("# Results\n\n" + to_markdown(tables), "utf-8")
    (out / "results.json").write_text(json.dumps(to_json(tables), ensure_ascii=False, indent=1) + "\n", "utf-8")


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
