"""Questions with the passages that answer them: what the embedding model is trained and judged on.

Three kinds: invented questions about invented report passages (the files in ``questions``, written for
this purpose), the catalogue's gists with the official text of the same provision, and the regulation questions of
ObliQA (development part; Gokhan et al., RIRAG, 2024).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

HELD_OUT_IN = 8
"""One question in this many is never trained on."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the passages that answer it, and the collection whose other passages do not.

    Attributes:
        answers: places in the collection's passages, at least one.
    """

    question: str
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Passages and questions about them; ``name`` is for the card."""

    name: str
    passages: tuple[str, ...]
    pairs: tuple[Pair, ...]

    def split(self) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Return the pairs to train on and those held out, by a digest of the answers, so that no answer is in both."""
        train: list[Pair] = []
        held: list[Pair] = []
        for pair in self.pairs:
            (held if is_held_out(self.passages[pair.answers[0]]) else train).append(pair)
        return tuple(train), tuple(held)


def regulation_questions(folder: Path) -> Collection:
    """Read ObliQA: ``docs/*.json`` and ``ObliQA_dev.json``."""
    places: dict[str, int] = {}
    passages: list[str] = []
    for path in sorted((folder / "docs").glob("*.json"), key=lambda path: int(path.stem)):
        for row in json.loads(path.read_text("utf-8")):
            if row["Passage"].strip():
                places.setdefault(f"{row['DocumentID']}|{row['PassageID']}", len(passages))
                passages.append(row["Passage"])
    pairs = []
    for row in json.loads((folder / "ObliQA_dev.json").read_text("utf-8")):
        answers = tuple(places[f"{held['DocumentID']}|{held['PassageID']}"] for held in row["Passages"])
        pairs.append(Pair(row["Question"], answers))
    return Collection("regulation", tuple(passages), tuple(pairs))


def collections(articles: Path | None = None, regulation: Path | None = None) -> list[Collection]:
    """Return our own questions, and where their folders are given those on provisions and regulation."""
    found = [reports()]
    if articles:
        found.append(provisions(articles))
    if regulation:
        found.append(regulation_questions(regulation))
    return found


def reports() -> Collection:
    """Read the invented report passages with their questions."""
    passages: list[str] = []
    pairs: list[Pair] = []
    folder = files("ingest.training") / "questions"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".jsonl"):
            continue
        for line in entry.read_text("utf-8").splitlines():
            row = json.loads(line)
            pairs += [Pair(question, (len(passages),)) for question in row["questions"]]
            passages.append(row["passage"])
    return Collection("reports", tuple(passages), tuple(pairs))


def provisions(folder: Path) -> Collection:
    """Pair the catalogue's gists with official texts: ``folder`` holds one JSON file of articles per instrument."""
    from ingest.instruments.catalogue import load_catalogue

    gists: dict[str, list[str]] = {}
    for entry in load_catalogue().entries:
        gists.setdefault(str(entry.reference).partition("(")[0], []).append(f"{entry.heading}: {entry.gist}")
    passages: list[str] = []
    pairs: list[Pair] = []
    for reference, text in _articles(folder):
        pairs += [Pair(gist, (len(passages),)) for gist in gists.get(reference, ())]
        passages.append(text)
    return Collection("provisions", tuple(passages), tuple(pairs))


def _articles(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.json")):
        held = json.loads(path.read_text("utf-8"))
        for article in held["articles_en"]:
            if text := " ".join(article["text"].split()):
                yield f"{held['id']}:{article['article']}", text


def is_held_out(text: str) -> bool:
    """Say whether the questions about a passage are held out, by a digest of its text."""
    return hashlib.sha256(text.encode()).digest()[0] % HELD_OUT_IN == 0
