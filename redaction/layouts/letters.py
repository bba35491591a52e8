"""Letters, mails and minutes: lines that by their place hold nothing but names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.names.forms import BODIES
from redaction.span import Span, SpanType

_START: Final = rf"(?:(?<=[\n{SEPARATOR}])|^)"
_HEAD: Final = re.compile(
    rf"{_START}(?:from|to|cc|bcc|sent by|forwarded by|apologies|attendees|attn|attention|interviewee|interviewer|"
    rf"participants|observers?|signatures?|team|names?|author|inspectors?):[ ](?P<people>[^\n{SEPARATOR}]{{1,400}})",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"(?:yours(?: (?:sincerely|faithfully|truly|respectfully|very truly))?|sincerely(?: yours)?|"
    r"(?:(?:with|kind|best|warm|kindest|warmest|many) )*(?:regards|wishes|thanks)|respectfully(?: (?:yours|submitted))?|"  # noqa: E501
    r"cheers|thanks|best|bjs|bises|abraços|saludos|cordialement|mit freundlichen grüßen|signed(?: by)?|"
    rf"in solidarity|for the (?:team|board|commission|mechanism|delegation))[,.!:]?\s?[\n{SEPARATOR}]+"
    rf"(?P<name>[^\n{SEPARATOR}|]{{2,60}})(?=[\n{SEPARATOR}|]|$)",
    re.IGNORECASE,
)
# "Yours faithfully, Ann Example State Secretary": the lines of a signature that a reader has joined.
_JOINED: Final = re.compile(
    r"(?:\b[Yy]ours (?:very )?(?:sincerely|faithfully|truly|respectfully)|"
    rf"(?:{_START}|(?<=[.!?] ))(?:Sincerely(?: yours)?|Respectfully(?: (?:yours|submitted))?|"
    r"(?:With )?(?:[Kk]ind|[Bb]est|[Ww]arm)(?:est)? [Rr]egards))"
    rf"[,.]? ?(?:\((?:[Ss]igned|[Ss]gd\.?)\) ?)?(?P<rest>[A-ZÀ-ÖØ-Þ][^\n{SEPARATOR}|,;:@\[]{{2,80}})"
)
# What an office or a body opens with, behind the name of who signs.
_OPENS_OFFICE: Final = re.compile(
    r"the|for|on|of|and|at|in|state|national|parliamentary|human|chief|deputy|acting|senior|public|general|"
    r"permanent|first|vice|assistant|federal|regional|provincial|district|head|prisons?|police|health|"
    r"international|european|special|independent|republic|lead|principal|executive|legal|medical"
)
# "..., ta, ann": a message that ends with who wrote it, in small letters.
_LAST_WORD: Final = re.compile(
    r"(?:^|[\s,.!?])(?:ta|thx|tnx|thanks|cheers|regards|best|love|xx?),?\s(?P<name>[a-z]{3,14})(?:\sx{1,3})?[.!]?\s?"
    rf"(?=[\n{SEPARATOR}]|$)"
)
# "signed “ABC”", "initialled ABC at 10.00": initials of whoever signs.
_SIGNED: Final = re.compile(
    r"\b(?:(?:[Ss]igned|[Ss]ignature)(?:\s(?:by|as))?:?\s(?P<quote>[\"“”‘'])|"
    r"(?:[Ii]nitialled|[Cc]ountersigned|[Ii]nitials|[Ss]gd\.?)(?:\s(?:by|as|of))?:?\s[\"“‘']?)"
    r"(?P<name>[A-Z]\.?[A-Za-z]?\.?[A-Z]\.?(?:[A-Z]\.?)?)(?![\w-])"
)
_DASHES: Final = re.compile(
    rf"{_START}(?:--|__+|—)[ ]?[\n{SEPARATOR}]+(?P<name>[^\n{SEPARATOR}|,]{{2,60}})(?=[\n{SEPARATOR}|,]|$)"
)
# "H.v.B." under a note: initials with a particle between them.
_JOINED_INITIALS: Final = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){1,3}(?:v\.?|d\.?|v\.?d\.?|de|van|von|van de[rn]?)\s?(?:[A-Z]\.){1,2}(?![\w])"
)
# A line with a name, and under it the line of an office.
_HOLDER: Final = re.compile(
    rf"{_START}(?:(?:Judge|Justice|Dr|Prof|Professor|Hon|Sir|Dame|Mr|Mrs|Ms|Miss|Rev|Sheikh|Col|Gen|Brig|Emeritus|emeritus|retired|\(ret\.\))\.? ){{0,3}}"  # noqa: E501
    rf"(?P<name>[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: [A-ZÀ-ÖØ-Þ][\w.'’-]*| (?:de|van|von|der|bin|al|da|dos|y)){{1,4}})[\n{SEPARATOR}]+"  # noqa: E501
    rf"(?:(?:The|Acting|Deputy|Chief|Senior|First|Principal|Permanent|Assistant|National|Federal|Parliamentary|Her|His) )*"  # noqa: E501
    rf"(?:Ombuds\w+|Commissioner|Minister|Secretary|Director|Governor|Inspector|Chair(?:person|man|woman)?|President|Head|Rapporteur|"
    rf"Superintendent|Co-?ordinator|Defender|Chancellor|Manager|Administrator|Commander|Warden|Advocate|Secretary[- ]General)\b"  # noqa: E501
    rf"(?=[^\n{SEPARATOR}.]{{0,70}}(?:[\n{SEPARATOR}]|$))"
)
_ITEM: Final = re.compile(r"[^;,]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASIDE: Final = re.compile(r"<[^>]*>|\([^)]*\)|\S*@\S*")
_MOST_WORDS: Final = 4


def letter_spans(text: str, lexicon: Lexicon) -> list[Span]:
    """Return the names on header lines, under closings and at the head of signature blocks.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    spans: list[Span] = []
    for match in _HEAD.finditer(text):
        for item in _ITEM.finditer(_ASIDE.sub(lambda aside: " " * len(aside.group()), match["people"])):
            spans += _name(item.group(), match.start("people") + item.start(), lexicon)
    spans += [Span(*match.span(), SpanType.NAME, 0.8, ("letter",)) for match in _JOINED_INITIALS.finditer(text)]
    for match in _LAST_WORD.finditer(text):
        if not lexicon.is_common(match["name"]) and not lexicon.is_safe(match["name"]):
            spans.append(Span(*match.span("name"), SpanType.NAME, 0.7, ("letter",)))
    for match in _SIGNED.finditer(text):
        if not lexicon.is_safe(match["name"].replace(".", "")):
            spans.append(Span(*match.span("name"), SpanType.NAME, 0.7, ("letter",)))
    for match in _HOLDER.finditer(text):
        words = [word.lower() for word in _WORD.findall(match["name"])]
        if words[-1] in BODIES:
            # "B. Example Service" over "Commissioner": the heading of a list.
            continue
        strange = [word for word in words[:-1] if not lexicon.is_common(word) and not lexicon.is_safe(word)]
        if words[0] in lexicon.given_words or words[0] in lexicon.given_names or words[0] in strange:
            spans.append(Span(*match.span("name"), SpanType.NAME, 0.8, ("letter",)))
    for pattern in (_CLOSING, _DASHES):
        for match in pattern.finditer(text):
            spans += _name(match["name"], match.start("name"), lexicon, capital=True)
    for match in _JOINED.finditer(text):
        spans += _before_office(match["rest"], match.start("rest"), lexicon)
    return spans


