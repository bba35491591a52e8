"""Official texts of treaties into provisions, from Markdown, JSON, plain text and parsed PDF, HTML or DOCX.

Deny by default: a file is an instrument only if its title says so and if nearly all of its articles are found, numbered
from 1 without disorder.
"""

from __future__ import annotations

import re
from typing import NoReturn

from ingest.errors import NotAnInstrument
from ingest.instruments.instrument import Instrument
from ingest.instruments.outline import Outline
from ingest.instruments.register_of_texts import KnownText, recognise
from ingest.instruments.source_lines import Line, lines_of_json, lines_of_report, lines_of_text
from ingest.report import ParsedReport

_ARTICLE = re.compile(r"(?:Article|ARTICLE|Art\.)\s*(\d{1,3})\b\s*\*?\s*(.*)")
_PART = re.compile(r"(PART|CHAPTER|SECTION|TITLE)\s+([IVX]{1,5}|\d{1,2}|[A-Z])\b[\s.:–—-]*(.{0,120})", re.IGNORECASE)
_PREAMBLE = re.compile(r"\s*PREAMBLE[\s.:]*(?=[A-Z]|$)|\s*Preamble\b[\s.:]*", re.ASCII)
_PREAMBLE_OPENS = re.compile(r"The (?:States Parties|member States|Governments|General Assembly)\b|Whereas\b")
_CLOSES = re.compile(r"(?:IN (?:WITNESS|FAITH)\b|In (?:witness|faith) (?:whereof|thereof)\b|D(?:ONE|one) (?:at|in) )")
_OTHER_LANGUAGE = re.compile(r"(?:Artikel|DEEL|Deel|TITEL|HOOFDSTUK|Hoofdstuk|Bijlage|Artículo|Статья)\b")
_ANNEX = re.compile(r"(?:ANNEX|Annex)\b.{0,80}")
_TITLE_LINES = 80
_COMPLETE = 0.9
"""Share of the articles that must be there: amended editions drop a few; an extract or a report on one has less."""


def read_instrument(name: str, media: str, data: bytes | ParsedReport) -> Instrument:
    """Read an official text.

    Takes the name of the file (a name ending in ``.json`` is read as JSON), its kind as intake found it (``markdown``,
    ``text``, ``json``, ``pdf``, ``html``, ``docx``), and its bytes (``markdown``, ``text``, ``json``) or what a reader
    made of it (any kind).
    Returns the instrument in English; halves in other languages are left out. Raises ``NotAnInstrument``.
    """
    lines = _lines("json" if name.lower().endswith(".json") else media, data)
    known, start = _title(lines)
    if known is None:
        _refuse("no title of a treaty that the product knows was found")
    outline = _read(lines[start:], known)
    found = outline.articles
    missing = tuple(n for n in range(1, known.articles + 1) if n not in found)
    if len(found) < _COMPLETE * known.articles:
        _refuse(f"it is called {known.id} but holds {len(found)} of {known.articles} articles")
    return Instrument(known.id, known.title, outline.provisions(), missing)


def _lines(media: str, data: bytes | ParsedReport) -> tuple[Line, ...]:
    if isinstance(data, ParsedReport):
        return lines_of_report(data)
    if media not in ("markdown", "text", "json"):
        _refuse(f"a {media} file must be parsed first")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse("its text is not UTF-8")
    if media == "json" or text.lstrip()[:1] == "{":
        try:
            return lines_of_json(text)
        except ValueError:
            _refuse("its JSON does not list articles in English")
    return lines_of_text(text)


def _refuse(why: str) -> NoReturn:
    raise NotAnInstrument(
        f"This file is no official text of an instrument: {why}.",
        "Give the complete English text of OPCAT, CAT, ICCPR, CRC, CRPD, CED, ECHR, ECPT or UDHR; "
        "visit reports and other documents are added with 'opcat ingest'.",
    )


def _title(lines: tuple[Line, ...]) -> tuple[KnownText | None, int]:
    """The instrument that the title page names, and the index of the first line after the title page."""
    front = lines[:_TITLE_LINES]
    end = next((position for position, line in enumerate(front) if _starts_body(line)), len(front))
    return recognise(" ".join(line.text for line in lines[:end])), end


def _starts_body(line: Line) -> bool:
    text = line.text
    return bool(
        _PREAMBLE.match(text)
        or (not line.heading and _PREAMBLE_OPENS.match(text))
        or _ARTICLE.fullmatch(text)
        or _OTHER_LANGUAGE.match(text)
        or (_PART.fullmatch(text) and len(text) < 60)
    )


def _read(lines: tuple[Line, ...], known: KnownText) -> Outline:
    outline = Outline(known.id)
    silent = False
    for position, line in enumerate(lines):
        text = line.text
        after = lines[position + 1].text if position + 1 < len(lines) else ""
        article = _ARTICLE.fullmatch(text)
        if article and _is_article(int(article[1]), article[2], line, outline):
            if int(article[1]) <= outline.article:
                break  # numbering starts again: another language, or a protocol printed after the convention
            silent = False
            outline.open_article(int(article[1]))
            _rest_of_article_line(article[2], line, outline)
        elif _OTHER_LANGUAGE.match(text) and (line.heading or len(text) < 40):
            if outline.article:
                break
            silent = True
        elif outline.article == known.articles and _ends(line, outline):
            if not (_ANNEX.fullmatch(text) and (line.heading or len(text) < 40)):
                if line.heading:
                    break
                silent = True
                continue
            silent = False
            outline.open_annex()
        elif silent:
            continue
        elif _PART.fullmatch(text) and (line.heading or len(text) < 60):
            outline.open_part(text)
        elif outline.article == 0 and outline.part == "" and _PREAMBLE.match(text):
            outline.open_preamble(_PREAMBLE.sub("", text, count=1))
        elif outline.article == 0 and outline.part == "" and not outline.opened and _PREAMBLE_OPENS.match(text):
            outline.open_preamble(text)
        else:
            outline.add(text, heading=line.heading, following=after)
    return outline


def _ends(line: Line, outline: Outline) -> bool:
    """Whether a line after the opening of the last article can no longer belong to it."""
    if _CLOSES.match(line.text) or (_ANNEX.fullmatch(line.text) and (line.heading or len(line.text) < 40)):
        return True
    if not line.heading or not outline.has_text:
        return False
    return not (outline.in_annex and line.text.isdigit())


def _is_article(number: int, rest: str, line: Line, outline: Outline) -> bool:
    """Whether a line that starts with "Article N" opens that article, not a sentence that names it."""
    if not rest:
        return True
    in_order = number == outline.article + 1
    if line.heading:
        return in_order or number == 1
    return in_order and bool(re.match(r"[-–—.:]\s*\S|\d+\.\s|\(?a\)|[A-Z“\"]", rest))


def _rest_of_article_line(rest: str, line: Line, outline: Outline) -> None:
    rest = rest.lstrip("-–—.: ")
    if not rest:
        return
    is_title = line.heading or (len(rest.split()) <= 14 and not re.search(r"[.;:,]$", rest))
    outline.add(rest, heading=is_title, following="")
