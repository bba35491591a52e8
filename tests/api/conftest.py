"""The HTTP application over the library of sample reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def client(home: Path) -> Iterator[TestClient]:
    from api.http.application import application
    from api.http.shelf import Shelf
    from api.settings import load_settings

    with TestClient(application(Shelf(load_settings(home, {}))), base_url="http://127.0.0.1") as connected:
        yield connected
