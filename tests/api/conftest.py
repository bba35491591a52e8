"""A library with three sample reports, made once: the real pipeline, no fakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from api.cli.documents import ingest_files
    from api.cli.output import Output
    from api.samples import sample_documents
    from api.settings import load_settings
    from api.wiring import open_library

    directory = tmp_path_factory.mktemp("home")
    chosen = [path for path in sample_documents() if path.suffix in {".pdf", ".docx", ".html", ".md"}]
    with open_library(load_settings(directory, {}), write=True) as library:
        shapes = ingest_files(library, chosen, Output(json=True))
    assert {shape["status"] for shape in shapes} == {"indexed"}
    return directory


@pytest.fixture(scope="session")
def client(home: Path) -> Iterator[TestClient]:
    from api.http.application import application
    from api.http.shelf import Shelf
    from api.settings import load_settings

    with TestClient(application(Shelf(load_settings(home, {}))), base_url="http://127.0.0.1") as connected:
        yield connected
