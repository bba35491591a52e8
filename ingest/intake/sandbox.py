"""The sandbox: one child process parses one untrusted file, and its answer is checked before it is believed.

A parser that is taken over, runs away or dies costs that child and nothing else: it has no network, may write no
file, holds to limits of memory, time and open files, sees an empty environment, and is killed with its whole process
group at the wall limit. The bytes go in by standard input, JSON lines come out by standard output.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from ingest.errors import IngestError, ReaderCrashed, TooLarge, errors_by_code
from ingest.intake.file import IntakeLimits, UntrustedFile
from ingest.intake.wire import report_from_wire
from ingest.report import ParsedReport

_START = "import sys; sys.path.append(sys.argv[1]); from ingest.intake.child import main; main()"
_GRACE = 15.0  # seconds for the start of the interpreter and the way of the bytes, on a busy machine


def read_in_sandbox(file: UntrustedFile, limits: IntakeLimits | None = None) -> ParsedReport:
    """Parse a file in a child process.

    Args:
        file: from :mod:`ingest.intake.file`.
        limits: limits for the child, checked again on what comes back.

    Returns:
        the parsed report; untrusted text, but within the limits and of the right shape.

    Raises:
        PermanentIngestError: the child's own refusal, or a limit of memory or time was reached.
        ReaderCrashed: the child ended without an answer, or with one of the wrong shape.
    """
    limits = limits or IntakeLimits()
    conversation = _Conversation(file, limits)
    return conversation.run()


class _Conversation:
    """One child from start to end."""

    def __init__(self, file: UntrustedFile, limits: IntakeLimits) -> None:
        self._file = file
        self._limits = limits
        self._max_answer = 64 * 1024 * 1024 + 12 * limits.max_characters
        self._deadline = time.monotonic() + _GRACE + 2 * limits.seconds
        self._ocr_left = limits.ocr_pages
        self._answer: bytes | None = None
        self._overflow = False
        self._noise = 0

    def run(self) -> ParsedReport:
        root = str(Path(__file__).resolve().parents[2])
        child = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            cwd=os.path.abspath(os.sep),
            start_new_session=os.name == "posix",
            close_fds=True,
        )
        assert child.stdin is not None and child.stdout is not None and child.stderr is not None
        threads = [
            threading.Thread(target=self._feed, args=(child.stdin,), daemon=True),
            threading.Thread(target=self._listen, args=(child.stdout,), daemon=True),
            threading.Thread(target=self._drain, args=(child.stderr,), daemon=True),
        ]
        timed_out = False
        try:
            for thread in threads:
                thread.start()
            while child.poll() is None:
                if self._overflow or time.monotonic() > self._deadline:
                    timed_out = not self._overflow
                    break
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(timeout=0.02 if self._answer is None else 0.005)
        finally:
            # Also after a clean end: a grandchild (an OCR program) must not outlive its parent.
            _end(child)
            for thread in threads:
                thread.join(timeout=5)
            for stream in (child.stdin, child.stdout, child.stderr):
                with contextlib.suppress(OSError):
                    stream.close()
        return self._judge(child.returncode, timed_out)

    def _feed(self, stream: IO[bytes]) -> None:
        head = {"media": self._file.media, "name": self._file.name, "limits": dataclasses.asdict(self._limits)}
        with contextlib.suppress(OSError, ValueError):
            stream.write(json.dumps(head).encode() + b"\n")
            stream.write(self._file.untrusted_bytes)
            stream.close()

    def _listen(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            while line := stream.readline(self._max_answer + 1):
                if len(line) > self._max_answer:
                    self._overflow = True
                    return
                if line.startswith(b'{"ocr"'):
                    pages = min(self._ocr_left, 1)
                    self._ocr_left -= pages
                    self._deadline += pages * self._limits.ocr_seconds
                elif self._answer is None:
                    self._answer = line

    def _drain(self, stream: IO[bytes]) -> None:
        # A library's complaint may quote the document, so it is counted and thrown away, never logged.
        with contextlib.suppress(OSError, ValueError):
            while part := stream.read(65536):
                self._noise += len(part)

    def _judge(self, code: int | None, timed_out: bool) -> ParsedReport:
        if timed_out:
            raise TooLarge("Reading the file took longer than the limit allows.")
        if self._overflow:
            raise TooLarge("The file holds more text than the limits allow.")
        if code in _KILLED_BY_LIMIT:
            raise TooLarge("Reading the file took more time or memory than the limits allow.")
        if self._answer is None:
            raise ReaderCrashed(f"The reader ended without an answer (exit code {code}).")
        try:
            answer = json.loads(self._answer)
        except (ValueError, RecursionError) as error:
            raise ReaderCrashed("The reader's answer was not understood.") from error
        if isinstance(answer, dict) and "error" in answer:
            raise _error_from(answer["error"])
        return report_from_wire(answer, self._limits)


_KILLED_BY_LIMIT = frozenset(
    -int(getattr(signal, name)) for name in ("SIGXCPU", "SIGXFSZ", "SIGKILL") if hasattr(signal, name)
)


def _error_from(untrusted_error: object) -> IngestError:
    """Rebuild a typed error; the words must be those of our own reader, so they are cut to size and stripped."""
    if not isinstance(untrusted_error, dict):
        return ReaderCrashed("The reader's answer was not understood.")
    kind = errors_by_code().get(str(untrusted_error.get("code")), ReaderCrashed)
    message, hint = (str(untrusted_error.get(key) or "")[:300] for key in ("message", "hint"))
    return kind(message if message.isprintable() else None, hint if hint.isprintable() else None)


def _environment() -> dict[str, str]:
    """Return an environment without anything of ours: no keys, no proxies, no home directory."""
    environment = {"OMP_NUM_THREADS": "2", "OMP_THREAD_LIMIT": "2", "OPENBLAS_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ.get(
            "SYSTEMROOT", r"C:\Windows"
        )  # the interpreter does not start without
    return environment


def _end(child: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    elif child.poll() is None:
        child.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=10)
