"""A finished file gets its name only after it was read back from the disk and found good."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ingest.copies.errors import CopyExists, CopyOverOriginal, CopyUnwritable
from ingest.errors import DiskFull


def may_write(to: Path, original: Path, *, force: bool) -> None:
    """Say early, before any work, that a file cannot be written.

    Raises:
        CopyExists: something of that name is there, and ``force`` is not set.
        CopyOverOriginal: it is the original itself, by whatever name.
        CopyUnwritable: there is no such folder, or a folder of that name.
    """
    if not to.parent.is_dir():
        raise CopyUnwritable("There is no such folder to write to.")
    if to.is_dir():
        raise CopyUnwritable("The name given for the copy is that of a folder.", "Add the name of a file to it.")
    with suppress(OSError):
        if to.samefile(original):
            raise CopyOverOriginal()
    if os.path.lexists(to) and not force:
        raise CopyExists()


def publish(data: bytes, to: Path, check: Callable[[bytes], None], *, force: bool) -> None:
    """Write bytes to a private file beside ``to``, check what the disk gives back, then name it.

    The file is readable by its owner alone (mode 0600), and stays so.

    Args:
        data: redacted content.
        to: the name it gets.
        check: raises where the content must not be kept.
        force: replace a file of that name; a file that appears meanwhile is never replaced without it.

    Raises:
        CopyExists: a file of that name appeared.
        CopyUnwritable: the operating system refused.
        DiskFull: no room.
        Exception: what ``check`` raises; the private file is gone then.
    """
    draft = to.with_name(f".opcat-{secrets.token_hex(8)}.part")
    try:
        _write(draft, data)
        check(draft.read_bytes())
        if force:
            os.replace(draft, to)
        else:
            _link(draft, to)
        _sync_folder(to.parent)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull() from error
        raise CopyUnwritable() from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _write(draft: Path, data: bytes) -> None:
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _link(draft: Path, to: Path) -> None:
    try:
        os.link(draft, to)
    except FileExistsError:
        raise CopyExists() from None
    except OSError:  # a file system without hard links
        if os.path.lexists(to):
            raise CopyExists() from None
        os.rename(draft, to)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system lets a folder be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
