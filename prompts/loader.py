"""The loader of prompts.

A prompt is a Markdown file with a header::

    ---
    version: 1
    holes: question, evidence
    ---
    ... $question ...

Holes are filled by ``string.Template``: a value is never read as a template itself, so nothing that stands in a report
or a question can open another hole.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_HEADER = re.compile(r"---\n(?P<header>.*?)\n---\n(?P<body>.*)", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


class PromptError(Exception):
    """Root of the errors of prompts: ``UnknownPrompt``, ``MissingVariables``, ``BadPrompt``; all are permanent.

    Attributes:
        code: stable machine-readable name.
        hint: what to do about it.
    """

    code = "prompt_error"
    hint = ""


class UnknownPrompt(PromptError):
    """There is no prompt of that name."""

    code = "unknown_prompt"


class BadPrompt(PromptError):
    """The file has no header, or its holes are not the declared ones."""

    code = "bad_prompt"


class MissingVariables(PromptError):
    """Values are missing for declared holes, or given for undeclared ones.

    Attributes:
        names: the holes or values concerned.
    """

    code = "missing_variables"

    def __init__(self, prompt: str, names: tuple[str, ...]) -> None:
        """Name the prompt and the holes; values are not shown."""
        super().__init__(f"prompt {prompt}: values and holes differ in {', '.join(names)}")
        self.names = names


@dataclass(frozen=True)
class Prompt:
    """One prompt.

    Attributes:
        name: of the file, without its ending.
        version: raised with every change of the words.
        holes: names that must be given, all of them.
        body: text with ``$name`` for each hole.
    """

    name: str
    version: str
    holes: tuple[str, ...]
    body: str

    def fill(self, **values: str) -> str:
        """Return the text with every hole filled.

        Raises:
            MissingVariables: a hole has no value, or a value no hole.
        """
        differing = tuple(sorted(set(self.holes) ^ set(values)))
        if differing:
            raise MissingVariables(self.name, differing)
        return string.Template(self.body).substitute(values)


@lru_cache(maxsize=32)
def load_prompt(name: str) -> Prompt:
    """Read a prompt that ships with the product.

    Raises:
        UnknownPrompt: no such file.
        BadPrompt: header missing, or holes in the text that are not declared, or the reverse.
    """
    source = resources.files("prompts").joinpath(f"{name}.md")
    if not _NAME.fullmatch(name) or not source.is_file():
        raise UnknownPrompt(f"there is no prompt {name!r}")
    return parse_prompt(name, source.read_text(encoding="utf-8"))


def parse_prompt(name: str, text: str) -> Prompt:
    """Read a prompt from its text.

    Raises:
        BadPrompt: see :func:`load_prompt`.
    """
    match = _HEADER.fullmatch(text)
    if match is None:
        raise BadPrompt(f"prompt {name}: no header")
    fields = dict(line.split(":", 1) for line in match["header"].splitlines() if ":" in line)
    holes = tuple(hole.strip() for hole in fields.get("holes", "").split(",") if hole.strip())
    template = string.Template(match["body"])
    if not template.is_valid() or set(template.get_identifiers()) != set(holes) or "version" not in fields:
        raise BadPrompt(f"prompt {name}: the holes in the text are not the declared ones, or there is no version")
    return Prompt(name, fields["version"].strip(), holes, match["body"])
