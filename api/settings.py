"""Settings: the one module that reads the environment. Everything else is passed what it needs.

Order: command-line option, then ``OPCAT_...`` variable, then ``opcat.toml`` in the home directory, then the default.
An unknown key in the file is an error: a misspelt limit that silently does nothing is worse than a stop.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from api.errors import Unfit

_VARIABLES = {
    "OPCAT_HOST": "host",
    "OPCAT_PORT": "port",
    "OPCAT_TOKEN": "token",
    "OPCAT_EMBEDDING_MODEL": "embedding_model",
    "OPCAT_THREADS": "threads",
}


class Settings:
    """What a deployment may choose.

    Attributes:
        home: directory of the library (ledger, indexes); private to its owner.
        host: address the server binds; anything but loopback needs ``token``.
        port: TCP port, 0 for any free one.
        token: bearer token that every HTTP request must carry, or ``None`` on loopback.
        embedding_model: ``minilm`` (shipped) or a local folder of a sentence-transformers model (extra ``st``).
        threads: CPU threads for models, 1 to 64.
        max_body_bytes: largest upload the server reads, in bytes.
        max_question_characters: longest question, in code points.
    """

    __slots__ = (
        "embedding_model",
        "home",
        "host",
        "max_body_bytes",
        "max_question_characters",
        "port",
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
        embedding_model: str = "minilm",
        threads: int = 2,
        max_body_bytes: int = 32 * 1024 * 1024,
        max_question_characters: int = 2000,
    ) -> None:
        self.home = home
        self.host = str(host)
        self.port = _number("port", port, 0, 65535)
        self.token = str(token) if token else None
        self.embedding_model = str(embedding_model)
        self.threads = _number("threads", threads, 1, 64)
        self.max_body_bytes = _number("max_body_bytes", max_body_bytes, 1024, 1024**3)
        self.max_question_characters = _number("max_question_characters", max_question_characters, 10, 100_000)

    def __repr__(self) -> str:
        """Leave the token out: settings may be logged."""
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
    return values


def _number(name: str, value: Any, low: int, high: int) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise Unfit(f"{name} must be a whole number.", f"Choose {low} to {high}.") from None
    if not low <= number <= high:
        raise Unfit(f"{name} is out of range.", f"Choose {low} to {high}.")
    return number
