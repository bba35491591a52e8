"""The title that a document prints: which of its first lines it is, and which are only markings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.metadata.body_names import body_name
from ingest.metadata.correspondence import heads_letter, is_file_of_letters
from ingest.metadata.places_abroad import visit_words
from ingest.metadata.printed_dates import find_dates
from ingest.report import FURNITURE_KINDS, Block, BlockKind, ParsedBlock
from redaction.text import RedactedText

_REPORT = r"visits?|visitation|inspections?|monitoring|action plan|response|follow-up|review|annual report|chapter"
_REPORT_WORD = re.compile(rf"\b(?:{_REPORT}|{visit_words()})\b", re.IGNORECASE)
# What else a document calls itself above its first section.
_PAPERS = re.compile(
    r"\b(?:report|correspondence|case (?:log|file)|record|minutes|protocol|act|study|note)\b", re.IGNORECASE
)
_RUNNING = re.compile(r"\bREF\b|\bref\.|\b\w+/\w+/\d{2,4}\b")
_NAMES_VISIT = re.compile(
    r"^(?:(?:subject|re)\s*[:.]\s*)?(?:(?:an?|the|our|your|report|full|short|summary|letter|on|of|about|following|"
    r"after|unannounced|announced|follow[- ]?up|preventive|monitoring|regular|ad hoc|first|second|periodic|night|joint|"
    r"special|thematic|inspection|planned|act|acts|protocol|minutes|record|certificate|opinion|statement|results?|"
    r"outcomes?|findings|account|no\.?|nr\.?|№|(?:no\.?)?[A-Z]{0,6}[-/]?\d[\w./-]*|\d{4})"
    r"\s+)*(?:visits?|inspections?|monitoring visit)\s+(?:report\s+)?(?:of|to|at|in|:|[–—-])\s*(?=\S)",
    re.IGNORECASE,
)
_MARKING = re.compile(
    r"(?:\W*(?:strictly|highly|in|not|for|official|final|first|second|revised|embargoed|until|internal|"
    r"private and|limited)\W+)*(?:confidential(?:ity)?|confidence|restricted|draft|sensitive|secret|official|"
    r"unclassified|classified|embargoed|internal use(?: only)?|publication|distribution)(?:\W+(?:report|version|draft|"
    r"copy|document|v?\d+|only))*\W*",
    re.IGNORECASE,
)
# The number of a file: short groups of letters and digits.
_REFERENCE = re.compile(
    r"(?=.*\d)(?:(?:our|your|file|case|doc(?:ument)?|report|protocol|prot|ref(?:erence)?|no|nr|number|distr|symbol)"
    r"\b[.:]*\s*|[№#]\s*)*(?-i:[A-Z]{0,4}\d+|[A-Z]{1,4})(?:[-/.(), ]+(?-i:[A-Z]{0,4}\d+|[A-Z]{1,4}))*[).]*",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:[^.:]{3,80}:\s+(?=reply|replies|response|comments|observations))?"
    r"(?:reply|response|replies|comments|observations|action plan|letter|report|statement)\b[^.:]*\b(?:to|on|of|for)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:subject|re|concerning|concerns)\s*[:.]\s*", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:(?:the|full|final|short|summary|visit|inspection|monitoring|follow[- ]?up|report|on|of|an?|unannounced|"
    r"announced|preventive|periodic|ad hoc|regular|special|thematic|care|custody|compliance|medicines|premises|"
    r"approved|cent(?:re|er)|annual|OPCAT|NPM|\d{4})\W*)+",
    re.IGNORECASE,
)
# "To the National Mechanism, attention Ms [PERSON 1]", "Dear Sir": whom a letter is for is not what it is about.
_ADDRESS = re.compile(
    r"(?:to\s*[:|]|to\s+(?:the|mr|ms|mrs|dr|prof|\[)\b|to\s+\[|attn\b|attention\b|for the attention of\b|dear\b|"
    r"addressee\b|addressed to\b)",
    re.IGNORECASE,
)
# "Mr [PERSON 1]", "[PERSON 1], [ADDRESS]": who writes, or to whom.
_MASKED = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Mx)\.?\s+)?(?:\[[A-Z]+(?: \d+)?\][,;\s]*)+")
_DATE_LINE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\.? (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) (?:19|20)\d\d\W*$|^dear\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"\b(?:of|to|at|in|on|the|and|for|by|into)$|[:–—-]$", re.IGNORECASE)
_BODY_ONLY = re.compile(
    r"(?:The\s+)?(?:[\w'’.&,()–—-]+\s+){0,8}(?:Board|Boards|Committee|Inspectorate|Mechanism|Commission|Office|"
    r"Ombuds\w*|Panel|Authority|Service|Council|Department|Ministry|Unit|Institute|Defender|Parliament|Government|"
    r"Monitors?|Visitors|Inspectors?|Trust|Protector|Observatory|Platform|Coalition|Network|Bureau)"
    r"|(?:The\s+)?(?:[\w'’.-]+\s+){0,3}(?:Office|Ministry|Department|Committee|Sub-?committee|Board|Council|"
    r"Chancellor|Association|Commission\w*|Mechanism|Inspectorate|Inspector|Inspector General|Chief Inspector|"
    r"Defender|Ombuds\w*|Parliament|Observatory|Guarantor|Directorate|"
    r"Republic|Kingdom|Government|Protector|Service|Institute|Cent(?:re|er))\s+(?:of|for|on|against)\s+[^.:]{3,90}"
    r"|(?:Defensor\w*|Procurad\w+|Mecanismo|Mécanisme|Comité|Comisión|Comissão|Commissariat|Contrôleu\w+|Ministerio|"
    r"Ministère|Ministério|Provedor\w*|Garante|Rzecznik|Consejo|Conselho|Conseil|Instituto|Dirección|Direction|"
    r"Direcção|Gobierno|Governo|Gouvernement|Subsecretar\w+|República|République|Volksanwaltschaft|"
    r"Justitieombudsman\w*|Sivilombud\w*)"
    r"(?:\s(?:del?|des|du|da|do|dos|di|la|las|los|le|les|general|générale?|nacional|nationale?s?|para|pour|of|for|"
    r"[\w'’-]+)){0,12}",
    re.IGNORECASE,
)
_TO_PLACE = re.compile(
    r"\b(?:visits?|inspections? (?:of|to|at)|report|review|action plan|response|reply|\d{4})\b", re.IGNORECASE
)
# "Council for Preventive Visits", "Prison Visits Commission": a body whose name has the word for what it does.
_VISITING_BODY = re.compile(
    r"\b(?:Board|Boards|Committee|Commission|Council|Office|Mechanism|Inspectorate|Group|Unit|Centre|Department|"
    r"Service|Panel|Bureau|Directorate|Division)\s(?:for|of|on)(?:\sthe)?(?:\s[\w'’-]+){0,3}?\s(?:visits?|visitation|"
    r"inspections?|"
    r"reviews?)\b|\b(?:visits?|visitation|inspections?|reviews?)\s(?:and\s\w+\s)?(?:board|committee|commission|council|"
    r"office|panel|unit|service|department|division|bureau|directorate|group)\b",
    re.IGNORECASE,
)
# A line that cannot be the end of a title, and one that opens in its middle or is the kind of a place alone.
_GOES_ON = re.compile(
    r"\b(?:of|to|at|in|on|the|and|for|by|from|into|an?|with|its|their)$|[^.:;]\s[–—-]$", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"(?:of|to|at|in|on|and|for|with|concerning|regarding)\s|"
    r"(?:Prison|Hospital|Centre|Center|Police Station|Station|Home|Facility|Institution|Jail|Unit|Colony)$"
)
# The first section, which is no title.
_SECTION = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.?|[A-Z][.)])?\s*(?:general\s+|executive\s+)?(?:introduction|summary|"
    r"contents|background|foreword|preface|object|mandate|legal basis|overview)\b.{0,40}",
    re.IGNORECASE,
)
_FIRST = frozenset({"1", "I", "A"})
# "of the Commission on the state of Elm Prison", "Observations on the guarded rooms of Elm Hospital".
_OF_WHAT = re.compile(
    r"(?:of|on|about|concerning|regarding|following|to)\s|(?:observations|findings|recommendations|conclusions|remarks|"
    r"comments|situation|conditions|state|treatment)\s(?:on|of|in|at|about|regarding|concerning)\s",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:the\s+)?\d{1,2}\b")
_INITIALS = re.compile(r"[A-Z]{3,10}")
_LONGEST_TITLE = 400
_FRONT, _LONGEST_LINE, _LONGEST_LETTERHEAD = 8, 200, 120


def joined_headings(blocks: Sequence[ParsedBlock]) -> list[ParsedBlock]:
    """Join the lines of a title that a reader of pages took for a heading each, where the text says that it goes on.

    Args:
        blocks: as read. Redaction and all that reads titles see the place as one: ``visit to Elm`` / ``Prison``.
    """
    joined: list[ParsedBlock] = []
    for place, block in enumerate(blocks):
        last = joined[-1] if joined and place < _FRONT else None
        if (
            last is not None
            and last.kind is block.kind is BlockKind.HEADING
            and last.page == block.page
            and len(last.text) + len(block.text) < _LONGEST_TITLE
            and (_GOES_ON.search(last.text) or _CONTINUES.match(block.text))
        ):
            joined[-1] = replace(last, text=f"{last.text} {block.text}")
        else:
            joined.append(block)
    return joined


def is_marking(text: str) -> bool:
    """Say whether a line is a marking and nothing else: ``CONFIDENTIAL``, ``Draft version 2``, ``No. 412/22-3``."""
    return len(text) <= 60 and bool(_MARKING.fullmatch(text) or _REFERENCE.fullmatch(text))


def is_address(text: str) -> bool:
    """Say whether a line is the address or salutation of a letter: ``To the Ombudsman, attention Ms [PERSON 1]``."""
    return bool(_ADDRESS.match(text.strip())) and not _REPORT_WORD.search(text)


def printed_title(blocks: Sequence[Block[RedactedText]]) -> str | None:
    """Return the line that a document prints as its title, without ``Subject:`` before it.

    Args:
        blocks: in reading order.

    Returns:
        See :func:`title_block`; a title that goes on in the next line is joined with it.
    """
    top = title_block(blocks)
    if top is None:
        return None
    title = _SUBJECT.sub("", str.__str__(top.text))
    at = next(place for place, block in enumerate(blocks) if block is top)
    if (
        title[:1].islower()
        and at
        and blocks[at - 1].kind is BlockKind.HEADING
        and not is_letterhead(blocks[at - 1].text)
    ):
        title = f"{blocks[at - 1].text} {title}"
    for following in blocks[at + 1 : at + 3]:
        if not _OPEN_END.search(title) or following.table is not None or len(following.text) > _LONGEST_LINE:
            break
        title = f"{title} {following.text}"
    if _GENERIC.fullmatch(title):
        # "Visit report", with the place, or what it is about, on a line of its own below it.
        named = next((b for b in blocks[at + 1 : at + 3] if _names_subject(b)), None)
        if named is not None:
            title = f"{title}{' ' if named.text[:1].islower() else ': '}{named.text}"
    return title


def _names_subject(block: Block[RedactedText]) -> bool:
    """Say whether a block below a title such as ``Report`` says of what: a heading, or ``on the state of ...``."""
    text = block.text
    if (
        block.table is not None
        or is_letterhead(text)
        or _is_name_of_body(text)
        or _SECTION.fullmatch(text)
        or re.match(r"\d", text)
    ):
        return False
    if block.kind is BlockKind.HEADING:
        return len(text) < _LONGEST_LETTERHEAD
    return len(text) < _LONGEST_LINE and bool(_OF_WHAT.match(text)) and not text.endswith((".", ":", ";"))


def _is_name_of_body(text: str) -> bool:
    named = body_name(text) if len(text) < _LONGEST_LETTERHEAD and not _TO_PLACE.search(text) else None
    return named is not None and len(named) >= len(text.removeprefix("The "))


def title_block(blocks: Sequence[Block[RedactedText]]) -> Block[RedactedText] | None:
    """Return the block that a document prints as its title.

    Args:
        blocks: in reading order.

    Returns:
        The first heading of several words; a line near it that names a visit or an inspection where it does not, or
        where it is the letterhead of a body; ``None`` where the document opens with prose.
    """
    headings = [
        b for b in blocks[:40] if b.kind is BlockKind.HEADING and len(b.text) < 250 and not _is_furniture(b.text)
    ]
    top = next((b for b in headings if len(b.text.split()) >= 2), headings[0] if headings else None)
    addressed = any(is_address(b.text) for b in blocks[:_FRONT] if len(b.text) < _LONGEST_LINE)
    letterhead = top is not None and (
        is_letterhead(top.text) or _is_name_of_body(top.text) or heads_letter(top, blocks)
    )
    if top is None or letterhead or not _REPORT_WORD.search(top.text):
        front = [b for b in blocks[:_FRONT] if b.kind not in FURNITURE_KINDS and b.table is None]
        # "Correspondence on ..." is the title of the file; the subject below it is that of its letters.
        subjects = () if top is not None and is_file_of_letters(top.text) else front
        named = next((b for b in front if _names_visit(b)), None) or next((b for b in subjects if _is_subject(b)), None)
        if named is None and (letterhead or (addressed and top is None)):
            named = next((b for b in front if _ANSWERS.match(b.text) and len(b.text) < _LONGEST_LINE), None)
        if named is None and top is not None and (_SECTION.fullmatch(top.text) or top.number in _FIRST):
            # A scan whose title no reader took for a heading: it stands above the first section.
            above = front[: front.index(top)] if top in front else []
            short = [b for b in above if len(b.text) < _LONGEST_LINE]
            named = next((b for b in short if _REPORT_WORD.search(b.text)), None)
            named = named or next((b for b in short if _PAPERS.search(b.text) and not b.text.endswith(".")), None)
        if named is not None:
            return named
    if top is not None and (letterhead or not _REPORT_WORD.search(top.text)):
        # A running header that a reader took for a heading: the next one that speaks of a visit is the title.
        near = headings[headings.index(top) + 1 : headings.index(top) + (5 if letterhead else 3)]
        furniture = letterhead or any(b.kind in FURNITURE_KINDS and top.text in b.text for b in blocks)
        if furniture or _RUNNING.search(top.text):
            others = [b for b in near if not is_letterhead(b.text)]
            top = next((b for b in others if _REPORT_WORD.search(b.text)), others[0] if letterhead and others else top)
        elif re.search(r"\breport\b", "".join(b.text for b in near[:1]), re.IGNORECASE) and _adjacent(
            top, near[0], blocks
        ):
            top = near[0]
    if top is not None:
        return None if addressed and is_letterhead(top.text) else top
    first = next(
        (b for b in blocks if b.kind not in FURNITURE_KINDS and b.table is None and not _is_furniture(b.text)), None
    )
    if first is not None and addressed and (is_letterhead(first.text) or _DATE_LINE.search(first.text)):
        return None
    return first if first is not None and len(first.text) <= 150 else None


def _is_furniture(text: str) -> bool:
    return is_marking(text) or is_address(text) or bool(_MASKED.fullmatch(text.strip()))


def is_generic(title: str) -> bool:
    """Say whether a title says only what kind of document it is: ``Visit report``."""
    return bool(_GENERIC.fullmatch(title))


def is_letterhead(text: str) -> bool:
    """Say whether a line is the name of a body and nothing else: ``Lay Monitoring Board``, ``Ministry of Justice``."""
    if len(text) >= _LONGEST_LETTERHEAD or _TO_PLACE.search(_VISITING_BODY.sub("", text)):
        return False
    # "Social Insurance Board – Ministry of Social Affairs", "ABCD – Directorate of Visits"
    parts = [part.strip() for part in re.split(r"\s+[–—|·/]\s+", text)]
    named = [part for part in parts if not _INITIALS.fullmatch(part)] or parts
    return bool(_BODY_ONLY.fullmatch(text.strip())) or all(_BODY_ONLY.fullmatch(part) for part in named)


def _names_visit(block: Block[RedactedText]) -> bool:
    text = block.text
    found = _NAMES_VISIT.match(text) if len(text) < _LONGEST_LINE and not text.endswith((".", ";", ":")) else None
    if found is None:
        return False
    dates = find_dates(text)
    # "Visits of 4 and 11 June 2023" says when, and not where.
    return not (dates and not re.search(r"[A-Z]\w", text[dates[-1].end :]) and _WHEN.match(text[found.end() :]))


def _adjacent(first: Block[RedactedText], second: Block[RedactedText], blocks: Sequence[Block[RedactedText]]) -> bool:
    return any(one is first and other is second for one, other in pairwise(blocks))


def _is_subject(block: Block[RedactedText]) -> bool:
    return len(block.text) < _LONGEST_LINE and bool(_SUBJECT.match(block.text))
