"""Sections that tell what became of earlier recommendations: what they print again is judged there, not made anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.implied import implied_verdict
from ingest.register.legend import pairs_in
from ingest.register.obligation import recommends_outright
from ingest.register.responses import ANY_NUMBERS, numbers_in, status_for
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.register.status_reader import VERDICTS, read_status
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_ASKED = r"(?:recommendations?|proposals?|measures|requirements?|requests?|warnings?)"
_HEADING = re.compile(
    r"\b(?:implementation|follow[- ]?(?:up|through)|fulfilment|reali[sz]ation|status|progress|state|outcomes?|fate|"
    rf"what (?:became|has become|happened|was done))\b.*\b{_ASKED}\b|\b{_ASKED}\b.*\b(?:what (?:we|the \w+) (?:found|"
    rf"saw)|"
    rf"progress|then and now|status)\b|\b(?:previous|earlier|past|last)\b.*\b{_ASKED}\b|"
    rf"\bhow\b.*\b{_ASKED}\b.*\b(?:fared?|went|go|stand|were|have been)\b|"
    rf"\brecommendations? (?:by|after) recommendation\b|"
    rf"\b{_ASKED}\b.*\b(?:previous|earlier|last) (?:visit|report|inspection)\b|\bwhere\b.*\b{_ASKED}\b.*\bstand",
    re.IGNORECASE,
)
_NOT_ENOUGH = re.compile(
    r"\b(?:not|hardly) (?:yet )?(?:enough|sufficient(?:ly)?|everywhere|always|in all)\b|\binsufficient(?:ly)?\b|"
    r"\btoo (?:few|little)\b|"
    r"\bonly (?:in|on|at|for|one|two|three|some|\d)\b",
    re.IGNORECASE,
)

_LEVEL = re.compile(
    r"[“\"‘'][^”\"’']{3,30}[”\"’'],?\s+(?:means?|where|if|when|indicates?|denotes?|signif(?:y|ies)|is used|is given)\b"
)
_LEGEND = re.compile(
    r"(?:legend|key)\b\s*[:.–-]|(?:the |these )?(?:marks?|signs?|symbols?|colou?rs?|letters|lights?|grades?|ratings?)\b"
    r"[^.:]{0,60}\b(?:means?|meanings?|stand|stands|denotes?|indicates?|signif(?:y|ies))\b|"
    # "Amber means begun and not finished; red, not begun; green, completed."
    r"[“\"‘'(]?(?:red|amber|green|yellow|orange|gr[ea]y|blue|black|white)[”\"’')]?\s*(?:means?|stands?\s+for|denotes?|"
    r"indicates?|signif(?:y|ies)|shows?|:|=)",
    re.IGNORECASE,
)

_NUMERAL = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)"
# "In sum, seven of the nine recommendations are accepted": which of them, it does not say.
_SUM = re.compile(
    r"(?:(?:in (?:sum|short|total|all)|thus|altogether|overall|so),?\s+)?(?:"
    r"of (?:the|our|its|these)\s+(?:\w+\s+){0,2}(?:recommendations|measures|proposals|requests|areas),?\s+"
    rf"{_NUMERAL}|{_NUMERAL} (?:out )?of (?:the|our|its|these)\s+(?:\w+\s+){{0,2}}(?:recommendations|{_NUMERAL})|"
    rf"{_NUMERAL}\s+recommendations)\s+(?:is|are|was|were|has|have)\b|"
    rf"(?:in (?:sum|short|total|all)|altogether|overall|taken together),?\s+{_NUMERAL}\s+(?:is|are|was|were|has|"
    rf"have)\b",
    re.IGNORECASE,
)

# "In figures: fulfilled three, in part four, not fulfilled two."
_IN_FIGURES = re.compile(
    rf"(?:in (?:sum|short|total|all|figures|numbers)|altogether|overall|sum)\s*[:,]\s(?=(?:[^.;]*\b{_NUMERAL}\b){{2}})",
    re.IGNORECASE,
)


def looks_back(heading: str) -> bool:
    """Say whether a heading announces what became of recommendations: ``Fate of the recommendations of 2021``."""
    return bool(_HEADING.search(heading))


# "Fulfilled in part. ...", "Not fulfilled, nor agreed to. ...", "Cannot be assessed. ...": all of the first words.
_BARE_VERDICT = re.compile(
    r"(?:(?:not|never|fully|wholly|partly|partially|largely|mostly|only|still|now|already|yet|being|been|be|cannot|"
    r"can\s+not|could\s+not|has|was|is)\s+)*"
    r"(?:(?:un|non-?)?(?:fulfilled|implemented|implementation|achieved|reali[sz]ed|addressed|met)|done|completed|"
    r"carried\s+out|"
    r"complied\s+with|acted\s+(?:up)?on|followed(?:\s+up)?|put\s+into\s+practice|in\s+progress|under\s*way|ongoing|begun|"
    r"started|outstanding|no\s+(?:progress|change|movement|information)|assessed|verified|checked|judged|"
    r"determined|established)"
    r"(?:\s+(?:(?:only\s+)?in\s+part|partly|partially|in\s+full|fully|at\s+all|yet|so\s+far))*"
    r"\s*(?:[.;!](?=\s|$)|,\s+(?:and\s+not|nor)\b)",
    re.IGNORECASE,
)
# "R-3, sealed boxes: carried out. Three are in use.", "Showers – not implemented. ...": a head that judges.
_HEAD = re.compile(r"[^.:;]{2,70}?(?::|\s[–—-])\s+(?P<verdict>[^.;:]{2,40})\.(?=\s|$)")
_HEAD_WORDS = 4


def verdict_in(text: str) -> str | None:
    """Return what sentences about one recommendation find of it; ``None`` where no word of theirs says it."""
    head = _HEAD.match(text)
    if head is not None and len(head["verdict"].split()) <= _HEAD_WORDS:
        judged = status_of(head["verdict"])
        if judged is not None and judged not in ACCEPTANCE:
            return judged
    opening = _opening_verdict(text)
    if opening is not None:
        return opening
    said = [status_of(text)] if status_of(text) not in ACCEPTANCE else []
    for first, last in sentence_spans(text):
        said.extend(status for _, _, status in find_statuses(text[first:last]) if status not in ACCEPTANCE)
    known = [status for status in said if status is not None]
    implied = implied_verdict(text)
    if implied == "partly implemented" and set(known) <= {"implemented", "not implemented"}:
        return implied
    if "partly implemented" in known or _NOT_ENOUGH.search(text):
        return "partly implemented"
    return known[-1] if known else implied or read_status(text, VERDICTS)


def _opening_verdict(text: str) -> str | None:
    """Return the verdict that is all of the first words: ``Fulfilled. ...``, ``Not fulfilled, nor agreed to. ...``."""
    opening = _BARE_VERDICT.match(text)
    judged = status_of(opening.group()) if opening is not None else None
    return None if judged in ACCEPTANCE else judged


def opens_with_verdict(text: str) -> bool:
    """Say whether a text opens with bare words of a verdict or decision, and a stop: ``Fulfilled in part.``."""
    return _BARE_VERDICT.match(text) is not None


def explains_levels(text: str) -> bool:
    """Say whether a text only explains the words of a scale, or counts: ``Of the seven, four have been accepted``."""
    summed = _SUM.match(text) or (_IN_FIGURES.match(text) and len(find_statuses(text)) > 1)
    counts = bool(summed) and len([*sentence_spans(text)]) == 1
    signs = {sign for sign, _ in pairs_in(text)}
    return counts or len(_LEVEL.findall(text)) > 1 or bool(_LEGEND.match(text)) or len(signs) > 1


def falls_short(text: str) -> bool:
    """Say whether sentences find that something was done and is not enough: ``We find this insufficient``."""
    return bool(_NOT_ENOUGH.search(text))


def reprints(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> set[int]:
    """Find what a return visit prints again of an earlier report, where a sentence below judges it by its number.

    ``Concern 2: Violence had doubled.`` and, two paragraphs on, ``We considered that the prison had made reasonable
    progress on concern 2``: the sentence is the entry, and the reprint only says what it is about.

    Args:
        blocks: a report's blocks in reading order.
        candidates: its entries.

    Returns:
        Identities (``id``) of their blocks.
    """
    printed = {id(one.block): one for one in candidates if one.number is not None and not one.inline}
    found: set[int] = set()
    last: Candidate | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING or id(block) in printed:
            last = printed.get(id(block))
            continue
        if last is None or block.table is not None:
            continue
        for first, end in sentence_spans(block.text):
            sentence = block.text[first:end]
            for named in ANY_NUMBERS.finditer(sentence):
                judged = last.number in numbers_in(named.group()) and status_for(sentence, named)
                if judged and judged not in ACCEPTANCE:
                    found.add(id(last.block))
    return found


def judge_in_block(candidates: Sequence[Candidate]) -> None:
    """Make progress of what a section prints of earlier recommendations and judges in the same paragraph.

    ``Showers must be offered daily. This was done in 2022.`` below ``Fate of the recommendations``.

    Args:
        candidates: of one document; kinds and verified statuses are written.
    """
    for one in candidates:
        heading = one.block.heading_path[-1] if one.block.heading_path else ""
        if one.kind != "recommendation" or one.block.table is not None or not looks_back(heading):
            continue
        if recommends_outright(one.text):
            continue
        spans = list(sentence_spans(one.text))
        if not one.inline and one.number is None and len(spans) > 1:
            one.text = trimmed(one.text, 0, spans[0][1])
        start = one.block.text.find(one.text)
        rest = one.block.text[start + len(one.text) :].strip() if start >= 0 else ""
        if rest:
            one.kind, one.status_verified = "progress", one.status_verified or verdict_in(rest)
