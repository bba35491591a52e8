"""Small things that the scorers are tested with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.passage import Passage
from redaction.text import public_text


@pytest.fixture
def passage() -> Callable[..., Passage]:
    """Make a passage of invented text from id, document id, text, and perhaps locator and reference."""

    def make(name: str, document: str, text: str, locator: str = "", reference: str | None = None) -> Passage:
        return Passage(name, document, 0, public_text(text), locator, None, "paragraph", reference=reference)

    return make
