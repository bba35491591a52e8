"""A process that kills itself at a named point of ingesting or erasing; started by ``test_kill.py``.

Arguments: home directory, file, point, and ``ingest`` or ``erase``.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from library_fakes import open_library


def main() -> None:
    home, path, point, verb = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]

    def reached(name: str) -> None:
        if name == point:
            os.kill(os.getpid(), signal.SIGKILL)

    library = open_library(home, reached=reached)
    if verb == "ingest":
        library.ingest(path, kind="visit_report")
    else:
        library.erase([document.document_id for document in library.ledger.documents() if document.kind != "catalogue"])
    library.close()


if __name__ == "__main__":
    main()
