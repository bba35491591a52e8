"""The child process of the sandbox: shuts itself in, reads one file from standard input, answers, ends.

Every limit is set before the first byte of the document is looked at. What a platform lacks is left out: macOS does
not enforce the limit of address space, Windows has none of them; the wall limit of the parent holds everywhere.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from typing import IO, Any


def main() -> None:
    """Run the child; the exit code is 0 whenever an answer was written, also when the answer is a refusal."""
    answer_to = _own_stdout()
    head = json.loads(sys.stdin.buffer.readline(65536))
    _limit(head["limits"])
    _shut_in()
    answer = _read(head, sys.stdin.buffer, answer_to)
    answer_to.write(answer + b"\n")
    answer_to.flush()
    os._exit(0)  # no destructors of native libraries, which is where they crash


def _read(head: dict[str, Any], stream: IO[bytes], answer_to: IO[bytes]) -> bytes:
    from ingest.errors import CorruptFile, IngestError, ReaderCrashed, TooLarge
    from ingest.intake.file import IntakeLimits, UntrustedFile
    from ingest.intake.wire import report_to_wire
    from ingest.readers import read

    limits = IntakeLimits(**head["limits"])

    def before_ocr(page: int) -> None:
        _limit_for_ocr(limits.ocr_memory, limits.seconds + page * limits.ocr_seconds)
        answer_to.write(b'{"ocr":%d}\n' % page)
        answer_to.flush()

    error: IngestError
    try:
        data = stream.read(limits.max_bytes + 1)
        report = read(UntrustedFile(head["name"], data, head["media"]), limits, before_ocr)
        return json.dumps(report_to_wire(report), ensure_ascii=True).encode("ascii")
    except IngestError as refusal:
        error = refusal
    except MemoryError:
        error = TooLarge("Reading the file took more memory than the limits allow.")
    except RecursionError:
        error = CorruptFile("The file is nested deeper than documents are.")
    except (ImportError, SyntaxError):
        error = ReaderCrashed("A part of the installation is missing or damaged.", "Install the program again.")
    except Exception:
        # The libraries raise whatever they like on damaged input; their words may quote the document.
        error = CorruptFile()
    return json.dumps({"error": {"code": error.code, "message": error.message, "hint": error.hint}}).encode("ascii")


def _own_stdout() -> IO[bytes]:
    """Keep the answer channel for ourselves; whatever else prints goes to standard error, which nobody reads."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _limit(limits: dict[str, int]) -> None:
    try:
        import resource
    except ImportError:
        return
    _set(resource.RLIMIT_CORE, 0, 0)
    _set(resource.RLIMIT_FSIZE, 0, 0)
    _set(resource.RLIMIT_NOFILE, 128, 128)
    _set(resource.RLIMIT_CPU, limits["seconds"], limits["seconds"] + limits["ocr_pages"] * limits["ocr_seconds"])
    _set(resource.RLIMIT_AS, limits["memory"], limits["ocr_memory"])


def _limit_for_ocr(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    _set(resource.RLIMIT_AS, memory, memory)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    _set(resource.RLIMIT_CPU, seconds if hard < 0 else min(seconds, hard), hard)


def _set(what: int, soft: int, hard: int) -> None:
    import resource

    with contextlib.suppress(ValueError, OSError):
        present = resource.getrlimit(what)[1]
        if present != resource.RLIM_INFINITY:
            hard = min(hard, present) if hard != resource.RLIM_INFINITY else present
        resource.setrlimit(what, (min(soft, hard), hard))


_FORBIDDEN = (
    "socket.",
    "ftplib.",
    "smtplib.",
    "http.client.",
    "urllib.",
    "os.exec",
    "os.fork",
    "os.spawn",
    "os.system",
    "winreg.",
)


def _shut_in() -> None:
    """Leave the network, and forbid Python code to open sockets, write files or start programs other than tesseract."""
    _leave_network()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError("not in the sandbox")
        if event == "open" and _writes(arguments):
            raise PermissionError("not in the sandbox")
        if event in ("subprocess.Popen", "os.posix_spawn"):
            program = os.path.basename(str(arguments[0]))
            if program not in ("tesseract", "tesseract.exe"):
                raise PermissionError("not in the sandbox")

    sys.addaudithook(watch)


def _writes(arguments: tuple[object, ...]) -> bool:
    path, mode, flags = (*arguments, None, None, None)[:3]
    if path == os.devnull or isinstance(path, int):
        return False
    if isinstance(mode, str) and any(letter in mode for letter in "wax+"):
        return True
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC))


def _leave_network() -> None:
    """Enter an empty network name space where the kernel lets an ordinary user do so."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    new_user, new_net = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET in linux/sched.h
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(new_user | new_net)
