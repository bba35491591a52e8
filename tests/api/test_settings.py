from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from api.errors import Unfit
from api.settings import load_settings
from api.wiring import redactor


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


def test_the_redaction_profile_comes_from_file_variable_or_option(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}).redaction_profile == "default"
    (tmp_path / "opcat.toml").write_text('redaction_profile = "strict"\n', "utf-8")
    assert load_settings(tmp_path, {}).redaction_profile == "strict"
    assert load_settings(tmp_path, {"OPCAT_REDACTION_PROFILE": "default"}).redaction_profile == "default"
    variables = {"OPCAT_REDACTION_PROFILE": "default"}
    assert load_settings(tmp_path, variables, redaction_profile="ours.toml").redaction_profile == "ours.toml"


def test_a_policy_file_named_in_the_file_is_found_beside_it(tmp_path: Path) -> None:
    from redaction.policy import Policy

    default = resources.files("redaction.data").joinpath("policy.toml").read_text("utf-8")
    (tmp_path / "ours.toml").write_text(default.replace("2026.1", "ours-1"), "utf-8")
    (tmp_path / "opcat.toml").write_text('redaction_profile = "ours.toml"\n', "utf-8")
    assert Policy.chosen(load_settings(tmp_path, {}).redaction_profile).version.startswith("ours-1+f")


@pytest.mark.parametrize(
    "text",
    ['office_holders = "Ada Example"', "office_holders = [1]", "redaction_profile = 1", 'redaction_profile = ""'],
)
def test_wrong_redaction_settings_stop(tmp_path: Path, text: str) -> None:
    (tmp_path / "opcat.toml").write_text(text, "utf-8")
    with pytest.raises(Unfit) as caught:
        load_settings(tmp_path, {})
    assert caught.value.hint and "Ada" not in caught.value.message


def test_profile_and_office_holders_make_the_version_that_documents_bear(tmp_path: Path) -> None:
    versions = set()
    for text in ("", 'redaction_profile = "strict"', 'office_holders = ["Minister Ada Quillfeather"]'):
        (tmp_path / "opcat.toml").write_text(text, "utf-8")
        versions.add(redactor(load_settings(tmp_path, {})).version)
    assert len(versions) == 3
