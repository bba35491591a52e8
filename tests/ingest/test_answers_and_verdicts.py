"""Answers, verdicts and repetitions find what they are about, by numbers, citations, wording and order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.links.entries import LINK_THRESHOLD, link
from ingest.links.sides import Around
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from redaction.text import public_text

_LINE = re.compile(
    r"(?P<side>[EL]) (?P<kind>\w+) (?P<number>.*?)(?: @(?P<at>\S+))?(?: v=(?P<found>.*?))? : (?P<text>.*)"
)
# What no number, word or order tells: it takes vectors, or a person.
_BY_MEANING = {
    "follow-up in own words": {"L1", "L2", "L3", "L4", "L5", "L6"},
    "summaries are no link": {"L4"},
    "ministry letter by headings, repeats the wording in part": {"L3"},
    "table of verdicts, old numbers and own short words": {"L6"},
    "paraphrase, no numbers, same order": {"L1", "L2", "L3", "L4", "L5"},
    "paraphrase across ten": {f"L{number}" for number in range(1, 9)},
    "lists of unequal length, no numbers": {"L1", "L2", "L3", "L4"},
    "inspectorate expectations repeated": {"L1", "L3"},
    "other place type words": {"L1", "L3"},
    "letter in prose, no numbers at all": {"L1", "L2", "L3", "L4"},
    "follow-up table with verdict words and one repeated": {"L5", "L6"},
    "long follow-up with all kinds": {"L9"},
    "table rows in order, short forms": {"L1", "L2", "L3", "L4", "L5"},
}
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


@pytest.mark.parametrize("head", CASES)
def test_links(head: str) -> None:
    name, _, kind = (part.strip() for part in head.partition("|"))
    follow_up = kind == "visit_report"
    early = record("early", DocumentKind.VISIT_REPORT, 2021, None)
    late = record("late", DocumentKind(kind), 2023 if follow_up else 2021, "2021-03-01" if follow_up else None)
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
    found = link([(late, held["L"]), (early, held["E"])], around=Around(under=lambda _: {}))
    certain = {(each.from_entry, each.to_entry) for each in found if each.confidence >= LINK_THRESHOLD}
    assert certain <= wanted
    assert {source for source, _ in wanted - certain} <= _BY_MEANING.get(name, set())
