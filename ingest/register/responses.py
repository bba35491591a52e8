"""Answers of authorities in running text: which recommendation, which status, in which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.register.candidate import trimmed
from ingest.register.claims import claimed_in
from ingest.register.sentence import sentence_spans
from ingest.register.status import find_statuses
from ingest.report import Block, BlockKind
from ingest.structure.number_words import ORDINAL_WORDS
from redaction.text import RedactedText

_ONE = r"(?:(?:19|20)\d\d[-/]\d{1,3}|[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3})"
_LIST = rf"{_ONE}(?:(?:\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|to\s+|[–-])\s*)(?:[Rr]ecommendations?\s+)?{_ONE})*"
# "Establishment No. 22" and "Law No. 9379" bear a number of their own.
ANY_NUMBERS = re.compile(
    rf"\b(?:(?:recommendations?|recs?\.?|asks?|requests?|proposals?|suggestions?|opinions?|requirements?|concerns?|"
    rf"(?:key )?findings?|points?|(?<![a-z]{{3}}\s)no\.)\s+"
    rf"(?:nos?\.?\s*|numbers?\s+)?(?P<list>{_LIST})|(?P<short>R\d{{1,3}}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|"
    rf"\s+to\s+|\s*[–-]\s*)R?\d{{1,3}})*))"
    r"(?![\d%])",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?P<verb>(?:not\s+)?(?:(?:partly|partially|fully)\s+)?(?:accept|reject|refuse|decline|support|implement)(?:s|ed)?)\s+"
    r"(?P<list>\d{1,2}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)\d{1,2})*)\b(?!\s*(?:%|per\b|[a-z]*\s*(?:persons?|"
    r"prisoners?|places|men|women|months?|days?|hours?|weeks?|years?))|\.\d|\s[a-z]{4,})"
)
# "takes recommendations 1, 3 and 5 on board", "the first half of 2 will be followed": the list within what is said.
_ON_BOARD = re.compile(
    rf"\b(?:takes?|took|taking|will\s+take|has\s+taken|have\s+taken)\s+(?:recommendations?\s+)?(?P<list>{_LIST})\s+on\s+board\b"
)
_PART_OF = re.compile(
    rf"\b(?:(?:first|second|third|last|one)\s+(?:half|part|sentence|limb|point)|part)\s+of\s+(?:recommendation\s+)?(?P<list>{_ONE})"
    r"(?!\d|\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|20\d\d))\s+"
    r"(?:will|is|has|was|can)\s+(?:also\s+|only\s+)?(?:be(?:en)?\s+)?(?:followed|accepted|agreed|done|implemented|carried|met|taken)",
)
_ABOUT = re.compile(
    r"(?:with (?:regard|respect|reference) to|as (?:to|regards|for)|regarding|concerning|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"^\s*(?:,\s*)?(?:(?:which|that|all|both|each|also|now|therefore)\s+)*(?:(?:was|were|is|are|has|have|had|"
    r"will|be|been|being|not|only|"
    r"already|fully|only)\s+)*$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"^\s*(?:to|on|with|of|for|in respect of|as regards|concerning|regarding|:)?\s*(?:the\s+)?$", re.IGNORECASE
)
_BREAK = re.compile(r"[;]|\b(?:but|whereas|while)\b")
_ORDINAL = re.compile(
    rf"\b(?:the|our|its|your)\s+(?P<word>{'|'.join(ORDINAL_WORDS)})\s+(?:recommendation|proposal|request|concern)\b",
    re.IGNORECASE,
)
# "None of recommendations 1, 2 and 4 had been implemented": the list stands between the negation and what it negates.
NONE_OF = re.compile(r"\b(?:none|neither)\s+of\s+(?:the\s+|these\s+|its\s+|our\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_NONE = {"implemented": "not implemented", "accepted": "rejected"}
# "Recommendation 1 has been implemented, recommendation 4 has not": the verb stands once.
_HAS_NOT = re.compile(r"[^.;,]{0,40}?\b(?:has|have|had|was|were|did)\s+not(?:\s+yet)?\s*(?:[.;,]|$)", re.IGNORECASE)
_NOT_MADE = re.compile(
    r"\b(?:last year|made (?:last|in \d{4})|previous (?:report|visit|year)|years ago)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer found in prose.

    Attributes:
        numbers: recommendation numbers as printed, ranges written out; empty where the body alone is named.
        body: who answered, where the sentence names nobody's numbers (``The Ministry had not replied``).
        status: in the words of ``ingest.register.status.STATUSES``.
        sentence: the exact sentence.
    """

    numbers: tuple[str, ...]
    body: str | None
    status: str
    sentence: RedactedText
    block: Block[RedactedText]


_SILENT = re.compile(
    r"(?P<body>(?:the\s+)?(?:\[?[A-Z][\w'’-]*\]?(?:\s+(?:of|for|and|the|\[?[A-Z0-9][\w'’-]*\]?))*))\s+"
    r"(?:has|have|had|did)\s+not\s+(?:yet\s+)?(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?)\b",
)


