"""An invented text under the title of the Optional Protocol: 37 short articles, in every form that the reader takes."""

from __future__ import annotations

import json

from ingest.report import BlockKind, ParsedBlock, ParsedReport

TITLE = "Optional Protocol to the Convention against Torture"
PREAMBLE = "The States Parties to this sample, Wishing to test a reader, Have agreed as follows:"
SPECIAL = {
    3: ["1. Lamps shall be lit.", "2. Doors shall be kept:", "(a) Open at noon;", "(b) Closed at night, as paragraph 2",
        "(a) above provides.", "3. Keys:", "(a) Are of brass:", "(i) In the north;", "(ii) In the south;",
        "(b) Are counted."],
    5: ["Gardens shall contain:"] + [f"({letter}) Plant {letter};" for letter in "abcdefghij"],
    7: ["A reader looks at article 4 of this sample.", "Article 8 of the same sample says nothing of it."],
}  # fmt: skip


def body(article: int) -> list[str]:
    """The lines of an article."""
    return SPECIAL.get(article, [f"Sentence number {article} of the sample is short."])


def plain() -> str:
    """As plain text, with parts, page numbers, a closing formula and a second language."""
    lines = [TITLE.upper(), "", "PREAMBLE", PREAMBLE, "PART I", "GENERAL MATTERS", ""]
    for article in range(1, 38):
        if article == 5:
            lines += ["PART II", "OF GARDENS", "- 12 -"]
        lines += [f"Article {article}", *body(article), ""]
    lines += ["IN WITNESS WHEREOF the undersigned signed.", "", "Artikel 1", "Zin nummer een."]
    return "\n".join(lines)


def markdown() -> str:
    """As bilingual Markdown with links and editors' remarks."""
    lines = [
        "##Facultatief Protocol bij het Verdrag",
        "",
        f"####{TITLE}",
        "",
        f"PREAMBLE{PREAMBLE}",
        "### PART  I ",
        "",
    ]
    lines += ["####GENERAL MATTERS", ""]
    for article in range(1, 38):
        if article == 5:
            lines += ["### PART  II ", "", "####OF GARDENS", ""]
        lines += [f"### Article  {article}  ", "", "Treedt in werking op een nader te bepalen tijdstip ", ""]
        lines += [line.replace("sample", "[sample](../a/b.md)") + "  \n" for line in body(article)]
    lines += ["####Facultatief Protocol bij het Verdrag", "", "PREAMBULEDe Staten", "### Artikel  1", "", "Zin een."]
    return "\n".join(lines)


def articles_json() -> str:
    """As JSON per article."""
    listed = [{"article": number, "text": " \n".join(body(number))} for number in range(1, 38)]
    return json.dumps({"id": "OPCAT", "title": TITLE, "articles_en": listed, "articles_nl": []})


def parsed(*, merged: bool = False) -> ParsedReport:
    """As a parsed file; ``merged`` runs the lines of each article together, as readers of PDF and HTML may."""
    blocks = [ParsedBlock(BlockKind.HEADING, TITLE, 1, 1), ParsedBlock(BlockKind.PARAGRAPH, PREAMBLE, 1)]
    for article in range(1, 38):
        if article in (1, 5):
            blocks.append(ParsedBlock(BlockKind.HEADING, "PART I" if article == 1 else "PART II", 1, 2))
            blocks.append(ParsedBlock(BlockKind.HEADING, "GENERAL MATTERS" if article == 1 else "OF GARDENS", 1, 2))
        blocks.append(ParsedBlock(BlockKind.HEADING, f"Article {article}", 1, 3))
        lines = [" ".join(body(article))] if merged else body(article)
        blocks += [ParsedBlock(BlockKind.PARAGRAPH, line, 1) for line in lines]
        blocks.append(ParsedBlock(BlockKind.FOOTER, "Article 99", 1))
    return ParsedReport(tuple(blocks))
