"""What every test gets: no network beyond loopback, no model downloads, and the development data where it is."""

from __future__ import annotations

import ipaddress
import os
import socket
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")

_connect = socket.socket.connect


def _only_loopback(self: socket.socket, address: object) -> None:
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise RuntimeError(f"a test tried to reach {host}")
    _connect(self, address)  # type: ignore[arg-type]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> None:
    """Make any connection that leaves the machine an error."""
    socket.socket.connect = _only_loopback  # type: ignore[method-assign,assignment]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the development data, or skip where ``OPCAT_SHARED`` does not name it."""
    named = os.environ.get("OPCAT_SHARED")
    if not named or not Path(named, "visit-reports").is_dir():
        pytest.skip("OPCAT_SHARED does not name the development data")
    return Path(named)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of the sample reports, made once: the real pipeline, no fakes."""
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
