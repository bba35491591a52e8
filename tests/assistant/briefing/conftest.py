"""The library of invented places that comparing, briefing and the yearbook are tested on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ingest.home import Home

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The library of the places."""
    from place_library import build

    ledger = build(Home(Path(tmp_path_factory.mktemp("places")) / "home"))
    yield SimpleNamespace(ledger=ledger, index=SimpleNamespace(lexical=lambda *_: []))
    ledger.close()