def _before_office(rest: str, base: int, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the name that opens a joined signature, up to the first word of an office or a body."""
    words = list(_WORD.finditer(rest))
    while words and words[0].group().lower() in lexicon.titles:
        words.pop(0)
    name: list[re.Match[str]] = []
    for word in words[: _MOST_WORDS + 1]:
        low = word.group().lower()
        held = low in lexicon.strong or low in lexicon.titles or low in lexicon.roles or low in BODIES
        if held or _OPENS_OFFICE.fullmatch(low) or (name and rest[name[-1].end() : word.start()].strip(" .’'-")):
            break
        name.append(word)
    while name and not name[-1].group()[0].isupper():
        name.pop()
    lows = [word.group().lower() for word in name]
    known = any(not lexicon.is_common(low) and not lexicon.is_safe(low) for low in lows if len(low) > 1)
    if lows and (known or lows[0] in lexicon.given_words or lows[0] in lexicon.given_names):
        yield Span(base + name[0].start(), base + name[-1].end(), SpanType.NAME, 0.8, ("letter",))


def _name(item: str, base: int, lexicon: Lexicon, *, capital: bool = False) -> Iterator[Span]:
    """Yield the name that an item of such a line is, if it is one."""
    words = list(_WORD.finditer(item))
    while len(words) > 1 and words[0].group().lower() in lexicon.titles:
        words.pop(0)
    if not words or len(words) > _MOST_WORDS or re.search(r"\d", item):
        return
    lows = [word.group().lower() for word in words]
    if capital and not words[0].group()[0].isupper():
        return
    if any(low in lexicon.strong or low in lexicon.titles or low in lexicon.roles for low in lows):
        return
    strange = [low for low in lows if not lexicon.is_common(low) and not lexicon.is_safe(low)]
    if len(words) == 1 and (words[0].group().isupper() or (capital and len(lows[0]) < 3)):
        return
    if not strange and lows[0] not in lexicon.given_words:
        return
    if any(low in ("the", "of", "all", "and", "for") for low in lows) and len(strange) < 2:
        return
    yield Span(base + words[0].start(), base + words[-1].end(), SpanType.NAME, 0.8, ("letter",))
