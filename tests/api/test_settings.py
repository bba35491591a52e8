from __future__ import annotations

from pathlib import Path

import pytest

from api.errors import Unfit
from api.settings import load_settings


def test_order_is_option_then_variable_then_file(tmp_path: Path) -> None:
    (tmp_path / "opcat.toml").write_text("port = 1111\nthreads = 3\n", "utf-8")
    assert load_settings(tmp_path, {}).port == 1111
    assert load_settings(tmp_path, {"OPCAT_PORT": "2222"}).port == 2222
    settings = load_settings(tmp_path, {"OPCAT_PORT": "2222"}, port=3333)
    assert (settings.port, settings.threads) == (3333, 3)


def test_home_comes_from_the_variable(tmp_path: Path) -> None:
    assert load_settings(None, {"OPCAT_HOME": str(tmp_path)}).home == tmp_path


@pytest.mark.parametrize("text", ["prot = 1\n", "port = 70000\n", "port = 'x'\n", "port = ", "threads = 0\n"])
def test_a_wrong_file_stops_with_a_hint(tmp_path: Path, text: str) -> None:
    (tmp_path / "opcat.toml").write_text(text, "utf-8")
    with pytest.raises(Unfit) as caught:
        load_settings(tmp_path, {})
    assert caught.value.hint


def test_the_token_is_not_shown(tmp_path: Path) -> None:
    assert "sesame" not in repr(load_settings(tmp_path, {"OPCAT_TOKEN": "sesame"}))
