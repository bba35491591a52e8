"""What is no ordinary file is refused at once and never opened: pipes, devices, folders, links that lead nowhere."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from ingest.errors import PermanentIngestError
from ingest.intake.file import take_in


def _pipe(folder: Path) -> Path:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(folder / "pipe.pdf", 0o600)
    return folder / "pipe.pdf"


def _link(folder: Path, target: str) -> Path:
    path = folder / "link.pdf"
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system lets nobody make links")
    return path


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "link to a device", "link to itself", "missing"])
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    if "device" in kind and not Path("/dev/zero").exists():
        pytest.skip("this system has no such device")
    path = {
        "pipe": lambda: _pipe(tmp_path),
        "folder": lambda: tmp_path,
        "device": lambda: Path("/dev/zero"),
        "link to a device": lambda: _link(tmp_path, "/dev/zero"),
        "link to itself": lambda: _link(tmp_path, "link.pdf"),
        "missing": lambda: tmp_path / "gone.pdf",
    }[kind]()
    began = time.monotonic()
    with pytest.raises(PermanentIngestError) as refused:
        take_in(path)
    assert time.monotonic() - began < 2
    assert refused.value.code in {"unsupported_format", "corrupt_file"} and refused.value.hint
