"""``opcat``: the program, its options, and the one place that turns errors into exit codes.

Exit codes: 0 done, 1 refused or failed, 2 wrong use, 130 interrupted. A document that is held for review has been taken
in and waits for a person: that is no failure, so ``opcat ingest`` ends with 0 and says how many are held.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from api.cli import (
    asking,
    auditing,
    comparing,
    documents,
    drafting,
    exporting,
    instruments,
    measuring,
    questionnaires,
    redacting,
    registering,
    reviewing,
    running,
    tiers,
)
from api.cli.output import Output
from api.errors import described

app = typer.Typer(
    name="opcat",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Assistant for National Preventive Mechanisms: visit reports in, personal data out, cited answers back.\n\n"
    "Start with: opcat demo (sample reports), or opcat ingest REPORT.pdf and then opcat ask 'QUESTION'.\n\n"
    "Works without a network and without a language model. "
    "Text is pseudonymised, not anonymous: treat it as confidential.",
)
for group in (
    comparing,
    documents,
    reviewing,
    asking,
    registering,
    drafting,
    exporting,
    redacting,
    instruments,
    running,
    measuring,
    questionnaires,
    auditing,
    tiers,
):
    group.register(app)


# What the assistant refuses because of how it was asked, not because of what it holds.
WRONG_USE = frozenset(
    {"empty_question", "question_too_long", "invalid_filter", "invalid_limit", "invalid_conversation"}
)

INTERRUPTED = 130


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"opcat {version('opcat-assistant')}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home", metavar="DIR", help="Directory of the library.", envvar="OPCAT_HOME", show_default=False
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Hold the options that come before the command."""
    context.obj = home


def main(words: list[str] | None = None) -> None:
    """Run the program and exit; never shows a traceback for an error that has a name."""
    sys.exit(run(sys.argv[1:] if words is None else words))


def run(words: list[str]) -> int:
    """Run one command and return its exit code.

    Args:
        words: the words after ``opcat``; ``--home`` may stand before the command or after it.
    """
    words = _fronted(words)
    output = Output(json="--json" in words)
    try:
        code = _program()(args=words, prog_name="opcat", standalone_mode=False)
        if code == INTERRUPTED:
            # The parser has turned the interrupt into this code without a word.
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except (typer.Abort, KeyboardInterrupt):
        output.note("Interrupted. What was finished is kept; run the command again to go on.")
        return INTERRUPTED
    except typer.Exit as stop:
        return stop.exit_code
    except TyperException as error:
        output.failure("usage", _message(error), f"See: opcat {_command(words)}--help")
        return 2
    except BrokenPipeError:
        return 1
    except Exception as error:
        found = described(error)
        if found is None:
            # Only where and what kind: the message of a library's error may hold text of a document.
            output.failure("internal", f"A fault in opcat: {_place(error)}.", "Please report it with this line.")
            return 1
        output.failure(*found)
        return getattr(error, "exit_code", 2 if found[0] in WRONG_USE else 1)


def _program() -> Any:
    """Build the commands; a switch takes no value, so its help names none."""
    program = typer.main.get_command(app)
    waiting: list[Any] = [program]
    while waiting:
        command = waiting.pop()
        waiting += getattr(command, "commands", {}).values()
        for option in command.params:
            if getattr(option, "is_flag", False):
                option.metavar = ""
    return program


def _fronted(words: list[str]) -> list[str]:
    """Put ``--home DIR`` before the command, where the parser looks for it."""
    end = words.index("--") if "--" in words else len(words)
    front: list[str] = []
    rest: list[str] = []
    at = 0
    while at < end:
        if words[at] == "--home" and at + 1 < end:
            front += words[at : at + 2]
            at += 2
            continue
        (front if words[at].startswith("--home=") else rest).append(words[at])
        at += 1
    return [*front, *rest, *words[end:]]


def _message(error: Exception) -> str:
    """Return what the parser has to say; wrong use can hold no document text."""
    told = getattr(error, "format_message", None)
    return str(told()) if callable(told) else str(error)


def _command(words: list[str]) -> str:
    names = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    names |= {"instruments", "audit"}
    return next((f"{word} " for word in words if word in names), "")


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
