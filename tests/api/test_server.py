from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli.main import run
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


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A server in a process of its own; its first line has been read."""
    home = tmp_path / "home"
    words = ["--home", str(home), "serve", "--port", "0"]
    code = f"from api.cli.main import main; main({words!r})"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, env={**os.environ}) as child:
        assert child.stderr is not None
        try:
            line = next(line for line in child.stderr if line.startswith("Serving on "))
            yield home, int(line.split("/")[2].rpartition(":")[2])
        finally:
            child.send_signal(signal.SIGINT)
            child.wait(30)
    assert (home / "library.lock").read_bytes() == b""


def test_who_is_told_of_the_server_can_connect_and_others_learn_of_it(
    serving: tuple[Path, int], capsys: pytest.CaptureFixture[str]
) -> None:
    home, port = serving
    # One attempt: the line is printed when the socket accepts, not before.
    with socket.create_connection(("127.0.0.1", port), timeout=10):
        pass
    for words in (["erase", "d-0", "--yes"], ["ingest", __file__], ["tier", "--all", "--set", "public"]):
        assert run(["--home", str(home), *words, "--json"]) == 1
        error = json.loads(capsys.readouterr().out)["error"]
        assert error["code"] == "library_locked"
        assert "server is running" in error["message"] and f":{port}/" in error["message"]
        assert "Stop it" in error["hint"] and "HTTP" in error["hint"]
    assert run(["--home", str(home), "check", "--json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["clean"] is True and "server is running" in shown.err
