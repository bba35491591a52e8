"""Numbers and dates that belong to papers, laws and offices rather than to persons: what stands beside them tells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from redaction.lexicon import Lexicon
from redaction.recognizers.labels import SPECIFIC

# Numbers after these words belong to papers and things.
_REFERENCE: Final = re.compile(
    r"(?:\b|(?=§))(?:ref(?:erence)?|report|operation|flight|budget line|class|symbol|contract|order|form|circular|instruction|isbn|issn|batch|checksum|asset|serial|version|standard|"  # noqa: E501
    r"tender|inspection|document|docket|zn|invoice|budget|survey|letter|model|section|article|rule|para(?:graph)?|"
    r"act|law|ley|loi|lei|legge|zakon|cap|§|table|page|decision|resolution|judgment|our|statistical|military unit|brigade|regiment|battalion)\b[^\w\n]{0,3}(?:\s?(?:no|nr|number|code|record|ref|mark|file)\b)?[\s.:#(]{0,4}$",  # noqa: E501
    re.IGNORECASE,
)
# "(report no. 12/345, Dr Example)": of one person's examination.
_EXAMINED: Final = re.compile(r",?\s(?:(?:by|of|signed by|issued by)\s)?(?:Dr|Doctor|Prof|the doctor)\b")
# "the notice for Mr Example, ref AB 12/25": of the paper on that person.
_OF_SOMEBODY: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.? [^\W\d_][\w' -]{1,40},?\s?[(]?(?:ref(?:erence)?|file|no|number)\b[.:]?\s$",
    re.IGNORECASE,
)
# A free number alone is no proof: an inspector may give it as her own.
_OF_A_DESK: Final = re.compile(
    r"\b(?:hotline|helpline|freephone|switchboard|toll-free)\b(?!\sfrom\b)[^.;\n]{0,24}[\d ()-]*$", re.IGNORECASE
)
# "Example v. State (no. 1/23)": the number of a published judgment.
_PUBLISHED: Final = re.compile(
    r"\sv\.?\s[^.;\n]{2,60}[(,]\s?(?:\[GC\],\s?)?(?:(?:app(?:l|lication)?s?\.?\s)?nos?\.\s[\d/, and]*)?$"
)
# Symbols of documents of the United Nations and of the Council of Europe.
_SYMBOL: Final = re.compile(
    r"(?:A|E|S|CAT|CCPR|CRC|CRPD|CED|HRI|ST|CEDAW|CERD|CMW|CPT)/(?:C|OP|HRC|RES|Inf|INF|SPT|PV)\b"
)
# A line with nothing but a label, a number, a place and a date: "No. 34/7-118, 20 January 2025".
# "ISO 8134:2021": a standard with its year.
_STANDARD: Final = re.compile(r"(?:[A-Z/]{2,8}\s)?\d{3,5}(?:[-.]\d{1,2})?:(?:19|20)\d\d(?!\d)")
_LETTERHEAD: Final = re.compile(
    r"(?P<label>(?:(?:our|your|my|case|ref|reference|file|dossier|doc|document|note for the file|report|letter|registration|journal|"  # noqa: E501
    r"class|klasa|ur\.? ?br|prot|protocol|sygn|znak|az|gz|mark|index|number|npm|no|nr|num)\b[.:°]*\s*|№\s*){0,5})"
    r"(?P<number>(?=\S*\d)(?=\S*[./-])[A-Z0-9][\w./()-]{3,30}?)(?:\s\([A-Z\d][\w/-]{1,12}\))?"
    r"(?:[.,;]?\s(?:[Dd]ated?:?\s)?(?P<tail>(?:[^\W\d_]+,?\s){0,2}?\(?(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:[^\W\d_]{3,12}\s)?(?:\d{1,2},?\s)?(?:19|20)\d\d\)?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d))?\.?(?:,\s[^\W\d_]+)?",
    re.IGNORECASE,
)
# The other way round: "Example Town, 20 January 2025. No. 34/7-118".
_LETTERHEAD_LAST: Final = re.compile(
    r"(?P<tail>(?:(?:[^\W\d_]+[ -]){0,2}[^\W\d_]+|\[[A-Z]+ \d+\]),\s(?:\d{1,2}(?:st|nd|rd|th)?\s)?[^\W\d_]{3,12}\s(?:\d{1,2},\s)?(?:19|20)\d\d(?:\.?\s(?:godine|roku|року|года|year))?)[.,;|]?\s(?:[|]\s)?"  # noqa: E501
    r"(?P<label>(?:(?:our|your|ref|reference|file|dossier|document|no|nr|num|№|n°)\b[.:°]*\s*){1,3})"
    r"(?P<number>(?=\S*\d)(?=\S*[./-])[A-Z0-9][\w./()-]{3,30}?)\.?",
    re.IGNORECASE,
)
# What stands beside the number of a document in its margins: "AB/25/09, Example District Police Department".
_MARGIN_LABEL: Final = re.compile(r"\s*(?:(?:our|ref|reference|file|document|doc|no|nr)\b[.:]*\s*){0,3}", re.IGNORECASE)
_MARKING: Final = re.compile(
    r"[,.;|]?\s(?:[|]\s)?(?:(?:[A-Z][\w'’-]+\s|of\s|the\s|and\s|for\s){0,8}(?:Department|Ministry|Office|Inspectorate|Commission|Agency|Service|"
    r"Prison|Hospital|Centre|Center|Directorate|Ombudsman|Authority|Police|Council|Committee|Mechanism|Administration)"
    r"|[^.|]{0,30}\b(?:confidence|confidential|tabled|restricted|draft|final|version|embargo\w*|public|official|page \d+)\b[^.|]{0,24})\.?\s*"  # noqa: E501
)
_HEAD: Final = 300
# The cover of a report: "Report on the visit to ..., 12-14 May. Ref. AB-24/118".
_COVER: Final = re.compile(
    r"\s*(?:(?:[A-Z][\w-]+\s){0,3}[Rr]eport|(?:(?:Record|Minutes|Protocol)\sof\s(?:an?\s|the\s)?)?(?:Follow-up|Unannounced|Announced)?\s?(?:[Vv]isit|[Ii]nspection))\b"
    r"[^|]{4,160}[.,;(–-]\s(?:Ref|Reference|Document|Doc|File|No|Reg(?:istration|ister)?|Journal)\.?:?\s(?:(?:[Nn]o\.?|[Nn]umber):?\s)?(?:[A-Z]{1,5}\s)?"
)
_LINE: Final = 90
# "Dok.nr. 23/4711-8. Example Town, 11-04-2025": the number of a journal, in a line of its own that speaks of nobody.
_JOURNAL: Final = re.compile(
    r"(?<!\w)(?:[Dd]ok(?:ument)?\.?\s?nr|[Dd]nr|[Dd]iarienr|[Dd]iaarinro|[Jj]ournal\s?nr|[Jj]\.\s?nr|[Ss]aksnr|[Ss]agsnr|[Ii]ktatószám|[Uu]rbroj|[Kk]lasa)\.?:?\s$"
)
# "Correspondence on complaint EX/C/218/2025": the title of a paper.
_TITLED: Final = re.compile(
    r"\s*(?:Letter|Correspondence|Exchange|Reply|Decision|Opinion)\s(?:on|about|in|concerning)\s(?:the\s)?(?:complaint|matter|case)\s(?:[Nn]o\.?\s)?$"
)
_OF_ONE: Final = re.compile(r"(?i:complain|person|detainee|prisoner|patient|inmate)|\b(?:Mr|Mrs|Ms|Dr)\b")
# "Our reference EX 2025/118": what two offices call their letters by, wherever else the number stands.
_OWN_REFERENCE: Final = re.compile(
    r"\b(?:[Oo]ur|[Yy]our)\sref(?:erence|\.)?(?:\s(?:no\.?|number))?:?\s(?P<letters>[A-Z]{1,5}\s)?(?P<number>(?=[\w./-]*(?:19|20)\d\d)\w+(?:[./-]\w+)+)"
)
# "Your ref. -. Our ref. 11.04.2024 No. 7-9/2402": in a short line.
_OUR_REF: Final = re.compile(r"\b[Oo]ur\s(?:[Rr]ef(?:erence)?\.?|[Nn]o\.?|[Nn]umber|[Ff]ile)[:\s][^|;]{0,30}$")
_BODY: Final = (
    r"(?:Ministry|Minister|Directorate|Inspectorate|Mechanism|Ombudsman|Ombudsperson|Commission|Commissioner|Committee|Office|Department|Agency|Authority|Council|"
    r"Service|Board|Prosecution|Administration|Chancellery|Chancellor|Guardian|Defender|Institution|Secretariat|Headquarters|Command)"
)
# "Our 3 May 2024 No. 7-9/22", "Your message No. 44-2", "Operation no. AB-23", "the Inspectorate's file 12-4",
# "We wrote to the Ministry of Example (ref. 12/3)": what offices write to each other about.
_CORRESPONDENCE: Final = re.compile(
    r"\b(?:[Oo]urs?|[Yy]ours?|[Dd]ate):?\s(?:(?:ref(?:erence)?|letter|message|note|reply|e-?mail)\.?\s)?(?:of\s|dated\s)?"
    r"(?:\d{1,2}(?:[./-]\d{1,2}[./-]|\s[^\W\d_]{3,12}\s)(?:19|20)?\d\d,?\s)?(?:[Nn]o\.?|[Nn]r\.?|[Nn]umber|№|[Nn][º°])\s$"
    r"|\b(?:[Mm]essage|[Tt]elex|[Tt]elegram|[Oo]peration|[Dd]ispatch|[Mm]emo(?:randum)?|[Nn]ote [Vv]erbale|[Cc]ircular letter|[Cc]over(?:ing)? letter)\s"  # noqa: E501
    r"(?:of\s\d{1,2}\s\w+(?:\s\d{4})?,?\s)?(?:[Nn]o\.?|[Nn]r\.?|[Nn]umber|№|[Nn][º°])\s$"
    r"|\b(?:OPCAT|NPM|SPT|CPT)\s[Rr]ef(?:erence)?\.?:?\s$"
    rf"|\b{_BODY}['’]s\s(?:own\s)?(?:file|ref(?:erence)?|letter|record)\.?(?:\s(?:no\.?|number|nr\.?))?\s$"
    rf"|\b(?:[Ww]e|[Mm]echanism|team|delegation|[Cc]ommittee|[Oo]mbudsman)\s(?:again\s|then\s)?(?:wrote|reported|replied|turned|asked)\b[^.;()\n]{{0,30}}\b{_BODY}\b[^.;()\n]{{0,40}}"
    r"\((?:our\s)?(?:ref(?:erence)?|letter|no|file)\b[.:]?\s(?:[Nn]o\.?\s)?$"
    r"|(?:^|[\n\x1e])[A-Z][^\n\x1e|·•]{3,60}\s[·•|]\s(?:[Nn]o\.?|[Nn]r\.?|№|[Nn][º°])\s$"
)
# "Commission for Example – AB/2024/19": a line with a body and the number of the paper alone.
_UNDER_A_BODY: Final = re.compile(
    rf"[^|·•\n]{{0,50}}\b{_BODY}\b[^|·•\n]{{0,50}}\s[·•|–—]\s(?:[Nn]o\.?\s)?[A-Z\d][\w./-]{{3,30}}\.?"
)
_LETTER_REACH: Final = 130
_TOUCHES_BEFORE: Final = re.compile(r"(?:[A-Z0-9]{1,8}[-/.])+$")
# A single capital within a sentence is the first letter of the number after it.
_LETTER_BEFORE: Final = re.compile(r"(?<=[a-z:,#(]\s)[A-Z]\s$")
_TOUCHES_AFTER: Final = re.compile(r"(?:[-/.][A-Z0-9]{1,8})+(?![\w])")
_LAW_DATE: Final = re.compile(
    r"\b(?:sentenced|convicted|committed|imposed|admitted|registered|in force|applies|apply|effect)\s(?:\w+\s)?(?:before|after|prior to|until|as of)\s$"  # noqa: E501
    r"|\b(?:Law|Act|Decree|Order|Ordinance|Resolution|Regulation|Decision|Circular)\s(?:No\.?|Nr\.?|№|[Nn][°º])\s?[\w./-]{1,20}\sof\s$"
)
# What the holder of an office did in office, up to its date.
_BUSINESS: Final = re.compile(
    r"\b(?:[Cc]ommissioner|[Dd]irector(?:[- ]general)?|[Mm]inister|[Pp]resident|[Ss]uperintendent|[Gg]overnor|[Cc]hair(?:man|woman|person)?|[Pp]rosecutor|"  # noqa: E501
    r"[Oo]mbuds\w+|[Ss]ecretary|[Ii]nspector(?:[- ]general)?|[Hh]ead of|[Cc]hief|[Mm]anager|[Mm]ayor|[Aa]mbassador|[Cc]ommander|[Dd]efender|[Bb]oard|[Ww]arden)\b"  # noqa: E501
    r"(?:(?!\b(?:prisoner|patient|inmate|detainee|resident|pupil|man|woman|boy|girl|born)\b)[^.;\n\x1e]|\.(?=\s[A-Z]\w+,)){0,110}"
    r"\b(?:met (?:the|with|us)|took (?:office|up)|gave (?:a|an|the) (?:statement|undertaking|interview|answer)|wrote|replied|signed|announced|informed us|appointed|"  # noqa: E501
    r"issued|approved|promised|undertook|was (?:appointed|elected|sworn in)|answered|agreed|confirmed|assured)\b[^.;\n\x1e]{0,60}?\b(?:on|in|of|since|from)\s$"  # noqa: E501
)
# "zn. 31/2024": a label that was read as part of the number.
_LABEL: Final = re.compile(r"(?:zn|[Nn]o|[Nn]r|[Rr]ef|[Ll]ey|[Ll]oi|[Ll]ei|[Ll]egge|[Zz]akon)\.?:?\s(?=\S*\d)")
_DIGIT: Final = re.compile(r"\d")
# A number with letters needs so many digits to be somebody's.
_DIGITS: Final = 4


def of_the_letter(text: str, start: int) -> bool:
    """Say whether the number at ``start`` is the reference of a letter: by its words, or in a line of its own."""
    if _CORRESPONDENCE.search(text, max(0, start - _LETTER_REACH), start):
        return True
    if any(text.startswith(reference, start) for reference in _own_references(text)):
        return True
    low = max(text.rfind("\n", 0, start), text.rfind("\x1e", 0, start)) + 1
    ends = [end for end in (text.find("\n", start), text.find("\x1e", start)) if end >= 0]
    high = min(ends, default=len(text))
    line = text[low:high].strip()
    if low < _HEAD and _COVER.fullmatch(text, low, start):
        return True
    if len(line) > _LINE:
        return False
    if _OUR_REF.search(text, max(low, start - _LINE), start) or _UNDER_A_BODY.fullmatch(line):
        return True
    if _TITLED.fullmatch(text, low, start) and len(text[start:high].split()) == 1:
        return True
    if _JOURNAL.search(text, low, start) and not _OF_ONE.search(line):
        return True
    for pattern in (_LETTERHEAD, _LETTERHEAD_LAST):
        match = pattern.fullmatch(line)
        if match is not None and (match["label"] or match["tail"]) and not match["number"].isdigit():
            return True
    return False


@lru_cache(maxsize=16)
def _own_references(text: str) -> frozenset[str]:
    """Return what a text calls "our" and "your" reference, with its letters and without."""
    found = list(_OWN_REFERENCE.finditer(text))
    lettered = (f"{match['letters'] or ''}{match['number']}" for match in found)
    return frozenset([*(match["number"] for match in found), *lettered])


def of_the_margin(text: str, start: int, end: int) -> bool:
    """Say whether a number stands in the first or last line of a document with a body or a marking, as footers do."""
    low = max(text.rfind("\n", 0, start), text.rfind("\x1e", 0, start)) + 1
    ends = [place for place in (text.find("\n", end), text.find("\x1e", end)) if place >= 0]
    high = min(ends, default=len(text))
    if high - low > _LINE or not (low < _HEAD or not text[high:].strip()):
        return False
    if not _MARGIN_LABEL.fullmatch(text, low, start):
        return False
    return "/" in text[start:end] and bool(_MARKING.fullmatch(text, end, high))


def of_a_paper(text: str, start: int) -> bool:
    """Say whether the number at ``start`` is that of a report, a contract or a published judgment."""
    before = text[max(0, start - 80) : start]
    return bool(_REFERENCE.search(before[-40:]) or _PUBLISHED.search(before))


# "Registered no. 4471 / 3 March 2025": the number and the day of an entry of the post.
_ENTERED: Final = re.compile(r"\d{1,6}\s?/\s?\d{1,2}(?:\s[A-Z][a-z]{2,8}\s|[./]\d{1,2}[./])(?:19|20)\d\d")


def is_reference(text: str, start: int, end: int) -> bool:
    """Say whether a number is that of a paper: by the words before it, or by the line that it stands in."""
    if _EXAMINED.match(text, end) or _OF_SOMEBODY.search(text[max(0, start - 80) : start]):
        return False
    if _ENTERED.fullmatch(text, start, end):
        return True
    label = _LABEL.match(text, start)
    start = label.end() if label else start
    return of_a_paper(text, start) or of_the_letter(text, start) or of_the_margin(text, start, end)


def of_a_law(text: str, start: int) -> bool:
    """Say whether the date at ``start`` divides cases for a law: "sentenced before 1 October 2004"."""
    return bool(_LAW_DATE.search(text[max(0, start - 60) : start]))


def of_an_office(text: str, start: int) -> bool:
    """Say whether the date at ``start`` is of what the holder of an office did: "the president took office on"."""
    return bool(_BUSINESS.search(text[max(0, start - 240) : start]))


def of_nobody(text: str, start: int) -> bool:
    """Say whether the date at ``start`` is that of a law or of an office rather than of a person's life."""
    return of_a_law(text, start) or of_an_office(text, start)


