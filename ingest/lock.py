"""One writing process per library, by an operating system lock that dies with its process.

While a process holds such a lock, whatever it makes is its owner's alone (files 0600, directories 0700): the indexes'
own libraries choose the modes of their files by the process's mask.
"""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.errors import LibraryLocked

_OWNER_ONLY = 0o077
_LONGEST = 400
# For a process that says what it is: one that stays until it is stopped.
HINT = "Stop it first (Ctrl-C where it was started), or use its HTTP interface or its page for this."


class _Mask:
    """The process's mask for new files, narrowed while any library is open for writing and then put back."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._writers = 0
        self._before = 0

    def narrow(self) -> None:
        with self._guard:
            # Set at every opening: whoever changed the mask since the first one must not widen what is written now.
            before = os.umask(_OWNER_ONLY)
            if self._writers == 0:
                self._before = before
            self._writers += 1

    def put_back(self) -> None:
        with self._guard:
            self._writers -= 1
            if self._writers == 0:
                os.umask(self._before)


_mask = _Mask()


def _noted(handle: int) -> str:
    """Return what the holder of the lock says of itself, on one line; empty where it says nothing."""
    line = os.pread(handle, _LONGEST, 0).decode(errors="replace")
    return "".join(letter for letter in line if letter.isprintable()).strip()


class LibraryLock:
    """An exclusive lock on a file, held until :meth:`release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once.

        Raises:
            LibraryLocked: another process (or another open library of this one) holds it.
        """
        self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            told = _noted(self._handle)
            os.close(self._handle)
            self._handle = None
            if told:
                raise LibraryLocked(told, HINT) from error
            raise LibraryLocked("another process is writing to this library") from error
        # What a killed process noted of itself is over.
        os.ftruncate(self._handle, 0)
        _mask.narrow()

    def note(self, what: str) -> None:
        """Write into the file what holds the lock, for whoever waits for it: one line, no text of a document."""
        assert self._handle is not None
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, what.encode()[:_LONGEST], 0)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None
            _mask.put_back()

    def __enter__(self) -> Self:
        """Return the lock itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Release."""
        self.release()
