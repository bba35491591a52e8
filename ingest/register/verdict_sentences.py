"""Verdicts in running text: ``The recommendation to open the yard has been carried out only in part``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.register.candidate import Candidate
from ingest.register.earlier_report import earlier_numbers, is_of_earlier, told_by_others
from ingest.register.listed_decisions import listed_decisions
from ingest.register.listed_verdicts import ASKED, listed_verdicts, verdict_on
from ingest.register.looking_back import verdict_in
from ingest.register.responses import ANY_NUMBERS, NONE_OF, numbers_in, ordinal_in, status_for
from ingest.register.sentence import sentence_spans
from ingest.register.speaker import BODY
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.register.status_reader import VERDICTS, read_status
from ingest.report import BODY_KINDS, Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_ABOUT = re.compile(
    rf"\b(?:the|its|our|this|that|an?|one|another|earlier|previous|first|second|third|"
    rf"last)\s+(?:[\w’'-]+\s+){{0,3}}?{ASKED}\s+"
    r"(?:(?:made|given|issued|addressed|set out|of|from|in)\s+[^,.;]{2,60}?\s+)?"
    r"(?:to\s+(?!have\b|be\b)[a-z]|that\s|on\s|about\s|concerning\s|regarding\s|for\s|as\s+to\s|relating\s+to\s|"
    r"in\s+paragraph\s|under\s)",
    re.IGNORECASE,
)
# "This recommendation has been implemented", "It remains outstanding": said of what the paragraph has just named.
_BACK = re.compile(
    rf"\b(?:the|this|that|our|its)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{ASKED}|point)\s+(?:\w+ly\s+|thus\s+|therefore\s+|still\s+)*"
    r"(?:has|had|was|is|remains?|could|can|continues?|may|must)\b"
    rf"|^(?:it|this|that)\s+(?:has|had|was|is|remains?|could|still|continues?|must)\b|\b(?:the|this|that)\s+{ASKED}\b",
    re.IGNORECASE,
)
# "must be held fulfilled in part" judges, and obliges nobody.
_BE_HELD = (
    r"(?:therefore |thus |also |now )?be (?:held|considered|regarded|deemed|taken|seen|said|judged|counted|"
    r"recogni[sz]ed|acknowledged|treated|noted|stated|concluded)\b"
)
_HAS_BECOME = re.compile(
    r"\b(?:has|have|had|was|were|is|are|remains?|could|been|continues?|stands?|did|does|do|not|found|saw|went|goes|"
    rf"gone|{_BE_HELD})\b|n['’]t\b"
)
_LOOKS_BACK = re.compile(
    r"\b(?:follow[- ]?(?:up|through)|previous|earlier|past|last|progress|implementation|reali[sz]ation|fulfilment|"
    r"status|state of|compliance|what (?:became|has become|happened|has happened|has changed)|outcomes?|since)\b",
    re.IGNORECASE,
)
_NOT_YET_ASKED = re.compile(
    rf"\b(?:(?:should|must)(?! {_BE_HELD})|recommends?|will be|accepted(?!,? but\b)|reiterates?|repeats?|renews?)\b"
)
# "Accordingly, the proposal has been fulfilled": the verdict names nothing, and its whole paragraph says of what.
_OF_THIS = re.compile(
    rf"\b(?:the|this|that|our|my|its|said|above)\s+(?:earlier\s+|previous\s+|same\s+)?(?:{ASKED}|point)\s+(?:\w+ly\s+|thus\s+|"
    rf"therefore\s+|"
    r"still\s+)*(?:has|had|was|is|remains?|could|can|continues?)\b|"
    rf"^{ASKED}\s+(?:not\s+|\w+ly\s+)?(?!\d)\w+\W*$",
    re.IGNORECASE,
)
# "It also recommended in 2021 that the yard be covered": what was asked then, without the noun.
# Only the visitors, or nobody in particular: what a detained person asked of them is no recommendation.
_ASKED_THEN = re.compile(
    rf"(?:\b[Ww]e|\bI|\b[Ii]t|\b(?:was|were|been)|(?:[A-Z][\w’'-]*\s+){{0,4}}{BODY})\s+"
    r"(?:(?:had|has|have)\s+)?(?:also\s+|then\s+|previously\s+|earlier\s+)*(?:recommended|asked|urged|requested|"
    r"proposed|suggested|called\s+"
    r"(?:up)?on|called\s+for|demanded)\b(?:\s+(?:in|at|after|on)\s+[^,.;]{3,40})?\s+(?:(?:him|her|them|"
    r"it)\s+)?(?:that|to|the|for|an?|more|"
    r"better)\b|\b(?:was|were|had\s+been)\s+(?:recommended|asked\s+for|requested|proposed|demanded)\s*[.;]",
)
# What they asked to be told is no recommendation.
_FOR_NEWS = re.compile(
    r"\b(?:asked|requested)\b[^.;]{0,80}\bfor\s+(?:(?:its|their|his|her|any|the)\s+)?(?:\w+\s+)?(?:observations|comments|"
    r"views|information|opinions?|documents?|lists?|cop(?:y|ies))\b"
)
# "On water, the Panel sees good progress": the visitors' own verdict.
_SEEN = re.compile(
    r"\b(?:sees?|saw|finds?|found|notes?|noted|observe[sd]?|established|considers?|considered|is|was|"
    r"has\s+been)\b[^.;]{0,40}"
    r"\b(?:(?:good|reasonable|some|little|no|insufficient|limited|significant|real|meaningful|"
    r"clear)\s+(?:\w+\s+)?(?:progress|improvement|"
    r"change)|unheeded)\b|\b(?:went|goes|has\s+gone|remained?s?|was|were)\s+(?:unheeded|unanswered|ignored|"
    r"unaddressed)\b|"
    r"\b(?:[Gg]ood|[Rr]easonable|[Ss]ome|[Ll]ittle|[Nn]o|[Ii]nsufficient|[Ll]imited|[Ss]ignificant|"
    r"[Rr]eal)\s+(?:\w+\s+)?"
    r"(?:progress|improvement|change)\s+(?:was|has\s+been|had\s+been|could\s+be)\s+(?:seen|found|noted|made|"
    r"observed)\b",
)
# "In line with Recommendation 7 a room has been set up": done as asked, without a word of status.
_AS_ASKED = re.compile(
    rf"\b(?:in (?:line|accordance|keeping|compliance|conformity|response)|following|pursuant|as (?:required|requested|"
    rf"asked|recommended|suggested))\b[^.;]{{0,25}}\b{ASKED}\b[^.;]*\b(?:has|have|had|was|were|is|are)\b",
    re.IGNORECASE,
)
# "We saw how far our proposals had been carried out.": what was to be found out, and nothing of what was.
_ASKS_HOW = re.compile(
    rf"\b(?:how\s+far|to\s+what\s+extent|whether)\s+(?:(?:and|or)\s+\w+\s+)?(?:(?:the|our|its|these|those|all)\s+)?(?:[\w’'-]+\s+){{0,3}}?"
    rf"{ASKED}s?\b[^.;:,]*[.]?$",
    re.IGNORECASE,
)
# "What we asked of the Governor was ignored", "about half of what we sought": what was asked, without the noun.
_ALL_ASKED = re.compile(
    rf"\b(?:what|all that|everything)\s+(?:we|was|had\s+been|(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{0,4}}{BODY})\s+"
    r"(?:(?:had|have|has|then|first|also)\s+)*(?:asked|sought|recommended|requested|proposed|demanded|called|wanted|urged|suggested)\b",
    re.IGNORECASE,
)
# How much of it: the words right before.
_SHARE_OF = (
    (
        "partly implemented",
        re.compile(
            r"\b(?:half|part|some|most|much|(?:a|one|two) (?:third|quarter|fraction|part)s?|not all) of $|"
            r"\bless than $",
            re.IGNORECASE,
        ),
    ),
    ("not implemented", re.compile(r"\b(?:none|nothing|little) of $", re.IGNORECASE)),
    ("implemented", re.compile(r"\b(?:all|the whole) of $", re.IGNORECASE)),
)
_LONGEST_BARE, _LONGEST_CLAUSE = 6, 12  # words


@dataclass
class _Said:
    """What a paragraph has named so far: numbers, and where the sentence that named them starts."""

    numbers: tuple[str, ...] = ()
    start: int | None = None


def verdict_sentences(
    blocks: Sequence[Block[RedactedText]], taken: set[int], own: frozenset[str] = frozenset(), *, follow_up: bool
) -> list[Candidate]:
    """Find sentences that say what became of a recommendation of an earlier visit.

    Args:
        blocks: a report's blocks in reading order.
        taken: identities (``id``) of blocks that are entries already.
        own: years of the report itself; see ``ingest.register.earlier_report``.
        follow_up: the whole document judges implementation; otherwise only sections that look back are read, and
            what names a recommendation of another report.

    Returns:
        Entries of kind ``progress`` with what was verified: the words from the naming of the recommendation to the
        verdict. A sentence about several numbers gives one each.
    """
    found = listed_decisions(blocks, taken, answers=False) if follow_up else []
    taken = taken | {id(one.block) for one in found}
    for block in blocks:
        if block.table is not None or block.kind not in BODY_KINDS or id(block) in taken:
            continue
        if not follow_up and not any(_LOOKS_BACK.search(heading) for heading in block.heading_path[-1:]):
            found.extend(of_earlier_report(block, own))
            continue
        found.extend(listed_verdicts(block) or _in_sentences(block))
    return found


def of_earlier_report(block: Block[RedactedText], own: frozenset[str]) -> list[Candidate]:
    """Find the verdicts of one paragraph on recommendations that it says another report made.

    Args:
        block: of a report, whatever its heading.
        own: years of the report itself.

    Returns:
        As :func:`verdict_sentences`; nothing of what the authorities tell.
    """
    if block.table is not None or block.kind not in BODY_KINDS or not any(earlier_numbers(block.text, own)):
        return []
    return [
        one for one in _in_sentences(block) if is_of_earlier(one.text, one.number, own) and not told_by_others(one.text)
    ]


def only_judges(block: Block[RedactedText]) -> bool:
    """Say whether a paragraph judges a numbered recommendation and asks for nothing: ``must be held fulfilled``."""
    return not _NOT_YET_ASKED.search(block.text) and any(one.number is not None for one in _in_sentences(block))


def _in_sentences(block: Block[RedactedText]) -> Iterator[Candidate]:
    text = str.__str__(block.text)
    heading = block.heading_path[-1] if block.heading_path else ""
    above = ANY_NUMBERS.search(heading)
    said = _Said(tuple(numbers_in(above.group())) if above is not None else ())
    asked: tuple[int, int] | None = None
    found = 0
    label = read_label(block.text)
    behind = label.start if label is not None else 0
    for start, end in sentence_spans(block.text):
        sentence = text[start:end]
        named = {each.group().lower(): each for each in reversed([*ANY_NUMBERS.finditer(sentence)])}
        lists = sorted(named.values(), key=lambda each: each.start())
        if lists:
            said = _Said(tuple(number for each in lists for number in numbers_in(each.group())), start)
        elif (ordinal := ordinal_in(sentence)) is not None:
            said = _Said((ordinal,), start)
        elif _ABOUT.search(sentence):
            said = _Said((), start)
        elif said.start is None and not said.numbers and (_OF_THIS.search(sentence) or _ALL_ASKED.search(sentence)):
            said = _Said((), behind)
        elif (_ASKED_THEN.search(sentence) and not _FOR_NEWS.search(sentence)) or (
            said.start is None and _SEEN.search(sentence)
        ):
            said = _Said((), start)
            asked = asked or ((start, end) if _ASKED_THEN.search(sentence) else None)
        if _NOT_YET_ASKED.search(sentence) or _ASKS_HOW.search(sentence) or (said.start is None and not said.numbers):
            continue
        first = said.start if said.start is not None else start
        if len(lists) > 1:
            several = [(each, status_for(sentence, each)) for each in lists]
            judged = [(each, word) for each, word in several if word is not None and word not in ACCEPTANCE]
            for each, word in judged:
                for number in numbers_in(each.group()):
                    yield verdict_on(block, start, end, number, word)
            continue
        status = _verdict(sentence, named=start == first)
        if status is None and len(lists) == 1:
            status = _said_behind(sentence[lists[0].end() :])
        if status is not None and not lists and len({word for _, _, word in find_statuses(sentence)}) > 2:
            # "There was good progress in one, reasonable progress in one and none in two" sums up, and so does "The
            # verdict is fulfilled, fulfilled in part or unfulfilled" below a heading that names numbers.
            continue
        if status is None:
            continue
        for one in said.numbers or (None,):
            found += 1
            yield verdict_on(block, first, end, one, status)
        said = _Said(said.numbers if above is not None and not lists else ())
    behind_asked = text[asked[1] :].strip() if asked is not None else ""
    if asked is not None and behind_asked and not found and not _NOT_YET_ASKED.search(behind_asked):
        # "I asked the Head in 2019 to remove the cage beds. None was found": judged without a word of status.
        yield verdict_on(block, asked[0], len(text), None, verdict_in(behind_asked))
    elif asked is not None and not behind_asked and asked[0] > behind and not found:
        # "Posters hang in two corridors. Posters in all corridors had been asked for."
        yield verdict_on(block, behind, len(text), None, verdict_in(text[behind : asked[0]]))


def _said_behind(rest: str) -> str | None:
    """Return what stands right behind the number of a recommendation finds of it: ``... to be in process``."""
    clause = re.split(r"[,;:]\s", rest, maxsplit=1)[0].strip()
    if not re.match(r"(?:is|was|has|have|had|are|were|remains?|to\s+be|as|still|\w+ly)\b", clause):
        return None
    return read_status(clause, VERDICTS) if len(clause.split()) <= _LONGEST_CLAUSE else None


def _none_of(sentence: str) -> bool:
    return any(NONE_OF.search(sentence[: each.start()]) for each in ANY_NUMBERS.finditer(sentence))


def _verdict(sentence: str, *, named: bool) -> str | None:
    """Return what a sentence finds of the recommendation that it names, or that the one before has named."""
    asked = _ALL_ASKED.search(sentence)
    shares = (status for status, share in _SHARE_OF if asked and share.search(sentence[: asked.start()]))
    if (share := next(shares, None)) is not None:
        return share
    back = _BACK.search(sentence) or asked
    short = len(sentence.split()) <= _LONGEST_BARE
    if not named and back is None and not short:
        return None
    found = [(start, status) for start, _, status in find_statuses(sentence) if status not in ACCEPTANCE]
    if short and not found:
        bare = status_of(sentence)
        return bare if bare is not None and bare not in ACCEPTANCE and not named else None
    if not found:
        return "implemented" if named and _AS_ASKED.search(sentence) else None
    if not (short or _HAS_BECOME.search(sentence)):
        return None
    statuses = [status for _, status in found]
    if statuses[-1] == "implemented" and _none_of(sentence):
        return "not implemented"
    return "partly implemented" if "partly implemented" in statuses else statuses[-1]
