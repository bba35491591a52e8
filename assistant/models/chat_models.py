"""Chat models: the one adapter between settings and LangChain's models. Nothing of a model is loaded at import.

Names are ``PROVIDER:MODEL``:

``ollama:NAME``        a local Ollama (extra ``ollama``)
``llamacpp:NAME``      a llama.cpp server (extra ``openai``), or ``llamacpp:/path/to/model.gguf``, which is served
                       by this very process on loopback (extra ``llamacpp``)
``openai:NAME``        any server that speaks OpenAI's protocol, hosted unless ``url`` says otherwise (extra ``openai``)
``anthropic:NAME``     hosted (extra ``anthropic``)
``langchain_PACKAGE.CLASS:NAME``  any other LangChain chat model that is installed, taken for hosted
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import InvalidModel, ModelNotInstalled
from assistant.models.model_composer import ChatModel, ModelComposer, Reach

_OTHER = re.compile(r"langchain_[a-z0-9_]{1,40}\.[A-Z][A-Za-z0-9]{1,60}")
_URLS = {
    "ollama": "http://127.0.0.1:11434",
    "llamacpp": "http://127.0.0.1:8080/v1",
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
}
_EXAMPLE = 'write for example model = "ollama:NAME" or model = "openai:NAME" with model_url'
_REFUSED_FORMAT = frozenset([400, 404, 415, 422, 501])
_MOST_TOKENS = 900
_CONTEXT = 8192
# What a reply looks like, for servers that can hold a model to a schema.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sentences"],
    "properties": {
        "sentences": {
            "type": "array",
            "maxItems": 4,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "quotes"],
                "properties": {
                    "text": {"type": "string"},
                    "quotes": {
                        "type": "array",
                        "maxItems": 2,
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["passage_id", "quote"],
                            "properties": {"passage_id": {"type": "string"}, "quote": {"type": "string"}},
                        },
                    },
                },
            },
        }
    },
}


@dataclass(frozen=True)
class ModelChoice:
    """Which language model is to write answers.

    Attributes:
        name: ``PROVIDER:MODEL``, see the module.
        url: of the server; ``None`` takes the provider's usual one.
        key: what the server asks for as a key.
        timeout: seconds for one answer, 1 to 3600.
        retries: how often to ask again where nothing usable came, 0 to 5.
        remote: whether redacted text may leave this machine.
        threads: CPU threads of a model that this process serves.
    """

    name: str
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    retries: int = 1
    remote: bool = False
    threads: int = 2


def reach_of(choice: ModelChoice) -> Reach:
    """Say how far words go to a model, and refuse what is not allowed; loads nothing.

    Raises:
        InvalidModel: no such provider, a malformed address, or a model elsewhere that no setting allows.
    """
    provider, _, model = choice.name.partition(":")
    if not model.strip() or (provider not in _URLS and not _OTHER.fullmatch(provider)):
        raise InvalidModel("the name of the language model is not PROVIDER:MODEL", _EXAMPLE)
    if _is_file(choice):
        return Reach.THIS_MACHINE
    # Of a class that we do not know nobody can say where it sends its words.
    url = _url(choice) if provider in _URLS else "https://elsewhere.invalid"
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise InvalidModel("the address of the language model is not http(s)://HOST[:PORT]/PATH", _EXAMPLE)
    if _is_loopback(parts.hostname):
        return Reach.THIS_MACHINE
    if not choice.remote:
        raise InvalidModel(
            "the language model is on another machine, and nothing may be sent there",
            "set model_remote = true in opcat.toml if redacted text may leave this machine",
        )
    if parts.scheme != "https":
        raise InvalidModel(
            "a language model on another machine must be reached by https",
            "use https, or a tunnel that ends on 127.0.0.1",
        )
    return Reach.ELSEWHERE


def model_composer(choice: ModelChoice) -> ModelComposer:
    """Open a model as a composer.

    Raises:
        InvalidModel: see :func:`reach_of`; or a file is not there.
        ModelNotInstalled: the extra of the provider is missing.
    """
    reach = reach_of(choice)
    model = _opened(choice, reach)
    host = (
        urlsplit(_url(choice)).hostname if reach is Reach.ELSEWHERE and choice.name.partition(":")[0] in _URLS else ""
    )
    name = Path(choice.name).name if _is_file(choice) else choice.name
    name = f"{name} at {host}" if host else name
    return ModelComposer(model, name=name, timeout=choice.timeout, retries=choice.retries, reach=reach)


class Structured:
    """A chat model asked to keep to the schema, and asked without it where its server does not know schemas."""

    def __init__(self, bound: ChatModel, plain: ChatModel) -> None:
        self._bound = bound
        self._plain = plain

    def stream(self, input: Any) -> Iterator[Any]:
        """Return the parts of one reply."""
        began = False
        try:
            for part in self._bound.stream(input):
                began = True
                yield part
        except Exception as error:
            if began or getattr(error, "status_code", None) not in _REFUSED_FORMAT:
                raise
            self._bound = self._plain
            yield from self._plain.stream(input)


def _opened(choice: ModelChoice, reach: Reach) -> ChatModel:
    provider, _, name = choice.name.partition(":")
    if provider == "ollama":
        return _ollama(choice, name, reach)
    if provider in ("openai", "llamacpp"):
        url = _served(choice, name) if _is_file(choice) else _url(choice)
        return _openai(choice, "model" if _is_file(choice) else name, url, reach)
    if provider == "anthropic":
        options = {"model": name, "base_url": _url(choice), "api_key": choice.key or "none", "max_retries": 0}
        made: ChatModel = _class("langchain_anthropic", "ChatAnthropic", "anthropic")(
            **options, timeout=choice.timeout, max_tokens=_MOST_TOKENS
        )
        return made
    package, _, kind = provider.partition(".")
    known = {"model": name, "max_retries": 0, "timeout": choice.timeout}
    known |= {"api_key": choice.key} if choice.key else {}
    known |= {"base_url": choice.url} if choice.url else {}
    other: ChatModel = _class(package, kind, None)(**known)
    return other


def _ollama(choice: ModelChoice, name: str, reach: Reach) -> ChatModel:
    made: ChatModel = _class("langchain_ollama", "ChatOllama", "ollama")(
        model=name,
        base_url=_url(choice),
        temperature=0,
        num_predict=_MOST_TOKENS,
        num_ctx=_CONTEXT,
        format=SCHEMA,
        client_kwargs={"timeout": choice.timeout, **_direct(reach)},
    )
    return made


def _openai(choice: ModelChoice, name: str, url: str, reach: Reach) -> ChatModel:
    chat = _class("langchain_openai", "ChatOpenAI", "openai")
    client = import_module("httpx").Client(timeout=choice.timeout, **_direct(reach))
    plain = chat(
        model=name,
        base_url=url,
        api_key=choice.key or "none",
        http_client=client,
        # Given, so that none is taken from the environment.
        openai_proxy=None,
        max_retries=0,
        timeout=choice.timeout,
        temperature=0,
        max_tokens=_MOST_TOKENS,
    )
    shape = {"type": "json_schema", "json_schema": {"name": "answer", "schema": SCHEMA}}
    # Not as `response_format`: the client would then parse the reply itself, and fail with what it had at hand.
    return Structured(plain.bind(extra_body={"response_format": shape}), plain)


def _direct(reach: Reach) -> dict[str, Any]:
    """Nothing may send words for this machine elsewhere: neither a proxy of the environment nor a redirection."""
    return {"follow_redirects": False, "trust_env": reach is Reach.ELSEWHERE}


_SERVERS: dict[str, Any] = {}


def _served(choice: ModelChoice, name: str) -> str:
    """Serve a model file from this process on loopback, once, and return the address."""
    path = Path(name).expanduser()
    if not path.is_file():
        raise InvalidModel("the file of the language model is not there", "give the path of a .gguf file")
    library: Any = _module("xllamacpp", "llamacpp")
    _class("langchain_openai", "ChatOpenAI", "llamacpp")
    if str(path) not in _SERVERS:
        parameters = library.CommonParams()
        parameters.model.path = str(path)
        parameters.n_ctx = _CONTEXT
        parameters.cpuparams.n_threads = choice.threads
        parameters.hostnames = ["127.0.0.1"]
        parameters.n_parallel = 1
        parameters.verbosity = 0
        _SERVERS[str(path)] = library.Server(parameters)
    return f"{_SERVERS[str(path)].listening_address}/v1"


def _is_file(choice: ModelChoice) -> bool:
    return choice.name.startswith("llamacpp:") and choice.name.casefold().endswith(".gguf")


def _url(choice: ModelChoice) -> str:
    return choice.url or _URLS.get(choice.name.partition(":")[0], "")


def _is_loopback(host: str) -> bool:
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _class(package: str, name: str, extra: str | None) -> Callable[..., Any]:
    found = getattr(_module(package, extra), name, None)
    if found is None:
        raise InvalidModel(f"{package} has no {name}", _EXAMPLE)
    made: Callable[..., Any] = found
    return made


def _module(package: str, extra: str | None) -> Any:
    try:
        return import_module(package)
    except ImportError as error:
        wanted = f"'opcat-assistant[{extra}]'" if extra else package.replace("_", "-")
        raise ModelNotInstalled(
            f"the language model needs {package}, which is not installed", f"run: pip install {wanted}"
        ) from error
