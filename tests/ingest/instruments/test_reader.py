from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from ingest.errors import NotAnInstrument
from ingest.instruments.instrument import Instrument
from ingest.instruments.reader import read_instrument
from ingest.instruments.reference import parse_reference
from ingest.report import ParsedReport

sys.path.insert(0, str(Path(__file__).parent))

import invented_treaty as invented

_FORMS: dict[str, tuple[str, bytes | ParsedReport]] = {
    "text": ("text", invented.plain().encode()),
    "markdown": ("markdown", invented.markdown().encode()),
    "json": ("json", invented.articles_json().encode()),
    "json taken for text": ("text", invented.articles_json().encode()),
    "parsed": ("pdf", invented.parsed()),
    "parsed, lines merged": ("html", invented.parsed(merged=True)),
    "parsed text": ("docx", invented.parsed()),
}


def _texts(instrument: Instrument) -> dict[str, str]:
    return {str(provision.reference)[6:]: provision.text for provision in instrument.provisions}


@pytest.mark.parametrize("form", _FORMS)
def test_every_form_gives_the_same_provisions(form: str) -> None:
    media, data = _FORMS[form]
    instrument = read_instrument("file", media, data)
    assert instrument.id == "OPCAT"
    assert instrument.missing == ()
    assert [ref.head for ref in instrument.articles] == [str(number) for number in range(1, 38)]
    texts = _texts(instrument)
    assert texts["1"] == "Sentence number 1 of the sample is short."
    assert texts["3(1)"] == "Lamps shall be lit."
    assert texts["3(2)"] == "Doors shall be kept:"
    assert texts["3(2)(b)"] == "Closed at night, as paragraph 2 (a) above provides."
    assert texts["3(3)(a)"] == "Are of brass:"
    assert texts["3(3)(a)(ii)"] == "In the south;"
    assert texts["3(3)(b)"] == "Are counted."
    assert texts["5(h)"] == "Plant h;"
    assert texts["5(i)"] == "Plant i;"
    assert texts["5(j)"] == "Plant j;"
    assert texts["7"].endswith("Article 8 of the same sample says nothing of it.")
    assert texts["37"] == "Sentence number 37 of the sample is short."
    assert not any("Zin" in text or "witness" in text.lower() for text in texts.values())


@pytest.mark.parametrize("form", ["text", "markdown", "parsed"])
def test_parts_headings_and_leads(form: str) -> None:
    media, data = _FORMS[form]
    instrument = read_instrument("file", media, data)
    assert _texts(instrument)["PREAMBLE"] == invented.PREAMBLE
    by_reference = {str(provision.reference): provision for provision in instrument.provisions}
    assert by_reference["OPCAT:4"].part == "PART I, GENERAL MATTERS"
    assert by_reference["OPCAT:5(a)"].part == "PART II, OF GARDENS"
    assert by_reference["OPCAT:5(a)"].heading == "OF GARDENS"
    assert by_reference["OPCAT:3(3)(a)(i)"].lead == ("Keys:", "Are of brass:")
    assert by_reference["OPCAT:5(a)"].locator == "art. 5(a)"


def test_text_of_an_article_without_words_of_its_own() -> None:
    instrument = read_instrument("file", *_FORMS["text"])
    text = instrument.text_of(parse_reference("OPCAT:3"))
    assert text.splitlines()[:3] == ["1. Lamps shall be lit.", "2. Doors shall be kept:", "(a) Open at noon;"]
    assert instrument.text_of(parse_reference("OPCAT:3(3)(a)(i)")) == "In the north;"
    assert instrument.text_of(parse_reference("OPCAT:3(9)")) == ""


def _without(text: str, *articles: int) -> bytes:
    for article in articles:
        text = text.replace(f"Article {article}\n", f"Clause {article}\n")
    return text.encode()


@pytest.mark.parametrize(
    ("media", "data"),
    [
        ("text", b""),
        ("text", b"Report on a visit under the Optional Protocol to the Convention against Torture\n1. We went."),
        ("text", invented.plain().replace("OPTIONAL PROTOCOL", "SHORT NOTE").replace("CONVENTION", "STORY").encode()),
        ("text", _without(invented.plain(), *range(20, 38))),
        ("text", invented.plain().replace("AGAINST TORTURE", "ON THE RIGHTS OF THE CHILD").encode()),
        ("markdown", b"Artikel 1\nTekst"),
        ("text", b"\xff\xfe\x00\x01"),
        ("json", b"{}"),
        ("json", b"[1, 2]"),
        ("json", b"{not json"),
        ("json", b"[" * 100_000),
        ("json", json.dumps({"title": invented.TITLE, "articles_en": [{"article": "one", "text": 5}]}).encode()),
        ("pdf", b"%PDF-1.7"),
        ("pdf", ParsedReport(())),
    ],
)
def test_anything_else_is_refused(media: str, data: bytes | ParsedReport) -> None:
    with pytest.raises(NotAnInstrument) as refusal:
        read_instrument("file", media, data)
    assert refusal.value.hint
    assert "We went" not in str(refusal.value)


