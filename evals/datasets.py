"""Annotated reports as typed data: the sample reports of the product and the development set of visit reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from evals.questions import Question, load_training, plain_locator, question_of
from redaction.span import SpanGroup, SpanType

_DEVELOPMENT = "visit-reports"
_STATUS_KEYS = ("status_claimed", "status_verified", "status")
# Groups of the development set: detained persons and relatives, whose exposure does the most harm.
_VULNERABLE = re.compile(r"(?:.*-)?[pr]\d+$")


@dataclass(frozen=True)
class GoldSpan:
    """An identifier that must not be readable after redaction; offsets into its segment.

    Attributes:
        vulnerable: of a detained person or a relative; ``None`` where the data does not say.
        entity: whose it is, one name per person and document; ``None`` where the data does not say.
    """

    start: int
    end: int
    type: SpanType
    vulnerable: bool | None = None
    entity: str | None = None

    @property
    def direct(self) -> bool:
        """Whether it points at one person alone."""
        return self.type.group is SpanGroup.DIRECT


@dataclass(frozen=True)
class Segment:
    """One block of a document with its annotations; ``keep`` are stretches that redaction must leave alone."""

    text: str
    locator: str | None
    spans: tuple[GoldSpan, ...] = ()
    keep: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class GoldEntry:
    """One register entry.

    Attributes:
        statuses: all that may be reported for it, folded, empty where none is known.
        id: the name by which other documents refer to it, such as ``01:3``; empty where it has none.
        claimed, verified: what the authority says and what a visit found, folded, where the data keeps them apart.
        repeats, answers, judges: ids of the entries, mostly of other documents, that it repeats, answers or judges.
        rests_on: locators of the paragraphs of its document that it rests on.
        criteria: provisions as its text cites them.
    """

    kind: str
    number: str | None
    text: str
    locator: str | None
    addressee: str | None = None
    statuses: tuple[str, ...] = ()
    id: str = ""
    themes: tuple[str, ...] = ()
    claimed: str | None = None
    verified: str | None = None
    repeats: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    judges: tuple[str, ...] = ()
    urgency: str | None = None
    due: str | None = None
    response: str | None = None
    rests_on: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True)
class GoldDocument:
    """One annotated document.

    Attributes:
        path: the real file.
        segments: its blocks in reading order.
        kind: of the document; ``None`` where the data does not say.
        earlier: the documents about the same place that came before it, by their numbers, where the data says.
    """

    doc: str
    path: Path
    segments: tuple[Segment, ...]
    metadata: Mapping[str, Any] = field(default_factory=dict)
    entries: tuple[GoldEntry, ...] = ()
    kind: str | None = None
    earlier: tuple[str, ...] = ()

    def direct_values(self) -> set[str]:
        """Return the surfaces of direct identifiers that are not names."""
        return {
            segment.text[span.start : span.end]
            for segment in self.segments
            for span in segment.spans
            if span.direct and span.type is not SpanType.NAME
        }


@dataclass(frozen=True)
class Dataset:
    """Documents and the questions about them."""

    name: str
    documents: tuple[GoldDocument, ...]
    questions: tuple[Question, ...]


def load_samples(directory: Path) -> Dataset:
    """Read the sample reports: ``gold.json`` and ``documents/`` in ``directory``."""
    return _load_built(directory, "samples")


def load_reports(directory: Path) -> Dataset:
    """Read a folder of reports that ``python -m api.samples.build`` has built, called like its last two folders.

    Raises:
        ValueError: the folder holds no such reports.
    """
    directory = directory.resolve()
    if not (directory / "gold.json").is_file():
        raise ValueError(f"no gold.json in the folder {directory.name}: build it with python -m api.samples.build")
    return _load_built(directory, f"{directory.parent.name}/{directory.name}")


def load_with_training(directory: Path) -> Dataset:
    """Read annotated reports as :func:`load_reports` does, with the questions that are for training alone."""
    dataset = load_reports(directory)
    return replace(dataset, questions=(*dataset.questions, *load_training(directory)))


def _load_built(directory: Path, name: str) -> Dataset:
    gold = json.loads((directory / "gold.json").read_text("utf-8"))
    documents = []
    for held in gold["documents"]:
        segments = tuple(
            Segment(
                block["text"],
                block["locator"],
                tuple(map(_span, block["spans"])),
                tuple((start, end) for start, end in block["keep"]),
            )
            for block in held["blocks"]
        )
        doc, path = held["doc"], directory / "documents" / held["file"]
        entries = tuple(_entry(one, f"#{place}") for place, one in enumerate(held["entries"]))
        documents.append(
            GoldDocument(doc, path, segments, held["metadata"], entries, held["kind"], tuple(held.get("earlier", ())))
        )
    return Dataset(name, tuple(documents), tuple(map(question_of, gold["questions"])))


def _span(held: Mapping[str, Any]) -> GoldSpan:
    group = held.get("group")
    return GoldSpan(held["start"], held["end"], SpanType(held["type"]), is_vulnerable(group), group)


def load_visit_reports(shared: Path) -> Dataset | None:
    """Read the development set in ``shared``; ``None`` where it is not there."""
    root = shared / _DEVELOPMENT
    if not root.is_dir():
        return None
    register = json.loads((root / "recommendations.json").read_text("utf-8"))
    documents = tuple(_development_document(root, held) for held in register["documents"])
    lines = (root / "questions.jsonl").read_text("utf-8").splitlines()
    return Dataset(_DEVELOPMENT, documents, tuple(question_of(json.loads(line)) for line in lines if line.strip()))


def _development_document(root: Path, held: Mapping[str, Any]) -> GoldDocument:
    doc = held["doc"]
    blocks = json.loads((root / "gold" / f"{doc}.blocks.json").read_text("utf-8"))
    marks = json.loads((root / "gold" / f"{doc}.spans.json").read_text("utf-8"))
    text = (root / blocks["txt"]).read_text("utf-8")
    segments = tuple(_segment(text, block, marks) for block in blocks["blocks"])
    metadata = {key: held.get(key) for key in ("title", "place", "place_type", "jurisdiction", "inspecting_body")}
    metadata |= {key: held.get(key) for key in ("visit_start", "visit_end", "published")}
    return GoldDocument(doc, root / blocks["file"], segments, metadata, tuple(map(_entry, held["entries"])))


def _segment(text: str, block: Mapping[str, Any], marks: Mapping[str, Any]) -> Segment:
    start, end = block["start"], block["end"]

    def inside(found: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        return [mark for mark in found if start <= mark["start"] and mark["end"] <= end]

    spans = tuple(
        GoldSpan(
            mark["start"] - start,
            mark["end"] - start,
            SpanType(mark["type"]),
            is_vulnerable(mark["group"]),
            mark["group"],
        )
        for mark in inside(marks["spans"])
    )
    keep = tuple((mark["start"] - start, mark["end"] - start) for mark in inside(marks["keep"]))
    return Segment(text[start:end], plain_locator(block["locator"]), spans, keep)


def is_vulnerable(group: str | None) -> bool | None:
    """Say whether a group of annotations is of a detained person or a relative: ``p1``, ``07-r2``."""
    return bool(_VULNERABLE.match(group)) if group else None


def _entry(held: Mapping[str, Any], unnumbered: str = "") -> GoldEntry:
    """Read an entry; ``unnumbered`` names one that has neither id nor number, so that its links are known apart."""
    statuses = [str(held[key]).casefold() for key in _STATUS_KEYS if held.get(key)]
    name = str(held.get("id") or held.get("number") or unnumbered)
    return GoldEntry(
        kind={"request": "request_for_information"}.get(held["kind"], held["kind"]),
        number=held.get("number"),
        text=held["text"],
        locator=plain_locator(held.get("locator")),
        addressee=held.get("addressee"),
        statuses=tuple(statuses),
        id=name if not name or ":" in name else f"{held['doc']}:{name}",
        themes=tuple(held.get("themes") or ()),
        claimed=held.get("status_claimed"),
        verified=held.get("status_verified"),
        urgency=held.get("urgency"),
        due=held.get("due"),
        response=held.get("response") or None,
        **{key: tuple(held.get(key) or ()) for key in ("repeats", "answers", "judges", "rests_on", "criteria")},
    )
