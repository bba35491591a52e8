"""A folder of sources becomes documents and a gold standard, and what is wrong in it is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.samples.build import build
from api.samples.gold import entry_id
from api.samples.source import read_source, rich

FRONT = """---
title: Visit to Sandholm House
file: {file}
format: {format}
kind: visit_report
place: Sandholm House
place_type: care home
inspecting_body: Board of Quiet Visits
visit_start: 2024-03-04
visit_end: 2024-03-05
published: 2024-06-01
previous_visit: 2021
header:{space}
footer: {{{{KEEP|Board of Quiet Visits}}}}
{more}---
"""
BODY = """# Visit to {{KEEP|Sandholm House}}

%entry kind=finding; number=F1; from=Doors; to=were locked.; themes=safety
1. Lunch was hot. Doors were locked. Mr [[NAME:p1|Odd Vang]] waited.[^1]

%entry kind=recommendation; number=1; addressee=Manager; urgency=immediate; due=soon; rests_on=1; from=The; to=open.
%entry kind=request_for_information; id=Q1; from=Please; criteria=Article 22 of OPCAT
2. The manager should keep one door open. Please tell us; a letter will do (Article 22 of OPCAT).

#. Weigh every resident.

- Offer fruit.

#. Mend the lift.

| No. | Deficiency | Measure | By |
|---|---|---|---|
%entry kind=deficiency; number=1; id=D1
| 1 | Cold rooms | Heat them | Region |

[^1]: He gave his {{KEEP|consent}}.
"""
ANSWER = """# Reply

%entry kind=response; number=1; answers=01:1,01:Q1; status=accepted; response=Done
1. Done.

