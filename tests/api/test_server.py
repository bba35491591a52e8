from __future__ import annotations

from pathlib import Path

import pytest

from api.errors import Unfit
from api.http.server import is_loopback, serve
from api.settings import load_settings


@pytest.mark.parametrize(
    ("host", "inside"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("npm.example", False)],
)
def test_loopback(host: str, inside: bool) -> None:
    assert is_loopback(host) is inside


def test_a_public_address_needs_a_token(tmp_path: Path) -> None:
    with pytest.raises(Unfit):
        serve(load_settings(tmp_path, {}, host="0.0.0.0"))
