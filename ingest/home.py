"""The home directory of a library: what lies where, who may read it, and its key."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import PermanentIngestError

_KEY_BYTES = 32


class KeyLost(PermanentIngestError):
    """The key of a library is gone; a new one would fit neither its document ids nor its decisions of review."""

    code = "key_lost"
    default_message = "The file home.key of this library is missing."
    default_hint = (
        "Put it back from a backup. Without it take the documents into a new home directory and review them again."
    )


@dataclass(frozen=True, slots=True)
class Home:
    """Names of the files of one library; nothing else may lie in the directory."""

    path: Path

    @property
    def ledger(self) -> Path:
        """The SQLite ledger, the source of truth."""
        return self.path / "ledger.sqlite"

    @property
    def lexical(self) -> Path:
        """The directory of the lexical index (derived)."""
        return self.path / "lexical"

    @property
    def chroma(self) -> Path:
        """The directory of the approximate vector index (derived)."""
        return self.path / "chroma"

    @property
    def lock(self) -> Path:
        """The file whose lock the one writing process holds."""
        return self.path / "library.lock"

    @property
    def key_file(self) -> Path:
        """The key of the document ids."""
        return self.path / "home.key"

    def create(self) -> None:
        """Make the directory (mode 0700) and the key (mode 0600) where they are missing.

        The key is written to its final name in one step, so two processes agree on one key.

        Raises:
            KeyLost: there is a ledger but no key.
        """
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.path.stat().st_mode & 0o077:
            self.path.chmod(0o700)
        if self.key_file.exists():
            return
        if self.ledger.exists():
            raise KeyLost()
        draft = self.path / f"home.key.{secrets.token_hex(4)}"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, secrets.token_bytes(_KEY_BYTES))
            os.fsync(handle)
        finally:
            os.close(handle)
        try:
            os.link(draft, self.key_file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()

    def tighten(self) -> None:
        """Take from others what an older version or a copy left them: files become 0600, directories 0700."""
        for folder, _, names in os.walk(self.path):
            for path in (Path(folder), *(Path(folder, name) for name in names)):
                # Files of a reader may go meanwhile; what a link points to is not ours to change.
                with suppress(FileNotFoundError):
                    if not path.is_symlink() and path.stat().st_mode & 0o077:
                        path.chmod(0o700 if path.is_dir() else 0o600)

    def key(self) -> bytes:
        """Return the key; :meth:`create` comes first."""
        return self.key_file.read_bytes()

    def known_names(self) -> frozenset[str]:
        """Return the names that may stand in the directory; anything else is an orphan."""
        ledger = self.ledger.name
        return frozenset(
            {ledger, f"{ledger}-wal", f"{ledger}-shm", "lexical", "chroma", "library.lock", "home.key", "settings.toml"}
        )


def document_id(key: bytes, data: bytes) -> str:
    """Return the id of a file: ``d-`` and 16 hex digits of a keyed hash of its bytes.

    Keyed, so that someone who holds a document cannot tell from an id whether this library holds it too.
    """
    return "d-" + hashlib.blake2b(data, key=key, digest_size=8, person=b"document").hexdigest()
