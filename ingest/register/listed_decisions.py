"""Numbers sorted by what became of them: ``Accepted: 1, 3 and 5``, ``4 is refused``, ``2 and 3 half done``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.position_cells import position_in
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.report import Block
from redaction.text import RedactedText

_NOUN = (
    r"(?:(?i:recommendations?|recs?\.?|points?|items?|proposals?|requests?|measures?|nos?\.|numbers?|"
    r"paragraphs?|paras?\.)\s*)"
)
_ONE = r"(?:(?:[A-Z]{1,4}-?)?\d{1,2}(?:\.\d{1,2})?|\((?:[a-h]|[ivx]{1,5})\))"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*[–-]\s*|\s+to\s+)"
_LIST = rf"(?:{_NOUN})*{_ONE}(?:{_AND}{_NOUN}?{_ONE})*"
_BOUND = (
    r"(?![\w%°/]|[.,]\d|\s*(?:%|per\s+cent|m²|metres|years?|months?|weeks?|days?|hours?|persons?|people|men|"
    r"women|of\s+the)\b)"
)
# "Accepted: 1, 3, 5", "The following were accepted: (a), (c) and (d)"
_BEFORE = re.compile(rf"(?P<said>[^:;.\d()]{{3,70}})[:–—]\s*(?P<list>{_LIST}){_BOUND}\s*")
# "Nos. 1-3: agreed", "3 is refused for want of money", "2 and 3 half done"
_BEHIND = re.compile(rf"(?P<list>{_LIST}){_BOUND}\s*(?:[:–—-]\s+|,\s+)?(?P<said>[^\d:;(),]{{2,90}}?)(?:[,:(]\s?.*)?")
# "Kept: beds (R1); register (R4)."
_BARE = r"(?:[A-Z]{1,4}-?)?\d{1,2}(?:\.\d{1,2})?|[a-h]|[ivx]{1,5}"
_TOPICS = re.compile(
    rf"(?P<said>[^:;.\d()]{{3,70}})[:–—]\s*(?P<list>[^:;.,()]{{2,60}}\s\((?:{_BARE})\)"
    rf"(?:\s*(?:[,;]|\band\b)\s*(?:and\s+)?[^:;.,()]{{2,60}}\s\((?:{_BARE})\))*)(?:,[^:;.()]{{2,80}})?\W*"
)
# "We accept 1, 2 and 4"
_OBJECT = re.compile(rf"(?P<who>[^\d:;.()]{{2,60}}?)\s+(?P<said>\w+(?:s|ed)?)\s+(?P<list>{_LIST}){_BOUND}\s*")
_NUMBER_NEXT = r"(?=\(?(?:[A-Z]{1,4}-?)?\d|\([a-z])"
_CLAUSES = re.compile(
    r"(?<!\bNo)(?<!\bNos)(?<!\b[Rr]ec)[.;](?=\s|$)|"
    rf"(?<=[a-z]),\s+(?:and\s+|but\s+|while\s+)?{_NUMBER_NEXT}|,?\s+(?:but|while|whereas)\s+{_NUMBER_NEXT}"
)
# "(a) has been complied with; (b) and (c) have not": the verb stands once.
_HAS_NOT = re.compile(r"(?:has|have|had|was|were|is|are|did|does|do)\s+not(?:\s+(?:yet|been))?", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[–-]|to)\s*")
_LEAST, _MOST_WORDS = 3, 14


@dataclass(frozen=True, slots=True)
class _Decided:
    """What a clause says of some numbers."""

    numbers: tuple[str, ...]
    status: str
    start: int
    end: int


def listed_decisions(blocks: Sequence[Block[RedactedText]], taken: set[int], *, answers: bool) -> list[Candidate]:
    """Find clauses that do nothing but sort numbers by what is decided on them, or was found of them.

    Args:
        blocks: of a reply, or of a report that judges earlier recommendations.
        taken: identities (``id``) of blocks that are entries already.
        answers: the document is a reply.

    Returns:
        One entry for each number. Nothing where they are fewer than three, or where one is sorted twice: figures then
        count something else.
    """
    found: list[tuple[Block[RedactedText], _Decided]] = []
    for block in blocks:
        if block.in_body and id(block) not in taken:
            said = [*_decided(str.__str__(block.text), _reader(answers=answers))]
            # What follows the one decision of a paragraph explains it.
            whole = len(said) == 1 and not block.text[: said[0].start].strip()
            found.extend((block, replace(one, end=len(block.text)) if whole else one) for one in said)
    numbers = [number for _, one in found for number in one.numbers]
    # Two will do where each is a line of its own: "R1: yes", "R2: no".
    least = _LEAST - all(one.end - one.start >= len(block.text.rstrip(" .")) for block, one in found)
    if len(numbers) < least or len(set(numbers)) < len(numbers) or not _counts(numbers):
        return []
    return [_entry(block, one, number, answers=answers) for block, one in found for number in one.numbers]


def _counts(numbers: Sequence[str]) -> bool:
    """Say whether numbers are those of one list, most of which is named: no 3, 40 and 112."""
    plain = [int(number) for number in numbers if number.isdigit()]
    return not plain or max(plain) <= 2 * len(plain) + 1


def _reader(*, answers: bool) -> Callable[[str], str | None]:
    def position(words: str) -> str | None:
        if _HAS_NOT.fullmatch(words):
            return "rejected"
        said = [status for _, _, status in find_statuses(words)]
        return said[0] if said else position_in(words)

    def verdict(words: str) -> str | None:
        if _HAS_NOT.fullmatch(words):
            return "not implemented"
        said = [status for _, _, status in find_statuses(words) if status not in ACCEPTANCE]
        return said[0] if said else (status if (status := status_of(words)) not in ACCEPTANCE else None)

    return position if answers else verdict


def _decided(text: str, read: Callable[[str], str | None]) -> Iterator[_Decided]:
    sorted_by_topic = [*_by_topic(text, read)]
    if sorted_by_topic:
        yield from sorted_by_topic
        return
    for start, end in _spans(text):
        clause = text[start:end]
        if len(clause.split()) > _MOST_WORDS + clause.count(","):
            continue
        for form in (_BEFORE, _BEHIND, _OBJECT):
            found = form.fullmatch(clause)
            said = _said(clause, found, form) if found is not None else None
            status = read(said.strip(" ,:–—-")) if said else None
            if found is not None and status is not None:
                yield _Decided(_numbers(found["list"]), status, start, end)
                break


def _by_topic(text: str, read: Callable[[str], str | None]) -> Iterator[_Decided]:
    """Read ``Kept: beds (R1); register (R4)``, each number behind what it is about."""
    for start, end in sentence_spans(text):
        found = _TOPICS.fullmatch(text[start:end].strip())
        status = read(found["said"].strip(" ,")) if found is not None else None
        if found is not None and status is not None:
            codes = (re.sub(r"^R(?=\d)", "", each) for each in re.findall(rf"\(({_BARE})\)", found["list"]))
            yield _Decided(tuple(codes), status, start, end)


def _said(clause: str, found: re.Match[str], form: re.Pattern[str]) -> str:
    """Return the words beside a list, with whatever negates them: ``It does not accept 4 and 6``."""
    if form is _BEHIND:
        return clause[found.end("list") : found.end("said")]
    return clause[: found.start("list")]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for gap in [*_CLAUSES.finditer(text), None]:
        last = gap.start() if gap is not None else len(text)
        lead = re.match(r"\s*(?:of\s+(?:the|our|your)\s+[\w ]{3,40},\s+)?", text[first:last], re.IGNORECASE)
        begin = first + (lead.end() if lead is not None else 0)
        if begin < last:
            yield begin, begin + len(text[begin:last].rstrip())
        first = gap.end() if gap is not None else last


def _numbers(listed: str) -> tuple[str, ...]:
    found: list[str] = []
    at = 0
    for each in re.finditer(_ONE, listed):
        number = re.sub(r"^R(?=\d)", "", each.group().strip("()"))
        joint = listed[at : each.start()]
        if found and found[-1].isdigit() and number.isdigit() and _RANGE.fullmatch(joint):
            found.extend(str(value) for value in range(int(found[-1]) + 1, int(number)))
        found.append(number)
        at = each.end()
    return tuple(found)


def _entry(block: Block[RedactedText], one: _Decided, number: str, *, answers: bool) -> Candidate:
    text = trimmed(block.text, one.start, one.end)
    if answers:
        return response_of(text, block, number, claimed=one.status, inline=True)
    return Candidate("progress", text, block, number, status_verified=one.status, inline=True)
