"""The date on which a document says that it was published, laid before a parliament, adopted or signed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.dates import DateSpan
from ingest.metadata.body_names import BODY
from ingest.metadata.front import Front
from ingest.metadata.printed_dates import find_dates
from ingest.metadata.published_year import find_year
from ingest.metadata.sighting import Sighting
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_PUBLISHED = re.compile(
    r"\b(?:published|publication(?: date)?|date of (?:publication|issue|release|disclosure)|first published|"
    r"laid before|tabled|presented to (?:the )?(?:parliament|house|minister)|laid (?:on|upon|in)|deposited|"
    r"placed (?:before|on|in (?:the )?(?:\w+ )?(?:libraries|library|parliament|house|public))|"
    r"released|made public|publicly available|publiée?s? le|publicad[oa] (?:em|el)|pubblicat[oa] il|"
    r"veröffentlicht|gepubliceerd|"
    r"publisert|offentliggjort|publicerad|julkaistu|avaldatud|opublikowan[oy]|objavljen[oa]?|zveřejněn[oa]?|"
    r"yay[ıi]mlan\w+)\b|"
    # The field of a web page: "Posted: 3 May 2024".
    r"(?:^|[.;·|]\s+)(?:posted|disclosed|(?:put |placed )?online)(?: (?:on|since))?\s*[:|]",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:issued|transmitted to|date received|date of (?:the |this )?(?:final )?(?:report|letter|response|reply|"
    r"plan|minutes|act|protocol|record|document|opinion)|report date(?:d)?|"
    r"(?:report|letter|plan|response) dated|dated|our ref\w*|cop(?:ied|y) (?:for the|to|on)|compiled|printed|"
    r"extracted|version\s[\d.]+|final report|distr\.?:? ?general|submitted|"
    r"final (?:text|version)|date of (?:approval|adoption|signature|issuing|drafting|preparation|writing|compilation|"
    r"delivery)|completed|report (?:was )?(?:sent|finali[sz]ed|"
    r"finished|concluded|closed|signed off|drawn up|written|signed))\b|(?:^|[.;·|]\s+)date\s*[:|]",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:adopted|approved|endorsed|decided on|signed|status on|done (?:at|in)|position (?:at|on)|"
    r"situation on|updated)\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:recommendations?\s+(?:\w+\s+)?published|published (?:its|the|their|a|that) (?:\w+\s)?report|"
    r"your ref\w*|(?:we|they|it) (?:received|sent|gave|wrote)|"
    r"(?:previous|last|earlier|first|preliminary|provisional|interim|initial|draft|"
    r"inspection) report (?:\w+\s){0,3}(?:published|issued|sent|dated)|law|act|rules?|standards?|guidance|policy|"
    r"agreements?|contracts?|conventions?|decrees?|treat(?:y|ies)|memorandum of understanding|tenders?|"
    r"strategy|criteria|framework|order|directions?|instructions?|circulars?|regulations?|ratified|letter of|complaint|"
    r"(?:will|shall|to) (?:\w+ )?be|next (?:\w+ )?(?:update|review|edition|issue|version|publication|report|"
    r"meeting|visit|session|inspection|hearing))\b",
    re.IGNORECASE,
)
_VISITING = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|inspect(?:ed|ions?|ing)|monitor(?:ed|ing)|fieldwork|on[- ]site|carried out|conducted|"
    r"dates? of|mission|returned|census|period|accessed|due|deadline|until|from|before|by|no later than|"
    r"not later than|since)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:draft (?:was )?(?:sent|shared|given)|note|call|reply|your ref\w*|act|law|due|born|since|opened|case|"
    r"letter of)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|agreed|replied|wrote|said|told|stated|accepted|asked|left|held|called|"
    r"died|received|came)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:submitted|presented|published|laid|tabled|issued|adopted|released|approved|transmitted|finali[sz]ed|signed|"
    r"completed|deposited|placed|sent|forwarded|delivered|handed|communicated|sealed|given|done|made public)\b",
    re.IGNORECASE,
)
# "Report of the Committee on ..., 20 February 2025"
_REPORT_LINE = re.compile(r"(?:\w+\s+){0,2}report\s+(?:of|by|from)\b", re.IGNORECASE)
# "Elmton, 3 May 2024", "Elmton, Elmland, 3 May 2024"
_DATELINE = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:,? [A-ZÀ-Þ][\w'’.-]+){0,3}(?: \([A-Z]+\))?,\s+$")
_BEHIND_COMMA = re.compile(r",\s+(?:\w+\s+){0,2}\d[^,;]{0,20}\W*$")
_FIRST_LINE = re.compile(r"[^.]{0,120}?\b(?:19|20)\d\d(?=\s+(?:The|We|Our|A|An|On|In|From|Between|This|It)\s+[a-z])")
_TOWN = re.compile(
    r",\s+(?!(?:On|In|From|By|Until|Since|Before|After|Between|Of)\b)[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}\s+$"
)
_DASH = re.compile(r"(?:\.?\s+[–—-]|[.:])\s+[A-ZÀ-Þ]")
# "Report of 5 February 2026.", "Recommendations of 12 June 2025 on Elm Home": what the document calls itself.
_OWN_NAME = re.compile(
    r"(?:^|[.;|·–—]\s+)(?:(?:the|this|final|full|special|urgent|visit|inspection)\s+){0,2}(?:report|recommendations?|"
    r"opinion|decision|statement|letter|reply|response|observations|resolution|note|memorandum|findings|"
    r"update|supplement|addendum|conclusions|(?:provisional |unofficial |courtesy |english )?translation|"
    r"(?:act|protocol|record|minutes)(?=\s+(?:no|nr|\d)))(?:\s+(?:no|nr)?[.:\s]*[\w/-]*\d[\w/-]*)?,?\s+"
    r"(?:of|dated)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The home was approved by the council on 3 May 2018": what was approved is not the document.
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been)\s+(?:\w+ly\s+)?(?:adopted|approved|signed|decided)\b", re.IGNORECASE)
_A_DOCUMENT = re.compile(
    r"\b(?:reports?|opinion|chapter|document|statement|recommendations?|text|translation|minutes|protocol|act|record|"
    r"version|summary|decision|resolution|it|they|plenary|conclusions|findings|observations|letter)\b",
    re.IGNORECASE,
)
_AN_ANSWER = re.compile(
    r"\b(?:plan|responses?|repl(?:y|ies)|positions?|comments|draft|table|measures|answers?|matrix|schedule)\b",
    re.IGNORECASE,
)
# "Their replies are dated 3 May 2022": of what others wrote, which the document tells of.
_THEIRS = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|answers?|comments|observations|position|letters?) (?:[^.;]* )?(?:is|are|was|were|"
    r"bears?) (?:\w+ )?(?:dated?|of|issued|signed|approved|adopted|submitted|transmitted|published)\b|"
    r"\b(?:your|their) (?:repl(?:y|ies)|responses?|answers?|comments|observations|letter)\b[^.;]{0,40},? dated\b",
    re.IGNORECASE,
)
# "Act drawn up on 3 May 2024 in two copies": the document itself, where it is called an act or a protocol.
_DRAWN_UP = re.compile(
    r"(?:^|[.;:]\s+)(?:(?:(?:the|this|present)\s+){0,2}(?:act|protocol|record|minutes|certificate|report)\s+"
    r"(?:(?:has|have)\s+been\s+|was\s+|were\s+|is\s+)?)?(?:drawn\s+up|compiled|signed|made|done|executed|concluded|"
    r"completed|issued)\b(?:[^.;]{0,60}?\b(?:on|of)\s+(?:the\s+)?|:?\s+)$|"
    # "Your 13.04.2022 No. 7, our 02.06.2022 No. 8": two references on one line.
    r"\byour\b.*\bour(?:\s+ref(?:erence)?\.?)?\s*:?\s*(?:of\s+)?$",
    re.IGNORECASE,
)
_HOURS = re.compile(r"[^.;]{0,20}?\b\d{1,2}[.:]\d\d\b")
_NEW_SENTENCE = re.compile(r"(?:(?<=[^\W\d]{2})|(?<=\d{4}))[.;|]\s+(?=[A-Z])")
_OF_THE_REPORT = re.compile(
    r"\b(?:report|recommendations)\b(?![^.]*\b(?:(?:this|our) (?:reply|response|plan|answer)|(?:reply|response|plan) "
    r"(?:was |is )?(?:approved|adopted|dated|issued|published|sent)))",
    re.IGNORECASE,
)
# "Ljubljana, 12 June 2024"
_PLACE_AND_DATE = re.compile(r"^(?:[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3},\s+){0,2}(?:the\s+)?$")
# "Report under section 9 of the Act. 3 May 2022.": a last sentence that is a date and nothing more.
_OWN_SENTENCE = re.compile(r"[^\W\d]{2}[)”\"]?[.;]\s+$|\)\.\s+$")
_NOTHING_MORE = re.compile(r"\W*")
_BEFORE, _LONGEST_OWN = 60, 250
_LONGEST_OPENING, _LETTER_HEAD = 160, 10
_LONGEST_DATE_LINE, _MOST_WORDS, _LONGEST_ALONE = 160, 12, 60


def find_published(front: Front, visit: DateSpan | None, *, is_response: bool = False) -> Sighting[str] | None:
    """Find the date of publication.

    Args:
        front: the document.
        visit: of the document; a report does not come out before its visit ends.
        is_response: the publication of a report is that of the report which is answered.

    Returns:
        The date as precise as printed (a month where no day is), or ``None``. Words of publishing go before words of
        issuing, these before words of adopting, and these before a bare date. The year of a copyright line is no date
        of publication: on reports that came out in January it was the year before (3 of 19 real ones).
    """
    if is_response and (dated := _date_line(front, visit)) is not None:
        return dated
    spots = [*front.body[:8], *front.furniture, *front.colophon, *_short(front.body[8:40])]
    for words, confidence in ((_PUBLISHED, 0.95), (_ISSUED, 0.85), (_ADOPTED, 0.75)):
        if words is _ADOPTED and (dated := _town_and_date(front, visit)) is not None:
            # A letter is of the day it bears, whenever somebody approved it.
            return dated
        for block in dict.fromkeys(spots):
            found = _announced_by(block, words, visit, confidence, is_response=is_response)
            if found is not None:
                return found
    for block in (*front.colophon, *front.body[:8]):
        for span in find_dates(block.text):
            if span.has_day and _DRAWN_UP.search(block.text[: span.start]) and not _too_early(span, visit):
                return Sighting(span.last, block, span.start, span.end, 0.85)
    for block in (*front.body[:5], *front.furniture):
        for span in find_dates(block.text) if len(block.text) < _LONGEST_OWN else ():
            if span.has_day and _OWN_NAME.search(block.text[: span.start]) and not _too_early(span, visit):
                return Sighting(span.last, block, span.start, span.end, 0.85)
    for block in front.body[:4]:
        # "Valletta, 21 March 2024 – The Board has today published ..."
        dates = find_dates(block.text[:_LONGEST_ALONE])
        if dates and _DATELINE.match(block.text[: dates[0].start]) and _DASH.match(block.text[dates[0].end :]):
            return Sighting(dates[0].last, block, dates[0].start, dates[0].end, 0.85)
    for block in front.opening:
        # "Submitted to the Assembly under article 14 of the Act, 31 March 2024": a line that opens with the word.
        own = _OPENS.match(block.text) or (_REPORT_LINE.match(block.text) and _BEHIND_COMMA.search(block.text))
        line = _joined_line(block.text) if own else block.text
        dates = find_dates(line) if own and len(line) < _LONGEST_DATE_LINE else ()
        if len(dates) == 1 and not dates[0].is_range and not _too_early(dates[0], visit):
            return Sighting(dates[0].last, block, dates[0].start, dates[0].end, 0.85)
    return _bare(front, visit) or find_year(front, visit)


def _date_line(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    """Read the day of a letter, which stands on a line of its own above whom it is for."""
    for block in front.body[:_LETTER_HEAD]:
        if _alone(block.text) and block.table is None:
            (span,) = find_dates(block.text)
            if span.has_day and not _too_early(span, visit):
                return Sighting(span.last, block, span.start, span.end, 0.85)
    return None


def _joined_line(text: str) -> str:
    """Return the first line of a paragraph that a reader joined to it: it ends with its year, and a sentence opens."""
    found = _FIRST_LINE.match(text)
    return found.group() if found is not None else text


def _short(blocks: Iterable[Block[RedactedText]]) -> list[Block[RedactedText]]:
    return [b for b in blocks if len(b.text) < _LONGEST_DATE_LINE and (b.table is None or len(b.cells) == 2)]


def _announced_by(
    block: Block[RedactedText], words: re.Pattern[str], visit: DateSpan | None, confidence: float, *, is_response: bool
) -> Sighting[str] | None:
    last = 0
    for span in find_dates(block.text):
        before = _told_before(block.text, words, last, span.start)
        last = span.end
        announced = [*words.finditer(before)]
        if not announced or _too_early(span, visit):
            continue
        near = _NEW_SENTENCE.split(block.text[max(0, span.start - 2 * _BEFORE) : span.start])[-1]
        # "Your ref. 12. Our ref. 03.05.2022": two fields on one line.
        near = re.split(r"\b(?=our ref)", near, flags=re.IGNORECASE)[-1]
        # "published on": a sentence that ended in between speaks of something else.
        if re.search(r"[^\W\d]{2}\.\s+[A-Z]", before[announced[-1].end() :]) or _NOT_THIS.search(near):
            continue
        sentence = re.split(r"[^\W\d]{2}[.;|]\s+", block.text[max(0, span.start - 4 * _BEFORE) : span.start])[-1]
        of_document = _A_DOCUMENT.search(sentence) or (is_response and _AN_ANSWER.search(sentence))
        if _PASSIVE.search(sentence) and not of_document:
            continue
        if (_OF_THE_REPORT if is_response else _THEIRS).search(sentence):
            continue
        # "Date: 19 September 2019, 9.30 to 13.00": nobody publishes by the hour.
        if re.search(r"^date", before, re.IGNORECASE) and _HOURS.match(block.text[span.end :]):
            continue
        if re.search(r"\b(?:from|between)\s*$", before) and span.is_range:
            continue
        return Sighting(span.last, block, span.start, span.end, confidence)
    return None


def _told_before(text: str, words: re.Pattern[str], last: int, start: int) -> str:
    """Return what stands before a date: a few words, or its whole sentence where that opens with ``Tabled in ...``."""
    sentence = _NEW_SENTENCE.split(text[last:start])[-1]
    opens = _OPENS.match(sentence) and words.match(sentence) and len(sentence) < _LONGEST_OPENING
    return sentence if opens else text[max(last, start - _BEFORE) : start]


def _town_and_date(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    for block in (*front.opening, *front.colophon):
        # A line of its own, or the last words of one: "... requested the publication. Elmvik, 15 June 2023"
        ends = [0, *(found.end() for found in _NEW_SENTENCE.finditer(block.text))]
        line = block.text[ends[-1] :]
        if "," in line and _alone(line):
            (span,) = find_dates(line)
            if span.has_day and _DATELINE.match(line[: span.start]) and not _too_early(span, visit):
                return Sighting(span.last, block, ends[-1] + span.start, ends[-1] + span.end, 0.8)
    return None


def _bare(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    """Find a date of its own in a footer, in a short line under the title or at the very end."""
    first = [b for b in front.body[:1] if b.kind is not BlockKind.HEADING]
    lines = [
        b for b in [*first, *front.body[1:6], *front.prose[-3:]] if len(b.text) < _LONGEST_DATE_LINE and b.table is None
    ]
    alone = [b for b in [*front.body[:14], *front.colophon] if _alone(b.text)]
    headings = [b for b in front.body if b.kind is BlockKind.HEADING]
    for block in dict.fromkeys([*alone, *front.furniture, *lines, *headings]):
        for span in find_dates(block.text):
            before = block.text[: span.start]
            # "Detention Monitoring Council · May 2022": the body's name tells of no visit.
            if span.is_range or _too_early(span, visit) or _VISITING.search(BODY.sub("", _nearest(before))):
                continue
            if _OWN_SENTENCE.search(before) and _NOTHING_MORE.fullmatch(block.text, span.end):
                return Sighting(span.last, block, span.start, span.end, 0.7)
            # In a sentence, the date is that of some event.
            if _SAYS.search(block.text) or (len(before.split()) > _MOST_WORDS and not before.endswith(", ")):
                continue
            if not _PRIVATE.search(before) and not _NOT_THIS.search(before):
                return Sighting(span.last, block, span.start, span.end, 0.8 if _alone(block.text) else 0.7)
    return None


def _nearest(before: str) -> str:
    """Return the words that a date belongs to; a comma before it cuts off what stands before those."""
    if _TOWN.search(before):
        # "Report on a visit, Brno 28 February 2024": the town of the date, and nothing of the visit.
        return ""
    return before.rsplit(", ", 2)[-2] if before.endswith(", ") else before[-_BEFORE:]


def _alone(text: str) -> bool:
    """Say whether a line is a date and nothing more than a town."""
    spans = find_dates(text) if len(text) < _LONGEST_ALONE else ()
    return (
        len(spans) == 1
        and not spans[0].is_range
        and bool(_PLACE_AND_DATE.match(text[: spans[0].start]))
        and len(text) - spans[0].end <= 1
    )


def _too_early(span: DateSpan, visit: DateSpan | None) -> bool:
    return visit is not None and span.last[: len(visit.last)] <= visit.last[: len(span.last)]