def of_a_desk(text: str, start: int, end: int) -> bool:
    """Say whether a number reaches an office."""
    return bool(_OF_A_DESK.search(text[max(0, start - 40) : end]))


def is_symbol(text: str, start: int) -> bool:
    """Say whether the symbol of a public document begins at ``start``: "CAT/OP/ABC/1"."""
    return _SYMBOL.match(text, start) is not None or _STANDARD.match(text, start) is not None


def whole_code(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the whole of a number that is partly read: what touches it belongs to it, and a single capital before."""
    near = text[max(0, start - 30) : start]
    before = _TOUCHES_BEFORE.search(near) or _LETTER_BEFORE.search(near)
    after = _TOUCHES_AFTER.match(text, end, min(len(text), end + 30))
    return (start - len(near) + before.start() if before else start), (after.end() if after else end)


_PREFIX: Final = re.compile(r"(?<![\w./-])(?P<letters>[A-Z]{2,4})[ ]$")
_PARTED: Final = re.compile(r"\d+[/-]\d")


def with_prefix(text: str, start: int, lexicon: Lexicon) -> int:
    """Return where a number with parts begins if its letters stand before it: "MR 041/25"; labels stay outside."""
    match = _PREFIX.search(text, max(0, start - 6), start)
    if match is None or _PARTED.match(text, start) is None:
        return start
    letters = match["letters"]
    return start if letters in SPECIFIC or letters in {"NO", "NR", "REF"} or lexicon.is_safe(letters) else match.start()


def is_lettered(surface: str) -> bool:
    """Say whether a number has letters too, and digits enough to be somebody's."""
    return len(_DIGIT.findall(surface)) >= _DIGITS and any(map(str.isupper, surface))
