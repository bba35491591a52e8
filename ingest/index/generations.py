"""A derived directory that is replaced as a whole: built beside the live one, then switched to by one rename."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

_DIGEST_BYTES = 16
_MODULUS = 1 << (8 * _DIGEST_BYTES)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index holds: the generation of the ledger it was made from, and its passages.

    The digest is the sum of the hashes of the ids, so that it follows a change without a look at all the others. It
    tells accidents, not forgeries: whoever can write the index can write its manifest.
    """

    generation: int
    count: int
    digest: str

    @classmethod
    def of(cls, generation: int, ids: Iterable[str]) -> Manifest:
        """Describe a set of passage ids."""
        return cls(generation, 0, _hex(0)).changed(generation, ids, ())

    def changed(self, generation: int, added: Iterable[str], removed: Iterable[str]) -> Manifest:
        """Describe the set after a change: ``added`` were not in it, ``removed`` were."""
        plus, minus = list(added), list(removed)
        digest = int(self.digest, 16) + sum(map(_hash, plus)) - sum(map(_hash, minus))
        return Manifest(generation, self.count + len(plus) - len(minus), _hex(digest % _MODULUS))


def _hash(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=_DIGEST_BYTES).digest())


def _hex(digest: int) -> str:
    return f"{digest:0{2 * _DIGEST_BYTES}x}"


class Generations:
    """The directory ``root`` with one live folder, named by the file ``CURRENT``, and its manifest."""

    def __init__(self, root: Path) -> None:
        """Look after ``root``; nothing is touched yet."""
        self._root = root

    def live(self) -> Path | None:
        """Return the live folder, or ``None``."""
        try:
            name = (self._root / "CURRENT").read_text().strip()
        except OSError:
            return None
        folder = self._root / name
        return folder if name.startswith("g-") and folder.is_dir() else None

    def fresh(self) -> Path:
        """Make an empty folder beside the live one."""
        self._root.mkdir(mode=0o700, exist_ok=True)
        folder = self._root / f"g-{secrets.token_hex(6)}"
        folder.mkdir(mode=0o700)
        return folder

    def switch(self, folder: Path) -> None:
        """Make a folder the live one and remove every other: readers see the old or the new, never a mixture."""
        _write(self._root / "CURRENT", folder.name)
        self.sweep()

    def sweep(self) -> None:
        """Remove folders that are not live, such as a killed process leaves."""
        live = self.live()
        for path in self._root.iterdir() if self._root.is_dir() else ():
            if path.is_dir() and path != live:
                shutil.rmtree(path, ignore_errors=True)
            elif path.suffix == ".draft":
                path.unlink(missing_ok=True)

    def manifest(self) -> Manifest | None:
        """Return the manifest of the live folder; ``None`` where it is missing or unreadable."""
        live = self.live()
        if live is None:
            return None
        try:
            return Manifest(**json.loads((live / "manifest.json").read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def describe(self, manifest: Manifest | None) -> None:
        """Write the manifest of the live folder; ``None`` marks it as being changed."""
        live = self.live()
        if live is None:
            return
        if manifest is None:
            (live / "manifest.json").unlink(missing_ok=True)
        else:
            write_manifest(live, manifest)

    def strangers(self) -> list[str]:
        """Return names in the directory that do not belong there."""
        live = self.live()
        known = {"CURRENT", live.name if live else ""}
        names = [path.name for path in self._root.iterdir()] if self._root.is_dir() else []
        return sorted(name for name in names if name not in known)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into a folder."""
    _write(folder / "manifest.json", json.dumps(asdict(manifest)))


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.draft")
    with draft.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
