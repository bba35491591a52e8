"""Speed and memory of a redacting system, each measured in a process of its own.

The child (``python -m evals.footprint SYSTEM``) reads documents as JSON from its standard input, so that no text is
written to disk. It redacts one document untimed, which loads the models, then all of them timed. Systems take turns
round by round, so that whatever else the machine does falls on both; the median of the rounds counts.
"""

from __future__ import annotations

import json
import platform
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from evals.report import Cell, Table
from evals.systems import BASELINE, OURS, RedactingSystem, system_named

_ROUNDS = 3
_TIMEOUT = 1_800.0
_KIB_PER_MIB = 1024


@dataclass(frozen=True)
class Footprint:
    """Medians over rounds.

    Attributes:
        speed: characters a second, after the models were loaded.
        peak_mib: most memory that the process held at any time, models and libraries included.
    """

    speed: float
    peak_mib: float


def measure(names: Sequence[str], documents: Sequence[Sequence[str]], *, rounds: int = _ROUNDS) -> dict[str, Footprint]:
    """Measure systems by name (see :func:`evals.systems.system_named`) on the same documents, in turns.

    Args:
        names: of the systems.
        documents: each as its blocks; the first is the one to warm up with, too.
        rounds: processes per system.

    Raises:
        RuntimeError: a child failed; its error output is not passed on, since it may quote a document.
    """
    characters = sum(len(block) for document in documents for block in document)
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            held = _child(name, documents)
            found[name].append((characters / max(held["seconds"], 1e-9), held["peak_mib"]))
    return {
        name: Footprint(median(speed for speed, _ in pairs), median(peak for _, peak in pairs))
        for name, pairs in found.items()
    }


def _child(name: str, documents: Sequence[Sequence[str]]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "evals.footprint", name],
        input=json.dumps([list(document) for document in documents]),
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIMEOUT,
        cwd=Path(__file__).resolve().parents[1],
    )
    if done.returncode != 0:
        raise RuntimeError(f"the process that measures {name} failed with status {done.returncode}")
    return {key: float(value) for key, value in json.loads(done.stdout.splitlines()[-1]).items()}


def timed(system: RedactingSystem, documents: Sequence[Sequence[str]]) -> float:
    """Return the seconds ``system`` takes for all documents, after one of them untimed."""
    from evals.redaction import refusing

    redact = refusing(system)
    redact(documents[0])
    started = time.perf_counter()
    for document in documents:
        redact(document)
    return time.perf_counter() - started


def peak_mib() -> float:
    """Return the most memory this process held so far, in MiB.

    Where the kernel tells it, of this program alone (``VmHWM``): ``ru_maxrss`` of a process that was started from a
    larger one begins with the size of that one, since it outlives ``exec``.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        status = ""
    if found := re.search(r"VmHWM:\s+(\d+) kB", status):
        return int(found[1]) / _KIB_PER_MIB
    # KiB, but bytes on macOS.
    unit = _KIB_PER_MIB**2 if platform.system() == "Darwin" else _KIB_PER_MIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def table(footprints: dict[str, dict[str, Footprint]], *, rounds: int = _ROUNDS) -> Table:
    """Return one row per dataset and system, with ratios to the baseline of the same dataset."""
    rows: list[tuple[Cell, ...]] = []
    for dataset, found in footprints.items():
        base = found[BASELINE]
        rows += [
            (f"{dataset}: {name}", print_.speed, print_.speed / base.speed, print_.peak_mib,
             print_.peak_mib / base.peak_mib)
            for name, print_ in found.items()
        ]  # fmt: skip
    columns = ("system", "characters/s", "times stock Presidio", "peak MiB", "memory, times stock Presidio")
    notes = (
        f"Each system in a process of its own, one document to warm up, median of {rounds} rounds in turns.",
        "Peak memory is of the whole process: interpreter, libraries, models and the documents.",
    )
    return Table("redaction-speed", "Redaction, speed and memory", columns, tuple(rows), notes)


def compared(documents: Sequence[Sequence[str]], *, rounds: int = _ROUNDS) -> dict[str, Footprint]:
    """Measure our redactor and stock Presidio."""
    return measure((OURS, BASELINE), documents, rounds=rounds)


def main() -> int:
    """Measure the system named on the command line on the documents on the standard input."""
    documents = json.load(sys.stdin)
    seconds = timed(system_named(sys.argv[1]), documents)
    print(json.dumps({"seconds": seconds, "peak_mib": peak_mib()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
