"""Builds the sample documents and their gold standard: ``python -m api.samples.build``.

Needs the ``dev`` extra (reportlab, pillow, font-source-serif-pro). The same sources give the same bytes with the same
versions of these libraries; a test compares documents and sources by their text.
"""

from __future__ import annotations

import json

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


def build() -> None:
    """Write every sample document and ``gold.json``."""
    folder, target = SAMPLES / "sources", SAMPLES / "documents"
    target.mkdir(exist_ok=True)
    sources = [read_source(path) for path in sorted(folder.glob("[0-9]*.txt"))]
    for source in sources:
        WRITERS[source.about["format"]](source, target / source.about["file"])
    held = gold(sources, folder / "questions.jsonl", folder)
    (SAMPLES / "gold.json").write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    build()
