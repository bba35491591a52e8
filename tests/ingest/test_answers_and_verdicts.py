"""Answers, verdicts and repetitions find what they are about, by numbers, citations, wording and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from ingest.embedding.embedder import ShippedEmbedder
from ingest.links.entries import LINK_THRESHOLD, link
from ingest.links.sides import Context
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from redaction.text import public_text

_LINE = re.compile(
    r"(?P<side>[EL]) (?P<kind>\w+) (?P<number>.*?)(?: @(?P<at>\S+))?(?: v=(?P<found>.*?))? : (?P<text>.*)"
)
_TEXT = Path(__file__).with_name("answers_and_verdicts.txt").read_text("utf-8")
CASES = {block.partition("\n")[0]: block.partition("\n")[2] for block in _TEXT.split("\n== ")[1:]}


def record(name: str, kind: DocumentKind, year: int, previous: str | None) -> DocumentRecord:
    metadata = Metadata(
        place="Elm Prison",
        inspecting_body="Visiting Board",
        jurisdiction="Norland",
        visit_start=f"{year}-03-01",
        visit_end=f"{year}-03-03",
        published="2021-06-01" if previous is None and kind is DocumentKind.VISIT_REPORT else "2023-05-01",
        previous_visit=previous,
    )
    return DocumentRecord(name, name, kind, DocumentStatus.INDEXED, None, metadata)


@cache
def vectors() -> dict[str, npt.NDArray[np.float32]]:
    texts = list(dict.fromkeys(line.partition(" : ")[2].partition("=>")[0].strip() for line in _TEXT.splitlines()))
    return dict(zip(texts, ShippedEmbedder(threads=1).embed_passages(texts), strict=True))


def around(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> dict[str, Context]:
    return {one.entry_id: Context(vector=vectors()[str.__str__(one.text)]) for one in entries}


def linked(head: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the certain links of a case and those that it wants."""
    follow_up = head.partition("|")[2].strip() == "visit_report"
    early = record("early", DocumentKind.VISIT_REPORT, 2021, None)
    late_kind = DocumentKind.VISIT_REPORT if follow_up else DocumentKind.RESPONSE
    late = record("late", late_kind, 2023 if follow_up else 2021, "2021-03-01" if follow_up else None)
    held: dict[str, list[RegisterEntry]] = {"E": [], "L": []}
    wanted: set[tuple[str, str]] = set()
    for line in CASES[head].splitlines():
        match = _LINE.fullmatch(line)
        assert match is not None, line
        own = held[match["side"]]
        text, _, places = match["text"].partition("=>")
        entry_id = f"{match['side']}{len(own) + 1}"
        number = None if match["number"] == "None" else match["number"]
        document = late if match["side"] == "L" else early
        own.append(
            RegisterEntry(
                *(entry_id, document.document_id, None, number, match["kind"], public_text(text.strip())),
                locator=match["at"] or f"section: X, para {len(own)}",
                status_verified=match["found"],
            )
        )
        wanted |= {(entry_id, f"E{place}") for place in places.split()}
    found = link([(late, held["L"]), (early, held["E"])], around=around)
    return {(each.from_entry, each.to_entry) for each in found if each.confidence >= LINK_THRESHOLD}, wanted


def test_cases_that_nothing_was_trained_on() -> None:
    found = [linked(head) for head in CASES]
    right = sum(len(certain & wanted) for certain, wanted in found)
    assert right >= 0.93 * sum(len(certain) for certain, _ in found)
    assert right >= 0.95 * sum(len(wanted) for _, wanted in found)


@pytest.mark.parametrize(
    "head", [head for head in CASES if "paragraph by paragraph" in head or "answers by letter" in head]
)
def test_numbers_that_are_borne_and_cited_leave_no_doubt(head: str) -> None:
    certain, wanted = linked(head)
    assert certain == wanted
