"""Replies that follow the paragraphs of the report: ``Paragraph 6. The recommendation is accepted``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.register.answers_in_turn import as_answers, turns
from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.captioned_verdicts import caption_number
from ingest.register.claims import claimed_in
from ingest.register.offices import is_actor
from ingest.register.responses import numbers_in
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses
from ingest.report import Block
from redaction.text import RedactedText

_OPENING = re.compile(
    r"(?:(?:re|ad|to|as (?:to|regards)|with (?:regard|respect|reference) to|regarding|concerning|on|in (?:reply|"
    r"response) to)\s+)?"
    r"(?:(?:the|your)\s+(?:recommendations?|requests?|proposals?|observations?)\s+(?:\w+\s+)?(?:in|of|under|at|"
    r"from)\s+)?"
    r"(?:(?:the\s+)?(?:paragraphs?|paras?\.?|pars?\.|points?|items?|recommendations?|requests?|measures?|no\.|§)\s*|"
    r"(?<=^ad\s))(?:(?:nos?\.?|numbers?|n[°º])\s*)?"
    r"(?P<list>(?P<number>[A-Z]{0,3}-?\d{1,3}(?:[./]\d{1,3}){0,3})(?:\s*(?:and|,|to|[–-])\s*\d[\d.]*)*)\s*"
    r"(?:[.:,;)–-]|(?=\s))\s*",
    re.IGNORECASE,
)
# Without a number: "With regard to the recommendation to install screens, ...".
_NAMED = re.compile(
    r"\b(?:the|your|this|its)\s+(?:[\w’'-]+\s+){0,2}?(?:recommendation|proposal|request|suggestion|requirement|"
    r"observation|concern|finding|remark)s?\s+"
    r"(?:to\s+[a-z]|that\s|on\s|about\s|concerning\s|regarding\s|for\s|of\s|as\s+to\s)",
    re.IGNORECASE,
)
# "I have the honour of replying to your report": how a letter opens, whatever it goes on to name.
_COURTESY = re.compile(
    r"(?:(?:I|[Ww]e|[Tt]he\s+\w+)\s+(?:have|has)\s+the\s+honou?r|(?:I|[Ww]e)\s+(?:\w+ly\s+)?(?:thank|acknowledge|write|refer)\b|"
    r"[Tt]hank(?:s|\s+you)\b)"
)
_HEADING = re.compile(
    r"\W*(?:(?:reply|response|comments?) (?:to|on)\s+)?(?:the\s+)?(?:paragraphs?|paras?\.?|points?|"
    r"recommendations?|items?)\s+"
    r"(?P<list>[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3}(?:\s*(?:,\s*(?:and\s+)?|and\s+|to\s+|"
    r"[–-])\s*\d{1,3}(?:\.\d{1,3}){0,3})*)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:The\s+)?(?P<name>[A-Z][^,;:.()]{2,70}?)\s+(?:has|have|does|do|did|will|accepts?|agrees?|rejects?|considers?|"
    r"(?:is|are|was)(?!\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|pt|ht)\b))\b"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
_IN_WORDS = re.compile(
    rf"(?:(?:on|as to|as regards|regarding|concerning|with regard to|in reply to)\s+)?(?:(?:the|"
    rf"your)\s+)?{_ORDINAL}\b"
    rf"(?:\s*(?:,|and|to)\s*(?:the\s+)?{_ORDINAL}\b)*(?:ly)?(?=,|\s+(?:recommendation|proposal|point|request|is|are|"
    rf"was|were|has|have|"
    r"cannot|can|will|concerns)\b)",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(
    rf"\b(?:on|to|accept|reject|support)\s+(?:the|your)\s+{_ORDINAL}(?:\s+recommendation)?\s*[.;]", re.IGNORECASE
)
_OWN_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]*\s+(?=[A-Z])")
# "Comments of the Government on the report" names a document.
_OF_A_DOCUMENT = re.compile(
    r"\b(?:report|repl(?:y|ies)|responses?|comments|observations|remarks|answers?|plan|statement|"
    r"letter)\b",
    re.IGNORECASE,
)
_BY_NUMBER = re.compile(
    r"(?:\(?(?P<number>\d{1,3})[.)]+\s+)?(?:[Oo]n|[Aa]s\s+(?:to|regards)|[Rr]egarding|[Cc]oncerning|"
    r"[Ww]ith\s+regard\s+to)\s+"
    r"(?:the|your)\s+(?:recommendation|proposal|request)\s+(?:to|that|on|for)\b"
)
# No authority says of itself that a measure has not been carried out.
_FAILED = frozenset({"not implemented", "partly implemented"})
# "On single patients": what was done for those whom the report named answers no recommendation.
_OF_PERSONS = re.compile(
    r"\W*(?:(?:[A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d+)*)[.):]?\s+)?(?:on\s+)?(?:the\s+)?(?:individual|single|particular|certain|named)\s+"
    r"(?:persons?|people|patients?|prisoners?|detainees?|residents?|inmates?|cases?|complaints?)\W*",
    re.IGNORECASE,
)
_FRONT, _LONGEST_NAME, _LONGEST_LINE = 3, 70, 60
# "The presence of a nurse at night is accepted": a sentence that decides on a further point.
_DECIDED_ON = re.compile(
    r"\b(?:is|are|was|were|has been|have been|cannot be|can be|will be)\s+(?:also\s+|therefore\s+|\w+ly\s+|not\s+)*"
    r"(?:accepted|agreed|rejected|noted|supported|endorsed|under consideration)\b"
)


def paragraph_replies(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the replies of a response that is written as a letter or paragraph by paragraph.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Responses with the number answered, the words and what they claim. A paragraph in which several offices
        or decisions answer in turn gives one each.
    """
    found = as_answers(list(turns(blocks, taken)))
    taken = taken | {id(one.block) for one in found}
    fronts = [str(block.text) for block in blocks[:_FRONT] if len(block.text) < _LONGEST_NAME]
    names = [line for line in fronts if not _OF_A_DOCUMENT.search(line) and not re.match(r"(?:To|For)\b", line)]
    author = next((name for name in names if is_actor(name)), None)
    body = [
        block
        for block in blocks
        if block.in_body
        and id(block) not in taken
        and not (block.heading_path and _OF_PERSONS.fullmatch(block.heading_path[-1]))
    ]
    in_words = sum(_ordinals(block.text) != () for block in body) > 1
    line: Block[RedactedText] | None = None
    for block in body:
        if len(block.text) < _LONGEST_LINE and (
            _HEADING.fullmatch(block.text.strip(" .:*")) or caption_number(block.text) is not None
        ):
            # "Reply to paragraph 15", "Ad 3 (beds)" on a line of its own that is no heading.
            line = block
            continue
        numbers = _ordinals(block.text) if in_words else ()
        if numbers:
            status = claimed_in(re.sub(r"^\w+,\s+", "", block.text))
            found.extend(response_of(block.text, block, number, author, claimed=status) for number in numbers)
            continue
        # "5. Paragraph 8 is accepted": behind the number that the letter gives itself.
        own = _OWN_NUMBER.match(block.text) if block.number is not None else None
        opening = _OPENING.match(block.text, own.end() if own is not None else 0)
        above = _numbers_above(block, line) if opening is None else ()
        number = opening["number"] if opening is not None else next(iter(above), None)
        if number is not None:
            begin = own.end() if own is not None else 0
            start = opening.end() if opening is not None else begin
            found.extend(_answers(block, begin, start, number, author))
            for other in (above or tuple(numbers_in(opening["list"]) if opening is not None else ()))[1:]:
                # "Reply to paragraphs 14 and 15"
                found.extend(_answers(block, begin, start, other, author))
        elif _NAMED.search(block.text) and not _COURTESY.match(block.text):
            # "2. On the recommendation to hire nurses: ...": a reply that counts them as the report does.
            counted = _BY_NUMBER.match(block.text)
            number = (counted["number"] or (block.number or "").strip("(). ") or None) if counted is not None else None
            found.extend(_answers(block, 0, 0, number, author))
    return found


