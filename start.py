#!/usr/bin/env python3
"""Set up this checkout and do one thing with it. Needs Python 3.11+ and a package index, nothing else.

    python3 start.py demo     install, ingest the sample reports, answer a question, start the server
    python3 start.py test     install, run the tests
    python3 start.py setup    install only; then use .venv/bin/opcat
    python3 start.py check    lint, types and import contracts (what .ci/run runs besides the tests)

Everything is installed into the folder .venv of the checkout (another with --venv DIR), from hash-locked files.
Further words go to the command: python3 start.py test -k redaction; python3 start.py demo --no-serve
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}


def main(words: list[str]) -> int:
    """Run one verb; return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked
        return fail(
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", "Try: python3.11 start.py demo"
        )
    venv = ROOT / ".venv"
    if "--venv" in words:
        at = words.index("--venv")
        venv = Path(words[at + 1]).resolve()
        del words[at : at + 2]
    verb, rest = (words[0], words[1:]) if words else ("help", [])
    if verb == "demo":
        install(venv, "run")
        return call(venv, "opcat", "--home", str(ROOT / "demo-home"), "demo", *rest)
    if verb == "test":
        install(venv, "dev")
        return call(venv, "python", "-m", "pytest", *rest)
    if verb == "check":
        install(venv, "dev")
        steps = [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("lint-imports",)]
        return max(call(venv, *step) for step in steps)
    if verb == "setup":
        install(venv, "dev" if "--dev" in rest else "run")
        print(f"Ready: {program(venv, 'opcat')} --help")
        return 0
    print(__doc__)
    return 0 if verb in {"help", "--help", "-h"} else 2


def install(venv: Path, kind: str) -> None:
    """Make the environment hold exactly what the lock says; does nothing when it already does."""
    lock = LOCKS[kind]
    mark = venv / f".installed-{kind}"
    want = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if mark.is_file() and mark.read_text() == want:
        return
    began = time.monotonic()
    if not program(venv, "python").exists():
        say(f"Creating {venv.name} ...")
        if subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False).returncode:
            sys.exit(
                fail("The virtual environment could not be made.", "On Debian or Ubuntu: apt install python3-venv")
            )
    say("Installing about 140 packages (some 300 MB to download the first time) ...")
    # The lock is complete and hashed, so the resolver has nothing to do; bytecode is written when first imported.
    pip = [str(program(venv, "python")), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    steps = [
        [*pip, "--no-deps", "--no-compile", "--require-hashes", "-r", str(lock)],
        [*pip, "--no-deps", "--no-compile", "--editable", str(ROOT)],
    ]
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            sys.exit(fail("Installing failed; pip's message is above.", "Is a package index reachable? Run it again."))
    mark.write_text(want)
    say(f"Installed in {time.monotonic() - began:.0f} s.")


def program(venv: Path, name: str) -> Path:
    """Return the path of a program in the environment."""
    return venv / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def call(venv: Path, name: str, *words: str) -> int:
    """Run a program of the environment in the checkout; Ctrl-C ends it, not with a traceback."""
    try:
        return subprocess.run([str(program(venv, name)), *words], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def say(line: str) -> None:
    """Print progress at once."""
    print(line, file=sys.stderr, flush=True)


def fail(message: str, hint: str) -> int:
    """Print an error and what to do about it."""
    say(f"{message}\n  {hint}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
