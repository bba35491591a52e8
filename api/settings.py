"""Settings: the one module that reads the environment. Everything else is passed what it needs.

Order: command-line option, then ``OPCAT_...`` variable, then ``opcat.toml`` in the home directory, then the default.
An unknown key in the file is an error: a misspelt limit that silently does nothing is worse than a stop.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from api.errors import Unfit

_VARIABLES = {
    "OPCAT_HOST": "host",
    "OPCAT_PORT": "port",
    "OPCAT_TOKEN": "token",
    "OPCAT_EMBEDDING_MODEL": "embedding_model",
    "OPCAT_RERANKING_MODEL": "reranking_model",
    "OPCAT_THREADS": "threads",
    "OPCAT_REDACTION_PROFILE": "redaction_profile",
    "OPCAT_MODEL": "model",
    "OPCAT_MODEL_URL": "model_url",
    "OPCAT_MODEL_KEY": "model_key",
    "OPCAT_MODEL_TIMEOUT": "model_timeout",
    "OPCAT_MODEL_RETRIES": "model_retries",
    "OPCAT_MODEL_REMOTE": "model_remote",
}
# Profiles that come with the program; anything else is the path of a policy file.
_PROFILES = ("default", "strict")
_MOST_NAMES = 1000


class Settings:
    """What a deployment may choose.

    Attributes:
        home: directory of the library (ledger, indexes); private to its owner.
        host: address the server binds; anything but loopback needs ``token``.
        port: TCP port, 0 for any free one.
        token: bearer token that every HTTP request must carry, or ``None`` on loopback.
        embedding_model: ``opcat`` (shipped), ``minilm`` (what it was tuned from; extra ``minilm``), or a local folder
            of a sentence-transformers model (extra ``st``).
        reranking_model: ``opcat`` (shipped), ``none``, or a local folder of a sentence-transformers cross-encoder.
        threads: CPU threads for models, 1 to 64.
        max_body_bytes: largest upload the server reads, in bytes.
        max_question_characters: longest question, in code points.
        redaction_profile: ``default``, ``strict`` (no quasi identifiers are left), or the path of a policy file; a
            relative path in ``opcat.toml`` starts at the home directory.
        office_holders: full names of office holders who stay named, ``["Minister Jane Example"]``.
        model: language model that words answers, ``PROVIDER:NAME`` (:mod:`assistant.models.chat_models`), or ``None``:
            sentences are quoted.
        model_url: address of its server; the provider's usual one if ``None``.
        model_key: key that its server asks for; better in ``OPCAT_MODEL_KEY`` than in the file.
        model_timeout: seconds for one answer, 1 to 3600.
        model_retries: how often it is asked again where nothing usable came, 0 to 5.
        model_remote: whether redacted text may leave this machine for a model elsewhere.
    """

    __slots__ = (
        "embedding_model",
        "home",
        "host",
        "max_body_bytes",
        "max_question_characters",
        "model",
        "model_key",
        "model_remote",
        "model_retries",
        "model_timeout",
        "model_url",
        "office_holders",
        "port",
        "redaction_profile",
        "reranking_model",
        "threads",
        "token",
    )

    def __init__(
        self,
        home: Path,
        *,
        host: str = "127.0.0.1",
        port: int = 8642,
        token: str | None = None,
        embedding_model: str = "opcat",
        reranking_model: str = "opcat",
        threads: int = 2,
        max_body_bytes: int = 32 * 1024 * 1024,
        max_question_characters: int = 2000,
        redaction_profile: str = "default",
        office_holders: Sequence[str] = (),
        model: str | None = None,
        model_url: str | None = None,
        model_key: str | None = None,
        model_timeout: int = 60,
        model_retries: int = 1,
        model_remote: bool | str = False,
    ) -> None:
        self.home = home
        self.host = str(host)
        self.port = _number("port", port, 0, 65535)
        self.token = str(token) if token else None
        self.embedding_model = str(embedding_model)
        self.reranking_model = str(reranking_model)
        self.threads = _number("threads", threads, 1, 64)
        self.max_body_bytes = _number("max_body_bytes", max_body_bytes, 1024, 1024**3)
        self.max_question_characters = _number("max_question_characters", max_question_characters, 10, 100_000)
        self.redaction_profile = _profile(redaction_profile)
        self.office_holders = _names("office_holders", office_holders)
        self.model = None if str(model or "none").strip().casefold() == "none" else str(model).strip()
        self.model_url = str(model_url) if model_url else None
        self.model_key = str(model_key) if model_key else None
        self.model_timeout = _number("model_timeout", model_timeout, 1, 3600)
        self.model_retries = _number("model_retries", model_retries, 0, 5)
        self.model_remote = _truth("model_remote", model_remote)

    def __repr__(self) -> str:
        """Leave token and key out: settings may be logged."""
        return f"Settings(home={self.home!s}, host={self.host}, port={self.port})"


def default_home() -> Path:
    """Return the platform's user data directory for ``opcat``."""
    from platformdirs import user_data_path

    return user_data_path("opcat", appauthor=False)


def load_settings(home: Path | None = None, environment: Mapping[str, str] | None = None, **chosen: Any) -> Settings:
    """Read settings.

    Args:
        home: the library's directory; ``None`` takes ``OPCAT_HOME`` or the platform's data directory.
        environment: variables to read; ``None`` takes the process environment.
        **chosen: values from the command line; ``None`` means not given.

    Raises:
        Unfit: an unknown key, a value out of range, or an unreadable file.
    """
    variables = os.environ if environment is None else environment
    directory = home or (Path(variables["OPCAT_HOME"]) if variables.get("OPCAT_HOME") else default_home())
    if directory.expanduser().exists() and not directory.expanduser().is_dir():
        raise Unfit("The home given is a file, not a directory.", "Give the library's directory: opcat --home DIR.")
    values: dict[str, Any] = _from_file(directory / "opcat.toml")
    values.update({key: variables[name] for name, key in _VARIABLES.items() if variables.get(name)})
    values.update({key: value for key, value in chosen.items() if value is not None})
    return Settings(directory.expanduser(), **values)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unfit(f"The settings file {path.name} cannot be read.", "It must be UTF-8 TOML.") from error
    known = set(Settings.__slots__) - {"home"}
    unknown = sorted(set(values) - known)
    if unknown:
        raise Unfit(f"Unknown setting: {', '.join(unknown)}.", f"Known settings: {', '.join(sorted(known))}.")
    profile = values.get("redaction_profile")
    if isinstance(profile, str) and profile.strip() and profile not in _PROFILES:
        values["redaction_profile"] = str(path.parent / Path(profile).expanduser())
    return values


def _profile(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise Unfit("redaction_profile must be text.", "Choose default, strict or the path of a policy file.")
    return value


def _names(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(item, str) for item in value):
        raise Unfit(f"{name} must be a list of names.", f'Write {name} = ["Minister Jane Example"].')
    if len(value) > _MOST_NAMES:
        raise Unfit(f"{name} has too many names.", f"List at most {_MOST_NAMES}.")
    return tuple(value)


def _number(name: str, value: Any, low: int, high: int) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise Unfit(f"{name} must be a whole number.", f"Choose {low} to {high}.") from None
    if not low <= number <= high:
        raise Unfit(f"{name} is out of range.", f"Choose {low} to {high}.")
    return number


def _truth(name: str, value: Any) -> bool:
    said = str(value).strip().casefold()
    if said not in ("true", "false", "1", "0"):
        raise Unfit(f"{name} must be true or false.", f"Write {name} = true only if that is meant.")
    return said in ("true", "1")
