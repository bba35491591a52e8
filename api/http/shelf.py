"""The server's one open library and the order in which requests may use it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from api.settings import Settings
from api.wiring import composer, open_library, say_stale

if TYPE_CHECKING:
    from ingest.library import Library

_READERS = 8


class Shelf:
    """Opens the library for the server's lifetime.

    Two openings: one that writes, used by one request at a time, and one that reads, so that questions are answered
    while a report is being ingested. Several requests may read at once: a language model may take a minute, and nobody
    else waits for it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        model = composer(settings)
        self._writer = open_library(settings, write=True)
        self._reader = open_library(settings)
        say_stale(self._reader)
        self.redactor = self._writer.redactor
        self.model = model
        # Few threads that stay: each holds a connection to the ledger for as long as it lives.
        self.streams = ThreadPoolExecutor(_READERS, thread_name_prefix="stream")
        self._writing = threading.Lock()
        self._reading = threading.BoundedSemaphore(_READERS)

    @contextmanager
    def reading(self) -> Iterator[Library]:
        """Lend the library for a question."""
        with self._reading:
            yield self._reader

    @contextmanager
    def writing(self) -> Iterator[Library]:
        """Lend the library for a change, one at a time."""
        with self._writing:
            yield self._writer

    def announce(self, address: str) -> None:
        """Let other processes that want to write know that a server holds the library, since when and where."""
        since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        self._writer.held_for(f"the server is running (since {since}, {address})")

    def warm(self) -> None:
        """Load the models now, so that the first question does not wait for them; for a thread of its own."""
        if self.redactor is not None:
            self.redactor.redact(["The report was read in the morning."])
        self._reader.embedder.embed_query("report")

    def close(self) -> None:
        """Give the lock back."""
        self.streams.shutdown(cancel_futures=True)
        self._reader.close()
        self._writer.close()
