"""The server's one open library and the order in which requests may use it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.settings import Settings
from api.wiring import open_library

if TYPE_CHECKING:
    from ingest.library import Library


class Shelf:
    """Opens the library for the server's lifetime.

    Two openings: one that writes, used by one request at a time, and one that reads, so that questions are answered
    while a report is being ingested.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._writer = open_library(settings, write=True)
        self._reader = open_library(settings)
        self.redactor = self._writer.redactor
        self._writing = threading.Lock()
        self._reading = threading.Lock()

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

    def warm(self) -> None:
        """Load the models now, so that the first question does not wait for them; for a thread of its own."""
        if self.redactor is not None:
            self.redactor.redact(["The report was read in the morning."])
        self._reader.embedder.embed_query("report")

    def close(self) -> None:
        """Give the lock back."""
        self._reader.close()
        self._writer.close()
