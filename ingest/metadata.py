"""What a document says of itself: title, place, dates, body, and of which kind it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.bodies import find_body, find_jurisdiction
from ingest.casing import readable
from ingest.cover import read_cover
from ingest.dates import DateSpan, find_dates
from ingest.passage import DocumentKind, Metadata
from ingest.places import place_in_text, place_in_title
from ingest.report import Block, BlockKind, Report
from ingest.taxonomy import place_type_counts, place_type_of
from ingest.title import printed_title
from redaction.text import RedactedText

_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)
_OPENING_BLOCKS = 14
_VISIT = re.compile(
    r"\b(?:inspected|inspection(?:s| dates?)?|visit(?:s|ed|ing)?|monitored|monitoring|fieldwork|on[- ]site|"
    r"carried out|conducted|returned|"
    r"we arrived|mission)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|publication(?: date)?|laid before|tabled|issued|released|date of (?:the )?report|"
    r"report date|adopted|version\s[\d.]+|dated|"
    r"status on|approved)\b",
    re.IGNORECASE,
)
_OTHER_DATE = re.compile(
    r"\b(?:born|since|sent|letter|law|act|ratified|opened|received|previous(?:ly)?|last|earlier|replied|"
    r"reply|recommendations published|due|by|"
    r"until|order|census|months to|year to|as of)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_UNANNOUNCED = re.compile(
    r"\bunannounced|without (?:any )?(?:prior |previous |advance )?(?:notice|announcement|warning)|"
    r"not (?:been )?announced",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\bannounced (?:in advance|beforehand|visit|inspection|follow)|(?:visit|inspection) (?:was|"
    r"had been) announced|(?:announced|notified) (?:\w+ ){0,4}in advance|"
    r"(?:prior|advance) notice (?:was|had been) given|\bnotice of \w+ (?:days|weeks)|(?:days|"
    r"weeks)['’]? notice|inspection type:\s*announced|^\W*announced\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"\b(?:action plan|(?:response|reply|replies|comments|observations) (?:of|to|by|from)|(?:government|"
    r"ministerial|departmental) (?:response|reply)|"
    r"response to|progress report|improvement plan|implementation plan)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:inspection|visit|inspected|visited|monitoring|annual report|thematic|oversight|custody|detention|"
    r"ombuds\w*|preventive mechanism|prison|"
    r"working group|progress review|review of progress|follow-up|working-group)\b",
    re.IGNORECASE,
)
_MANY_PLACES = re.compile(r"\bplaces of (?:detention|deprivation)|\bannual report\b|\bthematic\b", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:arrived?|began|begun|started|commenced|opened|from|since)\b[^.]{0,30}$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Article|Rule|Principle)\s+\d{1,3}\b", re.IGNORECASE)
_PRIVATE_DATE = re.compile(r"\b(?:letter|note|call|reply|act|law)\b", re.IGNORECASE)
_LEAST_PLACE_WORDS = 3
_ARTICLES_FOR_INSTRUMENT = 8


def read_metadata(report: Report[RedactedText], source: str, kind: DocumentKind, body: str | None) -> Metadata:
    """Read what the document says of itself.

    Args:
        report: structured and redacted.
        source: the file's (redacted) name; not used where the document itself speaks.
        kind: decides whether the author is the inspecting body or the authority.
        body: the inspecting body where the user named it; wins.

    Returns:
        Metadata with ``None`` for everything that the document does not say.
    """
    if kind in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE):
        return Metadata(title=report.title or printed_title(report.blocks), language=_language(report.blocks))
    furniture = [str(b.text) for b in report.blocks if b.kind in _FURNITURE]
    blocks = [b for b in report.blocks if b.kind not in _FURNITURE]
    opening = [str(b.text) for b in blocks[:_OPENING_BLOCKS]]
    full_text = "\n".join(str(b.text) for b in report.blocks)
    cover = read_cover([str(b.text) for b in blocks[:30]])
    if cover is not None:
        return Metadata(
            title=cover.title,
            inspecting_body=body or cover.body,
            jurisdiction=find_jurisdiction(None, cover.state, []) or cover.state,
            published=_published(furniture, blocks, None),
            language=_language(report.blocks),
        )
    title = str(report.title) if report.title else printed_title(report.blocks)
    inspecting = body or find_body(furniture, opening, full_text, is_response=kind is DocumentKind.RESPONSE)
    printed = printed_title(report.blocks)
    place = _place([one for one in (printed, title) if one], furniture, opening)
    visit = _visit(title, furniture, blocks)
    return Metadata(
        title=readable(title),
        place=readable(place),
        place_type=_place_type(place, title, furniture, blocks),
        inspecting_body=inspecting,
        jurisdiction=find_jurisdiction(inspecting, title, [*furniture, *(str(b.text) for b in blocks[:40])]),
        visit_start=visit.first if visit else None,
        visit_end=_visit_end(visit, [title or "", *furniture, *(str(b.text) for b in blocks[:20])]),
        published=_published(furniture, blocks, visit),
        announced=_announced(opening, blocks),
        language=_language(report.blocks),
    )


def classify(report: Report[RedactedText], source: str) -> DocumentKind:
    """Say which kind of document this is.

    Args:
        report: structured and redacted.
        source: the file's name, a weak sign.

    Returns:
        ``RESPONSE`` where title or header announces an answer or action plan, ``INSTRUMENT`` for a text made of
        articles, ``VISIT_REPORT`` where the opening speaks of visits or recommendations are labelled, else ``OTHER``.
    """
    title = str(report.title or printed_title(report.blocks) or "")
    front = " ".join(str(b.text) for b in report.blocks[:6] if len(b.text) < 200)
    heads = [b for b in report.blocks if b.kind is BlockKind.HEADING]
    articles = sum(bool(_ARTICLE.match(b.text)) for b in report.blocks)
    if articles >= _ARTICLES_FOR_INSTRUMENT and articles * 8 >= len(report.blocks):
        return DocumentKind.INSTRUMENT
    if _RESPONSE.search(title) or (
        _RESPONSE.search(front) and not re.search(r"\b(?:inspection|visit)\b", title, re.IGNORECASE)
    ):
        return DocumentKind.RESPONSE
    opening = " ".join([source.replace("-", " ").replace("_", " "), title, *(str(b.text) for b in report.blocks[:12])])
    labelled = sum(
        (b.label or "").lower() in ("recommendation", "r", "ask", "deficiency", "key concern", "afi")
        for b in report.blocks
    )
    if _REPORT.search(opening) or labelled >= 2 or any("ecommendation" in h.text for h in heads):
        return DocumentKind.VISIT_REPORT
    return DocumentKind.OTHER


def _place(titles: Sequence[str], furniture: Sequence[str], opening: Sequence[str]) -> str | None:
    """Find the place in a field, then in the title as printed or as the file bears it, then in the opening."""
    field = next(
        (
            place
            for text in opening
            if re.match(r"(?:place|establishment|name of)", text, re.IGNORECASE) and (place := place_in_text([text]))
        ),
        None,
    )
    named = field or next((place for title in dict.fromkeys(titles) if (place := place_in_title(title))), None)
    if named is not None or (titles and _MANY_PLACES.search(titles[0])):
        return named
    return place_in_text([*opening, *furniture])


def _place_type(
    place: str | None, title: str | None, furniture: Sequence[str], blocks: Sequence[Block[RedactedText]]
) -> str | None:
    for text in (place, title):
        found = place_type_of(text) if text else None
        if found is not None:
            return found
    if title and re.search(r"places of detention|places of deprivation", title, re.IGNORECASE):
        return "mixed"
    counts = place_type_counts(" ".join([*furniture, *(str(b.text) for b in blocks)]))
    if sum(counts.values()) < _LEAST_PLACE_WORDS:
        return None
    top = max(counts, key=lambda kind: counts[kind])
    return top if counts[top] * 2 >= sum(counts.values()) else None


def _visit(title: str | None, furniture: Sequence[str], blocks: Sequence[Block[RedactedText]]) -> DateSpan | None:
    """Choose the date that is most likely that of the visit: near a word of visiting, early, a range."""
    best: tuple[float, DateSpan] | None = None
    texts = [(text, 3.0) for text in ([title] if title else []) + list(furniture)]
    texts += [(str(b.text), 3.0 - 0.15 * index) for index, b in enumerate(blocks[:20]) if b.table is None]
    for text, early in texts:
        for span in find_dates(text):
            if span.first.count("-") < 2 and not span.is_range and len(text) > 200:
                continue
            before = text[max(0, span.start - 60) : span.start]
            near = text[max(0, span.start - 80) : span.end + 60]
            score = early
            score += 4 if _VISIT.search(before) else (2 if _VISIT.search(near) else 0)
            sentence = text[span.end : span.end + 220].split(". ")[0]
            score += 2 if span.is_range and span.start < 12 and _VISIT.search(sentence) else 0
            score += 2 if span.is_range else 0
            score -= 2 if span.first.count("-") < 2 else 0
            if _PUBLISHED.search(before[-30:]) or _OTHER_DATE.search(before):
                score -= 6
            if score >= 4.5 and (best is None or score > best[0] + 1e-9):
                best = (score, span)
    return best[1] if best else None


def _visit_end(visit: DateSpan | None, texts: Sequence[str]) -> str | None:
    """Return the last day: that of a range, or the day itself unless the text only says that a visit began on it."""
    if visit is None or visit.is_range:
        return visit.last if visit else None
    if visit.first.count("-") < 2:
        return None
    for text in texts:
        for span in find_dates(text):
            if span.first == visit.first and _BEGAN.search(text[max(0, span.start - 50) : span.start]):
                return None
    return visit.last


def _published(furniture: Sequence[str], blocks: Sequence[Block[RedactedText]], visit: DateSpan | None) -> str | None:
    texts = [str(b.text) for b in blocks[:6]] + list(furniture) + [str(b.text) for b in blocks[-6:]]
    for text in texts:
        for span in find_dates(text):
            before = text[max(0, span.start - 45) : span.start]
            if _PUBLISHED.search(before) and not re.search(r"recommendations?\s+(?:\w+\s+)?published", before):
                return span.last
    # Without a word of publishing: a date of its own in a footer or in a short line under the title.
    for text in [
        *furniture,
        *(str(b.text) for b in blocks[1:4] if len(b.text) < 160),
        *(str(b.text) for b in blocks if b.kind is BlockKind.HEADING),
    ]:
        for span in find_dates(text):
            if span.is_range or _VISIT.search(text[max(0, span.start - 40) : span.start]):
                continue
            if visit is not None and span.last[: len(visit.last)] <= visit.last[: len(span.last)]:
                continue
            if not _PRIVATE_DATE.search(text[: span.start]):
                return span.last
    return None


def _announced(opening: Sequence[str], blocks: Sequence[Block[RedactedText]]) -> bool | None:
    for text in [*opening, *(str(b.text) for b in blocks[len(opening) : 30])]:
        if _UNANNOUNCED.search(text):
            return False
        if _ANNOUNCED.search(text):
            return True
    return None


def _language(blocks: Sequence[Block[RedactedText]]) -> str | None:
    sample = " ".join(re.sub(r"\[[A-Z]+(?: \d+)?\]", "", b.text) for b in blocks[:60])[:4000]
    if len(sample) < 40:
        return None
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