def told_by_authorities(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the numbered ones of a file of letters, without the sections in which the body that visited judges.

    Args:
        found: by :func:`paragraph_replies`.
    """
    judged = {one.block.heading_path for one in found if one.status_claimed in _FAILED}
    return [one for one in found if one.number is not None and one.block.heading_path not in judged]


def _ordinals(text: str) -> tuple[str, ...]:
    """Read which recommendations a paragraph answers in words: ``The fifth and sixth are for the health provider``."""
    found = _IN_WORDS.match(text) or _AT_THE_END.search(text)
    words = re.findall("|".join(_ORDINALS), found.group(), re.IGNORECASE) if found is not None else []
    return tuple(str(_ORDINALS.index(word.lower()) + 1) for word in words)


def _numbers_above(block: Block[RedactedText], line: Block[RedactedText] | None) -> tuple[str, ...]:
    found = _HEADING.match(block.heading_path[-1]) if block.heading_path else None
    if found is None and line is not None and line.heading_path == block.heading_path:
        found = _HEADING.match(line.text.strip(" .:*"))
        if found is None and (named := caption_number(line.text)) is not None:
            return (named,)
    return tuple(numbers_in(found["list"])) if found is not None else ()


def _answers(
    block: Block[RedactedText], begin: int, start: int, number: str | None, author: str | None
) -> Iterator[Candidate]:
    spans = list(sentence_spans(block.text, start))
    numbered = number is not None and start > begin
    openings = [
        place
        for place, (first, last) in enumerate(spans)
        if place and _turns(block.text[first:last], numbered=numbered)
    ]
    # "Recommendation 2 asks for more doctors. I do not adopt it": what decides nothing belongs to what follows.
    openings = [place for place in openings if claimed_in(block.text[start : spans[place - 1][1]]) is not None]
    parts = [0, *openings, len(spans)]
    for first, last in pairwise(parts):
        text = trimmed(block.text, begin if first == 0 else spans[first][0], spans[last - 1][1])
        speaker = _SUBJECT.match(block.text[spans[first][0] : spans[first][1]])
        name = speaker["name"] if speaker is not None else None
        office = name if name is not None and is_actor(name) else author
        status = claimed_in(block.text[spans[first][0] : spans[last - 1][1]])
        # A numbered paragraph answers the one of its number, even where it only tells.
        if status is not None or number is not None:
            yield response_of(text, block, number, office, claimed=status)


def _turns(sentence: str, *, numbered: bool) -> bool:
    """Say whether a sentence takes up another point: an office decides, or a recommendation is decided on.

    Args:
        sentence: behind the first of a paragraph.
        numbered: the paragraph opens with the number that it answers, so that what it decides on is a part of that.
    """
    statuses = [status for _, _, status in find_statuses(sentence) if status in ACCEPTANCE]
    if not statuses:
        return False
    speaker = _SUBJECT.match(sentence)
    if not numbered and (re.search(r"\brecommendation\b", sentence) or _DECIDED_ON.search(sentence)):
        return True
    return speaker is not None and is_actor(speaker["name"])