def test_missing_articles_are_named() -> None:
    text = invented.plain().replace("Article 36\nSentence number 36 of the sample is short.\n", "")
    assert read_instrument("file", "text", text.encode()).missing == (36,)


# ---- the published texts ----

_COUNTS = {"OPCAT": 37, "CAT": 33, "ICCPR": 53, "CRC": 54, "CRPD": 50, "CED": 45, "ECHR": 59, "ECPT": 23, "UDHR": 30}


def _shared(folder: str, pattern: str) -> list[Path]:
    shared = os.environ.get("OPCAT_SHARED")
    if not shared:
        pytest.skip("OPCAT_SHARED is unset: the official texts are not at hand")
    return sorted(Path(shared, "instruments", folder).glob(pattern))


@pytest.mark.shared
def test_published_markdown_and_json_agree() -> None:
    published = [read_instrument(p.name, "markdown", p.read_bytes()) for p in _shared("treaties", "*.md")]
    assert {i.id: len(i.articles) for i in published} == _COUNTS
    assert all(not i.missing and i.provisions[0].reference.head == "PREAMBLE" for i in published)
    by_id = {i.id: i for i in published}
    for path in _shared("articles", "*.json"):
        per_article = read_instrument(path.name, "json", path.read_bytes())
        other = {p.reference: p.text for p in by_id[per_article.id].provisions if p.reference.head.isdigit()}
        assert {p.reference: p.text for p in per_article.provisions} == other


@pytest.mark.shared
@pytest.mark.parametrize("media", ["html", "pdf", "docx"])
def test_published_protocol_from_other_formats(media: str, tmp_path: Path) -> None:
    path = next(p for p in _shared("treaties", "OPCAT*.md"))
    official = read_instrument(path.name, "markdown", path.read_bytes())
    from ingest.intake.file import take_in_bytes
    from ingest.readers import read

    file = take_in_bytes(f"opcat.{media}", _rendered(official, media))
    assert file.media == media
    again = read_instrument(file.name, file.media, read(file))
    expected = {str(p.reference): p.text for p in official.provisions}
    found = {str(p.reference): p.text for p in again.provisions}
    assert again.missing == ()
    assert found.keys() == expected.keys()
    assert [ref for ref in expected if found[ref] != expected[ref]] == []


def _paragraphs(instrument: Instrument) -> list[tuple[str, str]]:
    """Kind and text of each paragraph as an official print lays them out."""
    out = [("title", "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading")]
    out[0] = ("title", out[0][1] + " Treatment or Punishment")
    article, part = "", ""
    for provision in instrument.provisions:
        if provision.reference.head == "PREAMBLE":
            out += [("heading", "PREAMBLE"), ("text", provision.text)]
            continue
        if provision.part != part:
            part = provision.part
            number, _, title = part.partition(", ")
            out += [("heading", number), ("heading", title)]
        if provision.reference.head != article:
            article = provision.reference.head
            out.append(("heading", f"Article {article}"))
        mark = provision.reference.parts[-1] if provision.reference.parts else ""
        opened = {p.reference for p in instrument.provisions}
        lead = ""
        if len(provision.reference.parts) == 2 and mark == "a" and provision.reference.parent not in opened:
            lead = f"{provision.reference.parts[0]}. "
        prefix = f"{mark}. " if mark.isdigit() else f"({mark}) " if mark else ""
        out.append(("text", lead + prefix + provision.text))
    return out


def _rendered(instrument: Instrument, media: str) -> bytes:
    import io
    from html import escape

    paragraphs = _paragraphs(instrument)
    if media == "html":
        tags = {"title": "h1", "heading": "h3", "text": "p"}
        inner = "\n".join(f"<{tags[kind]}>{escape(text)}</{tags[kind]}>" for kind, text in paragraphs)
        return f"<!DOCTYPE html><html><head><title>OPCAT</title></head><body>{inner}</body></html>".encode()
    buffer = io.BytesIO()
    if media == "docx":
        import docx

        document = docx.Document()
        for kind, text in paragraphs:
            if kind == "text":
                document.add_paragraph(text)
            else:
                document.add_heading(text, 1 if kind == "title" else 2)
        document.save(buffer)
        return buffer.getvalue()
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    names = {"title": "Title", "heading": "Heading3", "text": "BodyText"}
    SimpleDocTemplate(buffer).build([Paragraph(escape(text), styles[names[kind]]) for kind, text in paragraphs])
    return buffer.getvalue()
