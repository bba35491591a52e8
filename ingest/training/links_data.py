"""What the linking of entries is trained on: pairs of documents about one place, written for it or annotated.

A written pair (``links/*.txt``) has a name (``## NAME``), the lines ``earlier KIND`` and ``later KIND`` and after each
its entries: ``number | kind | heading @ addressee | text | what it is about``, numbers of the earlier document, or
``#2`` for its second entry; ``-`` is nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from ingest.embedding.embedder import Vectors, passage_input
from ingest.links.features import features
from ingest.links.likeness import weights
from ingest.links.sides import Context, Side, side
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from ingest.register.entry_themes import about
from ingest.taxonomy import themes_of
from redaction.text import public_text

FOLDER: Final = Path(__file__).parent / "links"
_QUARTERS = 4  # of the written pairs, each left out with its own when it is measured
_COLUMNS = 5
_RELATIONS = ("answers", "judges", "repeats")
_UNPRINTED = ("F", "GP", "P")  # numbers that the data gives to what bears none in print
_MOST_THEMES = 3
_LONGEST = 1200  # characters that are embedded
Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True)
class Pair:
    """Two documents about one place.

    Attributes:
        group: what it is left out with when it is measured.
        wanted: pairs of a later and an earlier entry that belong together, by their ids.
    """

    group: str
    later: Side
    earlier: Side
    wanted: frozenset[tuple[str, str]]

    def told(self) -> npt.NDArray[np.float64]:
        """Return the figures of each pair of entries."""
        words = [*self.later.words.values(), *self.earlier.words.values()]
        return features(self.later, self.earlier, weights(words))

    def right(self) -> npt.NDArray[np.bool_]:
        """Return an array (saying of the later side, asked of the earlier one): they belong together."""
        return np.array(
            [
                [(one.entry_id, other.entry_id) in self.wanted for other in self.earlier.asked]
                for one in self.later.saying
            ]
        )

    def unseen(self) -> Pair:
        """Return the pair without vectors: the library may have been embedded by a model that tells little."""
        return replace(self, later=replace(self.later, contexts={}), earlier=replace(self.earlier, contexts={}))


def written(embed: Embed, folder: Path = FOLDER) -> Iterator[Pair]:
    """Read the pairs of ``folder``.

    Raises:
        ValueError: a line that is none of the known forms, or about an entry that is not there.
    """
    for path in sorted(folder.glob("*.txt")):
        parts = path.read_text("utf-8").split("\n## ")[1:]
        for order, part in enumerate(parts):
            yield _pair(f"{path.stem} {order}", f"written {order % _QUARTERS + 1}", part.splitlines()[1:], embed)


def _pair(name: str, group: str, lines: Sequence[str], embed: Embed) -> Pair:
    documents: list[tuple[str, list[list[str]]]] = []
    for line in filter(None, lines):
        cells = line.split(" | ")
        if len(cells) == 1 and line.split(" ")[0] in ("earlier", "later"):
            documents.append((line.split(" ")[1], []))
        elif len(cells) >= _COLUMNS and documents:
            documents[-1][1].append([*cells[:3], " | ".join(cells[3:-1]), cells[-1]])
        else:
            raise ValueError(f"{name}: a line is of no known form: {line[:40]}")
    (kind, earlier), (later_kind, later) = documents
    first, second = (
        [_written_entry(f"{name} {part}", n, row) for n, row in enumerate(rows)]
        for part, rows in (("earlier", earlier), ("later", later))
    )
    known = {f"#{n}": entry.entry_id for n, (entry, _) in enumerate(first, 1)}
    known |= {entry.number: entry.entry_id for entry, _ in first if entry.number}
    try:
        wanted = {
            (entry.entry_id, known[to])
            for (entry, _), row in zip(second, later, strict=True)
            for to in row[-1].split(", ")
            if to != "-"
        }
    except KeyError as missing:
        raise ValueError(f"{name}: there is no earlier entry {missing}") from None
    return Pair(group, _side(later_kind, second, embed), _side(kind, first, embed), frozenset(wanted))


def _written_entry(name: str, order: int, row: Sequence[str]) -> tuple[RegisterEntry, str]:
    heading, _, addressee = row[2].partition("@")
    heading = heading.strip(" -")
    entry = RegisterEntry(
        *(f"{name} {order}", name, None, None if row[0] == "-" else row[0], row[1], public_text(row[3])),
        addressee=addressee.strip() or None,
        themes=_themes(row[3], addressee.strip()),
        locator=heading if heading.startswith("table ") else "",
    )
    return entry, heading


def annotated(folder: Path, embed: Embed) -> Iterator[Pair]:
    """Read the pairs of documents of a folder of annotated reports that it calls earlier and later, or links."""
    documents = {each["doc"]: each for each in json.loads((folder / "gold.json").read_text("utf-8"))["documents"]}
    wanted: dict[tuple[str, str], set[tuple[str, str]]] = {
        (name, before): set() for name, each in documents.items() for before in each.get("earlier") or ()
    }
    for name, document in documents.items():
        for order, entry in enumerate(document["entries"]):
            for to in (to for relation in _RELATIONS for to in entry.get(relation) or ()):
                if (before := to.split(":")[0]) != name and before in documents:
                    wanted.setdefault((name, before), set()).add((_name(name, order, entry), to))
    sides = {
        name: _side(documents[name]["kind"], _annotated_entries(documents[name]), embed)
        for name in dict.fromkeys(name for pair in wanted for name in pair)
    }
    for (later, earlier), links in wanted.items():
        if sides[later].saying and sides[earlier].asked:
            yield Pair(folder.resolve().name, sides[later], sides[earlier], frozenset(links))


def _name(document: str, order: int, entry: dict[str, Any]) -> str:
    named = entry.get("id") or entry.get("number")
    return f"{document}:{named}" if named else f"{document}#{order}"


def _annotated_entries(document: dict[str, Any]) -> list[tuple[RegisterEntry, str]]:
    headings: dict[int, str] = {}
    heading = ""
    for order, block in enumerate(document["blocks"]):
        heading = block["text"] if block["kind"] == "heading" else heading
        headings[order] = heading
    found: list[tuple[RegisterEntry, str]] = []
    for order, entry in enumerate(document["entries"]):
        likeness = [fuzz.partial_ratio(entry["text"], block["text"]) for block in document["blocks"]]
        number = entry.get("number")
        printed = None if number and number.rstrip("0123456789") in _UNPRINTED else number
        found.append(
            (
                RegisterEntry(
                    *(_name(document["doc"], order, entry), document["doc"], None, printed, entry["kind"]),
                    public_text(entry["text"]),
                    addressee=entry.get("addressee"),
                    themes=_themes(entry["text"], entry.get("addressee")),
                    status_claimed=entry.get("status_claimed"),
                    status_verified=entry.get("status_verified"),
                    locator=entry.get("locator") or "",
                ),
                headings[int(np.argmax(likeness))],
            )
        )
    return found


def _themes(text: str, addressee: str | None) -> tuple[str, ...]:
    """Return the themes that the register would give to a text; those of the annotation are not there on intake."""
    return themes_of(about(text, addressee or None))[:_MOST_THEMES]


def _side(kind: str, entries: Sequence[tuple[RegisterEntry, str]], embed: Embed) -> Side:
    vectors = embed([passage_input(entry.text, (heading,) if heading else ())[:_LONGEST] for entry, heading in entries])
    contexts = {
        entry.entry_id: Context(heading, vector=vector)
        for (entry, heading), vector in zip(entries, vectors, strict=True)
    }
    name = entries[0][0].document_id if entries else ""
    record = DocumentRecord(name, name, DocumentKind(kind), DocumentStatus.INDEXED, None, Metadata())
    return side(record, [entry for entry, _ in entries], lambda _record, _entries: contexts)