%entry kind=recommendation; number=2; repeats=01:1
2. Keep it open.
"""


def write(folder: Path, name: str, body: str, kind: str, *, more: str = "") -> None:
    suffix = {"markdown": "md", "text": "txt", "scan": "pdf"}.get(kind, kind)
    front = FRONT.format(file=f"{name}.{suffix}", format=kind, more=more, space=" ")
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / f"{name}.txt").write_text(front + body, "utf-8")


def built(folder: Path) -> dict[str, Any]:
    build(folder)
    held: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    return held


def test_entries_have_all_that_the_register_has(tmp_path: Path) -> None:
    write(tmp_path, "01-visit", BODY, "text")
    write(tmp_path, "02-reply", ANSWER, "markdown", more="earlier: 01\n")
    visit, reply = built(tmp_path)["documents"]
    finding, asked, request, deficiency = visit["entries"]
    assert finding["text"] == "Doors were locked."
    assert asked["text"] == "The manager should keep one door open."
    assert {key: asked[key] for key in ("urgency", "due", "rests_on", "addressee")} == {
        "urgency": "immediate",
        "due": "soon",
        "rests_on": ["1"],
        "addressee": "Manager",
    }
    assert request["text"] == "Please tell us; a letter will do (Article 22 of OPCAT)."
    assert (request["number"], entry_id(request), request["criteria"]) == (None, "01:Q1", ["Article 22 of OPCAT"])
    assert deficiency["text"] == "1 | Cold rooms | Heat them | Region"
    assert visit["metadata"]["previous_visit"] == "2021"
    assert visit["metadata"]["jurisdiction"] is None
    assert (reply["earlier"], reply["entries"][0]["answers"]) == (["01"], ["01:1", "01:Q1"])
    assert reply["entries"][1]["repeats"] == ["01:1"]
    (name,) = [span for block in visit["blocks"] for span in block["spans"]]
    assert name["group"] == "p1"


def test_a_list_is_numbered_by_the_format_and_not_in_the_text(tmp_path: Path) -> None:
    for kind in ("text", "markdown", "html"):
        write(tmp_path, "01-visit", BODY, kind)
        blocks = built(tmp_path)["documents"][0]["blocks"]
        assert "Mend the lift." in [block["text"] for block in blocks]
    texts = {path.suffix: path.read_text("utf-8") for path in (tmp_path / "documents").iterdir()}
    assert "2. Mend the lift." in texts[".txt"]
    assert "- Offer fruit.\n\n2. Mend the lift." in texts[".md"]
    assert "| 1 | Cold rooms | Heat them | Region |" in texts[".md"]
    assert '<ol start="2">\n<li>Mend the lift.</li>\n</ol>' in texts[".html"]


def test_word_numbers_the_list(tmp_path: Path) -> None:
    import docx

    write(tmp_path, "01-visit", BODY, "docx")
    built(tmp_path)
    document = docx.Document(str(tmp_path / "documents" / "01-visit.docx"))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert (styles["Mend the lift."], styles["Offer fruit."]) == ("List Number", "List Bullet")
    assert document.core_properties.author == "Board of Quiet Visits"


def test_a_pdf_prints_its_footnotes_and_wide_tables(tmp_path: Path) -> None:
    import pypdfium2

    write(tmp_path, "01-visit", BODY.replace("| No. | Def", "| Point of the list | Def"), "pdf", more="font: sans\n")
    built(tmp_path)
    document = pypdfium2.PdfDocument(tmp_path / "documents" / "01-visit.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "He gave his consent." in text
    assert "2. Mend the lift." in text
    assert "Heat them" in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("from=Doors", "from=Windows", "no such text in the block"),
        ("kind=finding", "kind=rumour", "no known kind"),
        ("urgency=immediate", "haste=great", "no such key: haste"),
        ("number=1; addressee", "number=1; repeats=07:3; addressee", "leads nowhere: 07:3"),
        ("[^1]: He", "%entry kind=finding; number=F2\n[^1]: He", "no entry can stand before"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in BODY
    write(tmp_path, "01-visit", BODY.replace(old, new), "text")
    with pytest.raises(ValueError, match=said):
        built(tmp_path)


def test_a_link_must_lead_to_one_entry(tmp_path: Path) -> None:
    write(tmp_path, "01-visit", BODY.replace("id=Q1", "number=1"), "text")
    write(tmp_path, "02-reply", ANSWER.replace(",01:Q1", ""), "text")
    with pytest.raises(ValueError, match="leads to two entries: 01:1"):
        built(tmp_path)


def test_an_earlier_document_must_be_there(tmp_path: Path) -> None:
    write(tmp_path, "02-reply", "# Reply\n", "text", more="earlier: 09\n")
    with pytest.raises(ValueError, match="leads nowhere: 09"):
        built(tmp_path)


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no sources"):
        build(tmp_path)


def test_a_mark_says_whose_it_is() -> None:
    marks = rich("[[NAME:r12|Una]] and [[NAME|Ivo]]").marks
    assert [(mark.group, mark.end - mark.start) for mark in marks] == [("r12", 3), (None, 3)]


def test_an_entry_as_a_whole_is_boxed_and_a_sentence_is_not(tmp_path: Path) -> None:
    write(tmp_path, "01-visit", BODY, "html")
    blocks = read_source(tmp_path / "sources" / "01-visit.txt").blocks
    assert [block.cells[0].text for block in blocks if block.boxed] == ["1"]


@pytest.mark.parametrize("published", ["2024-06-01", "2024-06", "2024"])
@pytest.mark.parametrize("kind", ["docx", "scan"])
def test_a_date_of_publication_may_lack_its_day(tmp_path: Path, kind: str, published: str) -> None:
    write(tmp_path, "01-visit", "# Visit to {{KEEP|Sandholm House}}\n\nLunch was hot.\n", kind)
    (source,) = (tmp_path / "sources").iterdir()
    source.write_text(source.read_text("utf-8").replace("2024-06-01", published), "utf-8")
    assert built(tmp_path)["documents"][0]["metadata"]["published"] == published
    assert read_source(source).moment.isoformat()[: len(published)] == published
