"""Lines of plain text that stand together without blank lines: which are cover, which headings, which prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.oneline import BREAK, lines_of

NUMBERED_HEADING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.|(?:Part|Chapter|Section|Annex|Appendix)\b[^.]{0,12})\s+\S"
)
_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s")
_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\b.{0,14}\b(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:executive summary|summary|introduction|background|(?:main |key )?findings|conclusions?|recommendations?|"
    r"(?:[\w’']+ ){0,3}(?:responses?|reply|replies)(?: (?:of|by|from) .{3,60})?|good practices?|methodology|annex|"
    r"appendix|health ?care|material conditions)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|should|must|shall|will|did|do|does)\b")
_ASKING = re.compile(r"(?:\d{1,2}\.?\s+)?(?:What|How|Why|Where|Who)\s+[a-z]")
# Whom a letter is for, where it comes from, how it closes.
_OF_A_LETTER = re.compile(
    r"(?:To|From|For|Cc|Copy|Attn|Ref)\s*[:.]|(?:Mr|Mrs|Ms|Dr|Prof|Dear|Yours|Sincerely|Respectfully)\b|"
    r"(?:With\s+|Kind\s+|Best\s+)+(?:regards|respect|greetings)|(?:Republic|Kingdom|Commonwealth|State|Principality)\s+of\s+\S+$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:report|visit|inspection|monitoring)\b", re.IGNORECASE)
_NAMES_VISIT = re.compile(
    r"\b(?:visits?|inspections?)\b(?!\s+(?:board|team|office|commission|group|committee|service|authority|unit))",
    re.IGNORECASE,
)
_HANGING = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|the|to|with)$|[-–,&]$", re.IGNORECASE)
_LABELLED = re.compile(r"(?:recommendation|finding|deficiency|good practice|[A-Z]{1,3}-?\d)\b.{0,8}\d?", re.IGNORECASE)
_FIELD = re.compile(r"\s*[A-Z][\w’'/-]*(?:\s[\w’'/()-]+){0,4}:\s+\S")
_MOST_LETTERHEAD_LINES, _MARGIN = 10, 0.9
_MOST_COVER_LINES, _MOST_COVER_WORDS = 8, 16
_FEW_LINES = 20
_MOST_WORDS, _MOST_PLAIN_WORDS, _LEAST_PROSE = 10, 6, 45


def is_date(line: str) -> bool:
    """Say whether a line opens with a day: ``12 July 2024``, ``9 and 10 October``."""
    return bool(_DATE.match(line))


def is_of_letter(line: str) -> bool:
    """Say whether a line belongs to the head or the end of a letter: ``To: the Director``, ``Kind regards``."""
    return bool(_OF_A_LETTER.match(line.strip()))


def labelled_field(line: str) -> bool:
    """Say whether a line opens as the field of a form does: ``Institution: Elm Home``, ``Visited on: 3 May``."""
    return bool(_FIELD.match(line))


def text_width(lines: Sequence[str]) -> int:
    """Return the width at which a text is wrapped, in characters: few lines are longer."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < _FEW_LINES:
        return lengths[-1] if lengths else 0
    return lengths[int(0.95 * (len(lengths) - 1))]


def broken_on_purpose(line: str, following: str, width: int) -> bool:
    """Say whether a line ends before the next one's first word would have had to go to a new line."""
    first = following.split(maxsplit=1)[0] if following.split() else ""
    return len(line.rstrip()) + 1 + len(first) <= width


def stands_in_lines(lines: Sequence[str], width: int) -> bool:
    """Say whether lines were broken by hand, as in a letterhead, an address or a signature.

    Args:
        lines: of a paragraph, in their order.
        width: of the text.
    """
    if not 1 < len(lines) <= _MOST_LETTERHEAD_LINES or len(lines_of(BREAK.join(lines))) < 2:
        return False
    said = any(_SENTENCE.search(line) or line.rstrip().endswith((".", ";", ":")) for line in lines)
    return not said and all(
        broken_on_purpose(line, following, int(_MARGIN * width)) for line, following in pairwise(lines)
    )


def cover(lines: Sequence[str], width: int) -> list[str]:
    """Return the cover lines with which the first paragraph of a text opens, those of one title joined.

    Args:
        lines: the first paragraph.
        width: of the text.

    Returns:
        At least two lines of which one names a report or visit; empty where it opens otherwise.
    """
    taken: list[str] = []
    for index, line in enumerate(lines):
        text = line.strip()
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        long = len(text.split()) > _MOST_COVER_WORDS or len(taken) == _MOST_COVER_LINES
        if (
            long
            or text.endswith((".", ";"))
            or (_NUMBER.match(text) and not is_date(text))
            or _KNOWN.fullmatch(text)
            or text[0] in "-*•"
        ):
            break
        opens = re.match(r"(?:the |an? )?(?:[\w-]+ )?(?:report|visit|inspection)\b", following, re.IGNORECASE)
        if following and not opens and not _HANGING.search(text) and not broken_on_purpose(line, following, width):
            break
        taken.append(text)
    joined: list[str] = []
    for text in taken:
        if joined and (_HANGING.search(joined[-1]) or text[:1].islower()):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    if len(taken) < 2 or not any(_TITLE.search(text) for text in joined):
        return []
    return [*joined, *[""] * (len(taken) - len(joined))]


def title_line(lines: Sequence[str]) -> int:
    """Return which cover line is the title: the first that names a visit or inspection, else a report."""
    for pattern in (_NAMES_VISIT, _TITLE):
        for index, line in enumerate(lines):
            if pattern.search(line) and not re.match(r"(?:dates?|period)\b", line, re.IGNORECASE):
                return index
    return 0


def heads(line: str, following: str, width: int, *, ended: bool) -> bool:
    """Say whether a line is a heading though no blank line parts it from the next.

    Args:
        line: the line.
        following: the next line of the same paragraph.
        width: of the text.
        ended: the line before ended a sentence, or there is none.
    """
    text, after = line.strip(), following.strip()
    if (
        not ended
        or not after
        or not text
        or is_date(text)
        or text[-1] in ".,;:?!"
        or not broken_on_purpose(line, following, width)
    ):
        return False
    words = text.split()
    asks = _ASKING.match(text)  # "What should change" is no sentence
    if len(words) > _MOST_WORDS or (_SENTENCE.search(text) and not asks) or not any(one.isalpha() for one in text):
        return False
    own, next_number = _NUMBER.match(text), _NUMBER.match(after)
    if own and next_number:
        return next_number["number"].startswith(f"{own['number'].rstrip('.')}.")
    if after[0].islower():
        return False
    if _KNOWN.fullmatch(re.sub(r"^\W*(?:\d[\d.]*|[IVX]+|[A-Z])[.)]?\s+", "", text)):
        return True
    if text.isupper():
        return not after.isupper()
    if NUMBERED_HEADING.match(text):
        return text[own.end() :][:1].isupper() if own else not _LABELLED.match(text)
    prose = len(after) >= _LEAST_PROSE or after.endswith(".")
    return (
        prose
        and len(words) <= _MOST_PLAIN_WORDS
        and text[0].isupper()
        and not re.search(r"[\d@,|:]", text)
        and not _LABELLED.match(text)
    )
