"""The sample documents hold what their sources say, and the gold standard holds what the documents say."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from typing import Any

import pytest

from api.samples import SAMPLES, sample_documents
from api.samples.gold import gold, source_hash
from api.samples.source import Source, read_source, rich

DIRECT = {"NAME", "ID", "CONTACT", "DOB", "ADDRESS", "CELL", "PLATE"}
QUASI = {"AGE", "NATIONALITY", "DATE_PERSONAL", "ROLE_UNIQUE", "HEALTH_RARE", "INDIRECT"}
SOURCES = [read_source(path) for path in sorted((SAMPLES / "sources").glob("[0-9]*.txt"))]
GOLD: dict[str, Any] = json.loads((SAMPLES / "gold.json").read_text("utf-8"))
READABLE = [source for source in SOURCES if source.about["format"] != "scan"]


def words(text: str) -> str:
    """Fold everything that differs between formats: white space and the joints of table cells."""
    return re.sub(r"[\s|*]+", "", text)


def document_text(path: Path) -> str:
    """Read a document with something else than the product's readers."""
    if path.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        # A hyphen at the end of a line comes out as U+FFFE or U+0002.
        return re.sub("[\ufffe\u0002]\\s*", "-", "\n".join(pages))
    if path.suffix == ".docx":
        archive = zipfile.ZipFile(path)
        parts = [name for name in archive.namelist() if re.match(r"word/(document|header|footer|foot|comm)", name)]
        roots = [ElementTree.fromstring(archive.read(name)) for name in parts]
        authors = [value for root in roots for node in root.iter() for key, value in node.items() if "author" in key]
        return " ".join([text for root in roots for text in root.itertext()] + authors)
    return html.unescape(re.sub(r"<[^>]+>", " ", path.read_text("utf-8")))


@pytest.mark.parametrize("source", READABLE, ids=lambda source: source.doc)
def test_document_says_what_its_source_says(source: Source) -> None:
    text = words(document_text(SAMPLES / "documents" / source.about["file"]))
    for block in source.blocks:
        for cell in block.cells:
            assert words(cell.text) in text, f"run python -m api.samples.build: {cell.text[:60]}"


def test_scan_is_a_picture_of_the_current_source() -> None:
    import pypdfium2

    (scan,) = [source for source in SOURCES if source.about["format"] == "scan"]
    document = pypdfium2.PdfDocument(SAMPLES / "documents" / scan.about["file"])
    assert all(not page.get_textpage().get_text_range().strip() for page in document)
    document.close()


def test_gold_is_built_from_the_current_sources() -> None:
    folder = SAMPLES / "sources"
    assert json.loads(json.dumps(gold(SOURCES, folder / "questions.jsonl", folder))) == GOLD
    for document in GOLD["documents"]:
        path = next(folder.glob(f"{document['doc']}-*.txt"))
        assert document["source_sha256"] == source_hash(path)


def test_every_identifier_type_and_format_is_there() -> None:
    spans = [span for document in GOLD["documents"] for block in document["blocks"] for span in block["spans"]]
    assert {span["type"] for span in spans} == DIRECT | QUASI
    assert {path.suffix for path in sample_documents()} == {".pdf", ".docx", ".html", ".md", ".txt"}
    assert sum(path.stat().st_size for path in sample_documents()) < 600_000


def test_gold_offsets_hold_text() -> None:
    for document in GOLD["documents"]:
        for block in document["blocks"]:
            stretches = [(span["start"], span["end"]) for span in block["spans"]] + [tuple(k) for k in block["keep"]]
            for start, end in stretches:
                assert 0 <= start < end <= len(block["text"])
                assert block["text"][start:end] == block["text"][start:end].strip()


def test_evidence_of_each_question_is_in_its_document_and_names_nobody() -> None:
    blocks = {document["doc"]: document["blocks"] for document in GOLD["documents"]}
    assert len({question["id"] for question in GOLD["questions"]}) == len(GOLD["questions"]) >= 20
    for question in GOLD["questions"]:
        assert bool(question["gold"] or question.get("provisions")) is not question["must_abstain"]
        for evidence in question["gold"]:
            found = [block for block in blocks[evidence["doc"]] if evidence["quote"] in block["text"]]
            assert found, evidence
            start = found[0]["text"].index(evidence["quote"])
            end = start + len(evidence["quote"])
            direct = [span for span in found[0]["spans"] if span["type"] in DIRECT]
            assert not [span for span in direct if span["start"] < end and start < span["end"]], evidence


def test_recommendations_are_numbered_as_printed() -> None:
    for document in GOLD["documents"]:
        for entry in document["entries"]:
            if entry["kind"] == "recommendation":
                printed = entry["locator"].removeprefix("Recommendation ")
                assert printed == entry["number"], entry


def nhs_valid(number: str) -> bool:
    """Weights 10 to 2, 11 minus the sum modulo 11 (NHS data dictionary)."""
    digits = [int(character) for character in number if character.isdigit()]
    check = 11 - sum(a * b for a, b in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and check % 11 == digits[9]


def test_numbers_with_check_digits_are_valid() -> None:
    text = "\n".join(block["text"] for document in GOLD["documents"] for block in document["blocks"])
    found = {
        "nhs": re.findall(r"NHS number ([\d ]{10,12}\d)", text),
        "pnc": re.findall(r"PNC (\d{4})/(\d{7})([A-Z])", text),
        "hetu": re.findall(r"\b(\d{6})[-A](\d{3})([0-9A-Y])\b", text),
    }
    assert all(found.values())
    assert all(nhs_valid(number) for number in found["nhs"])
    for year, serial, letter in found["pnc"]:
        assert letter == "ZABCDEFGHJKLMNPQRTUVWXY"[int(year[2:] + serial) % 23]
    for born, serial, check in found["hetu"]:
        assert check == "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(born + serial) % 31]


def test_mark_up_is_taken_out() -> None:
    found = rich("Ms [[NAME|Ann Bee]] saw {{KEEP|4}} **cells**.[^1]")
    assert found.text == "Ms Ann Bee saw 4 cells."
    assert [(found.text[mark.start : mark.end], mark.type) for mark in found.marks] == [
        ("Ann Bee", "NAME"),
        ("4", "KEEP"),
    ]
    assert found.notes == ((23, "1"),)
    assert [found.text[start:end] for start, end in found.bold] == ["cells"]


def test_a_row_is_split_at_its_own_bars_only(tmp_path: Path) -> None:
    path = tmp_path / "99-x.txt"
    path.write_text("---\nheader: \nfooter: \n---\n| a | [[NAME|Jo Cox-Ray]] | {{KEEP|3}} |\n|---|---|---|\n", "utf-8")
    (row,) = read_source(path).blocks
    assert [cell.text for cell in row.cells] == ["a", "Jo Cox-Ray", "3"]
