"""What deleted rows leave in the ledger's file."""

from __future__ import annotations

from pathlib import Path
from random import Random

from ingest.ledger.connections import Connections

_THEMES = (
    "food",
    "health",
    "segregation",
    "legal",
    "legislation",
    "staff",
    "women",
    "children",
    "complaints_and_oversight",
)


def test_no_copy_of_a_deleted_row_stays(tmp_path: Path) -> None:
    # Rows move between pages while others come; with SQLite 3.40 a copy stays for the thirteenth of these seeds.
    for seed in range(14):
        path = tmp_path / f"{seed}.sqlite"
        connections = Connections(path, write=True)
        random = Random(seed)
        documents = [[f"p-{random.randrange(16**12):012x}" for _ in range(random.choice([5, 9, 60]))] for _ in range(4)]
        with connections.transaction() as connection:
            connection.execute("CREATE TABLE t (name, theme, PRIMARY KEY (name, theme)) WITHOUT ROWID")
            connection.execute("CREATE INDEX by_theme ON t (theme, name)")
        for names in documents:
            rows = [(name, theme) for name in names for theme in random.sample(_THEMES, random.randrange(1, 5))]
            with connections.transaction() as connection:
                connection.executemany("INSERT OR IGNORE INTO t VALUES (?, ?)", rows)
        with connections.transaction() as connection:
            connection.executemany("DELETE FROM t WHERE name = ?", [(name,) for name in documents[1]])
        connections.compact()
        assert connections.checkpoint()
        connections.close()
        held = path.read_bytes()
        assert not [name for name in documents[1] if name.encode() in held]
        assert all(name.encode() in held for name in documents[0])
