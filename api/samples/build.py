"""Builds documents and their gold standard from a folder of sources: ``python -m api.samples.build [FOLDER]``.

The folder is that of the sample reports where none is named; ``FOLDER/sources/NN-name.txt`` become
``FOLDER/documents`` and ``FOLDER/gold.json``. Needs the ``dev`` extra (reportlab, pillow, font-source-serif-pro). The
same sources give the same bytes with the same versions of these libraries; a test compares documents and sources by
their text.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from api.samples import SAMPLES
from api.samples.gold import gold
from api.samples.paper import write_pdf, write_scan
from api.samples.plain import write_html, write_markdown, write_text
from api.samples.source import read_source
from api.samples.word import write_docx

WRITERS = {
    "pdf": write_pdf,
    "scan": write_scan,
    "docx": write_docx,
    "html": write_html,
    "markdown": write_markdown,
    "text": write_text,
}


def build(root: Path = SAMPLES) -> None:
    """Write every document of the folder ``root`` and its ``gold.json``.

    Raises:
        ValueError: no source there, or one that is malformed.
    """
    folder, target = root / "sources", root / "documents"
    sources = [read_source(path) for path in sorted(folder.glob("[0-9]*.txt"))]
    if not sources:
        raise ValueError(f"no sources in {folder}")
    target.mkdir(exist_ok=True)
    for source in sources:
        WRITERS[source.about["format"]](source, target / source.about["file"])
    held = gold(sources, folder / "questions.jsonl", folder)
    (root / "gold.json").write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m api.samples.build", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES, metavar="FOLDER")
    build(parser.parse_args().folder)