def find_answers(blocks: Sequence[Block[RedactedText]]) -> list[Answer]:
    """Find sentences that say what became of numbered recommendations.

    Args:
        blocks: a report's blocks in reading order.

    Returns:
        Answers in reading order; a sentence with two decisions gives two.
    """
    found: list[Answer] = []
    for block in blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER) or block.table is not None:
            continue
        before = False
        for start, end in sentence_spans(block.text):
            sentence = trimmed(block.text, start, end)
            answers = list(_answers_in(sentence, block))
            found.extend(answers or (_going_on(sentence, block) if before else ()))
            before = before or any(answer.numbers for answer in answers)
    return found


def _answers_in(sentence: RedactedText, block: Block[RedactedText]) -> Iterator[Answer]:
    told = [(_ON_BOARD, "accepted"), (_PART_OF, "partly accepted")]
    for pattern, word in told:
        for match in pattern.finditer(sentence):
            yield Answer(tuple(numbers_in(match["list"])), None, word, sentence, block)
    if any(pattern.search(sentence) for pattern, _ in told):
        return
    lists = list(ANY_NUMBERS.finditer(sentence))
    silent = None if lists else _SILENT.search(sentence)
    if not lists and silent is None:
        return
    # Words of status inside another match's number list cannot occur, so the two lists never overlap.
    statuses = find_statuses(sentence)
    if not statuses or _NOT_MADE.search(sentence):
        return
    if silent is not None:
        yield Answer((), re.sub(r"^the\s+", "", silent["body"], flags=re.IGNORECASE), "no reply", sentence, block)
    for match in lists:
        status = _status_for(sentence, match, statuses)
        if status is not None and NONE_OF.search(sentence[: match.start()]):
            status = _NONE.get(status, status)
        if status is not None:
            yield Answer(tuple(numbers_in(match["list"] or match["short"])), None, status, sentence, block)


def _going_on(sentence: RedactedText, block: Block[RedactedText]) -> Iterator[Answer]:
    """Yield the answer of a sentence that no longer says of what its numbers are: ``The Governor accepts 1 and 5``."""
    for match in _BARE.finditer(sentence):
        said = find_statuses(match["verb"])
        if said:
            yield Answer(tuple(numbers_in(match["list"])), None, said[0][2], sentence, block)
    about = _ABOUT.match(sentence)
    numbers = ANY_NUMBERS.match(sentence, about.end()) if about is not None else None
    # "With regard to recommendation 3 he regretted that ... was not feasible": no word of decision.
    claimed = claimed_in(sentence[numbers.end() :].strip(" ,")) if numbers is not None else None
    if numbers is not None and claimed is not None:
        yield Answer(tuple(numbers_in(numbers["list"] or numbers["short"])), None, claimed, sentence, block)


def _status_for(sentence: str, match: re.Match[str], statuses: Sequence[tuple[int, int, str]]) -> str | None:
    # "accepted recommendation 6 in principle"
    around = [status for start, end, status in statuses if start <= match.start() and match.end() <= end]
    if around:
        return around[0]
    adjacent = [item for item in statuses if item[1] <= match.start() and _ON.match(sentence[item[1] : match.start()])]
    if adjacent:
        return adjacent[-1][2]
    after = [item for item in statuses if item[0] >= match.end()]
    before = [item for item in statuses if item[1] <= match.start()]
    if before and _HAS_NOT.match(sentence[match.end() :]):
        return _NONE.get(before[-1][2])
    if after and _AUXILIARY.match(sentence[match.end() : after[0][0]]):
        return after[0][2]
    if before:
        between = sentence[before[-1][1] : match.start()]
        if _ON.match(between) or (len(between) < 60 and not _BREAK.search(between)):
            return before[-1][2]
    if (
        after
        and len(sentence[match.end() : after[0][0]]) < 40
        and not _BREAK.search(sentence[match.end() : after[0][0]])
    ):
        return after[0][2]
    return None


def status_for(sentence: str, match: re.Match[str]) -> str | None:
    """Return the status that a sentence gives to one of the lists of numbers in it (a match of ``ANY_NUMBERS``)."""
    return _status_for(sentence, match, find_statuses(sentence))


def ordinal_in(sentence: str) -> str | None:
    """Return the number of ``the fifth recommendation``, ``None`` where a sentence names none in words."""
    found = _ORDINAL.search(sentence)
    return str(ORDINAL_WORDS.index(found["word"].lower()) + 1) if found is not None else None


def numbers_in(listed: str) -> list[str]:
    """Write out ``1, 5 and 6`` and ``R2 to R4``."""
    numbers: list[str] = []
    position = 0
    for match in re.finditer(_ONE, listed):
        number = re.sub(r"^R(?=\d)", "", match.group(), flags=re.IGNORECASE)
        joint = listed[position : match.start()]
        if numbers and re.search(r"\bto\b|[–-]", joint) and number.isdigit() and numbers[-1].isdigit():
            numbers.extend(str(value) for value in range(int(numbers[-1]) + 1, min(int(number), int(numbers[-1]) + 50)))
        numbers.append(number)
        position = match.end()
    return numbers
